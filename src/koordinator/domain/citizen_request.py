"""What a citizen asks of those who hold data about them: to see it, that it be corrected, or that it not be used.

To see it: GDPR article 15; what is given is made by `usecases.right_of_access`.
Correction: GDPR article 16; what is not corrected gets the citizen's own view noted beside it. Objection: article 21;
until it is settled whoever opens the citizen sees it. Each is answered within a month (article 12(3)), and a refusal
says why, and that one can complain to Datatilsynet (article 12(4)).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from koordinator.domain import limits
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import CitizenId, EmployeeId, RowId
from koordinator.domain.plan_types import months_later

ANSWER_WITHIN_MONTHS: Final = 1


class RequestKind(StrEnum):
    """What is asked."""

    ACCESS = "access"
    CORRECTION = "correction"
    OBJECTION = "objection"


class RequestOutcome(StrEnum):
    """What came of it."""

    DONE = "done"
    NOTED_BESIDE = "noted_beside"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"


OUTCOMES: Final[dict[RequestKind, tuple[RequestOutcome, ...]]] = {
    RequestKind.ACCESS: (RequestOutcome.DONE, RequestOutcome.REFUSED, RequestOutcome.TAKEN_BACK),
    RequestKind.CORRECTION: (
        RequestOutcome.DONE,
        RequestOutcome.NOTED_BESIDE,
        RequestOutcome.REFUSED,
        RequestOutcome.TAKEN_BACK,
    ),
    RequestKind.OBJECTION: (RequestOutcome.DONE, RequestOutcome.REFUSED, RequestOutcome.TAKEN_BACK),
}
"""What can come of each kind."""
_REASON_NEEDED: Final = frozenset({RequestOutcome.NOTED_BESIDE, RequestOutcome.REFUSED})


@dataclass(frozen=True, slots=True)
class CitizenRequest:
    """`words` are the citizen's own: what is wrong, or what they object to. `answer` is what they were told."""

    id: RowId
    citizen_id: CitizenId
    kind: RequestKind
    words: str
    asked_on: date
    noted_by_id: EmployeeId
    noted_at: datetime
    outcome: RequestOutcome | None = None
    answer: str = ""
    settled_on: date | None = None
    settled_by_id: EmployeeId | None = None
    version: int = 0

    @property
    def is_open(self) -> bool:
        """Nobody has settled it yet."""
        return self.outcome is None

    @property
    def due_on(self) -> date:
        """The last day for the answer."""
        return months_later(self.asked_on, ANSWER_WITHIN_MONTHS)


class RequestToCome(DomainError):
    """Nobody can have asked on a day that has not been."""


class RequestSettled(DomainError):
    """A request that was settled stays as it is; the citizen can ask anew."""


class OutcomeUnfit(DomainError):
    """This cannot come of a request of that kind."""


def checked_request(request: CitizenRequest, today: date) -> CitizenRequest:
    """A new request as it can be kept. Raises RequestToCome, FieldMissing, FieldTooLong or UnusableCharacter."""
    if request.asked_on > today:
        raise RequestToCome
    return limits.checked_fields(request, {"words": limits.PARAGRAPH}, required=("words",))


def settled(
    request: CitizenRequest, outcome: RequestOutcome, answer: str, by: EmployeeId, today: date
) -> CitizenRequest:
    """The request with what came of it; a refusal, and a view noted beside, need an answer that says why.

    Raises RequestSettled, OutcomeUnfit, FieldMissing, FieldTooLong or UnusableCharacter.
    """
    if not request.is_open:
        raise RequestSettled
    if outcome not in OUTCOMES[request.kind]:
        raise OutcomeUnfit
    told = limits.checked("answer", answer, limits.PARAGRAPH, required=outcome in _REASON_NEEDED)
    return replace(request, outcome=outcome, answer=told, settled_on=today, settled_by_id=by)


def open_objections(requests: Iterable[CitizenRequest]) -> tuple[CitizenRequest, ...]:
    """What whoever opens the citizen is told of."""
    return tuple(each for each in requests if each.is_open and each.kind is RequestKind.OBJECTION)


def waiting_for_access(requests: Iterable[CitizenRequest]) -> tuple[CitizenRequest, ...]:
    """What is answered when the citizen is given all that is held."""
    return tuple(each for each in requests if each.is_open and each.kind is RequestKind.ACCESS)
