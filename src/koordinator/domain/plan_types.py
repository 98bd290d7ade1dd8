"""Plan types: what kinds of plans the law and the municipality know, and when each must be followed up.

Law moves, so a plan type is data with days of validity: a change is a new version from a day on, and the one before
it ends on that day. What a plan was made by stays as it was. The source text says where a demand comes from, and
what in it is uncertain.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from koordinator.domain import limits
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import PlanTypeId
from koordinator.domain.periods import holding_on
from koordinator.domain.toml_text import NotToml, read_toml

LONGEST_MONTHS: Final = 60
_MONTHS: Final = 12
_LIMITS: Final = {
    "key": limits.SHORT,
    "name": limits.LINE,
    "legal_basis": limits.LINE,
    "must_hold": limits.PARAGRAPH,
    "source": limits.PARAGRAPH,
}


@dataclass(frozen=True, slots=True)
class PlanType:
    """One version of a plan type, in force from a day until (not including) another; None is until further notice.

    `key` is the same in all versions. `first_follow_up_months` is how long after its first day a plan is followed up
    at the latest, `follow_up_months` how long after each follow-up; None where nothing is demanded. `must_hold` is
    what such a plan must say, `is_joint` that the joint plan itself can be one.
    """

    id: PlanTypeId
    key: str
    name: str
    from_on: date
    legal_basis: str = ""
    first_follow_up_months: int | None = None
    follow_up_months: int | None = None
    must_hold: str = ""
    source: str = ""
    is_joint: bool = False
    until_on: date | None = None
    version: int = 0


class MonthsOutOfRange(DomainError):
    """A demand of follow-up is from 1 to 60 whole months."""

    months: int
    most: int


class VersionInThePast(DomainError):
    """A new version holds from a day after the first day of the version before it."""

    earliest: date


class UnusablePlanTypes(DomainError):
    """The file is no list of plan types: the line where it stops making sense, None where a field is missing."""

    line: int | None


def checked_plan_type(plan_type: PlanType) -> PlanType:
    """The plan type when it has a key, a name and months within the range.

    Raises FieldMissing, FieldTooLong, UnusableCharacter or MonthsOutOfRange.
    """
    for months in (plan_type.first_follow_up_months, plan_type.follow_up_months):
        if months is not None and not 1 <= months <= LONGEST_MONTHS:
            raise MonthsOutOfRange(months, LONGEST_MONTHS)
    return limits.checked_fields(plan_type, _LIMITS, required=("key", "name"))


def in_force(types: Iterable[PlanType], day: date) -> tuple[PlanType, ...]:
    """The version of each type that holds on the day, in the order in which the types were made."""
    by_key: dict[str, list[PlanType]] = {}
    for each in types:
        by_key.setdefault(each.key, []).append(each)
    held = (holding_on(versions, day) for versions in by_key.values())
    return tuple(each for each in held if each is not None)


def type_on(types: Iterable[PlanType], key: str, day: date) -> PlanType | None:
    """The version of the type that holds on the day, or None."""
    return holding_on((each for each in types if each.key == key), day)


def replaced_by(types: Iterable[PlanType], new: PlanType) -> PlanType | None:
    """The open version that ends when the new one begins; None for a type that was not known.

    Raises VersionInThePast when the open one begins on that day or later.
    """
    before = next((each for each in types if each.key == new.key and each.until_on is None), None)
    if before is None:
        return None
    if new.from_on <= before.from_on:
        raise VersionInThePast(before.from_on)
    return replace(before, until_on=new.from_on)


def says_the_same(one: PlanType, other: PlanType) -> bool:
    """Nothing but the days of validity is different."""
    same = {"id": one.id, "from_on": one.from_on, "until_on": one.until_on, "version": one.version}
    changed: dict[str, Any] = same
    return one == replace(other, **changed)


def follow_up_due(plan_type: PlanType, begun_on: date, followed_up_on: date | None) -> date | None:
    """The last day by which the law wants a follow-up: after the first months, or so long after the last follow-up."""
    if followed_up_on is None or followed_up_on <= begun_on:
        months = plan_type.first_follow_up_months or plan_type.follow_up_months
        return months_later(begun_on, months) if months else None
    months = plan_type.follow_up_months
    return months_later(followed_up_on, months) if months else None


def earliest(*days: date | None) -> date | None:
    """The first of the days that are known."""
    return min((day for day in days if day is not None), default=None)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day where it has no such day."""
    number = day.year * _MONTHS + day.month - 1 + months
    year, month = divmod(number, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def read_plan_types(text: str, from_on: date) -> tuple[PlanType, ...]:
    """The plan types of a file, each from its own day on, or from the day given where it names none.

    Raises UnusablePlanTypes, and what `checked_plan_type` raises.
    """
    try:
        rows = read_toml(text).get("plan_types", [])
    except NotToml as error:
        raise UnusablePlanTypes(error.line) from error
    if not isinstance(rows, list):
        raise UnusablePlanTypes(None)
    return tuple(_type_of(row, from_on) for row in rows)


def _type_of(row: object, from_on: date) -> PlanType:
    try:
        values: dict[str, Any] = {"id": PlanTypeId(0), "from_on": from_on, **row}  # type: ignore[dict-item]
        made = PlanType(**values)
        well_made = all(isinstance(getattr(made, name), str) for name in _LIMITS) and all(
            months is None or isinstance(months, int) for months in (made.first_follow_up_months, made.follow_up_months)
        )
    except TypeError as error:
        raise UnusablePlanTypes(None) from error
    if not well_made or not isinstance(made.from_on, date):
        raise UnusablePlanTypes(None)
    return checked_plan_type(made)


def write_plan_types(types: Iterable[PlanType]) -> str:
    """The types as a file that `read_plan_types` reads; without their days, which are given when they are read."""
    return "\n".join(_written(each) for each in types)


def _written(each: PlanType) -> str:
    months = {"first_follow_up_months": each.first_follow_up_months, "follow_up_months": each.follow_up_months}
    lines = (
        "[[plan_types]]",
        *(f"{name} = {_quoted(getattr(each, name))}" for name in _LIMITS),
        *(f"{name} = {number}" for name, number in months.items() if number is not None),
        f"is_joint = {'true' if each.is_joint else 'false'}",
    )
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
