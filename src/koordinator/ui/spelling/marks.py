"""The wavy lines under words that may be misspelt; the word being written is left in peace."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from koordinator.domain.spelling import words_to_look_up
from koordinator.ui.override import override
from koordinator.ui.spelling.speller import Speller
from koordinator.ui.theme import active


class SpellingMarks(QSyntaxHighlighter):
    """Marks one field at a time."""

    def __init__(self, speller: Speller, parent: QObject) -> None:
        super().__init__(parent)
        self._speller = speller
        self._editor: QPlainTextEdit | None = None
        self._being_written: int | None = None
        """The number of the line with a word that would be marked, were it not being written."""
        self._wavy = QTextCharFormat()
        self._wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        speller.learned.connect(self.rehighlight)

    def mark(self, editor: QPlainTextEdit | None) -> None:
        """Marks this field and no other."""
        if self._editor is not None:
            self._editor.cursorPositionChanged.disconnect(self._left_word)
        self._editor = editor
        self._wavy.setUnderlineColor(QColor(active().tokens.danger_text))
        self.setDocument(editor.document() if editor is not None else None)
        if editor is not None:
            editor.cursorPositionChanged.connect(self._left_word)

    def forget(self) -> None:
        """The field is gone, and its lines with it."""
        self._editor = None

    @override
    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        cursor = self._editor.textCursor() if self._editor is not None else None
        at = cursor.positionInBlock() if cursor is not None and cursor.block() == block else None
        if self._being_written == block.blockNumber():
            self._being_written = None
        for placed in words_to_look_up(text):
            if not self._speller.is_misspelt(placed.word):
                continue
            if at is not None and placed.start < at <= placed.end:
                self._being_written = block.blockNumber()
            else:
                self.setFormat(placed.start, len(placed.word), self._wavy)

    def _left_word(self) -> None:
        if self._being_written is not None and self._editor is not None:
            block = self._editor.document().findBlockByNumber(self._being_written)
            self._being_written = None
            if block.isValid():
                self.rehighlightBlock(block)
