"""The window that shows a paper: one that is kept, or one that can be made, before anybody has got it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from koordinator.domain.errors import DomainError
from koordinator.domain.ids import SubjectId
from koordinator.domain.paper_order import ListedPaper, PaperOrder
from koordinator.texts import formats
from koordinator.texts import preview as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui import heavy
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.preview import giving, viewer
from koordinator.ui.preview.chooser import PaperChooser
from koordinator.ui.preview.giving import GivingBar, Shown
from koordinator.ui.preview.printing import AskPrinter, ask_printer
from koordinator.ui.preview.side import PreviewSide
from koordinator.ui.preview.viewer import PaperViewer
from koordinator.ui.tasks import Cancel
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.layout import row
from koordinator.ui.widgets.screen_room import set_size
from koordinator.usecases.page_pictures import PaperPages, exact_bytes
from koordinator.usecases.papers import HandedPaper, PreviewedPaper

_WIDTH, _HEIGHT = 1240, 900


class PreviewWindow(QDialog):
    """Looking keeps nothing. `has_kept` once a paper was kept, or may have been handed out."""

    def __init__(self, parent: QWidget, desk: Desk, *, ask: AskPrinter = ask_printer) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Shown | None = None
        self._reading = Cancel()
        self._is_closed = self.has_kept = False
        self._close = Button(texts.CLOSE)
        self.chooser, self.viewer, self.side = PaperChooser(), PaperViewer(desk.tasks), PreviewSide()
        self.giving = GivingBar(desk, self.viewer, ask, self._close)
        self._lay_out()
        self._close.clicked.connect(self.reject)
        self.chooser.chosen.connect(self._read)
        self.viewer.failed.connect(self._refuse)
        self.giving.kept.connect(self._take)
        self.giving.given.connect(self._mark_kept)
        keys = (*viewer.SHORTCUTS, *giving.SHORTCUTS)
        QShortcut(QKeySequence("F1"), self, lambda: heavy.list_shortcuts(self, (), keys))

    @classmethod
    def show_kept(cls, parent: QWidget, desk: Desk, paper: HandedPaper) -> bool:
        """A paper exactly as it was kept; whether it may have been handed out."""
        window = cls(parent, desk)
        window.open_kept(paper)
        return window.run()

    @classmethod
    def show_order(cls, parent: QWidget, desk: Desk, first: PaperOrder) -> bool:
        """Everything that can be made about the subject, this one first; whether something was kept."""
        window = cls(parent, desk)
        window.open_order(first)
        return window.run()

    @classmethod
    def show_subject(cls, parent: QWidget, desk: Desk, subject_id: SubjectId) -> bool:
        """The same, and the first there is comes first."""
        window = cls(parent, desk)
        window.open_subject(subject_id)
        return window.run()

    def run(self) -> bool:
        """Until it is closed; what it held is let go of. Whether something was kept or handed out."""
        self.exec()
        self.deleteLater()
        return self.has_kept

    def open_kept(self, paper: HandedPaper) -> None:
        """Shows the exact bytes, or says that they are no longer those that were kept."""
        try:
            content = exact_bytes(paper)
        except DomainError as error:
            self._refuse(error)
            return
        self.side.show_state(texts.KEPT_AT.format(moment=formats.moment_short(paper.paper.made_at)))
        self.side.show_left_out(None)
        self._show(Shown(paper.paper.file_name, content, paper))

    def open_order(self, first: PaperOrder) -> None:
        """Shows the paper of the order at once; what else there is comes after it."""
        self._read(first)
        catalogue, actor = self._desk.services.paper_catalogue, self._desk.actor
        self._desk.tasks.read(
            self,
            lambda: catalogue.listed(actor, first.subject_id),
            lambda listed: self.chooser.show_papers(listed, first),
        )

    def open_subject(self, subject_id: SubjectId) -> None:
        """Everything that can be made; there is always something."""
        catalogue, actor = self._desk.services.paper_catalogue, self._desk.actor
        self._desk.tasks.read(self, lambda: catalogue.listed(actor, subject_id), self._begin, self._refuse)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.take_width(self.width())

    @override
    def done(self, result: int) -> None:
        """Closing stops what is being printed after the page that it is at."""
        self._is_closed = True
        self.giving.stop()
        self.viewer.say("")
        super().done(result)

    def _lay_out(self) -> None:
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(texts.TITLE)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        middle = row(gap=16)
        middle.addWidget(self.viewer, 1)
        middle.addWidget(self.side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(self.chooser)
        outer.addLayout(middle, 1)
        outer.addWidget(self.giving)
        set_size(self, _WIDTH, _HEIGHT)

    def _begin(self, listed: tuple[ListedPaper, ...]) -> None:
        self.chooser.show_papers(listed, listed[0].order)
        self._read(listed[0].order)

    def _read(self, order: PaperOrder | None) -> None:
        if order is None:
            return
        self._shown = None
        self.giving.offer(None)
        self.viewer.say(texts.OPENING)
        papers, actor = self._desk.services.papers, self._desk.actor
        self._reading.request()
        self._reading = self._desk.tasks.read(
            self,
            lambda: papers.preview(actor, order),
            lambda paper: self._show_preview(order, paper),
            self._refuse,
        )

    def _show_preview(self, order: PaperOrder, paper: PreviewedPaper) -> None:
        self.side.show_state(texts.NOT_KEPT)
        self.side.show_left_out(paper.left_out, paper.printed.replaced if paper.printed is not None else ())
        self._show(Shown(paper.file_name, paper.content, order=order))

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        reader = self._desk.services.page_reader
        self._desk.tasks.compute(
            self, lambda: reader.open(shown.content), lambda pages: self._put_up(shown, pages), self._refuse
        )

    def _put_up(self, shown: Shown, pages: PaperPages) -> None:
        """Another one may have been asked for meanwhile."""
        if shown is not self._shown or self._is_closed:
            self._desk.tasks.compute(self, pages.close, lambda _closed: None)
            return
        self.viewer.show_pages(pages)
        self.giving.offer(shown)
        if self.focusWidget() in (None, self._close):
            self.viewer.view.setFocus()

    def _refuse(self, error: Exception) -> None:
        """Why it cannot be shown, where it would have stood."""
        self._shown = None
        self.giving.offer(None)
        self.side.show_state("")
        self.side.show_left_out(None)
        self.viewer.say(self._desk.tasks.explain(error))

    def _take(self, shown: Shown, paper: HandedPaper) -> None:
        """Something may have been changed since it was drawn: what was kept is what is seen."""
        self._mark_kept()
        if shown is not self._shown:
            return
        self.side.show_state(texts.KEPT_NOW, Tone.DONE)
        kept = shown._replace(file_name=paper.paper.file_name, content=paper.content, kept=paper)
        if paper.content == shown.content:
            self._shown = kept
            self.giving.offer(kept)
        else:
            self._show(kept)

    def _mark_kept(self) -> None:
        self.has_kept = True
