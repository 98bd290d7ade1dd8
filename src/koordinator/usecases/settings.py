"""The municipality's own values, each from a day on."""

from dataclasses import replace
from typing import Final

from koordinator.domain import limits
from koordinator.domain.access import Action, Actor
from koordinator.domain.ids import RowId
from koordinator.domain.setting import (
    NUMBERS,
    Setting,
    SettingKey,
    checked_facet,
    checked_kle,
    checked_number,
    value_on,
)
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_first import Shelves

_CHECKS: Final = {SettingKey.KLE_SUBJECT: checked_kle, SettingKey.KLE_MEETING_FACET: checked_facet}


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
            changed = {key: checked_value(key, value) for key, value in values.items() if value.strip() != before[key]}
            for key, value in changed.items():
                put_value(tx, Setting(RowId(0), key, value, tx.today))
            tx.about("setting", 0, codes=" ".join(sorted(changed)))
            return before | changed


def current_values(tx: Shelves) -> dict[SettingKey, str]:
    """All values as of today."""
    settings = tx.of(Setting).where()
    return {key: value_on(settings, key, tx.today) for key in SettingKey}


def current_number(tx: Shelves, key: SettingKey) -> int:
    """A value that is a whole number (days, minutes, families)."""
    return int(value_on(tx.of(Setting).where(key=key), key, tx.today))


def put_value(tx: Transaction, setting: Setting) -> Setting:
    """One value a day: a second one of the same day takes the first one's place."""
    same_day = tx.of(Setting).last(key=setting.key, from_on=setting.from_on)
    if same_day is None:
        return tx.of(Setting).add(setting)
    return tx.of(Setting).save(replace(setting, id=same_day.id))


def checked_value(key: SettingKey, value: str) -> str:
    """The value as it is kept. Raises UnusableNumber, UnusableKle, FieldTooLong or UnusableCharacter."""
    text = limits.checked(key.value, value, limits.PARAGRAPH)
    if key in NUMBERS:
        return checked_number(key, text)
    return _CHECKS[key](text) if key in _CHECKS else text
