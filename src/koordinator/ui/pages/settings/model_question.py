"""One question of a model: its words, its answers, and how it looks when it is asked."""

from dataclasses import replace
from typing import Any, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from koordinator.domain import limits
from koordinator.domain.assessment_model import RegisterFact
from koordinator.domain.model_edits import change_parameter
from koordinator.texts import model_editor as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.pages.settings.model_answers import AnswersCard
from koordinator.ui.pages.settings.model_parts import NamedFields
from koordinator.ui.pages.settings.model_places import Place
from koordinator.ui.pages.settings.model_preview import QuestionPreview
from koordinator.ui.pages.settings.model_work import ModelWork
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import CheckField, ChoiceField, Field, NoteField, TextField
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column

_WIDE: Final = 960
_NAMES: Final = (
    "label",
    "question",
    "ask",
    "help",
    "source",
    "register_fact",
    "citizen_answers",
    "exempt_from_order",
    "key",
)


def _fields() -> dict[str, Field]:
    facts = [(fact, texts.REGISTER_FACTS[fact]) for fact in (None, *RegisterFact)]
    return {
        "label": TextField(texts.SHORT_NAME, limit=limits.SHORT),
        "question": TextField(texts.QUESTION, limit=limits.LINE, hint=texts.NAMES_HINT),
        "ask": TextField(texts.ASK, limit=limits.LINE),
        "help": NoteField(texts.HELP, limit=limits.PARAGRAPH),
        "source": TextField(texts.PARAMETER_SOURCE, limit=limits.LINE, hint=texts.PARAMETER_SOURCE_HINT),
        "register_fact": ChoiceField(texts.REGISTER_FACT, facts),
        "citizen_answers": CheckField(texts.CITIZEN_ANSWERS),
        "exempt_from_order": CheckField(texts.EXEMPT, hint=texts.EXEMPT_HINT),
        "key": TextField(texts.KEY, limit=limits.SHORT, hint=texts.KEY_HINT),
    }


class QuestionForm(QWidget):
    def __init__(self, work: ModelWork) -> None:
        super().__init__()
        self._work = work
        self._at: int | None = None
        self.fields = NamedFields(_fields())
        self.fields.edited.connect(self._edited)
        self.answers = AnswersCard(work)
        self._preview = QuestionPreview()
        self._source = Label(role=Role.SMALL_MUTED, wraps=True)
        self._words = Card()
        self._words.body.addWidget(self.fields)
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(12)
        for side in (column(self._words, self.answers, STRETCH, gap=12), column(self._preview, self._source, STRETCH)):
            self._sides.addLayout(side)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside what is written where there is room, else under it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_wide = self._work.is_draft and self.width() >= theme.active().px(_WIDE)
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self._sides.setStretch(0, int(is_wide))
        self._sides.setStretch(1, 1)

    def show_question(self, at: int) -> None:
        """The question as it is; one that cannot be changed is only shown as it is asked."""
        model = self._work.model
        parameter = model.parameters[at]
        is_other = at != self._at
        self._at = at
        for card in (self._words, self.answers):
            card.setVisible(self._work.is_draft)
        self._source.setVisible(not self._work.is_draft)
        self._source.setText(texts.source_of(parameter))
        self._words.set_title(texts.position(at + 1, len(model.parameters)))
        self.fields.show_values({name: getattr(parameter, name) for name in _NAMES})
        self.answers.show_answers(at, is_other=is_other)
        self._preview.show_question(model, at)
        self._fit()

    def field(self, place: Place) -> Field | None:
        """Where a fault can be mended."""
        if place.option is not None:
            self.answers.choose(place.option)
            return self.answers.fields.field(place.field or "label")
        return self.fields.field(place.field or "label")

    def _edited(self, name: str, value: object) -> None:
        if self._at is None:
            return
        changed: dict[str, Any] = {name: value}
        parameter = replace(self._work.model.parameters[self._at], **changed)
        self._work.apply(change_parameter(self._work.model, self._at, parameter), f"question {self._at} {name}")
