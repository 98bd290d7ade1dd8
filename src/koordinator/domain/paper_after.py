"""How soon the paper came after a meeting.

Days to paper: calendar days from a coordination meeting that was held to the first day on which its minutes, or a
plan approved on that day or later, were handed to anybody. In time is within `PAPER_WITHIN_DAYS`: five working days.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final, NamedTuple

from koordinator.domain.ids import PaperId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.meeting import Meeting
from koordinator.domain.paper import Handout

PAPER_WITHIN_DAYS: Final = 7


class PaperAfterMeeting(NamedTuple):
    """A meeting that was held, and the first day its paper was in somebody's hand; None while it is not."""

    met_on: date
    handed_on: date | None

    def days(self, today: date) -> int:
        """Calendar days until the paper was handed out, or until today while it is not."""
        return ((self.handed_on or today) - self.met_on).days

    def in_time(self, today: date) -> bool:
        """Within five working days, or still able to be."""
        return self.days(today) <= PAPER_WITHIN_DAYS

    def is_due(self, today: date) -> bool:
        """It came, or should have come by now."""
        return self.handed_on is not None or not self.in_time(today)


def paper_after(
    meeting: Meeting, minutes: Collection[PaperId], versions: Iterable[PlanVersion], handouts: Iterable[Handout]
) -> PaperAfterMeeting:
    """When the meeting's paper came: its minutes, or a plan of the subject approved on its day or later."""
    plans = {version.id for version in versions if version.from_on >= meeting.starts_on}
    about_it = (each for each in handouts if each.paper_id in minutes or each.plan_version_id in plans)
    return PaperAfterMeeting(meeting.starts_on, min((each.handed_on for each in about_it if each.counts), default=None))
