"""Each thing that can be changed before and in the meeting, changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPlainTextEdit, QPushButton

from koordinator.domain.agreement import Agreement, AgreementStatus
from koordinator.domain.agreement_rules import Promise
from koordinator.domain.meeting import AgendaKind, Attendance, NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.texts import meeting_page as texts
from koordinator.ui.pages.meeting.dialogs import PromiseDialog
from koordinator.ui.pages.meeting.room_parts import NoteRow
from koordinator.ui.pages.meeting.room_since_last import EarlierPromise
from koordinator.ui.tabs.dialogs.appointment import MinutesField
from tests.support.meeting_world import SOON, employee_party
from tests.support.office import TODAY
from tests.ui.pages.meeting.room_bench import MeetingBench
from tests.ui.parts import in_dialog


def fill(words: str) -> Callable[[QDialog], None]:
    """Writes in the first field of a dialog and saves."""

    def act(dialog: QDialog) -> None:
        note, line = dialog.findChild(QPlainTextEdit), dialog.findChild(QLineEdit)
        if note is not None:
            note.setPlainText(words)
        elif line is not None:
            line.setText(words)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    return act


def test_an_agenda_item_is_added_and_changed(at: MeetingBench) -> None:
    at.open(at.world.planned().meeting.id)
    agenda = at.page.prepare.agenda
    in_dialog(fill("Ferien"))
    at.press(agenda.add)
    at.until(lambda file: file.agenda[-1].title == "Ferien")
    agenda.list.choose(at.page.work.file.agenda[-1].id)
    in_dialog(fill("Sommerferien"))
    at.key(agenda.list, Qt.Key.Key_Return)
    at.until(lambda file: file.agenda[-1].title == "Sommerferien")


def test_an_agenda_item_is_taken_away_by_its_key(at: MeetingBench) -> None:
    at.open(at.world.planned().meeting.id)
    agenda = at.page.prepare.agenda
    agenda.list.choose(at.page.work.file.agenda[-1].id)
    at.key(agenda.list, Qt.Key.Key_Delete)

    at.until(lambda file: len(file.agenda) == 6)


def test_somebody_is_added_before_and_in_the_meeting(at: MeetingBench) -> None:
    file = at.world.planned()
    at.open(file.meeting.id)
    in_dialog(QDialog.accept)
    at.press(at.page.prepare.participants.add)
    at.until(lambda file: len(file.participants) == 5)
    at.press(at.page.prepare.begin)
    at.qtbot.waitUntil(at.page.room.isVisible)
    in_dialog(QDialog.accept)
    at.press(at.page.room.strip.add)
    at.until(lambda file: len(file.participants) == 6)
    assert at.file().participants[-1].attendance is Attendance.PRESENT


def test_a_note_is_changed_and_taken_away(at: MeetingBench) -> None:
    meeting_id = at.world.running().meeting.id
    at.world.room_plan.note(at.world.actor, meeting_id, NoteDraft(NoteKind.WISH, "Ro"))
    at.open(meeting_id)
    row = at.page.room.notes.findChild(NoteRow)
    assert row is not None
    in_dialog(fill("Ro om morgenen"))
    row.edit_asked.emit()
    at.until(lambda file: file.notes[0].text == "Ro om morgenen")

    def shown() -> list[NoteRow]:
        return [each for each in at.page.room.notes.findChildren(NoteRow) if each.isVisible()]

    at.qtbot.waitUntil(lambda: bool(shown()))
    shown()[0].remove_asked.emit()
    at.until(lambda file: not file.notes)


def test_a_goal_gets_the_citizens_number(at: MeetingBench) -> None:
    meeting_id = at.world.running().meeting.id
    at.world.room_plan.set_goal(at.world.actor, meeting_id, "Rolige morgener")
    at.open(meeting_id)
    (score,) = [each for each in at.page.room.plan.findChildren(QPushButton) if each.text() == texts.SCORE_SHORT]

    def choose(dialog: QDialog) -> None:
        choice = dialog.findChild(QComboBox)
        assert choice is not None
        QTest.keyClick(choice, Qt.Key.Key_End)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(choose)
    at.press(score)
    at.until(lambda file: [each.score for each in file.scores] == [10])


def test_an_agreement_is_changed_and_withdrawn(at: MeetingBench) -> None:
    meeting_id = at.world.running().meeting.id
    at.world.room_plan.promise(at.world.actor, meeting_id, Promise("Ringer"))
    at.open(meeting_id)
    change = texts.CHANGE + ": "
    in_dialog(fill("Skriver"))
    at.press(named(at, change + "Ringer"))
    at.until(lambda file: file.agreements[0].what == "Skriver")

    def withdraw(dialog: QDialog) -> None:
        assert isinstance(dialog, PromiseDialog)
        (button,) = [each for each in dialog.findChildren(QPushButton) if each.text() == texts.WITHDRAW]
        button.click()

    in_dialog(withdraw)
    at.press(named(at, change + "Skriver"))
    at.until(lambda file: not file.agreements)


def named(at: MeetingBench, name: str) -> QPushButton:
    """The button that is called so."""
    (button,) = [each for each in at.page.room.plan.findChildren(QPushButton) if each.accessibleName() == name]
    return button


def test_an_earlier_agreement_comes_to_nothing_or_goes_on(at: MeetingBench) -> None:
    first, second = earlier_agreements(at)
    in_dialog(fill("Skolen svarede ikke"))
    card_of(at, first.what).not_done.emit()
    at.until(lambda file: file.since_last[0].status is AgreementStatus.NOT_DONE)
    later = TODAY + timedelta(days=60)
    in_dialog(fill(f"{later:%d.%m.%Y}"))
    card_of(at, second.what).goes_on.emit()
    at.until(lambda file: any(each.due_on == later for each in file.since_last))
    card_of(at, first.what).again.emit()
    at.until(lambda file: all(each.status is AgreementStatus.OPEN for each in file.since_last))


def card_of(at: MeetingBench, what: str) -> EarlierPromise:
    """The agreement's card that is on the screen."""

    def shown() -> list[EarlierPromise]:
        cards = at.page.room.notes.since_last.findChildren(EarlierPromise)
        return [each for each in cards if each.isVisible() and each.accessibleName() == what]

    at.qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def earlier_agreements(at: MeetingBench) -> tuple[Agreement, ...]:
    """Two agreements from a meeting before, and the room at the item where they are gone through."""
    world = at.world
    held = world.running().meeting.id
    for what in ("Taler med skolen", "Undersøger praktik"):
        world.room_plan.promise(world.actor, held, Promise(what, employee_party(world.kim), TODAY))
    agreements = world.closing.close(world.actor, held).agreements
    world.bench.clock.pass_days(30)
    later = world.planned(replace(SOON, starts_on=TODAY + timedelta(days=30)))
    at.open(world.room.open(world.actor, later.meeting.id).meeting.id)
    item = next(each for each in at.page.work.file.agenda if each.kind is AgendaKind.SINCE_LAST)
    at.page.room.agenda.choose(item.id)
    return agreements


def test_only_whole_minutes_within_limits(at: MeetingBench) -> None:
    field = MinutesField(75)
    at.qtbot.addWidget(field)

    assert (field.minutes(), field.fault()) == (75, "")
    for words in ("", "4", "1441", "en time", "²"):
        field.set_value(words)
        assert field.minutes() is None
        assert field.fault() == "Skriv hele minutter, fra 5 til 1.440."
