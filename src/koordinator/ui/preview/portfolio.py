"""All plans of a portfolio at once: for whom, into a folder or to the printer, and which were not given and why."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from koordinator.domain.errors import DomainError
from koordinator.domain.output_file import free_name
from koordinator.domain.paper import Reader
from koordinator.texts import plan as plan_texts
from koordinator.texts import portfolio as texts
from koordinator.texts import preview as preview_texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.preview.printing import AskPrinter, ToPrint, ask_printer, print_paper
from koordinator.ui.tasks import Cancel, LongJob
from koordinator.ui.widgets.bullets import bullets
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.choices import CheckBox, Choice
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, clear, column, row
from koordinator.ui.widgets.progress import Progress, ProgressWords
from koordinator.ui.widgets.screen_room import set_size
from koordinator.ui.widgets.scroll_column import ScrollColumn
from koordinator.usecases.long_work import always_on
from koordinator.usecases.papers import HandedPaper
from koordinator.usecases.portfolio_papers import PortfolioDone, PortfolioPlan

_WIDTH, _HEIGHT = 620, 520
_LEAST_LIST: Final = QSize(120, 90)
GiveAll = Callable[[LongJob], PortfolioDone]


class PortfolioDialog(QDialog):
    """Reads again whenever another reader or print is chosen, so that what it says is what will be made."""

    def __init__(self, parent: QWidget, desk: Desk, *, ask: AskPrinter = ask_printer) -> None:
        super().__init__(parent)
        self._desk, self._ask = desk, ask
        self._plans: tuple[PortfolioPlan, ...] = ()
        self._running = Cancel()
        self.reader = Choice([(each, plan_texts.READERS[each]) for each in Reader], texts.READER)
        self.large = CheckBox(preview_texts.LARGE_PRINT)
        self.save, self.print = (
            Button(texts.SAVE, Kind.PRIMARY, icon="folder-open"),
            Button(texts.PRINT, icon="printer"),
        )
        self.said = Label(wraps=True)
        self.progress = Progress(ProgressWords(texts.PROGRESS, texts.STOP, texts.STOPPING, texts.so_far))
        self._refused = column(gap=4)
        self._lay_out()
        self.reader.chosen.connect(lambda _reader: self.read())
        self.large.toggled.connect(lambda _on: self.read())
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.progress.stop_asked.connect(self._stop)

    @classmethod
    def open_for(cls, parent: QWidget, desk: Desk) -> None:
        """For the plans of whoever sits at the desk."""
        dialog = cls(parent, desk)
        dialog.read()
        dialog.exec()
        dialog.deleteLater()

    def read(self) -> None:
        """Whose plans there are."""
        self._allow(may_give=False)
        reader, large, services, actor = (
            self.reader.key(),
            self.large.isChecked(),
            self._desk.services,
            self._desk.actor,
        )
        if isinstance(reader, Reader):
            self._desk.tasks.read(
                self, lambda: services.portfolio_papers.plans(actor, reader, large_print=large), self._show, self._fail
            )

    @override
    def done(self, result: int) -> None:
        """Closing stops the work after the plan that it is at."""
        self._stop()
        super().done(result)

    def _lay_out(self) -> None:
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(texts.TITLE)
        close = Button(ui_texts.CLOSE)
        close.clicked.connect(self.reject)
        listed = ScrollColumn(least=_LEAST_LIST)
        listed.content.addLayout(self._refused)
        listed.content.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(Label(texts.TITLE, Role.LEAD, wraps=True))
        outer.addWidget(Label(texts.INTRO, Role.MUTED, wraps=True))
        outer.addLayout(row(Label(texts.READER, Role.STRONG), self.reader, self.large, STRETCH, gap=12))
        outer.addWidget(self.said)
        outer.addWidget(self.progress)
        outer.addWidget(listed, 1)
        outer.addLayout(row(self.save, self.print, STRETCH, close, gap=10))
        self.progress.hide()
        set_size(self, _WIDTH, _HEIGHT)

    def _show(self, plans: tuple[PortfolioPlan, ...]) -> None:
        self._plans = plans
        missing = [plan for plan in plans if plan.order is None]
        self.said.setText(texts.count_line(len(plans) - len(missing), len(missing)) if plans else texts.NOBODY)
        self._list([plan.name for plan in missing])
        self._allow(may_give=len(missing) < len(plans))

    def _save(self) -> None:
        name = QFileDialog.getExistingDirectory(self, texts.CHOOSE_FOLDER)
        if name:
            portfolio, actor, plans = self._desk.services.portfolio_papers, self._desk.actor, self._plans
            self._give(lambda job: portfolio.save_all(actor, plans, Path(name), job.report), printed=False)

    def _print(self) -> None:
        try:
            printer = self._ask(self, ToPrint(1, 1))
        except DomainError as error:
            Question.message(self, preview_texts.NOT_DONE, self._desk.tasks.explain(error))
            return
        if printer is not None:
            desk, plans, files = self._desk, self._plans, _OwnFiles(printer)

            def send(paper: HandedPaper) -> None:
                files.next_one()
                print_paper(desk, printer, paper, always_on)

            self._give(
                lambda job: desk.services.portfolio_papers.give_all(desk.actor, plans, send, job.report), printed=True
            )

    def _give(self, work: GiveAll, *, printed: bool) -> None:
        self._allow(may_give=False)
        self.said.setText("")
        self.progress.begin()
        self.progress.show()
        self.progress.stop.setFocus()
        self._running = self._desk.tasks.run_long(
            self, work, lambda done: self._finish(done, printed=printed), self.progress.show_progress, self._fail
        )

    def _finish(self, done: PortfolioDone, *, printed: bool) -> None:
        self.progress.hide()
        self.said.setText(texts.given(done.given, printed=printed, was_stopped=done.was_stopped))
        explain = self._desk.tasks.explain
        self._list([texts.refused(each.name, explain(each.reason)) for each in done.refused])
        self._allow(may_give=True)

    def _fail(self, error: Exception) -> None:
        self.progress.hide()
        self.said.setText(self._desk.tasks.explain(error))
        self._allow(may_give=bool(self._plans))

    def _stop(self) -> None:
        self._running.request()

    def _list(self, lines: list[str]) -> None:
        clear(self._refused)
        if lines:
            self._refused.addWidget(Label(texts.REFUSED, Role.CARD))
            self._refused.addWidget(bullets(lines))

    def _allow(self, *, may_give: bool) -> None:
        for part in (self.save, self.print, self.reader, self.large):
            part.setEnabled(may_give or (part in (self.reader, self.large) and not self.progress.isVisible()))


class _OwnFiles:
    """A printer that writes a file gets another name for each paper; a real one needs none."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer, self._first = printer, printer.outputFileName()
        self._taken: list[str] = []

    def next_one(self) -> None:
        """Before each paper."""
        if self._first:
            path = Path(self._first)
            name = free_name(path.name, self._taken)
            self._taken.append(name)
            self._printer.setOutputFileName(str(path.with_name(name)))
