"""Table of the take-over checklists. A line that is over is history: the database refuses to change it."""

from typing import Final

from koordinator.domain.takeover import TakeoverOutcome
from koordinator.storage.columns import also, day, may_refer, optional_code, period, refers, table, text, version
from koordinator.storage.dialect import refuse
from koordinator.storage.tables.unchanging import OTHER_PERSON, changed

TAKEOVER = table(
    "takeover",
    refers("subject_id", "subject"),
    refers("course_id", "course"),
    refers("department_id", "department"),
    text("what"),
    day("expected_on"),
    *period(),
    may_refer("employee_id", "employee"),
    text("wait_reason"),
    optional_code("outcome", TakeoverOutcome),
    text("outcome_reason"),
    version(),
)
_SAID: Final = ("department_id", "what", "expected_on", "wait_reason", "until_on", "outcome", "outcome_reason")
_REWRITTEN: Final = f"OLD.until_on IS NOT NULL AND ({changed(_SAID)} OR ({OTHER_PERSON}))"
also(
    TAKEOVER,
    refuse(
        "takeover_is_history",
        "UPDATE",
        "takeover",
        f"{changed(('subject_id', 'course_id', 'from_on'))} OR ({_REWRITTEN})",
    ),
    refuse("takeover_stays", "DELETE", "takeover", "OLD.until_on IS NOT NULL"),
)
