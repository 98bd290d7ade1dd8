"""What the guide keeps itself, and the indexes that its facts are read by.

Each index holds all that its statement reads, since the rows themselves carry whole frozen texts, and the
first page reads those of every subject.
"""

from sqlalchemy import Index

from koordinator.storage.columns import day, optional_day, refers, table, text
from koordinator.storage.tables.course import ASSESSMENT, PLAN_VERSION

MISFIT_LOOK = table(
    "misfit_look",
    refers("subject_id", "subject"),
    day("looked_on"),
    refers("looked_by_id", "employee"),
    text("seen"),
    text("reason"),
    optional_day("renewed_on"),
)

Index(
    "ix_assessment_subject_decided",
    ASSESSMENT.c.subject_id,
    ASSESSMENT.c.decided_on,
    ASSESSMENT.c.decided_step,
    ASSESSMENT.c.locked_at,
)
Index("ix_plan_version_plan_number", PLAN_VERSION.c.plan_id, PLAN_VERSION.c.number, PLAN_VERSION.c.from_on)
