"""The two lists of a consent's form: whom it is for, and whom it leaves out of what."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from koordinator.domain.consent import ConsentException, ConsentParty, Recipient, consent_exception, consent_party
from koordinator.domain.ids import ThemeId
from koordinator.domain.theme import Theme
from koordinator.texts import consent as texts
from koordinator.ui.override import override
from koordinator.ui.tabs.consent_view import Named
from koordinator.ui.widgets.buttons import Button, IconButton
from koordinator.ui.widgets.choices import CheckBox, Choice
from koordinator.ui.widgets.fields import Field
from koordinator.ui.widgets.layout import STRETCH, Flow, column, holder, row

Exceptions: TypeAlias = tuple[ConsentException, ...]
_SHORTEST: Final = 8
"""Characters: long names make no line wider than the form."""
_ALL_OF_IT: Final = "all"
"""Beside the themes' keys: not covered at all."""


class RecipientsField(Field):
    """A tick for each who can be named."""

    def __init__(self, named: Sequence[Named], chosen: Sequence[ConsentParty]) -> None:
        self._boxes = tuple((each.recipient, CheckBox(each.name)) for each in named)
        flow = Flow(gap=12, between_lines=0)
        for _, box in self._boxes:
            flow.addWidget(box)
        super().__init__(texts.NAMED, holder(flow), required=True)
        taken = {row.recipient for row in chosen}
        for recipient, box in self._boxes:
            box.setChecked(recipient in taken)
            box.toggled.connect(lambda _on: self._touched())
        if self._boxes:
            self.setFocusProxy(self._boxes[0][1])

    @override
    def value(self) -> tuple[ConsentParty, ...]:
        return tuple(consent_party(recipient) for recipient, box in self._boxes if box.isChecked())

    @override
    def fault(self) -> str:
        return "" if self.value() else texts.CHOOSE_SOMEBODY


class ExceptionsField(Field):
    """A line for each exception: who, and what not. Lines are added and taken away by the keyboard too."""

    def __init__(self, named: Sequence[Named], themes: Sequence[Theme], chosen: Sequence[ConsentException]) -> None:
        self._named, self._themes = tuple(named), tuple(themes)
        self._lines: list[_ExceptionLine] = []
        self._column = column(gap=8)
        self._add = Button(texts.ADD_EXCEPTION, icon="plus")
        self._add.clicked.connect(self._add_line)
        whole = column(gap=8)
        whole.addLayout(self._column)
        whole.addLayout(row(self._add, STRETCH))
        whole.setContentsMargins(0, 0, 0, 0)
        super().__init__(texts.EXCEPTIONS, holder(whole), hint=texts.EXCEPTIONS_HINT)
        self.setFocusProxy(self._add)
        for exception in chosen:
            self._new_line(exception)

    @override
    def value(self) -> Exceptions:
        return tuple(exception for line in self._lines if (exception := line.exception()) is not None)

    @override
    def fault(self) -> str:
        return texts.CHOOSE_WHO_FAULT if any(line.exception() is None for line in self._lines) else ""

    def _add_line(self) -> None:
        self._new_line(None).who.setFocus()

    def _new_line(self, exception: ConsentException | None) -> "_ExceptionLine":
        line = _ExceptionLine(self._named, self._themes, exception)
        line.changed.connect(self._touched)
        line.removed.connect(lambda: self._take_away(line))
        self._lines.append(line)
        self._column.addWidget(line)
        self._touched()
        return line

    def _take_away(self, line: "_ExceptionLine") -> None:
        self._lines.remove(line)
        line.hide()
        line.deleteLater()
        self._add.setFocus()
        self._touched()


class _ExceptionLine(QWidget):
    changed = Signal()
    removed = Signal()

    def __init__(self, named: Sequence[Named], themes: Sequence[Theme], exception: ConsentException | None) -> None:
        super().__init__()
        people: list[tuple[object, str]] = [(None, texts.CHOOSE_WHO)]
        people += [(each.recipient, each.name) for each in named]
        what: list[tuple[object, str]] = [(theme.id, texts.not_about(theme.name)) for theme in themes]
        what.append((_ALL_OF_IT, texts.ALL_OF_IT))
        self.who, self._what = Choice(people, texts.EXCEPTED_WHO), Choice(what, texts.EXCEPTED_WHAT)
        if exception is not None:
            self.who.choose(exception.recipient)
            self._what.choose(_ALL_OF_IT if exception.theme_id is None else exception.theme_id)
        remove = IconButton("trash", texts.REMOVE_EXCEPTION)
        remove.clicked.connect(self.removed)
        line = row(self.who, self._what, remove, gap=8)
        line.setStretch(0, 1)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        for choice in (self.who, self._what):
            choice.setMinimumContentsLength(_SHORTEST)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def exception(self) -> ConsentException | None:
        """The exception; None as long as nobody is chosen."""
        who, what = self.who.key(), self._what.key()
        if not isinstance(who, Recipient):
            return None
        return consent_exception(who, ThemeId(what) if isinstance(what, int) else None)
