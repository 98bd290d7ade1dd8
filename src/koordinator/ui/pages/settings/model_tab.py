"""Vurderingsmodel: all versions, the editor of a draft, and trying it on old assessments."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout

from koordinator.domain.assessment_toml import parse_model
from koordinator.domain.ids import AssessmentModelId
from koordinator.domain.limits import PARAGRAPH
from koordinator.domain.released_model import ModelDraft, ReleasedModel
from koordinator.texts import model_editor as texts
from koordinator.texts.settings import KEY_UNDO_MODEL
from koordinator.ui.ask import Question
from koordinator.ui.ask_value import AskDate, Asked, AskText
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page import Shortcut
from koordinator.ui.page_tab import FillingTab
from koordinator.ui.pages.settings.model_editor import UNDO_KEYS, ModelEditor
from koordinator.ui.pages.settings.model_shelf import ShelfView
from koordinator.ui.pages.settings.model_trial_view import TrialView
from koordinator.ui.pages.settings.model_work import ModelWork
from koordinator.ui.tasks import Cancel
from koordinator.usecases.assessment_models import ModelShelf

_LEAST: Final = QSize(640, 500)


class ModelTab(FillingTab):
    def __init__(self, desk: Desk) -> None:
        super().__init__(_LEAST)
        self._desk = desk
        self._models = desk.services.assessment_models
        self._shelf: ModelShelf | None = None
        self._trying: Cancel | None = None
        self._work = ModelWork(desk, self)
        self._shelf_view, self._editor, self._trial = ShelfView(), ModelEditor(self._work), TrialView()
        self._front = QStackedWidget()
        for view in (self._shelf_view, self._editor, self._trial):
            self._front.addWidget(view)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._front)
        self._connect()

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        return (Shortcut(UNDO_KEYS, KEY_UNDO_MODEL),)

    @override
    def reload(self) -> None:
        """What is being written is left as it is on the screen."""
        self._desk.tasks.read(self, lambda: self._models.shelf(self._desk.actor), self._show)

    @override
    def leave(self) -> None:
        self._work.commit()

    def _connect(self) -> None:
        self._shelf_view.opened.connect(self._open)
        self._shelf_view.copy_asked.connect(self._copy)
        self._shelf_view.withdraw_asked.connect(self._withdraw)
        self._shelf_view.scratch_asked.connect(self._begin_empty)
        self._shelf_view.import_asked.connect(self._choose_file)
        self._editor.back.connect(self._back_to_shelf)
        self._editor.copy_asked.connect(self._copy_open)
        self._editor.export_asked.connect(self._export)
        self._editor.discard_asked.connect(self._discard)
        self._editor.release_asked.connect(self._release)
        self._editor.try_asked.connect(self._try)
        self._trial.again_asked.connect(self._try)
        self._trial.progress.stop_asked.connect(self._stop)
        self._trial.back.connect(self._back_to_editor)

    def _show(self, shelf: ModelShelf) -> None:
        self._shelf = shelf
        self._shelf_view.show_shelf(shelf)

    def _open(self, source: ModelDraft | ReleasedModel) -> None:
        self._shelf_view.tell("")
        self._work.begin(source)
        self._front.setCurrentWidget(self._editor)
        self._editor.begin()

    def _back_to_shelf(self, news: str = "") -> None:
        self._work.commit()
        self._work.forget()
        self._shelf_view.tell(news)
        self._front.setCurrentWidget(self._shelf_view)
        self._shelf_view.take_focus()
        self.reload()

    def _back_to_editor(self) -> None:
        self._stop()
        self._front.setCurrentWidget(self._editor)

    def _copy(self, model_id: AssessmentModelId) -> None:
        actor = self._desk.actor
        self._desk.tasks.write(self, lambda: self._models.new_version(actor, model_id), self._open)

    def _copy_open(self) -> None:
        source = self._work.source
        if isinstance(source, ReleasedModel):
            self._copy(source.id)

    def _withdraw(self, model: ReleasedModel) -> None:
        actor, heading = self._desk.actor, texts.heading(parse_model(model.text))
        asked = Asked(
            texts.WITHDRAW_HEADING.format(version=heading), texts.WITHDRAW_WHY, texts.WITHDRAW_TEXT, texts.WITHDRAW
        )
        ask_until_saved(
            self._desk.tasks,
            self,
            "",
            lambda because: AskText.paragraph(self, asked, because, limit=PARAGRAPH),
            lambda because: self._models.withdraw(actor, model.id, because),
            lambda _model: self._back_to_shelf(texts.withdrawn(heading, model.from_on)),
        )

    def _begin_empty(self) -> None:
        actor = self._desk.actor
        self._desk.tasks.write(self, lambda: self._models.new_empty(actor, texts.NEW_TITLE), self._open)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, texts.IMPORT_DIALOG, "", texts.TOML_FILES)
        if name:
            self.import_file(Path(name))

    def import_file(self, path: Path) -> None:
        """Takes the file in as a draft, or says on which line what is wrong."""
        actor = self._desk.actor
        self._desk.tasks.write(self, lambda: self._models.import_file(actor, path), self._imported, self._refuse)

    def _imported(self, draft: ModelDraft) -> None:
        self._shelf_view.tell(texts.imported(draft.model))
        self.reload()

    def _refuse(self, error: Exception) -> None:
        Question.message(self, texts.NOT_IMPORTED, self._desk.tasks.explain(error))

    def _export(self) -> None:
        self._work.commit()
        name, _ = QFileDialog.getSaveFileName(self, texts.EXPORT, texts.file_name(self._work.model), texts.TOML_FILES)
        latest = self._work.latest()
        if name and latest is not None:
            actor, path = self._desk.actor, Path(name)
            self._desk.tasks.write(
                self,
                lambda: self._models.export_file(actor, latest(), path),
                lambda _none: self._editor.tell(texts.saved_as(path.name)),
            )

    def _discard(self) -> None:
        source = self._work.source
        if isinstance(source, ModelDraft) and Question.confirm(
            self, texts.DISCARD_HEADING, texts.DISCARD_TEXT, texts.DISCARD, dangerous=True
        ):
            news, actor = texts.discarded(self._work.model), self._desk.actor
            self._work.forget()
            self._desk.tasks.write(
                self, lambda: self._models.discard(actor, source.id), lambda _none: self._back_to_shelf(news)
            )

    def _release(self) -> None:
        if self._shelf is None:
            return
        today = self._shelf.today
        asked = Asked(texts.RELEASE_HEADING, texts.RELEASE_FROM, texts.RELEASE_TEXT, texts.RELEASE_IT)
        latest = self._work.commit()
        if latest is None:
            return
        actor, model = self._desk.actor, self._work.model

        def released(made: ReleasedModel) -> None:
            self._work.forget()
            self._back_to_shelf(texts.released(model, made.from_on))

        ask_until_saved(
            self._desk.tasks,
            self,
            today,
            lambda start: AskDate.day(self, asked, lambda: today, start, bounds=(today, None)),
            lambda from_on: self._models.release(actor, latest(), from_on),
            released,
        )

    def _try(self) -> None:
        self._work.commit()
        source, model, actor = self._work.source, self._work.model, self._desk.actor
        if source is None:
            return
        self._trial.begin(model)
        self._front.setCurrentWidget(self._trial)
        self._trying = self._desk.tasks.run_long(
            self,
            lambda job: self._models.try_out(actor, model, job.report, draft_id=source.id),
            self._trial.show_report,
            self._trial.progress.show_progress,
            self._not_tried,
        )

    def _stop(self) -> None:
        if self._trying is not None:
            self._trying.request()

    def _not_tried(self, error: Exception) -> None:
        self._desk.tasks.failed.emit(self._desk.tasks.explain(error))
        self._back_to_editor()
