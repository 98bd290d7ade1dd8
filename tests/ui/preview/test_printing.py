"""Printed to a file and read back: the pages, their order, their size and their words as ink."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageLayout, QPageRanges, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from koordinator.documents.page_pictures import PdfiumReader
from koordinator.domain.access import Action
from koordinator.domain.page_picture import ChangedPaper, PagePicture
from koordinator.domain.print_run import NoPrinter, NotPrinted
from koordinator.ui.desk import Desk
from koordinator.ui.preview.print_words import danish_print_words
from koordinator.ui.preview.printing import Sent, ToPrint, ask_printer, print_dialog, print_pages, print_paper
from koordinator.usecases.long_work import always_on
from koordinator.usecases.page_pictures import PaperPages
from koordinator.usecases.papers import HandedPaper
from tests.support.meeting_world import MeetingWorld
from tests.ui.preview.papers import kept_paper, paper_of

FINE = 150


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "printed.pdf"


def to_file(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(FINE)
    return printer


def pages_of(count: int) -> PaperPages:
    return PdfiumReader().open(paper_of(count))


def ink(pages: PaperPages, number: int) -> bytes:
    """The page in few dots: dark or light, so that what was drawn can be held against what was printed."""
    picture: PagePicture = pages.picture(number, 240)
    return bytes(int(value < 200) for value in picture.pixels[1::4])


def likeness(file: Path, printed_page: int, pages: PaperPages, number: int) -> float:
    printed = PdfiumReader().open(file.read_bytes())
    one, other = ink(printed, printed_page), ink(pages, number)
    printed.close()
    return sum(a == b for a, b in zip(one, other, strict=False)) / len(one)  # Qt rounds A4 to whole points


def test_every_page_is_printed_as_it_is_seen(qtbot: QtBot, file: Path) -> None:
    pages = pages_of(3)

    assert print_pages(to_file(file), pages, always_on) == Sent(3, 3)

    assert len(pypdfium2.PdfDocument(file)) == 3
    assert all(likeness(file, number, pages, number) > 0.99 for number in range(3))


def test_ranges_copies_and_order_are_as_chosen(qtbot: QtBot, file: Path) -> None:
    printer = to_file(file)
    ranges = QPageRanges()
    ranges.addRange(2, 3)
    printer.setPageRanges(ranges)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    pages = pages_of(4)

    assert print_pages(printer, pages, always_on) == Sent(2, 2)

    assert len(pypdfium2.PdfDocument(file)) == 2
    assert likeness(file, 0, pages, 2) > likeness(file, 0, pages, 1)


def test_a_range_beyond_the_paper_prints_nothing(qtbot: QtBot, file: Path) -> None:
    printer = to_file(file)
    printer.setFromTo(8, 9)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)

    assert print_pages(printer, pages_of(2), always_on) == Sent(0, 0)
    assert not file.exists()


def test_a_range_that_nobody_chose_leaves_no_page_out(qtbot: QtBot, file: Path) -> None:
    printer = to_file(file)
    printer.setFromTo(1, 1)

    assert print_pages(printer, pages_of(3), always_on) == Sent(3, 3)


def test_copies_are_printed_as_often_as_chosen(qtbot: QtBot, file: Path) -> None:
    printer = to_file(file)
    printer.setCopyCount(2)

    assert print_pages(printer, pages_of(2), always_on) == Sent(4, 4)
    assert len(pypdfium2.PdfDocument(file)) == 4


def test_stopping_keeps_what_has_gone_off(qtbot: QtBot, file: Path) -> None:
    assert print_pages(to_file(file), pages_of(5), lambda done, _total: done < 2) == Sent(2, 5)
    assert len(pypdfium2.PdfDocument(file)) == 2


def test_a_page_that_lies_is_printed_lying(qtbot: QtBot, file: Path) -> None:
    printer = to_file(file)
    wide = QPrinter(QPrinter.PrinterMode.HighResolution)
    wide.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    lying = file.with_name("lying.pdf")
    wide.setOutputFileName(str(lying))
    wide.setPageOrientation(QPageLayout.Orientation.Landscape)
    print_blank(wide)

    print_pages(printer, PdfiumReader().open(lying.read_bytes()), always_on)

    width, height = pypdfium2.PdfDocument(file)[0].get_size()
    assert width > height


def print_blank(printer: QPrinter) -> None:
    painter = QPainter(printer)
    painter.end()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_where_nothing_can_be_written_it_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(NotPrinted):
        print_pages(to_file(tmp_path / "no-such-folder" / "printed.pdf"), pages_of(1), always_on)


def test_a_machine_without_a_printer_says_so(qtbot: QtBot) -> None:
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this machine has a printer")
    parent = QWidget()
    qtbot.addWidget(parent)

    with pytest.raises(NoPrinter):
        ask_printer(parent, ToPrint(3, 1))


def test_the_print_window_is_in_danish(qtbot: QtBot, file: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    with danish_print_words():
        dialog = print_dialog(parent, to_file(file), ToPrint(3, 1))
        said = {button.text().replace("&", "") for button in dialog.findChildren(QAbstractButton)}
        said |= {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
        dialog.deleteLater()

    assert {"Udskriv", "Annuller", "Udskriv alle", "Vend på den lange side", "Hvilke sider:"} <= said
    assert said.isdisjoint({"Off", "Print", "Cancel", "Page Set:", "Long side binding", "Pages", "Copies"})


def test_a_kept_paper_is_printed_and_noted(qtbot: QtBot, world: MeetingWorld, desk: Desk, file: Path) -> None:
    paper = kept_paper(world, paper_of(2))

    assert print_paper(desk, to_file(file), paper, always_on) == Sent(2, 2)

    entry = world.bench.log()[-1]
    assert (entry.action, entry.thing_id) == (Action.PRINT_PAPER, paper.paper.id)


def test_pages_that_came_out_before_the_printer_stopped_are_noted(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, file: Path
) -> None:
    paper = kept_paper(world, paper_of(2))
    printer = _StopsAfterOne()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))

    with pytest.raises(NotPrinted):
        print_paper(desk, printer, paper, always_on)

    (entry,) = [each for each in world.bench.log() if each.action is Action.PRINT_PAPER]
    assert entry.codes.endswith("pages=1")


class _StopsAfterOne(QPrinter):
    """Out of paper."""

    @override
    def newPage(self) -> bool:
        return False


def test_a_paper_that_is_not_what_was_kept_is_not_printed(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, file: Path
) -> None:
    paper = HandedPaper(kept_paper(world, paper_of(1)).paper, paper_of(2))

    with pytest.raises(ChangedPaper):
        print_paper(desk, to_file(file), paper, always_on)
    assert not file.exists()
    assert world.bench.log()[-1].action is not Action.PRINT_PAPER
