"""Every field has a limit and says so."""

from dataclasses import dataclass

import pytest

from koordinator.domain.errors import FieldMissing, FieldTooLong, UnusableCharacter
from koordinator.domain.limits import LINE, SHORT, checked, checked_fields


def test_text_comes_without_space_at_its_ends() -> None:
    assert checked("note", "  to linjer\r\nmed tab\there \n", LINE) == "to linjer\nmed tab\there"


def test_markup_emoji_and_other_scripts_are_text() -> None:
    text = "<b>Åse</b> & \N{SLIGHTLY SMILING FACE} \N{HEBREW LETTER ALEF}"

    assert checked("name", text, LINE) == text


def test_text_at_its_limit_is_taken_and_one_more_is_not() -> None:
    assert checked("title", "a" * SHORT, SHORT) == "a" * SHORT
    with pytest.raises(FieldTooLong) as caught:
        checked("title", "a" * (SHORT + 1), SHORT)
    assert (caught.value.field, caught.value.limit, caught.value.length) == ("title", SHORT, SHORT + 1)


def test_empty_text_is_missing_only_where_it_is_required() -> None:
    assert checked("note", " \t ", LINE) == ""
    with pytest.raises(FieldMissing) as caught:
        checked("name", " \t ", LINE, required=True)
    assert caught.value.field == "name"


@pytest.mark.parametrize("control", ["\x00", "\x08", "\x0b", "\x1b", "\x1f", "\x7f", "\x80", "\x9f", "\ud800"])
def test_control_characters_are_refused(control: str) -> None:
    with pytest.raises(UnusableCharacter):
        checked("name", f"Lone{control}Bæk", LINE)


@pytest.mark.parametrize("neighbour", [" ", "~", "\N{NO-BREAK SPACE}", "¡"])
def test_characters_beside_the_controls_are_text(neighbour: str) -> None:
    assert checked("name", f"Lone{neighbour}Bæk", LINE) == f"Lone{neighbour}Bæk"


@dataclass(frozen=True)
class Person:
    name: str
    note: str


def test_fields_of_a_thing_are_checked_together() -> None:
    limits = {"name": LINE, "note": SHORT}

    assert checked_fields(Person(" Lone ", ""), limits, required=("name",)) == Person("Lone", "")
    with pytest.raises(FieldMissing):
        checked_fields(Person(" ", "x"), limits, required=("name",))
