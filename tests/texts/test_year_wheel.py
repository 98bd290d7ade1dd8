"""The words of the year wheel: every kind, reason and day has its own, and numbers bend them."""

from datetime import date
from enum import StrEnum

import pytest

from koordinator.domain.follow_up import DueItem, DueKind
from koordinator.domain.holidays import Holiday, closed_on
from koordinator.domain.ids import MeetingId, SubjectId
from koordinator.domain.year_wheel import Counts, WheelKind
from koordinator.domain.year_wheel_days import notable_days
from koordinator.domain.year_wheel_visit import Visit, WhyNot
from koordinator.texts import year_wheel as words
from koordinator.texts import year_wheel_page as texts

ITEM = DueItem(DueKind.EFFORT, 1, SubjectId(1), "Lone Bæk", "Bostøtte", date(2027, 3, 15))
VISIT = Visit(date(2027, 2, 26), (ITEM,), ())


@pytest.mark.parametrize(
    ("table", "keys"), [(words.KINDS, WheelKind), (words.KINDS_LONG, WheelKind), (texts.REASONS, WhyNot)]
)
def test_each_has_its_words(table: dict[StrEnum, str], keys: type[StrEnum]) -> None:
    assert set(table) == set(keys)
    assert len(set(table.values())) == len(table)


def test_a_month_says_what_is_in_it() -> None:
    counts = Counts(((WheelKind.MEETING, 2), (WheelKind.AGREEMENT, 1)))

    assert words.month_spoken(11, counts, is_now=True) == "november, denne måned: 3 ting. Møder 2 · Aftaler 1"
    assert words.month_spoken(2, Counts(), is_now=False) == "februar: ingen ting"
    assert words.event_text(counts) == "Møder 2 · Aftaler 1. Se, hvad det er, i Koordinator."


def test_every_notable_day_of_two_years_has_a_name() -> None:
    days = (*notable_days(2023, closed_on(Holiday)), *notable_days(2027, closed_on(Holiday)))

    assert "26/12 2. juledag" in words.notable_line(days)
    assert "26/6 skolernes sommerferie begynder" in words.notable_line(days)


def test_what_was_gathered_and_taken_back() -> None:
    there = Visit(VISIT.on, VISIT.moved, (), MeetingId(3))

    assert texts.gathered(1, VISIT) == (
        "1 dato er flyttet til fredag 26. februar 2027, og besøget er planlagt under Møder."
    )
    assert texts.gathered(2, there).endswith("og mødet stod der i forvejen.")
    assert texts.visit_intro(there, 30).startswith("Der er et møde i forvejen fredag 26. februar 2027. ")
    assert texts.taken_back(3, 0, meeting_stays=False) == "3 datoer er flyttet tilbage."
    assert texts.taken_back(0, 1, meeting_stays=True) == (
        "Ingen datoer er flyttet tilbage. 1 dato er ændret imens og står uændret. "
        "Mødet er taget i brug og står der endnu."
    )


def test_very_many_lines_are_counted() -> None:
    assert texts.some_lines((ITEM,)) == "– Bevilling løber ud: Bostøtte · Lone Bæk · 15.03.2027"
    assert texts.some_lines((ITEM,) * 11).endswith("\n– og 3 til")
