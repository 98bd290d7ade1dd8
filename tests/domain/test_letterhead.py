"""Brevpapir: which colours can be read, and what the settings make of the paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.letterhead import Envelope, Letterhead, letterhead_of
from koordinator.domain.letterhead_colour import (
    STANDARD_ACCENT,
    FaintColour,
    NotAColour,
    checked_accent,
    is_readable,
    nearest_readable,
    tint_of,
)
from koordinator.domain.letterhead_logo import LogoPicture
from koordinator.domain.setting import STANDARD_VALUES, SettingKey

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
LOGO = LogoPicture(b"png", 300, 100)


@pytest.mark.parametrize(
    ("typed", "kept"), [("", ""), ("  ", ""), ("0b5563", "#0B5563"), (" #0b5563 ", "#0B5563"), ("#000000", "#000000")]
)
def test_a_colour_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert checked_accent(typed) == kept


@pytest.mark.parametrize("typed", ["blå", "#12", "#12345", "#1234567", "##123456", "rgb(0,0,0)", "#12345G"])
def test_what_is_no_colour_is_refused(typed: str) -> None:
    with pytest.raises(NotAColour) as refused:
        checked_accent(typed)

    assert refused.value.text == typed


def test_a_faint_colour_is_refused_with_the_nearest_that_can_be_read() -> None:
    with pytest.raises(FaintColour) as refused:
        checked_accent("#e0a458")

    assert (refused.value.colour, refused.value.nearest) == ("#E0A458", "#976F3B")


@pytest.mark.parametrize(
    ("colour", "readable"),
    [
        ("#767676", True),
        ("#777777", False),
        # In colour it is enough, but the grey of it is too light.
        ("#E60000", True),
        ("#FF0000", False),
        ("#00FF00", False),
        ("#FF00FF", False),
        (STANDARD_ACCENT, True),
    ],
)
def test_the_limit_is_that_of_wcag_in_colour_and_in_grey(colour: str, readable: bool) -> None:
    assert is_readable(colour) is readable


@given(COLOURS)
def test_what_is_proposed_can_be_read_and_is_changed_only_where_it_must_be(colour: str) -> None:
    nearest = nearest_readable(colour)

    assert is_readable(nearest)
    assert (nearest == colour) is is_readable(colour)
    assert nearest_readable(nearest) == nearest
    assert checked_accent(nearest) == nearest


@given(COLOURS)
def test_a_tint_is_nearly_white(colour: str) -> None:
    assert all(int(tint_of(colour)[place : place + 2], 16) >= 234 for place in (1, 3, 5))


def test_the_standard_settings_make_plain_paper() -> None:
    assert letterhead_of(STANDARD_VALUES, None) == Letterhead()
    assert Letterhead().window is None


def test_the_settings_make_the_letterhead() -> None:
    values = STANDARD_VALUES | {
        SettingKey.MUNICIPALITY: "Lilleby Kommune",
        SettingKey.MAIN_PHONE: "99 12 30 00",
        SettingKey.LETTERHEAD_DEPARTMENT: "Familie",
        SettingKey.LETTERHEAD_WEB: "lilleby.example",
        SettingKey.ACCENT_COLOUR: "#7A1F1F",
        SettingKey.ENVELOPE: "m65",
    }

    made = letterhead_of(values, LOGO)

    assert (made.phone, made.department, made.web) == ("99 12 30 00", "Familie", "lilleby.example")
    assert (made.accent, made.logo, made.envelope) == ("#7A1F1F", LOGO, Envelope.M65)
    assert made.window is not None
    assert made.window.folds == (99, 198)
    assert letterhead_of(values | {SettingKey.LETTERHEAD_PHONE: "12 34 56 78"}, None).phone == "12 34 56 78"


@pytest.mark.parametrize(
    ("name", "logo", "shown"),
    [("", None, "Lilleby"), ("", LOGO, ""), ("Familieteamet", LOGO, "Familieteamet"), ("Team", None, "Team")],
)
def test_a_logo_says_the_municipalitys_name(name: str, logo: LogoPicture | None, shown: str) -> None:
    assert Letterhead(municipality="Lilleby", name=name, logo=logo).shown_name == shown


@pytest.mark.parametrize("envelope", Envelope)
def test_the_address_stands_within_what_is_kept_free_and_above_the_first_fold(envelope: Envelope) -> None:
    window = Letterhead(envelope=envelope).window

    assert window is not None
    assert window.clear_left <= window.left
    assert window.left + window.width <= window.clear_right
    assert window.clear_top <= window.top
    assert window.top + window.height <= min(window.clear_bottom, *window.folds)
    assert not any(fold - 4 < window.clear_bottom < fold + 4 for fold in window.folds)
