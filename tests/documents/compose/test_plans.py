"""The joint plan on paper, for the citizen and for professionals."""

from dataclasses import replace
from datetime import date
from typing import Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.documents.compose.plan_citizen import plan_for_citizen
from koordinator.documents.compose.plan_professional import plan_for_professionals
from koordinator.documents.content import Document
from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.content_parts import AgreementContent, GoalContent, ScoreContent, Uid
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.plan_content import PlanContent
from koordinator.domain.plan_difference import PlanChange, difference
from koordinator.domain.steps import Step
from tests.documents.compose.contents import (
    ANNA,
    EMIL,
    FAMILY,
    FAMILY_PLAN,
    MEETING,
    MORNINGS,
    PLAN,
    SPARSE_PLAN,
    stuffed,
)
from tests.documents.compose.papers import on_paper, sentences, words_in


class ComposePlan(Protocol):
    def __call__(self, plan: PlanContent, changes: tuple[PlanChange, ...] | None, *, large_print: bool) -> Document: ...


BOTH: tuple[ComposePlan, ...] = (plan_for_citizen, plan_for_professionals)


def citizens_plan(plan: PlanContent = PLAN, *, large_print: bool = False) -> Document:
    return plan_for_citizen(plan, None, large_print=large_print)


@pytest.mark.parametrize("plan", [PLAN, FAMILY_PLAN, SPARSE_PLAN, stuffed(), stuffed(FAMILY_PLAN, 4)])
def test_the_most_important_is_alone_on_the_first_page(plan: PlanContent) -> None:
    first, second, *_ = on_paper(citizens_plan(plan)).pages

    assert "Vores fælles plan" in first
    assert any(line.startswith("Næste møde: ") for line in first)
    assert not any(line.startswith("Næste møde: ") for line in second)


def test_two_numbers_of_one_month_each_have_their_day() -> None:
    def front(*days: date) -> str:
        scores = tuple(ScoreContent(day, number) for day, number in zip(days, (3, 5), strict=True))
        goal = replace(PLAN.goals[0], scores=scores)
        return " ".join(on_paper(citizens_plan(replace(PLAN, goals=(goal,)))).pages[0]).replace("\u00a0", " ")

    assert "du gav 3 den 2. november og 5 den 17. november" in front(date(2026, 11, 2), date(2026, 11, 17))
    assert "du gav 3 den 4. maj og 5 den 28. maj" in front(date(2026, 5, 4), date(2026, 5, 28))


def test_much_is_told_of_as_left_out() -> None:
    front = " ".join(on_paper(citizens_plan(stuffed())).pages[0])

    assert "Alle dine ord står på de næste sider." in front
    assert "Der er mere på de næste sider: 12 mål, 36 aftaler, 4 spørgsmål uden svar og 28 personer" in front


def test_a_little_is_not_told_of_as_left_out() -> None:
    front = " ".join(on_paper(citizens_plan(replace(PLAN, contacts=PLAN.contacts[:4]))).pages[0])

    assert "på de næste sider" not in front


def test_large_print_says_the_next_meeting_first_of_all() -> None:
    first = on_paper(citizens_plan(large_print=True)).pages[0]

    assert "Lone Bæk · det vigtigste først" in first
    assert any(line.startswith("Næste møde: tirsdag 12. januar 2027") for line in first)


def test_the_staircase_is_not_on_the_citizens_plan() -> None:
    for step in Step:
        words = sentences(on_paper(citizens_plan(replace(PLAN, step=step)))).lower()
        assert "trin " not in words
        assert "trappe" not in words


@pytest.mark.parametrize(
    ("step", "how"),
    [
        (Step.MEETINGS, "faste møder med dig og én fælles plan."),
        (Step.ONE_CASEWORK, "du har én sagsbehandler, der har ansvaret for hele planen."),
        (Step.ALIGNMENT, "vi, der hjælper dig, taler sammen, når der er brug for det."),
        (Step.NO_NEED, "Her står det, vi er blevet enige om."),
    ],
)
def test_how_we_work_together_is_said_in_words(step: Step, how: str) -> None:
    assert how in sentences(on_paper(citizens_plan(replace(PLAN, step=step))))


def test_professionals_read_the_step_by_name() -> None:
    paper = on_paper(plan_for_professionals(PLAN, None, large_print=False))

    assert "Trin 2 · Tværfaglige koordinations- og samarbejdsmøder" in sentences(paper)


@pytest.mark.parametrize("compose", BOTH)
def test_a_draft_says_so_on_every_page(compose: ComposePlan) -> None:
    paper = on_paper(compose(replace(PLAN, number=None), None, large_print=False))

    assert len(paper.pages) > 2
    assert all(any("Udkast – ikke godkendt" in line for line in page) for page in paper.pages)
    assert "Underskrift" not in paper.text


@pytest.mark.parametrize("compose", BOTH)
def test_the_home_where_the_next_meeting_is_has_no_address(compose: ComposePlan) -> None:
    assert MEETING.place not in sentences(on_paper(compose(PLAN, None, large_print=False)))


def test_an_agreement_of_the_citizens_is_theirs() -> None:
    assert "Skriver ned, hvad der var godt om morgenen Du hver fredag" in sentences(on_paper(citizens_plan()))
    assert "Skriver ned, hvad der var godt om morgenen Lone Bæk hver" in sentences(on_paper(citizens_plan(FAMILY_PLAN)))


def test_only_quotes_say_i() -> None:
    words = sentences(on_paper(citizens_plan()))

    assert "Det klarer du selv »Jeg laver morgenmad og madpakker." in words
    outside = [part.partition("«")[2] for part in words.split("»")]
    assert not any(f" {word} " in f" {text} " for text in outside for word in ("jeg", "Jeg", "mig", "min", "mit"))


def test_one_members_copy_is_common_and_theirs_alone() -> None:
    plan = replace(FAMILY_PLAN.for_member(ANNA.uid))
    words = sentences(on_paper(plan_for_citizen(plan, None, large_print=False, member_uid=ANNA.uid)))

    assert "Familien Bæk · Annas del" in words
    assert "MED ANNAS ORD »Jeg vil have Sofie med hjem.«" in words
    assert "Rolige morgener hjemme" in words
    assert "fodbold" not in words
    assert EMIL.name not in words


def test_a_goal_that_is_reached_or_put_aside_is_told_of_after_the_others() -> None:
    aside = replace(MORNINGS, uid=Uid("aside"), title="At løbe", status=GoalStatus.PUT_ASIDE)
    words = sentences(on_paper(citizens_plan(replace(PLAN, goals=(aside, *PLAN.goals)))))

    assert "Mål 4: At løbe Målet er lagt til side." in words
    assert "Mål 5: Styr på posten Målet er nået." in words


def test_many_scores_are_drawn_as_the_first_and_the_last() -> None:
    scores = tuple(ScoreContent(date(2025, month, 1), month % 5) for month in range(1, 13))
    goal = GoalContent(Uid("g"), "At sove", scores=scores)
    words = sentences(on_paper(citizens_plan(replace(PLAN, goals=(goal,)))))

    assert "1. jan." in words
    assert "1. dec." in words
    assert "1. marts" not in words
    assert "du gav 1 i januar 2025 og 2 i december 2025 (10 er bedst)" in words


def test_scores_of_two_years_have_their_years() -> None:
    scores = (ScoreContent(date(2025, 12, 1), 2), ScoreContent(date(2026, 11, 1), 2))
    words = sentences(on_paper(citizens_plan(replace(PLAN, goals=(GoalContent(Uid("g"), "At sove", scores=scores),)))))

    assert "1. dec. 2025" in words
    assert "Dit tal er stadig 2. 10 er bedst." in words


def test_what_consent_does_not_cover_stands_first_for_professionals() -> None:
    first = on_paper(plan_for_professionals(PLAN, None, large_print=False)).pages[0]

    assert any(line.startswith("Samtykket dækker ikke: Annas skole.") for line in first)


def test_a_later_version_says_what_is_new() -> None:
    before = replace(PLAN, number=2, own_words="Noget andet", agreements=())
    words = sentences(on_paper(plan_for_citizen(PLAN, difference(before, PLAN), large_print=False)))
    about = sentences(on_paper(plan_for_professionals(PLAN, difference(before, PLAN), large_print=False)))

    assert "Nyt siden sidst • Dine egne ord er ændret." in words
    assert "Nyt siden sidst • Lones egne ord er ændret." in about
    assert "Nyt siden sidst" not in sentences(on_paper(citizens_plan()))


TEXTS = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=60).filter(str.strip)


@st.composite
def agreements(draw: st.DrawFn) -> AgreementContent:
    status = draw(st.sampled_from(AgreementStatus))
    return AgreementContent(
        Uid(draw(st.uuids()).hex),
        draw(TEXTS),
        date(2026, 11, 1),
        who=draw(st.sampled_from(("", "Mette Holm"))),
        due_on=draw(st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1))),
        rhythm=draw(st.sampled_from(("", "hver fredag"))),
        status=status,
        settled_on=None if status is AgreementStatus.OPEN else date(2026, 11, 2),
        not_done_reason=draw(st.sampled_from(("", "Ferie."))),
    )


@st.composite
def goals(draw: st.DrawFn) -> GoalContent:
    return GoalContent(
        Uid(draw(st.uuids()).hex),
        draw(TEXTS),
        own_part=draw(st.just("") | TEXTS),
        status=draw(st.sampled_from(GoalStatus)),
        scores=tuple(
            ScoreContent(day, day.day % 11)
            for day in sorted(draw(st.lists(st.dates(date(2024, 1, 1), date(2026, 11, 1)), max_size=8)))
        ),
    )


@given(st.lists(agreements(), max_size=12), st.lists(goals(), max_size=8), st.booleans())
def test_no_agreement_and_no_goal_is_lost(
    promised: list[AgreementContent], worked_on: list[GoalContent], large_print: bool
) -> None:
    plan = replace(PLAN, agreements=tuple(promised), goals=tuple(worked_on))
    for compose in BOTH:
        words = list(words_in(compose(plan, None, large_print=large_print).blocks))
        for agreement in promised:
            assert agreement.what in words
        for goal in worked_on:
            assert any(word.endswith(goal.title) for word in words)
            assert any(goal.own_part.strip() in word for word in words)


@pytest.mark.parametrize("compose", BOTH)
def test_what_the_others_of_the_family_said_is_in_no_members_copy(compose: ComposePlan) -> None:
    annas = {"have det som de andre", "Anna er god til at tegne", "Jeg keder mig", "Hun er glad, når hun først"}
    emils = {"Emil pakker sin taske", "fodbold", "Fritidspas"}
    for member, own, others in ((ANNA, annas, emils), (EMIL, emils, annas)):
        paper = compose(FAMILY_PLAN.for_member(member.uid), None, large_print=False)
        said = " ".join(words_in(paper))

        assert all(words in said for words in own)
        assert not [words for words in others if words in said]


def test_each_members_part_stands_under_the_members_name() -> None:
    said = " ".join(line for page in on_paper(citizens_plan(FAMILY_PLAN)).pages for line in page)

    assert said.index("Annas del af planen") < said.index("At have en ven med hjem hver uge", 3000)
    assert said.index("Emils del af planen") < said.index("Aftaler for Emil")
    assert "del af planen" not in " ".join(words_in(citizens_plan()))


def test_the_promises_are_told_in_plain_words() -> None:
    kept = {
        (0, 0): "",
        (1, 0): "én ting, der skulle være gjort nu. Det blev ikke gjort til tiden.",
        (1, 1): "én ting, der skulle være gjort nu. Det blev gjort til tiden.",
        (4, 4): "4 ting, der skulle være gjort nu. De er alle gjort til tiden.",
        (4, 3): "Vi holdt 3 af 4 til tiden.",
    }
    for (due, number), words in kept.items():
        said = " ".join(words_in(citizens_plan(replace(PLAN, promises_due=due, promises_kept=number))))

        assert words in said
        assert ("Vi i kommunen" in said) is bool(words)


def test_members_who_said_yes_to_the_same_are_named_together() -> None:
    consents = tuple(replace(PLAN.consents[0], member_uid=member.uid) for member in FAMILY.members)

    words = sentences(on_paper(citizens_plan(replace(FAMILY_PLAN, consents=consents))))

    assert "Samtykke fra Lone Bæk, Anna Bæk og Emil" in words
    assert words.count("Samtykke fra") == 1
