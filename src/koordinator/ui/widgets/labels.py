"""Words on the screen. Everything is plain text: markup that someone has typed is shown, never interpreted."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from koordinator.ui import theme
from koordinator.ui.override import override

_LONGEST_LINE: Final = 500
_LONGEST_TOOLTIP: Final = 1_000


class Role(StrEnum):
    """How a text is set; the style sheet knows what each looks like."""

    BODY = "body"
    PAGE = "page"
    LEAD = "lead"
    CARD = "card"
    STRONG = "strong"
    MUTED = "muted"
    SMALL = "small"
    SMALL_MUTED = "small-muted"
    FAULT = "fault"
    WARNING = "warning"
    VOICE = "voice"
    BRAND = "brand"
    PERSON = "person"


class Label(QLabel):
    def __init__(self, text: str = "", role: Role = Role.BODY, *, wraps: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setProperty("role", role.value)
        self.setText(text)

    def set_role(self, role: Role) -> None:
        set_look(self, "role", role.value)


class ElidedLabel(Label):
    """One line that ends in an ellipsis when there is no room; the whole text is the tooltip."""

    def __init__(self, text: str = "", role: Role = Role.BODY) -> None:
        super().__init__(text, role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._show_rest_in_tooltip()

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._line()) + 2
        return QSize(width, super().minimumSizeHint().height() if not self.text() else self.fontMetrics().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self.fontMetrics().averageCharWidth() * 6), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_rest_in_tooltip()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.contentsRect(), int(self.alignment()), self._elided())

    def _line(self) -> str:
        return self.text()[:_LONGEST_LINE].replace("\n", " ")

    def _elided(self) -> str:
        return self.fontMetrics().elidedText(self._line(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def _show_rest_in_tooltip(self) -> None:
        self.setToolTip(tooltip(self.text()) if self._elided() != self.text() else "")


class IconLabel(Label):
    """An icon that stands beside words and adds nothing to them for a screen reader."""

    def __init__(self, icon: str, size: int = 20) -> None:
        super().__init__()
        self._icon, self._size = icon, size
        theme.active().changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        look = theme.active()
        self.setPixmap(look.pixmap(self._icon, look.tokens.muted, self._size))


def set_look(widget: QWidget, name: str, value: str) -> None:
    """Changes a property that the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def tooltip(text: str) -> str:
    """`text` for a tooltip: Qt would otherwise read markup in it, and not wrap long lines."""
    shown = text if len(text) <= _LONGEST_TOOLTIP else text[:_LONGEST_TOOLTIP] + "…"
    escaped = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<span>{escaped}</span>" if shown else ""


def without_mnemonic(text: str) -> str:
    """`text` for a button or tab where an ampersand is an ampersand."""
    return text.replace("&", "&&")
