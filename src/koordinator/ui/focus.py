"""Where the keyboard is."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QScrollBar, QWidget


def focus_inside(widget: QWidget) -> QWidget | None:
    """The part of `widget` that has its window's focus, if any has."""
    focus: QWidget | None = widget.window().focusWidget()
    return focus if focus is not None and widget.isAncestorOf(focus) else None


def focus_of_application() -> QWidget | None:
    """What has the keyboard in whichever of the program's windows is in front."""
    focus: QWidget | None = QApplication.focusWidget()
    return focus


@contextmanager
def place_kept(part: QWidget) -> Iterator[None]:
    """While what stands in `part` is built anew: the keyboard ends where it was, and nothing round it scrolls."""
    place = _Place(part)
    yield
    QTimer.singleShot(0, part, place.find_again)


class _Place:
    def __init__(self, part: QWidget) -> None:
        self._part = part
        self._focus = focus_inside(part)
        self._name, self._number = "", 0
        self._bars = [(bar, bar.value()) for bar in _bars_round(part)]
        if self._focus is not None:
            stops = _stops(part)
            self._name = _name(self._focus)
            self._number = stops.index(self._focus) if self._focus in stops else 0
            # What is taken away while it has the keyboard hands it on, and the page scrolls after it.
            part.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_again(self) -> None:
        """What was there still, or else what has its name, or else what stands in its place."""
        stops = _stops(self._part)
        if self._focus is not None and stops and focus_inside(self._part) in (None, self._part):
            named = [stop for stop in stops if stop is self._focus or _name(stop) == self._name]
            chosen = named[0] if named else stops[min(self._number, len(stops) - 1)]
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        for bar, value in self._bars:
            bar.setValue(value)


def _stops(part: QWidget) -> list[QWidget]:
    """Where the keyboard can stand, without what has just been taken away."""
    return [
        widget
        for widget in part.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and not _is_taken_away(widget, part)
    ]


def _is_taken_away(widget: QWidget, part: QWidget) -> bool:
    each: QWidget | None = widget
    while each is not None and each is not part:
        if each.isHidden() and each.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return True
        each = each.parentWidget()
    return False


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def _bars_round(part: QWidget) -> Iterator[QScrollBar]:
    each: QWidget | None = part
    while each is not None:
        if isinstance(each, QScrollArea):
            yield each.verticalScrollBar()
        each = each.parentWidget()
