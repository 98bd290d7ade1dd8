"""Whom a paper may go to: the citizens, those who act for them, and whoever was at the meeting - as consents allow."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from koordinator.domain.access import Actor
from koordinator.domain.citizen import Citizen, PreferredContact
from koordinator.domain.citizen_rules import stands_for
from koordinator.domain.coverage import Standing
from koordinator.domain.handouts import Recipient, RecipientRole, no_digital_post
from koordinator.domain.meeting import Attendance, Meeting, MeetingStatus, Participant
from koordinator.domain.paper import Paper, PaperKind, Reader
from koordinator.domain.party import Party, PartyKind, keys_of, party_of
from koordinator.domain.register import ContactKind, ContactPerson
from koordinator.usecases.meeting_file import MeetingFile, load_meeting_file
from koordinator.usecases.parties import parties_for
from koordinator.usecases.ports import Transaction
from koordinator.usecases.reader_today import may_still_have
from koordinator.usecases.sharing import sharing_of
from koordinator.usecases.subject_people import SubjectPeople

_ACTS_AS = {
    ContactKind.GUARDIAN: RecipientRole.GUARDIAN,
    ContactKind.PARTY_REPRESENTATIVE: RecipientRole.PARTY_REPRESENTATIVE,
    ContactKind.CUSTODY_HOLDER: RecipientRole.CUSTODY_HOLDER,
}
_WHOLE = (Standing.NEEDS_NONE, Standing.COVERED)
_FOR_THE_FILE = (PaperKind.ASSESSMENT_NOTE, PaperKind.COURSE_HISTORY)
"""Written for professionals, and meant for the case: nobody is handed one without being chosen."""


@dataclass(frozen=True, slots=True)
class Recipients:
    """Each person once. `extract_only` are those asked for, who by the consents may not have the whole paper."""

    people: tuple[Recipient, ...]
    extract_only: tuple[str, ...] = ()
    met_today: bool = False


def citizens_of(tx: Transaction, people: SubjectPeople) -> tuple[Recipient, ...]:
    """The citizens that a paper is about, and those who hold custody of a child."""
    return (*_members(tx, people), *(each.recipient for each in _holders(tx, people)))


def recipients_of(tx: Transaction, actor: Actor, people: SubjectPeople, paper: Paper | None) -> Recipients:
    """Whom the paper may go to, or the plan that is read aloud. One that was made for somebody goes to them.

    Who acts for one of a family gets all of the family's where the consents of the others allow it.
    """
    file = _meeting(tx, actor, people, paper)
    acting = (*_holders(tx, people), *_contacts(tx, people))
    present = tuple(_at_meeting(file, paper)) if file else ()
    if paper is not None and paper.made_for:
        known = _by_name((*_members(tx, people), *(each.recipient for each in acting), *present))
        if not may_still_have(tx, people, paper):
            return Recipients((), (paper.made_for,), _met_today(file, tx.today))
        alone = known.get(paper.made_for.casefold(), Recipient(paper.made_for, RecipientRole.OTHER))
        return Recipients((replace(alone, proposed=True),), met_today=_met_today(file, tx.today))
    sharing = sharing_of(tx, people, parties_for(tx, people, [keys_of(each.party) for each in acting]))
    reduced = [each for each in acting if sharing.standing(each.party, tx.today) not in _WHOLE]
    whole = (each.recipient for each in acting if each not in reduced)
    held_back = [each.recipient.name for each in reduced]
    held_back += [_name(file, each) for each in file.participants if not _whole(file, each)] if file else []
    once = tuple(_by_name((*_members(tx, people), *whole, *present)).values())
    return Recipients(once, tuple(dict.fromkeys(held_back)), _met_today(file, tx.today))


def _meeting(tx: Transaction, actor: Actor, people: SubjectPeople, paper: Paper | None) -> MeetingFile | None:
    """The paper's own, else the last that was held."""
    if paper is not None and paper.meeting_id is not None:
        return load_meeting_file(tx, tx.of(Meeting).get(paper.meeting_id), actor.employee_id)
    held = tx.of(Meeting).last(subject_id=people.subject_id, status=MeetingStatus.HELD, order_by="starts_on")
    return load_meeting_file(tx, held, actor.employee_id) if held is not None else None


class _Acting(NamedTuple):
    """Somebody who acts for a citizen, and as whom the consents know them."""

    party: Party
    recipient: Recipient


def _by_name(found: Iterable[Recipient]) -> dict[str, Recipient]:
    """Each name once, as it came first."""
    known: dict[str, Recipient] = {}
    for each in found:
        known.setdefault(each.name.casefold(), each)
    return known


def _members(tx: Transaction, people: SubjectPeople) -> tuple[Recipient, ...]:
    return tuple(_citizen(each, people, RecipientRole.CITIZEN, tx.today) for each in people.citizens)


def _holders(tx: Transaction, people: SubjectPeople) -> tuple[_Acting, ...]:
    """Those who hold custody of a child without being one of the family."""
    others = people.custody_holders.difference(people.citizen_ids)
    holders = tx.of(Citizen).where(id=others) if others else ()
    return tuple(
        _Acting(Party(PartyKind.CITIZEN, each.id), _citizen(each, people, RecipientRole.CUSTODY_HOLDER, tx.today))
        for each in holders
    )


def _citizen(citizen: Citizen, people: SubjectPeople, role: RecipientRole, today: date) -> Recipient:
    """A child of a family gets nothing by itself; the grown-ups are proposed."""
    is_one_of_several = people.is_family and citizen.id in people.children
    return Recipient(
        citizen.name,
        role,
        is_citizen=True,
        no_digital_post=no_digital_post(exempt=citizen.digital_post_exempt, born_on=citizen.born_on, today=today),
        wants_letter=citizen.preferred_contact is PreferredContact.LETTER,
        protected_address=citizen.protected_address,
        proposed=not is_one_of_several,
    )


def _contacts(tx: Transaction, people: SubjectPeople) -> Iterator[_Acting]:
    """A guardian or a party representative gets what the citizen gets. Source: forvaltningsloven § 8."""
    citizens = {citizen.id: citizen for citizen in people.citizens}
    for contact in tx.of(ContactPerson).where(citizen_id=people.citizen_ids):
        if stands_for(contact, citizens[contact.citizen_id], tx.today):
            recipient = Recipient(contact.name, _ACTS_AS[contact.kind], proposed=True)
            yield _Acting(Party(PartyKind.CONTACT_PERSON, contact.id), recipient)


def _at_meeting(file: MeetingFile, paper: Paper | None) -> Iterator[Recipient]:
    """Whoever may have the whole paper; those who were there come first, and get what is for professionals."""
    is_theirs = paper is not None and paper.reader is Reader.PROFESSIONAL and paper.kind not in _FOR_THE_FILE
    was_there = file.meeting.opened_at is not None
    for present in (True, False):
        for participant in file.participants:
            is_present = participant.attendance is Attendance.PRESENT
            if is_present is present and participant.citizen_id is None and _whole(file, participant):
                role = RecipientRole.PRESENT if is_present else RecipientRole.INVITED
                yield Recipient(_name(file, participant), role, proposed=is_theirs and (is_present or not was_there))


def _whole(file: MeetingFile, participant: Participant) -> bool:
    return file.standing(participant) in _WHOLE


def _name(file: MeetingFile, participant: Participant) -> str:
    return file.parties.name(party_of(participant))


def _met_today(file: MeetingFile | None, today: date) -> bool:
    return file is not None and file.meeting.opened_at is not None and file.meeting.starts_on == today
