"""Whom a paper may go to: the citizens, those who act for them, and whoever was at the meeting - as consents allow."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from koordinator.domain.access import Actor
from koordinator.domain.citizen import Citizen, PreferredContact
from koordinator.domain.coverage import Standing
from koordinator.domain.handouts import Recipient, RecipientRole, no_digital_post
from koordinator.domain.meeting import Attendance, Meeting, MeetingStatus, Participant
from koordinator.domain.paper import Paper, Reader
from koordinator.domain.party import party_of
from koordinator.domain.register import ContactKind, ContactPerson
from koordinator.usecases.meeting_file import MeetingFile, load_meeting_file
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import SubjectPeople

_ACTS_AS = {
    ContactKind.GUARDIAN: RecipientRole.GUARDIAN,
    ContactKind.PARTY_REPRESENTATIVE: RecipientRole.PARTY_REPRESENTATIVE,
    ContactKind.CUSTODY_HOLDER: RecipientRole.CUSTODY_HOLDER,
}
_WHOLE = (Standing.NEEDS_NONE, Standing.COVERED)


@dataclass(frozen=True, slots=True)
class Recipients:
    """Each person once. `extract_only` are those at the meeting who by the consents may not have the whole paper."""

    people: tuple[Recipient, ...]
    extract_only: tuple[str, ...] = ()
    met_today: bool = False


def citizens_of(tx: Transaction, people: SubjectPeople) -> tuple[Recipient, ...]:
    """The citizens that a paper is about, and those who hold custody of a child."""
    own = [_citizen(each, people, RecipientRole.CITIZEN, tx.today) for each in people.citizens]
    others = people.custody_holders.difference(people.citizen_ids)
    holders = tx.of(Citizen).where(id=others) if others else ()
    return (*own, *(_citizen(each, people, RecipientRole.CUSTODY_HOLDER, tx.today) for each in holders))


def recipients_of(tx: Transaction, actor: Actor, people: SubjectPeople, paper: Paper | None) -> Recipients:
    """Whom the paper may go to, or the plan that is read aloud. One that was made for somebody goes to them."""
    file = _meeting(tx, actor, people, paper)
    standing = _for_them(tx, people)
    found = (*citizens_of(tx, people), *standing, *(_at_meeting(file, paper) if file else ()))
    by_name = {each.name.casefold(): each for each in reversed(found)}
    once = tuple(by_name[name] for name in dict.fromkeys(each.name.casefold() for each in found))
    if paper is not None and paper.made_for:
        alone = by_name.get(paper.made_for.casefold(), Recipient(paper.made_for, RecipientRole.OTHER))
        return Recipients((replace(alone, proposed=True),), met_today=_met_today(file, tx.today))
    held_back = tuple(_name(file, each) for each in file.participants if not _whole(file, each)) if file else ()
    return Recipients(once, held_back, _met_today(file, tx.today))


def _meeting(tx: Transaction, actor: Actor, people: SubjectPeople, paper: Paper | None) -> MeetingFile | None:
    """The paper's own, else the last that was held."""
    if paper is not None and paper.meeting_id is not None:
        return load_meeting_file(tx, tx.of(Meeting).get(paper.meeting_id), actor.employee_id)
    held = tx.of(Meeting).last(subject_id=people.subject_id, status=MeetingStatus.HELD, order_by="starts_on")
    return load_meeting_file(tx, held, actor.employee_id) if held is not None else None


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


def _for_them(tx: Transaction, people: SubjectPeople) -> Iterator[Recipient]:
    """A guardian or a party representative gets what the citizen gets. Source: forvaltningsloven § 8."""
    for contact in tx.of(ContactPerson).where(citizen_id=people.citizen_ids):
        is_now = contact.until_on is None or tx.today < contact.until_on
        if contact.kind in _ACTS_AS and is_now:
            yield Recipient(contact.name, _ACTS_AS[contact.kind], proposed=True)


def _at_meeting(file: MeetingFile, paper: Paper | None) -> Iterator[Recipient]:
    """Whoever may have the whole paper; those who were there come first, and get what is for professionals."""
    is_theirs = paper is not None and paper.reader is Reader.PROFESSIONAL
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
