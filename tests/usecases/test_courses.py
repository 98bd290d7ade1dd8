"""Courses, steps, coordinators, families and primary caseworkers on a real database."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from koordinator.domain.access import Action
from koordinator.domain.assessment import NotDecided
from koordinator.domain.citizen import (
    Citizen,
    FamilyMembership,
    FamilyRole,
    PrimaryCaseworkerPeriod,
    PrimaryCaseworkerWish,
)
from koordinator.domain.citizen_rules import AlreadyInFamily
from koordinator.domain.course import CoordinatorPeriod, Course, EndReason, NoOpenCourse, NotOnStep, StepPeriod
from koordinator.domain.course_rules import CourseEnd, CourseOpen, CourseOverlaps, CourseUnderWay
from koordinator.domain.errors import FieldMissing
from koordinator.domain.guide_kinds import NextStepKind, Why, WhyCode
from koordinator.domain.ids import CourseId, RowId
from koordinator.domain.joint_plan import JointPlan, PlanVersion
from koordinator.domain.organisation import LacksAuthority
from koordinator.domain.periods import holds_on
from koordinator.domain.steps import Step
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.courses import Courses, place_on_step
from koordinator.usecases.families import Families, NewMember
from koordinator.usecases.primary_caseworkers import PrimaryCaseworkers
from tests.support.histories import Histories, days_ago
from tests.support.office import TODAY, Bench

NEW = RowId(0)
END = CourseEnd(EndReason.GOALS_REACHED, "Nu kan jeg selv.", "Ida Mikkelsen")


@pytest.fixture
def courses(bench: Bench) -> Courses:
    return Courses(bench.office)


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def lone(bench: Bench) -> Citizen:
    return bench.add_citizen()


def assess(bench: Bench, histories: Histories, courses: Courses, citizen: Citizen, step: Step) -> StepPeriod | None:
    assessment = histories.assessment(citizen.subject_id, step, bench.clock.today())
    return courses.carry_out(bench.actor, assessment.id)


def test_an_assessment_begins_a_course_and_moves_it_up_and_down(
    bench: Bench, histories: Histories, courses: Courses, lone: Citizen
) -> None:
    for step in (Step.ALIGNMENT, Step.ONE_CASEWORK, Step.MEETINGS):
        period = assess(bench, histories, courses, lone, step)
        assert period is not None
        assert period.step is step
        bench.clock.pass_days(10)

    (course,) = histories.all(Course)
    steps = histories.all(StepPeriod)
    assert course.from_on == TODAY
    assert [(period.step, period.from_on, period.until_on) for period in steps] == [
        (Step.ALIGNMENT, TODAY, TODAY + timedelta(days=10)),
        (Step.ONE_CASEWORK, TODAY + timedelta(days=10), TODAY + timedelta(days=20)),
        (Step.MEETINGS, TODAY + timedelta(days=20), None),
    ]
    assert all(period.assessment_id is not None for period in steps)
    for day in range(30):
        assert sum(holds_on(period, TODAY + timedelta(days=day)) for period in steps) == 1
    assert [entry.action for entry in bench.log()[-3:]] == [Action.MOVE_STEP] * 3


def test_a_step_changed_the_same_day_leaves_no_empty_period(
    bench: Bench, histories: Histories, courses: Courses, lone: Citizen
) -> None:
    assess(bench, histories, courses, lone, Step.ALIGNMENT)
    assess(bench, histories, courses, lone, Step.MEETINGS)

    assert [period.step for period in histories.all(StepPeriod)] == [Step.MEETINGS]


def test_a_step_changed_back_the_same_day_is_no_move(bench: Bench, histories: Histories, lone: Citizen) -> None:
    histories.walk_steps(lone.subject_id, (Step.ALIGNMENT, days_ago(50)), (Step.MEETINGS, days_ago(40)))
    with bench.office.aside() as tx:
        place_on_step(tx, lone.subject_id, Step.ALIGNMENT)
        place_on_step(tx, lone.subject_id, Step.MEETINGS)
        (facts,) = tx.guide.of_subjects((lone.subject_id,))

    assert facts.moved_on == (days_ago(40),)


def test_the_same_step_again_moves_nothing(bench: Bench, histories: Histories, courses: Courses, lone: Citizen) -> None:
    first = assess(bench, histories, courses, lone, Step.MEETINGS)
    bench.clock.pass_days(9)

    assert assess(bench, histories, courses, lone, Step.MEETINGS) == first


def test_no_need_begins_no_course(bench: Bench, histories: Histories, courses: Courses, lone: Citizen) -> None:
    assert assess(bench, histories, courses, lone, Step.NO_NEED) is None
    assert histories.all(Course) == ()


def test_an_assessment_that_is_not_locked_moves_nobody(
    bench: Bench, histories: Histories, courses: Courses, lone: Citizen
) -> None:
    begun = histories.assessment(lone.subject_id, None)

    with pytest.raises(NotDecided):
        courses.carry_out(bench.actor, begun.id)


def test_below_trin_2_the_coordinators_time_ends(
    bench: Bench, histories: Histories, courses: Courses, lone: Citizen
) -> None:
    histories.course(lone.subject_id, by=histories.employee())

    assess(bench, histories, courses, lone, Step.ALIGNMENT)

    (period,) = histories.all(CoordinatorPeriod)
    assert period.until_on == TODAY


def test_a_course_from_before_the_program_is_taken_over(
    bench: Bench, histories: Histories, courses: Courses, lone: Citizen
) -> None:
    period = courses.take_over(bench.actor, lone.subject_id, CourseUnderWay(Step.MEETINGS, days_ago(200)))

    assert (period.from_on, period.assessment_id) == (days_ago(200), None)
    with pytest.raises(CourseOpen):
        courses.take_over(bench.actor, lone.subject_id, CourseUnderWay(Step.MEETINGS, TODAY))
    courses.end(bench.actor, lone.subject_id, END)
    with pytest.raises(CourseOverlaps):
        courses.take_over(bench.actor, lone.subject_id, CourseUnderWay(Step.MEETINGS, days_ago(1)))


def test_who_has_coordinated_since_before_the_program_does_so_from_the_first_day(
    bench: Bench, histories: Histories, courses: Courses, lone: Citizen
) -> None:
    ida, kim = histories.employee(), histories.employee("Kim Møller", authority=False)
    for coordinator, step, refusal in (
        (kim, Step.MEETINGS, LacksAuthority),
        (ida, Step.ALIGNMENT, NotOnStep),
    ):
        with pytest.raises(refusal):
            courses.take_over(bench.actor, lone.subject_id, CourseUnderWay(step, days_ago(200), coordinator.id))
    assert histories.all(Course) == ()

    courses.take_over(bench.actor, lone.subject_id, CourseUnderWay(Step.MEETINGS, days_ago(200), ida.id))

    (period,) = histories.all(CoordinatorPeriod)
    assert (period.employee_id, period.from_on, period.until_on) == (ida.id, days_ago(200), None)
    found = Citizens(bench.office).open(bench.actor, lone.id).course_file.next_step
    assert (found.kind, found.why.code, found.by_on) == (
        NextStepKind.PLAN_NEXT_MEETING, WhyCode.NO_MEETING_KNOWN, None,
    )  # fmt: skip


def test_a_coordinator_holds_authority(bench: Bench, histories: Histories, courses: Courses, lone: Citizen) -> None:
    histories.course(lone.subject_id)
    provider = histories.employee("Kim Møller", authority=False)

    with pytest.raises(LacksAuthority) as lacking:
        courses.choose_coordinator(bench.actor, lone.subject_id, provider.id)

    assert lacking.value.employee == "Kim Møller"
    assert histories.all(CoordinatorPeriod) == ()


def test_coordinators_follow_each_other_without_gap_or_overlap(
    bench: Bench, histories: Histories, courses: Courses, lone: Citizen
) -> None:
    histories.course(lone.subject_id)
    ida, bo = histories.employee(), histories.employee("Bo Thygesen")
    first = courses.choose_coordinator(bench.actor, lone.subject_id, ida.id)
    assert courses.choose_coordinator(bench.actor, lone.subject_id, ida.id) == first
    bench.clock.pass_days(7)
    courses.choose_coordinator(bench.actor, lone.subject_id, bo.id)

    week_later = TODAY + timedelta(days=7)
    assert [(row.employee_id, row.from_on, row.until_on) for row in histories.all(CoordinatorPeriod)] == [
        (ida.id, TODAY, week_later),
        (bo.id, week_later, None),
    ]


def test_there_is_no_coordinator_without_a_course_or_on_trin_1(
    bench: Bench, histories: Histories, courses: Courses, lone: Citizen
) -> None:
    ida = histories.employee()
    with pytest.raises(NoOpenCourse) as none:
        courses.choose_coordinator(bench.actor, lone.subject_id, ida.id)
    assert none.value.name == "Lone Bæk"
    histories.course(lone.subject_id, Step.ALIGNMENT)
    with pytest.raises(NotOnStep):
        courses.choose_coordinator(bench.actor, lone.subject_id, ida.id)


def test_the_end_of_a_course_ends_what_belongs_to_it(
    bench: Bench, histories: Histories, courses: Courses, lone: Citizen
) -> None:
    histories.course(lone.subject_id, by=histories.employee())
    histories.plan(lone.subject_id, days_ago(30))

    with pytest.raises(FieldMissing):
        courses.end(bench.actor, lone.subject_id, replace(END, call_afterwards=" "))
    course = courses.end(bench.actor, lone.subject_id, END)

    assert (course.until_on, course.end_reason, course.citizens_word) == (
        TODAY,
        EndReason.GOALS_REACHED,
        "Nu kan jeg selv.",
    )
    assert [row.until_on for row in histories.all(StepPeriod)] == [TODAY]
    assert [row.until_on for row in histories.all(CoordinatorPeriod)] == [TODAY]
    assert [row.until_on for row in histories.all(PlanVersion)] == [TODAY]
    assert [plan.ended_on for plan in histories.all(JointPlan)] == [TODAY]
    assert bench.log()[-1].codes == "reason=goals_reached"
    with pytest.raises(NoOpenCourse):
        courses.end(bench.actor, lone.subject_id, END)


def test_the_database_holds_one_open_period_of_each_kind(histories: Histories, lone: Citizen) -> None:
    ida = histories.employee()
    course = histories.course(lone.subject_id, by=ida)
    histories.add(PrimaryCaseworkerPeriod(NEW, lone.id, ida.id, TODAY))
    family = histories.family("Familien Bæk", lone)
    second_rows: tuple[object, ...] = (
        Course(CourseId(0), "another", lone.subject_id, TODAY),
        StepPeriod(NEW, lone.subject_id, course.id, Step.MEETINGS, TODAY),
        CoordinatorPeriod(NEW, lone.subject_id, course.id, ida.id, TODAY),
        FamilyMembership(NEW, family.id, lone.id, FamilyRole.ADULT, TODAY),
        PrimaryCaseworkerPeriod(NEW, lone.id, ida.id, TODAY),
    )

    for row in second_rows:
        with pytest.raises(IntegrityError):
            histories.add(row)


def test_a_family_on_trin_3_takes_its_members_in(bench: Bench, histories: Histories, courses: Courses) -> None:
    lone, anna = bench.add_citizen(), bench.add_citizen("Anna Bæk", "")
    histories.course(lone.subject_id, by=histories.employee())
    families = Families(bench.office)
    family = families.create(bench.actor, "Familien Bæk", (NewMember(lone.id, FamilyRole.ADULT),))
    assessment = histories.assessment(family.subject_id, Step.ONE_CASEWORK, TODAY)
    courses.carry_out(bench.actor, assessment.id)
    histories.course(anna.subject_id, Step.ALIGNMENT)
    families.take_in(bench.actor, family.id, NewMember(anna.id, FamilyRole.CHILD))

    ended = [course for course in histories.all(Course) if course.subject_id != family.subject_id]
    assert [(course.end_reason, course.until_on) for course in ended] == [(EndReason.PART_OF_FAMILY, TODAY)] * 2
    file = families.open(bench.actor, family.id)
    assert file.course_file.next_step.kind is NextStepKind.CHOOSE_COORDINATOR
    assert [member.citizen.name for member in file.members.members] == ["Lone Bæk", "Anna Bæk"]


@pytest.mark.parametrize("was_wrong", ["member", "step"])
def test_who_lost_a_course_to_a_family_by_a_mistake_of_the_day_is_to_be_assessed(
    bench: Bench, histories: Histories, lone: Citizen, was_wrong: str
) -> None:
    anna, families = bench.add_citizen("Anna Bæk", ""), Families(bench.office)
    members = (lone,) if was_wrong == "member" else (lone, anna)
    family = histories.family("Familien Bæk", *members)
    histories.walk_steps(anna.subject_id, (Step.MEETINGS, days_ago(40)))
    if was_wrong == "member":
        histories.course(family.subject_id, Step.ONE_CASEWORK)
        joined = families.take_in(bench.actor, family.id, NewMember(anna.id, FamilyRole.CHILD))
        families.leave(bench.actor, joined.id)
    else:
        histories.course(family.subject_id, Step.MEETINGS)
        with bench.office.aside() as tx:
            place_on_step(tx, family.subject_id, Step.ONE_CASEWORK)
            place_on_step(tx, family.subject_id, Step.MEETINGS)

    file = Citizens(bench.office).open(bench.actor, anna.id).course_file

    code = WhyCode.LEFT_FAMILY if was_wrong == "member" else WhyCode.FAMILY_CAME_DOWN
    assert (file.course, file.next_step.kind) == (None, NextStepKind.ASSESS)
    assert file.next_step.why == Why(code, TODAY)


def test_a_citizen_is_in_one_family_at_a_time(bench: Bench, histories: Histories, lone: Citizen) -> None:
    families, adult = Families(bench.office), NewMember(lone.id, FamilyRole.ADULT)
    family = families.create(bench.actor, "Familien Bæk", (adult,))

    with pytest.raises(AlreadyInFamily) as already:
        families.create(bench.actor, "Familien Rømer", (adult,))

    assert (already.value.name, already.value.family) == ("Lone Bæk", "Familien Bæk")
    bench.clock.pass_days(5)
    (membership,) = histories.all(FamilyMembership)
    families.leave(bench.actor, membership.id)
    families.leave(bench.actor, membership.id)
    other = families.create(bench.actor, "Familien Rømer", (adult,))
    assert [(row.family_id, row.until_on) for row in histories.all(FamilyMembership)] == [
        (family.id, TODAY + timedelta(days=5)),
        (other.id, None),
    ]


def test_a_family_is_renamed_and_a_members_role_changed(bench: Bench, histories: Histories, lone: Citizen) -> None:
    families = Families(bench.office)
    family = families.create(bench.actor, "Familien Bæk", (NewMember(lone.id, FamilyRole.ADULT),))
    (membership,) = histories.all(FamilyMembership)

    assert families.rename(bench.actor, replace(family, name="Familien Bæk-Rømer")).version == 2
    assert families.change_role(bench.actor, membership.id, FamilyRole.OTHER).role is FamilyRole.OTHER


def test_a_primary_caseworker_is_chosen_changed_and_declined(bench: Bench, histories: Histories, lone: Citizen) -> None:
    use, ida, bo = PrimaryCaseworkers(bench.office), histories.employee(), histories.employee("Bo Thygesen")
    first = use.choose(bench.actor, lone.id, ida.id)
    assert use.choose(bench.actor, lone.id, ida.id) == first
    bench.clock.pass_days(3)
    use.choose(bench.actor, lone.id, bo.id)
    bench.clock.pass_days(3)

    declined = use.note_wish(bench.actor, lone.id, PrimaryCaseworkerWish.NOT_WANTED)

    assert declined.primary_caseworker_wish is PrimaryCaseworkerWish.NOT_WANTED
    assert [(row.employee_id, row.until_on) for row in histories.all(PrimaryCaseworkerPeriod)] == [
        (ida.id, TODAY + timedelta(days=3)),
        (bo.id, TODAY + timedelta(days=6)),
    ]
    assert use.note_wish(bench.actor, lone.id, PrimaryCaseworkerWish.NOT_WANTED) == declined
