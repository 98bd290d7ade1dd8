"""Buttons: one primary a page, quiet ones beside it, words that look like a link, icons with a name."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.widgets.labels import tooltip, without_mnemonic

_ICON: Final = 18
_ICON_GAP: Final = 4
_LONGEST_LINK: Final = 500


class Kind(StrEnum):
    PRIMARY = "primary"
    QUIET = "quiet"
    DANGER = "danger"
    LINK = "link"
    NAME = "name"
    CRUMB = "crumb"
    BARE = "bare"
    FILTER = "filter"


class Button(QPushButton):
    """`icon` names a file among the icons and takes the colour of the words."""

    def __init__(self, text: str = "", kind: Kind = Kind.QUIET, *, icon: str = "") -> None:
        super().__init__(text)
        self._kind = kind
        self._icon = icon
        self._had_keyboard = False
        self.setProperty("kind", kind.value)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.active().changed.connect(self._draw_icon)
        self._draw_icon()

    def rest(self) -> None:
        """Cannot be pressed until `wake`. Qt would hand its keyboard to the neighbour, which may do anything."""
        self._had_keyboard = self.hasFocus()
        self.clearFocus()
        self.setEnabled(False)

    def wake(self) -> None:
        """Has the keyboard again, if it had it and nobody has put it elsewhere since."""
        self.setEnabled(True)
        if self._had_keyboard and self.window().focusWidget() is None:
            self.setFocus()
        self._had_keyboard = False

    def set_icon(self, icon: str) -> None:
        self._icon = icon
        self._draw_icon()

    def icon_colour(self) -> str:
        tokens = theme.active().tokens
        if self._kind is Kind.PRIMARY:
            return tokens.primary.ink
        return tokens.danger.ink if self._kind is Kind.DANGER else tokens.accent

    def _draw_icon(self) -> None:
        if self._icon:
            look = theme.active()
            side, gap = look.px(_ICON), _ICON_GAP if self.text() else 0
            icon = QIcon(look.padded_pixmap(self._icon, self.icon_colour(), _ICON, gap))
            if self._kind in (Kind.PRIMARY, Kind.DANGER):
                # Qt would take the light icon of the dark button for the light one of a button that rests.
                pale = look.padded_pixmap(self._icon, look.tokens.muted, _ICON, gap)
                icon.addPixmap(pale, QIcon.Mode.Disabled)
            self.setIcon(icon)
            self.setIconSize(QSize(side + gap, side))


class LinkButton(Button):
    """Words to press in the middle of other words. They may be a person's name: `&` is only an ampersand."""

    def __init__(self, text: str = "", kind: Kind = Kind.LINK) -> None:
        super().__init__(kind=kind)
        self._words = text
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_words(text)

    def set_words(self, text: str) -> None:
        self._words = text
        self.setText(without_mnemonic(text[:_LONGEST_LINK]))
        self.setAccessibleName(text)

    @override
    def sizeHint(self) -> QSize:
        """As wide as the words: a push button's least width would leave a gap after short ones."""
        width = self.fontMetrics().horizontalAdvance(self._words[:_LONGEST_LINK]) + 2
        return QSize(width, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        least = min(self.fontMetrics().averageCharWidth() * 4, self.sizeHint().width())
        return QSize(least, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(tooltip(self._words) if self.width() < self.sizeHint().width() else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(self._ink())
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _font(self) -> QFont:
        font = self.font()
        font.setUnderline(self._kind is Kind.LINK or self.underMouse())
        return font

    def _ink(self) -> QColor:
        tokens = theme.active().tokens
        if self._kind is Kind.LINK or self.underMouse():
            return QColor(tokens.accent)
        return QColor(tokens.muted if self._kind is Kind.CRUMB else tokens.text)


class IconButton(Button):
    """Only an icon on the screen; its name is the tooltip and what a screen reader says."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__("", Kind.BARE, icon=icon)
        self.setAccessibleName(name)
        self.setToolTip(tooltip(name))


class MenuButton(Button):
    """A quiet button with an arrow that says: there is more to choose among."""

    def __init__(self, text: str) -> None:
        super().__init__(text, icon="chevron-down")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # puts the arrow after the words
