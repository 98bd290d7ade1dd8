"""The answers to a question: as rows in the order of need, and the chosen one as a form below them."""

from dataclasses import replace
from typing import Any, Final, NamedTuple

from PySide6.QtWidgets import QWidget

from koordinator.domain import limits
from koordinator.domain.assessment_model import Option, Parameter, Strength
from koordinator.domain.model_edits import add_option, change_option, change_parameter, moved, with_options, without
from koordinator.domain.steps import Step
from koordinator.texts import model_editor as texts
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.pages.settings.model_parts import CountField, MoveButtons, NamedFields
from koordinator.ui.pages.settings.model_places import Part
from koordinator.ui.pages.settings.model_work import ModelWork
from koordinator.ui.tokens import STEP_TONES, Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import ChoiceField, Field, TextField
from koordinator.ui.widgets.layout import Separator
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look

_NAMES: Final = ("label", "meaning", "argues_for", "strength", "reason", "if_more", "if_less", "key")


class _Row(NamedTuple):
    at: int
    option: Option
    faults: int


def _fields() -> dict[str, Field]:
    steps: list[tuple[object, str]] = [(None, texts.step_choice(None))]
    steps += [(step, texts.step_choice(step)) for step in Step]
    return {
        "label": TextField(texts.ANSWER_NAME, limit=limits.SHORT),
        "meaning": TextField(texts.MEANING, limit=limits.LINE),
        "from_count": CountField(texts.FROM_COUNT, texts.NOT_PROPOSED),
        "argues_for": ChoiceField(texts.ARGUES_FOR, steps),
        "strength": ChoiceField(texts.STRENGTH, [(each, texts.STRENGTHS[each]) for each in Strength]),
        "reason": TextField(texts.REASON, limit=limits.LINE, hint=texts.REASON_HINT),
        "if_more": TextField(texts.IF_MORE, limit=limits.LINE, hint=texts.IF_MORE_HINT),
        "if_less": TextField(texts.IF_LESS, limit=limits.LINE, hint=texts.IF_LESS_HINT),
        "key": TextField(texts.KEY, limit=limits.SHORT, hint=texts.KEY_HINT),
    }


class AnswersCard(Card):
    def __init__(self, work: ModelWork) -> None:
        super().__init__(texts.ANSWERS)
        self._work = work
        self._at = 0
        self._chosen: int | None = None
        self._is_showing = False
        self._rows: DataList[_Row] = DataList(
            texts.ANSWERS,
            (
                Column(texts.NEED, lambda each: str(each.option.need), 72, is_number=True),
                Column(texts.ANSWER, lambda each: each.option.label, look=Look.STRONG),
                Column(texts.ARGUES_FOR, _argues, 120, badge=_tone),
                Column("", lambda each: texts.fault_count(each.faults), 100, badge=lambda _each: Tone.SOON),
            ),
            lambda each: each.at,
            empty=texts.NO_ANSWERS,
            fits_rows=True,
        )
        self._rows.selected.connect(self._select)
        self._move = MoveButtons()
        self._move.moved.connect(self._moved)
        self._move.removed.connect(self._remove)
        self._add = Button(texts.ADD_ANSWER, icon="plus")
        self._add.clicked.connect(self._ask_for_new)
        self._line = Separator()
        self.fields = NamedFields(_fields())
        self.fields.edited.connect(self._edited)
        self.add_to_head(self._move)
        self.add_to_head(self._add)
        for part in (self._rows, self._line, self.fields):
            self.body.addWidget(part)
        work.checked.connect(self._show_rows)

    def show_answers(self, at: int, *, is_other: bool) -> None:
        """The answers of the question; the first one is chosen when it is another question than before."""
        self._at = at
        if is_other or self._chosen is None:
            self._chosen = 0
        self._show_rows()
        self._show_chosen()

    def choose(self, option: int) -> None:
        self._chosen = option
        self._show_rows()
        self._show_chosen()

    @property
    def _parameter(self) -> Parameter:
        return self._work.model.parameters[self._at]

    def _show_rows(self) -> None:
        if self._work.source is None or self._at >= len(self._work.model.parameters):
            return
        options = self._parameter.options
        places = [each.place for each in self._work.faults]
        mine = [each.option for each in places if each.part is Part.QUESTIONS and each.at == self._at]
        self._is_showing = True
        self._rows.set_rows([_Row(at, option, mine.count(at)) for at, option in enumerate(options)])
        if self._chosen is not None:
            self._chosen = min(self._chosen, len(options) - 1) if options else None
        if self._chosen is not None:
            self._rows.choose(self._chosen)
        self._is_showing = False
        self._move.show_place(self._chosen, len(options))
        self._add.setEnabled(len(options) < limits.MODEL_OPTIONS)

    def _show_chosen(self) -> None:
        for part in (self._line, self.fields):
            part.setVisible(self._chosen is not None)
        if self._chosen is None:
            return
        parameter, option = self._parameter, self._parameter.options[self._chosen]
        values: dict[str, Any] = {name: getattr(option, name) for name in _NAMES}
        values["from_count"] = "" if option.from_count is None else str(option.from_count)
        self.fields.show_values(values)
        shown = {
            "from_count": parameter.register_fact is not None or option.from_count is not None,
            "strength": option.argues_for is not None,
            "reason": option.argues_for is not None,
            "if_more": self._chosen > 0,
            "if_less": self._chosen < len(parameter.options) - 1,
        }
        for name, is_shown in shown.items():
            field = self.fields.field(name)
            if field is not None:
                field.setVisible(is_shown)

    def _select(self, row: _Row | None) -> None:
        if not self._is_showing and row is not None and row.at != self._chosen:
            self._chosen = row.at
            self._move.show_place(row.at, len(self._parameter.options))
            self._show_chosen()

    def _edited(self, name: str, value: object) -> None:
        if self._chosen is None:
            return
        if name == "from_count":
            value = int(str(value)) if value else None
        changed: dict[str, Any] = {name: value}
        option = replace(self._parameter.options[self._chosen], **changed)
        what = f"answer {self._at} {self._chosen} {name}"
        self._work.apply(change_option(self._work.model, self._at, self._chosen, option), what)

    def _ask_for_new(self) -> None:
        asked = Asked(texts.ADD_ANSWER, texts.ANSWER_NAME, save=texts.ADD)
        label = AskText.line(self, asked, limit=limits.SHORT)
        if label is not None:
            self._chosen = len(self._parameter.options)
            self._put(add_option(self._parameter, label))
            self._focus("meaning")

    def _moved(self, by: int) -> None:
        if self._chosen is not None:
            options = moved(self._parameter.options, self._chosen, by)
            self._chosen = min(max(self._chosen + by, 0), len(options) - 1)
            self._put(with_options(self._parameter, options))

    def _remove(self) -> None:
        if self._chosen is not None:
            self._put(with_options(self._parameter, without(self._parameter.options, self._chosen)))

    def _put(self, parameter: Parameter) -> None:
        self._work.apply(change_parameter(self._work.model, self._at, parameter))

    def _focus(self, name: str) -> None:
        field: QWidget | None = self.fields.field(name)
        if field is not None:
            field.setFocus()


def _argues(row: _Row) -> str:
    return texts.step_badge(row.option.argues_for)


def _tone(row: _Row) -> Tone | None:
    return None if row.option.argues_for is None else STEP_TONES[row.option.argues_for]
