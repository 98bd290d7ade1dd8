"""The indexes that ledelsestilsyn is counted by: each holds all that its statement reads."""

from typing import Final

from sqlalchemy import Index, Table, text

from koordinator.storage.tables.course import (
    AGREEMENT,
    ASSESSMENT,
    COORDINATOR_PERIOD,
    COURSE,
    MEETING,
    PLAN_VERSION,
    STEP_PERIOD,
)
from koordinator.storage.tables.people import CASE_FILE, OTHER_PLAN

COUNTED_MEETING: Final = "status = 'held' AND kind = 'coordination' AND step >= 2"
LOCKED_ASSESSMENT: Final = "locked_at IS NOT NULL"
FIRST_VERSION: Final = "number = 1"
APPLICATION: Final = "application <> 'none'"
PROMISE: Final = "employee_id IS NOT NULL"
REPLACED_PLAN: Final = "relation = 'replaced'"
"""An index over some rows is used only where a statement says so in the same words."""


def _index(table: Table, name: str, columns: str, where: str | None = None) -> None:
    chosen = (table.c[column] for column in columns.split())
    Index(f"ix_{table.name}_{name}", *chosen, sqlite_where=None if where is None else text(where))


_index(
    MEETING,
    "counted",
    "coordinator_id team_id department_id starts_on citizen_took_part step paper_days",
    COUNTED_MEETING,
)
_index(MEETING, "met", "course_id step citizen_took_part starts_on", COUNTED_MEETING)
_index(STEP_PERIOD, "step_days", "step until_on subject_id course_id from_on")
_index(STEP_PERIOD, "course_steps", "course_id step from_on until_on")
_index(STEP_PERIOD, "subject_days", "subject_id from_on until_on step")
_index(COORDINATOR_PERIOD, "subject_days", "subject_id from_on until_on employee_id")
_index(PLAN_VERSION, "subject_days", "subject_id from_on until_on")
_index(PLAN_VERSION, "until", "until_on from_on subject_id plan_id has_common_goal")
_index(PLAN_VERSION, "first", "from_on subject_id plan_id until_on", FIRST_VERSION)
_index(COURSE, "until", "until_on")
_index(ASSESSMENT, "decided", "decided_on decided_by_id subject_id decided_step", LOCKED_ASSESSMENT)
_index(CASE_FILE, "application", "answer_due_on", APPLICATION)
_index(AGREEMENT, "promise", "due_on subject_id status settled_on", PROMISE)
_index(OTHER_PLAN, "replaced", "citizen_id", REPLACED_PLAN)
