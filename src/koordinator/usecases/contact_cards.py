"""Hvem hjælper dig med hvad: one card a person, from the register, the coordinator first."""

from dataclasses import replace

from koordinator.domain.citizen import Citizen, PrimaryCaseworkerPeriod
from koordinator.domain.content_parts import ContactCard, Uid
from koordinator.domain.ids import EmployeeId
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.periods import holding_on
from koordinator.domain.register import CaseFile, ContactPerson
from koordinator.usecases.parties import Parties
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import SubjectPeople


def employees_helping(
    tx: Transaction, people: SubjectPeople, coordinator_id: EmployeeId | None
) -> tuple[EmployeeId | None, ...]:
    """The employees whose names the cards need, besides those behind contact persons."""
    cases = (case.caseworker_id for case in open_cases(tx, people))
    primary = (primary_caseworker_of(tx, citizen) for citizen in people.citizens)
    return (coordinator_id, *primary, *cases)


def contact_cards(
    tx: Transaction, people: SubjectPeople, parties: Parties, coordinator_id: EmployeeId | None
) -> tuple[ContactCard, ...]:
    """Everybody who helps today: the coordinator, primary caseworkers, contact persons, then caseworkers of open cases.

    A contact person who is not to stand on paper is left out. Who is several of these has one card. `parties` must
    hold the employees of `employees_helping`.
    """
    cards = _Cards(people, parties)
    if coordinator_id is not None:
        cards.add_employee(coordinator_id, None, ContactCard("", is_coordinator=True))
    for citizen in people.citizens:
        primary_id = primary_caseworker_of(tx, citizen)
        if primary_id is not None:
            cards.add_employee(primary_id, citizen, ContactCard("", is_primary_caseworker=True))
    contacts = _contacts_today(tx, people)
    hidden = {contact.employee_id for contact in contacts if not contact.on_paper}
    for contact in contacts:
        if contact.on_paper:
            cards.add_contact(contact)
    for case in open_cases(tx, people):
        if case.caseworker_id is not None and case.caseworker_id not in hidden:
            organisation = parties.department(case.department_id)
            cards.add_caseworker(case, ContactCard("", organisation=organisation, helps_with=case.title))
    return cards.all()


class _Cards:
    """Collects the cards, one a person."""

    def __init__(self, people: SubjectPeople, parties: Parties) -> None:
        self._people = people
        self._parties = parties
        self._cards: dict[object, ContactCard] = {}

    def all(self) -> tuple[ContactCard, ...]:
        """The cards in the order in which they were begun."""
        return tuple(self._cards.values())

    def add_employee(self, employee_id: EmployeeId, citizen: Citizen | None, said: ContactCard) -> None:
        """An employee; what is said here comes before what the organisation says."""
        employee = self._parties.employees[employee_id]
        card = replace(
            said,
            name=employee.name,
            role=said.role or employee.title,
            organisation=said.organisation or self._parties.organisation(Party(PartyKind.EMPLOYEE, employee_id)),
            phone=said.phone or employee.phone,
            phone_hours=said.phone_hours or employee.phone_hours,
            email=said.email or employee.email,
        )
        self._put(("employee", employee_id), card, citizen)

    def add_contact(self, contact: ContactPerson) -> None:
        """A contact person, who may be an employee too."""
        citizen = self._parties.citizens[contact.citizen_id]
        party = Party(PartyKind.CONTACT_PERSON, contact.id)
        said = ContactCard(
            name=contact.name,
            kind=contact.kind,
            role=contact.role,
            organisation=self._parties.organisation(party),
            helps_with=contact.helps_with,
            phone=contact.phone,
            phone_hours=contact.phone_hours,
            email=contact.email,
        )
        if contact.employee_id is not None:
            self.add_employee(contact.employee_id, citizen, said)
        else:
            self._put((said.name, said.organisation, said.phone), said, citizen)

    def add_caseworker(self, case: CaseFile, said: ContactCard) -> None:
        """The caseworker of a case; what somebody has said already of what they help with stays."""
        if case.caseworker_id is not None:
            self.add_employee(case.caseworker_id, self._parties.citizens[case.citizen_id], said)

    def _put(self, key: object, card: ContactCard, citizen: Citizen | None) -> None:
        known = self._cards.get(key)
        uids = self._uids(known, citizen)
        if known is None:
            self._cards[key] = replace(card, for_uids=uids)
            return
        self._cards[key] = replace(
            known,
            helps_with=known.helps_with or card.helps_with,
            role=known.role or card.role,
            is_primary_caseworker=known.is_primary_caseworker or card.is_primary_caseworker,
            for_uids=uids,
        )

    def _uids(self, known: ContactCard | None, citizen: Citizen | None) -> tuple[Uid, ...]:
        """Whom the person helps; nobody named means everybody, and so it stays."""
        if citizen is None or not self._people.is_family or (known is not None and not known.for_uids):
            return ()
        before = known.for_uids if known else ()
        uid = Uid(citizen.uid)
        return before if uid in before else (*before, uid)


def primary_caseworker_of(tx: Transaction, citizen: Citizen) -> EmployeeId | None:
    """The citizen's fast sagsbehandler of today."""
    period = holding_on(tx.of(PrimaryCaseworkerPeriod).where(citizen_id=citizen.id), tx.today)
    return period.employee_id if period else None


def _contacts_today(tx: Transaction, people: SubjectPeople) -> list[ContactPerson]:
    contacts = tx.of(ContactPerson).where(citizen_id=people.citizen_ids)
    return [
        each
        for each in contacts
        if (each.from_on is None or each.from_on <= tx.today) and (each.until_on is None or tx.today < each.until_on)
    ]


def open_cases(tx: Transaction, people: SubjectPeople) -> list[CaseFile]:
    """The open cases, whose caseworkers help."""
    return [case for case in tx.of(CaseFile).where(citizen_id=people.citizen_ids) if case.status.is_open]
