"""How often a citizen or family meets, and the days that suit: no holidays, no school holidays, nobody elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from koordinator.domain import limits
from koordinator.domain.calendar_periods import PeriodBackwards
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import RowId, SubjectId
from koordinator.domain.working_days import IsHoliday, is_working_day

LEAST_WEEKS: Final = 1
MOST_WEEKS: Final = 52
PROPOSALS: Final = 3
_WEEK: Final = timedelta(days=7)
_WEEKS_AHEAD: Final = 52


class RhythmOutOfRange(DomainError):
    """People meet every week, at least once a year, or without a rhythm of their own."""

    weeks: int


@dataclass(frozen=True, slots=True)
class MeetingRhythm:
    """The subject meets every so many weeks, whatever the municipality's usual interval is."""

    id: RowId
    subject_id: SubjectId
    weeks: int
    version: int = 0

    @property
    def days(self) -> int:
        """From one meeting to the next."""
        return self.weeks * _WEEK.days


@dataclass(frozen=True, slots=True)
class SchoolHoliday:
    """The municipality's schools are closed from the one day up to (not including) the other."""

    id: RowId
    name: str
    from_on: date
    until_on: date


class DayFault(StrEnum):
    """Why a day that the rhythm points at does not suit."""

    CLOSED = "closed"
    SCHOOL_HOLIDAY = "school_holiday"
    SOMEBODY_ELSEWHERE = "somebody_elsewhere"


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A day that did not suit; `name` is the school holiday's, or that of whoever is elsewhere."""

    on: date
    fault: DayFault
    name: str = ""


@dataclass(frozen=True, slots=True)
class ProposedDay:
    """A day that suits, and those before it that did not."""

    on: date
    passed_over: tuple[PassedOver, ...] = ()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody has another meeting then; Danish wall time."""

    name: str
    on: date
    at: time
    minutes: int

    def meets(self, on: date, at: time, minutes: int) -> bool:
        """The two meetings lie over each other, also over midnight."""
        own, other = datetime.combine(self.on, self.at), datetime.combine(on, at)
        return own < other + timedelta(minutes=minutes) and other < own + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class DaysToAvoid:
    """What stands in the way of a meeting at that time of the day: closed days, school holidays, people elsewhere."""

    at: time
    minutes: int
    is_closed: IsHoliday
    school_holidays: tuple[SchoolHoliday, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()

    def fault_of(self, day: date) -> PassedOver | None:
        """Why the day does not suit, or None."""
        if not is_working_day(day, self.is_closed):
            return PassedOver(day, DayFault.CLOSED)
        for holiday in self.school_holidays:
            if holiday.from_on <= day < holiday.until_on:
                return PassedOver(day, DayFault.SCHOOL_HOLIDAY, holiday.name)
        for each in self.elsewhere:
            if each.meets(day, self.at, self.minutes):
                return PassedOver(day, DayFault.SOMEBODY_ELSEWHERE, each.name)
        return None


def checked_weeks(weeks: int) -> int:
    """The number of weeks when people can meet so often. Raises RhythmOutOfRange."""
    if not LEAST_WEEKS <= weeks <= MOST_WEEKS:
        raise RhythmOutOfRange(weeks)
    return weeks


def checked_school_holiday(holiday: SchoolHoliday) -> SchoolHoliday:
    """The holiday when it has a name and at least one day.

    Raises FieldMissing, FieldTooLong, UnusableCharacter or PeriodBackwards.
    """
    if holiday.until_on <= holiday.from_on:
        raise PeriodBackwards(holiday.from_on, holiday.until_on)
    return limits.checked_fields(holiday, {"name": limits.SHORT}, required=("name",))


def proposed_days(first: date, avoid: DaysToAvoid, count: int = PROPOSALS) -> tuple[ProposedDay, ...]:
    """The next days that suit, a week apart on the first one's weekday; where that does not suit, the nearest after it.

    Looks a year ahead; nothing is proposed beyond it.
    """
    found: list[ProposedDay] = []
    for week in range(_WEEKS_AHEAD):
        wanted = first + week * _WEEK
        if len(found) < count and (not found or found[-1].on < wanted):
            found.extend(_nearest(wanted, avoid, first + _WEEKS_AHEAD * _WEEK))
    return tuple(found)


def _nearest(wanted: date, avoid: DaysToAvoid, end: date) -> Iterator[ProposedDay]:
    """The first day that suits, or none before the end."""
    passed: list[PassedOver] = []
    for day in (wanted + timedelta(days=n) for n in range((end - wanted).days)):
        fault = avoid.fault_of(day)
        if fault is None:
            yield ProposedDay(day, tuple(passed))
            return
        passed.append(fault)
