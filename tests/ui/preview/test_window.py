"""The window over the real use cases: looking keeps nothing; saving, printing and handing out keep the paper once."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.print_run import NoPrinter
from koordinator.texts import paper_orders
from koordinator.texts import preview as texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.handout.dialog import HandoutDialog
from koordinator.ui.preview.printing import ToPrint
from koordinator.ui.preview.window import PreviewWindow
from koordinator.ui.shortcut_list import ShortcutList
from koordinator.ui.theme import Scheme, Theme
from koordinator.ui.widgets.labels import Label
from koordinator.usecases.papers import HandedPaper
from tests.support.meeting_set import held_with_extracts
from tests.support.meeting_world import MeetingWorld, employee_party
from tests.ui.office_window import wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless
from tests.ui.preview.papers import kept_paper, paper_of
from tests.ui.test_gallery import cut

Open = Callable[[], PreviewWindow]


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    return tmp_path / "printed.pdf"


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, printed: Path) -> Open:
    """Its printer is a file."""
    parent = QWidget()
    qtbot.addWidget(parent)

    def ask(_parent: QWidget, _what: ToPrint) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(printed))
        printer.setResolution(75)
        return printer

    def make() -> PreviewWindow:
        made = PreviewWindow(parent, desk, ask=ask)
        qtbot.addWidget(made)
        made.resize(1284, 722)
        made.show()
        return made

    return make


def plan(world: MeetingWorld, reader: Reader = Reader.CITIZEN) -> PaperOrder:
    """A plan that can be drawn."""
    begun = world.plans.begin(world.actor, world.subject_id).plan
    assert begun is not None
    world.plans.add_goal(world.actor, begun.id, "Rolige morgener")
    return PaperOrder(PaperKind.PLAN, world.subject_id, reader)


def kept(world: MeetingWorld, desk: Desk) -> int:
    return len(desk.services.papers.of_subject(world.actor, world.subject_id).papers)


def words(within: QWidget) -> str:
    return "\n".join(label.text() for label in within.findChildren(Label) if label.isVisible())


def test_looking_keeps_nothing_and_says_so(qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open) -> None:
    shown = window()
    shown.open_order(plan(world))
    wait_until_idle(qtbot, desk)

    assert shown.viewer.count >= 1
    assert texts.NOT_KEPT in words(shown.side)
    assert kept(world, desk) == 0
    assert nameless(shown) == []
    assert shown.viewer.view.hasFocus()
    shown.close()
    assert not shown.has_kept


@pytest.mark.parametrize(
    "look", [(scheme, scale) for scheme in (Scheme.LIGHT, Scheme.DARK) for scale in (1.0, 1.5, 2.0)]
)
def test_no_word_is_cut(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open, theme: Theme, look: tuple[Scheme, float]
) -> None:
    scheme, scale = look
    theme.set_scheme(scheme)
    theme.set_text_scale(scale)
    shown = window()
    shown.open_order(plan(world))
    wait_until_idle(qtbot, desk)

    qtbot.waitUntil(lambda: cut(shown) == [])
    assert shown.width() <= 1284


def test_reader_and_print_are_chosen_and_what_is_left_out_is_said(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open
) -> None:
    held_with_extracts(world, 2)
    shown = window()
    shown.open_order(PaperOrder(PaperKind.PLAN, world.subject_id))
    wait_until_idle(qtbot, desk)
    pages = shown.viewer.count
    shown.chooser.large.setFocus()
    QTest.keyClick(shown.chooser.large, Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)
    assert shown.viewer.count > pages

    readers = shown.chooser.readers
    readers.setFocus()
    QTest.keyClick(readers, Qt.Key.Key_End)
    wait_until_idle(qtbot, desk)

    order = shown.chooser.order()
    assert order is not None
    assert order.party in [employee_party(each) for each in range(1, 40)]  # type: ignore[arg-type] # any of them
    assert order.large_print
    assert texts.LEFT_OUT in words(shown.side)
    assert "samtykke" in words(shown.side)
    assert kept(world, desk) == 0


def test_another_paper_keeps_the_reader(qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open) -> None:
    shown = window()
    shown.open_order(plan(world, Reader.PROFESSIONAL))
    wait_until_idle(qtbot, desk)
    papers = shown.chooser.papers
    papers.setFocus()
    QTest.keyClick(papers, Qt.Key.Key_Down)
    wait_until_idle(qtbot, desk)

    order = shown.chooser.order()
    assert order is not None
    assert (order.kind, order.reader) == (PaperKind.CONTACTS, Reader.PROFESSIONAL)


def test_saving_keeps_the_paper_once_with_the_bytes_of_the_file(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open, tmp_path: Path
) -> None:
    shown = window()
    shown.open_order(plan(world))
    wait_until_idle(qtbot, desk)

    def choose(dialog: QFileDialog) -> None:
        dialog.setDirectory(str(tmp_path))
        dialog.accept()

    content = b""
    for _ in range(2):
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        when_dialog_opens(QFileDialog, choose)
        QTest.keyClick(shown, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: any(tmp_path.glob("*.pdf")) and desk.tasks.is_idle)
        (file,) = tmp_path.glob("*.pdf")
        content = file.read_bytes()
        file.unlink()

    (paper,) = desk.services.papers.of_subject(world.actor, world.subject_id).papers
    assert desk.services.papers.open(world.actor, paper.id).content == content
    assert texts.KEPT_NOW in words(shown)
    assert shown.has_kept


def test_printing_keeps_and_notes(qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open, printed: Path) -> None:
    shown = window()
    shown.open_order(plan(world))
    wait_until_idle(qtbot, desk)
    QTest.keyClick(shown, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: texts.printed(shown.viewer.count, was_stopped=False) in words(shown))

    assert len(pypdfium2.PdfDocument(printed)) == shown.viewer.count
    assert kept(world, desk) == 1
    assert world.bench.log()[-2].action is Action.PRINT_PAPER  # the last is the list of papers that was just read


def test_no_printer_is_said_and_keeps_nothing(qtbot: QtBot, world: MeetingWorld, desk: Desk) -> None:
    def none(_parent: QWidget, _what: ToPrint) -> QPrinter | None:
        raise NoPrinter

    parent = QWidget()
    qtbot.addWidget(parent)
    shown = PreviewWindow(parent, desk, ask=none)
    shown.show()
    shown.open_order(plan(world))
    wait_until_idle(qtbot, desk)
    told: list[str] = []

    def read(note: Question) -> None:
        told.append(note.accessibleDescription())
        note.reject()

    when_dialog_opens(Question, read)
    shown.giving.print.click()

    assert told == [desk.tasks.explain(NoPrinter())]
    assert kept(world, desk) == 0
    shown.close()


def test_handing_out_begins_with_the_kept_paper(qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open) -> None:
    shown = window()
    shown.open_order(plan(world))
    wait_until_idle(qtbot, desk)
    opened: list[bool] = []

    def leave(dialog: HandoutDialog) -> None:
        opened.append(True)
        dialog.reject()

    when_dialog_opens(HandoutDialog, leave)
    QTest.keyClick(shown, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(opened))

    assert kept(world, desk) == 1


def test_a_kept_paper_is_shown_as_it_was_kept(qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open) -> None:
    paper = kept_paper(world, paper_of(3))
    shown = window()
    shown.open_kept(paper)
    wait_until_idle(qtbot, desk)

    assert shown.viewer.count == 3
    assert not shown.chooser.isVisible()
    assert paper_orders.NOTHING_LEFT_OUT not in words(shown)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", paper_of(1)[:900]])
def test_a_damaged_paper_is_not_shown_saved_nor_printed(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open, content: bytes
) -> None:
    shown = window()
    shown.open_kept(kept_paper(world, content))
    wait_until_idle(qtbot, desk)

    assert "Forklaret" in words(shown.viewer)
    assert not any(button.isEnabled() for button in (shown.giving.save, shown.giving.print, shown.giving.give))


def test_changed_bytes_are_told_of(qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open) -> None:
    shown = window()
    shown.open_kept(HandedPaper(kept_paper(world, paper_of(1)).paper, paper_of(2)))
    wait_until_idle(qtbot, desk)

    assert "Forklaret" in words(shown.viewer)
    assert shown.viewer.count == 0


def test_a_letter_to_one_person_is_found_among_the_papers(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open
) -> None:
    meeting = world.planned().meeting
    shown = window()
    order = PaperOrder(PaperKind.INVITATION, world.subject_id, meeting_id=meeting.id, party=employee_party(world.kim))
    shown.open_order(order)
    wait_until_idle(qtbot, desk)

    assert shown.viewer.count >= 1
    assert shown.chooser.readers.currentText() == "Til Kim Møller"


def test_what_stands_in_no_list_is_shown_without_a_choice(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open
) -> None:
    meeting = world.running().meeting
    shown = window()
    shown.open_order(PaperOrder(PaperKind.PREPARATION, world.subject_id, meeting_id=meeting.id))
    wait_until_idle(qtbot, desk)

    assert shown.viewer.count >= 1
    assert not shown.chooser.isVisible()


def test_what_cannot_be_made_says_why(qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open) -> None:
    shown = window()
    shown.open_order(PaperOrder(PaperKind.PLAN, world.subject_id, number=7))
    wait_until_idle(qtbot, desk)

    assert "Forklaret" in words(shown.viewer)
    assert not shown.giving.save.isEnabled()


def test_the_keys_are_listed(qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open) -> None:
    shown = window()
    shown.open_kept(kept_paper(world, paper_of(1)))
    wait_until_idle(qtbot, desk)
    told: list[str] = []

    def read(keys: ShortcutList) -> None:
        told.append(words(keys))
        keys.reject()

    when_dialog_opens(ShortcutList, read)
    QTest.keyClick(shown, Qt.Key.Key_F1)

    assert texts.SHORTCUT_PRINT in told[0]


def test_closing_while_a_paper_is_on_its_way_shows_nothing_more(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, window: Open
) -> None:
    shown = window()
    shown.open_order(plan(world))
    shown.close()
    wait_until_idle(qtbot, desk)

    assert shown.viewer.count == 0
