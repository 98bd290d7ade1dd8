"""A passphrase that is chosen: hidden while it is typed, and kept as it is, spaces included."""

from PySide6.QtWidgets import QLineEdit

from koordinator.domain.database_key import PASSPHRASE_AT_LEAST, PASSPHRASE_AT_MOST
from koordinator.texts import opening as texts
from koordinator.ui.override import override
from koordinator.ui.widgets.fields import TextField


class SecretField(TextField):
    """With `is_new` it has to be long enough; one that is known already only has to be there."""

    def __init__(self, label: str, text: str = "", *, is_new: bool = True) -> None:
        super().__init__(label, text, limit=PASSPHRASE_AT_MOST, required=True)
        self._is_new = is_new
        self._line.setEchoMode(QLineEdit.EchoMode.Password)

    @override
    def value(self) -> str:
        return self._line.text()

    @override
    def fault(self) -> str:
        if not self._is_new:
            return super().fault()
        return "" if PASSPHRASE_AT_LEAST <= len(self.value()) <= PASSPHRASE_AT_MOST else texts.PASSPHRASE_LENGTH
