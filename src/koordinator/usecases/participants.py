"""Who takes part in a meeting: suggested from the network, added, taken off."""

from dataclasses import dataclass

from koordinator.domain.citizen import Citizen, Relation
from koordinator.domain.ids import MeetingId, ParticipantId, RowId
from koordinator.domain.meeting import Participant
from koordinator.domain.meeting_rules import AlreadyTakesPart
from koordinator.domain.organisation import Employee
from koordinator.domain.party import Party, PartyKind, keys_of, party_of
from koordinator.domain.presence_wish import PresenceWish
from koordinator.domain.register import CaseFile, ContactKind, ContactPerson
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import SubjectPeople, coordinator_on


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could take part. `suggested` are those a meeting begins with, `name` is for choosing among them."""

    party: Party
    name: str
    suggested: bool


def candidates(tx: Transaction, people: SubjectPeople) -> tuple[Candidate, ...]:
    """Everybody round the subject: the citizens, their relatives, the coordinator, the network, the caseworkers.

    Suggested are the citizens (of a family not the children), whoever stands for them, the
    coordinator, the network's professionals and the caseworkers of open cases. The citizen says who
    else is to come, and who is not.
    """
    found: dict[Party, Candidate] = {}
    for citizen in people.citizens:
        _offer(found, PartyKind.CITIZEN, citizen.id, citizen.name, suggested=citizen.id not in people.children)
    for relative in _related(tx, people):
        _offer(found, PartyKind.CITIZEN, relative.id, relative.name, suggested=relative.id in people.custody_holders)
    coordinator_id = coordinator_on(tx, people.subject_id, tx.today)
    if coordinator_id is not None:
        _offer_employee(found, tx.of(Employee).get(coordinator_id), suggested=True)
    for contact in tx.of(ContactPerson).where(citizen_id=people.citizen_ids):
        _offer_contact(tx, found, contact)
    for case in tx.of(CaseFile).where(citizen_id=people.citizen_ids):
        if case.status.is_open and case.caseworker_id is not None:
            _offer_employee(found, tx.of(Employee).get(case.caseworker_id), suggested=True)
    return tuple(found.values())


def new_participant(meeting_id: MeetingId, party: Party) -> Participant:
    """The party as a participant, not asked yet."""
    keys = keys_of(party)
    return Participant(ParticipantId(0), meeting_id, keys.citizen_id, keys.employee_id, keys.contact_person_id)


def wish_for(tx: Transaction, meeting_id: MeetingId, parties: tuple[Party, ...], *, wanted: bool) -> None:
    """Those the citizen wants there, or does not, are these from now on; nobody is both."""
    for wish in tx.of(PresenceWish).where(meeting_id=meeting_id):
        if wish.wanted is wanted or party_of(wish) in parties:
            tx.of(PresenceWish).remove(wish.id)
    for party in dict.fromkeys(parties):
        keys = keys_of(party)
        tx.of(PresenceWish).add(
            PresenceWish(RowId(0), meeting_id, wanted, keys.citizen_id, keys.employee_id, keys.contact_person_id)
        )


def check_not_there(tx: Transaction, meeting_id: MeetingId, party: Party) -> None:
    """Raises AlreadyTakesPart when the party is among the meeting's participants."""
    if any(party_of(each) == party for each in tx.of(Participant).where(meeting_id=meeting_id)):
        raise AlreadyTakesPart


def _related(tx: Transaction, people: SubjectPeople) -> tuple[Citizen, ...]:
    relations = tx.of(Relation).where(citizen_id=people.citizen_ids)
    return tx.of(Citizen).where(id=tuple(sorted({relation.other_citizen_id for relation in relations})))


def _offer(found: dict[Party, Candidate], kind: PartyKind, key: int, name: str, *, suggested: bool) -> None:
    party = Party(kind, key)
    found.setdefault(party, Candidate(party, name, suggested))


def _offer_employee(found: dict[Party, Candidate], employee: Employee, *, suggested: bool) -> None:
    _offer(found, PartyKind.EMPLOYEE, employee.id, employee.name, suggested=suggested)


def _offer_contact(tx: Transaction, found: dict[Party, Candidate], contact: ContactPerson) -> None:
    if contact.until_on is not None and contact.until_on <= tx.today:
        return
    suggested = contact.kind is ContactKind.PROFESSIONAL or contact.kind.stands_for_citizen
    if contact.employee_id is not None:
        _offer_employee(found, tx.of(Employee).get(contact.employee_id), suggested=suggested)
    else:
        _offer(found, PartyKind.CONTACT_PERSON, contact.id, contact.name, suggested=suggested)
