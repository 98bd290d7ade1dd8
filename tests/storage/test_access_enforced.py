"""Every cell of the table through the real office: what is refused is neither read, written nor logged as done."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest

from koordinator.domain.access import Action, Actor, Channel, Concerns, Relation, rule_of
from koordinator.domain.citizen import FamilyMembership, PrimaryCaseworkerPeriod
from koordinator.domain.codes import AgreementStatus, MeetingStatus, Role
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.errors import NotAllowed, NotFound
from koordinator.domain.handover import Handover, HandoverKind
from koordinator.domain.ids import ContactPersonId, HandoverId, ParticipantId, RowId, SubjectId, TeamId
from koordinator.domain.meeting import Participant
from koordinator.domain.organisation import Team, TeamKind, TeamMembership
from koordinator.domain.register import CaseStatus, ContactPerson
from koordinator.domain.steps import Step
from koordinator.storage.audit_key import audit_key
from koordinator.storage.first_page import FirstPageDoor
from koordinator.storage.queries.sight import SightQueries
from koordinator.storage.reading import Reader
from tests.domain.test_access import CELLS
from tests.support.histories import Histories, days_ago
from tests.support.office import TODAY, Bench
from tests.support.relations import STRANGER, grant, relations

_READING: Final = Action.OPEN_CITIZEN


def _tries(bench: Bench, actor: Actor, action: Action, subject_id: SubjectId) -> bool:
    """Whether the action comes to its end; it writes a team on its way there."""
    try:
        with bench.office.act(actor, action) as tx:
            tx.of(Team).add(Team(TeamId(0), None, f"{action} {subject_id}"))
            tx.about("subject", subject_id, subject_id)
    except NotAllowed:
        return False
    return True


@pytest.mark.parametrize("role", Role)
def test_every_cell_holds_in_the_office(bench: Bench, role: Role) -> None:
    world = relations(bench)
    actor = world.actor(role)
    before, expected, tried = len(bench.log()), [], {}

    for action in Action:
        for name, citizen in world.citizens.items():
            tried[action, name] = _tries(bench, actor, action, citizen.subject_id)
            cell = CELLS[action, role]
            allowed = Relation.ANY in cell or bool(world.held[name] & cell)
            assert tried[action, name] is allowed, (action, role, name)
            told = citizen.subject_id if cell else 0
            expected.append(
                (action, "", citizen.subject_id) if allowed else (Action.ACCESS_REFUSED, action.value, told)
            )

    logged = [(entry.action, entry.codes, entry.subject_id) for entry in bench.log()[before:]]
    assert logged == expected
    with bench.office.aside() as tx:
        written = {team.name for team in tx.of(Team).where()} - {"Team home", "Team cross"}
    assert written == {f"{action} {world.citizens[name].subject_id}" for (action, name), done in tried.items() if done}


def test_who_acts_on_somebody_names_them(bench: Bench) -> None:
    owner = bench.actor
    for action in Action:
        if rule_of(action).concerns is Concerns.ONE:
            with pytest.raises(RuntimeError), bench.office.act(owner, action):
                pass


def test_of_several_each_must_be_allowed(bench: Bench) -> None:
    world = relations(bench)
    actor = world.actor(Role.COORDINATOR)

    def hand_over_both() -> None:
        with bench.office.act(actor, Action.HAND_OVER) as tx:
            tx.about("subject", 0, world.citizens[STRANGER].subject_id)
            tx.about("subject", 0, world.citizens[Relation.OWN].subject_id)

    with pytest.raises(NotAllowed):
        hand_over_both()


def test_nobody_comes_nearer_by_what_they_are_about_to_do(bench: Bench) -> None:
    world = relations(bench)
    stranger, own = world.citizens[STRANGER], world.citizens[Relation.OWN]
    actor = world.actor(Role.COORDINATOR)

    def take() -> None:
        with bench.office.act(actor, Action.EDIT_REGISTER) as tx:
            tx.of(PrimaryCaseworkerPeriod).add(PrimaryCaseworkerPeriod(RowId(0), stranger.id, world.employee.id, TODAY))
            tx.about("citizen", stranger.id, stranger.subject_id)

    with pytest.raises(NotAllowed):
        take()
    with bench.office.act(actor, Action.HAND_OVER) as tx:
        period = tx.of(CoordinatorPeriod).where(employee_id=world.employee.id)[0]
        tx.of(CoordinatorPeriod).remove(period.id)
        tx.about("citizen", own.id, own.subject_id)

    assert not _tries(bench, actor, _READING, stranger.subject_id)


def test_what_is_wrong_with_somebody_elses_data_is_not_told(bench: Bench) -> None:
    world = relations(bench)
    stranger = world.citizens[STRANGER].subject_id

    def fail(actor: Actor, subject_id: SubjectId) -> None:
        with bench.office.act(actor, _READING) as tx:
            tx.about("subject", subject_id, subject_id)
            raise NotFound("plan", "Lones plan")

    with pytest.raises(NotAllowed):
        fail(world.actor(Role.COORDINATOR), stranger)
    with pytest.raises(NotFound):
        fail(bench.actor, stranger)
    with pytest.raises(NotFound):
        fail(world.actor(Role.COORDINATOR), world.citizens[Relation.OWN].subject_id)


def test_another_look_is_checked_and_leaves_no_other_entry(bench: Bench) -> None:
    world = relations(bench)
    actor, before = world.actor(Role.COORDINATOR), len(bench.log())

    with bench.office.again(actor, _READING) as tx:
        tx.about("subject", 0, world.citizens[Relation.OWN].subject_id)
    assert len(bench.log()) == before
    with pytest.raises(NotAllowed), bench.office.again(actor, _READING) as tx:
        tx.about("subject", 0, world.citizens[STRANGER].subject_id)
    assert bench.log()[-1].action is Action.ACCESS_REFUSED


def test_who_is_new_may_be_made(bench: Bench) -> None:
    world = relations(bench)

    with bench.office.act(world.actor(Role.CASEWORKER), Action.OPEN_CITIZEN) as tx:
        tx.about("subject", 99_999, 99_999)


def test_the_owner_and_the_program_are_let_through_without_a_question(bench: Bench) -> None:
    stranger = relations(bench).citizens[STRANGER]
    itself = Actor(bench.actor.employee_id, frozenset({Role.COORDINATOR}), Channel.SYSTEM)

    for actor in (bench.actor, itself):
        assert _tries(bench, actor, _READING, stranger.subject_id)


def test_a_list_shows_those_whom_the_roles_let_through(bench: Bench) -> None:
    world = relations(bench)
    door, owner = FirstPageDoor(bench.database, audit_key(bench.database), bench.clock), bench.actor

    for role in (Role.CASEWORKER, Role.COORDINATOR, Role.TEAM_MEMBER):
        actor = world.actor(role)
        cell = CELLS[Action.OPEN_OVERVIEW, role]
        expected = frozenset(world.citizens[name].subject_id for name, held in world.held.items() if held & cell)
        with bench.office.act(actor, Action.OPEN_OVERVIEW) as tx:
            assert tx.seen_by(actor, Action.OPEN_OVERVIEW) == expected
        with door.act(actor, Action.OPEN_OVERVIEW) as look:
            assert look.seen_by(actor, Action.OPEN_OVERVIEW) == expected
            assert look.seen_by(owner, Action.OPEN_OVERVIEW) is None


def test_a_refusal_at_the_first_page_is_logged_too(bench: Bench) -> None:
    door = FirstPageDoor(bench.database, audit_key(bench.database), bench.clock)

    with pytest.raises(NotAllowed), door.act(relations(bench).actor(Role.AUDITOR), Action.OPEN_OVERVIEW):
        pass

    assert (bench.log()[-1].action, bench.log()[-1].codes) == (Action.ACCESS_REFUSED, Action.OPEN_OVERVIEW)


class _Near:
    """Kim, and what brings her to a citizen or a family."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.world = bench, Histories(bench)
        self.kim = self.world.employee("Kim Møller")
        self.other = self.world.employee("Tina Dam")
        self.lone = bench.add_citizen()
        self.world.case(self.lone, caseworker=self.other)

    def relations_to(self, subject_id: SubjectId) -> set[Relation]:
        with self.bench.database.read() as connection:
            sight = SightQueries(Reader(connection), self.bench.clock.today(), self.bench.clock.now())
            return {
                relation
                for relation in Relation
                if relation is not Relation.ANY and subject_id in sight.seen(self.kim.id, {relation})
            }


@pytest.fixture
def near(bench: Bench) -> _Near:
    return _Near(bench)


def test_somebody_elses_citizen_is_nothing_to_one(near: _Near) -> None:
    assert near.relations_to(near.lone.subject_id) == set()


def test_the_fast_sagsbehandler_has_the_citizen_until_the_day_it_ends(near: _Near) -> None:
    near.world.add(PrimaryCaseworkerPeriod(RowId(0), near.lone.id, near.kim.id, days_ago(9), TODAY + timedelta(days=1)))
    assert near.relations_to(near.lone.subject_id) == {Relation.OWN}

    near.bench.clock.pass_days(1)
    assert near.relations_to(near.lone.subject_id) == set()


@pytest.mark.parametrize(("status", "has"), [(CaseStatus.ACTIVE, {Relation.OWN}), (CaseStatus.CLOSED, set())])
def test_the_caseworker_of_an_open_case_has_the_citizen(near: _Near, status: CaseStatus, has: set[Relation]) -> None:
    near.world.case(near.lone, status=status, caseworker=near.kim)

    assert near.relations_to(near.lone.subject_id) == has


def test_the_last_coordinator_keeps_a_course_that_is_over_until_another_comes(near: _Near) -> None:
    course = near.world.course(near.lone.subject_id)
    ended = CoordinatorPeriod(RowId(0), near.lone.subject_id, course.id, near.kim.id, days_ago(50), days_ago(5))
    near.world.add(ended)
    assert near.relations_to(near.lone.subject_id) == {Relation.OWN}

    near.world.add(CoordinatorPeriod(RowId(0), near.lone.subject_id, course.id, near.other.id, days_ago(5)))
    assert near.relations_to(near.lone.subject_id) == set()


def test_both_sides_of_a_handover_have_the_citizen(near: _Near) -> None:
    near.world.add(
        Handover(
            HandoverId(0),
            near.lone.subject_id,
            HandoverKind.PLANNED,
            near.other.id,
            near.kim.id,
            TODAY + timedelta(days=9),
            TODAY,
        )
    )

    assert near.relations_to(near.lone.subject_id) == {Relation.OWN}


def test_who_coordinates_a_family_has_its_members(near: _Near) -> None:
    family = near.world.family("Bæk", near.lone)
    near.world.course(family.subject_id, Step.ONE_CASEWORK, by=near.kim)

    assert near.relations_to(near.lone.subject_id) == {Relation.OWN}
    (membership,) = near.world.all(FamilyMembership, family_id=family.id)
    near.world.save(replace(membership, until_on=TODAY))
    assert near.relations_to(near.lone.subject_id) == set()


def test_who_has_a_member_has_the_family_until_somebody_coordinates_it(near: _Near) -> None:
    family = near.world.family("Bæk", near.lone, near.bench.add_citizen("Ib Bæk", ""))
    near.world.case(near.lone, caseworker=near.kim)
    assert near.relations_to(family.subject_id) == {Relation.OWN, Relation.SHARED}

    near.world.course(family.subject_id, Step.ONE_CASEWORK, by=near.other)
    assert near.relations_to(family.subject_id) == {Relation.SHARED}


def test_a_member_of_a_family_says_nothing_of_the_other_members(near: _Near) -> None:
    ib = near.bench.add_citizen("Ib Bæk", "")
    near.world.case(ib, caseworker=near.other)
    near.world.family("Bæk", near.lone, ib)
    near.world.case(near.lone, caseworker=near.kim)

    assert near.relations_to(ib.subject_id) == set()


@pytest.mark.parametrize(
    ("status", "shares"),
    [
        (MeetingStatus.PLANNED, {Relation.SHARED}),
        (MeetingStatus.RUNNING, {Relation.SHARED}),
        (MeetingStatus.CANCELLED, set()),
        (MeetingStatus.HELD, set()),
    ],
)
def test_who_is_called_to_a_meeting_shares_the_citizen(
    near: _Near, status: MeetingStatus, shares: set[Relation]
) -> None:
    meeting = near.world.meeting(near.lone.subject_id, TODAY, status)
    near.world.add(Participant(ParticipantId(0), meeting.id, employee_id=near.kim.id))

    assert near.relations_to(near.lone.subject_id) == shares


@pytest.mark.parametrize("part", ["chair_id", "minute_taker_id"])
def test_a_meeting_that_was_held_is_shared_for_as_long_as_the_course_lasts(near: _Near, part: str) -> None:
    course = near.world.course(near.lone.subject_id, by=near.other)
    held = near.world.meeting(near.lone.subject_id, days_ago(3), MeetingStatus.HELD)
    near.world.save(replace(held, course_id=course.id, **{part: near.kim.id}))  # type: ignore[arg-type]
    assert near.relations_to(near.lone.subject_id) == {Relation.SHARED}

    near.world.save(replace(course, until_on=TODAY))
    assert near.relations_to(near.lone.subject_id) == set()


@pytest.mark.parametrize("status", [MeetingStatus.PLANNED, MeetingStatus.INVITED, MeetingStatus.RUNNING])
def test_a_meeting_that_nobody_closed_is_shared_with_who_was_called_for_two_weeks_or_the_course(
    near: _Near, status: MeetingStatus
) -> None:
    course = near.world.course(near.lone.subject_id, by=near.other)
    forgotten = near.world.meeting(near.lone.subject_id, TODAY, status)
    forgotten = near.world.save(replace(forgotten, course_id=course.id))
    near.world.add(Participant(ParticipantId(0), forgotten.id, employee_id=near.kim.id))
    near.bench.clock.pass_days(15)
    assert near.relations_to(near.lone.subject_id) == {Relation.SHARED}

    near.world.save(replace(course, until_on=TODAY))
    assert near.relations_to(near.lone.subject_id) == set()
    near.bench.clock.pass_days(-1)
    assert near.relations_to(near.lone.subject_id) == {Relation.SHARED}


def test_who_was_to_lead_a_meeting_that_nobody_closed_can_still_close_it(near: _Near) -> None:
    forgotten = near.world.meeting(near.lone.subject_id, days_ago(90), MeetingStatus.RUNNING)
    near.world.save(replace(forgotten, chair_id=near.kim.id))

    assert near.relations_to(near.lone.subject_id) == {Relation.SHARED}


def test_what_is_theirs_to_do_is_shared_until_it_is_done(near: _Near) -> None:
    agreement = near.world.agreement(near.lone.subject_id, None, by=near.kim)
    assert near.relations_to(near.lone.subject_id) == {Relation.SHARED}

    near.world.save(replace(agreement, status=AgreementStatus.DONE))
    decision = near.world.decision(near.lone.subject_id, TODAY)
    near.world.save(replace(decision, employee_id=near.kim.id))
    assert near.relations_to(near.lone.subject_id) == {Relation.SHARED}

    near.world.save(replace(decision, version=2, employee_id=near.kim.id, outcome_on=TODAY))
    assert near.relations_to(near.lone.subject_id) == set()


def test_a_contact_person_shares_the_citizen_for_their_time(near: _Near) -> None:
    contact = ContactPerson(
        ContactPersonId(0), near.lone.id, "Kim", employee_id=near.kim.id, until_on=TODAY + timedelta(days=1)
    )
    near.world.add(contact)
    assert near.relations_to(near.lone.subject_id) == {Relation.SHARED}

    near.bench.clock.pass_days(1)
    assert near.relations_to(near.lone.subject_id) == set()


def test_a_trin_3_team_has_a_family_on_trin_3_with_its_members(near: _Near) -> None:
    family = near.world.family("Bæk", near.lone)
    near.world.course(family.subject_id, Step.ONE_CASEWORK, by=near.other)
    team = near.world.add(Team(TeamId(0), None, "Familieteamet", TeamKind.CROSS))
    mine, _theirs = (
        near.world.add(TeamMembership(RowId(0), each.id, team.id, days_ago(9))) for each in (near.kim, near.other)
    )
    for subject_id in (family.subject_id, near.lone.subject_id):
        assert near.relations_to(subject_id) == {Relation.TEAM, Relation.COLLEAGUE}

    near.world.save(replace(mine, until_on=TODAY))
    assert near.relations_to(family.subject_id) == set()


def test_nobody_has_had_who_is_new_and_a_family_of_such(near: _Near) -> None:
    ib, per = near.bench.add_citizen("Ib Bæk", ""), near.bench.add_citizen("Per Bæk", "")
    family = near.world.family("Bæk", ib, per)
    for subject_id in (ib.subject_id, family.subject_id):
        assert near.relations_to(subject_id) == {Relation.UNTAKEN}

    near.world.case(per, caseworker=near.other)
    assert near.relations_to(ib.subject_id) == {Relation.UNTAKEN}
    assert near.relations_to(family.subject_id) == set()
    near.world.course(family.subject_id, Step.ONE_CASEWORK, by=near.other)
    assert near.relations_to(ib.subject_id) == set()


def test_what_was_granted_holds_for_its_hours_and_on_trin_3_for_the_family(near: _Near) -> None:
    family = near.world.family("Bæk", near.lone)
    near.world.course(family.subject_id, Step.ONE_CASEWORK, by=near.other)
    grant(near.bench, near.lone, near.kim.id, hours=2)
    for subject_id in (family.subject_id, near.lone.subject_id):
        assert near.relations_to(subject_id) == {Relation.GRANTED}

    near.bench.clock.moment += timedelta(hours=2)
    assert near.relations_to(near.lone.subject_id) == set()
