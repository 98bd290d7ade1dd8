"""How the lines of the first page are drawn: a next step with its button, and the small lines beside the list."""

from typing import Final, Protocol, TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from koordinator.ui import theme
from koordinator.ui.pages.overview.view_state import SmallLine, StepLine
from koordinator.ui.style_sheet import TextSize
from koordinator.ui.tokens import Pair

_AIR: Final = 11
_GAP: Final = 12
_NAME_WIDTH: Final = 172
_WIDE_NAME: Final = 260
_LEAD_WIDTH: Final = 76
_LEAST_WORDS: Final = 120
"""Where a chip leaves less room than this beside it, it goes under the words."""
_UNDER_GAP: Final = 5
_NOTHING: Final = QRect()
_WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ONE_LINE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FAR: Final = 10_000


Line_contra = TypeVar("Line_contra", contravariant=True)


class LinePainter(Protocol[Line_contra]):
    """Draws lines of one kind, and knows where on them one can press."""

    pointed: tuple[int, QPoint]
    """The row that the mouse is on, where it can be pressed (else -1), and where."""

    def take_look(self) -> None: ...

    def height(self, line: Line_contra, width: int) -> int: ...

    def button_box(self, line: Line_contra, rect: QRect) -> QRect: ...

    def words_box(self, line: Line_contra, rect: QRect) -> QRect: ...

    def paint(self, painter: QPainter, rect: QRect, line: Line_contra, *, row: int, has_keyboard: bool) -> None: ...


class _Painter:
    """Fonts and colours, looked up once for each look."""

    def __init__(self) -> None:
        self.pointed = (-1, QPoint())
        self.take_look()

    def take_look(self) -> None:
        """Reads the theme again."""
        look = theme.active()
        self.tokens, self.px = look.tokens, look.px
        self.plain, self.bold = look.font(), look.font(bold=True)
        self.small, self.small_bold = look.font(TextSize.SMALL), look.font(TextSize.SMALL, bold=True)
        self.plain_size, self.bold_size = QFontMetrics(self.plain), QFontMetrics(self.bold)
        self.small_size, self.chip_size = QFontMetrics(self.small), QFontMetrics(self.small_bold)

    def draw_frame(self, painter: QPainter, rect: QRect, *, row: int, has_keyboard: bool) -> None:
        """The hairline above, and the ring of the line that the keyboard is on."""
        if row:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setPen(QColor(self.tokens.line))
            painter.drawLine(rect.topLeft(), rect.topRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if has_keyboard:
            painter.setPen(QPen(QColor(self.tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -1), 6, 6)

    def draw_link(self, painter: QPainter, box: QRect, text: str, font: QFont, *, lit: bool) -> None:
        """Words that lead somewhere: underlined under the mouse, as a name is."""
        shown = QFont(font)
        shown.setUnderline(lit)
        painter.setFont(shown)
        painter.setPen(QColor(self.tokens.accent if lit else self.tokens.text))
        painter.drawText(box, int(_WRAP), text)

    def draw_chip(self, painter: QPainter, box: QRect, text: str, pair: Pair) -> None:
        """A badge."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.fill))
        painter.drawRoundedRect(QRectF(box), box.height() / 2, box.height() / 2)
        painter.setPen(QColor(pair.ink))
        painter.setFont(self.small_bold)
        painter.drawText(box.adjusted(0, -1, 0, -1), Qt.AlignmentFlag.AlignCenter, text)

    def chip_box(self, text: str, left: int, top: int) -> QRect:
        return QRect(left, top, self.chip_size.horizontalAdvance(text) + 20, self.chip_size.height() + 4)

    def is_pointed(self, row: int, box: QRect) -> bool:
        return self.pointed[0] == row and box.contains(self.pointed[1])


class StepPainter(_Painter):
    """The name with its badge, the sentence, the button. The first line's button is the page's primary one."""

    def height(self, line: StepLine, width: int) -> int:
        """As tall as the longest of the three needs."""
        who = self._who_height(line, width)
        why = self._why_height(line, self._why_room(line, width))
        return max(who, why, self._button_height()) + 2 * _AIR

    def button_box(self, line: StepLine, rect: QRect) -> QRect:
        """At the right, in the middle of the line."""
        width, tall = self._button_width(line), self._button_height()
        return QRect(rect.right() - width - 3, rect.center().y() - tall // 2, width, tall)

    def words_box(self, line: StepLine, rect: QRect) -> QRect:
        """The name, wrapped where it must."""
        width = min(self.bold_size.horizontalAdvance(line.name) + 2, self._name_width(rect.width()))
        top = rect.top() + (rect.height() - self._who_height(line, rect.width())) // 2
        return QRect(rect.left() + 4, top, width, self._name_height(line, rect.width()))

    def paint(self, painter: QPainter, rect: QRect, line: StepLine, *, row: int, has_keyboard: bool) -> None:
        """Draws the line."""
        self.draw_frame(painter, rect, row=row, has_keyboard=has_keyboard)
        name = self.words_box(line, rect)
        room = QRect(name.left(), name.top(), self._name_width(rect.width()), name.height())
        self.draw_link(painter, room, line.name, self.bold, lit=self.is_pointed(row, name))
        chip = self.chip_box(line.badge, name.left(), name.bottom() + 4)
        self.draw_chip(painter, chip, line.badge, self.tokens.tones[line.tone])
        painter.setFont(self.plain)
        painter.setPen(QColor(self.tokens.text))
        left = room.right() + _GAP
        why = QRect(left, rect.top(), self._why_room(line, rect.width()), rect.height())
        painter.drawText(why, int(_WRAP), line.why)
        self._draw_button(painter, self.button_box(line, rect), line, row)

    def _draw_button(self, painter: QPainter, box: QRect, line: StepLine, row: int) -> None:
        tokens, lit = self.tokens, self.is_pointed(row, box)
        fill, ink, edge = tokens.hover if lit else tokens.surface, tokens.accent, tokens.button_line
        if row == 0:
            fill = edge = tokens.primary_hover if lit else tokens.primary.fill
            ink = tokens.primary.ink
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(QColor(ink))
        painter.setFont(self.bold)
        painter.drawText(box.adjusted(0, -1, 0, -1), Qt.AlignmentFlag.AlignCenter, line.action)

    def _why_room(self, line: StepLine, width: int) -> int:
        return max(width - 4 - self._name_width(width) - _GAP - _GAP - self._button_width(line) - 3, 80)

    def _who_height(self, line: StepLine, width: int) -> int:
        return self._name_height(line, width) + 3 + self.chip_size.height() + 4

    def _name_height(self, line: StepLine, width: int) -> int:
        room = QRect(0, 0, self._name_width(width), _FAR)
        return self.bold_size.boundingRect(room, int(_WRAP), line.name).height()

    def _why_height(self, line: StepLine, room: int) -> int:
        return self.plain_size.boundingRect(QRect(0, 0, room, _FAR), int(_WRAP), line.why).height()

    def _name_width(self, width: int) -> int:
        """A quarter of the line, where that is neither too little for a name nor more than it needs."""
        return max(self.px(_NAME_WIDTH), min(self.px(_WIDE_NAME), width // 4))

    def _button_width(self, line: StepLine) -> int:
        return self.bold_size.horizontalAdvance(line.action) + 32

    def _button_height(self) -> int:
        return self.bold_size.height() + 16


class SmallPainter(_Painter):
    """Words with a muted detail under them; a day and time before them, or a chip after them or below."""

    def height(self, line: SmallLine, width: int) -> int:
        """Two lines of text, or as many as the words need."""
        room = self._room(line, width)
        chip = _UNDER_GAP + self.chip_box(line.chip, 0, 0).height() if self._is_chip_under(line, width) else 0
        return self._words_height(line, room) + self._detail_height(line, room) + 2 + chip + 2 * _AIR

    def button_box(self, line: SmallLine, rect: QRect) -> QRect:
        """It has none: the words are pressed."""
        return _NOTHING

    def words_box(self, line: SmallLine, rect: QRect) -> QRect:
        """The words, wrapped where they must."""
        room = self._room(line, rect.width())
        return QRect(rect.left() + 4 + self._lead(line), rect.top() + _AIR, room, self._words_height(line, room))

    def paint(self, painter: QPainter, rect: QRect, line: SmallLine, *, row: int, has_keyboard: bool) -> None:
        """Draws the line."""
        self.draw_frame(painter, rect, row=row, has_keyboard=has_keyboard)
        words = self.words_box(line, rect)
        self.draw_link(painter, words, line.words, self.plain, lit=self.is_pointed(row, words))
        detail = QRect(words.left(), words.bottom() + 3, words.width(), self._detail_height(line, words.width()))
        painter.setFont(self.small)
        painter.setPen(QColor(self.tokens.muted))
        painter.drawText(detail, int(_WRAP), line.detail)
        if line.chip:
            chip = self.chip_box(line.chip, detail.left(), detail.bottom() + 1 + _UNDER_GAP)
            if not self._is_chip_under(line, rect.width()):
                chip.moveTopLeft(QPoint(rect.right() - chip.width() - 3, rect.center().y() - chip.height() // 2))
            self.draw_chip(painter, chip, line.chip, self.tokens.tones[line.tone])
        if line.lead[0]:
            self._draw_lead(painter, rect, line)

    def _draw_lead(self, painter: QPainter, rect: QRect, line: SmallLine) -> None:
        first = QRect(rect.left() + 4, rect.top() + _AIR, self._lead(line) - _GAP, self.bold_size.height())
        second = first.translated(0, first.height())
        for box, text, font, ink in (
            (first, line.lead[0], self.bold, self.tokens.text),
            (second, line.lead[1], self.plain, self.tokens.muted),
        ):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(box, int(_ONE_LINE), text)

    def _room(self, line: SmallLine, width: int) -> int:
        beside = 0 if self._is_chip_under(line, width) else self._chip_width(line)
        return max(width - 4 - self._lead(line) - beside - 3, 80)

    def _is_chip_under(self, line: SmallLine, width: int) -> bool:
        """Beside it there is too little room for the words, or for the longest of them."""
        room = width - 4 - self._lead(line) - self._chip_width(line) - 3
        longest = max((self.plain_size.horizontalAdvance(word) for word in line.words.split()), default=0)
        return bool(line.chip) and room < max(self.px(_LEAST_WORDS), longest)

    def _chip_width(self, line: SmallLine) -> int:
        return self.chip_box(line.chip, 0, 0).width() + _GAP if line.chip else 0

    def _lead(self, line: SmallLine) -> int:
        return self.px(_LEAD_WIDTH) + _GAP if line.lead[0] else 0

    def _detail_height(self, line: SmallLine, room: int) -> int:
        return self.small_size.boundingRect(QRect(0, 0, room, _FAR), int(_WRAP), line.detail).height()

    def _words_height(self, line: SmallLine, room: int) -> int:
        return self.plain_size.boundingRect(QRect(0, 0, room, _FAR), int(_WRAP), line.words).height()
