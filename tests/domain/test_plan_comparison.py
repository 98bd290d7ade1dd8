"""Two versions beside one another: every part of both is there once, with what became of it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.content_parts import ThemeContent, Uid
from koordinator.domain.plan_comparison import ComparedPart, Mark, PlanSection, WordsOf, compared
from koordinator.domain.plan_content import MemberPartContent, ThemeScores, ViewpointContent
from koordinator.domain.plan_pairs import paired
from tests.domain.contents import ANNA, CALLS_SCHOOL, KIM_CARD, METTE_CARD, MORNINGS, PLAN


def test_every_section_stands_in_the_plans_order_and_empty_ones_not_at_all() -> None:
    whole = replace(
        PLAN,
        members=(MemberPartContent(ANNA.uid, "Håndbold"),),
        viewpoints=(ViewpointContent("Skolen", "Ja"),),
        theme_scores=(ThemeScores(ThemeContent("housing", "Bolig"), MORNINGS.scores),),
    )

    assert [each.section for each in compared(whole, whole)] == list(PlanSection)
    assert not any(each.changes for each in compared(whole, whole))
    assert PlanSection.MEMBERS not in [each.section for each in compared(PLAN, PLAN)]
    assert PlanSection.MEETING not in [each.section for each in compared(*[replace(PLAN, next_meeting=None)] * 2)]


def test_each_part_says_what_became_of_it() -> None:
    new = replace(
        PLAN,
        own_words="",
        strengths="Anna",
        goals=(replace(MORNINGS, title="Ro"),),
        contacts=(METTE_CARD,),
    )

    found = {each.section: each for each in compared(PLAN, new)}

    assert found[PlanSection.WORDS].parts == (
        ComparedPart(None, WordsOf("strengths", "Anna")),
        ComparedPart(WordsOf("own_words", PLAN.own_words), None),
    )
    assert [part.mark for part in found[PlanSection.WORDS].parts] == [Mark.NEW, Mark.GONE]
    assert [part.mark for part in found[PlanSection.GOALS].changes] == [Mark.CHANGED]
    assert [part.mark for part in found[PlanSection.CONTACTS].parts] == [Mark.SAME, Mark.GONE]
    assert found[PlanSection.CONTACTS].changes == (ComparedPart(KIM_CARD, None),)


def test_several_that_are_called_the_same_are_told_apart_by_their_turn() -> None:
    assert list(paired(("a", "b", "a"), ("a",), lambda name: name)) == [("a", "a"), ("b", None), ("a", None)]


NAMES = st.lists(st.sampled_from("abcd"), max_size=8)


@given(NAMES, NAMES)
def test_nothing_is_lost_or_told_twice(old: list[str], new: list[str]) -> None:
    agreements = [
        tuple(replace(CALLS_SCHOOL, uid=Uid(f"{name}{turn}"), what=name) for turn, name in enumerate(names))
        for names in (old, new)
    ]
    before, after = (replace(PLAN, agreements=each) for each in agreements)

    parts = [part for each in compared(before, after) if each.section is PlanSection.AGREEMENTS for part in each.parts]

    assert sorted(part.before.uid for part in parts if part.before) == sorted(each.uid for each in agreements[0])  # type: ignore[union-attr]
    assert [part.after.uid for part in parts if part.after] == [each.uid for each in agreements[1]]  # type: ignore[union-attr]
