"""Questions about the ways into the database."""

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from koordinator.texts import keys as texts
from koordinator.texts import opening
from koordinator.ui.opening.secret_field import SecretField
from koordinator.ui.override import override
from koordinator.ui.widgets.form import FormDialog


class Passphrases(NamedTuple):
    """The one of today, where there is one, and the one that takes its place."""

    current: str = ""
    new: str = ""


class PassphraseDialog(FormDialog):
    """Asks for a new passphrase twice, and for the one of today where there is one."""

    def __init__(self, parent: QWidget, start: Passphrases, *, has_one: bool) -> None:
        heading = texts.CHANGE_PASSPHRASE if has_one else texts.SET_PASSPHRASE
        super().__init__(parent, heading, intro=opening.PASSPHRASE_WAY_MEANING)
        self._current = SecretField(texts.CURRENT_PASSPHRASE, start.current, is_new=False)
        if has_one:
            self.form.add(self._current)
        self._new = self.form.add(SecretField(texts.NEW_PASSPHRASE, start.new))
        self._again = self.form.add(SecretField(texts.PASSPHRASE_AGAIN, start.new, is_new=False))

    @classmethod
    def ask(cls, parent: QWidget, start: Passphrases, fault: str = "", *, has_one: bool) -> Passphrases | None:
        """What was typed, or None; `fault` is why it could not be used the last time."""
        dialog = cls(parent, start, has_one=has_one)
        (dialog._current if has_one else dialog._new).show_fault(fault)
        return Passphrases(dialog._current.value(), dialog._new.value()) if dialog.run() else None

    @override
    def accepts(self) -> bool:
        same = self._new.value() == self._again.value()
        self._again.show_fault("" if same else opening.PASSPHRASES_DIFFER)
        return same


class RekeyDialog(FormDialog):
    """Says what another key means, and asks for the passphrase that its slot is locked with."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, texts.REKEY, intro=texts.REKEY_ASK, save=texts.REKEY_ON)
        self._passphrase = self.form.add(SecretField(texts.CURRENT_PASSPHRASE, is_new=False))

    @classmethod
    def ask(cls, parent: QWidget, fault: str = "") -> str | None:
        """The passphrase as it was typed, or None; `fault` is why it could not be used the last time."""
        dialog = cls(parent)
        dialog._passphrase.show_fault(fault)
        return dialog._passphrase.value() if dialog.run() else None
