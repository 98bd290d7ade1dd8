"""Draws a cell: plain, with a second line, as a badge or as a button.

Words that are too long for their column go on in more lines where the row is tall enough, and are then shortened.
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.style_sheet import TextSize
from koordinator.ui.tokens import Pair
from koordinator.ui.widgets.table_model import AnyIndex, Column, Look, TableModel

_PAD: Final = 10
_AIR: Final = 24
_AIR_OF_TWO: Final = 19
"""Above and below the words of a row together: 44 and 56 pixels at 100 %."""
_LONGEST: Final = 400
_MOST_LINES: Final = 3
_LOOKED_AT: Final = 12
_TALLEST: Final = 100_000
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter
_WRAPS: Final = Qt.TextFlag.TextWordWrap


class CellPainter(QStyledItemDelegate):
    """Fonts and colours are looked up once for each look, not for each cell."""

    def __init__(self, model: TableModel[Any], view: QWidget) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.hovered_row = self.chosen_row = -1
        self.take_look()

    def take_look(self) -> None:
        """Reads the theme again."""
        look = theme.active()
        tokens = look.tokens
        self._tones = tokens.tones
        small = TextSize.SMALL
        self._fonts = (look.font(), look.font(bold=True), look.font(small), look.font(small, bold=True))
        self._metrics = tuple(QFontMetrics(font) for font in self._fonts)
        self._line, self._hover = QColor(tokens.line), QColor(tokens.hover)
        self._selected, self._muted = QColor(tokens.selected.fill), QColor(tokens.muted)
        self._accent, self._button_line = QColor(tokens.accent), QColor(tokens.button_line)
        self._surface = QColor(tokens.surface)
        self._inks = {
            Look.PLAIN: QColor(tokens.text),
            Look.STRONG: QColor(tokens.text),
            Look.MUTED: self._muted,
            Look.WARNING: QColor(tokens.danger_text),
        }

    def row_height(self) -> int:
        """Of a row in which no words are wrapped. The air does not grow with the text."""
        if any(column.detail for column in self._model.columns):
            return theme.active().px(56 - _AIR_OF_TWO) + _AIR_OF_TWO
        return theme.active().px(44 - _AIR) + _AIR

    def common_height(self, widths: Sequence[int]) -> int:
        """Of every row in a long list: one line more where that is what most of the first rows lack."""
        plain, rows = self.row_height(), range(min(len(self._model.rows), _LOOKED_AT))
        needed = sorted(self.height_of(number, widths) for number in rows)
        usual = needed[len(needed) // 2] if needed else plain
        return min(usual, plain + self._metrics[2].lineSpacing())

    def height_of(self, number: int, widths: Sequence[int]) -> int:
        """What the row needs in columns of `widths` for all its words, in up to three lines each."""
        row, tallest = self._model.rows[number], self.row_height()
        for column, width in zip(self._model.columns, widths, strict=True):
            if not column.badge and not column.is_action:
                words = self._words(row, column, width - 2 * _PAD, _TALLEST)
                tallest = max(tallest, sum(block.height for block in words) + _AIR_OF_TWO)
        return tallest

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(80, self.row_height())

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = option.rect
        self._paint_ground(painter, index, rect)
        column = self._model.columns[index.column()]
        row = self._model.rows[index.row()]
        text = column.text(row)[:_LONGEST]
        if not text:
            return
        tone = column.badge(row) if column.badge else None
        if column.is_action:
            self._paint_button(painter, self.button_box(rect, text, index.column()), text)
        elif tone is not None:
            self._paint_badge(painter, rect, text, self._tones[tone])
        else:
            self._paint_words(painter, rect, column, row)

    def button_box(self, rect: QRect, text: str, column: int) -> QRectF:
        """At the end of its column; in the first one under the beginning of the head."""
        width = min(self._metrics[1].horizontalAdvance(text) + 28, rect.width() - _PAD)
        height = min(self._metrics[1].height() + 14, rect.height() - 6)
        left = rect.right() - _PAD / 2 - width if column else rect.left() + _PAD
        return QRectF(left, rect.center().y() - height / 2, width, height)

    def _paint_ground(self, painter: QPainter, index: AnyIndex, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if index.row() == self.chosen_row:
            painter.fillRect(rect, self._selected)
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, self._hover)
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_words(self, painter: QPainter, rect: QRect, column: Column[Any], row: object) -> None:
        room = rect.width() - 2 * _PAD
        blocks = self._words(row, column, room, rect.height())
        side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        top = rect.top() + (rect.height() - sum(block.height for block in blocks)) // 2
        for block in blocks:
            painter.setFont(self._fonts[block.font])
            painter.setPen(block.ink)
            at = QRect(rect.left() + _PAD, top, room, block.height)
            painter.drawText(at, side | Qt.AlignmentFlag.AlignVCenter | block.flag, block.text)
            top += block.height

    def _words(self, row: object, column: Column[Any], room: int, height: int) -> tuple["_Block", ...]:
        """The words and the second line as they are set in a cell of this size."""
        font = 1 if column.look is Look.STRONG else 0
        detail = column.detail(row)[:_LONGEST] if column.detail else ""
        below = self._metrics[2].height() if detail else 0
        first = self._set(column.text(row)[:_LONGEST], font, self._inks[column.look], QSize(room, height - below))
        if not detail:
            return (first,)
        return (first, self._set(detail, 2, self._muted, QSize(room, height - first.height)))

    def _set(self, text: str, font: int, ink: QColor, room: QSize) -> "_Block":
        metrics = self._metrics[font]
        line = metrics.height()
        lines = min((room.height() - _PAD) // line, _MOST_LINES)
        if lines > 1 and metrics.horizontalAdvance(text) > room.width():
            box, tall = QRect(0, 0, room.width(), _TALLEST), lines * (line + 1)  # Qt rounds each line up.
            shown, kept = text.replace("\n", " "), len(text)
            set_in = metrics.boundingRect(box, _WRAPS, shown)
            while set_in.height() > tall and kept:
                kept = kept * 9 // 10
                shown = f"{text[:kept].rstrip()} …"
                set_in = metrics.boundingRect(box, _WRAPS, shown)
            if set_in.width() <= room.width():
                return _Block(shown, font, ink, set_in.height(), _WRAPS)
        return _Block(_one_line(metrics, text, room.width()), font, ink, line)

    def _paint_badge(self, painter: QPainter, rect: QRect, text: str, pair: Pair) -> None:
        metrics = self._metrics[3]
        shown = _one_line(metrics, text, rect.width() - 2 * _PAD - 20)
        width, height = metrics.horizontalAdvance(shown) + 20, metrics.height() + 4
        box = QRectF(rect.left() + _PAD, rect.center().y() - height / 2 + 1, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.fill))
        painter.drawRoundedRect(box, height / 2, height / 2)
        painter.setPen(QColor(pair.ink))
        painter.setFont(self._fonts[3])
        painter.drawText(box, _CENTRE, shown)

    def _paint_button(self, painter: QPainter, box: QRectF, text: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._button_line, 1))
        painter.setBrush(self._surface)
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(self._accent)
        painter.setFont(self._fonts[1])
        painter.drawText(box, _CENTRE, _one_line(self._metrics[1], text, round(box.width()) - 12))


class _Block(NamedTuple):
    """Words as they are set: in one line, or in several."""

    text: str
    font: int
    ink: QColor
    height: int
    flag: Qt.TextFlag = Qt.TextFlag(0)


def _one_line(metrics: QFontMetrics, text: str, room: int) -> str:
    if "\n" in text:
        text = text.replace("\n", " ")
    if metrics.horizontalAdvance(text) <= room:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
