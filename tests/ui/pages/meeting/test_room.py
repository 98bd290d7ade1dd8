"""The room: nothing typed is lost, everything can be undone, and the earlier agreements are gone through."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.agreement_rules import Promise
from koordinator.domain.draft import DraftPlace
from koordinator.domain.limits import LONG
from koordinator.domain.meeting import AgendaKind, Attendance, NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.ui.focus import focus_inside
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.pages.meeting.room_since_last import EarlierPromise
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Theme
from tests.support.meeting_world import SOON, employee_party
from tests.support.office import TODAY
from tests.ui.pages.meeting.room_bench import MeetingBench
from tests.ui.parts import in_dialog, nameless


def place(at: MeetingBench) -> DraftPlace:
    return DraftPlace("meeting", at.page.work.file.meeting.id, "note")


def draft(at: MeetingBench) -> str:
    kept = at.world.drafts.find(at.world.actor, place(at))
    return kept.text if kept else ""


def test_what_is_typed_is_soon_in_the_database_and_comes_back(at: MeetingBench, qtbot: QtBot, tasks: Tasks) -> None:
    meeting_id = at.world.running().meeting.id
    at.open(meeting_id)
    editor = at.page.room.notes.input.editor()
    editor.setFocus()
    QTest.keyClicks(editor, "Kim taler med")

    qtbot.waitUntil(lambda: draft(at) == "Kim taler med")
    other = MeetingPage(at.desk)
    qtbot.addWidget(other)
    other.show_for(meeting_id)
    other.show()
    qtbot.waitUntil(lambda: other.work.is_open)
    assert other.room.notes.input.text() == "Kim taler med"
    other.room.notes.input.set_text("")  # nobody goes on writing there
    qtbot.waitUntil(lambda: tasks.is_idle)
    at.write(" skolen", Qt.Key.Key_F5)
    at.until(lambda file: bool(file.notes))
    assert at.file().notes[0].text == "Kim taler med skolen"
    qtbot.waitUntil(lambda: tasks.is_idle and draft(at) == "")


def test_reading_again_leaves_what_is_being_typed(at: MeetingBench, qtbot: QtBot, tasks: Tasks) -> None:
    at.open(at.world.running().meeting.id)
    editor = at.page.room.notes.input.editor()
    editor.setFocus()
    QTest.keyClicks(editor, "Kim")
    qtbot.waitUntil(lambda: draft(at) == "Kim")
    QTest.keyClicks(editor, " taler")
    at.page.mark_stale()
    qtbot.waitUntil(lambda: tasks.is_idle)

    assert editor.toPlainText() == "Kim taler"


def test_what_could_not_be_saved_comes_back_into_the_field(at: MeetingBench) -> None:
    at.open(at.world.running().meeting.id)
    at.world.closing.close(at.world.actor, at.page.work.file.meeting.id)

    with at.qtbot.waitSignal(at.desk.tasks.failed) as said:
        at.write("Det vigtigste af alt", Qt.Key.Key_F5)

    assert said.args == ["Forklaret: held"]
    assert at.page.room.notes.input.text() == "Det vigtigste af alt"


def test_a_text_that_is_too_long_stays_in_the_field(at: MeetingBench) -> None:
    at.open(at.world.running().meeting.id)
    at.page.room.notes.input.editor().setPlainText("x" * (LONG + 1))
    at.page.room.notes.press(NoteKind.SAID)

    assert len(at.page.room.notes.input.text()) == LONG + 1
    assert at.file().notes == ()


def test_a_private_note_is_for_its_author_and_promises_nothing(at: MeetingBench) -> None:
    at.open(at.world.running().meeting.id)
    at.page.room.notes.private.setChecked(True)
    at.write("Husk at ringe", Qt.Key.Key_F7)
    at.until(lambda file: bool(file.notes))

    assert at.file().notes[0].private
    assert at.file().agreements == ()


def test_everything_is_undone_act_by_act(at: MeetingBench) -> None:
    at.open(at.world.running().meeting.id)
    at.write("Et", Qt.Key.Key_F7)
    at.until(lambda file: bool(file.agreements))
    at.press(at.page.room.bar.undo)
    at.until(lambda file: not file.agreements and not file.notes)
    at.key(at.page.room.agenda, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at.until(lambda file: file.participants[1].attendance is Attendance.UNKNOWN)


def test_keys_note_who_came_late_and_who_wrote(at: MeetingBench) -> None:
    at.open(at.world.running().meeting.id)
    kim, bo = (at.page.room.strip.chips[row.id] for row in at.page.work.file.participants[2:])

    in_dialog(QDialog.accept)
    at.key(kim, Qt.Key.Key_K)
    at.until(lambda file: file.participants[2].arrived_clock is not None)
    at.press(bo)
    at.until(lambda file: file.participants[3].attendance is Attendance.PRESENT)
    assert "kom 12.00" in kim.text()


def test_earlier_agreements_are_gone_through(at: MeetingBench) -> None:
    world = at.world
    first = world.running().meeting.id
    for what in ("Taler med skolen", "Undersøger praktik"):
        world.room_plan.promise(world.actor, first, Promise(what, employee_party(world.kim), TODAY))
    world.closing.close(world.actor, first)
    world.bench.clock.pass_days(30)
    later = world.planned(replace(SOON, starts_on=TODAY + timedelta(days=30)))
    at.open(world.room.open(world.actor, later.meeting.id).meeting.id)
    item = next(each for each in at.page.work.file.agenda if each.kind is AgendaKind.SINCE_LAST)
    at.page.room.agenda.choose(item.id)
    cards = at.page.room.notes.since_last.findChildren(EarlierPromise)

    assert [card.accessibleName() for card in cards] == ["Taler med skolen", "Undersøger praktik"]
    done = cards[0].findChild(QPushButton)
    assert done is not None
    at.press(done)
    at.until(lambda file: file.since_last[0].status is AgreementStatus.DONE)


def test_many_of_everything_at_double_size_can_all_be_reached(at: MeetingBench, theme: Theme) -> None:
    meeting_id = at.world.running().meeting.id
    for number in range(40):
        at.world.room_plan.note(at.world.actor, meeting_id, NoteDraft(NoteKind.WISH, f"Ønske {number} <b>&</b>"))
    theme.set_text_scale(2.0)
    at.open(meeting_id)

    assert nameless(at.page.room) == []
    at.page.room.turn_to_closing()
    assert nameless(at.page.room) == []


def test_half_a_note_stays_with_its_own_meeting(at: MeetingBench) -> None:
    first, second = at.world.running().meeting.id, at.world.running().meeting.id
    at.open(first)
    field = at.page.room.notes.input
    field.setFocus()
    QTest.keyClicks(field.editor(), "Kim sp")
    at.open(second)
    assert field.text() == ""

    at.open(first)
    at.qtbot.waitUntil(lambda: field.text() == "Kim sp")
    assert at.file().notes == ()


def test_the_type_grows_with_the_screen(at: MeetingBench, theme: Theme) -> None:
    """As the drawing has it on 1366 by 768; on a larger screen it is read from as far away."""
    file = at.world.running()
    at.world.room_plan.note(at.world.actor, file.meeting.id, NoteDraft(NoteKind.SAID, "Jeg er træt"))
    at.open(file.meeting.id)
    for wide, tall, scale, least in ((1366, 768, 1.0, 18), (1920, 1080, 1.0, 25), (1920, 1080, 1.5, 37)):
        theme.set_text_scale(scale)
        at.page.resize(wide, tall)
        words: list[QWidget] = [part for part in at.page.room.findChildren(QLabel) if part.isVisible() and part.text()]
        words += [part for part in at.page.room.findChildren(QPushButton) if part.isVisible() and part.text()]
        assert words
        assert min(part.fontInfo().pixelSize() for part in words) >= least


def test_the_rooms_keys_work_after_a_form_has_changed_the_list(at: MeetingBench, qtbot: QtBot) -> None:
    at.open(at.world.running().meeting.id)
    at.page.activateWindow()
    at.page.room.plan.new_promise.setFocus()

    def fill_in(dialog: QDialog) -> None:
        (words,) = dialog.findChildren(QPlainTextEdit)
        QTest.keyClicks(words, "Kim ringer til skolen")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(fill_in)
    at.press(at.page.room.plan.new_promise)
    at.until(lambda file: len(file.agreements) == 1)
    at.page.activateWindow()
    at.page.setFocus()

    qtbot.waitUntil(lambda: focus_inside(at.page.room) is not None)
    here = focus_inside(at.page.room)
    assert here is not None
    QTest.keyClick(here, Qt.Key.Key_F12)
    assert at.page.room.is_closing
