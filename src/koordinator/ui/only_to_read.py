"""A part of a page for whoever may look at it and not change it."""

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget


def only_to_read(part: QWidget) -> None:
    """The words stay, and can be copied; what would change them goes. To be called each time the part is shown anew."""
    for line in part.findChildren(QLineEdit):
        line.setReadOnly(True)
    for words in part.findChildren(QPlainTextEdit):
        words.setReadOnly(True)
    for button in part.findChildren(QAbstractButton):
        if isinstance(button, QPushButton):
            button.hide()
        else:
            button.setEnabled(False)
    for choice in part.findChildren(QComboBox):
        choice.setEnabled(False)
