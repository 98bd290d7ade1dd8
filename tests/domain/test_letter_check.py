"""A municipality's own text is refused where it stands, with the nearest that would do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.letter_check import LetterFault, LetterFaultKind, letter_faults, names_for
from koordinator.domain.letter_kinds import BLOCKS, END_REASONS, HANDOVERS, RULES, LetterKey, Placeholder
from tests.support.letter_texts import STANDARD

CITIZEN = STANDARD.texts[LetterKey.INVITATION_CITIZEN]


def faults(key: LetterKey, text: str) -> tuple[LetterFault, ...]:
    return letter_faults(key, text, STANDARD.vocabulary)


def kinds(key: LetterKey, text: str) -> list[LetterFaultKind]:
    return [fault.kind for fault in faults(key, text)]


@pytest.mark.parametrize("key", LetterKey)
def test_every_standard_text_may_be_used(key: LetterKey) -> None:
    assert faults(key, STANDARD.texts[key]) == ()


@pytest.mark.parametrize("key", LetterKey)
def test_what_must_stand_in_a_text_may_and_does_not_fall_away_with_something_else(key: LetterKey) -> None:
    rule = RULES[key]

    assert all(group <= rule.known or (len(group) == 1 and group <= rule.may) for group in rule.must)
    assert rule.perhaps <= rule.may
    assert rule.has_styles or not rule.may & BLOCKS


def test_every_placeholder_stands_in_some_standard_text_or_may() -> None:
    assert set(Placeholder) == {each for rule in RULES.values() for each in rule.may}
    assert set(HANDOVERS.values()) | set(END_REASONS.values()) < set(LetterKey)


def test_a_name_that_does_not_exist_is_marked_where_it_stands_with_the_nearest() -> None:
    text = CITIZEN.replace("{tid og sted}", "{tid og sted}\n{Mødedage}")
    (fault,) = faults(LetterKey.INVITATION_CITIZEN, text)

    assert fault.kind is LetterFaultKind.UNKNOWN
    assert text[fault.start : fault.end] == "{Mødedage}"
    assert (fault.what, fault.nearest) == (("Mødedage",), "mødedag")


def test_where_nothing_is_near_nothing_is_proposed() -> None:
    (fault,) = faults(LetterKey.END_OTHER, "Det er slut. {xqzw}")

    assert (fault.kind, fault.nearest) == (LetterFaultKind.UNKNOWN, "")


def test_only_what_may_stand_in_the_text_is_proposed() -> None:
    neutral = names_for(LetterKey.NEUTRAL_RELATIVE, STANDARD.vocabulary)

    assert "borger" not in neutral
    assert "dagsorden" not in neutral
    assert {"navn", "tid og sted", "du"} <= set(neutral)


def test_what_belongs_in_another_text_is_refused() -> None:
    text = STANDARD.texts[LetterKey.NEUTRAL_RELATIVE] + "\nDet handler om {borger}."
    (fault,) = faults(LetterKey.NEUTRAL_RELATIVE, text)

    assert (fault.kind, fault.what) == (LetterFaultKind.NOT_HERE, ("borger",))
    assert text[fault.start : fault.end] == "{borger}"


def test_a_list_or_a_card_stands_alone_on_its_line() -> None:
    text = CITIZEN + "\nDe kommer: {deltagere}"

    assert kinds(LetterKey.INVITATION_CITIZEN, text) == [LetterFaultKind.NOT_ALONE]


@pytest.mark.parametrize(
    ("key", "without", "missing"),
    [
        (LetterKey.INVITATION_CITIZEN, "{tid og sted}", [("mødedag", "tid og sted"), ("klokkeslæt", "tid og sted")]),
        (LetterKey.INVITATION_CITIZEN, "{flyttet}", [("flyttet",)]),
        (LetterKey.CONSENT, "{rettigheder}", [("rettigheder",)]),
        (LetterKey.END, "{slutdag}", [("slutdag",)]),
        (LetterKey.COVER, "{papirer}", [("papirer",)]),
    ],
)
def test_a_text_cannot_lose_what_it_is_for(key: LetterKey, without: str, missing: list[tuple[str, ...]]) -> None:
    found = [fault.what for fault in faults(key, STANDARD.texts[key].replace(without, ""))]

    assert found[: len(missing)] == missing


def test_day_clock_and_place_may_be_written_into_a_sentence_instead() -> None:
    text = CITIZEN.replace("{tid og sted}", "Vi mødes {mødedag} {klokkeslæt}. Sted: {sted}.")

    assert faults(LetterKey.INVITATION_CITIZEN, text) == ()


@pytest.mark.parametrize(
    "line",
    ["[Vi mødes {mødedag} {klokkeslæt}, {sted}.]", "Vi mødes {mødedag} {klokkeslæt}, {sted} med {koordinator}."],
)
def test_what_must_stand_may_not_fall_away(line: str) -> None:
    text = CITIZEN.replace("{tid og sted}", line)

    assert kinds(LetterKey.INVITATION_CITIZEN, text) == [LetterFaultKind.MISSING] * 3


def test_nothing_that_somebody_says_yes_to_can_be_lost_and_sentences_can_be_added() -> None:
    standard = STANDARD.texts[LetterKey.CONSENT]

    assert kinds(LetterKey.CONSENT, f"{standard}\nVi passer godt på det.") == []
    for line in standard.split("\n"):
        assert LetterFaultKind.MISSING in kinds(LetterKey.CONSENT, standard.replace(line, "Nej."))


@pytest.mark.parametrize("title", ["", "Uden mærke\n", "# {kommune}\n", "# [Ring til {koordinator}]\n", "# \n"])
def test_a_letter_has_a_heading_that_cannot_fall_away(title: str) -> None:
    text = title + CITIZEN.partition("\n")[2]

    assert kinds(LetterKey.INVITATION_CITIZEN, text) == [LetterFaultKind.NO_TITLE]


def test_a_letter_has_one_heading() -> None:
    assert kinds(LetterKey.INVITATION_CITIZEN, CITIZEN + "\n# En til") == [LetterFaultKind.SECOND_TITLE]


def test_faults_come_in_the_order_in_which_they_stand() -> None:
    text = "# A {x\n{borger} **\n{y}"
    found = kinds(LetterKey.END, text)

    assert found[:4] == [
        LetterFaultKind.UNCLOSED,
        LetterFaultKind.NOT_HERE,
        LetterFaultKind.UNCLOSED_BOLD,
        LetterFaultKind.UNKNOWN,
    ]


@given(st.sampled_from(LetterKey), st.text(st.sampled_from("{}[]|*#->! \nnavndu")))
def test_whatever_is_typed_can_be_checked(key: LetterKey, text: str) -> None:
    for fault in faults(key, text):
        assert 0 <= fault.start <= fault.end <= len(text)
