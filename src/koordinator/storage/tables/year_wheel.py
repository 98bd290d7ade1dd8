"""Table of the days that caseworkers plan for follow-ups whose own day is computed."""

from sqlalchemy import UniqueConstraint

from koordinator.domain.follow_up import DueKind
from koordinator.storage.columns import code, day, number, refers, table, version

PLANNED_DAY = table(
    "planned_day",
    refers("subject_id", "subject"),
    code("kind", DueKind),
    number("thing_id"),
    day("computed_on"),
    day("planned_on"),
    version(),
    UniqueConstraint("kind", "thing_id"),
)
