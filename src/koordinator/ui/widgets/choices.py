"""Choosing: a drop-down list, a tick, large cards that explain themselves, and filters in a row."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QWidget

from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import without_mnemonic
from koordinator.ui.widgets.layout import Flow

_BOX: Final = 20
_WIDEST: Final = 400
_WIDEST_LEAST: Final = 220


class Choice(QComboBox):
    """A drop-down list of (key, words)."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[object, str]] = (), name: str = "") -> None:
        super().__init__()
        self._keys: list[object] = []
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # on Linux a list's accessible name is what is chosen in it
        self.set_options(options)
        self.activated.connect(lambda index: self.chosen.emit(self._keys[index]))

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        kept = self.key()
        self.clear()
        self._keys = [key for key, _ in options]
        self.addItems([words for _, words in options])
        self.choose(kept)

    def key(self) -> object:
        """The chosen key; None where there is nothing to choose."""
        return self._keys[self.currentIndex()] if self.currentIndex() >= 0 else None

    def choose(self, key: object) -> None:
        if key in self._keys:
            self.setCurrentIndex(self._keys.index(key))

    @override
    def sizeHint(self) -> QSize:
        """As wide as its words, but one long name does not make the page wider than the screen."""
        return _at_most(super().sizeHint(), _WIDEST)

    @override
    def minimumSizeHint(self) -> QSize:
        return _at_most(super().minimumSizeHint(), _WIDEST_LEAST)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Rolling down a page must not change what is chosen on it."""
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme.active()
        side = look.px(16)
        arrow = look.pixmap("chevron-down", look.tokens.muted, 16)
        QPainter(self).drawPixmap(self.width() - side - 10, (self.height() - side) // 2, arrow)


def _at_most(size: QSize, width: int) -> QSize:
    return QSize(min(size.width(), theme.active().px(width)), size.height())


class CheckBox(QCheckBox):
    """A tick in a box large enough to touch."""

    def __init__(self, text: str) -> None:
        super().__init__(without_mnemonic(text))
        self.setAccessibleName(text)
        theme.active().changed.connect(self.updateGeometry)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        side = theme.active().px(_BOX)
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(side + 10 + words.width() + 4, max(side, words.height()) + 12)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """The words can be pressed as well as the box."""
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.active()
        tokens = look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(_BOX)
        box = QRectF(1, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(QColor(tokens.primary.fill if self.isChecked() else tokens.control_line), 1.5))
        painter.setBrush(QColor(tokens.primary.fill if self.isChecked() else tokens.surface))
        painter.drawRoundedRect(box, 5, 5)
        if self.isChecked():
            painter.drawPixmap(QPointF(box.x() + side * 0.1, box.y() + side * 0.1), self._tick())
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.muted))
        words = self.rect().adjusted(side + 10, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic), self.text())

    def _tick(self) -> QPixmap:
        look = theme.active()
        return look.pixmap("check", look.tokens.primary.ink, 16)


class FilterChips(QWidget):
    """Words in a row to filter or group by; exactly one is chosen."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[object, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in options]
        flow = Flow(gap=6)
        self.setLayout(flow)
        for number, (_, words) in enumerate(options):
            button = Button(without_mnemonic(words), Kind.FILTER)
            button.setCheckable(True)
            button.setChecked(number == 0)
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._group.idToggled.connect(self._toggled)

    def key(self) -> object:
        return self._keys[self._group.checkedId()]

    def choose(self, key: object) -> None:
        self._group.button(self._keys.index(key)).setChecked(True)

    def set_words(self, key: object, words: str) -> None:
        """Other words for one of them, such as a new count."""
        self._group.button(self._keys.index(key)).setText(without_mnemonic(words))

    def _toggled(self, number: int, is_on: bool) -> None:
        if is_on:
            self.chosen.emit(self._keys[number])
