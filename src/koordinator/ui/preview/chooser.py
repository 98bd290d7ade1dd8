"""Which paper, for whom, and in which print: three choices over everything that can be made about a subject."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import ListedPaper, PaperOrder
from koordinator.texts import preview as texts
from koordinator.texts.paper_orders import paper_title, reader_words
from koordinator.ui.widgets.choices import CheckBox, Choice
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow, holder, row


class PaperChooser(QWidget):
    """`chosen` tells the order. One paper's copies stay together: another paper keeps the reader where it can."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._listed: dict[PaperOrder, tuple[ListedPaper, ...]] = {}
        self.papers, self.readers = Choice((), texts.PAPER), Choice((), texts.READER)
        self.large = CheckBox(texts.LARGE_PRINT)
        self._reader = Label(texts.READER, Role.STRONG)
        flow = Flow(gap=16, between_lines=8)
        flow.addWidget(holder(row(Label(texts.PAPER, Role.STRONG), self.papers)))
        flow.addWidget(holder(row(self._reader, self.readers, self.large, gap=12)))
        self.setLayout(flow)
        self.papers.chosen.connect(lambda _paper: self._show_readers(self.readers.currentText()))
        for signal in (self.papers.chosen, self.readers.chosen, self.large.toggled):
            signal.connect(lambda _what: self.chosen.emit(self.order()))
        self.hide()

    def show_papers(self, listed: Sequence[ListedPaper], first: PaperOrder) -> None:
        """Everything there is to choose, with the first one chosen; nobody is told. Calendars are not looked at.

        Nothing is offered where the first one is not among it: what is chosen is what is seen.
        """
        self._listed = {}
        for each in listed:
            if each.order.kind is not PaperKind.CALENDAR_FILE and not each.order.large_print:
                self._listed[_paper(each.order)] = (*self._listed.get(_paper(each.order), ()), each)
        start = _nearest(listed, first)
        self.papers.set_options([(key, paper_title(copies[0])) for key, copies in self._listed.items()])
        self.large.blockSignals(True)  # noqa: FBT003
        self.large.setChecked(first.large_print)
        self.large.blockSignals(False)  # noqa: FBT003
        if start is not None:
            self.papers.choose(_paper(start.order))
            self._show_readers("")
            self.readers.choose(replace(start.order, large_print=False))
        self.setVisible(start is not None)

    def order(self) -> PaperOrder | None:
        """The paper as it is chosen now."""
        order = self.readers.key()
        return replace(order, large_print=self.large.isChecked()) if isinstance(order, PaperOrder) else None

    def _show_readers(self, reader: str) -> None:
        copies = self._listed.get(self.papers.key(), ())  # type: ignore[call-overload] # what was put in
        options = [(each.order, _reader(each)) for each in copies]
        self.readers.set_options(options)
        self.readers.choose(next((order for order, words in options if words == reader), None))
        for part in (self._reader, self.readers):
            part.setVisible(len(options) > 1)


def _paper(order: PaperOrder) -> PaperOrder:
    """The paper without for whom and how large."""
    return replace(order, reader=Reader.CITIZEN, large_print=False, party=None, member_id=None)


def _reader(listed: ListedPaper) -> str:
    return reader_words(listed.order, listed.name) or texts.FOR_ALL


def _nearest(listed: Sequence[ListedPaper], first: PaperOrder) -> ListedPaper | None:
    """The one itself, or the newest version where no certain one was asked for; None for what is not in the list."""
    same = [each for each in listed if _copy(each.order) == _copy(first)]
    return next((each for each in same if each.order == first), same[-1] if same else None)


def _copy(order: PaperOrder) -> PaperOrder:
    """Whichever version; for one person it is the person who decides how it is written."""
    return replace(order, number=None, reader=order.reader if order.party is None else Reader.CITIZEN)
