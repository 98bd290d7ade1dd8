"""Which backups are kept: all of the last day, then one a day, one a week, one a month.

The last one of a Danish day, week (Monday to Sunday) or month stands for it. Nothing is decided by a clock alone: the
newest good ones stay however old they seem, and what seems to come from the future stays until its time has come.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from koordinator.domain.backup import BackupReason
from koordinator.domain.danish_day import danish_day

ALWAYS_KEPT: Final = 5
"""So many of the newest good ones, whatever the clock says."""
PROTECTED: Final = frozenset({BackupReason.MIGRATION, BackupReason.REKEY, BackupReason.IMPORT})
"""Made before something that a person may want to take back."""


class KeepPeriods(NamedTuple):
    """How long backups are kept, counted back from now; 0 keeps none on that account."""

    hours: int = 24
    days: int = 14
    weeks: int = 8
    months: int = 12
    protected_days: int = 30


class Thinnable(NamedTuple):
    """A backup as the rule sees it. A good one can be opened and is as it was written."""

    name: str
    made_at: datetime
    reason: BackupReason
    is_good: bool


def superfluous(backups: Iterable[Thinnable], now: datetime, periods: KeepPeriods) -> tuple[Thinnable, ...]:
    """Those that may go, the oldest first. One that is not good goes only when a newer good one is there."""
    in_order = sorted(backups, key=lambda backup: (backup.made_at, backup.name))
    good = [backup for backup in in_order if backup.is_good]
    kept = {*good[-ALWAYS_KEPT:], *_lasts(good, now, periods)}
    newest_good = good[-1].made_at if good else None
    return tuple(
        backup
        for backup in in_order
        if backup not in kept and not _is_young(backup, now, periods) and _has_newer(backup, newest_good)
    )


def _is_young(backup: Thinnable, now: datetime, periods: KeepPeriods) -> bool:
    age = now - backup.made_at
    is_protected = backup.reason in PROTECTED and age < timedelta(days=periods.protected_days)
    return is_protected or age < timedelta(hours=periods.hours)


def _has_newer(backup: Thinnable, newest_good: datetime | None) -> bool:
    return newest_good is not None and backup.made_at <= newest_good


def _lasts(good: list[Thinnable], now: datetime, periods: KeepPeriods) -> set[Thinnable]:
    """The last of each day, week and month that is not too long ago."""
    today = danish_day(now)
    grains: tuple[tuple[Callable[[date], int], int], ...] = (
        (date.toordinal, periods.days),
        (lambda day: (day.toordinal() - 1) // 7, periods.weeks),
        (lambda day: day.year * 12 + day.month, periods.months),
    )
    kept = set()
    for number_of, how_many in grains:
        last_of = {number_of(danish_day(backup.made_at)): backup for backup in good}
        kept |= {backup for number, backup in last_of.items() if number_of(today) - number < how_many}
    return kept
