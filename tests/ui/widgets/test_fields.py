from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from koordinator.texts import ui as texts
from koordinator.ui.widgets.choices import CheckBox
from koordinator.ui.widgets.date_edits import DateEdit
from koordinator.ui.widgets.fields import CheckField, ChoiceField, DateField, Field, NoteField, TextField, TimeField
from koordinator.ui.widgets.line_edits import LineEdit
from tests.ui.parts import accessible_name, nameless

TODAY = date(2026, 11, 21)


def today() -> date:
    return TODAY


def shown(qtbot: QtBot, field: Field) -> Field:
    qtbot.addWidget(field)
    field.show()
    assert nameless(field) == []
    return field


def test_required_field_says_what_is_missing_until_it_is_there(qtbot: QtBot) -> None:
    field = TextField("Navn", limit=80, required=True)
    shown(qtbot, field)
    line = field.findChild(LineEdit)
    assert line is not None

    assert not field.check()
    assert field.shown_fault() == texts.MISSING
    assert line.accessibleDescription() == texts.MISSING
    QTest.keyClicks(line, "Lone")

    assert field.shown_fault() == ""
    assert field.value() == "Lone"


def test_limit_is_said_before_it_is_passed_and_when_it_is(qtbot: QtBot) -> None:
    field = TextField("Navn", limit=20, hint="Som i folkeregistret")
    shown(qtbot, field)

    field.set_value("x" * 18)
    assert field._hint.text() == "18 af 20 tegn"
    assert field.check()
    field.set_value("x" * 23)
    assert "3 for lang" in field.shown_fault()
    assert field.value() == "x" * 23
    field.set_value("x")
    assert (field.shown_fault(), field._hint.text()) == ("", "Som i folkeregistret")


def test_space_round_the_words_is_left_out(qtbot: QtBot) -> None:
    field = TextField("Navn", "  Lone Bæk ", limit=80)
    shown(qtbot, field)

    assert field.value() == "Lone Bæk"


def test_note_says_itself_when_it_is_too_long(qtbot: QtBot) -> None:
    field = NoteField("Begrundelse", limit=20, required=True, voice=True)
    shown(qtbot, field)

    assert not field.check()
    assert field.shown_fault() == texts.MISSING
    field.set_value("Fordi")
    assert field.check()
    field.set_value("x" * 30)
    assert not field.check()
    assert field.shown_fault() == ""
    assert field.value() == "x" * 30


def test_choice_must_be_made(qtbot: QtBot) -> None:
    field = ChoiceField("Hvem", ((None, "Vælg en person"), (1, "Mette Holm")), required=True)
    shown(qtbot, field)

    assert not field.check()
    assert field.shown_fault() == texts.CHOOSE_ONE
    field.set_value(1)
    assert field.shown_fault() == ""
    field.set_options(((1, "Mette Holm"), (2, "Ida Mikkelsen")))
    assert field.value() == 1


def test_date_is_written_out_when_the_field_is_left(qtbot: QtBot) -> None:
    edit = DateEdit("Senest", today)
    qtbot.addWidget(edit)
    edit.show()
    qtbot.waitUntil(edit.isActiveWindow)

    QTest.keyClicks(edit, "3/12")
    QTest.keyClick(edit, Qt.Key.Key_Return)

    assert (edit.text(), edit.day()) == ("03.12.2026", date(2026, 12, 3))
    assert "torsdag 3. december 2026, uge 49" in edit.toolTip()


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", texts.MISSING),
        ("i morgen", texts.NOT_A_DATE),
        ("1.11.2026", texts.date_before(TODAY)),
        ("1.1.2029", texts.date_after(date(2028, 1, 1))),
        ("21.11.2026", ""),
        ("1.1.28", ""),
    ],
)
def test_date_that_will_not_do_says_why(qtbot: QtBot, typed: str, fault: str) -> None:
    field = DateField("Senest", today, required=True)
    shown(qtbot, field)
    field.set_bounds(TODAY, date(2028, 1, 1))
    edit = field.findChild(DateEdit)
    assert edit is not None

    edit.setText(typed)
    field.check()

    assert field.shown_fault() == fault


def test_date_may_be_left_out(qtbot: QtBot) -> None:
    field = DateField("Senest", today, TODAY)
    shown(qtbot, field)

    field.set_value(None)

    assert field.check()
    assert field.value() is None


def test_unreadable_date_says_so_when_the_field_is_left(qtbot: QtBot) -> None:
    field = DateField("Senest", today)
    shown(qtbot, field)
    edit = field.findChild(DateEdit)
    assert edit is not None

    QTest.keyClicks(edit, "mandag")
    QTest.keyClick(edit, Qt.Key.Key_Return)

    assert field.shown_fault() == texts.NOT_A_DATE
    assert edit.text() == "mandag"


def test_date_is_picked_in_a_calendar_with_danish_weeks(qtbot: QtBot) -> None:
    edit = DateEdit("Senest", today, date(2026, 12, 3))
    qtbot.addWidget(edit)
    edit.show()

    edit.open_calendar()
    calendar = edit.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    assert calendar.selectedDate().day() == 3
    calendar.clicked.emit(calendar.selectedDate().addDays(7))

    assert edit.day() == date(2026, 12, 10)


@pytest.mark.parametrize(
    ("typed", "value", "fault"),
    [("930", time(9, 30), ""), ("25.00", None, texts.NOT_A_TIME), ("", None, texts.MISSING)],
)
def test_time_is_read_or_refused(qtbot: QtBot, typed: str, value: time | None, fault: str) -> None:
    field = TimeField("Klokken", required=True)
    shown(qtbot, field)

    field._time.setText(typed)
    field.check()

    assert (field.value(), field.shown_fault()) == (value, fault)


def test_time_is_written_out_when_the_field_is_left(qtbot: QtBot) -> None:
    field = TimeField("Klokken", time(13))
    shown(qtbot, field)
    assert field._time.text() == "13.00"

    field._time.clear()
    QTest.keyClicks(field._time, "930")
    QTest.keyClick(field._time, Qt.Key.Key_Return)

    assert field._time.text() == "09.30"
    field.set_value(None)
    assert field.value() is None


def test_tick_has_its_words_as_its_name(qtbot: QtBot) -> None:
    field = CheckField("Lone har fået det at vide", is_on=True, hint="Vi skriver det i referatet.")
    shown(qtbot, field)
    box = field.findChild(CheckBox)
    assert box is not None

    field.set_value(False)

    assert field.value() is False
    assert field.check()
    assert accessible_name(box) == "Lone har fået det at vide"
