"""The left side of the editor: what of the model is in front, its questions or rules, and what must be mended."""

from dataclasses import replace
from typing import Any, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from koordinator.domain import limits
from koordinator.domain.assessment_model import AssessmentModel
from koordinator.domain.model_edits import add_parameter, add_rule, moved, without
from koordinator.texts import model_editor as texts
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.pages.settings.model_parts import EditorColumn, MoveButtons
from koordinator.ui.pages.settings.model_places import Part, Place, PlacedFault, counted
from koordinator.ui.pages.settings.model_work import ModelWork
from koordinator.ui.tokens import STEP_TONES, Tone
from koordinator.ui.widgets.buttons import Button, LinkButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import FilterChips
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, clear, column, holder, row
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column

_MOST_FAULTS: Final = 40
_NUMBER: Final = 40
_BADGE: Final = 84


class _Line(NamedTuple):
    at: int
    words: str
    badge: str
    tone: Tone


class ModelList(Card):
    """The questions or the rules in their order; `chosen` when another one is."""

    chosen = Signal(object)
    """The place that is now in front."""

    def __init__(self, work: ModelWork) -> None:
        super().__init__(margin=12, fills=True)
        self._work = work
        self._at: dict[Part, int] = {Part.QUESTIONS: 0, Part.RULES: 0}
        self._is_showing = False
        self._parts = FilterChips(
            [(Part.ABOUT, texts.ABOUT), (Part.QUESTIONS, texts.QUESTIONS), (Part.RULES, texts.RULES)], texts.PARTS
        )
        self._parts.chosen.connect(self._turn_to)
        self._lines: DataList[_Line] = DataList(
            texts.QUESTIONS,
            (
                Column("", lambda each: str(each.at + 1), _NUMBER, is_number=True),
                Column("", lambda each: each.words),
                Column("", lambda each: each.badge, _BADGE, badge=lambda each: each.tone),
            ),
            lambda each: each.at,
            has_head=False,
        )
        self._lines.selected.connect(self._select)
        self._add = Button(texts.ADD_QUESTION, icon="plus")
        self._add.clicked.connect(self._ask_for_new)
        self._move = MoveButtons()
        self._move.moved.connect(self._moved)
        self._move.removed.connect(self._remove)
        self.body.addWidget(self._parts)
        self.body.addWidget(self._lines, 1)
        self.body.addLayout(row(self._add, STRETCH, self._move, gap=4))
        work.changed.connect(self.show_model)
        work.checked.connect(self._show_lines)

    @property
    def part(self) -> Part:
        part = self._parts.key()
        return part if isinstance(part, Part) else Part.ABOUT

    @property
    def place(self) -> Place:
        """What is in front; without a number where there is nothing yet."""
        things = self._things()
        at = self._at.get(self.part)
        return Place(self.part, at if at is not None and at < len(things) else None)

    def go_to(self, place: Place) -> None:
        """Puts the place in front."""
        if place.at is not None:
            self._at[place.part] = place.at
        if place.part is self.part:
            self._show_lines()
            self.chosen.emit(self.place)
        else:
            self._parts.choose(place.part)

    def show_model(self) -> None:
        if self._work.source is None:
            return
        model = self._work.model
        self._parts.set_words(Part.QUESTIONS, texts.part(texts.QUESTIONS, len(model.parameters)))
        self._parts.set_words(Part.RULES, texts.part(texts.RULES, len(model.rules)))
        self._show_lines()

    def _show_lines(self) -> None:
        if self._work.source is None:
            return
        part, things = self.part, self._things()
        lines = _lines(self._work.model, part, self._work.faults)
        if part in self._at:
            self._at[part] = max(min(self._at[part], len(things) - 1), 0)
        self._is_showing = True
        self._lines.set_rows(lines)
        if part in self._at:
            self._lines.choose(self._at[part])
        self._is_showing = False
        self._show_buttons()

    def _show_buttons(self) -> None:
        part, things = self.part, self._things()
        is_list = part is not Part.ABOUT
        self._lines.setVisible(is_list)
        self._lines.setAccessibleName(texts.RULES if part is Part.RULES else texts.QUESTIONS)
        for button in (self._add, self._move):
            button.setVisible(is_list and self._work.is_draft)
        self._add.setText(texts.ADD_RULE if part is Part.RULES else texts.ADD_QUESTION)
        most = limits.MODEL_RULES if part is Part.RULES else limits.MODEL_PARAMETERS
        self._add.setEnabled(len(things) < most)
        self._move.show_place(self.place.at, len(things))

    def _things(self) -> tuple[Any, ...]:
        if self._work.source is None or self.part is Part.ABOUT:
            return ()
        model = self._work.model
        return model.rules if self.part is Part.RULES else model.parameters

    def _turn_to(self, _part: object) -> None:
        self._show_lines()
        self.chosen.emit(self.place)

    def _select(self, line: _Line | None) -> None:
        if not self._is_showing and line is not None:
            self._at[self.part] = line.at
            self._show_buttons()
            self.chosen.emit(self.place)

    def _ask_for_new(self) -> None:
        is_rule = self.part is Part.RULES
        name = texts.RULE_NAME if is_rule else texts.SHORT_NAME
        asked = Asked(texts.ADD_RULE if is_rule else texts.ADD_QUESTION, name, save=texts.ADD)
        label = AskText.line(self, asked, limit=limits.LINE if is_rule else limits.SHORT)
        if label is not None:
            self._at[self.part] = len(self._things())
            model = self._work.model
            self._work.apply(add_rule(model, label) if is_rule else add_parameter(model, label))
            self.chosen.emit(self.place)

    def _moved(self, by: int) -> None:
        at, things = self._at[self.part], self._things()
        self._at[self.part] = min(max(at + by, 0), len(things) - 1)
        self._put(moved(things, at, by))

    def _remove(self) -> None:
        self._put(without(self._things(), self._at[self.part]))

    def _put(self, things: tuple[Any, ...]) -> None:
        model = self._work.model
        if self.part is Part.RULES:
            self._work.apply(replace(model, rules=things))
        else:
            self._work.apply(replace(model, parameters=things))
        self.chosen.emit(self.place)


def _lines(model: AssessmentModel, part: Part, faults: tuple[PlacedFault, ...]) -> list[_Line]:
    counts = counted(faults, part)
    lines = []
    if part is Part.QUESTIONS:
        for at, parameter in enumerate(model.parameters):
            lines.append(_Line(at, texts.parameter_choice(parameter), texts.fault_count(counts.get(at, 0)), Tone.SOON))
    if part is Part.RULES:
        for at, rule in enumerate(model.rules):
            wrong = texts.fault_count(counts.get(at, 0))
            tone = Tone.SOON if wrong else STEP_TONES[rule.step]
            lines.append(_Line(at, rule.label or rule.key, wrong or texts.step_badge(rule.step), tone))
    return lines


class FaultsCard(Card):
    """What must be mended, each with where; pressed it goes there."""

    gone_to = Signal(object)

    def __init__(self, work: ModelWork) -> None:
        super().__init__(texts.FAULTS, margin=12, fills=True)
        self._work = work
        self._none = Label(texts.NO_FAULTS, Role.SMALL_MUTED, wraps=True)
        self._scroll = EditorColumn(gap=8)
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._none, 1)
        self.body.addWidget(self._scroll, 1)
        self.show_faults()
        work.checked.connect(self.show_faults)

    def show_faults(self) -> None:
        faults = self._work.faults
        self.set_title(texts.faults(len(faults)) if faults else texts.FAULTS)
        self._none.setText(texts.NO_FAULTS if self._work.is_checked else texts.CHECKING)
        self._none.setVisible(not faults)
        self._scroll.setVisible(bool(faults))
        clear(self._scroll.content)
        for fault in faults[:_MOST_FAULTS]:
            self._scroll.content.addWidget(self._line(fault))
        if len(faults) > _MOST_FAULTS:
            rest = Label(texts.more_faults(len(faults) - _MOST_FAULTS), Role.SMALL_MUTED)
            self._scroll.content.addWidget(rest)
        self._scroll.content.addStretch(1)

    def _line(self, fault: PlacedFault) -> QWidget:
        where = LinkButton(fault.where)
        where.setAccessibleName(f"{fault.where}. {fault.words}")
        where.clicked.connect(lambda: self.gone_to.emit(fault.place))
        return holder(column(row(where, STRETCH), Label(fault.words, Role.SMALL, wraps=True), gap=0))
