"""Who may be told what about a subject: its consents and whoever asks, read once for a whole screen or paper."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from koordinator.domain.belonging import Belonging
from koordinator.domain.citizen import PrimaryCaseworkerPeriod
from koordinator.domain.citizen_rules import stands_for
from koordinator.domain.consent import Consent, ConsentException, ConsentParty, GivenConsent
from koordinator.domain.content_parts import Uid
from koordinator.domain.coverage import NOT_COVERED, WHOLE, Coverage, Listener, Standing, coverage
from koordinator.domain.ids import CitizenId, EmployeeId, ThemeId
from koordinator.domain.may_read import MayRead
from koordinator.domain.meeting import Meeting, Participant
from koordinator.domain.party import Party, PartyKind, party_of
from koordinator.domain.periods import holding_on
from koordinator.domain.register import ContactPerson
from koordinator.domain.theme import Theme
from koordinator.usecases.parties import Parties
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import SubjectPeople, coordinator_on, custody_of


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the consents about the subject allow, for each party round it. Whoever is not known is not covered."""

    people: SubjectPeople
    themes: tuple[Theme, ...]
    given: tuple[GivenConsent, ...]
    listeners: Mapping[Party, Listener]

    def coverage(self, party: Party | None, *days: date) -> Coverage:
        """What may be shared with the party, on each of the days, of what is the subject's together.

        Of what is common a member of the family is told without the others' consent.
        """
        if party in self._members:
            return WHOLE
        return self._of(self.people.citizen_ids, party, days)

    def of_member(self, citizen_id: CitizenId, party: Party | None, *days: date) -> Coverage:
        """What may be shared with the party of the one member's own matters."""
        return self._of((citizen_id,), party, days)

    def may_read(self, party: Party | None, *days: date) -> MayRead | None:
        """What the party may be shown of papers; None when it is nothing at all."""
        common = self.coverage(party, *days)
        if not common.covered:
            return None
        own = {citizen: self.of_member(citizen.id, party, *days) for citizen in self.people.citizens}
        return MayRead(
            self._keys(common.excepted),
            {Uid(citizen.uid): self._keys(its.excepted) for citizen, its in own.items() if its.covered},
        )

    def needs_none(self, party: Party | None) -> bool:
        """The party may read everything whatever the consents say: a member, who stands for them, the coordinator."""
        listener = self.listeners.get(party) if party is not None else None
        return party in self._members or (
            listener is not None and listener.needs_none_for.issuperset(self.people.citizen_ids)
        )

    def standing(self, party: Party | None, *days: date) -> Standing:
        """How the party stands to the consents, on each of the days."""
        if self.needs_none(party):
            return Standing.NEEDS_NONE
        common = self.coverage(party, *days)
        if not common.covered:
            return Standing.NOT_COVERED
        return Standing.PARTLY if common.excepted else Standing.COVERED

    @property
    def _members(self) -> frozenset[Party]:
        return frozenset(Party(PartyKind.CITIZEN, citizen_id) for citizen_id in self.people.citizen_ids)

    def _of(self, members: tuple[CitizenId, ...], party: Party | None, days: tuple[date, ...]) -> Coverage:
        listener = self.listeners.get(party) if party is not None else None
        if listener is None:
            return NOT_COVERED
        whole = WHOLE
        for day in days:
            whole = whole.and_also(coverage(self.given, members, listener, day))
        return whole

    def _keys(self, theme_ids: Iterable[ThemeId]) -> frozenset[str]:
        keys = {theme.id: theme.key for theme in self.themes}
        return frozenset(keys[theme_id] for theme_id in theme_ids)


def sharing_of(tx: Transaction, people: SubjectPeople, parties: Parties, on: date | None = None) -> Sharing:
    """What may be shared with each of the parties about the subject, who they are today or were on another day."""
    listeners = _Listeners(tx, people, parties, on or tx.today).all()
    return Sharing(people, tuple(parties.themes.values()), given_by(tx, people.citizen_ids), listeners)


def given_by(tx: Transaction, citizen_ids: tuple[CitizenId, ...]) -> tuple[GivenConsent, ...]:
    """All consents that the citizens ever gave, whole."""
    consents = tx.of(Consent).where(citizen_id=citizen_ids)
    ids = tuple(consent.id for consent in consents)
    parties, exceptions = tx.of(ConsentParty).where(consent_id=ids), tx.of(ConsentException).where(consent_id=ids)
    return tuple(
        GivenConsent(
            consent,
            tuple(row for row in parties if row.consent_id == consent.id),
            tuple(row for row in exceptions if row.consent_id == consent.id),
        )
        for consent in consents
    )


class _Listeners:
    """Each party as one who listens: the entries that stand for it, where it belongs, whom it needs no consent for."""

    def __init__(self, tx: Transaction, people: SubjectPeople, parties: Parties, day: date) -> None:
        self._people, self._parties, self._day = people, parties, day
        self._citizens = {citizen.id: citizen for citizen in people.citizens}
        self._invited = _ever_invited(tx, people)
        self._needs_none = _caseworkers(tx, people, day)
        self._custody = _custody(tx, people)

    def all(self) -> dict[Party, Listener]:
        """Everybody whom the screen or paper names."""
        found = {}
        for employee_id in self._parties.employees:
            behind = [each for each in self._parties.contacts.values() if each.employee_id == employee_id]
            found[Party(PartyKind.EMPLOYEE, employee_id)] = self._listener(employee_id, behind)
        for contact in self._parties.contacts.values():
            found[_entry(contact)] = (
                found[Party(PartyKind.EMPLOYEE, contact.employee_id)]
                if contact.employee_id is not None
                else self._listener(None, [contact])
            )
        for citizen_id in self._parties.citizens:
            party = Party(PartyKind.CITIZEN, citizen_id)
            own = frozenset(self._custody[citizen_id] | {citizen_id})
            found[party] = Listener(frozenset({party}), needs_none_for=own, invited=party in self._invited)
        return found

    def _listener(self, employee_id: EmployeeId | None, contacts: list[ContactPerson]) -> Listener:
        """An employee with the contact persons that are the same one, or a contact person from outside."""
        parties = {_entry(contact) for contact in contacts}
        departments = {contact.department_id for contact in contacts}
        needs_none = {contact.citizen_id for contact in contacts if self._stands(contact)}
        if employee_id is not None:
            parties.add(Party(PartyKind.EMPLOYEE, employee_id))
            departments.add(self._parties.belongings.get(employee_id, Belonging()).department_id)
            needs_none |= self._needs_none[employee_id]
        return Listener(
            frozenset(parties),
            frozenset(each for each in departments if each is not None),
            frozenset(needs_none),
            invited=bool(self._invited & parties),
        )

    def _stands(self, contact: ContactPerson) -> bool:
        citizen = self._citizens.get(contact.citizen_id)
        return citizen is not None and stands_for(contact, citizen, self._day)


def _entry(contact: ContactPerson) -> Party:
    return Party(PartyKind.CONTACT_PERSON, contact.id)


def _ever_invited(tx: Transaction, people: SubjectPeople) -> frozenset[Party]:
    meetings = tuple(meeting.id for meeting in tx.of(Meeting).where(subject_id=people.subject_id))
    asked = (party_of(each) for each in tx.of(Participant).where(meeting_id=meetings))
    return frozenset(party for party in asked if party is not None)


def _caseworkers(tx: Transaction, people: SubjectPeople, day: date) -> dict[EmployeeId, set[CitizenId]]:
    """The coordinator for all of the citizens, a primary caseworker for their own."""
    found: dict[EmployeeId, set[CitizenId]] = defaultdict(set)
    coordinator_id = coordinator_on(tx, people.subject_id, day)
    if coordinator_id is not None:
        found[coordinator_id].update(people.citizen_ids)
    for citizen_id in people.citizen_ids:
        primary = holding_on(tx.of(PrimaryCaseworkerPeriod).where(citizen_id=citizen_id), day)
        if primary is not None:
            found[primary.employee_id].add(citizen_id)
    return found


def _custody(tx: Transaction, people: SubjectPeople) -> dict[CitizenId, set[CitizenId]]:
    """For each custody holder the citizens they stand for."""
    found: dict[CitizenId, set[CitizenId]] = defaultdict(set)
    for relation in custody_of(tx, people.citizens):
        found[relation.other_citizen_id].add(relation.citizen_id)
    return found
