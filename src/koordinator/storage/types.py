"""How values of the domain lie in STRICT columns: days, moments, clock times, codes and flags as TEXT or INTEGER.

A type gives the function that reads a value itself, instead of a method that SQLAlchemy wraps into
one: rows are made of thousands of values.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any, Final, TypeAlias

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

from koordinator.domain.assessment import Answer
from koordinator.domain.assessment_snapshot import answers_as_text, answers_from_text
from koordinator.domain.steps import Step

Read: TypeAlias = Callable[[Any], Any]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _clock_time(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


def _answers(text: str | None) -> tuple[Answer, ...]:
    return answers_from_text(text or "[]")


_FLAGS: Final = {None: None, 0: False, 1: True}
_STEPS: Final = {None: None} | {int(step): step for step in Step}


class Day(TypeDecorator[date]):
    """A date as yyyy-mm-dd, which sorts and compares as text."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Read:
        return _day


class Moment(TypeDecorator[datetime]):
    """A point in time as UTC with microseconds, always 32 characters, so that text order is time order."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Read:
        return _moment


class ClockTime(TypeDecorator[time]):
    """Wall time as hh:mm."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat(timespec="minutes")

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Read:
        return _clock_time


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0 (STRICT tables know no boolean)."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Read:
        return _FLAGS.__getitem__


class StepNumber(TypeDecorator[Step]):
    """A step of the staircase as its number."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: Step | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Read:
        return _STEPS.__getitem__


class Code(TypeDecorator[Any]):
    """A member of a StrEnum as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, codes: type[StrEnum]) -> None:
        super().__init__()
        self.codes = codes
        self._members: dict[str | None, StrEnum | None] = {None: None} | {member.value: member for member in codes}

    @override
    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Read:
        return self._members.__getitem__


class Answers(TypeDecorator[tuple[Answer, ...]]):
    """The answers of an assessment as canonical JSON."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: tuple[Answer, ...] | None, dialect: Dialect) -> str:
        return answers_as_text(value or ())

    @override
    def result_processor(self, dialect: Dialect, coltype: object) -> Read:
        return _answers
