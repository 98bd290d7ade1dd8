"""One rule of a model: its name, the step it gives, and when it holds."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain import limits
from koordinator.domain.assessment_model import Condition
from koordinator.domain.model_edits import changed_at
from koordinator.domain.steps import Step
from koordinator.texts import model_editor as texts
from koordinator.ui.pages.settings.model_condition import ConditionEditor
from koordinator.ui.pages.settings.model_parts import NamedFields
from koordinator.ui.pages.settings.model_places import Place
from koordinator.ui.pages.settings.model_work import ModelWork
from koordinator.ui.widgets.badges import StepBadge
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import ChoiceField, Field, TextField
from koordinator.ui.widgets.labels import Label, Role


class RuleForm(QWidget):
    def __init__(self, work: ModelWork) -> None:
        super().__init__()
        self._work = work
        self._at: int | None = None
        self.fields = NamedFields(
            {
                "label": TextField(texts.RULE_NAME, limit=limits.LINE),
                "step": ChoiceField(texts.RULE_STEP, [(step, texts.step_choice(step)) for step in Step]),
            }
        )
        self.key = NamedFields({"key": TextField(texts.KEY, limit=limits.SHORT, hint=texts.KEY_HINT)})
        self._words, self._when = Card(), Card(texts.WHEN)
        self._condition = ConditionEditor()
        self._badge = StepBadge()
        self._aloud = Label(wraps=True)
        self._reads = Card(texts.READS)
        self._lay_out()
        self._condition.changed.connect(self._edited_condition)
        for fields in (self.fields, self.key):
            fields.edited.connect(self._edited)

    def show_rule(self, at: int) -> None:
        model = self._work.model
        rule = model.rules[at]
        self._at = at
        for card in (self._words, self._when, self.key):
            card.setVisible(self._work.is_draft)
        self._words.set_title(texts.rule_position(at + 1, len(model.rules)))
        self._reads.set_title(texts.READS if self._work.is_draft else rule.label)
        self.fields.show_values({"label": rule.label, "step": rule.step})
        self.key.show_values({"key": rule.key})
        if self._work.is_draft:
            self._condition.show_condition(model, rule.condition)
        self._badge.set_step(rule.step)
        self._aloud.setText(texts.rule_aloud(model, rule))

    def field(self, place: Place) -> Field | None:
        """Where a fault can be mended."""
        return self.key.field(place.field) or self.fields.field(place.field or "label")

    def _lay_out(self) -> None:
        self._words.body.addWidget(self.fields)
        self._when.body.addWidget(self._condition)
        self._reads.add_to_head(self._badge)
        self._reads.body.addWidget(self._aloud)
        self._reads.body.addWidget(Label(texts.RULE_ORDER, Role.SMALL_MUTED, wraps=True))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        for part in (self._words, self._when, self._reads, self.key):
            outer.addWidget(part)
        outer.addStretch(1)

    def _edited(self, name: str, value: object) -> None:
        changed: dict[str, Any] = {name: value}
        self._put(changed, name)

    def _edited_condition(self, condition: Condition) -> None:
        self._put({"condition": condition}, "")

    def _put(self, changed: dict[str, Any], name: str) -> None:
        if self._at is not None:
            model = self._work.model
            rule = replace(model.rules[self._at], **changed)
            what = f"rule {self._at} {name}" if name else ""
            self._work.apply(replace(model, rules=changed_at(model.rules, self._at, rule)), what)
