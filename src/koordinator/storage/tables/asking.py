"""Tables of what is asked: by citizens about their own data, and by leaders about looks drawn from the log.

What was asked stays; an answer is given once, but for a look that the employee had to be asked about.
"""

from typing import Final

from koordinator.domain.access import Action, Relation
from koordinator.domain.citizen_request import RequestKind, RequestOutcome
from koordinator.domain.spot_check import SpotAnswer
from koordinator.storage.columns import (
    also,
    code,
    day,
    may_refer,
    moment,
    number,
    optional_code,
    optional_day,
    optional_moment,
    refers,
    table,
    text,
    version,
)
from koordinator.storage.dialect import refuse
from koordinator.storage.tables.unchanging import OTHER_PERSON, changed

CITIZEN_REQUEST = table(
    "citizen_request",
    refers("citizen_id", "citizen"),
    code("kind", RequestKind),
    text("words"),
    day("asked_on"),
    refers("noted_by_id", "employee"),
    moment("noted_at"),
    optional_code("outcome", RequestOutcome),
    text("answer"),
    optional_day("settled_on"),
    may_refer("settled_by_id", "employee"),
    version(),
)
_AS_ASKED: Final = changed(("citizen_id", "kind", "words", "asked_on", "noted_at"))
_AS_SETTLED: Final = changed(("outcome", "answer", "settled_on"))
also(
    CITIZEN_REQUEST,
    refuse(
        "citizen_request_is_as_asked",
        "UPDATE",
        "citizen_request",
        f"({_AS_ASKED}) OR (OLD.outcome IS NOT NULL AND ({_AS_SETTLED}))",
    ),
)

SPOT_DRAW = table(
    "spot_draw",
    day("month_on"),
    text("seed"),
    number("after_sequence"),
    number("until_sequence"),
    number("pool"),
    number("drawn"),
    refers("drawn_by_id", "employee"),
    moment("drawn_at"),
)
_AS_DRAWN: Final = ("month_on", "seed", "after_sequence", "until_sequence", "pool", "drawn", "drawn_at")
also(
    SPOT_DRAW,
    refuse(
        "spot_draw_is_once",
        "INSERT",
        "spot_draw",
        "EXISTS (SELECT 1 FROM spot_draw WHERE month_on = NEW.month_on)",
    ),
    refuse("spot_draw_is_as_drawn", "UPDATE", "spot_draw", changed(_AS_DRAWN)),
    refuse("spot_draw_stays", "DELETE", "spot_draw", "TRUE"),
)

SPOT_CHECK = table(
    "spot_check",
    refers("draw_id", "spot_draw"),
    number("sequence"),
    moment("looked_at"),
    refers("employee_id", "employee"),
    refers("subject_id", "subject"),
    code("action", Action),
    optional_code("relation", Relation),
    optional_code("answer", SpotAnswer),
    text("note"),
    may_refer("answered_by_id", "employee"),
    optional_moment("answered_at"),
    version(),
)
_LOOK: Final = changed(("draw_id", "sequence", "looked_at", "subject_id", "action", "relation"))
_SAID: Final = changed(("answer", "note", "answered_at"))
also(
    SPOT_CHECK,
    refuse(
        "spot_check_is_as_drawn",
        "UPDATE",
        "spot_check",
        f"({_LOOK}) OR ({OTHER_PERSON}) OR (OLD.answer IS NOT NULL AND OLD.answer <> 'asked' AND ({_SAID}))",
    ),
)
