"""The municipality's own values, each from a day on."""

from koordinator.domain import limits
from koordinator.domain.access import Action, Actor
from koordinator.domain.ids import RowId
from koordinator.domain.setting import NUMBERS, Setting, SettingKey, checked_number, value_on
from koordinator.usecases.ports import Office
from koordinator.usecases.ports_first import FirstLook


class Settings:
    """Reading and changing the values."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def values(self) -> dict[SettingKey, str]:
        """All values as of today. They concern no citizen, so the look is not logged."""
        with self._office.aside() as tx:
            return current_values(tx)

    def change(self, actor: Actor, values: dict[SettingKey, str]) -> dict[SettingKey, str]:
        """Changes values from today on, and gives all of them. Raises UnusableNumber, FieldTooLong."""
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            before = current_values(tx)
            changed = {key: _checked(key, value) for key, value in values.items() if value.strip() != before[key]}
            for key, value in changed.items():
                tx.of(Setting).add(Setting(RowId(0), key, value, tx.today))
            tx.about("setting", 0, codes=" ".join(sorted(changed)))
            return before | changed


def current_values(tx: FirstLook) -> dict[SettingKey, str]:
    """All values as of today."""
    settings = tx.of(Setting).where()
    return {key: value_on(settings, key, tx.today) for key in SettingKey}


def current_number(tx: FirstLook, key: SettingKey) -> int:
    """A value that is a whole number (days, minutes, families)."""
    return int(value_on(tx.of(Setting).where(key=key), key, tx.today))


def _checked(key: SettingKey, value: str) -> str:
    text = limits.checked(key.value, value, limits.PARAGRAPH)
    return checked_number(key, text) if key in NUMBERS else text
