"""Where people write more than a line. It grows with the text and hands over every word within a second."""

from math import ceil
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from koordinator.texts import ui as texts
from koordinator.ui.override import override
from koordinator.ui.widgets.labels import Label, Role, set_look

_IDLE_MS: Final = 300
_TYPING_MS: Final = 500
"""What is handed over has to reach the disk before the second is over."""
_COMMIT_MS: Final = 10_000
_SHOWN_FROM: Final = 0.8
_FRAME: Final = 26


class NoteEdit(QWidget):
    """`draft_due` comes 300 ms after the last key and every 500 ms while someone types;
    `committed` when the field is left, or ten seconds after the first change, if the text is another than before.
    A text over the limit is kept on the screen and neither is emitted until it has been shortened.
    """

    draft_due = Signal(str)
    committed = Signal(str)
    changed = Signal()

    def __init__(self, name: str, *, limit: int, lines: int = 2, most_lines: int = 14) -> None:
        super().__init__()
        self._limit = limit
        self._committed = ""
        self._drafted = ""
        self._seen = ""
        self._editor = _Growing(lines, most_lines)
        self._editor.setAccessibleName(name)
        self._counter = Label("", Role.SMALL_MUTED, wraps=True)
        self._counter.hide()
        self._idle = self._timer(_IDLE_MS, self._hand_over_draft)
        self._typing = self._timer(_TYPING_MS, self._hand_over_draft)
        self._commit = self._timer(_COMMIT_MS, self.commit)
        self.setFocusProxy(self._editor)
        self._editor.textChanged.connect(self._typed)
        self._editor.left.connect(self.commit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._editor)
        column.addWidget(self._counter)

    def text(self) -> str:
        return self._editor.toPlainText()

    def set_text(self, text: str) -> None:
        """What is stored; nothing is emitted."""
        self._committed = self._drafted = text
        if text != self.text():
            self._editor.setPlainText(text)
        self._stop_timers()
        self._show_count()

    def restore_draft(self, draft: str) -> None:
        """What was typed but not committed last time: shown, and committed like any typing."""
        self._editor.setPlainText(draft)

    def rewrite(self, text: str) -> None:
        """Another text in place of what stands there, as if it had been typed: Ctrl+Z brings the old one back."""
        cursor = self._editor.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def set_placeholder(self, text: str) -> None:
        self._editor.setPlaceholderText(text)

    def set_voice(self) -> None:
        """Marks the field as the citizen's own words."""
        set_look(self._editor, "voice", "true")

    def is_too_long(self) -> bool:
        return len(self.text()) > self._limit

    def editor(self) -> QPlainTextEdit:
        return self._editor

    def commit(self) -> None:
        """Hands over what is written now, if it is new and within the limit."""
        self._stop_timers()
        text = self.text()
        if text != self._committed and not self.is_too_long():
            self._committed = self._drafted = text
            self.committed.emit(text)

    def _timer(self, pause_ms: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause_ms)
        timer.timeout.connect(then)
        return timer

    def _typed(self) -> None:
        text = self.text()
        if text == self._seen:  # Qt also tells of lines under misspelt words.
            return
        self._seen = text
        self._show_count()
        self.changed.emit()
        if text == self._drafted:
            return
        self._idle.start()
        for timer in (self._typing, self._commit):
            if not timer.isActive():
                timer.start()

    def _hand_over_draft(self) -> None:
        self._idle.stop()
        self._typing.stop()
        text = self.text()
        if text != self._drafted and not self.is_too_long():
            self._drafted = text
            self.draft_due.emit(text)

    def _stop_timers(self) -> None:
        for timer in (self._idle, self._typing, self._commit):
            timer.stop()

    def _show_count(self) -> None:
        length = len(self.text())
        over = length > self._limit
        self._counter.setText((texts.too_long if over else texts.characters_left)(length, self._limit))
        self._counter.set_role(Role.FAULT if over else Role.SMALL_MUTED)
        self._counter.setVisible(length >= self._limit * _SHOWN_FROM)
        set_look(self._editor, "fault", "true" if over else "")


class _Growing(QPlainTextEdit):
    left = Signal()

    def __init__(self, lines: int, most_lines: int) -> None:
        super().__init__()
        self._lines, self._most_lines = lines, most_lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())

    @override
    def sizeHint(self) -> QSize:
        lines = min(max(round(self.document().size().height()), self._lines), self._most_lines)
        line = QFontMetricsF(self.font()).lineSpacing()
        return QSize(300, ceil(lines * line) + _FRAME)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted text without the control characters that no paper can show."""
        self.insertPlainText(printable(source.text()))


def printable(text: str) -> str:
    """`text` with line breaks and tabs, but without other control characters."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(character for character in plain if character >= " " or character in "\n\t")
