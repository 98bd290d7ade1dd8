"""The values of a setting as they follow one another: what was, is and will be in force."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from koordinator.domain.errors import DomainError
from koordinator.domain.ids import RowId
from koordinator.domain.setting import STANDARD_VALUES, Setting, SettingKey


@dataclass(frozen=True, slots=True)
class Validity:
    """A value from a day until (not including) another. `from_on` is None for the standard value, which always was.

    `setting_id` is 0 for the standard value.
    """

    setting_id: RowId
    value: str
    from_on: date | None
    until_on: date | None = None

    def holds_on(self, day: date) -> bool:
        """The value is in force on the day."""
        return (self.from_on is None or self.from_on <= day) and (self.until_on is None or day < self.until_on)

    def is_to_come(self, day: date) -> bool:
        """The value is not in force until after the day."""
        return self.from_on is not None and self.from_on > day


def validities(settings: Iterable[Setting], key: SettingKey) -> tuple[Validity, ...]:
    """All values of the key with their days, the first one first; the last of a day counts."""
    by_day = {row.from_on: row for row in sorted(settings, key=lambda row: row.id) if row.key is key}
    rows = [by_day[day] for day in sorted(by_day)]
    ends = [*(row.from_on for row in rows), None]
    first = Validity(RowId(0), STANDARD_VALUES[key], None, ends[0])
    return (first, *(Validity(row.id, row.value, row.from_on, end) for row, end in zip(rows, ends[1:], strict=True)))


class NotFromToday(DomainError):
    """A value cannot be changed for days that have been."""


class SettingInForce(DomainError):
    """A value that is in force, or was, is not taken back; another one is put in its place from today."""
