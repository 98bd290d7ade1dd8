"""Tables of how long things are kept, of what must not be deleted, and of what was.

`counted_thing` holds what ledelsestilsyn goes on counting of somebody who was deleted, where the row itself had to go.
"""

from sqlalchemy import Index

from koordinator.domain.deletion import ArchiveAnswer, DeletedKind
from koordinator.domain.retention import RetentionKind
from koordinator.storage.columns import (
    also,
    code,
    day,
    flag,
    may_refer,
    moment,
    number,
    optional_code,
    optional_day,
    optional_moment,
    optional_number,
    refers,
    table,
    text,
)
from koordinator.storage.dialect import refuse
from koordinator.storage.tables.unchanging import changed

RETENTION_PERIOD = table(
    "retention_period",
    code("kind", RetentionKind),
    optional_number("months"),
    text("reason"),
    day("from_on"),
    refers("set_by_id", "employee"),
    moment("set_at"),
)
# Who decided may turn out to be two entries of one colleague.
_AS_DECIDED = ("kind", "months", "reason", "from_on", "set_at")
also(
    RETENTION_PERIOD,
    refuse("retention_period_is_as_set", "UPDATE", "retention_period", changed(_AS_DECIDED)),
    refuse("retention_period_stays", "DELETE", "retention_period", "1"),
)

HOLD = table(
    "hold",
    refers("subject_id", "subject"),
    text("reason"),
    refers("set_by_id", "employee"),
    moment("set_at"),
    optional_day("until_on"),
    optional_moment("lifted_at"),
    may_refer("lifted_by_id", "employee"),
)
_AS_SET = ("subject_id", "reason", "set_at", "until_on")
also(
    HOLD,
    refuse(
        "hold_is_as_set",
        "UPDATE",
        "hold",
        f"({changed(_AS_SET)}) OR (OLD.lifted_at IS NOT NULL AND ({changed(('lifted_at',))}))",
    ),
    refuse("hold_stays", "DELETE", "hold", "1"),
)

DELETION = table(
    "deletion",
    text("uid"),
    code("kind", DeletedKind),
    moment("deleted_at"),
    may_refer("deleted_by_id", "employee"),
    text("counts"),
    number("log_sequence"),
    optional_number("subject_id"),
    optional_code("rule", RetentionKind),
    optional_number("months"),
    optional_day("event_on"),
    optional_code("archive", ArchiveAnswer),
    number("mentions"),
    flag("replayed"),
    optional_moment("cleaned_at"),
)
_AS_DONE = ("uid", "kind", "deleted_at", "counts", "log_sequence", "subject_id", "rule", "months", "event_on")
also(
    DELETION,
    refuse("deletion_is_as_done", "UPDATE", "deletion", changed((*_AS_DONE, "archive", "mentions", "replayed"))),
    refuse("deletion_stays", "DELETE", "deletion", "1"),
)

COUNTED_THING = table(
    "counted_thing",
    text("kind"),
    number("thing_id"),
    refers("subject_id", "subject"),
    day("from_on"),
    optional_day("until_on"),
    may_refer("employee_id", "employee"),
    may_refer("team_id", "team"),
    may_refer("department_id", "department"),
)
Index("ix_counted_thing_kind", COUNTED_THING.c.kind, COUNTED_THING.c.from_on)
