"""How what was promised is kept: most of it in time, some of it late, a little of it not at all."""

from datetime import date, timedelta
from typing import Final

from koordinator.domain.agreement import Agreement, AgreementStatus
from koordinator.usecases.demo.acts import Cast

_ONE_IN: Final = 15
"""One promise in so many is late, and one is dropped."""
_LATE_BY: Final = 4


def promises_ahead(cast: Cast) -> tuple[tuple[date, Agreement], ...]:
    """What was promised and has a day, with the day on which it will be settled, the first first."""
    file = cast.office.services.plans.open(cast.actor, cast.subject_id)
    ahead = [
        (each.due_on + timedelta(days=_days_late(each)), each)
        for each in file.agreements
        if each.status is AgreementStatus.OPEN and each.due_on is not None
    ]
    return tuple(sorted(ahead, key=lambda each: (each[0], each[1].id)))


def _days_late(agreement: Agreement) -> int:
    """Most are done a little before their day; one in so many some days after it."""
    return _LATE_BY if agreement.id % _ONE_IN == 0 else -1 - agreement.id % 4


def settle(cast: Cast, agreement: Agreement) -> None:
    """It is done; one in so many turned out not to be needed."""
    promises = cast.office.services.promises
    if agreement.id % _ONE_IN == 1:
        promises.not_done(cast.actor, agreement.id, cast.words.dropped)
    else:
        promises.done(cast.actor, agreement.id)


def answer_decisions(cast: Cast) -> None:
    """Everything the meeting could not grant is answered."""
    services, today = cast.office.services, cast.office.clock.today()
    for decision in services.plans.open(cast.actor, cast.subject_id).decisions:
        if decision.is_open:
            services.promises.decide(cast.actor, decision.id, cast.words.granted, today)
