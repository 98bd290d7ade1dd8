"""The network on a real database: who is in it, what is asked, taken up, renewed and printed."""

from dataclasses import dataclass, field, replace
from datetime import time, timedelta

import pytest

from koordinator.domain.access import Action
from koordinator.domain.citizen import Citizen, FamilyRole, RelationKind
from koordinator.domain.errors import FieldTooLong, NotAllowed, NotFound
from koordinator.domain.ids import ContactPersonId, EffortId
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.left_out import LeftOut, LeftOutThing, WhyLeftOut
from koordinator.domain.meeting import AgendaItem, AgendaKind, PlaceKind
from koordinator.domain.meeting_rules import Appointment
from koordinator.domain.network_content import NetworkContent, TreeContent
from koordinator.domain.network_people import AreaKind
from koordinator.domain.network_questions import QuestionKind, Standing, TakenQuestion
from koordinator.domain.organisation import Role
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.register import Closeness, ContactKind, ContactPerson, Effort, EffortGoal
from koordinator.domain.register_rules import EffortRenewed
from koordinator.usecases.families import Families, NewMember
from koordinator.usecases.network import Network, Wanted
from koordinator.usecases.network_file import NetworkFile
from koordinator.usecases.papers import Papers
from koordinator.usecases.ports_meetings import MadePaper, PaperStyle
from koordinator.usecases.ports_network import Drawn
from koordinator.usecases.ports_year_wheel import Colours
from koordinator.usecases.register import Register
from tests.support.meeting_world import CONTENT_MAKERS, MeetingWorld
from tests.support.office import TODAY

LATER = Appointment(TODAY + timedelta(days=9), time(13), 60, PlaceKind.TOWN_HALL, "Rådhuset")


@dataclass
class KeepingSheets:
    """Keeps what a paper would be made of."""

    contents: list[NetworkContent] = field(default_factory=list)

    def picture(self, content: NetworkContent, colours: Colours) -> Drawn:
        return Drawn(f"{len(content.people)} {len(colours)}", 1, 1, "")

    def timeline(self, content: NetworkContent, colours: Colours) -> Drawn:
        return Drawn(f"{len(content.lanes)} {len(colours)}", 1, 1, "")

    def tree(self, tree: TreeContent, colours: Colours) -> Drawn:
        return Drawn(f"{len(tree.generations)} {len(colours)}", 1, 1, "")

    def paper(self, content: NetworkContent, style: PaperStyle) -> MadePaper:  # noqa: ARG002
        self.contents.append(content)
        return MadePaper("netvaerk.pdf", b"%PDF-")


def papers_with(world: MeetingWorld, sheets: KeepingSheets) -> Papers:
    return Papers(world.bench.office, replace(CONTENT_MAKERS, networks=sheets))


@pytest.fixture
def sheets() -> KeepingSheets:
    return KeepingSheets()


@pytest.fixture
def network(world: MeetingWorld, sheets: KeepingSheets) -> Network:
    return Network(world.bench.office, sheets)


@pytest.fixture
def register(world: MeetingWorld) -> Register:
    return Register(world.bench.office)


def names_in(file: NetworkFile) -> dict[AreaKind, list[str]]:
    found: dict[AreaKind, list[str]] = {}
    for area in file.content.areas:
        found.setdefault(area.kind, []).extend(each.card.name for each in area.people)
    return found


def test_everybody_round_the_citizen_stands_in_one_place(world: MeetingWorld, network: Network) -> None:
    file = network.open(world.actor, world.subject_id)

    assert names_in(file) == {
        AreaKind.PRIVATE: ["Jens Ravn"],
        AreaKind.DEPARTMENT: ["Kim Møller", "Mette Holm", "Ida Mikkelsen"],
        AreaKind.OUTSIDE: ["Trine Skov"],
    }
    assert [person.contact.name for person in file.persons] == [each.card.name for each in file.content.people]
    assert [each.card.name for each in file.content.people if each.card.is_coordinator] == ["Mette Holm"]
    assert world.bench.log()[-1].action is Action.OPEN_CITIZEN


def test_a_colleague_who_has_only_a_case_can_become_a_contact_person(
    world: MeetingWorld, network: Network, register: Register
) -> None:
    file = network.open(world.actor, world.subject_id)
    ida = next(each for each in file.persons if each.contact.name == "Ida Mikkelsen")
    assert not ida.contact.id

    register.save_contact(world.actor, replace(ida.contact, closeness=Closeness.NEAR))

    file = network.open(world.actor, world.subject_id)
    again = [each for each in file.persons if each.contact.name == "Ida Mikkelsen"]
    assert [(bool(each.contact.id), each.contact.closeness) for each in again] == [(True, Closeness.NEAR)]


def test_questions_name_what_is_not_tied_together(world: MeetingWorld, network: Network) -> None:
    asked = network.open(world.actor, world.subject_id).questions
    assert [(each.content.kind, each.content.named, each.standing) for each in asked] == [
        (QuestionKind.EFFORT_WITHOUT_GOAL, ("Bostøtte",), Standing.OPEN),
        (QuestionKind.CONTACT_WITHOUT_EFFORT, ("Trine Skov",), Standing.OPEN),
        (QuestionKind.CONTACT_WITHOUT_EFFORT, ("Kim Møller",), Standing.OPEN),
    ]


def test_a_goal_answers_the_question(world: MeetingWorld, network: Network) -> None:
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    goal = world.plans.add_goal(world.actor, plan.id, "Rolige morgener").goals[0]
    world.plans.tie_effort(world.actor, world.effort_id, goal.id, tied=True)

    file = network.open(world.actor, world.subject_id)

    assert QuestionKind.EFFORT_WITHOUT_GOAL not in {each.content.kind for each in file.questions}
    assert [each.title for each in file.goals_of(file.efforts[0])] == ["Rolige morgener"]


def test_two_departments_with_the_same_help_are_asked_about(
    world: MeetingWorld, network: Network, register: Register
) -> None:
    for department in (world.handicap, None):
        effort = Effort(EffortId(0), world.lone.id, "Støtte om morgenen", department_id=department, provider="Firmaet")
        register.save_effort(world.actor, effort)

    first = network.open(world.actor, world.subject_id).questions[0]

    assert first.content.kind is QuestionKind.SAME_TWICE
    assert first.content.givers == ("Handicap", "Firmaet")


def test_a_question_is_put_on_the_next_meetings_agenda_once(world: MeetingWorld, network: Network) -> None:
    meeting = world.planned(LATER).meeting
    key = network.open(world.actor, world.subject_id).questions[0].question.key

    wanted = Wanted(key, "Hvilket mål hører Bostøtte til?")
    taken = [network.take_up(world.actor, world.subject_id, wanted) for _ in range(2)]

    assert {each.meeting_id for each in taken} == {meeting.id}
    items = world.meetings.open(world.actor, meeting.id).agenda
    titles = [item.title for item in sorted(items, key=lambda item: item.position)]
    assert titles.count("Hvilket mål hører Bostøtte til?") == 1
    assert [item.kind for item in sorted(items, key=lambda item: item.position)][-1] is AgendaKind.NEXT_MEETING
    assert [item.position for item in sorted(items, key=lambda item: item.position)] == list(range(1, len(items) + 1))
    file = network.open(world.actor, world.subject_id)
    assert file.questions[0].standing is Standing.ON_AGENDA
    entry = [each for each in world.bench.log() if each.action is Action.TAKE_QUESTION][-1]
    assert "Bostøtte" not in entry.codes


def test_without_a_meeting_a_question_waits_and_is_offered_when_there_is_one(
    world: MeetingWorld, network: Network
) -> None:
    key = network.open(world.actor, world.subject_id).questions[0].question.key
    first = network.take_up(world.actor, world.subject_id, Wanted(key, "Hvilket mål?"))
    assert network.take_up(world.actor, world.subject_id, Wanted(key, "Hvilket mål?")) == first
    waiting = network.open(world.actor, world.subject_id)
    assert (waiting.questions[0].standing, waiting.next_meeting) == (Standing.WAITING, None)
    with pytest.raises(NotFound):
        network.take_up_waiting(world.actor, world.subject_id)

    meeting = world.planned(LATER).meeting
    assert [each.title for each in network.open(world.actor, world.subject_id).waiting] == ["Hvilket mål?"]
    assert network.take_up_waiting(world.actor, world.subject_id).id == meeting.id

    file = network.open(world.actor, world.subject_id)
    assert (file.waiting, file.questions[0].standing) == ((), Standing.ON_AGENDA)


def test_a_question_that_is_answered_waits_for_nothing(
    world: MeetingWorld, network: Network, register: Register
) -> None:
    key = network.open(world.actor, world.subject_id).questions[0].question.key
    network.take_up(world.actor, world.subject_id, Wanted(key, "Hvilket mål?"))
    (effort,) = (row for row in network.open(world.actor, world.subject_id).efforts if row.id == world.effort_id)
    register.save_effort(world.actor, replace(effort, until_on=TODAY))
    meeting = world.planned(LATER).meeting

    network.take_up_waiting(world.actor, world.subject_id)

    with world.bench.office.aside() as tx:
        assert "Hvilket mål?" not in {item.title for item in tx.of(AgendaItem).where(meeting_id=meeting.id)}
        assert [row.meeting_id for row in tx.of(TakenQuestion).where()] == [None]


def test_who_may_not_and_what_is_too_long_is_refused(world: MeetingWorld, network: Network) -> None:
    reader = replace(world.actor, roles=frozenset({Role.CASEWORKER}))
    with pytest.raises(NotAllowed):
        network.take_up(reader, world.subject_id, Wanted("k", "Hvorfor?"))
    with pytest.raises(FieldTooLong):
        network.take_up(world.actor, world.subject_id, Wanted("k", "x" * 100_000))
    assert network.open(reader, world.subject_id).questions


def test_an_effort_is_renewed_unchanged_with_its_goals(world: MeetingWorld, register: Register) -> None:
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    goal = world.plans.add_goal(world.actor, plan.id, "Rolige morgener").goals[0]
    old = register.save_effort(
        world.actor,
        Effort(
            EffortId(0), world.lone.id, "Mentor", amount="2 timer", from_on=TODAY - timedelta(days=10), until_on=TODAY
        ),
    )
    world.plans.tie_effort(world.actor, old.id, goal.id, tied=True)

    new = register.renew_effort(world.actor, old.id)

    assert (new.name, new.amount, new.from_on, new.until_on) == ("Mentor", "2 timer", TODAY, TODAY + timedelta(days=10))
    entry = world.bench.log()[-1]
    assert (entry.action, entry.thing_id, entry.codes) == (Action.EDIT_REGISTER, new.id, f"renewed={old.id}")
    with world.bench.office.aside() as tx:
        assert [tie.goal_id for tie in tx.of(EffortGoal).where(effort_id=new.id)] == [goal.id]
    with pytest.raises(EffortRenewed):
        register.renew_effort(world.actor, old.id)


def test_who_is_not_to_stand_on_paper_stands_on_none(
    world: MeetingWorld, network: Network, register: Register, sheets: KeepingSheets
) -> None:
    hidden = ContactPerson(ContactPersonId(0), world.lone.id, "Ida", employee_id=world.ida, on_paper=False)
    register.save_contact(world.actor, hidden)
    register.save_contact(
        world.actor, ContactPerson(ContactPersonId(0), world.lone.id, "Far", ContactKind.RELATIVE, on_paper=False)
    )

    papers = papers_with(world, sheets)
    made = papers.make(world.actor, PaperOrder(PaperKind.NETWORK, world.subject_id))

    assert papers.preview(world.actor, PaperOrder(PaperKind.NETWORK, world.subject_id)).left_out == (
        LeftOut(LeftOutThing.CONTACTS, 2, WhyLeftOut.PRIVATE),
    )
    content, _previewed = sheets.contents
    assert {each.card.name for each in content.people} == {"Jens Ravn", "Kim Møller", "Mette Holm", "Trine Skov"}
    assert "Ida" in {each.card.name for each in network.open(world.actor, world.subject_id).content.people}
    assert (made.paper.kind, made.paper.subject_id) == (PaperKind.NETWORK, world.subject_id)
    helping = {card.name for card in world.plans.open(world.actor, world.subject_id).contacts}
    assert not helping & {"Ida", "Far", "Ida Mikkelsen"}


def test_no_paper_says_an_address_or_a_cpr_number(world: MeetingWorld, sheets: KeepingSheets) -> None:
    with world.bench.office.aside() as tx:
        tx.of(Citizen).save(replace(world.lone, protected_address=True))
    papers_with(world, sheets).make(world.actor, PaperOrder(PaperKind.NETWORK, world.subject_id))
    said = repr(sheets.contents)
    assert "Skovvej" not in said
    assert "1203784444" not in said


def family_of(world: MeetingWorld) -> NewMember:
    return NewMember(world.anna.id, FamilyRole.CHILD)


def test_a_familys_network_is_joint_and_says_who_belongs_to_whom(
    world: MeetingWorld, network: Network, register: Register
) -> None:
    father = world.bench.add_citizen("Peter Bæk", "")
    register.relate(world.actor, father.id, world.anna.id, RelationKind.CHILD)
    members = (NewMember(world.lone.id, FamilyRole.ADULT), family_of(world))
    family = Families(world.bench.office).create(world.actor, "Familien Bæk", members)
    register.save_contact(
        world.actor, ContactPerson(ContactPersonId(0), world.anna.id, "Kim Møller", employee_id=world.kim)
    )
    register.save_contact(world.actor, ContactPerson(ContactPersonId(0), world.anna.id, "Pia Dam"))

    file = network.open(world.actor, family.subject_id)

    helps = {each.card.name: each.helps for each in file.content.people}
    assert helps["Kim Møller"] == ()
    assert helps["Pia Dam"] == ("Anna Bæk",)
    assert helps["Jens Ravn"] == ("Lone Bæk",)
    assert file.content.tree is not None
    tree = [[(each.name, each.is_member) for each in row] for row in file.content.tree.generations]
    assert tree == [[("Lone Bæk", True), ("Peter Bæk", False)], [("Anna Bæk", True)]]
    assert file.relatives == (world.lone.id, father.id, world.anna.id)
    assert [bar.whose for lane in file.content.lanes for bar in lane.bars] == ["Lone Bæk"]


def test_a_goal_of_a_members_plan_answers_the_familys_question_and_one_of_an_ended_plan_does_not(
    world: MeetingWorld, network: Network
) -> None:
    members = (NewMember(world.lone.id, FamilyRole.ADULT),)
    family = Families(world.bench.office).create(world.actor, "Familien Bæk", members)
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    goal = world.plans.add_goal(world.actor, plan.id, "Rolige morgener").goals[0]
    world.plans.tie_effort(world.actor, world.effort_id, goal.id, tied=True)
    asked = {each.content.kind for each in network.open(world.actor, family.subject_id).questions}
    assert QuestionKind.EFFORT_WITHOUT_GOAL not in asked

    with world.bench.office.aside() as tx:
        tx.of(JointPlan).save(replace(tx.of(JointPlan).get(plan.id), ended_on=TODAY))
    asked = {each.content.kind for each in network.open(world.actor, family.subject_id).questions}
    assert QuestionKind.EFFORT_WITHOUT_GOAL in asked


def test_a_citizen_who_is_not_there_has_no_network(world: MeetingWorld, network: Network) -> None:
    with pytest.raises(NotFound):
        network.open(world.actor, type(world.subject_id)(999))


def test_drawing_is_no_look_of_its_own(world: MeetingWorld, network: Network) -> None:
    family = Families(world.bench.office).create(world.actor, "Familien Bæk", (family_of(world),))
    content = network.open(world.actor, family.subject_id).content
    entries = len(world.bench.log())
    assert network.picture(content, {}).svg == "0 0"
    assert network.timeline(content, {}).svg == "0 0"
    assert content.tree is not None
    assert network.tree(content.tree, {}).svg == "2 0"
    assert len(world.bench.log()) == entries
