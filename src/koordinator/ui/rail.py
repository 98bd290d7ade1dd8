"""The dark rail at the left: where one can go, and who is sitting here."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.style_sheet import TextSize
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import ElidedLabel, Label, Role, tooltip, without_mnemonic
from koordinator.ui.widgets.layout import Separator, holder, row

_WIDTH: Final = 204
_INITIALS: Final = 34
_MOST_KEYS: Final = 9


class RailEntry(NamedTuple):
    key: str
    title: str
    icon: str


class Person(NamedTuple):
    """Who is using the program: shown at the foot of the rail."""

    name: str
    lines: tuple[str, ...] = ()


class Rail(QFrame):
    """Icon and word; only the icon (with the word as tooltip) where there is little room."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], person: Person) -> None:
        super().__init__()
        self.setAccessibleName(texts.RAIL)
        self._is_narrow = False
        self._buttons = {entry.key: _RailButton(entry, number) for number, entry in enumerate(entries, 1)}
        self._brand = Label(texts.PROGRAM, Role.BRAND)
        self._foot = _Foot(person)
        for key, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, key=key: self._press(key))
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(10, 18, 10, 16)
        column.setSpacing(0)
        brand = row(_Logo(), self._brand, gap=10)
        brand.setContentsMargins(8, 0, 0, 0)
        column.addLayout(brand)
        column.addSpacing(16)
        column.addWidget(self._scrolling_buttons(), 1)
        column.addWidget(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_narrow(False)

    def mark(self, key: str) -> None:
        """Shows which entry the page in front belongs to."""
        for other, button in self._buttons.items():
            button.setChecked(other == key)

    def show_person(self, person: Person) -> None:
        """Who sits here goes by another name, or belongs elsewhere, than before."""
        before, self._foot = self._foot, _Foot(person)
        self._foot.set_narrow(self._is_narrow)
        self._column.replaceWidget(before, self._foot)
        before.hide()
        before.deleteLater()

    def set_narrow(self, is_narrow: bool) -> None:
        self._is_narrow = is_narrow
        self._brand.setVisible(not is_narrow)
        self._foot.set_narrow(is_narrow)
        for button in self._buttons.values():
            button.set_narrow(is_narrow)
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        look = theme.active()
        narrow = max(look.px(18) + 46, look.px(_INITIALS) + 20)
        return QSize(narrow if self._is_narrow else look.px(_WIDTH), 400)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 200)

    def _press(self, key: str) -> None:
        self._buttons[key].setChecked(True)
        self.chosen.emit(key)

    def _scrolling_buttons(self) -> QScrollArea:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for button in self._buttons.values():
            column.addWidget(button)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder(column))
        return area


class _RailButton(Button):
    def __init__(self, entry: RailEntry, number: int) -> None:
        self._words = f" {without_mnemonic(entry.title)}"
        self._keys = f"Ctrl+{number}" if number <= _MOST_KEYS else ""
        super().__init__(self._words, icon=entry.icon)
        self.setCheckable(True)
        self.setAccessibleName(entry.title)
        self.setToolTip(tooltip(texts.with_keys(entry.title, self._keys) if self._keys else entry.title))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, is_narrow: bool) -> None:
        words = "" if is_narrow else self._words
        if words != self.text():
            self.setText(words)
            self._draw_icon()

    @override
    def icon_colour(self) -> str:
        return theme.active().tokens.rail.ink

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class _Logo(Label):
    """Three steps."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = theme.active().px(26)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        each = self.width() / 3
        for number, pair in enumerate(theme.active().tokens.steps):
            tall = self.height() * (0.33, 0.62, 0.92)[number]
            painter.setBrush(QColor(pair.fill))
            painter.drawRect(QRectF(number * each, self.height() - tall, each - 0.5, tall))


class _Foot(QWidget):
    def __init__(self, person: Person) -> None:
        super().__init__()
        self._initials = _Initials(person.name)
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(12, 0, 4, 0)
        words.setSpacing(1)
        words.addWidget(ElidedLabel(person.name, Role.PERSON))
        for line in person.lines:
            words.addWidget(ElidedLabel(line, Role.SMALL))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addWidget(Separator())
        column.addWidget(self._words)
        column.addWidget(self._initials, 0, Qt.AlignmentFlag.AlignHCenter)

    def set_narrow(self, is_narrow: bool) -> None:
        self._words.setVisible(not is_narrow)
        self._initials.setVisible(is_narrow)


class _Initials(Label):
    """Stands for the name where there is no room for it."""

    def __init__(self, name: str) -> None:
        super().__init__(texts.initials(name))
        self.setAccessibleName(name)
        self.setToolTip(tooltip(name))

    @override
    def sizeHint(self) -> QSize:
        side = theme.active().px(_INITIALS)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.active()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tokens.rail_selected.fill))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(QColor(look.tokens.rail_selected.ink))
        painter.setFont(look.font(TextSize.SMALL, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
