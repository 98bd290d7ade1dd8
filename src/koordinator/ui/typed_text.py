"""What is typed in the window's fields, as plain text: for the day when it cannot be saved where it belongs."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget


def typed_text(window: QWidget) -> str:
    """Each field that is shown, can be written in and is not empty, with its name above; nothing when there is none."""
    return "\n\n".join(f"{name}\n{text}" if name else text for name, text in _fields(window))


def _fields(window: QWidget) -> Iterator[tuple[str, str]]:
    for field in window.findChildren(QWidget):
        text = _text_of(field)
        if text.strip() and field.isVisibleTo(window) and field.isEnabled():
            yield field.accessibleName(), text


def _text_of(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        is_secret = field.echoMode() is not QLineEdit.EchoMode.Normal
        return "" if is_secret or field.isReadOnly() else field.text()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return "" if field.isReadOnly() else field.toPlainText()
    return ""
