"""What the database itself works out and keeps, so that a count of thousands need not look it up.

`meeting.paper_days`: the days from the meeting until its paper was first handed to anybody, nothing while it was not
(see `domain.promises`). Every note about a handout, and every other day for the meeting, works it out anew.
"""

from typing import Final

from koordinator.storage.columns import also
from koordinator.storage.dialect import days_between, keep
from koordinator.storage.tables.course import HANDOUT, MEETING

_PAPER_DAYS: Final = f"""UPDATE meeting SET paper_days = (
    SELECT {days_between("meeting.starts_on", "min(handout.handed_on)")} FROM handout
    LEFT JOIN paper ON paper.id = handout.paper_id
    LEFT JOIN plan_version AS version ON version.id = handout.plan_version_id
    WHERE handout.subject_id = meeting.subject_id AND handout.withdrawn_at IS NULL
    AND ((paper.kind = 'minutes' AND paper.meeting_id = meeting.id) OR version.from_on >= meeting.starts_on)
) WHERE """  # noqa: S608
_THIS: Final = f"{_PAPER_DAYS}meeting.id = NEW.id"
_NEW: Final = f"{_THIS} AND EXISTS (SELECT 1 FROM handout WHERE handout.subject_id = NEW.subject_id)"  # noqa: S608
_MOVED: Final = f"{_THIS} AND NEW.starts_on <> OLD.starts_on"
_ALL: Final = f"{_PAPER_DAYS}meeting.subject_id = NEW.subject_id"

also(
    MEETING,
    keep("meeting_paper_days", "INSERT", "meeting", _NEW),
    keep("meeting_moved_paper_days", "UPDATE OF starts_on", "meeting", _MOVED),
)
also(
    HANDOUT,
    keep("handout_paper_days", "INSERT", "handout", _ALL),
    keep("handout_withdrawn_paper_days", "UPDATE OF withdrawn_at", "handout", _ALL),
)
