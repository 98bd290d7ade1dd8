"""The button that saves all papers of a held meeting in one folder, and how far that is."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.texts import meeting_set as texts
from koordinator.ui.pages.meeting import saving
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.tasks import Cancel
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.ui.widgets.progress import Progress, ProgressWords
from koordinator.usecases.paper_batch import PapersSaved


class AllPapers(QWidget):
    """`saved` says in a sentence what lies in the folder now."""

    saved = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._running: Cancel | None = None
        self._progress = Progress(ProgressWords(texts.PROGRESS, texts.STOP, texts.STOPPING, texts.so_far))
        self.ask = Button(texts.SAVE_ALL, icon="folder-open")
        self.stop = self._progress.stop
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(row(self.ask, STRETCH))
        outer.addWidget(Label(texts.SAVE_ALL_HINT, Role.MUTED, wraps=True))
        outer.addWidget(self._progress)
        self.ask.clicked.connect(self._choose)
        self._progress.stop_asked.connect(self._stop)
        self._show_running(is_running=False)

    def _choose(self) -> None:
        folder = saving.choose_folder(self)
        if folder is not None:
            self._start(folder)

    def _start(self, folder: Path) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        self._progress.begin()
        self._show_running(is_running=True)
        self._running = work.desk.tasks.run_long(
            self,
            lambda job: work.desk.services.meeting_papers.save_all(work.actor, meeting_id, folder, job.report),
            self._finish,
            self._progress.show_progress,
            self._fail,
        )

    def _stop(self) -> None:
        if self._running is not None:
            self._running.request()

    def _finish(self, saved: PapersSaved) -> None:
        self._show_running(is_running=False)
        self.saved.emit(texts.saved(len(saved.names), was_stopped=saved.was_stopped))

    def _fail(self, error: Exception) -> None:
        self._show_running(is_running=False)
        self._work.desk.tasks.failed.emit(self._work.desk.tasks.explain(error))

    def _show_running(self, *, is_running: bool) -> None:
        had_focus = self.ask.hasFocus() or self.stop.hasFocus()
        self.ask.setVisible(not is_running)
        self._progress.setVisible(is_running)
        if had_focus:
            (self.stop if is_running else self.ask).setFocus()
