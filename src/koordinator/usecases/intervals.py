"""Values that hold from a day to come: law and routine move, and are known of before they do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from koordinator.domain.access import Action, Actor
from koordinator.domain.ids import RowId
from koordinator.domain.setting import Setting, SettingKey
from koordinator.domain.setting_times import NotFromToday, SettingInForce, Validity, validities
from koordinator.usecases.ports import Office
from koordinator.usecases.settings import checked_value, put_value


@dataclass(frozen=True, slots=True)
class SettingTimes:
    """The values of some keys as they follow one another, the first one first."""

    today: date
    values: Mapping[SettingKey, tuple[Validity, ...]]


class Intervals:
    """The use cases of values with days."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def times(self, keys: Iterable[SettingKey]) -> SettingTimes:
        """Every value of the keys, with the days on which it was, is or will be in force; not logged, as `values`."""
        with self._office.aside() as tx:
            settings = tx.of(Setting).where()
            return SettingTimes(tx.today, {key: validities(settings, key) for key in keys})

    def plan(self, actor: Actor, key: SettingKey, value: str, from_on: date) -> Setting:
        """The value holds from the day on, today or later; it takes the place of one from the same day.

        Raises NotFromToday, UnusableNumber or FieldTooLong.
        """
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            if from_on < tx.today:
                raise NotFromToday
            saved = put_value(tx, Setting(RowId(0), key, checked_value(key, value), from_on))
            tx.about("setting", saved.id, codes=f"{key} from={from_on}")
            return saved

    def take_back(self, actor: Actor, setting_id: RowId) -> None:
        """A value that is not in force yet never will be. Raises SettingInForce or NotFound."""
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            setting = tx.of(Setting).get(setting_id)
            if setting.from_on <= tx.today:
                raise SettingInForce
            tx.of(Setting).remove(setting.id)
            tx.about("setting", setting.id, codes=f"{setting.key} taken_back={setting.from_on}")
