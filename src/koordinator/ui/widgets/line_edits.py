"""A field of one line."""

from PySide6.QtWidgets import QLineEdit


class LineEdit(QLineEdit):
    """Keeps what is too long on the screen; whoever asks for the text checks its length."""

    def __init__(self, name: str, text: str = "", placeholder: str = "") -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
