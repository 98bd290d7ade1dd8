"""Choosing how the database is opened every day: by the machine's own key store, or by a passphrase."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from koordinator.texts import opening as texts
from koordinator.ui.opening.secret_field import SecretField
from koordinator.ui.widgets.form import Form
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import column, holder
from koordinator.ui.widgets.option_card import Option, OptionCards

_KEYRING, _PASSPHRASE = "keyring", "passphrase"


class WayChoice(QWidget):
    """Where the machine has no key store of its own there is only the passphrase."""

    def __init__(self, heading: str, text: str, *, has_keyring: bool) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self._ways = OptionCards(heading)
        self._options = [Option(_PASSPHRASE, texts.PASSPHRASE_WAY, texts.PASSPHRASE_WAY_MEANING)]
        if has_keyring:
            self._options.insert(0, Option(_KEYRING, texts.KEYRING, texts.KEYRING_MEANING))
        self._ways.show_options(heading, self._options, self._options[0].key)
        self._ways.chosen.connect(lambda _key: self._fit())
        self._form = Form()
        self._first = self._form.add(SecretField(texts.PASSPHRASE))
        self._second = self._form.add(SecretField(texts.PASSPHRASE_AGAIN))
        self._words = holder(column(self._form))
        inside = column(Label(heading, Role.PAGE, wraps=True), Label(text, wraps=True), gap=12)
        inside.addWidget(self._ways)
        inside.addWidget(self._words)
        inside.addStretch(1)
        self.setLayout(inside)
        self._fit()

    def take_focus(self) -> None:
        """Puts the keyboard on the way that is chosen."""
        choose_again(self._ways, self._options)

    def passphrase(self) -> str | None:
        """The passphrase, or None when the machine's key store was chosen."""
        return str(self._first.value()) if self._ways.key() == _PASSPHRASE else None

    def check(self) -> bool:
        """Shows what is wrong with the passphrase. True when nothing is."""
        if self.passphrase() is None:
            return True
        if not self._form.check():
            return False
        same = self._first.value() == self._second.value()
        self._second.show_fault("" if same else texts.PASSPHRASES_DIFFER)
        return same

    def _fit(self) -> None:
        self._words.setVisible(self._ways.key() == _PASSPHRASE)


def choose_again(ways: OptionCards, options: Sequence[Option]) -> None:
    """Puts the keyboard on the card that is chosen."""
    ways.choose([option.key for option in options].index(ways.key() or options[0].key))
