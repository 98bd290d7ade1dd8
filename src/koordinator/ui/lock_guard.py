"""While the screen is locked nothing but the covers is heard, and whatever comes up is covered before it is seen."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from koordinator.ui.lock_cover import LockCover
from koordinator.ui.override import override

_Type = QEvent.Type
_FROM_A_PERSON: Final = frozenset(
    {
        _Type.KeyPress,
        _Type.KeyRelease,
        _Type.ShortcutOverride,
        _Type.Shortcut,
        _Type.InputMethod,
        _Type.MouseButtonPress,
        _Type.MouseButtonRelease,
        _Type.MouseButtonDblClick,
        _Type.Wheel,
        _Type.TouchBegin,
        _Type.TouchUpdate,
        _Type.TouchEnd,
        _Type.TabletPress,
        _Type.TabletRelease,
        _Type.NativeGesture,
        _Type.ToolTip,
        _Type.WhatsThis,
    }
)
_NOBODY_HEARS: Final = frozenset({_Type.ContextMenu, _Type.DragEnter, _Type.DragMove, _Type.Drop})
"""The covers neither: a menu of their own would be one more thing to lock."""
_GOES_BY_ITSELF: Final = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)


class LockGuard(QObject):
    """As long as it lives every event goes by it. `cover` is called with each window that comes up or goes."""

    def __init__(self, parent: QObject, cover: Callable[[QWidget], object]) -> None:
        super().__init__(parent)
        self._cover = cover
        self._app = QCoreApplication.instance()
        if self._app is not None:
            self._app.installEventFilter(self)

    def leave(self) -> None:
        if self._app is not None:
            self._app.removeEventFilter(self)
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _FROM_A_PERSON:
            return not (watched.isWindowType() or _is_on_a_cover(watched))
        if kind in _NOBODY_HEARS:
            return not watched.isWindowType()
        if not isinstance(watched, QWidget) or not watched.isWindow():
            return False
        if kind == _Type.Show:
            self.meet(watched)
        elif kind == _Type.Hide:
            QTimer.singleShot(0, self, lambda: self._cover(watched))
        elif kind == _Type.Close and event.spontaneous() and isinstance(watched, QDialog):
            # What is typed in it would be lost.
            event.ignore()
            return True
        return False

    def meet(self, window: QWidget) -> None:
        """Also called before a new window can be seen."""
        if window.windowType() in _GOES_BY_ITSELF:
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            QTimer.singleShot(0, window, lambda: _send_away(window))
        else:
            self._cover(window)


def _is_on_a_cover(watched: QObject) -> bool:
    part: QObject | None = watched
    while part is not None and not isinstance(part, LockCover):
        part = part.parent()
    return part is not None


def _send_away(popup: QWidget) -> None:
    popup.close()
    popup.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
    if popup.windowType() is Qt.WindowType.ToolTip:
        # Qt keeps it for a while, and its words with it.
        popup.deleteLater()
