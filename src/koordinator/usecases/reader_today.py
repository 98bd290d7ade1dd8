"""Whether a kept paper may still go to the one it was made for: a consent that was withdrawn since holds at once."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from koordinator.domain.consent import GivenConsent
from koordinator.domain.coverage import ConsentWithdrawn, Coverage
from koordinator.domain.danish_day import danish_day
from koordinator.domain.meeting import Meeting, Participant
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import Paper, PaperKind
from koordinator.usecases.parties import Parties, parties_for
from koordinator.usecases.ports import Transaction
from koordinator.usecases.sharing import Sharing, sharing_of
from koordinator.usecases.subject_people import SubjectPeople, people_of

_NAMES_NOBODY: Final = frozenset({PaperKind.CALENDAR_FILE, PaperKind.INPUT_CARD})
"""What they say needs no consent."""


def may_still_have(tx: Transaction, people: SubjectPeople, paper: Paper) -> bool:
    """Whether everything in the paper may be shared with its reader today.

    True for a paper for all readers (whom it goes to is asked when it is handed out) and for an invitation that was
    made without a consent, which says nothing that needs one. Where several have the name, what one may not have none
    gets; where nobody has it who could have had the paper, nobody does.
    """
    if not paper.made_for or paper.kind in _NAMES_NOBODY:
        return True
    parties, made_on = _parties(tx, people, paper.made_for), danish_day(paper.made_at)
    sharing, when_made = sharing_of(tx, people, parties), _as_it_was(sharing_of(tx, people, parties, made_on), paper)
    readers = tuple(party for party in sharing.listeners if parties.name(party) == paper.made_for)
    had = tuple(party for party in readers if when_made.coverage(party, made_on).covered)
    if not had:
        return bool(readers) and paper.kind is PaperKind.INVITATION
    return not any(_is_less(sharing.coverage(party, tx.today), when_made.coverage(party, made_on)) for party in had)


def _parties(tx: Transaction, people: SubjectPeople, name: str) -> Parties:
    """Those round the subject; where none of them has the name, the colleagues who do, whom only a consent names."""
    meetings = tuple(each.id for each in tx.of(Meeting).where(subject_id=people.subject_id))
    asked = tx.of(Participant).where(meeting_id=meetings)
    parties = parties_for(tx, people, asked)
    citizens, contacts, employees = parties.citizens.values(), parties.contacts.values(), parties.employees.values()
    if name in {
        *(each.name for each in citizens),
        *(each.name for each in contacts),
        *(each.name for each in employees),
    }:
        return parties
    return parties_for(tx, people, asked, (each.id for each in tx.of(Employee).where(name=name)))


def _is_less(now: Coverage, then: Coverage) -> bool:
    return not now.covered or bool(now.excepted - then.excepted)


def _was_given(given: GivenConsent, moment: datetime) -> bool:
    """The consent was registered by then; one that was given later the same day says nothing about the paper."""
    return given.consent.given_at is None or given.consent.given_at <= moment


def _as_it_was(sharing: Sharing, paper: Paper) -> Sharing:
    """As it was when the paper was made; whoever it was made for was asked, though they may be taken off since."""
    known = (each for each in sharing.given if _was_given(each, paper.made_at))
    return replace(
        sharing,
        given=tuple(_not_withdrawn(each, paper.made_at) for each in known),
        listeners={party: replace(each, invited=True) for party, each in sharing.listeners.items()},
    )


def _not_withdrawn(given: GivenConsent, moment: datetime) -> GivenConsent:
    """The consent without a withdrawal that came later."""
    withdrawn_at = given.consent.withdrawn_at
    if withdrawn_at is None or withdrawn_at < moment:
        return given
    return replace(given, consent=replace(given.consent, withdrawn_at=None))


def require_still_covered(tx: Transaction, paper: Paper) -> None:
    """Raises ConsentWithdrawn when the paper's reader may not have all of it any more."""
    if not may_still_have(tx, people_of(tx, paper.subject_id), paper):
        raise ConsentWithdrawn(paper.made_for)
