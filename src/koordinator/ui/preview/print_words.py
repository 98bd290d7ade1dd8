"""The system's print window in Danish throughout: Qt's own translation lacks a few of its words."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

from koordinator.texts.preview import PRINT_WORDS
from koordinator.ui.override import override


@contextmanager
def danish_print_words() -> Iterator[None]:
    """While the print window is made and shown."""
    words = _PrintWords()
    QCoreApplication.installTranslator(words)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(words)


class _PrintWords(QTranslator):
    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """None lets the next one be asked; an empty word would be an answer."""
        return PRINT_WORDS.get(sourceText)
