"""Short questions: each is a window that returns the answer. None and False mean that nothing was chosen."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from koordinator.texts import ui as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.ui.widgets.screen_room import most_of_screen
from koordinator.ui.widgets.scrolled_words import ScrolledWords

_WIDTH: Final = 440


class Question(QDialog):
    """A heading, a text, and buttons; the safe answer has the keyboard when the other one is dangerous."""

    def __init__(self, parent: QWidget | None, heading: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.PROGRAM)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        self.setMinimumWidth(theme.active().px(_WIDTH))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(12)
        self.body.addWidget(Label(heading, Role.LEAD, wraps=True))
        self._scrolled = ScrolledWords(Label(text, wraps=True)) if text else None
        if self._scrolled is not None:
            self.body.addWidget(self._scrolled)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """On a small screen, or with large text, Qt makes the window another width than it reckoned its height for."""
        super().showEvent(event)
        most = most_of_screen(self)
        width, margins = min(self.width(), most.width()), self.body.contentsMargins()
        if self._scrolled is not None:
            self._scrolled.reckon_for(width - margins.left() - margins.right())
        self.resize(QSize(width, self.body.totalHeightForWidth(width)).boundedTo(most))

    def add_answers(self, yes: str, no: str = "", *, dangerous: bool = False) -> None:
        accept = Button(yes, Kind.DANGER if dangerous else Kind.PRIMARY)
        accept.clicked.connect(self.accept)
        answers = [accept]
        if no:
            refuse = Button(no)
            refuse.clicked.connect(self.reject)
            answers.insert(0, refuse)
        safest = answers[0] if dangerous else accept
        safest.setDefault(True)
        safest.setFocus()
        self.body.addSpacing(4)
        self.body.addLayout(row(STRETCH, *answers, gap=12))

    @classmethod
    def confirm(cls, parent: QWidget | None, heading: str, text: str, yes: str, *, dangerous: bool = False) -> bool:
        """`yes` is the verb on the button ("Slet aftalen"), never "Ja"."""
        question = cls(parent, heading, text)
        question.add_answers(yes, texts.CANCEL, dangerous=dangerous)
        return question.exec() == QDialog.DialogCode.Accepted

    @classmethod
    def discard(cls, parent: QWidget | None) -> bool:
        """May what has been typed here be thrown away?"""
        question = cls(parent, texts.DISCARD_HEADING, texts.DISCARD_TEXT)
        question.add_answers(texts.DISCARD, texts.KEEP_WRITING, dangerous=True)
        return question.exec() == QDialog.DialogCode.Accepted

    @classmethod
    def close_unsaved(cls, parent: QWidget | None) -> bool:
        """Something could not be saved: is the program to be closed all the same?"""
        question = cls(parent, texts.UNSAVED_HEADING, texts.UNSAVED_TEXT)
        question.add_answers(texts.CLOSE_ANYWAY, texts.STAY, dangerous=True)
        return question.exec() == QDialog.DialogCode.Accepted

    @classmethod
    def message(cls, parent: QWidget | None, heading: str, text: str) -> None:
        note = cls(parent, heading, text)
        note.add_answers(texts.OK)
        note.exec()
