"""Where a letter's text is written: fields are tinted, faults underlined, and Ctrl+Space lists what can be put in."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from koordinator.texts import letter_editor as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.labels import without_mnemonic
from koordinator.ui.widgets.note_edit import printable

_BESIDE: Final = Qt.KeyboardModifier.ControlModifier


class Span(NamedTuple):
    """From which character of the text to which."""

    start: int
    end: int


class Field(NamedTuple):
    """What can be put in, and what it stands for. Those that follow the reader stand apart."""

    name: str
    says: str
    follows_reader: bool


class LetterEdit(QPlainTextEdit):
    """`fields` are offered; `mark` tints what is a field and underlines what is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: Sequence[Field] = ()
        self._marked: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
        self.setTabChangesFocus(True)
        self.setAccessibleName(texts.WRITE_HERE)
        theme.active().changed.connect(self._mark_again)

    def _mark_again(self) -> None:
        self.mark(*self._marked)

    def mark(self, fields: Iterable[Span], faults: Iterable[Span]) -> None:
        """Positions are characters of the text."""
        self._marked = tuple(fields), tuple(faults)
        places = _utf16_places(self.toPlainText())
        tokens = theme.active().tokens
        tint, wrong = QTextCharFormat(), QTextCharFormat()
        tint.setBackground(QColor(tokens.tones[Tone.INFO].fill))
        tint.setForeground(QColor(tokens.tones[Tone.INFO].ink))
        wrong.setBackground(QColor(tokens.tones[Tone.OVERDUE].fill))
        wrong.setForeground(QColor(tokens.tones[Tone.OVERDUE].ink))
        wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wrong.setUnderlineColor(QColor(tokens.danger_text))
        marks = [(span, tint) for span in self._marked[0]] + [(span, wrong) for span in self._marked[1]]
        self.setExtraSelections([self._selection(span, look, places) for span, look in marks])

    def show_text(self, text: str) -> None:
        """Another text, with nothing to undo before it."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def write_over(self, text: str) -> None:
        """Another text as if it had been typed: Ctrl+Z brings the old one back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def replace(self, span: Span, words: str) -> None:
        """Other words in the place of some."""
        cursor = self._cursor(span, _utf16_places(self.toPlainText()))
        cursor.insertText(words)
        self.setTextCursor(cursor)
        self.setFocus()

    def go_to(self, span: Span) -> None:
        """The keyboard to these characters, chosen."""
        self.setTextCursor(self._cursor(span, _utf16_places(self.toPlainText())))
        self.ensureCursorVisible()
        self.setFocus()

    def character(self) -> int:
        """At which character of the text the cursor stands."""
        place = self.textCursor().position()
        return next(at for at, here in enumerate(_utf16_places(self.toPlainText())) if here >= place)

    def offer(self) -> None:
        """The list of what can be put in, under the cursor; letters go to the names that begin with them."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        apart = False
        for each in self.fields:
            if each.follows_reader and not apart:
                apart = True
                menu.addSection(texts.FOLLOWING)
            action = menu.addAction(without_mnemonic(texts.field_line(each.name, each.says)))
            action.triggered.connect(lambda _checked=False, name=each.name: self._insert(name))
        if menu.actions():
            menu.setActiveAction(menu.actions()[0])
        menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and event.modifiers() == _BESIDE:
            self.offer()
        else:
            super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted text without the control characters that no paper can show."""
        self.insertPlainText(printable(source.text()))

    def _insert(self, name: str) -> None:
        """In the place of what is chosen, and of a field that was begun by hand."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            before = cursor.block().text()[: cursor.positionInBlock()]
            begun = before.rpartition("{")
            if begun[1] and "}" not in begun[2]:
                cursor.movePosition(
                    QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(begun[2]) + len(begun[1])
                )
        cursor.insertText(f"{{{name}}}")
        self.setTextCursor(cursor)
        self.setFocus()

    def _selection(self, span: Span, look: QTextCharFormat, places: Sequence[int]) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(span, places)
        selection.format = look
        return selection

    def _cursor(self, span: Span, places: Sequence[int]) -> QTextCursor:
        cursor = self.textCursor()
        cursor.setPosition(places[min(span.start, len(places) - 1)])
        cursor.setPosition(places[min(span.end, len(places) - 1)], QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _utf16_places(text: str) -> list[int]:
    """Where each character of the text, and its end, stands in Qt's text: an emoji takes two places there."""
    places, at = [], 0
    for character in text:
        places.append(at)
        at += 2 if character > "\uffff" else 1
    return [*places, at]
