"""A note about a contact from anywhere, by keyboard alone, in the program's own window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from koordinator.bootstrap.window import OpenWindow, build_window
from koordinator.domain.citizen import Citizen
from koordinator.domain.contact_note import ContactKind, ContactNote
from koordinator.texts.contact_notes import NOT_YET, SAVED
from koordinator.ui.tabs.contact_notes_card import ContactNotesCard
from koordinator.ui.tabs.dialogs.contact_note import ContactNoteDialog
from koordinator.ui.tabs.dialogs.pick_citizen import PickCitizen
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.fields import TimeField
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.table import DataList
from koordinator.usecases.unlock import Opened
from tests.support.office import KEY, Bench
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.parts import Memory, nameless

SHORTCUT = (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def lone(bench: Bench) -> Citizen:
    return bench.add_citizen()


@pytest.fixture
def shown(qtbot: QtBot, bench: Bench, lone: Citizen, tasks: Tasks) -> OpenWindow:
    made = build_window(Opened(bench.database.path, bench.database, KEY), tasks, Memory(), clock=bench.clock)
    qtbot.addWidget(made.window)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    wait_until_idle(qtbot, made.desk)
    return made


def notes_in(bench: Bench) -> tuple[ContactNote, ...]:
    with bench.office.aside() as tx:
        return tx.of(ContactNote).where()


def type_note(dialog: ContactNoteDialog) -> None:
    assert nameless(dialog) == []
    QTest.keyClicks(dialog.focusWidget(), "Kim fra jobcentret og mig")
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.focusWidget(), "Kim ringer til skolen på mandag")
    QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)


def test_from_any_page_somebody_is_found_first(qtbot: QtBot, bench: Bench, lone: Citizen, shown: OpenWindow) -> None:
    def find(dialog: PickCitizen) -> None:
        QTest.keyClicks(dialog.focusWidget(), "lon")
        (found,) = dialog.findChildren(DataList)
        qtbot.waitUntil(lambda: found.current_row() is not None)
        when_dialog_opens(ContactNoteDialog, type_note)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    when_dialog_opens(PickCitizen, find)
    QTest.keyClick(shown.window, *SHORTCUT)
    wait_until_idle(qtbot, shown.desk)
    qtbot.waitUntil(lambda: len(notes_in(bench)) == 1)

    (note,) = notes_in(bench)
    assert (note.subject_id, note.kind) == (lone.subject_id, ContactKind.AGREED)
    assert (note.who, note.what) == ("Kim fra jobcentret og mig", "Kim ringer til skolen på mandag")
    assert note.contacted_at == bench.clock.now()
    qtbot.waitUntil(shown.window.messages.isVisible)
    said = [label.text() for label in shown.window.messages.findChildren(Label)]
    assert SAVED.format(name=lone.name) in said


def test_on_the_citizens_page_it_is_about_the_citizen_and_can_be_corrected(
    qtbot: QtBot, bench: Bench, lone: Citizen, shown: OpenWindow
) -> None:
    shown.window.navigate("citizen", lone.id)
    wait_until_idle(qtbot, shown.desk)
    when_dialog_opens(ContactNoteDialog, type_note)
    QTest.keyClick(shown.window, *SHORTCUT)
    qtbot.waitUntil(lambda: len(notes_in(bench)) == 1)
    wait_until_idle(qtbot, shown.desk)
    (card,) = shown.window.findChildren(ContactNotesCard)

    def correct(dialog: ContactNoteDialog) -> None:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_A, CONTROL)
        QTest.keyClicks(dialog.focusWidget(), "Kim skriver")
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    when_dialog_opens(ContactNoteDialog, correct)
    card.list.setFocus()
    card.list.selectRow(0)
    QTest.keyClick(card.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(notes_in(bench)) == 2)
    wait_until_idle(qtbot, shown.desk)

    first, second = notes_in(bench)
    assert (second.what, second.corrects_id) == ("Kim skriver", first.id)
    assert card.list.model().rowCount() == 1


def test_what_has_not_taken_place_is_refused_in_the_form(
    qtbot: QtBot, bench: Bench, lone: Citizen, shown: OpenWindow
) -> None:
    shown.window.navigate("citizen", lone.id)
    wait_until_idle(qtbot, shown.desk)
    faults: list[str] = []

    def too_early(dialog: ContactNoteDialog) -> None:
        (at,) = dialog.findChildren(TimeField)
        later = bench.clock.now().astimezone() + timedelta(hours=3)
        at.set_value(later.time().replace(hour=23, minute=59))
        type_note(dialog)
        faults.append(at.shown_fault())
        dialog.done(0)

    when_dialog_opens(ContactNoteDialog, too_early)
    QTest.keyClick(shown.window, *SHORTCUT)
    qtbot.waitUntil(lambda: bool(faults))

    assert faults == [NOT_YET]
    assert notes_in(bench) == ()
