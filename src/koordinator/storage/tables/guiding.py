"""The indexes that the guide's facts are read by.

Each holds all that its statement reads, since the rows themselves carry whole frozen texts, and the
first page reads those of every subject.
"""

from sqlalchemy import Index

from koordinator.storage.tables.course import ASSESSMENT, PLAN_VERSION

Index(
    "ix_assessment_subject_decided",
    ASSESSMENT.c.subject_id,
    ASSESSMENT.c.decided_on,
    ASSESSMENT.c.decided_step,
    ASSESSMENT.c.locked_at,
)
Index("ix_plan_version_plan_number", PLAN_VERSION.c.plan_id, PLAN_VERSION.c.number, PLAN_VERSION.c.from_on)
