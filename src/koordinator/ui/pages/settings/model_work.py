"""The draft that is being written: what it is now, what is wrong with it, and that it is kept."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from koordinator.domain.assessment_check import check_model
from koordinator.domain.assessment_model import AssessmentModel
from koordinator.domain.assessment_toml import parse_model
from koordinator.domain.draft import DraftPlace
from koordinator.domain.released_model import ModelDraft, ReleasedModel
from koordinator.ui.desk import Desk
from koordinator.ui.pages.settings.model_places import PlacedFault, placed
from koordinator.ui.tasks import Cancel

_CHECK_MS: Final = 200
_KEEP_MS: Final = 700
_LOG_MS: Final = 10_000
_MOST_UNDONE: Final = 200


class _Row:
    """A model's row as last stored. Only the database worker writes here, so that each save follows the one before."""

    def __init__(self, source: ModelDraft | ReleasedModel) -> None:
        self.source = source

    def draft(self) -> ModelDraft:
        if not isinstance(self.source, ModelDraft):
            raise TypeError("a released model is never changed")
        return self.source


class ModelWork(QObject):
    """A draft is kept within a second of the last key, and logged when it is left or ten seconds after a change."""

    changed = Signal()
    """The model is another than before."""
    checked = Signal()
    kept = Signal(bool)
    """All is stored, or not yet."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: _Row | None = None
        self._model: AssessmentModel | None = None
        self._sent: AssessmentModel | None = None
        self._logged: AssessmentModel | None = None
        self._undo: list[tuple[str, AssessmentModel]] = []
        self._checking: Cancel | None = None
        self.faults: tuple[PlacedFault, ...] = ()
        self.is_checked = False
        self._check = self._timer(_CHECK_MS, self._start_check)
        self._keep = self._timer(_KEEP_MS, lambda: self._write(logs=False))
        self._log = self._timer(_LOG_MS, lambda: self._write(logs=True))

    @property
    def model(self) -> AssessmentModel:
        """The model as it is on the screen."""
        if self._model is None:
            raise RuntimeError("no model is open")
        return self._model

    @property
    def source(self) -> ModelDraft | ReleasedModel | None:
        """The row the model lies in, as last stored; None when nothing is open."""
        return self._row.source if self._row else None

    @property
    def is_draft(self) -> bool:
        return isinstance(self.source, ModelDraft)

    @property
    def can_undo(self) -> bool:
        return bool(self._undo)

    @property
    def may_be_used(self) -> bool:
        """The check has found nothing wrong with what is on the screen."""
        return self.is_checked and not self.faults

    def begin(self, source: ModelDraft | ReleasedModel) -> None:
        self.commit()
        self._row = _Row(source)
        self._model = self._sent = self._logged = parse_model(source.text)
        self._undo.clear()
        self.faults, self.is_checked = (), False
        self.changed.emit()
        self._start_check()

    def apply(self, model: AssessmentModel, what: str = "") -> None:
        """The model as it is from now on. Changes of the same `what` in a row are undone together."""
        if not self.is_draft or model == self._model:
            return
        if not what or not self._undo or self._undo[-1][0] != what:
            self._undo = [*self._undo[-_MOST_UNDONE:], (what, self.model)]
        self._set(model)

    def undo(self) -> None:
        if self._undo:
            _, model = self._undo.pop()
            self._set(model)

    def commit(self) -> Callable[[], ModelDraft] | None:
        """All is handed over to be stored and logged.

        What it gives tells the database worker which draft there is once that is done.
        """
        for timer in (self._keep, self._log):
            timer.stop()
        self._write(logs=True)
        return self._row.draft if self._row and self.is_draft else None

    def latest(self) -> Callable[[], ModelDraft | ReleasedModel] | None:
        """What tells the database worker which row there is; also of a released model."""
        row = self._row
        return (lambda: row.source) if row else None

    def forget(self) -> None:
        """Nothing is open any more, and nothing more is stored."""
        for timer in (self._check, self._keep, self._log):
            timer.stop()
        self._row = self._model = None

    def _set(self, model: AssessmentModel) -> None:
        self._model = model
        self.is_checked = False
        self.changed.emit()
        self.kept.emit(False)  # noqa: FBT003
        self._check.start()
        self._keep.start()
        if not self._log.isActive():
            self._log.start()

    def _start_check(self) -> None:
        if self._checking is not None:
            self._checking.request()
        if self._model is not None:
            model = self._model
            self._checking = self._desk.tasks.compute(
                self, lambda: placed(model, check_model(model)), lambda found: self._show_faults(model, found)
            )

    def _show_faults(self, model: AssessmentModel, found: tuple[PlacedFault, ...]) -> None:
        if model is self._model:
            self.faults, self.is_checked = found, True
            self.checked.emit()

    def _write(self, *, logs: bool) -> None:
        row, model = self._row, self._model
        if row is None or model is None or not self.is_draft or model == (self._logged if logs else self._sent):
            return
        models, actor = self._desk.services.assessment_models, self._desk.actor
        write = models.save if logs else models.keep

        def work() -> ModelDraft:
            row.source = write(actor, row.draft(), model)
            return row.source

        self._sent = model
        self._logged = model if logs else self._logged
        place = DraftPlace("model_draft", row.draft().id, "text")
        self._desk.tasks.keep(self, place, work, lambda _draft: self.kept.emit(model == self._model))

    def _timer(self, after_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after_ms)
        timer.timeout.connect(then)
        return timer
