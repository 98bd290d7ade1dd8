"""Numbers with what they are a part of: a tile for one, bars for several."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role, tooltip
from koordinator.ui.widgets.layout import STRETCH, clear, row

_BAR_HEIGHT: Final = 28
_ROW_HEIGHT: Final = 44


class StatTile(Card):
    """A number and its total ("45 af 65"), what it counts above, and below a line that may open the rows."""

    opened = Signal()

    def __init__(self, label: str, figure: str = "", remark: str = "", link: str = "") -> None:
        super().__init__()
        self._label = Label(label, Role.SMALL_MUTED, wraps=True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._figure = Label(figure, Role.PAGE)
        self._remark = Label(remark, Role.SMALL_MUTED, wraps=True)
        self._link = LinkButton(link)
        self._link.clicked.connect(self.opened)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body.setSpacing(2)
        for part in (self._label, self._figure, self._remark):
            self.body.addWidget(part)
        self.body.addLayout(row(self._link, STRETCH))
        self.show_figure(figure, remark, link)

    def show_figure(self, figure: str, remark: str = "", link: str = "") -> None:
        self._figure.setText(figure)
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        self._link.set_words(link)
        self._link.setVisible(bool(link))
        self.setAccessibleName(f"{self._label.text()}: {figure}")

    def words_height(self) -> int:
        """Of the words above the figure, in the width that they have."""
        return self._label.heightForWidth(self._label.width())

    def set_words_height(self, height: int) -> None:
        self._label.setMinimumHeight(height)


class Tiles(QWidget):
    """Tiles beside each other: their figures stand at one height, however many lines the words above take."""

    def __init__(self, *tiles: StatTile, gap: int = 14) -> None:
        super().__init__()
        self._tiles = tiles
        line = row(*tiles, gap=gap)
        for at in range(len(tiles)):
            line.setStretch(at, 1)
        self.setLayout(line)
        theme.active().changed.connect(self._level)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._level()

    def _level(self) -> None:
        tallest = max(tile.words_height() for tile in self._tiles)
        for tile in self._tiles:
            tile.set_words_height(tallest)


@dataclass(frozen=True, slots=True)
class Bar:
    """`total` is None where the number is a part of nothing."""

    key: object
    label: str
    number: int
    total: int | None

    @property
    def length(self) -> int:
        """What the bar is drawn as long as."""
        return self.number if self.total is None else self.total


class Bars(QWidget):
    """Each bar is as long as its total, filled as far as its number; pressing it emits `opened` with its key."""

    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        clear(self._column)
        longest = max((bar.length for bar in bars), default=0)
        widest = max((QFontMetrics(theme.active().font()).horizontalAdvance(bar.label) for bar in bars), default=0)
        for bar in bars:
            line = _BarRow(bar, longest, widest)
            line.clicked.connect(lambda _on=False, key=bar.key: self.opened.emit(key))
            self._column.addWidget(line)


class _BarRow(QAbstractButton):
    def __init__(self, bar: Bar, longest: int, widest_label: int) -> None:
        super().__init__()
        self._bar, self._longest, self._widest_label = bar, longest, widest_label
        self.setText(texts.bar_name(bar.label, bar.number, bar.total))
        self.setAccessibleName(self.text())
        self.setToolTip(tooltip(self.text()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.active().changed.connect(self.updateGeometry)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        look = theme.active()
        return QSize(look.px(420), max(_ROW_HEIGHT, look.px(44)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.active().px(260), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.active()
        tokens = look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens.accent if self.underMouse() else tokens.text))
        label_width = min(self._widest_label + 16, round(self.width() * 0.36))
        self._paint_label(painter, QRect(0, 0, label_width - 12, self.height()))
        number_room = QFontMetrics(look.font(bold=True)).horizontalAdvance(texts.number_of(88_888, 88_888)[:13])
        end = self._paint_bar(painter, label_width, self.width() - label_width - number_room)
        self._paint_number(painter, end + 8)

    def _paint_label(self, painter: QPainter, box: QRect) -> None:
        """On two lines where one is too short, and only then shortened."""
        at = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        metrics, words = painter.fontMetrics(), self._bar.label
        if not box.contains(metrics.boundingRect(box, int(at), words)):
            at, words = (
                Qt.AlignmentFlag.AlignVCenter,
                metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width()),
            )
        painter.drawText(box, int(at), words)

    def _paint_bar(self, painter: QPainter, left: int, room: int) -> float:
        """Where the bar ends."""
        tokens = theme.active().tokens
        each = room / self._longest if self._longest else 0.0
        top = (self.height() - _BAR_HEIGHT) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for count, colour in ((self._bar.length, tokens.bar_rest), (self._bar.number, tokens.primary.fill)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(left, top, each * count, _BAR_HEIGHT), 4, 4)
        return left + each * self._bar.length

    def _paint_number(self, painter: QPainter, left: float) -> None:
        look = theme.active()
        painter.setPen(QColor(look.tokens.text))
        number = texts.thousands(self._bar.number)
        rest = texts.part_of(self._bar.number, self._bar.total).removeprefix(number)
        for words, bold in ((number, True), (rest, False)):
            painter.setFont(look.font(bold=bold))
            box = QRectF(left, 0, 400, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
            left += painter.fontMetrics().horizontalAdvance(words)
