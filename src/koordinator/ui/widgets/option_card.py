"""Answers as large cards: a title, what it means, and whose answer it is. Chosen with 1-9, arrows or the mouse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.style_sheet import TextSize
from koordinator.ui.tokens import Tone

_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_SIDE: Final = 16
_TEXT_AT: Final = 40
_BADGE_GAP: Final = 8


@dataclass(frozen=True, slots=True)
class Option:
    key: str
    title: str
    meaning: str = ""
    badges: tuple[tuple[str, Tone], ...] = ()


class OptionCard(QRadioButton):
    def __init__(self, option: Option) -> None:
        super().__init__()
        self._option = option
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.active().changed.connect(self.updateGeometry)
        self.show_option(option)

    def show_option(self, option: Option) -> None:
        self._option = option
        words = [option.title, option.meaning, *(text for text, _ in option.badges)]
        self.setAccessibleName(". ".join(part.rstrip(".") for part in words if part))
        self.updateGeometry()
        self.update()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        """The whole card can be pressed."""
        return True

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        title, meaning = self._text_boxes(width)
        return max(title.height() + (meaning.height() + 2 if self._option.meaning else 0) + 24, 48)

    @override
    def sizeHint(self) -> QSize:
        width = theme.active().px(420)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.active().px(220), 48)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.active()
        tokens = look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        title, meaning = self._text_boxes(self.width())
        self._paint_dot(painter, title.top() + QFontMetrics(look.font(bold=True)).height() / 2)
        painter.setPen(QColor(tokens.text))
        painter.setFont(look.font(bold=True))
        painter.drawText(title, _WRAP, self._option.title)
        painter.setPen(QColor(tokens.muted))
        painter.setFont(look.font())
        painter.drawText(meaning, _WRAP, self._option.meaning)
        self._paint_badges(painter)

    def _paint_card(self, painter: QPainter) -> None:
        tokens = theme.active().tokens
        width = 2 if self.isChecked() else 1
        line = tokens.accent if self.isChecked() else tokens.button_line
        fill = tokens.selected.fill if self.isChecked() else (tokens.hover if self.underMouse() else tokens.surface)
        inset = width / 2
        painter.setPen(QPen(QColor(line), width))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 9, 9)

    def _paint_dot(self, painter: QPainter, middle: float) -> None:
        look = theme.active()
        centre = QPointF(_SIDE + look.px(6), middle)
        colour = QColor(look.tokens.accent)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(QColor(look.tokens.surface))
        painter.drawEllipse(centre, look.px(6), look.px(6))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(centre, look.px(3), look.px(3))

    def _paint_badges(self, painter: QPainter) -> None:
        tokens = theme.active().tokens
        painter.setFont(theme.active().font(TextSize.SMALL, bold=True))
        for box, (text, tone) in zip(self._badge_boxes(self.width()), self._option.badges, strict=True):
            pair = tokens.tones[tone]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(pair.fill))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            painter.setPen(QColor(pair.ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _badge_boxes(self, width: int) -> list[QRectF]:
        """From the upper right corner downwards, one under the other."""
        metrics = QFontMetrics(theme.active().font(TextSize.SMALL, bold=True))
        boxes, y = [], 11.0
        for text, _ in self._option.badges:
            wide, tall = metrics.horizontalAdvance(text) + 20, metrics.height() + 5
            boxes.append(QRectF(width - _SIDE - wide, y, wide, tall))
            y += tall + 4
        return boxes

    def _text_boxes(self, width: int) -> tuple[QRect, QRect]:
        """The meaning has the whole width when it begins below the badges."""
        look = theme.active()
        left = _TEXT_AT + look.px(6) - 6
        badges = self._badge_boxes(width)
        beside = round(max((box.width() + _BADGE_GAP for box in badges), default=0))
        whole = width - left - _SIDE
        room = max(whole - beside, look.px(80))
        title = QFontMetrics(look.font(bold=True)).boundingRect(
            QRect(left, 12, room, 10_000), _WRAP, self._option.title
        )
        top = title.bottom() + 3
        below = max(whole, room) if all(box.bottom() <= top for box in badges) else room
        meaning = QFontMetrics(look.font()).boundingRect(QRect(left, top, below, 10_000), _WRAP, self._option.meaning)
        return QRect(left, 12, room, title.height()), QRect(left, top, below, meaning.height())


class OptionCards(QWidget):
    """One question's answers; exactly one or none is chosen."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._options: tuple[Option, ...] = ()
        self._cards: list[OptionCard] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._options[number].key))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def show_options(self, name: str, options: Sequence[Option], chosen: str | None = None) -> None:
        self.setAccessibleName(name)
        for card in self._cards:
            self._group.removeButton(card)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._options = tuple(options)
        self._cards = [OptionCard(option) for option in options]
        for number, card in enumerate(self._cards):
            card.setChecked(options[number].key == chosen)
            self._group.addButton(card, number)
            self._column.addWidget(card)

    def key(self) -> str | None:
        number = self._group.checkedId()
        return self._options[number].key if number >= 0 else None

    def choose(self, number: int) -> None:
        """As a press on the card does; 0 is the first."""
        if 0 <= number < len(self._cards):
            self._cards[number].click()
            self._cards[number].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isdigit() and event.text() != "0":
            self.choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)
