"""A paper on its way to the printer: the system's own print window, and the pages drawn at the printer's fineness."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from koordinator.domain.page_picture import PageSize
from koordinator.domain.print_run import NoPrinter, NotPrinted, PrintRun
from koordinator.texts import preview as texts
from koordinator.ui.desk import Desk
from koordinator.ui.preview.print_words import danish_print_words
from koordinator.ui.preview.shelf import image_of
from koordinator.usecases.long_work import Progress
from koordinator.usecases.page_pictures import PaperPages, exact_bytes
from koordinator.usecases.papers import HandedPaper

FINEST: Final = 600
"""Dots to the inch: no eye sees more of text and lines, and the job would only be slower."""
_PIXELS_AT_A_TIME: Final = 500_000
"""A page is handed over in bands: a whole one at once is 140 million bytes, and stops the window."""


class ToPrint(NamedTuple):
    """How many pages there are, and which one is looked at, from 1."""

    pages: int
    page: int


AskPrinter = Callable[[QWidget, ToPrint], QPrinter | None]
"""Gives the printer with what was chosen, or None. Raises NoPrinter."""


def ask_printer(parent: QWidget, what: ToPrint) -> QPrinter | None:
    """The system's print window; the paper is A4 until something else is chosen there."""
    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName(texts.PRINT_JOB)
    with danish_print_words():
        dialog = print_dialog(parent, printer, what)
        chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
    if chosen and printer.printRange() is QPrinter.PrintRange.CurrentPage:
        printer.setFromTo(what.page, what.page)
    return printer if chosen else None


def print_dialog(parent: QWidget, printer: QPrinter, what: ToPrint) -> QPrintDialog:
    """All pages, until others are chosen."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(texts.PRINT_TITLE)
    dialog.setMinMax(1, what.pages)
    dialog.setFromTo(1, what.pages)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage, on=True)
    return dialog


def run_of(printer: QPrinter) -> PrintRun:
    """What was chosen about pages and copies; a range that stands there from the beginning was not chosen."""
    every = printer.printRange() is QPrinter.PrintRange.AllPages
    ranges = () if every else tuple((each.from_, each.to) for each in printer.pageRanges().toRangeList())
    return PrintRun(
        ranges=ranges,
        copies=1 if printer.supportsMultipleCopies() else printer.copyCount(),
        collated=printer.collateCopies(),
        last_first=printer.pageOrder() is QPrinter.PageOrder.LastPageFirst,
    )


def _copies_by(printer: QPrinter) -> int:
    """How many of each page the printer makes by itself."""
    return printer.copyCount() if printer.supportsMultipleCopies() else 1


class Sent(NamedTuple):
    """So many pages of so many went to the printer, copies counted."""

    pages: int
    of: int


def print_paper(desk: Desk, printer: QPrinter, paper: HandedPaper, progress: Progress) -> Sent:
    """Prints a kept paper and notes that it was printed. Off the window's thread.

    Raises NotPrinted, ChangedPaper or UnreadablePaper.
    """
    pages = desk.services.page_reader.open(exact_bytes(paper))
    gone = 0

    def told(done: int, total: int) -> bool:
        nonlocal gone
        gone = done
        return progress(done, total)

    try:
        return print_pages(printer, pages, told)
    finally:
        pages.close()
        # Also where the printer stopped on the way: somebody holds the pages before that.
        if gone:
            desk.services.printing.note(desk.actor, paper.paper.id, gone * _copies_by(printer))


def print_pages(printer: QPrinter, pages: PaperPages, progress: Progress) -> Sent:
    """Prints what was chosen until it is done, or `progress` wants no more. Raises NotPrinted or UnreadablePaper."""
    wanted = run_of(printer).pages(len(pages.sizes))
    if not wanted:
        return Sent(0, 0)
    printer.setFullPage(True)
    printer.setResolution(min(printer.resolution(), FINEST))
    _turn(printer, pages.sizes[wanted[0]])
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrinted
    try:
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for done, number in enumerate(wanted):
            if not progress(done, len(wanted)):
                return Sent(done, len(wanted))
            if done:
                _next_page(printer, pages.sizes[number])
            _print_page(painter, printer, pages, number)
    finally:
        painter.end()
    progress(len(wanted), len(wanted))
    return Sent(len(wanted), len(wanted))


def _next_page(printer: QPrinter, size: PageSize) -> None:
    _turn(printer, size)
    if not printer.newPage():
        raise NotPrinted


def _turn(printer: QPrinter, size: PageSize) -> None:
    """A wide page lies down."""
    lies = size.width > size.height
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait)


def _print_page(painter: QPainter, printer: QPrinter, pages: PaperPages, number: int) -> None:
    """As large as the sheet allows, and in the middle of it."""
    sheet = QSize(printer.width(), printer.height())
    size = pages.sizes[number]
    width = min(sheet.width(), int(sheet.height() * size.width / size.height))
    height = size.height_at(width)
    left, top = (sheet.width() - width) // 2, max((sheet.height() - height) // 2, 0)
    step = max(_PIXELS_AT_A_TIME // width, 1)
    for row in range(0, height, step):
        band = pages.picture(number, width, range(row, min(row + step, height)))
        painter.drawImage(QPoint(left, top + row), image_of(band))
