"""Where the keyboard is."""

from PySide6.QtWidgets import QApplication, QWidget


def focus_inside(widget: QWidget) -> QWidget | None:
    """The part of `widget` that has its window's focus, if any has."""
    focus: QWidget | None = widget.window().focusWidget()
    return focus if focus is not None and widget.isAncestorOf(focus) else None


def focus_of_application() -> QWidget | None:
    """What has the keyboard in whichever of the program's windows is in front."""
    focus: QWidget | None = QApplication.focusWidget()
    return focus
