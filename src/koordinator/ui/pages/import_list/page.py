"""Indlæs liste: choose a file, see how it was read, correct it, let it in, see what it did."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from koordinator.domain.list_import import ColumnMapping, ListField
from koordinator.domain.list_records import RowFault
from koordinator.texts import import_list as texts
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page import Page
from koordinator.ui.pages.import_list.steps import PreviewStep, ResultStep, RunningStep
from koordinator.ui.pages.import_list.view_state import (
    PreviewView,
    ResultView,
    preview_of,
    result_of,
    with_taken,
)
from koordinator.ui.tasks import Cancel, LongJob
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.layout import STRETCH, column
from koordinator.ui.widgets.scaffold import PageScaffold
from koordinator.usecases.import_list import ImportReport, ListPreview


class ImportListPage(Page):
    """One list at a time. An import that runs goes on while other pages are looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lists = desk.services.lists
        self._preview: ListPreview | None = None
        self._new_departments: tuple[str, ...] = ()
        self._refused: tuple[RowFault, ...] = ()
        self._report: ImportReport | None = None
        self._reading: Cancel | None = None
        self._running: Cancel | None = None
        self._is_over = False
        self._frame = PageScaffold(texts.TITLE)
        self._saved = Panel("", Tone.DONE)
        self._preview_step = PreviewStep()
        self._running_step = RunningStep()
        self._result_step = ResultStep()
        self._other = Button(texts.CHOOSE_ANOTHER)
        self._run = Button("", Kind.PRIMARY)
        self._to_citizens = Button(texts.SEE_CITIZENS, Kind.PRIMARY)
        self._lay_out()
        self._connect()

    @override
    def show_for(self, thing_id: object) -> None:
        """Coming back after an import is over begins a new one."""
        if self._is_over:
            self._begin()
        super().show_for(thing_id)

    @override
    def reload(self) -> None:
        if self._preview is None and self._running is None:
            self._begin()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._running is None and _dropped_file(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Reads the file and shows how it was understood."""
        self._new_departments = ()
        self._frame.set_title(texts.TITLE, texts.READING)
        self._preview_step.show_columns()
        self._look(lambda: self._lists.preview(path))

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self._frame.set_crumb(texts.CRUMB)
        for button in (self._other, self._run, self._to_citizens):
            self._frame.add_action(button)
        self._frame.content.addWidget(self._saved)
        self._frame.content.addWidget(self._preview_step, 1)
        self._frame.content.addLayout(column(self._running_step, STRETCH))
        self._frame.content.addWidget(self._result_step, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def _connect(self) -> None:
        self._frame.crumb_clicked.connect(self._go_to_citizens)
        self._to_citizens.clicked.connect(self._go_to_citizens)
        self._other.clicked.connect(self._choose)
        self._run.clicked.connect(lambda: self._put_in(None))
        self._result_step.taking_wanted.connect(lambda: self._put_in(self._report))
        self._preview_step.columns.corrected.connect(self._correct)
        self._preview_step.departments_wanted.connect(self._accept_departments)
        self._running_step.progress.stop_asked.connect(self._stop)
        for faults in (self._preview_step.faults, self._result_step.faults):
            faults.save_asked.connect(self._save_bad_rows)

    def _begin(self) -> None:
        self._put(None)
        self._is_over = False
        self._frame.set_title(texts.TITLE)
        self._show_only(None, ())
        self._frame.show_empty("upload", texts.CHOOSE_FIRST, texts.CHOOSE, self._choose)

    def _show_only(self, step: QWidget | None, actions: Sequence[Button]) -> None:
        self._saved.hide()
        for part in (self._preview_step, self._running_step, self._result_step):
            part.setVisible(part is step)
        for button in (self._other, self._run, self._to_citizens):
            button.setVisible(button in actions)
        if step is not None:
            self._frame.show_content()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, texts.FILE_DIALOG, "", texts.FILE_FILTER)
        if name:
            self.read(Path(name))

    def _look(self, read: Callable[[], ListPreview]) -> None:
        """Reads and checks beside the window; what was asked before is forgotten."""
        if self._reading is not None:
            self._reading.request()
        departments = self._new_departments

        def work() -> tuple[ListPreview, PreviewView]:
            preview = read()
            return preview, preview_of(preview, departments)

        self._reading = self._desk.tasks.compute(self, work, lambda found: self._show(*found), self._fail)

    def _show(self, preview: ListPreview, view: PreviewView) -> None:
        self._put(preview)
        self._refused = preview.checked.faults
        self._frame.set_title(texts.TITLE, view.in_a_line)
        self._preview_step.show_view(view)
        self._other.setText(texts.CHOOSE_ANOTHER)
        self._run.setText(view.run)
        self._run.setEnabled(view.can_run)
        self._show_only(self._preview_step, (self._other, self._run))

    def _fail(self, error: Exception) -> None:
        self._put(None)
        self._frame.set_title(texts.TITLE)
        self._show_only(None, ())
        sentence = self._desk.tasks.explain(error)
        self._frame.show_empty("triangle-alert", sentence, texts.CHOOSE_ANOTHER, self._choose)

    def _put(self, preview: ListPreview | None) -> None:
        """The list that is looked at now; a long one before it is let go of slowly."""
        before, self._preview, self._report = self._preview, preview, None
        if before is not None:
            checked = before.checked
            self._desk.tasks.scrap([*before.table.rows, *checked.records, *checked.repeated])

    def _correct(self, column: int, field: ListField | None) -> None:
        if self._preview is not None:
            self._new_departments = ()
            self._look_again(self._preview, self._preview.mapping.with_field(column, field))

    def _accept_departments(self) -> None:
        if self._preview is not None:
            self._new_departments = self._preview.checked.unknown_departments
            self._look_again(self._preview, self._preview.mapping)

    def _look_again(self, preview: ListPreview, mapping: ColumnMapping) -> None:
        creates = bool(self._new_departments)
        self._look(lambda: self._lists.with_mapping(preview.table, mapping, create_departments=creates))

    def _put_in(self, before: ImportReport | None) -> None:
        """The list, or what was held back of it `before`: whoever reads it has then said so."""
        if self._preview is None or self._running is not None:
            return
        preview = self._preview.only(before.held) if before is not None else self._preview
        progress = self._running_step.progress
        progress.begin()
        self._show_only(self._running_step, ())
        progress.stop.setFocus()

        def work(job: LongJob) -> tuple[ImportReport, ResultView]:
            report = self._lists.run(self._desk.actor, preview, job.report, taking=before is not None)
            report = with_taken(before, report) if before is not None else report
            return report, result_of(report)

        self._running = self._desk.tasks.run_long(
            self, work, lambda done: self._finish(*done), progress.show_progress, self._break_off
        )

    def _stop(self) -> None:
        if self._running is not None:
            self._running.request()

    def _finish(self, report: ImportReport, view: ResultView) -> None:
        self._running, self._is_over = None, True
        self._refused, self._report = report.bad, report
        self._frame.set_title(view.heading)
        self._result_step.show_view(view)
        self._other.setText(texts.ANOTHER_LIST)
        self._show_only(self._result_step, (self._other, self._to_citizens))
        self._to_citizens.setFocus()

    def _break_off(self, error: Exception) -> None:
        """What went in before stays; the list is still here and can be tried again."""
        self._running = None
        self._desk.tasks.failed.emit(self._desk.tasks.explain(error))
        if self._report is None:
            self._show_only(self._preview_step, (self._other, self._run))
        else:
            self._show_only(self._result_step, (self._other, self._to_citizens))

    def _save_bad_rows(self) -> None:
        preview, refused = self._preview, self._refused
        name, _ = QFileDialog.getSaveFileName(self, texts.BAD_ROWS_DIALOG, texts.BAD_ROWS_FILE, texts.CSV_FILES)
        if name and preview is not None:
            path = Path(name)
            self._desk.tasks.compute(
                self, lambda: self._lists.save_bad_rows(path, preview, refused), lambda _none: self._tell_saved(path)
            )

    def _tell_saved(self, path: Path) -> None:
        self._saved.set_text(texts.saved_as(path.name))
        self._saved.show()

    def _go_to_citizens(self) -> None:
        self.navigate.emit("citizens", None)


def _dropped_file(event: QDropEvent) -> Path | None:
    """The one file that is dragged over the page."""
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
