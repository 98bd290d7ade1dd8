"""The look in force: colours by name, text sizes, icons. It belongs to the application object, as Qt's
own palette and style do, and every widget asks it when it paints."""

from enum import StrEnum
from typing import ClassVar, Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from koordinator.ui.icons import Icons
from koordinator.ui.resources import UiResources
from koordinator.ui.style_sheet import TextSize, style_sheet
from koordinator.ui.tokens import DARK, LIGHT, Tokens

FAMILY: Final = "Source Sans 3"
SMALLEST_TEXT: Final = 1.0
LARGEST_TEXT: Final = 2.0
_FONT_FILES: Final = ("Regular", "Bold", "It")


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Emits `changed` after another scheme or text size has been put on every widget."""

    changed = Signal()
    worn: ClassVar["Theme | None"] = None
    """Kept here too: asking the application for it would make every kind of style known first."""

    def __init__(
        self, app: QApplication, resources: UiResources, scheme: Scheme = Scheme.SYSTEM, text_scale: float = 1.0
    ) -> None:
        super().__init__(app)
        self._app = app
        self._icons = Icons(resources.icons)
        self._scheme = scheme
        self._text_scale = _within_limits(text_scale)
        for file in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(resources.fonts / f"SourceSans3-{file}.ttf"))
        self._system = app.styleHints().colorScheme()
        self.tokens: Tokens = self._wanted_tokens()
        self._put_on()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        Theme.worn = self

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def text_scale(self) -> float:
        return self._text_scale

    def set_scheme(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._renew()

    def set_text_scale(self, text_scale: float) -> None:
        """1.0 to 2.0; what lies outside is brought inside."""
        self._text_scale = _within_limits(text_scale)
        self._renew()

    def px(self, length: float) -> int:
        """A length that grows with the text."""
        return round(length * self._text_scale)

    def font(self, size: TextSize = TextSize.BODY, *, bold: bool = False) -> QFont:
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        return font

    def pixmap(self, name: str, colour: str, size: int = 20) -> QPixmap:
        """`colour` is a token's value, `size` is in pixels at 100 % text."""
        return self._icons.pixmap(name, colour, self.px(size), self._app.devicePixelRatio())

    def icon(self, name: str, colour: str, size: int = 20) -> QIcon:
        return QIcon(self.pixmap(name, colour, size))

    def padded_pixmap(self, name: str, colour: str, size: int, gap: int) -> QPixmap:
        """`gap` is empty room to the right, where words would follow too closely."""
        drawn = self.pixmap(name, colour, size)
        if not gap:
            return drawn
        ratio = drawn.devicePixelRatio()
        wider = QPixmap(drawn.size() + QSize(round(gap * ratio), 0))
        wider.setDevicePixelRatio(ratio)
        wider.fill(Qt.GlobalColor.transparent)
        painter = QPainter(wider)
        painter.drawPixmap(0, 0, drawn)
        painter.end()
        return wider

    def _wanted_tokens(self) -> Tokens:
        if self._scheme is Scheme.SYSTEM:
            return DARK if self._system is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    def _follow_system(self, system: Qt.ColorScheme) -> None:
        self._system = system
        if self._scheme is Scheme.SYSTEM:
            self._renew()

    def _renew(self) -> None:
        self.tokens = self._wanted_tokens()
        self._put_on()
        self.changed.emit()

    def _put_on(self) -> None:
        self._app.setPalette(_palette(self.tokens))
        self._app.setFont(self.font())
        self._app.setStyleSheet(style_sheet(self.tokens, self._text_scale))


def worn() -> Theme | None:
    """The theme of the running application, None before it has been dressed."""
    theme = Theme.worn
    return theme if theme is not None and isValid(theme) else None


def active() -> Theme:
    """The theme of the running application."""
    theme = worn()
    if theme is None:
        raise RuntimeError("no Theme has been made for this QApplication")
    return theme


def _within_limits(text_scale: float) -> float:
    return min(max(text_scale, SMALLEST_TEXT), LARGEST_TEXT)


def _palette(tokens: Tokens) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    colours = {
        roles.Window: tokens.canvas,
        roles.WindowText: tokens.text,
        roles.Base: tokens.surface,
        roles.AlternateBase: tokens.sunken,
        roles.Text: tokens.text,
        roles.PlaceholderText: tokens.muted,
        roles.Button: tokens.surface,
        roles.ButtonText: tokens.text,
        roles.Highlight: tokens.primary.fill,
        roles.HighlightedText: tokens.primary.ink,
        roles.Link: tokens.accent,
        roles.ToolTipBase: tokens.text,
        roles.ToolTipText: tokens.canvas,
    }
    for role, colour in colours.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    return palette
