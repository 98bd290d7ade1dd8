"""Help with spelling in whichever long field is being written in: wavy lines, suggestions, words to add.

A field knows nothing of it. What has the keyboard is helped, and left as it was when the keyboard goes elsewhere.
"""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget
from shiboken6 import isValid

from koordinator.domain.spelling import words_to_look_up
from koordinator.texts import spelling as texts
from koordinator.ui.desk import Desk
from koordinator.ui.remembered_look import Memory, helps_spelling
from koordinator.ui.spelling.marks import SpellingMarks
from koordinator.ui.spelling.speller import Speller

NEXT_KEYS: Final = "Ctrl+."


class SpellingHelp(QObject):
    """Lives as long as its owner, the window."""

    def __init__(self, owner: QObject, desk: Desk, memory: Memory) -> None:
        super().__init__(owner)
        self._memory = memory
        self._speller = Speller(desk, self)
        self._marks = SpellingMarks(self._speller, self)
        self._editor: QPlainTextEdit | None = None
        self._next: QShortcut | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        wanted = now if isinstance(now, QPlainTextEdit) and not now.isReadOnly() else None
        if wanted is not None and not helps_spelling(self._memory):
            wanted = None
        if wanted is not self._editor:
            self._let_go()
            if wanted is not None:
                self._take(wanted)

    def _take(self, editor: QPlainTextEdit) -> None:
        self._editor = editor
        self._speller.begin()
        self._marks.mark(editor)
        editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        editor.customContextMenuRequested.connect(self._menu_at)
        editor.destroyed.connect(self._gone)
        self._next = QShortcut(QKeySequence(NEXT_KEYS), editor, self._to_next)
        self._next.setContext(Qt.ShortcutContext.WidgetShortcut)

    def _let_go(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None or not isValid(editor):
            return
        self._marks.mark(None)
        editor.customContextMenuRequested.disconnect(self._menu_at)
        editor.destroyed.disconnect(self._gone)
        editor.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        if self._next is not None:
            self._next.deleteLater()

    def _gone(self) -> None:
        self._editor = None
        self._marks.forget()

    def _to_next(self) -> None:
        """To the next misspelt word after the cursor, else the first one in the field."""
        editor = self._editor
        if editor is None:
            return
        at = editor.textCursor().position()
        misspelt = [
            placed for placed in words_to_look_up(editor.toPlainText()) if self._speller.is_misspelt(placed.word)
        ]
        placed = next((each for each in misspelt if each.start >= at), misspelt[0] if misspelt else None)
        if placed is not None:
            cursor = editor.textCursor()
            cursor.setPosition(placed.start)
            cursor.setPosition(placed.end, QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)
            editor.ensureCursorVisible()
            self._menu_at(editor.cursorRect().bottomLeft())

    def _menu_at(self, position: QPoint) -> None:
        editor = self._editor
        if editor is None:
            return
        menu = editor.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cursor = editor.textCursor() if editor.textCursor().hasSelection() else editor.cursorForPosition(position)
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        word = cursor.selectedText()
        if self._speller.is_misspelt(word):
            self._offer(menu, cursor, word)
        menu.popup(editor.viewport().mapToGlobal(position))

    def _offer(self, menu: QMenu, cursor: QTextCursor, word: str) -> None:
        first = menu.actions()[0]
        looking = QAction(texts.LOOKING, menu, enabled=False)
        add = QAction(texts.add_to_dictionary(word), menu)
        add.triggered.connect(partial(self._speller.add, word))
        menu.insertActions(first, [looking, add])
        menu.insertSeparator(first)
        self._speller.suggest(menu, word, partial(_show, menu, looking, cursor))


def _show(menu: QMenu, looking: QAction, cursor: QTextCursor, suggestions: tuple[str, ...]) -> None:
    """The suggestions where it said that they were coming; the likeliest is chosen by Enter."""
    if not suggestions:
        looking.setText(texts.NO_SUGGESTIONS)
        return
    for suggestion in suggestions:
        action = QAction(suggestion, menu)
        font = action.font()
        font.setBold(True)
        action.setFont(font)
        action.triggered.connect(partial(cursor.insertText, suggestion))
        menu.insertAction(looking, action)
    menu.removeAction(looking)
    menu.setActiveAction(menu.actions()[0])
