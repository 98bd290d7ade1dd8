"""How large a dialog may be: it grows with the text until the screen is full."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from koordinator.ui import theme

_MOST_OF_SCREEN: Final = 0.94


def most_of_screen(dialog: QDialog) -> QSize:
    """What a dialog may fill of the screen that it stands on."""
    return dialog.screen().availableSize() * _MOST_OF_SCREEN


def set_size(dialog: QDialog, width: int, height: int) -> None:
    """In pixels at 100 % text."""
    look = theme.active()
    dialog.resize(QSize(look.px(width), look.px(height)).boundedTo(most_of_screen(dialog)))
