"""Tables of handovers. What is over is history: the database refuses to change it, but for the way back."""

from typing import Final

from sqlalchemy import Index

from koordinator.domain.handover import HandoverKind, HandoverOutcome
from koordinator.storage.columns import (
    also,
    code,
    day,
    may_refer,
    number,
    optional_code,
    optional_day,
    refers,
    table,
    text,
    version,
)
from koordinator.storage.dialect import refuse
from koordinator.storage.tables.unchanging import changed

HANDOVER = table(
    "handover",
    refers("subject_id", "subject"),
    code("kind", HandoverKind),
    refers("giver_id", "employee"),
    refers("receiver_id", "employee"),
    day("takes_effect_on"),
    day("begun_on"),
    text("told"),
    may_refer("meeting_id", "meeting"),
    optional_code("outcome", HandoverOutcome),
    optional_day("ended_on"),
    text("cancel_reason"),
    optional_day("returned_on"),
    version(),
)
Index("ux_handover_open", HANDOVER.c.subject_id, unique=True, sqlite_where=HANDOVER.c.outcome.is_(None))

_SAID: Final = ("told", "meeting_id", "outcome", "ended_on", "cancel_reason")
_REWRITTEN: Final = f"OLD.outcome IS NOT NULL AND ({changed(_SAID)})"
_ALWAYS: Final = ("subject_id", "kind", "takes_effect_on", "begun_on")
also(
    HANDOVER,
    refuse("handover_is_history", "UPDATE", "handover", f"{changed(_ALWAYS)} OR ({_REWRITTEN})"),
    refuse("handover_stays", "DELETE", "handover", "1"),
)

HANDOVER_ITEM = table(
    "handover_item",
    refers("handover_id", "handover"),
    number("position"),
    text("what"),
    optional_day("done_on"),
    may_refer("done_by_id", "employee"),
)
