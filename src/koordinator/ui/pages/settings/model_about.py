"""What is said about a model as a whole."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain import limits
from koordinator.domain.assessment_model import AssessmentModel
from koordinator.domain.steps import Step
from koordinator.texts import model_editor as texts
from koordinator.ui.pages.settings.model_parts import NamedFields
from koordinator.ui.pages.settings.model_work import ModelWork
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import ChoiceField, TextField


class AboutForm(QWidget):
    def __init__(self, work: ModelWork) -> None:
        super().__init__()
        self._work = work
        self.fields = NamedFields(
            {
                "title": TextField(texts.TITLE, limit=limits.LINE),
                "version": TextField(texts.VERSION, limit=limits.SHORT, hint=texts.VERSION_HINT),
                "source": TextField(texts.SOURCE, limit=limits.LINE),
                "default_step": ChoiceField(texts.DEFAULT_STEP, [(step, texts.step_choice(step)) for step in Step]),
                "key": TextField(texts.KEY, limit=limits.SHORT, hint=texts.KEY_HINT),
            }
        )
        self.fields.edited.connect(self._edited)
        card = Card(texts.ABOUT)
        card.body.addWidget(self.fields)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        outer.addStretch(1)

    def show_model(self, model: AssessmentModel) -> None:
        names = ("title", "version", "source", "default_step", "key")
        self.fields.show_values({name: getattr(model, name) for name in names})

    def _edited(self, name: str, value: object) -> None:
        changed: dict[str, Any] = {name: value}
        self._work.apply(replace(self._work.model, **changed), name)
