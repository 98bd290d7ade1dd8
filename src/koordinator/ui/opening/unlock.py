"""Asking for the passphrase, or for the code on the recovery sheet, before anything is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from koordinator.texts import opening as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui import theme
from koordinator.ui.notify import announce
from koordinator.ui.override import override
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button, Kind, LinkButton
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.line_edits import LineEdit
from koordinator.ui.widgets.screen_room import fit

_WIDTH: Final = 460


@dataclass(frozen=True, slots=True)
class Ways:
    """How the typed words open the database; both raise a DomainError when they do not, and take a second."""

    by_passphrase: Callable[[str], object] | None
    """None when the database has no passphrase, only the recovery code."""
    by_code: Callable[[str], object]


class UnlockDialog(QDialog):
    """`run` gives the opened database, or None when the person gave up."""

    def __init__(self, tasks: Tasks, ways: Ways, parent: QWidget | None = None, *, remark: str = "") -> None:
        super().__init__(parent)
        self._tasks, self._ways = tasks, ways
        self._with_code = ways.by_passphrase is None
        self._opened: object = None
        self._heading = Label(role=Role.LEAD, wraps=True)
        self._text = Label(role=Role.MUTED, wraps=True)
        self._label = Label(role=Role.STRONG)
        self._words = LineEdit("")
        self._fault = Label(remark, Role.FAULT, wraps=True)
        self._fault.setVisible(bool(remark))
        self._open = Button(texts.UNLOCK, Kind.PRIMARY)
        self._other = LinkButton()
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setMinimumWidth(theme.active().px(_WIDTH))
        self._lay_out()
        self._show_way()

    @classmethod
    def run(cls, tasks: Tasks, ways: Ways, *, remark: str = "") -> object:
        """Asks until the database is open; `remark` says why the usual way in did not work."""
        dialog = cls(tasks, ways, remark=remark)
        dialog.exec()
        return dialog._opened

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)

    def _lay_out(self) -> None:
        quit_button = Button(texts.QUIT)
        quit_button.clicked.connect(self.reject)
        self._open.setDefault(True)
        self._open.clicked.connect(self._try)
        self._other.clicked.connect(self._turn)
        self._other.setVisible(self._ways.by_passphrase is not None)
        inside = column(self._heading, self._text, self._label, self._words, self._fault, gap=8)
        inside.addLayout(row(self._other, STRETCH))
        inside.addStretch(1)
        inside.addSpacing(8)
        inside.addLayout(row(STRETCH, quit_button, self._open, gap=12))
        inside.setContentsMargins(28, 24, 28, 24)
        self.setLayout(inside)

    def _turn(self) -> None:
        self._with_code = not self._with_code
        self._fault.hide()
        self._show_way()

    def _show_way(self) -> None:
        code = self._with_code
        self._heading.setText(texts.CODE_HEADING if code else texts.UNLOCK_HEADING)
        self._text.setText(texts.CODE_TEXT if code else texts.UNLOCK_TEXT)
        name = texts.CODE if code else texts.PASSPHRASE
        self._label.setText(name)
        self._words.setAccessibleName(name)
        self._words.setEchoMode(QLineEdit.EchoMode.Normal if code else QLineEdit.EchoMode.Password)
        self._words.clear()
        self._other.set_words(texts.USE_PASSPHRASE if code else texts.USE_CODE)
        self.setAccessibleName(self._heading.text())
        self._words.setFocus()
        fit(self)

    def _try(self) -> None:
        way = self._ways.by_code if self._with_code else self._ways.by_passphrase
        words = self._words.text()
        if way is None or not words:
            self._words.setFocus()
            return
        self._open.setEnabled(False)
        self._open.setText(texts.UNLOCKING)
        self._fault.hide()
        self._tasks.compute(self, lambda: way(words), self._succeed, self._fail)

    def _succeed(self, opened: object) -> None:
        self._opened = opened
        self.accept()

    def _fail(self, error: Exception) -> None:
        self._open.setEnabled(True)
        self._open.setText(texts.UNLOCK)
        self._fault.setText(self._tasks.explain(error))
        self._fault.show()
        fit(self)
        self._words.selectAll()
        self._words.setFocus()
        announce(self, self._fault.text())
