"""The wheel drawn: every number with its mark, on one page, in the calendar; nobody is named on it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar
from pypdfium2 import PdfDocument

from koordinator.bootstrap.resources import resources_dir
from koordinator.documents.compose.year_wheel import wheel_calendar, wheel_figure
from koordinator.documents.figure_wheel import OUTER, SIZE
from koordinator.documents.figures import Circle, Label, Line, Polygon, Rect
from koordinator.documents.ics import days_file
from koordinator.documents.palette import PAPER
from koordinator.documents.pdf import PdfPress
from koordinator.documents.wheel_maker import YearWheelSheets
from koordinator.domain.follow_up import DueItem
from koordinator.domain.year_wheel import WHEEL_KINDS
from koordinator.usecases.year_wheel import Whose
from tests.documents.drawings import FULL_WHEEL, ITEM, sheet_of
from tests.support.demo import opened_demo, services_of

STAMP = datetime(2026, 11, 21, 11, tzinfo=UTC)


@pytest.fixture(scope="module")
def sheets() -> YearWheelSheets:
    return YearWheelSheets(PdfPress(resources_dir() / "fonts"))


def text_of(content: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in PdfDocument(content)]


def test_the_numbers_stand_in_the_wheel_with_different_marks() -> None:
    figure = wheel_figure(FULL_WHEEL)
    labels = [shape.text for shape in figure.shapes if isinstance(shape, Label)]

    assert labels.count(f"{120 * len(WHEEL_KINDS):,}".replace(",", ".")) == 1
    assert "2028" in labels
    assert [name for name in labels if name in ("jan", "feb", "dec")] == ["jan", "feb", "dec"]
    assert len({type(shape) for shape in figure.shapes}) == len({Circle, Label, Line, Polygon, Rect})
    assert figure.alternative.startswith("Årshjul 2028: januar 0, februar 1.200, marts 0")


def test_nothing_leaves_the_drawing() -> None:
    for width in (SIZE, 1.12 * SIZE):
        for shape in wheel_figure(FULL_WHEEL, width).shapes:
            xs = [x for x, _ in shape.corners] if isinstance(shape, Polygon) else [getattr(shape, "x", width / 2)]
            assert all(0 <= x <= width for x in xs)
    assert OUTER < SIZE / 2


def test_the_picture_is_a_drawing_in_the_given_colours(sheets: YearWheelSheets) -> None:
    picture = sheets.picture(FULL_WHEEL, {ink.value: colour for ink, colour in PAPER.items()})

    assert ET.fromstring(picture.svg).tag.endswith("svg")  # noqa: S314 (our own drawing)
    assert 0 < picture.inner < picture.outer < 1


@pytest.mark.parametrize("items", [(), (ITEM,)])
@pytest.mark.parametrize("year", [2000, 2026, 2028, 2100])
def test_the_paper_is_one_page(sheets: YearWheelSheets, items: tuple[DueItem, ...], year: int) -> None:
    made = sheets.paper(sheet_of(*items, year=year))

    (page,) = text_of(made.content)
    assert f"Årshjul {year}" in page
    assert "Lilleby Kommune" in page


def test_a_full_wheel_is_one_page_too(sheets: YearWheelSheets) -> None:
    made = sheets.paper(FULL_WHEEL)

    (page,) = text_of(made.content)
    assert "1.200" in page
    assert sheets.paper(FULL_WHEEL) == made


def test_each_day_of_the_calendar_is_a_whole_day_that_names_nobody(sheets: YearWheelSheets) -> None:
    summer_time, new_year = date(2028, 3, 26), date(2028, 12, 31)
    sheet = sheet_of(ITEM, replace(ITEM, thing_id=2), *(replace(ITEM, due_on=day) for day in (summer_time, new_year)))

    made = sheets.calendar(sheet, STAMP)

    calendar: Any = Calendar.from_ical(made.content)
    events = {event["DTSTART"].dt: event for event in calendar.walk("VEVENT")}
    assert (calendar["METHOD"], calendar["VERSION"]) == ("PUBLISH", "2.0")
    assert set(events) == {date(2028, 2, 29), summer_time, new_year}
    assert events[new_year]["DTEND"].dt == date(2029, 1, 1)
    leap = events[date(2028, 2, 29)]
    assert (str(leap["SUMMARY"]), str(leap["UID"])) == ("Opfølgning (2)", "f00d-20280229")
    assert (leap["TRANSP"], leap["CLASS"], leap["DTSTAMP"].dt) == ("TRANSPARENT", "CONFIDENTIAL", STAMP)
    assert "ATTENDEE" not in leap
    for word in ("Lone", "Bæk", "skolen", "Kim"):
        assert word.encode() not in made.content


def test_an_empty_year_is_an_empty_calendar() -> None:
    assert Calendar.from_ical(days_file(wheel_calendar(sheet_of(), STAMP))).walk("VEVENT") == []


def test_no_name_of_the_demo_is_on_the_wall_or_in_the_calendar(demo_folder: Path, sheets: YearWheelSheets) -> None:
    with opened_demo(demo_folder) as opened:
        services = services_of(opened)
        actor = services.who_acts.owner()
        page = services.year_wheels.open(actor, 2027, Whose.TEAM)
        municipality = page.sheet.municipality
    names = {item.subject_name for month in page.wheel.months for item in month.items}
    names |= {item.who for month in page.wheel.months for item in month.items} | {"Mette", "Holm"}
    words = {word for name in names for word in name.split() if word[:1].isupper()} - set(municipality.split())
    assert len(words) > 10

    calendar = sheets.calendar(page.sheet, STAMP).content.decode()
    text = " ".join(text_of(sheets.paper(page.sheet).content)) + calendar.replace("\r\n ", "")

    assert [word for word in words if word in text.split()] == []
