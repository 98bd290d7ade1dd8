"""How large a dialog may be: it grows with the text until the screen is full."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from koordinator.ui import theme

_MOST_OF_SCREEN: Final = 0.94


def most_of_screen(dialog: QDialog) -> QSize:
    """What a dialog may fill of the screen that it stands on."""
    return dialog.screen().availableSize() * _MOST_OF_SCREEN


def fit(dialog: QDialog) -> None:
    """As tall as its words need, until the screen is full. Qt would stop at two thirds of it, and cut them."""
    most, layout = most_of_screen(dialog), dialog.layout()
    width = min(max(dialog.sizeHint().width(), dialog.minimumWidth()), most.width())
    height = layout.totalHeightForWidth(width) if layout is not None else dialog.height()
    dialog.resize(QSize(width, height).boundedTo(most))


def set_size(dialog: QDialog, width: int, height: int) -> None:
    """In pixels at 100 % text."""
    look = theme.active()
    dialog.resize(QSize(look.px(width), look.px(height)).boundedTo(most_of_screen(dialog)))
