"""A whole meeting in the program's own window with the keyboard alone: from Begynd mødet to Luk mødet.

Every key goes to whatever has the keyboard, as it does for somebody without a mouse.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.ids import AgendaItemId
from koordinator.domain.meeting import Attendance, MeetingStatus, NoteKind
from koordinator.texts import meeting_page as texts
from koordinator.ui.pages.meeting.page import MeetingPage
from koordinator.ui.tasks import Tasks
from koordinator.usecases.meeting_file import MeetingFile
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingWorld, make_world
from tests.support.office import Bench
from tests.ui.office_window import open_window
from tests.ui.parts import accessible_name, in_dialog

FAR: Final = 80


class Hands:
    """Somebody at the keyboard who has no mouse."""

    def __init__(self, qtbot: QtBot, page: MeetingPage) -> None:
        self._qtbot, self._page = qtbot, page

    @property
    def file(self) -> MeetingFile:
        return self._page.work.file

    def press(self, key: Qt.Key, *more: Qt.Key, ctrl: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for each in (key, *more):
            QTest.keyClick(keyboard(), each, held)

    def type(self, text: str) -> None:
        QTest.keyClicks(keyboard(), text)

    def note(self, text: str, key: Qt.Key) -> None:
        """F5-F8 with the words in the field."""
        before = len(self.file.notes)
        self.type(text)
        self.press(key)
        self.until(lambda file: len(file.notes) == before + 1)

    def tab_to(self, name: str) -> None:
        """Tab after Tab until the thing has the keyboard."""
        for _ in range(FAR):
            if name in accessible_name(keyboard()):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(name)

    def fill(self, *fields: str) -> None:
        """In the next dialog: Tab to each field and type, then Ctrl+Enter. Nothing is typed where there is nothing."""

        def fill(dialog: QDialog) -> None:
            for number, text in enumerate(fields):
                if number:
                    self.press(Qt.Key.Key_Tab)
                self.type(text)
            QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

        in_dialog(fill)

    def until(self, holds: Callable[[MeetingFile], bool]) -> None:
        """Waits for the meeting to be so, and for the keyboard to be back in its window."""
        self._qtbot.waitUntil(lambda: holds(self.file))
        self._page.window().activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def keyboard() -> QWidget:
    """Where the keyboard is."""
    return QApplication.focusWidget() or QWidget()


def test_a_whole_meeting_without_a_mouse(qtbot: QtBot, bench: Bench, tasks: Tasks) -> None:
    world, desk = make_world(bench), desk_at(bench, tasks)
    meeting_id = world.planned().meeting.id
    main = open_window(qtbot, bench, desk, (("citizen", None), ("meeting", MeetingPage)))
    main.navigate("meeting", meeting_id)
    page = main.pages.page()
    assert isinstance(page, MeetingPage)
    qtbot.waitUntil(lambda: page.work.is_open)
    hands = Hands(qtbot, page)
    hands.until(lambda file: file.meeting.status is MeetingStatus.PLANNED)
    page.prepare.begin.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.until(lambda file: file.meeting.status is MeetingStatus.RUNNING)
    qtbot.waitUntil(page.room.notes.input.editor().hasFocus)

    see_who_is_there(hands)
    write(hands, world)
    leave_nothing_open(hands)
    close(hands, page)


def see_who_is_there(hands: Hands) -> None:
    for number in (0, 1):
        hands.press(Qt.Key.Key_F2, Qt.Key.Key_Space)
        hands.until(partial(is_there, number=number))
    hands.press(Qt.Key.Key_F2)
    hands.fill("")
    hands.press(Qt.Key.Key_K)
    hands.until(lambda file: file.participants[2].arrived_clock is not None)
    hands.press(Qt.Key.Key_F2, Qt.Key.Key_Space)
    hands.until(lambda file: file.participants[3].attendance is Attendance.PRESENT)
    hands.fill("")
    hands.press(Qt.Key.Key_G)
    hands.until(lambda file: file.participants[3].left_clock is not None)


def is_there(file: MeetingFile, *, number: int) -> bool:
    return file.participants[number].attendance is Attendance.PRESENT


def is_done(file: MeetingFile, *, item_id: AgendaItemId) -> bool:
    return next(item for item in file.agenda if item.id == item_id).done


def write(hands: Hands, world: MeetingWorld) -> None:
    hands.press(Qt.Key.Key_F5)
    hands.press(Qt.Key.Key_F9)
    hands.until(lambda file: file.agenda[0].done)
    hands.note("Jeg vil bare have en at ringe til.", Qt.Key.Key_F5)
    hands.note("At morgenerne bliver rolige.", Qt.Key.Key_F6)
    hands.note("Kim taler med skolen.", Qt.Key.Key_F7)
    hands.note("Aflastning hver anden weekend.", Qt.Key.Key_F8)
    assert [note.kind for note in hands.file.notes] == list(NoteKind)
    hands.fill("Rolige morgener")
    hands.press(Qt.Key.Key_M, ctrl=True)
    hands.until(lambda file: [goal.title for goal in file.goals] == ["Rolige morgener"])
    hands.fill("", "Kim", "24122026")
    hands.press(Qt.Key.Key_F3)
    hands.until(lambda file: file.agreements[0].is_complete)
    assert hands.file.agreements[0].due_on == date(2026, 12, 24)
    hands.fill("", "Handicap", "Ida", "24122026")
    hands.press(Qt.Key.Key_F3)
    hands.until(lambda file: file.decisions[0].answer_by_on is not None)
    decision = hands.file.decisions[0]
    assert (decision.department_id, decision.employee_id) == (world.handicap, world.ida)


def leave_nothing_open(hands: Hands) -> None:
    for item in hands.file.agenda[1:]:
        hands.press(Qt.Key.Key_F9)
        hands.until(partial(is_done, item_id=item.id))
    hands.press(Qt.Key.Key_F12)
    hands.until(lambda file: "Kim taler med skolen" in file.meeting.summary)
    hands.tab_to(texts.READ_ALOUD)
    hands.press(Qt.Key.Key_Space)
    hands.until(lambda file: file.meeting.summary_read)
    for question, key in (("hørt", Qt.Key.Key_4), ("mening", Qt.Key.Key_3), ("retning", Qt.Key.Key_Delete)):
        hands.tab_to(question)
        hands.press(key)
    hands.until(lambda file: (file.meeting.evaluation_heard, file.meeting.evaluation_makes_sense) == (4, 3))
    hands.tab_to(texts.SET_NEXT)
    hands.fill("")
    hands.press(Qt.Key.Key_Space)
    hands.until(lambda file: file.next_meeting is not None)


def close(hands: Hands, page: MeetingPage) -> None:
    assert hands.file.missing == ()
    hands.tab_to(texts.CLOSE_MEETING)
    in_dialog(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
    hands.press(Qt.Key.Key_Space)
    hands.until(lambda file: file.meeting.status is MeetingStatus.HELD)
    assert hands.file.meeting.citizen_took_part
    assert page.held.isVisible()
