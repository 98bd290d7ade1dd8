"""The window that shows a paper: one that is kept, or one that can be made, before anybody has got it."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from koordinator.domain.access import Action, roles_for
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import SubjectId
from koordinator.domain.paper_order import ListedPaper, PaperOrder
from koordinator.texts import formats
from koordinator.texts import preview as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui import heavy
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.handout.handing import hand_out_kept
from koordinator.ui.override import override
from koordinator.ui.page import Shortcut
from koordinator.ui.preview.chooser import PaperChooser
from koordinator.ui.preview.printing import AskPrinter, Sent, ToPrint, ask_printer, print_paper
from koordinator.ui.preview.side import PreviewSide
from koordinator.ui.preview.viewer import SHORTCUTS, PaperViewer
from koordinator.ui.tasks import Cancel
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.ui.widgets.progress import Progress, ProgressWords
from koordinator.ui.widgets.screen_room import set_size
from koordinator.usecases.page_pictures import PaperPages, exact_bytes
from koordinator.usecases.papers import HandedPaper, PreviewedPaper

_WIDTH, _HEIGHT = 1240, 900
_KEYS: Final = (
    Shortcut("Ctrl+S", texts.SHORTCUT_SAVE),
    Shortcut("Ctrl+P", texts.SHORTCUT_PRINT),
    Shortcut("Ctrl+U", texts.SHORTCUT_HAND_OUT),
)


class PreviewWindow(QDialog):
    """Looking keeps nothing. Saving, printing and handing out keep the paper first, once."""

    def __init__(self, parent: QWidget, desk: Desk, *, ask: AskPrinter = ask_printer) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, ask
        self._order: PaperOrder | None = None
        self._kept: HandedPaper | None = None
        self._content, self._file_name = b"", ""
        self._reading, self._printing = Cancel(), Cancel()
        self._is_closed = self.has_kept = False
        self.chooser, self.viewer, self.side = PaperChooser(), PaperViewer(desk.tasks), PreviewSide()
        self.save = Button(texts.SAVE, Kind.PRIMARY, icon="save")
        self.print = Button(texts.PRINT, icon="printer")
        self.give = Button(texts.HAND_OUT, icon="handshake")
        self._said = Label(role=Role.MUTED, wraps=True)
        self.progress = Progress(ProgressWords(texts.PRINTING, texts.STOP, texts.STOPPING, texts.so_far))
        self._lay_out()
        self._connect()
        self._allow(is_there=False)

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
        self._kept = paper
        self.side.show_state(texts.KEPT_AT.format(moment=formats.moment_short(paper.paper.made_at)))
        self.side.show_left_out(None)
        self._show(content, paper.paper.file_name)

    def open_order(self, first: PaperOrder) -> None:
        """Shows the paper of the order at once; what else there is comes after it."""
        self._read(first)
        catalogue, actor = self._desk.services.paper_catalogue, self._desk.actor
        self._desk.tasks.read(
            self,
            lambda: catalogue.listed(actor, first.subject_id),
            lambda listed: self._offer(listed, first),
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
        self._printing.request()
        self.viewer.say("")
        super().done(result)

    def _lay_out(self) -> None:
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(texts.TITLE)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._close = Button(texts.CLOSE)
        self._close.clicked.connect(self.reject)
        middle = row(gap=16)
        middle.addWidget(self.viewer, 1)
        middle.addWidget(self.side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(self.chooser)
        outer.addLayout(middle, 1)
        outer.addWidget(self._said)
        outer.addWidget(self.progress)
        outer.addLayout(row(self.save, self.print, self.give, STRETCH, self._close, gap=10))
        self._said.hide()
        self.progress.hide()
        self.give.setVisible(bool(self._desk.actor.roles & roles_for(Action.HAND_OUT)))
        set_size(self, _WIDTH, _HEIGHT)

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.give.clicked.connect(self._give)
        self.chooser.chosen.connect(self._read)
        self.viewer.failed.connect(self._refuse)
        self.progress.stop_asked.connect(self._stop)
        for shortcut, button in zip(_KEYS, (self.save, self.print, self.give), strict=True):
            QShortcut(QKeySequence(shortcut.keys), self, button.click)
        QShortcut(QKeySequence("F1"), self, lambda: heavy.list_shortcuts(self, (), (*SHORTCUTS, *_KEYS)))

    def _begin(self, listed: tuple[ListedPaper, ...]) -> None:
        self._offer(listed, listed[0].order)
        self._read(listed[0].order)

    def _offer(self, listed: tuple[ListedPaper, ...], first: PaperOrder) -> None:
        self.chooser.show_papers(listed, first)

    def _read(self, order: PaperOrder | None) -> None:
        if order is None:
            return
        self._order, self._kept = order, None
        self._said.hide()
        self._allow(is_there=False)
        self.viewer.say(texts.OPENING)
        papers, actor = self._desk.services.papers, self._desk.actor
        self._reading.request()
        self._reading = self._desk.tasks.read(
            self, lambda: papers.preview(actor, order), self._show_preview, self._refuse
        )

    def _show_preview(self, paper: PreviewedPaper) -> None:
        self.side.show_state(texts.NOT_KEPT)
        self.side.show_left_out(paper.left_out, paper.printed.replaced if paper.printed is not None else ())
        self._show(paper.content, paper.file_name)

    def _show(self, content: bytes, file_name: str) -> None:
        self._content, self._file_name = content, file_name
        reader = self._desk.services.page_reader
        self._desk.tasks.compute(
            self, lambda: reader.open(content), lambda pages: self._put_up(content, pages), self._refuse
        )

    def _put_up(self, content: bytes, pages: PaperPages) -> None:
        """Another one may have been asked for meanwhile."""
        if content is not self._content or self._is_closed:
            self._desk.tasks.compute(self, pages.close, lambda _closed: None)
            return
        self.viewer.show_pages(pages)
        self._allow(is_there=True)
        if self.focusWidget() in (None, self._close):
            self.viewer.view.setFocus()

    def _refuse(self, error: Exception) -> None:
        """Why it cannot be shown, where it would have stood."""
        self._content = b""
        self._allow(is_there=False)
        self.side.show_state("")
        self.side.show_left_out(None)
        self.viewer.say(self._desk.tasks.explain(error))

    def _allow(self, *, is_there: bool) -> None:
        for button in (self.save, self.print, self.give):
            button.setEnabled(is_there)

    def _keep(self, then: Callable[[HandedPaper], object]) -> None:
        """Goes on with the kept paper."""
        order = self._order
        if self._kept is not None:
            then(self._kept)
        elif order is not None:
            papers, actor = self._desk.services.papers, self._desk.actor
            self._desk.tasks.write(
                self, lambda: papers.make(actor, order), lambda paper: self._take(order, paper, then), self._tell
            )

    def _take(self, order: PaperOrder, paper: HandedPaper, then: Callable[[HandedPaper], object]) -> None:
        """Something may have been changed since it was drawn: what was kept is what is seen."""
        self.has_kept = True
        if order is self._order:
            self._kept = paper
            self.side.show_state(texts.KEPT_NOW, Tone.DONE)
            if paper.content != self._content:
                self._show(paper.content, paper.paper.file_name)
        then(paper)

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, texts.SAVE_AS, self._file_name, texts.PDF_FILES)
        if name:
            path, files = Path(name), self._desk.services.paper_files
            said = texts.SAVED.format(name=path.name)
            self._keep(
                lambda paper: self._desk.tasks.compute(
                    self, lambda: files.write(path, paper.content), lambda _written: self._say(said), self._tell
                )
            )

    def _print(self) -> None:
        try:
            printer = self._ask(self, ToPrint(self.viewer.count, self.viewer.view.page + 1))
        except DomainError as error:
            self._tell(error)
            return
        if printer is not None:
            self._keep(lambda paper: self._send(printer, paper))

    def _send(self, printer: QPrinter, paper: HandedPaper) -> None:
        desk = self._desk
        self._said.hide()
        self.progress.begin()
        self.progress.show()
        self.print.setEnabled(False)
        self._printing = desk.tasks.run_long(
            self,
            lambda job: print_paper(desk, printer, paper, job.report),
            self._sent,
            self.progress.show_progress,
            self._not_sent,
        )

    def _stop(self) -> None:
        self._printing.request()

    def _sent(self, sent: Sent) -> None:
        self.progress.hide()
        self.print.setEnabled(True)
        self._say(texts.printed(sent.pages, was_stopped=sent.pages < sent.of))

    def _not_sent(self, error: Exception) -> None:
        self.progress.hide()
        self.print.setEnabled(True)
        self._tell(error)

    def _give(self) -> None:
        self.has_kept = True
        self._keep(lambda paper: hand_out_kept(self, self._desk, paper))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()

    def _tell(self, error: Exception) -> None:
        Question.message(self, texts.NOT_DONE, self._desk.tasks.explain(error))
