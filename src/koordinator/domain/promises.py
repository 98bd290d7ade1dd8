"""Vi holder, hvad vi lover: how many of the authority's promises were kept in time.

Definition 1: counted are agreements that an employee made and that fell due in the period, not those
whose day is still running. Kept is what was done on its day or before; what was dropped was not kept.
A promise is counted by the day it has now: what was put off with the citizen counts by its new day.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from koordinator.domain.agreement import Agreement
from koordinator.domain.codes import AgreementStatus
from koordinator.domain.ids import AgreementId

PROMISES_DEFINITION: Final = 1


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
