"""The year wheel (årshjul): what falls due in each of a year's twelve months, counted by kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from koordinator.domain.errors import DomainError
from koordinator.domain.follow_up import DueItem, DueKind

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2100
_MONTHS: Final = range(1, 13)


class WheelKind(StrEnum):
    """What the wheel counts, in the order in which it is shown."""

    REVIEW = "review"
    REASSESSMENT = "reassessment"
    MEETING = "meeting"
    DEADLINE = "deadline"
    GRANT = "grant"
    AGREEMENT = "agreement"
    CONSENT = "consent"


WHEEL_KINDS: Final = {
    DueKind.PLAN_REVIEW: WheelKind.REVIEW,
    DueKind.OTHER_PLAN: WheelKind.REVIEW,
    DueKind.REASSESSMENT: WheelKind.REASSESSMENT,
    DueKind.MEETING: WheelKind.MEETING,
    DueKind.CASE_DEADLINE: WheelKind.DEADLINE,
    DueKind.CASE_ANSWER: WheelKind.DEADLINE,
    DueKind.DECISION: WheelKind.DEADLINE,
    DueKind.EFFORT: WheelKind.GRANT,
    DueKind.AGREEMENT: WheelKind.AGREEMENT,
    DueKind.CONSENT: WheelKind.CONSENT,
}
"""A citizen's request stands in the list of follow-ups alone: few may see it, and the wheel is printed."""


class YearOutOfRange(DomainError):
    """The wheel turns from `FIRST_YEAR` to `LAST_YEAR`."""

    year: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each kind; a kind that is not named has none. Holds nothing about anybody."""

    numbers: tuple[tuple[WheelKind, int], ...] = ()

    def of(self, kind: WheelKind) -> int:
        """How many of the kind."""
        return dict(self.numbers).get(kind, 0)

    @property
    def total(self) -> int:
        """How many of all kinds."""
        return sum(number for _, number in self.numbers)


@dataclass(frozen=True, slots=True)
class WheelMonth:
    """A month, 1 to 12, with what falls due in it, the earliest first."""

    month: int
    items: tuple[DueItem, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class WheelDay:
    """A day on which something falls due, and how many of each kind."""

    on: date
    counts: Counts


@dataclass(frozen=True, slots=True)
class YearCounts:
    """A year in numbers: what may hang on a wall. `months` are the twelve, `days` those with something on them."""

    year: int
    months: tuple[Counts, ...]
    days: tuple[WheelDay, ...]
    total: Counts


@dataclass(frozen=True, slots=True)
class YearWheel:
    """A year of twelve months."""

    year: int
    months: tuple[WheelMonth, ...]

    @property
    def counts(self) -> YearCounts:
        """The year in numbers, without anything about anybody."""
        items = tuple(item for month in self.months for item in month.items)
        days: dict[date, list[DueItem]] = {}
        for item in items:
            days.setdefault(_place(item)[0], []).append(item)
        return YearCounts(
            year=self.year,
            months=tuple(month.counts for month in self.months),
            days=tuple(WheelDay(day, counted(found)) for day, found in sorted(days.items())),
            total=counted(items),
        )


def checked_year(year: int) -> int:
    """The year when the wheel can turn to it. Raises YearOutOfRange."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearOutOfRange(year)
    return year


def wheel_of(year: int, items: Iterable[DueItem]) -> YearWheel:
    """The year's wheel; what falls due in another year or on no day is left out. Raises YearOutOfRange."""
    found: dict[int, list[DueItem]] = {month: [] for month in _MONTHS}
    checked_year(year)
    for item in items:
        if item.due_on is not None and item.due_on.year == year:
            found[item.due_on.month].append(item)
    months = ((month, tuple(sorted(those, key=_place))) for month, those in found.items())
    return YearWheel(year, tuple(WheelMonth(month, those, counted(those)) for month, those in months))


def counted(items: Iterable[DueItem]) -> Counts:
    """How many of each kind there are, in the order of the kinds."""
    numbers: dict[WheelKind, int] = {}
    for item in items:
        kind = WHEEL_KINDS[item.kind]
        numbers[kind] = numbers.get(kind, 0) + 1
    return Counts(tuple((kind, numbers[kind]) for kind in WheelKind if kind in numbers))


def _place(item: DueItem) -> tuple[date, str, DueKind, int]:
    return item.due_on or date.max, item.subject_name, item.kind, item.thing_id
