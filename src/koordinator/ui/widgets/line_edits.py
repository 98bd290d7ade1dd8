"""A field of one line."""

from PySide6.QtWidgets import QLineEdit

from koordinator.ui.widgets.labels import set_look


class LineEdit(QLineEdit):
    """Keeps what is too long on the screen; whoever asks for the text checks its length."""

    def __init__(self, name: str, text: str = "", placeholder: str = "") -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def mark_fault(self, is_fault: bool) -> None:
        set_look(self, "fault", "true" if is_fault else "")
