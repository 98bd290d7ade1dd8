"""When a rule holds, as sentences to choose among: groups of conditions, each a question, a word and an answer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from koordinator.domain import limits
from koordinator.domain.assessment_model import (
    AssessmentModel,
    AtLeast,
    Combination,
    Condition,
    IsOneOf,
    OptionKey,
    Parameter,
    Test,
    any_of,
)
from koordinator.domain.model_edits import Path, add_part, as_group, first_test, remove_part, with_part
from koordinator.texts import model_editor as texts
from koordinator.ui.focus import focus_inside
from koordinator.ui.widgets.buttons import Button, IconButton, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import CheckBox, Choice
from koordinator.ui.widgets.labels import tooltip
from koordinator.ui.widgets.layout import STRETCH, Flow, clear, holder, row

_LEAST_LETTERS: Final = 5
_AT_LEAST: Final = "at_least"
_IS_ONE_OF: Final = "is_one_of"


class ConditionEditor(QWidget):
    """Drawn anew whenever the condition is another; the keyboard stays at the same place in it."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._model: AssessmentModel | None = None
        self._condition: Condition | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_condition(self, model: AssessmentModel, condition: Condition) -> None:
        is_same = self._model is not None and self._model.parameters == model.parameters
        if is_same and self._condition == condition:
            return
        focus = focus_inside(self)
        place = focus.objectName() if focus is not None else ""
        self._model, self._condition = model, condition
        self.setUpdatesEnabled(False)
        clear(self._column)
        group = _Group(model, as_group(condition), (), self._put)
        self._column.addWidget(group)
        group.show()  # at once, since what is not seen cannot take the keyboard
        self.setUpdatesEnabled(True)
        self._give_keyboard(place)

    def _put(self, path: Path, part: Condition | None) -> None:
        """Another part at the end of the path, or none."""
        if self._condition is not None:
            condition: Condition = as_group(self._condition)
            self.changed.emit(remove_part(condition, path) if part is None else with_part(condition, path, part))

    def _give_keyboard(self, place: str) -> None:
        """To what stands where it was, else to what stands first."""
        if place:
            found = [each for each in self.findChildren(QWidget, place) if each.isEnabled()]
            first = self.findChildren(Choice)
            (found or first)[0].setFocus()


_Put = Callable[[Path, Condition | None], None]


class _Group(Card):
    """So many of the conditions in it must hold."""

    def __init__(self, model: AssessmentModel, group: Combination, path: Path, put: _Put) -> None:
        super().__init__(margin=12)
        self._model, self._group, self._path, self._put = model, group, path, put
        how_many = Choice(_numbers(group), texts.HOW_MANY)
        how_many.choose(group.needed)
        how_many.chosen.connect(self._choose_number)
        _name(how_many, path, "needed")
        self.head.insertWidget(0, how_many)
        self.head.addStretch(1)
        if path:
            remove = IconButton("trash", texts.REMOVE_GROUP)
            remove.clicked.connect(lambda: put(path, None))
            self.add_to_head(remove)
        for at, part in enumerate(group.parts):
            self.body.addWidget(self._row(part, (*path, at)))
        self.body.addLayout(row(*self._adding(), STRETCH))

    def _row(self, part: Condition, path: Path) -> QWidget:
        if isinstance(part, Combination):
            return _Group(self._model, part, path, self._put)
        return _TestRow(self._model, part, path, self._put)

    def _adding(self) -> list[Button]:
        test = first_test(self._model)
        buttons = []
        deepest = len(self._path) + 2 >= limits.MODEL_CONDITION_DEPTH
        for words, part, role, is_possible in (
            (texts.ADD_CONDITION, test, "add", test is not None),
            (texts.ADD_GROUP, test and any_of(test, test), "add_group", test is not None and not deepest),
        ):
            button = Button(words, Kind.LINK, icon="plus")
            button.setEnabled(is_possible)
            button.clicked.connect(lambda _checked=False, part=part: self._add(part))
            _name(button, self._path, role)
            buttons.append(button)
        return buttons

    def _add(self, part: Condition | None) -> None:
        if part is not None:
            self._put(self._path, add_part(self._group, (), part))

    def _choose_number(self, needed: object) -> None:
        if isinstance(needed, int):
            self._put(self._path, replace(self._group, needed=needed))


class _TestRow(QWidget):
    """A question, and the least answer or the answers that make it hold."""

    def __init__(self, model: AssessmentModel, test: Test, path: Path, put: _Put) -> None:
        super().__init__()
        self._model, self._test, self._path, self._put = model, test, path, put
        self._asked = next((each for each in model.parameters if each.key == test.parameter), None)
        remove = IconButton("x", texts.REMOVE_CONDITION)
        remove.clicked.connect(lambda: put(path, None))
        _name(remove, path, "remove")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._question(), 4)
        line.addWidget(self._how())
        line.addWidget(self._answer() if isinstance(test, AtLeast) else self._answers(test), 5)
        line.addWidget(remove)

    def _question(self) -> Choice:
        asked = [(each.key, texts.parameter_choice(each)) for each in self._model.parameters if each.options]
        if self._test.parameter not in [key for key, _ in asked]:
            asked.append((self._test.parameter, texts.gone(self._test.parameter)))
        return self._choice(asked, self._test.parameter, texts.WHICH_QUESTION, self._choose_question)

    def _how(self) -> Choice:
        words = [(_AT_LEAST, texts.AT_LEAST), (_IS_ONE_OF, texts.IS_ONE_OF)]
        chosen = _AT_LEAST if isinstance(self._test, AtLeast) else _IS_ONE_OF
        return self._choice(words, chosen, texts.HOW, self._choose_how)

    def _answer(self) -> Choice:
        option = self._test.option if isinstance(self._test, AtLeast) else OptionKey("")
        return self._choice(self._options((option,)), option, texts.WHICH_ANSWER, self._choose_answer)

    def _answers(self, test: IsOneOf) -> QWidget:
        boxes = Flow(gap=12)
        for key, words in self._options(test.options):
            box = CheckBox(words)
            box.setChecked(key in test.options)
            box.toggled.connect(lambda is_on, key=key, box=box: self._tick(key, box, is_on=is_on))
            _name(box, self._path, f"box {key}")
            boxes.addWidget(box)
        return holder(boxes)

    def _options(self, named: tuple[OptionKey, ...]) -> list[tuple[OptionKey, str]]:
        """The answers there are, and what is named and is not there any more."""
        options = self._asked.options if self._asked else ()
        there = [(option.key, texts.option_choice(option)) for option in options]
        keys = [key for key, _ in there]
        return [*there, *((key, texts.gone(key)) for key in named if key not in keys)]

    def _choice(
        self, words: Sequence[tuple[str, str]], chosen: str, name: str, then: Callable[[object], None]
    ) -> Choice:
        choice = Choice(list(words), name)
        if name != texts.HOW:
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(_LEAST_LETTERS)
        choice.choose(chosen)
        choice.setToolTip(tooltip(choice.currentText()))
        choice.chosen.connect(then)
        _name(choice, self._path, name)
        return choice

    def _choose_question(self, key: object) -> None:
        asked = next((each for each in self._model.parameters if each.key == key), None)
        if asked is not None and key != self._test.parameter:
            self._put(self._path, _about(asked, is_one_of=isinstance(self._test, IsOneOf)))

    def _choose_how(self, how: object) -> None:
        test = self._test
        if how == _IS_ONE_OF and isinstance(test, AtLeast):
            self._put(self._path, IsOneOf(test.parameter, (test.option,)))
        elif how == _AT_LEAST and isinstance(test, IsOneOf):
            self._put(self._path, AtLeast(test.parameter, test.options[0]))

    def _choose_answer(self, key: object) -> None:
        self._put(self._path, AtLeast(self._test.parameter, OptionKey(str(key))))

    def _tick(self, key: OptionKey, box: CheckBox, *, is_on: bool) -> None:
        """The last tick stays: a condition is about some answer."""
        if not isinstance(self._test, IsOneOf):
            return
        ticked = {*self._test.options, key} if is_on else {*self._test.options} - {key}
        if ticked:
            options = tuple(each for each, _ in self._options(self._test.options) if each in ticked)
            self._put(self._path, IsOneOf(self._test.parameter, options))
        else:
            box.setChecked(True)


def _about(asked: Parameter, *, is_one_of: bool) -> Test:
    most = asked.options[-1].key
    return IsOneOf(asked.key, (most,)) if is_one_of else AtLeast(asked.key, most)


def _numbers(group: Combination) -> list[tuple[object, str]]:
    parts = max(len(group.parts), 1)
    numbers = [parts, *range(1, parts)]
    return [(needed, texts.needed(needed, parts)) for needed in numbers]


def _name(widget: QWidget, path: Path, role: str) -> None:
    """What the keyboard's place is remembered by."""
    widget.setObjectName(f"{'.'.join(map(str, path))} {role}")
