"""Under a paper: save it, print it, hand it out. Each keeps the paper first, once."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from koordinator.domain.access import Action, roles_for
from koordinator.domain.errors import DomainError
from koordinator.domain.paper_order import PaperOrder
from koordinator.texts import preview as texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.handout.handing import hand_out_kept
from koordinator.ui.page import Shortcut
from koordinator.ui.preview.printing import AskPrinter, Sent, ToPrint, print_paper
from koordinator.ui.preview.viewer import PaperViewer
from koordinator.ui.tasks import Cancel
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.ui.widgets.progress import Progress, ProgressWords
from koordinator.usecases.papers import HandedPaper

SHORTCUTS: Final = (
    Shortcut("Ctrl+S", texts.SHORTCUT_SAVE),
    Shortcut("Ctrl+P", texts.SHORTCUT_PRINT),
    Shortcut("Ctrl+U", texts.SHORTCUT_HAND_OUT),
)
_Then = Callable[[HandedPaper], object]


class Shown(NamedTuple):
    """What stands on the screen: a kept paper, or one that its order makes."""

    file_name: str
    content: bytes
    kept: HandedPaper | None = None
    order: PaperOrder | None = None


class GivingBar(QWidget):
    """`kept` tells what was shown, and the paper that was kept of it; `given` that somebody may have got one."""

    kept = Signal(object, object)
    given = Signal()

    def __init__(self, desk: Desk, viewer: PaperViewer, ask: AskPrinter, close: Button) -> None:
        super().__init__()
        self._desk, self._viewer, self._ask = desk, viewer, ask
        self._shown: Shown | None = None
        self._printing = Cancel()
        self.save = Button(texts.SAVE, Kind.PRIMARY, icon="save")
        self.print = Button(texts.PRINT, icon="printer")
        self.give = Button(texts.HAND_OUT, icon="handshake")
        self._said = Label(role=Role.MUTED, wraps=True)
        self.progress = Progress(ProgressWords(texts.PRINTING, texts.STOP, texts.STOPPING, texts.so_far))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(self._said)
        outer.addWidget(self.progress)
        outer.addLayout(row(self.save, self.print, self.give, STRETCH, close, gap=10))
        self.give.setVisible(bool(desk.actor.roles & roles_for(Action.HAND_OUT)))
        self.progress.hide()
        self.progress.stop_asked.connect(self.stop)
        for button, act in ((self.save, self._save), (self.print, self._print), (self.give, self._give)):
            button.clicked.connect(act)
        for shortcut, button in zip(SHORTCUTS, (self.save, self.print, self.give), strict=True):
            QShortcut(QKeySequence(shortcut.keys), self, button.click)
        self.offer(None)

    def offer(self, shown: Shown | None) -> None:
        """What can be given now; nothing while a paper is on its way."""
        if shown is None or self._shown is None or shown.order != self._shown.order:
            self._said.hide()
        self._shown = shown
        for button in (self.save, self.print, self.give):
            button.setEnabled(shown is not None)

    def stop(self) -> None:
        """After the page that the printer is at."""
        self._printing.request()

    def _keep(self, then: _Then) -> None:
        """Goes on with the kept paper."""
        shown = self._shown
        if shown is None:
            return
        order = shown.order
        papers, actor = self._desk.services.papers, self._desk.actor
        if shown.kept is not None:
            key = shown.kept.paper.id
            self._desk.tasks.read(self, lambda: papers.release(actor, key), then, self._tell)
        elif order is not None:

            def take(paper: HandedPaper) -> None:
                self.kept.emit(shown, paper)
                then(paper)

            self._desk.tasks.write(self, lambda: papers.make(actor, order), take, self._tell)

    def _save(self) -> None:
        shown = self._shown
        if shown is None:
            return
        name, _ = QFileDialog.getSaveFileName(self, texts.SAVE_AS, shown.file_name, texts.PDF_FILES)
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
            printer = self._ask(self, ToPrint(self._viewer.count, self._viewer.view.page + 1))
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

    def _sent(self, sent: Sent) -> None:
        self._end_printing()
        self._say(texts.printed(sent.pages, was_stopped=sent.pages < sent.of))

    def _not_sent(self, error: Exception) -> None:
        self._end_printing()
        self._tell(error)

    def _end_printing(self) -> None:
        self.progress.hide()
        self.print.setEnabled(self._shown is not None)

    def _give(self) -> None:
        self._keep(self._hand_out)

    def _hand_out(self, paper: HandedPaper) -> None:
        self.given.emit()
        hand_out_kept(self, self._desk, paper)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()

    def _tell(self, error: Exception) -> None:
        Question.message(self, texts.NOT_DONE, self._desk.tasks.explain(error))
