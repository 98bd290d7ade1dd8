"""Log: who did what when, a page at a time; checked, saved as a file, and thinned out."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog

from koordinator.domain.access import Action, may
from koordinator.texts import log_heads as head_texts
from koordinator.texts import log_page as texts
from koordinator.texts import verify
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page_tab import FillingTab
from koordinator.ui.pages.security.log_filters import LogFilters
from koordinator.ui.tasks import Cancel
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow, column
from koordinator.ui.widgets.progress import Progress, ProgressWords
from koordinator.ui.widgets.said import Said
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.log_book import LogLine, LogOutline, LogPage
from koordinator.usecases.log_heads import HeadState
from koordinator.usecases.verify import LogVerification

_LEAST: Final = QSize(760, 420)
_CSV: Final = ".csv"
_XLSX: Final = ".xlsx"
_HEADS: Final = {
    HeadState.NOT_YET: "",
    HeadState.KEPT: head_texts.KEPT,
    HeadState.NO_PLACE: head_texts.NO_PLACE,
    HeadState.NO_ANSWER: head_texts.NO_ANSWER,
    HeadState.DIFFERS: head_texts.DIFFERS,
}


class LogTab(FillingTab):
    """The newest entries first; `Ældre` and `Nyere` go through the rest a hundred at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_LEAST)
        self._desk = desk
        self._asked: Cancel | None = None
        self._before: list[int] = []
        self._shown_before: list[int] = []
        self._outline: LogOutline | None = None
        self.filters = LogFilters(self._today)
        self.list: DataList[LogLine] = DataList(
            texts.LIST, _columns(), lambda line: line.entry.sequence, empty=texts.NOTHING_FITS
        )
        self.newer, self.older = Button(texts.NEWER, icon="chevron-left"), Button(texts.OLDER, icon="chevron-right")
        self.save, self.check = Button(texts.SAVE, icon="download"), Button(texts.CHECK, icon="shield")
        self.thin_out = Button(texts.THIN_OUT, icon="trash")
        self.shown = Label("", Role.SMALL_MUTED)
        self.kept, self.noted = Label("", Role.SMALL_MUTED, wraps=True), Label("", Role.SMALL_MUTED, wraps=True)
        self.said = Said()
        self._progress = Progress(ProgressWords(texts.PROGRESS, texts.STOP, texts.STOPPING, texts.so_far))
        self._lay_out()
        self._connect()

    @override
    def reload(self) -> None:
        services, actor = self._desk.services, self._desk.actor
        self._desk.tasks.read(self, lambda: services.log_book.outline(actor), self._show_outline)
        self._tell_note()
        self._read()

    def _lay_out(self) -> None:
        card = Card(fills=True)
        deeds = Flow(gap=8)
        for part in (self.newer, self.older, self.check, self.save, self.thin_out):
            deeds.addWidget(part)
        card.body.addWidget(Label(texts.INTRO, Role.MUTED, wraps=True))
        card.body.addWidget(self.filters)
        card.body.addWidget(self.list, 1)
        card.body.addLayout(deeds)
        for below in (self.shown, self._progress, self.said, self.kept, self.noted):
            card.body.addWidget(below)
        self._progress.hide()
        self.shown.hide()
        inside = column(gap=16)
        inside.addWidget(card, 1)
        self.setLayout(inside)
        # A day is read by what day it is.
        self.filters.setEnabled(False)
        self.thin_out.setVisible(may(self._desk.actor, Action.PRUNE_LOG))

    def _connect(self) -> None:
        self.filters.changed.connect(self._begin_again)
        self.older.clicked.connect(self._go_back)
        self.newer.clicked.connect(self._go_on)
        self.check.clicked.connect(self._check)
        self.save.clicked.connect(self._save)
        self.thin_out.clicked.connect(self._thin_out)

    def _today(self) -> date:
        return self._outline.today if self._outline is not None else date.min

    def _begin_again(self) -> None:
        self._before = []
        self._read()

    def _go_back(self) -> None:
        oldest = self.list.rows()[-1].entry.sequence
        # Pressed once more before the page has come, it is still the same page that is wanted.
        if self._before[-1:] != [oldest]:
            self._before.append(oldest)
            self._read()

    def _go_on(self) -> None:
        if self._before:
            self._before.pop()
            self._read()

    def _read(self) -> None:
        if self._asked is not None:
            self._asked.request()
        book, actor = self._desk.services.log_book, self._desk.actor
        wanted, citizen = self.filters.wanted()
        before = self._before[-1] if self._before else None
        self._asked = self._desk.tasks.read(
            self,
            lambda: book.page(actor, wanted, citizen, before),
            self._show,
            self._fail,
        )

    def _fail(self, error: Exception) -> None:
        """The page before it is still shown, and both buttons go on from there."""
        self._before = list(self._shown_before)
        self.said.say(self._desk.tasks.explain(error), Role.FAULT)

    def _show(self, page: LogPage) -> None:
        self._shown_before = list(self._before)
        self.list.set_rows(page.lines)
        self.list.scrollToTop()
        ends = (page.lines[0].entry.sequence, page.lines[-1].entry.sequence) if page.lines else (None, None)
        self.shown.setText(texts.shown(*ends))
        self.shown.setVisible(bool(page.lines))
        self.older.setEnabled(page.has_more)
        self.newer.setEnabled(bool(self._before))

    def _show_outline(self, outline: LogOutline) -> None:
        age, self._outline = outline.age, outline
        self.filters.set_employees(outline.employees)
        self.filters.setEnabled(True)
        self.kept.setText(texts.age(age.oldest_on, age.last_on, age.period.months))
        self.thin_out.setEnabled(age.until is not None)

    def _tell_note(self) -> None:
        words = _HEADS[self._desk.services.log_heads.state]
        self.noted.setText(words)
        self.noted.setVisible(bool(words))

    def _check(self) -> None:
        services, actor = self._desk.services, self._desk.actor
        self._long(lambda report: services.verify.log(actor, report), self._tell_check)

    def _tell_check(self, verified: LogVerification) -> None:
        checked = verified.check
        faults = "\n".join(map(verify.log_fault, checked.faults))
        said = faults or verify.log_is_whole(checked)
        self.said.say(texts.checked_at(verified.at, said), Role.WARNING if faults else Role.BODY)
        self._tell_note()

    def _save(self) -> None:
        kinds = f"{texts.XLSX_FILES};;{texts.CSV_FILES}"
        chosen, _ = QFileDialog.getSaveFileName(self, texts.SAVE_AS, f"log{_XLSX}", kinds)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in (_CSV, _XLSX):
            path = path.with_name(path.name + _XLSX)
        services, actor = self._desk.services, self._desk.actor
        wanted, citizen = self.filters.wanted()

        def work(report: Callable[[int, int], bool]) -> int:
            extract = services.log_book.export(actor, wanted, citizen, report)
            table = texts.table_of(texts.cells(line.entry, line.who, line.about, line.term) for line in extract.lines)
            if path.suffix.lower() == _CSV:
                services.tables.write_csv(path, table)
            else:
                services.tables.write_xlsx(path, (table,), extract.made_at)
            return len(extract.lines)

        self._long(work, lambda lines: self.said.say(texts.saved(path.name, lines)))

    def _thin_out(self) -> None:
        last_on = self._outline.age.last_on if self._outline is not None else None
        if last_on is None or not Question.confirm(
            self, texts.THIN_OUT, texts.thin_out_question(last_on), texts.THIN_OUT, dangerous=True
        ):
            return
        book, actor = self._desk.services.log_book, self._desk.actor

        def done(entries: int) -> None:
            self.said.say(texts.thinned_out(entries))
            self.reload()

        self._long(lambda _report: book.thin_out(actor), done)

    def _long(self, work: Callable[[Callable[[int, int], bool]], object], then: Callable[..., None]) -> None:
        """The buttons rest meanwhile, and it is shown how far it is."""
        self._rest(is_busy=True)

        def done(result: object) -> None:
            self._rest(is_busy=False)
            then(result)

        def failed(error: Exception) -> None:
            self._rest(is_busy=False)
            self.said.say(self._desk.tasks.explain(error), Role.FAULT)

        job = self._desk.tasks.run_long(self, lambda job: work(job.report), done, self._progress.show_progress, failed)
        self._progress.stop_asked.connect(job.request)

    def _rest(self, *, is_busy: bool) -> None:
        self._progress.setVisible(is_busy)
        if is_busy:
            self.said.say("")
            self._progress.begin()
        for button in (self.check, self.save):
            button.rest() if is_busy else button.wake()
        self.thin_out.setEnabled(not is_busy and self._outline is not None and self._outline.age.until is not None)


def _columns() -> tuple[Column[LogLine], ...]:
    return (
        Column(texts.WHEN, lambda line: texts.when(line.entry), 160, least=160),
        Column(texts.WHO, lambda line: texts.who(line.entry, line.who), 200, Look.STRONG),
        Column(texts.WHAT, lambda line: texts.what(line.entry, line.term), least=260),
        Column(texts.ABOUT, lambda line: line.about, 200),
        Column(texts.WHERE, lambda line: texts.CHANNELS[line.entry.channel], 150, Look.MUTED),
    )
