"""How values of the domain lie in STRICT columns: days, moments, clock times, codes and flags as TEXT or INTEGER."""

from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator
from typing_extensions import override

from koordinator.domain.assessment import Answer
from koordinator.domain.assessment_snapshot import answers_as_text, answers_from_text
from koordinator.domain.steps import Step


class Day(TypeDecorator[date]):
    """A date as yyyy-mm-dd, which sorts and compares as text."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class Moment(TypeDecorator[datetime]):
    """A point in time as UTC with microseconds, always 32 characters, so that text order is time order."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class ClockTime(TypeDecorator[time]):
    """Wall time as hh:mm."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat(timespec="minutes")

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> time | None:
        return None if value is None else time.fromisoformat(value)


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0 (STRICT tables know no boolean)."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    @override
    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


class StepNumber(TypeDecorator[Step]):
    """A step of the staircase as its number."""

    impl = Integer
    cache_ok = True

    @override
    def process_bind_param(self, value: Step | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    @override
    def process_result_value(self, value: int | None, dialect: Dialect) -> Step | None:
        return None if value is None else Step(value)


class Code(TypeDecorator[Any]):
    """A member of a StrEnum as its value."""

    impl = Text
    cache_ok = True

    def __init__(self, codes: type[StrEnum]) -> None:
        super().__init__()
        self.codes = codes
        self._members = {member.value: member for member in codes}

    @override
    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self._members[value]


class Answers(TypeDecorator[tuple[Answer, ...]]):
    """The answers of an assessment as canonical JSON."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: tuple[Answer, ...] | None, dialect: Dialect) -> str:
        return answers_as_text(value or ())

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Answer, ...]:
        return answers_from_text(value or "[]")
