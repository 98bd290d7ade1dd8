"""Vi holder, hvad vi lover: how many of the authority's promises were kept in time, and how soon the paper came.

Definition 1: counted are agreements that an employee made and that fell due in the period, not those
whose day is still running. Kept is what was done on its day or before; what was dropped was not kept.
A promise is counted by the day it has now: what was put off with the citizen counts by its new day.

Days to paper: calendar days from a coordination meeting that was held to the first day on which its minutes, or a
plan approved on that day or later, were handed to anybody. In time is within `PAPER_WITHIN_DAYS`: five working days.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final, NamedTuple

from koordinator.domain.agreement import Agreement
from koordinator.domain.codes import AgreementStatus
from koordinator.domain.ids import AgreementId, PaperId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.meeting import Meeting
from koordinator.domain.paper import Handout

PROMISES_DEFINITION: Final = 1
PAPER_WITHIN_DAYS: Final = 7


class Promised(NamedTuple):
    """What the count needs to know of an agreement."""

    id: AgreementId
    due_on: date
    status: AgreementStatus
    settled_on: date | None


class PromisesKept(NamedTuple):
    """The promises that fell due, and those of them that were kept in time, as of a day."""

    as_of: date
    due_ids: tuple[AgreementId, ...]
    kept_ids: tuple[AgreementId, ...]
    definition: int = PROMISES_DEFINITION

    @property
    def due(self) -> int:
        """How many fell due."""
        return len(self.due_ids)

    @property
    def kept(self) -> int:
        """How many were kept in time."""
        return len(self.kept_ids)


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


def authority_promises(agreements: Iterable[Agreement]) -> tuple[Promised, ...]:
    """What employees promised by a day."""
    return tuple(
        Promised(each.id, each.due_on, each.status, each.settled_on)
        for each in agreements
        if each.employee_id is not None and each.due_on is not None
    )


def promises_kept(promises: Iterable[Promised], today: date) -> PromisesKept:
    """The count over promises that were due in a period."""
    counted = [each for each in promises if each.due_on < today or each.status is not AgreementStatus.OPEN]
    kept = (each.id for each in counted if _kept(each))
    return PromisesKept(today, tuple(each.id for each in counted), tuple(kept))


def _kept(promise: Promised) -> bool:
    done_on = promise.settled_on if promise.status is AgreementStatus.DONE else None
    return done_on is not None and done_on <= promise.due_on
