"""Fields under one another, and the dialog that holds them until they are right."""

from typing import Final, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.ask import Question
from koordinator.ui.override import override
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.fields import Field
from koordinator.ui.widgets.labels import Label, Role, set_look
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.ui.widgets.screen_room import most_of_screen
from koordinator.ui.widgets.scrolled_words import ScrolledWords

AnyField = TypeVar("AnyField", bound=Field)
_WIDTH: Final = 520
_BESIDE_BAR: Final = 8


class Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.fields: list[Field] = []
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)

    def add(self, field: AnyField) -> AnyField:
        self._own(field)
        self.body.addWidget(field)
        return field

    def add_beside(self, *fields: Field) -> None:
        """Short fields in one line."""
        for field in fields:
            self._own(field)
        line = row(*fields, gap=12)
        for at, field in enumerate(fields):
            line.setStretch(at, 1)
            line.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)

    def check(self) -> bool:
        """Shows every fault and goes to the first. True when there is none."""
        wrong = [field for field in self.fields if not field.isHidden() and not field.check()]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def values(self) -> tuple[object, ...]:
        return tuple(field.value() for field in self.fields)

    def _own(self, field: Field) -> None:
        self.fields.append(field)


class FormDialog(QDialog):
    """A subclass adds its fields to `form` and offers a classmethod that opens it and returns a value.

    `accepts` may refuse with `show_fault` on a field; Ctrl+Enter saves, Escape asks before words are lost.
    """

    def __init__(
        self,
        parent: QWidget | None,
        heading: str,
        *,
        intro: str = "",
        save: str = texts.SAVE,
        cancel: str = texts.CANCEL,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.PROGRAM)
        self.setAccessibleName(heading)
        self.form = Form()
        self._values_at_start: tuple[object, ...] | None = None
        self._save = Button(save, Kind.PRIMARY)
        self._save.setDefault(True)
        self._save.clicked.connect(self._try_to_save)
        self._cancel = Button(cancel)
        self._cancel.clicked.connect(self.reject)
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        self._heading = Label(heading, Role.LEAD, wraps=True)
        outer.addWidget(self._heading)
        if intro:
            outer.addWidget(Label(intro, Role.MUTED, wraps=True))
        self._facts: ScrolledWords | None = None
        self._scroll = _Scroll(self.form)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(row(STRETCH, self._cancel, self._save, gap=12))
        for keys in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S"):
            QShortcut(QKeySequence(keys), self, self._try_to_save)

    def explain(self, *words: Label) -> None:
        """What there is to know before the answer stands above the form, and gives way to it on a small screen."""
        self._facts = ScrolledWords(*words)
        self._outer.insertWidget(self._outer.indexOf(self._scroll), self._facts)

    def warn(self, *, is_dangerous: bool = True) -> None:
        """What the dialog does cannot be taken back: Enter alone leaves it undone."""
        set_look(self._save, "kind", Kind.DANGER if is_dangerous else Kind.PRIMARY)
        (self._cancel if is_dangerous else self._save).setDefault(True)

    def show_only(self, heading: str, why: str) -> None:
        """Nothing of it can be changed: `heading` says what is looked at, and `why` is said below it."""
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self.form.body.insertWidget(0, Label(why, Role.MUTED, wraps=True))
        for field in self.form.fields:
            field.only_show()
        self._save.hide()
        self._cancel.setText(texts.CLOSE)
        self._cancel.setDefault(True)
        # Fields that take the keyboard no more are scrolled to all the same.
        self._scroll.setAccessibleName(self.accessibleName())
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def run(self) -> bool:
        """Opens the dialog; True when it was saved."""
        first = self.form.findChild(Field)
        if first is not None:
            first.setFocus()
        return self.exec() == QDialog.DialogCode.Accepted

    def accepts(self) -> bool:
        """What must hold between the fields; a subclass says so on the field it concerns."""
        return True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Qt would stop at two thirds of the screen."""
        super().showEvent(event)
        if self._values_at_start is None:
            self._values_at_start = self.form.values()
        self.fit()

    def fit(self) -> None:
        """As large as the fields that are shown need; for when one has come or gone."""
        self.form.body.invalidate()
        most, margins = most_of_screen(self), self._outer.contentsMargins()
        width = min(self.sizeHint().width(), most.width())
        room = width - margins.left() - margins.right()
        self._scroll.reckon_for(room)
        if self._facts is not None:
            self._facts.reckon_for(room)
            self._facts.give_way(self._outer.totalHeightForWidth(width) - most.height())
        self.resize(QSize(width, self._outer.totalHeightForWidth(width)).boundedTo(most))

    @override
    def reject(self) -> None:
        if self._values_at_start in (None, self.form.values()) or Question.discard(self):
            super().reject()

    def _try_to_save(self) -> None:
        if not self._save.isHidden() and self.form.check() and self.accepts():
            self.accept()


class _Scroll(QScrollArea):
    """As tall as the form, until the screen is full."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self._room = theme.active().px(_WIDTH)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        form.setContentsMargins(0, 4, 0, 4)
        self.setWidget(form)
        self.verticalScrollBar().rangeChanged.connect(
            lambda _least, most: form.setContentsMargins(0, 4, _BESIDE_BAR if most else 0, 4)
        )

    def reckon_for(self, room: int) -> None:
        """Its height is that of the form where it can be no wider than `room`."""
        self._room = room
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        width = theme.active().px(_WIDTH)
        body, within = self._form.body, min(width, self._room)
        tall = body.totalHeightForWidth(within) if body.hasHeightForWidth() else self._form.sizeHint().height()
        return QSize(width + 16, tall)
