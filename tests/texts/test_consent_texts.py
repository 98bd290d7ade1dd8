"""The words of consent: what is left out, who may not hear it any more, and the text that somebody says yes to."""

from datetime import date

import pytest

from koordinator.texts import consent, meeting_readers, paper_consent
from tests.support.letter_texts import consent_text


@pytest.mark.parametrize(
    ("numbers", "said"),
    [((), ""), ((3,), "3"), ((1, 2, 3), "1-3"), ((1, 2, 4, 7), "1-2, 4 og 7"), ((2, 9), "2 og 9")],
)
def test_numbers_in_a_row_are_one_range(numbers: tuple[int, ...], said: str) -> None:
    assert paper_consent.item_ranges(numbers) == said


def test_who_takes_part_is_called_by_the_first_name_unless_two_are_called_so() -> None:
    assert paper_consent.limited("Tina Dam", (1, 2, 3)) == "Tina deltager kun i punkt 1-3."
    assert paper_consent.limited("Tina Dam", (1,), 2) == "Tina Dam deltager kun i punkt 1."
    assert paper_consent.limited("Bo Thygesen", ()) == "Bo er ikke omfattet af et samtykke og deltager ikke."
    assert paper_consent.you_take_part(()) == ""


def test_each_person_who_is_left_out_is_named_once() -> None:
    lines = [("Tina Dam", ("Økonomi", "Helbred")), ("Bo", (None, "Økonomi"))]

    assert consent.exceptions_words(lines) == "Tina Dam ikke om økonomi og helbred. Bo slet ikke."
    assert consent.shared_with([]) == consent.ALL_INVITED
    assert consent.shared_with(["Kim", "Bo"]) == "Kim og Bo"


def test_the_text_says_what_was_chosen() -> None:
    until = date(2027, 11, 20)
    text = consent_text("Lone Bæk", "Lone Bæk", "Planen", consent.ALL_INVITED, "Tina ikke om økonomi.", until)

    assert text.startswith("Jeg, Lone Bæk, siger ja til, at oplysninger om mig må deles")
    assert "alle, der er inviteret til møderne." in text
    assert "Undtaget er: Tina ikke om økonomi." in text
    assert "til og med 20. november 2027" in text
    child = consent_text("Anna Bæk", "Lone Bæk", "", "Kim", "", None)
    assert "Jeg, Lone Bæk, siger ja på Anna Bæks vegne til" in child
    assert "Undtaget" not in child


def test_a_person_is_told_what_keeps_them_out() -> None:
    assert consent.person_standing("Kim", "✓ Omfattet", []) == "Kim: ✓ Omfattet."
    assert "Ikke om økonomi og helbred" in consent.person_standing("Kim", "Delvist", ["Økonomi", "Helbred"])
    assert meeting_readers.choose_themes([3, 4], ["Tina Dam"]).startswith("Punkt 3-4 har ikke et emne, så Tina")
