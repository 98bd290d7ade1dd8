"""After the recovery code: how the database is to be opened on this machine from now on."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QDialog

from koordinator.texts import opening as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.notify import announce
from koordinator.ui.opening.way_choice import WayChoice
from koordinator.ui.override import override
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.screen_room import set_size

_SIZE: Final = (600, 560)
Save = Callable[[str | None], object]
"""Sets up the passphrase, or with None the machine's key store; runs on a worker and may raise a DomainError."""


class NewHereDialog(QDialog):
    """Nothing has to be chosen: the code opens the database the next time as well."""

    def __init__(self, tasks: Tasks, save: Save, *, has_keyring: bool) -> None:
        super().__init__()
        self._tasks, self._save = tasks, save
        self._choice = WayChoice(texts.NEW_HERE_HEADING, texts.NEW_HERE_TEXT, has_keyring=has_keyring)
        self._fault = Label(role=Role.FAULT, wraps=True)
        self._fault.hide()
        self._not_now, self._use = Button(texts.NOT_NOW), Button(texts.USE_WAY, Kind.PRIMARY)
        self._is_working = False
        self._not_now.clicked.connect(self.reject)
        self._use.clicked.connect(self._try)
        self._use.setDefault(True)
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(texts.NEW_HERE_HEADING)
        inside = column(self._choice, self._fault, gap=12)
        inside.addLayout(row(STRETCH, self._not_now, self._use, gap=12))
        inside.setContentsMargins(28, 24, 28, 24)
        self.setLayout(inside)
        set_size(self, *_SIZE)
        self._choice.take_focus()

    @classmethod
    def offer(cls, tasks: Tasks, save: Save, *, has_keyring: bool) -> None:
        """Until a way is set up, or the person does not want one now."""
        cls(tasks, save, has_keyring=has_keyring).exec()

    @override
    def reject(self) -> None:
        """What is being set up is waited for."""
        if not self._is_working:
            super().reject()

    def _try(self) -> None:
        if not self._choice.check():
            return
        passphrase = self._choice.passphrase()
        self._rest(is_working=True)
        self._fault.hide()
        self._tasks.compute(self, lambda: self._save(passphrase), lambda _done: self.accept(), self._fail)

    def _fail(self, error: Exception) -> None:
        self._rest(is_working=False)
        self._fault.setText(self._tasks.explain(error))
        self._fault.show()
        announce(self, self._fault.text())

    def _rest(self, *, is_working: bool) -> None:
        self._is_working = is_working
        for button in (self._not_now, self._use):
            button.setDisabled(is_working)
