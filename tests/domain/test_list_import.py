import pytest

from koordinator.domain.list_import import REQUIRED_FIELDS, ListField, word_key
from tests.domain.lists import HEADINGS, mapping


@pytest.mark.parametrize("text", ["CPR-nr.", "cpr nr", "CPRNR", " Cpr-Nr. "])
def test_spelling_of_a_heading_makes_no_difference(text: str) -> None:
    assert word_key(text) == "cprnr"


def test_finds_the_fields_by_their_headings_in_any_order() -> None:
    found = mapping(("Sag", "Cpr", "Borger", "Enhed", "Afdeling", "Skostørrelse"))

    assert found.fields == (
        ListField.CASE_NUMBER,
        ListField.CPR,
        ListField.NAME,
        ListField.DEPARTMENT,
        ListField.TEAM,
        None,
    )
    assert found.missing == ()


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (("Fagenhed", "Afdeling"), (ListField.DEPARTMENT, ListField.TEAM)),
        (("Afdeling", "Team"), (ListField.DEPARTMENT, ListField.TEAM)),
        (("Afdeling",), (ListField.DEPARTMENT,)),
        (("Sagsnr.", "Sag"), (ListField.CASE_NUMBER, ListField.TITLE)),
        (("Navn", "Borger"), (ListField.NAME, None)),
        (("Borger", "Navn"), (None, ListField.NAME)),
        (("Navn", "Navn"), (ListField.NAME, None)),
    ],
)
def test_word_with_two_meanings_goes_where_it_is_missing(
    headings: tuple[str, ...], fields: tuple[ListField | None, ...]
) -> None:
    assert mapping(headings).fields == fields


def test_person_corrects_a_column() -> None:
    found = mapping(("Navn", "Kaldenavn"))

    corrected = found.with_field(1, ListField.NAME)

    assert found.fields == (ListField.NAME, None)
    assert corrected.fields == (None, ListField.NAME)
    assert corrected.with_field(1, None).fields == (None, None)


def test_says_which_required_fields_have_no_column() -> None:
    assert mapping(("Status",)).missing == REQUIRED_FIELDS
    assert mapping(HEADINGS).missing == ()
