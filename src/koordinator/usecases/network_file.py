"""The network of a citizen or a family as of today: its people, efforts, family tree, and what one should ask."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from koordinator.domain.citizen import Citizen, FamilyMembership, Relation
from koordinator.domain.content_parts import ContactCard, Uid
from koordinator.domain.ids import CitizenId, ContactPersonId, DepartmentId, EmployeeId, SubjectId
from koordinator.domain.joint_plan import Goal
from koordinator.domain.meeting import AgendaItem, Meeting
from koordinator.domain.network_content import (
    AreaContent,
    BarContent,
    BondContent,
    LaneContent,
    NetworkContent,
    NetworkMember,
    QuestionContent,
    RelativeContent,
    TreeContent,
)
from koordinator.domain.network_family import family_tree
from koordinator.domain.network_people import NetworkArea, NetworkPerson, areas_of, each_once
from koordinator.domain.network_questions import NetworkQuestion, Standing, TakenQuestion, questions_about, standing_of
from koordinator.domain.network_timeline import lanes_of
from koordinator.domain.periods import holds_from_to, holds_on
from koordinator.domain.register import ContactPerson, Effort, EffortGoal
from koordinator.usecases.contact_cards import employees_helping, open_cases, primary_caseworker_of
from koordinator.usecases.paper_parts import sender_of, subject_content
from koordinator.usecases.parties import parties_for
from koordinator.usecases.plan_file import next_meeting, ties_in_hand
from koordinator.usecases.ports import Transaction
from koordinator.usecases.subject_people import SubjectPeople, coordinator_on, people_of

_LOOKING_BACK: Final = timedelta(days=730)
"""An effort that ended longer ago is history."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question, what it says, and where it has got to."""

    question: NetworkQuestion
    content: QuestionContent
    standing: Standing


@dataclass(frozen=True, slots=True)
class NetworkFile:
    """The network. `persons` stand in the order of the content's people, `relatives` in that of its tree.

    `goals` are those the efforts serve, `waiting` the questions that are kept until there is a meeting.
    """

    people: SubjectPeople
    today: date
    content: NetworkContent
    persons: tuple[NetworkPerson, ...]
    relatives: tuple[CitizenId, ...]
    efforts: tuple[Effort, ...]
    goals: tuple[Goal, ...]
    ties: tuple[EffortGoal, ...]
    departments: Mapping[DepartmentId, str]
    questions: tuple[AskedQuestion, ...]
    waiting: tuple[TakenQuestion, ...]
    next_meeting: Meeting | None

    def goals_of(self, effort: Effort) -> tuple[Goal, ...]:
        """The goals that the effort serves."""
        served = {tie.goal_id for tie in self.ties if tie.effort_id == effort.id}
        return tuple(goal for goal in self.goals if goal.id in served)


def load_network(tx: Transaction, subject_id: SubjectId) -> NetworkFile:
    """The network as it is seen in the program. Raises NotFound."""
    return _Loader(tx, subject_id).file()


def paper_content(tx: Transaction, subject_id: SubjectId) -> NetworkContent:
    """The network as a paper may show it: without those who are not to stand on paper. Raises NotFound."""
    return _Loader(tx, subject_id, on_paper=True).file().content


class _Loader:
    """Reads once what all parts of the network are made of."""

    def __init__(self, tx: Transaction, subject_id: SubjectId, *, on_paper: bool = False) -> None:
        self._tx = tx
        self._subject_id = subject_id
        self._people = people_of(tx, subject_id)
        self._coordinator_id = coordinator_on(tx, subject_id, tx.today)
        helping = employees_helping(tx, self._people, self._coordinator_id)
        self._parties = parties_for(tx, self._people, (), helping)
        self._departments = {key: each.name for key, each in self._parties.departments.items()}
        rows = tx.of(ContactPerson).where(citizen_id=self._people.citizen_ids)
        self._hidden = {_who(row) for row in rows if on_paper and not row.on_paper}
        self._contacts = tuple(
            row for row in rows if _who(row) not in self._hidden and holds_from_to(row.from_on, row.until_on, tx.today)
        )
        self._efforts = tuple(
            effort
            for effort in tx.of(Effort).where(citizen_id=self._people.citizen_ids)
            if effort.until_on is None or effort.until_on > tx.today - _LOOKING_BACK
        )

    def file(self) -> NetworkFile:
        tx = self._tx
        ties, goals = ties_in_hand(self._tx, self._efforts)
        meeting = next_meeting(tx, self._subject_id)
        agenda = tx.of(AgendaItem).where(meeting_id=meeting.id) if meeting else ()
        taken = tx.of(TakenQuestion).where(subject_id=self._subject_id)
        found = questions_about(self._at_home(), self._efforts, ties, tx.today)
        asked = tuple(
            AskedQuestion(each, self._question(each), standing_of(each.key, taken, meeting, agenda)) for each in found
        )
        keys = {each.key for each in found}
        areas = areas_of(self._persons(), self._departments, self._homes())
        tree, relatives = self._tree()
        return NetworkFile(
            people=self._people,
            today=tx.today,
            content=self._content(areas, tree, tuple(each.content for each in asked)),
            persons=tuple(person for area in areas for person in area.people),
            relatives=relatives,
            efforts=self._efforts,
            goals=goals,
            ties=ties,
            departments=self._departments,
            questions=asked,
            waiting=tuple(row for row in taken if row.meeting_id is None and row.key in keys),
            next_meeting=meeting,
        )

    def _content(
        self, areas: tuple[NetworkArea, ...], tree: TreeContent | None, questions: tuple[QuestionContent, ...]
    ) -> NetworkContent:
        return NetworkContent(
            sender=sender_of(self._tx),
            subject=subject_content(self._people),
            made_on=self._tx.today,
            areas=tuple(
                AreaContent(area.kind, self._department(area.department_id), tuple(map(self._member, area.people)))
                for area in areas
            ),
            lanes=self._lanes(),
            tree=tree,
            questions=questions,
        )

    def _at_home(self) -> tuple[ContactPerson, ...]:
        """The contact persons, a colleague without a department in their own."""
        homes = self._homes()
        return tuple(
            replace(row, department_id=homes.get(row.employee_id))
            if row.department_id is None and row.employee_id is not None
            else row
            for row in self._contacts
        )

    def _persons(self) -> tuple[NetworkPerson, ...]:
        """The coordinator, fast sagsbehandlere, contact persons, then the caseworkers of open cases; each once."""
        ids = self._people.citizen_ids
        people = [NetworkPerson((contact,)) for contact in self._contacts]
        if self._coordinator_id is not None and ids:
            rows = tuple(self._as_contact(self._coordinator_id, citizen_id) for citizen_id in ids)
            people.insert(0, NetworkPerson(rows, is_coordinator=True))
        for citizen in self._people.citizens:
            employee_id = primary_caseworker_of(self._tx, citizen)
            if employee_id is not None:
                row = self._as_contact(employee_id, citizen.id)
                people.append(NetworkPerson((row,), is_primary_caseworker=True))
        for case in open_cases(self._tx, self._people):
            if case.caseworker_id is not None:
                row = self._as_contact(case.caseworker_id, case.citizen_id)
                if _who(row) not in self._hidden:
                    row = replace(row, department_id=case.department_id, helps_with=case.title)
                    people.append(NetworkPerson((row,)))
        return each_once(people)

    def _as_contact(self, employee_id: EmployeeId, citizen_id: CitizenId) -> ContactPerson:
        employee = self._parties.employees[employee_id]
        return ContactPerson(
            ContactPersonId(0),
            citizen_id,
            employee.name,
            employee_id=employee_id,
            role=employee.title,
            phone=employee.phone,
            phone_hours=employee.phone_hours,
            email=employee.email,
        )

    def _homes(self) -> dict[int, DepartmentId]:
        known = self._parties.belongings.items()
        return {key: where.department_id for key, where in known if where.department_id is not None}

    def _department(self, department_id: DepartmentId | None) -> str:
        return self._departments[department_id] if department_id is not None else ""

    def _member(self, person: NetworkPerson) -> NetworkMember:
        contact = person.contact
        card = ContactCard(
            name=contact.name,
            kind=contact.kind,
            role=contact.role,
            organisation=contact.organisation,
            helps_with=contact.helps_with,
            phone=contact.phone,
            phone_hours=contact.phone_hours,
            email=contact.email,
            is_coordinator=person.is_coordinator,
            is_primary_caseworker=person.is_primary_caseworker,
        )
        return NetworkMember(card, contact.closeness, self._helped(person))

    def _helped(self, person: NetworkPerson) -> tuple[str, ...]:
        """Whom of a family the person helps; nobody is named where it is all of them."""
        whom = person.citizen_ids
        if not self._people.is_family or len(whom) == len(self._people.citizens):
            return ()
        return tuple(self._parties.citizens[key].name for key in whom)

    def _lanes(self) -> tuple[LaneContent, ...]:
        return tuple(
            LaneContent(
                self._department(lane.department_id),
                tuple(map(self._bar, lane.efforts)),
                tuple((gap.from_on, gap.until_on) for gap in lane.gaps),
            )
            for lane in lanes_of(self._efforts, self._departments)
        )

    def _bar(self, effort: Effort) -> BarContent:
        whose = self._parties.citizens[effort.citizen_id].name if self._people.is_family else ""
        return BarContent(effort.name, effort.amount, effort.from_on, effort.until_on, whose)

    def _question(self, question: NetworkQuestion) -> QuestionContent:
        named = (question.contact.name,) if question.contact is not None else tuple(e.name for e in question.efforts)
        givers = tuple(self._department(effort.department_id) or effort.provider for effort in question.efforts)
        return QuestionContent(question.kind, named, givers, question.likeness)

    def _tree(self) -> tuple[TreeContent | None, tuple[CitizenId, ...]]:
        """The family with its relatives; a citizen's own page has none."""
        if not self._people.is_family:
            return None, ()
        own = self._people.citizen_ids
        relations = _relations(self._tx, own)
        around = {key for row in relations for key in (row.citizen_id, row.other_citizen_id)}
        relatives = self._tx.of(Citizen).where(id=tuple(sorted(around.difference(own))))
        memberships = self._tx.of(FamilyMembership).where(family_id=self._people.family_id)
        roles = {row.citizen_id: row.role for row in memberships if holds_on(row, self._tx.today)}
        known = {citizen.id: citizen for citizen in (*self._people.citizens, *relatives)}
        tree = family_tree({key: roles.get(key) for key in known}, relations)
        generations = tuple(
            tuple(self._relative(known[key], is_member=key in roles) for key in row) for row in tree.generations
        )
        bonds = tuple(BondContent(b.kind, Uid(known[b.one].uid), Uid(known[b.other].uid)) for b in tree.bonds)
        return TreeContent(self._tx.today, generations, bonds), tuple(key for row in tree.generations for key in row)

    @staticmethod
    def _relative(citizen: Citizen, *, is_member: bool) -> RelativeContent:
        return RelativeContent(Uid(citizen.uid), citizen.name, citizen.born_on, is_member)


def _who(contact: ContactPerson) -> object:
    """Somebody who is not to stand on paper as a contact person does not stand there by their case either."""
    return ("employee", contact.employee_id) if contact.employee_id is not None else ("contact", contact.id)


def _relations(tx: Transaction, ids: Iterable[CitizenId]) -> tuple[Relation, ...]:
    own = tuple(ids)
    found = (*tx.of(Relation).where(citizen_id=own), *tx.of(Relation).where(other_citizen_id=own))
    return tuple({relation.id: relation for relation in found}.values())
