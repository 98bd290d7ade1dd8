"""The year wheel and the visits, on a real database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from koordinator.domain.access import Action
from koordinator.domain.agreement_rules import Promise
from koordinator.domain.assessment import Assessment
from koordinator.domain.citizen import Family, FamilyMembership, FamilyRole, Subject, SubjectKind
from koordinator.domain.consent import Consent
from koordinator.domain.course import CoordinatorPeriod, Course
from koordinator.domain.errors import NotAllowed, NotFound
from koordinator.domain.follow_up import DueItem, DueKind, PlannedDay
from koordinator.domain.ids import (
    AgendaItemId,
    AssessmentId,
    ConsentId,
    CourseId,
    FamilyId,
    JointPlanId,
    RowId,
    SubjectId,
)
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.meeting import AgendaItem, Meeting, MeetingStatus, Participant, Preparation
from koordinator.domain.organisation import Role, TeamMembership
from koordinator.domain.register import CaseFile, Effort, OtherPlan
from koordinator.domain.steps import Step
from koordinator.domain.year_wheel import WHEEL_KINDS, WheelKind, YearOutOfRange
from koordinator.domain.year_wheel_visit import DayIsFixed, DayTooLate, VisitGone, WhyNot
from koordinator.usecases.courses import place_on_step
from koordinator.usecases.ports_diary import DiaryScope
from koordinator.usecases.routine import current_routine
from koordinator.usecases.services import Services
from koordinator.usecases.year_wheel import WheelFile, WheelPage, Whose
from koordinator.usecases.year_wheel_visits import Proposal
from tests.support.desk import services_at
from tests.support.meeting_world import FIRST_DAY, SOON, MeetingWorld, make_world
from tests.support.office import TODAY, Bench

REASSESS_ON = FIRST_DAY + timedelta(days=365)
"""4 May 2027."""
DAY = timedelta(days=1)
BOUND = (DueKind.CASE_DEADLINE, DueKind.CONSENT, DueKind.AGREEMENT)


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    return make_world(bench)


@pytest.fixture
def services(bench: Bench) -> Services:
    return services_at(bench)


def give_days(world: MeetingWorld) -> None:
    """A review, another plan's follow-up, a grant's, a deadline, a consent and a promise round the reassessment."""
    world.plans.begin(world.actor, world.subject_id)
    world.promises.promise(world.actor, world.subject_id, Promise("Ringer", due_on=REASSESS_ON))
    with world.bench.office.aside() as tx:
        (plan,) = tx.of(JointPlan).where()
        tx.of(JointPlan).save(replace(plan, review_on=REASSESS_ON + 10 * DAY))
        (case,) = tx.of(CaseFile).where()
        tx.of(CaseFile).save(replace(case, deadline_on=REASSESS_ON + 12 * DAY))
        (other,) = tx.of(OtherPlan).where()
        tx.of(OtherPlan).save(replace(other, follow_up_on=REASSESS_ON + 3 * DAY))
        effort = tx.of(Effort).get(world.effort_id)
        tx.of(Effort).save(replace(effort, until_on=REASSESS_ON + 62 * DAY))
        until_on = REASSESS_ON + 25 * DAY
        tx.of(Consent).add(Consent(ConsentId(0), world.lone.id, "Hjælp", "Bostøtten", "Ja", until_on=until_on))


def opened(services: Services, world: MeetingWorld, year: int = 2027, whose: Whose = Whose.MINE) -> WheelPage:
    return services.year_wheels.open(world.actor, year, whose)


def items_of(page: WheelPage) -> dict[DueKind, DueItem]:
    return {item.kind: item for month in page.wheel.months for item in month.items}


def days(items: Sequence[DueItem]) -> list[date | None]:
    return [item.due_on for item in items]


def proposal(services: Services, world: MeetingWorld) -> Proposal:
    return services.visits.propose(world.actor, world.subject_id)


def test_the_wheel_holds_what_opfoelgning_holds_and_the_meetings(services: Services, world: MeetingWorld) -> None:
    give_days(world)
    meeting = world.planned(replace(SOON, starts_on=date(2027, 12, 31))).meeting
    cancelled = world.planned(replace(SOON, starts_on=date(2027, 3, 1))).meeting
    services.invitations.cancel(world.actor, cancelled, "Borgeren er syg")

    page = opened(services, world)

    assert set(items_of(page)) == set(WHEEL_KINDS) - {DueKind.DECISION, DueKind.CASE_ANSWER}
    assert items_of(page)[DueKind.MEETING].thing_id == meeting.id
    assert page.sheet.counts.months[11].of(WheelKind.MEETING) == page.sheet.counts.total.of(WheelKind.MEETING) == 1
    assert page.sheet.municipality == "Lilleby Kommune"
    entry = world.bench.log()[-1]
    assert (entry.action, entry.thing_id, entry.codes) == (Action.OPEN_YEAR_WHEEL, 2027, "whose=mine items=8")


def test_without_a_year_it_is_this_one(services: Services, world: MeetingWorld) -> None:
    page = services.year_wheels.open(world.actor)

    assert (page.wheel.year, page.today, page.sheet.month_now) == (2026, TODAY, 11)
    with pytest.raises(YearOutOfRange):
        services.year_wheels.open(world.actor, 1999)


def test_the_teams_wheel_is_for_who_does_casework(services: Services, world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        team = tx.of(TeamMembership).where(employee_id=world.mette)[0]
        tx.of(TeamMembership).add(TeamMembership(RowId(0), world.kim, team.team_id, FIRST_DAY))
    kim = world.colleague(world.kim)

    assert items_of(services.year_wheels.open(kim, 2027)) == {}
    assert set(items_of(services.year_wheels.open(kim, 2027, Whose.TEAM))) == {DueKind.REASSESSMENT}
    assert world.bench.log()[-1].action is Action.OPEN_TEAM_YEAR_WHEEL
    reader = replace(kim, roles=frozenset({Role.CASEWORKER}))
    assert services.year_wheels.open(reader, 2027).wheel.year == 2027
    with pytest.raises(NotAllowed):
        services.year_wheels.open(reader, 2027, Whose.TEAM)
    with pytest.raises(NotAllowed):
        services.year_wheels.file(reader, 2027, Whose.TEAM, WheelFile.PDF)


def test_a_course_that_is_over_is_not_in_the_wheel(services: Services, world: MeetingWorld) -> None:
    give_days(world)
    world.planned(replace(SOON, starts_on=date(2027, 2, 1)))
    with world.bench.office.aside() as tx:
        course = tx.of(Course).get(world.course_id)
        tx.of(Course).save(replace(course, until_on=TODAY))

    assert items_of(opened(services, world)) == {}
    assert DueKind.AGREEMENT in {
        item.kind
        for group in services.follow_up.open(world.actor, DiaryScope(employee_id=world.mette)).groups
        for item in group.items
    }


def make_family(world: MeetingWorld) -> SubjectId:
    with world.bench.office.aside() as tx:
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
        family = tx.of(Family).add(Family(FamilyId(0), tx.new_uid(), subject.id, "Familien Bæk"))
        for citizen in (world.lone, world.anna):
            tx.of(FamilyMembership).add(FamilyMembership(RowId(0), family.id, citizen.id, FamilyRole.ADULT, FIRST_DAY))
        course = tx.of(Course).add(Course(CourseId(0), tx.new_uid(), subject.id, FIRST_DAY))
        tx.of(CoordinatorPeriod).add(CoordinatorPeriod(RowId(0), subject.id, course.id, world.mette, FIRST_DAY))
    return subject.id


def test_a_member_goes_on_with_the_familys_course(services: Services, world: MeetingWorld) -> None:
    give_days(world)
    family = make_family(world)
    with world.bench.office.aside() as tx:
        tx.of(Course).save(replace(tx.of(Course).get(world.course_id), until_on=TODAY))
    assert DueKind.CASE_DEADLINE in items_of(opened(services, world))

    with world.bench.office.aside() as tx:
        (course,) = tx.of(Course).where(subject_id=family)
        tx.of(Course).save(replace(course, until_on=TODAY))
    assert items_of(opened(services, world)) == {}


def test_a_familys_days_become_one_visit_in_one_entry_and_can_be_had_back(
    services: Services, world: MeetingWorld
) -> None:
    give_days(world)
    before = items_of(opened(services, world))
    shown = proposal(services, world)
    (visit,) = shown.gathering.visits
    assert visit.on == REASSESS_ON
    assert {item.kind for item in visit.moved} == {DueKind.PLAN_REVIEW, DueKind.OTHER_PLAN, DueKind.EFFORT}
    assert {item.kind for item in visit.kept} == {DueKind.REASSESSMENT, DueKind.CASE_DEADLINE, DueKind.CONSENT}
    assert {each.why for each in shown.gathering.left} == {WhyNot.PROMISED}
    entries = len(world.bench.log())

    done = services.visits.gather(world.actor, world.subject_id, visit)

    log = world.bench.log()
    assert len(log) == entries + 1
    assert (log[-1].action, log[-1].codes) == (Action.GATHER_FOLLOW_UP, "moved=3")
    after = items_of(opened(services, world))
    assert {after[item.kind].due_on for item in visit.moved} == {REASSESS_ON}
    assert [after[kind] for kind in BOUND] == [before[kind] for kind in BOUND]
    assert (after[DueKind.MEETING].thing_id, after[DueKind.MEETING].due_on) == (done.meeting_id, REASSESS_ON)
    meeting = services.meetings.open(world.actor, done.meeting_id)
    assert meeting.meeting.status is MeetingStatus.PLANNED
    assert meeting.participants
    assert meeting.agenda
    assert proposal(services, world).gathering.visits == ()

    back = services.visits.take_back(world.actor, done)

    assert (back.moved_back, back.changed_since, back.meeting_gone) == (3, 0, True)
    assert items_of(opened(services, world)) == before
    with world.bench.office.aside() as tx:
        kinds = (Meeting, Participant, AgendaItem, PlannedDay)
        assert [tx.of(kind).where() for kind in kinds] == [(), (), (), ()]
    assert len(world.bench.log()) > entries


def test_what_was_changed_since_stays_and_so_does_a_meeting_in_use(services: Services, world: MeetingWorld) -> None:
    give_days(world)
    (visit,) = proposal(services, world).gathering.visits
    done = services.visits.gather(world.actor, world.subject_id, visit)
    services.meetings.prepare(world.actor, Preparation(RowId(0), done.meeting_id))
    with world.bench.office.aside() as tx:
        (plan,) = tx.of(JointPlan).where()
        tx.of(JointPlan).save(replace(plan, review_on=REASSESS_ON - DAY))

    back = services.visits.take_back(world.actor, done)

    assert (back.moved_back, back.changed_since, back.meeting_gone) == (2, 1, False)
    assert services.meetings.open(world.actor, done.meeting_id).meeting.id == done.meeting_id
    assert items_of(opened(services, world))[DueKind.PLAN_REVIEW].due_on == REASSESS_ON - DAY


def test_what_somebody_added_to_the_new_meeting_is_not_taken_back(services: Services, world: MeetingWorld) -> None:
    give_days(world)
    (visit,) = proposal(services, world).gathering.visits
    done = services.visits.gather(world.actor, world.subject_id, visit)
    first = services.meetings.open(world.actor, done.meeting_id).agenda[0]
    services.meetings.save_item(world.actor, replace(first, id=AgendaItemId(0), title="Skolen", version=0))

    back = services.visits.take_back(world.actor, done)

    assert (back.moved_back, back.meeting_gone) == (3, False)
    assert "Skolen" in [item.title for item in services.meetings.open(world.actor, done.meeting_id).agenda]


def test_a_meeting_that_is_there_is_the_visit(services: Services, world: MeetingWorld) -> None:
    give_days(world)
    meeting = world.planned(replace(SOON, starts_on=REASSESS_ON - DAY)).meeting
    (visit,) = proposal(services, world).gathering.visits
    assert (visit.on, visit.meeting_id) == (REASSESS_ON - DAY, meeting.id)

    done = services.visits.gather(world.actor, world.subject_id, visit)

    assert (done.planned, done.meeting_id) == (None, meeting.id)
    after = items_of(opened(services, world))
    assert (after[DueKind.REASSESSMENT].due_on, after[DueKind.REASSESSMENT].computed_on) == (
        REASSESS_ON - DAY,
        REASSESS_ON,
    )
    assert services.visits.take_back(world.actor, done).meeting_gone is False
    assert items_of(opened(services, world))[DueKind.REASSESSMENT].due_on == REASSESS_ON


def test_a_proposal_that_no_longer_holds_moves_nothing(services: Services, world: MeetingWorld) -> None:
    give_days(world)
    (visit,) = proposal(services, world).gathering.visits
    with world.bench.office.aside() as tx:
        (other,) = tx.of(OtherPlan).where()
        tx.of(OtherPlan).save(replace(other, follow_up_on=REASSESS_ON + 4 * DAY))
    before = items_of(opened(services, world))

    with pytest.raises(VisitGone):
        services.visits.gather(world.actor, world.subject_id, visit)

    assert items_of(opened(services, world)) == before


def test_the_whole_familys_things_are_gathered_and_the_meeting_is_the_familys(
    services: Services, world: MeetingWorld
) -> None:
    give_days(world)
    family = make_family(world)
    with world.bench.office.aside() as tx:
        tx.of(JointPlan).add(JointPlan(JointPlanId(0), tx.new_uid(), family, None, review_on=REASSESS_ON + DAY))

    shown = services.visits.propose(world.actor, world.anna.subject_id)
    assert services.visits.propose(world.actor, family) == shown

    (visit,) = shown.gathering.visits
    assert (shown.people.name, {item.subject_id for item in visit.items}) == (
        "Familien Bæk",
        {family, world.subject_id},
    )
    done = services.visits.gather(world.actor, world.subject_id, visit)
    assert done.planned is not None
    assert done.planned.subject_id == family
    assert services.visits.take_back(world.actor, done).moved_back == len(visit.moved)


def test_the_visit_about_a_member_of_a_family_on_trin_3_is_the_familys_meeting(
    services: Services, world: MeetingWorld
) -> None:
    give_days(world)
    family = make_family(world)
    with world.bench.office.aside() as tx:
        place_on_step(tx, family, Step.ONE_CASEWORK)
    (visit,) = proposal(services, world).gathering.visits
    assert {item.subject_id for item in visit.items} == {world.subject_id}

    done = services.visits.gather(world.actor, world.subject_id, visit)

    assert done.planned is not None
    assert done.planned.subject_id == family


def test_one_day_is_moved_no_later_than_the_rules_allow(services: Services, world: MeetingWorld) -> None:
    give_days(world)
    items = items_of(opened(services, world))
    reassessment = items[DueKind.REASSESSMENT]

    moved = services.visits.move(world.actor, reassessment, REASSESS_ON - 9 * DAY)
    again = services.visits.move(world.actor, moved, REASSESS_ON - 5 * DAY)
    assert items_of(opened(services, world))[DueKind.REASSESSMENT] == again
    with pytest.raises(DayTooLate):
        services.visits.move(world.actor, again, REASSESS_ON + DAY)
    with pytest.raises(DayIsFixed):
        services.visits.move(world.actor, items[DueKind.CASE_DEADLINE], REASSESS_ON)
    with pytest.raises(NotFound):
        services.visits.move(world.actor, replace(reassessment, thing_id=999), REASSESS_ON)
    services.visits.move(world.actor, items[DueKind.PLAN_REVIEW], date(2028, 1, 1))
    assert DueKind.PLAN_REVIEW not in items_of(opened(services, world))


def test_the_guide_opfoelgning_and_the_wheel_say_the_same_day(services: Services, world: MeetingWorld) -> None:
    reassessment = items_of(opened(services, world))[DueKind.REASSESSMENT]
    services.visits.move(world.actor, reassessment, REASSESS_ON - 300 * DAY)

    with world.bench.office.glance() as tx:
        (facts,) = tx.guide.of_subjects([world.subject_id])
        routine = current_routine(tx)
    groups = services.follow_up.open(world.actor, DiaryScope()).groups

    due = [item.due_on for group in groups for item in group.items if item.kind is DueKind.REASSESSMENT]
    assert facts.reassess_on(routine) == REASSESS_ON - 300 * DAY
    assert due == [facts.reassess_on(routine)]
    assert facts._replace(step_from_on=FIRST_DAY + DAY).reassess_on(routine) == REASSESS_ON + DAY


def test_a_chosen_day_is_passed_over_when_the_rules_give_another(services: Services, world: MeetingWorld) -> None:
    reassessment = items_of(opened(services, world))[DueKind.REASSESSMENT]
    services.visits.move(world.actor, reassessment, REASSESS_ON - 60 * DAY)
    with world.bench.office.aside() as tx:
        decided = Assessment(AssessmentId(0), world.subject_id, "standard", "1", "", decided_on=date(2026, 9, 1))
        tx.of(Assessment).add(replace(decided, locked_at=datetime(2026, 9, 1, 12, tzinfo=UTC)))

    assert items_of(opened(services, world))[DueKind.REASSESSMENT].due_on == date(2027, 9, 1)


def test_the_files_say_how_many_and_never_who(services: Services, world: MeetingWorld) -> None:
    give_days(world)
    page, made = services.year_wheels.file(world.actor, 2027, Whose.MINE, WheelFile.ICS)
    _, again = services.year_wheels.file(world.actor, 2027, Whose.MINE, WheelFile.ICS)

    calendar: Any = Calendar.from_ical(made.content)
    events = calendar.walk("VEVENT")
    assert made == again
    assert (calendar["METHOD"], made.file_name) == ("PUBLISH", "aarshjul-2027.ics")
    assert sorted(event["DTSTART"].dt for event in events) == [day.on for day in page.sheet.counts.days]
    assert {str(event["SUMMARY"]) for event in events} == {"Opfølgning (2)", "Opfølgning (1)"}
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert all(event["DTEND"].dt - event["DTSTART"].dt == DAY for event in events)
    for name in (b"Lone", b"B\xc3\xa6k", b"Ringer", b"Bost", b"120378"):
        assert name not in made.content
    assert world.bench.log()[-1].action is Action.EXPORT_YEAR_WHEEL
    _, paper = services.year_wheels.file(world.actor, 2027, Whose.MINE, WheelFile.PDF)
    assert (paper.file_name, paper.content[:5]) == ("aarshjul-2027.pdf", b"%PDF-")
    _, large = services.year_wheels.file(world.actor, 2027, Whose.MINE, WheelFile.LARGE_PDF)
    assert large.file_name == "aarshjul-2027-stor-skrift.pdf"
    assert large.printed is not None
    assert paper.printed is not None
    assert large.printed.pages > paper.printed.pages == 1
