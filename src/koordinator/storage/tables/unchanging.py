"""History cannot be rewritten: what the database itself refuses of the rows that hold from day to day.

Two of a kind never overlap, what a period is about never changes, and one that is over stays as it is. A consent
stays as it was given, but for its one withdrawal; so does the note that a paper was handed out.
A logo that papers were printed with is never changed or lost.
"""

from typing import Final

from sqlalchemy import Table

from koordinator.storage.columns import also
from koordinator.storage.dialect import refuse
from koordinator.storage.tables.course import COORDINATOR_PERIOD, COURSE, HANDOUT, STEP_PERIOD
from koordinator.storage.tables.organisation import LOGO
from koordinator.storage.tables.people import (
    CONSENT,
    CONSENT_EXCEPTION,
    CONSENT_PARTY,
    FAMILY_MEMBERSHIP,
    PRIMARY_CASEWORKER_PERIOD,
)

_FAR: Final = "'9999-12-31'"


def other_person(column: str) -> str:
    """The column names a colleague, and not the same one by another of their entries."""
    return (
        f"NEW.{column} IS NOT OLD.{column} AND NOT EXISTS ("  # noqa: S608
        f"SELECT 1 FROM employee WHERE employee.id = OLD.{column} AND employee.merged_into_id IS NEW.{column})"
    )


OTHER_PERSON: Final = other_person("employee_id")


def _protect(table: Table, owner: str, *, always: tuple[str, ...] = (), once_over: tuple[str, ...] = ()) -> None:
    """`owner` is whose periods may not overlap; `always` never changes, `once_over` not when the period is over."""
    name, columns = table.name, ("from_on", owner, *always)
    overlaps = (
        f"EXISTS (SELECT 1 FROM {name} AS other WHERE other.{owner} = NEW.{owner} "  # noqa: S608
        f"AND other.from_on < COALESCE(NEW.until_on, {_FAR}) AND COALESCE(other.until_on, {_FAR}) > NEW.from_on)"
    )
    changes = [changed(columns), f"OLD.until_on IS NOT NULL AND ({changed(('until_on', *once_over))})"]
    if "employee_id" in table.c:
        changes.append(OTHER_PERSON)
    also(
        table,
        refuse(f"{name}_overlaps", "INSERT", name, overlaps),
        refuse(f"{name}_is_history", "UPDATE", name, " OR ".join(f"({change})" for change in changes)),
        refuse(f"{name}_stays", "DELETE", name, "OLD.until_on IS NOT NULL"),
    )


def changed(columns: tuple[str, ...]) -> str:
    return " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)


_protect(COURSE, "subject_id", once_over=("end_reason", "citizens_word", "call_afterwards"))
_protect(STEP_PERIOD, "subject_id", always=("course_id", "step", "assessment_id"))
_protect(COORDINATOR_PERIOD, "subject_id", always=("course_id",))
_protect(PRIMARY_CASEWORKER_PERIOD, "citizen_id")
_protect(FAMILY_MEMBERSHIP, "citizen_id", always=("family_id",), once_over=("role",))

_AS_GIVEN: Final = (
    "citizen_id",
    "purpose",
    "shared_with",
    "text",
    "not_covered",
    "legal_basis",
    "basis_reason",
    "given_by",
    "all_invited",
    "from_on",
    "until_on",
    "given_at",
)
also(
    CONSENT,
    refuse(
        "consent_is_as_given",
        "UPDATE",
        "consent",
        f"({changed(_AS_GIVEN)}) OR (OLD.withdrawn_at IS NOT NULL AND ({changed(('withdrawn_at',))}))",
    ),
)
for _table in (CONSENT_PARTY, CONSENT_EXCEPTION):
    _named = tuple(column.name for column in _table.c if column.name not in ("id", "employee_id"))
    also(
        _table,
        refuse(f"{_table.name}_is_as_given", "UPDATE", _table.name, f"({changed(_named)}) OR ({OTHER_PERSON})"),
    )

_AS_NOTED: Final = ("subject_id", "recipient", "handed_on", "way", "plan_version_id", "paper_id")
also(
    HANDOUT,
    refuse(
        "handout_is_as_noted",
        "UPDATE",
        "handout",
        f"({changed(_AS_NOTED)}) OR "
        f"(OLD.withdrawn_at IS NOT NULL AND ({changed(('withdrawn_at', 'withdrawn_because'))}))",
    ),
)

also(
    LOGO,
    refuse("logo_is_as_set", "UPDATE", "logo", changed(("content", "width", "height", "added_at"))),
    refuse("logo_stays", "DELETE", "logo", "TRUE"),
)
