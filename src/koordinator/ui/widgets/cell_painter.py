"""Draws a cell: plain, with a second line, as a badge or as a button."""

from typing import Any, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.style_sheet import TextSize
from koordinator.ui.tokens import Pair
from koordinator.ui.widgets.table_model import AnyIndex, Column, Look, TableModel

_PAD: Final = 10
_LONGEST: Final = 400
_CENTRE: Final = Qt.AlignmentFlag.AlignCenter


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

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(80, theme.active().px(44))

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
            self._paint_button(painter, rect, text)
        elif tone is not None:
            self._paint_badge(painter, rect, text, self._tones[tone])
        else:
            self._paint_words(painter, rect, text, column, column.detail(row) if column.detail else "")

    def button_box(self, rect: QRect, text: str) -> QRectF:
        width = min(self._metrics[1].horizontalAdvance(text) + 28, rect.width() - _PAD)
        height = min(self._metrics[1].height() + 14, rect.height() - 6)
        return QRectF(rect.right() - _PAD / 2 - width, rect.center().y() - height / 2, width, height)

    def _paint_ground(self, painter: QPainter, index: AnyIndex, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if index.row() == self.chosen_row:
            painter.fillRect(rect, self._selected)
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, self._hover)
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_words(self, painter: QPainter, rect: QRect, text: str, column: Column[Any], detail: str) -> None:
        bold = column.look is Look.STRONG
        metrics = self._metrics[bold]
        room = rect.width() - 2 * _PAD
        at = rect.adjusted(_PAD, 0, -_PAD, 0)
        side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
        if detail:
            small = self._metrics[2]
            top = (rect.height() - metrics.height() - small.height()) // 2
            below = QRect(at.left(), at.top() + top + metrics.height(), room, small.height())
            at = QRect(at.left(), at.top() + top, room, metrics.height())
            painter.setFont(self._fonts[2])
            painter.setPen(self._muted)
            painter.drawText(below, side | Qt.AlignmentFlag.AlignVCenter, _one_line(small, detail[:_LONGEST], room))
        painter.setFont(self._fonts[bold])
        painter.setPen(self._inks[column.look])
        painter.drawText(at, side | Qt.AlignmentFlag.AlignVCenter, _one_line(metrics, text, room))

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

    def _paint_button(self, painter: QPainter, rect: QRect, text: str) -> None:
        box = self.button_box(rect, text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._button_line, 1))
        painter.setBrush(self._surface)
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(self._accent)
        painter.setFont(self._fonts[1])
        painter.drawText(box, _CENTRE, _one_line(self._metrics[1], text, round(box.width()) - 12))


def _one_line(metrics: QFontMetrics, text: str, room: int) -> str:
    if "\n" in text:
        text = text.replace("\n", " ")
    if metrics.horizontalAdvance(text) <= room:
        return text
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
