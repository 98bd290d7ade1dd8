"""Short words for the columns that the tables are made of."""

from enum import StrEnum
from typing import Any, Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.schema import SchemaItem

from koordinator.storage.types import Answers, ClockTime, Code, Day, Flag, Moment, StepNumber

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ALSO: Final = "also"
"""Where a table's `info` holds further statements that make what belongs to it."""


def table(name: str, *items: SchemaItem, never_again: bool = False) -> Table:
    """A STRICT table with a whole number as its key; with `never_again` a key that was taken away is not given anew."""
    key = Column("id", Integer, primary_key=True)
    return Table(name, metadata, key, *items, sqlite_strict=True, sqlite_autoincrement=never_again)


def also(made_with: Table, *statements: str) -> None:
    """Makes something more with the table, after what was asked for before."""
    made_with.info[ALSO] = (*made_with.info.get(ALSO, ()), *statements)


def version() -> Column[Any]:
    """The optimistic lock: raised by one at each save."""
    return Column("version", Integer, nullable=False)


def text(name: str) -> Column[Any]:
    """Text that is there, if only as an empty string."""
    return Column(name, Text, nullable=False)


def uid() -> Column[Any]:
    """The random id, the only one that leaves the database."""
    return Column("uid", Text, nullable=False, unique=True)


def number(name: str) -> Column[Any]:
    """A whole number."""
    return Column(name, Integer, nullable=False)


def optional_number(name: str) -> Column[Any]:
    """A whole number or nothing."""
    return Column(name, Integer)


def flag(name: str) -> Column[Any]:
    """Yes or no."""
    return Column(name, Flag, nullable=False)


def code(name: str, codes: type[StrEnum]) -> Column[Any]:
    """One of a few words."""
    return Column(name, Code(codes), nullable=False)


def optional_code(name: str, codes: type[StrEnum]) -> Column[Any]:
    """One of a few words, or nothing."""
    return Column(name, Code(codes))


def day(name: str) -> Column[Any]:
    """A day."""
    return Column(name, Day, nullable=False)


def optional_day(name: str) -> Column[Any]:
    """A day or nothing."""
    return Column(name, Day)


def moment(name: str) -> Column[Any]:
    """A point in time."""
    return Column(name, Moment, nullable=False)


def optional_moment(name: str) -> Column[Any]:
    """A point in time or nothing."""
    return Column(name, Moment)


def clock(name: str) -> Column[Any]:
    """Wall time."""
    return Column(name, ClockTime, nullable=False)


def optional_clock(name: str) -> Column[Any]:
    """Wall time or nothing."""
    return Column(name, ClockTime)


def step(name: str, *, nullable: bool = False) -> Column[Any]:
    """A step of the staircase."""
    return Column(name, StepNumber, nullable=nullable)


def blob(name: str) -> Column[Any]:
    """Exact bytes."""
    return Column(name, LargeBinary, nullable=False)


def refers(name: str, target: str) -> Column[Any]:
    """A key of another table; indexed, since lists follow it."""
    return Column(name, ForeignKey(f"{target}.id"), nullable=False, index=True)


def may_refer(name: str, target: str) -> Column[Any]:
    """A key of another table or nothing; indexed likewise."""
    return Column(name, ForeignKey(f"{target}.id"), index=True)


def party_keys() -> tuple[SchemaItem, ...]:
    """The three keys of a party, of which at most one is set."""
    return (
        may_refer("citizen_id", "citizen"),
        may_refer("employee_id", "employee"),
        may_refer("contact_person_id", "contact_person"),
        CheckConstraint(
            "(citizen_id IS NOT NULL) + (employee_id IS NOT NULL) + (contact_person_id IS NOT NULL) <= 1",
            name="one_party",
        ),
    )


def one_recipient() -> SchemaItem:
    """Beside the keys of a party and of a department: exactly one of the four is set."""
    return CheckConstraint(
        "(citizen_id IS NOT NULL) + (employee_id IS NOT NULL) + (contact_person_id IS NOT NULL)"
        " + (department_id IS NOT NULL) = 1",
        name="one_recipient",
    )


def period() -> tuple[SchemaItem, ...]:
    """Half-open days, never ending before they begin."""
    return (
        day("from_on"),
        optional_day("until_on"),
        CheckConstraint("until_on IS NULL OR until_on >= from_on", name="period"),
    )


def answers(name: str) -> Column[Any]:
    """The answers of an assessment."""
    return Column(name, Answers, nullable=False)
