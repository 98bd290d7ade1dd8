"""A day with papers at the real window, by keyboard alone; what comes of it is read back from the files."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from koordinator.documents.pdf import Pdf
from koordinator.domain.agreement_rules import Promise
from koordinator.domain.meeting import Attendance
from koordinator.domain.paper import Handout, PaperKind, Reader
from koordinator.texts import course_history as history_texts
from koordinator.texts import handout as handout_texts
from koordinator.texts import plan_tab as plan_texts
from koordinator.texts import preview as preview_texts
from koordinator.texts.subject import TAB_TITLES
from koordinator.ui.handout.dialog import HandoutDialog
from koordinator.ui.preview.window import PreviewWindow
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.labels import Label
from tests.documents.press import read_back
from tests.journeys.caseworker import CONTROL, ENTER, SPACE, Caseworker
from tests.support.consents import employee, given_to_all
from tests.support.meeting_world import MeetingWorld, employee_party, make_world
from tests.support.office import TODAY, Bench

SECRET = "Overblik over pengene"


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    """The meeting is held and the plan approved; Kim is to hear nothing of the money."""
    made = make_world(bench)
    given_to_all(made, (employee(made.kim), "finances"))
    meeting_id = made.planned().meeting.id
    for participant in made.room.open(made.actor, meeting_id).participants:
        made.room.attend(made.actor, participant, Attendance.PRESENT)
    made.room_plan.set_goal(made.actor, meeting_id, SECRET)
    made.room_plan.promise(made.actor, meeting_id, Promise("Ringer til skolen", employee_party(made.mette), TODAY))
    made.closing.summarise(made.actor, meeting_id, "Vi begynder med morgenerne.", read_aloud=True)
    made.closing.close(made.actor, meeting_id)
    approve(made)
    return made


def approve(world: MeetingWorld) -> None:
    plan = world.plans.open(world.actor, world.subject_id).plan
    assert plan is not None
    world.plans.approve(world.actor, plan)


@pytest.fixture
def me(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> Caseworker:
    return Caseworker.sit_down(qtbot, world.bench, tasks)


def test_the_plan_is_looked_at_printed_and_handed_out(
    me: Caseworker, world: MeetingWorld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["PDF"])
    printed = tmp_path / "plan.pdf"
    shown: list[str] = []
    me.look_up("Lone Bæk")
    me.turn_to(TAB_TITLES["plan"])
    me.qtbot.waitUntil(lambda: plan_texts.NOT_HANDED_OUT in me.said())
    me.within(
        PreviewWindow,
        lambda window: shown.extend(look_and_give(me, window, printed)),
        lambda: me.does(plan_texts.FOR_CITIZEN),
    )

    for_kim, for_lone = shown
    assert "samtykket undtager noget" in for_kim
    assert preview_texts.KEPT_NOW in for_lone
    (paper,) = world.papers.of_subject(world.actor, world.subject_id).papers
    kept = world.papers.open(world.actor, paper.id).content
    assert (paper.kind, paper.reader, paper.number) == (PaperKind.PLAN, Reader.CITIZEN, 1)
    assert pages(printed.read_bytes()) == pages(kept)
    assert SECRET in words_of(kept)
    assert_it_stands(me)


def look_and_give(me: Caseworker, window: PreviewWindow, printed: Path) -> Iterator[str]:
    """Kim's extract is looked at; the citizen's copy in large print is printed and handed out."""
    drawn(me, window)
    me.tab_onto(preview_texts.READER)
    me.press(Qt.Key.Key_End)
    drawn(me, window)
    yield words(window)
    me.press(Qt.Key.Key_Home)
    drawn(me, window)
    me.tab_onto(preview_texts.LARGE_PRINT)
    me.press(SPACE)
    drawn(me, window)
    me.within(QPrintDialog, lambda dialog: print_to(dialog, printed), lambda: me.press(Qt.Key.Key_P, CONTROL))
    sent = preview_texts.printed(window.viewer.count, was_stopped=False)
    me.qtbot.waitUntil(lambda: sent in words(window))
    to_front(me, window)
    me.within(
        HandoutDialog,
        lambda dialog: QTest.keyClick(dialog, ENTER, CONTROL),
        lambda: me.press(Qt.Key.Key_U, CONTROL),
    )
    me.qtbot.waitUntil(lambda: bool(handouts(me)))
    me.settle()
    yield words(window)
    to_front(me, window)
    me.press(Qt.Key.Key_Escape)


def drawn(me: Caseworker, window: PreviewWindow) -> None:
    """The paper that was chosen stands there, and the keyboard is somewhere."""
    me.qtbot.waitUntil(window.giving.save.isEnabled)
    me.settle()
    to_front(me, window)


def to_front(me: Caseworker, dialog: QDialog) -> None:
    dialog.activateWindow()
    me.qtbot.waitUntil(lambda: dialog.isActiveWindow() and QApplication.focusWidget() is not None)


def print_to(dialog: QPrintDialog, path: Path) -> None:
    """The file printer of Qt's own print window stands first where the machine has no other."""
    line = dialog.findChild(QLineEdit, "filename")
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, str(path))
    QTest.keyClick(line, ENTER)


def handouts(me: Caseworker) -> tuple[Handout, ...]:
    with me.bench.office.aside() as tx:
        return tx.of(Handout).where()


def assert_it_stands(me: Caseworker) -> None:
    line = handout_texts.line(handouts(me)[0])
    assert line.startswith("Lone Bæk · 21.11.2026 · ")
    me.in_front()
    assert line in me.said().splitlines()
    me.turn_to(TAB_TITLES["documents"])
    (row,) = me.rows(plan_texts.PAPERS)
    assert row.endswith(handout_texts.in_short(handouts(me)))
    me.turn_to(TAB_TITLES["history"])
    assert any("Lone Bæk" in row and "Fælles plan, version 1" in row for row in me.rows(history_texts.EVENTS))


def words(within: QWidget) -> str:
    return "\n".join(label.text() for label in within.findChildren(Label) if label.isVisible())


def pages(content: bytes) -> int:
    with closing(PdfDocument(content)) as opened:
        return len(opened)


def words_of(content: bytes) -> str:
    return read_back(Pdf(content, 0, ())).text
