"""What speaks for a misfit (see `domain.misfit`), from the rows that the guide's facts are read from."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from koordinator.domain.guide_facts import GuideFacts, Outstanding
from koordinator.domain.misfit import LookedAt, MisfitReason, Sign

_Rows = Sequence[Sequence[Any]]


class SignRows(NamedTuple):
    """A subject's rows, the newest last: open cases with their department, contact persons, cancelled meetings, looks.

    `newest_due_on` is the newest day of an agreement that is over it, `with_due_day` how many open
    agreements have a day at all.
    """

    cases: _Rows = ()
    contacts: _Rows = ()
    cancelled_on: Sequence[date] = ()
    looks: _Rows = ()
    newest_due_on: date | None = None
    with_due_day: int = 0


def signs_of(facts: GuideFacts, rows: SignRows) -> tuple[Sign, ...]:
    """What has come about since the step was decided, or since the course ended."""
    since = _since(facts)
    if since is None:
        return ()
    signs = [*_of_cases(rows.cases, since), *_of_contacts(rows.contacts, since)]
    if facts.in_course:
        signs += _of_days(MisfitReason.MEETINGS_CANCELLED, [day for day in rows.cancelled_on if day > since])
        signs += _of_agreements(facts.agreements, rows, since)
    return tuple(signs)


def look_of(facts: GuideFacts, rows: SignRows) -> LookedAt | None:
    """The latest look, unless the step has been decided since."""
    since = _since(facts)
    if since is None or not rows.looks:
        return None
    looked_on, seen, renewed_on = rows.looks[-1]
    look = LookedAt(date.fromisoformat(looked_on), seen, date.fromisoformat(renewed_on) if renewed_on else None)
    return look if look.looked_on >= since else None


def _since(facts: GuideFacts) -> date | None:
    ended_on = facts.ended.ended_on if facts.ended is not None and not facts.in_course else None
    return max((day for day in (facts.decided_on, ended_on) if day is not None), default=None)


def _of_cases(cases: _Rows, since: date) -> Iterator[Sign]:
    """New cases, and the departments that had none before."""
    known = [(date.fromisoformat(came_on) if came_on else None, department) for came_on, department in cases]
    new = [(came_on, department) for came_on, department in known if came_on is not None and came_on > since]
    if not new:
        return
    (first_on, _), (newest_on, newest_in) = new[0], new[-1]
    yield Sign(MisfitReason.NEW_CASES, first_on, newest_on, len(new), words=newest_in)
    before = {department for came_on, department in known if came_on is None or came_on <= since}
    new_in = {department: came_on for came_on, department in reversed(new) if department not in before}
    if new_in:
        days = new_in.values()
        yield Sign(MisfitReason.NEW_DEPARTMENTS, min(days), max(days), len(new_in))


def _of_contacts(contacts: _Rows, since: date) -> Iterator[Sign]:
    days = [date.fromisoformat(came_on) for (came_on,) in contacts]
    return _of_days(MisfitReason.NEW_CONTACTS, [day for day in days if day > since])


def _of_days(reason: MisfitReason, days: Sequence[date]) -> Iterator[Sign]:
    if days:
        yield Sign(reason, days[0], days[-1], len(days))


def _of_agreements(late: Outstanding | None, rows: SignRows, since: date) -> Iterator[Sign]:
    """All that are over their day, where one of them has come to be since the step was decided."""
    if late is not None and rows.newest_due_on is not None and rows.newest_due_on >= since:
        yield Sign(MisfitReason.AGREEMENTS_OVERDUE, late.oldest_on, rows.newest_due_on, late.count, rows.with_due_day)
