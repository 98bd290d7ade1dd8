"""A family is assessed: what its members bring along, who has left, who belongs elsewhere, siblings apart."""

from datetime import timedelta

import pytest

from koordinator.domain.assessment import Answer, Assessment
from koordinator.domain.assessment_model import OptionKey, ParameterKey, RegisterFact
from koordinator.domain.citizen import (
    Citizen,
    Family,
    FamilyMembership,
    FamilyRole,
    LeaveReason,
    PrimaryCaseworkerPeriod,
    PrimaryCaseworkerWish,
    Relation,
    RelationKind,
)
from koordinator.domain.course import Course, EndReason
from koordinator.domain.course_rules import CourseEnd, CourseIsFamilys, CourseUnderWay
from koordinator.domain.guide import NextStep, next_step
from koordinator.domain.guide_kinds import NextStepKind, WhyCode
from koordinator.domain.ids import RowId
from koordinator.domain.register import ContactPerson
from koordinator.domain.steps import Step
from koordinator.usecases.assessments import Assessments, Decision
from koordinator.usecases.courses import Courses, place_on_step
from koordinator.usecases.families import Families, NewMember
from koordinator.usecases.family_background import FamilyBackground
from koordinator.usecases.primary_caseworkers import PrimaryCaseworkers
from koordinator.usecases.routine import current_routine
from tests.domain.assessments import LONE
from tests.support.histories import Histories, days_ago
from tests.support.office import TODAY, Bench

SELF = ParameterKey("self_coordination")
NEW = RowId(0)


class Home:
    """Lone with Oliver and Anna, who are children."""

    def __init__(self, bench: Bench) -> None:
        self.bench, self.histories = bench, Histories(bench)
        self.assessments, self.families = Assessments(bench.office), Families(bench.office)
        self.lone = bench.add_citizen()
        self.oliver = bench.add_citizen("Oliver Bæk", "")
        self.anna = bench.add_citizen("Anna Bæk", "")
        self.family = self.histories.family("Familien Bæk", self.lone)
        for child in (self.oliver, self.anna):
            self.join(child)

    def join(self, citizen: Citizen, role: FamilyRole = FamilyRole.CHILD) -> None:
        self.histories.add(FamilyMembership(NEW, self.family.id, citizen.id, role, days_ago(300)))

    def background(self, family: Family | None = None) -> FamilyBackground:
        found = self.assessments.open(self.bench.actor, (family or self.family).subject_id).family
        assert found is not None
        return found

    def assess(self, citizen: Citizen, **answers: str) -> None:
        given = {**LONE, **{ParameterKey(key): OptionKey(option) for key, option in answers.items()}}
        shown = self.assessments.open(self.bench.actor, citizen.subject_id).assessment
        saved = self.assessments.answer(
            self.bench.actor, shown, tuple(Answer(key, option) for key, option in given.items())
        )
        self.assessments.lock(self.bench.actor, saved, Decision(Step.MEETINGS, "Det er aftalt."))

    def leave(self, citizen: Citizen, because: LeaveReason) -> None:
        (membership,) = self.histories.all(FamilyMembership, citizen_id=citizen.id, until_on=None)
        self.families.leave(self.bench.actor, membership.id, because)


@pytest.fixture
def home(bench: Bench) -> Home:
    return Home(bench)


def test_register_facts_are_counted_distinct_over_the_members(home: Home) -> None:
    ida = home.histories.employee()
    for citizen in (home.lone, home.oliver, home.anna):
        home.histories.case(citizen, "Familie", caseworker=ida)
        home.histories.add(ContactPerson(0, citizen.id, "Læge Ågård", from_on=days_ago(9)))  # type: ignore[arg-type]

    registered = home.assessments.open(home.bench.actor, home.family.subject_id).registered

    assert len(registered[RegisterFact.OPEN_CASES]) == 3
    assert registered[RegisterFact.DEPARTMENTS] == ("Familie",)
    assert registered[RegisterFact.CONTACT_PERSONS] == ("Ida Mikkelsen", "Læge Ågård")
    assert registered[RegisterFact.FAMILY_MEMBERS_WITH_CASES] == ("Lone Bæk", "Oliver Bæk", "Anna Bæk")


def test_each_members_latest_assessment_and_step_come_along(home: Home) -> None:
    home.assess(home.oliver)
    home.bench.clock.pass_days(30)
    home.assess(home.oliver, self_coordination="not_at_all")

    lone, oliver, anna = home.background().members

    assert (lone.last, anna.last) == (None, None)
    assert oliver.last is not None
    assert (oliver.step, oliver.last.given[SELF]) == (Step.MEETINGS, "not_at_all")
    assert home.assessments.open(home.bench.actor, home.lone.subject_id).family is None


def test_siblings_with_different_caseworkers_get_one_for_all(home: Home) -> None:
    ida, bo = home.histories.employee(), home.histories.employee("Bo Thygesen")
    use = PrimaryCaseworkers(home.bench.office)
    use.choose(home.bench.actor, home.oliver.id, ida.id)
    use.choose(home.bench.actor, home.lone.id, bo.id)
    apart = home.background().siblings_apart
    assert [(each.sibling.name, each.employee_id) for each in apart] == [("Oliver Bæk", ida.id), ("Anna Bæk", None)]
    assert home.background().employees == {ida.id: "Ida Mikkelsen"}
    assert home.families.open(home.bench.actor, home.family.id).siblings_apart == apart

    before = len(home.bench.log())
    use.choose_for_all(home.bench.actor, tuple(each.sibling.id for each in apart), bo.id)

    assert home.background().siblings_apart == ()
    logged = [entry.subject_id for entry in home.bench.log()[before:]]
    assert {home.oliver.subject_id, home.anna.subject_id} <= set(logged)
    now = home.histories.all(PrimaryCaseworkerPeriod, until_on=None)
    assert {period.employee_id for period in now} == {bo.id}


def test_a_sibling_who_wants_no_caseworker_is_left_in_peace(home: Home) -> None:
    use = PrimaryCaseworkers(home.bench.office)
    use.choose(home.bench.actor, home.oliver.id, home.histories.employee().id)
    use.note_wish(home.bench.actor, home.anna.id, PrimaryCaseworkerWish.NOT_WANTED)

    assert home.background().siblings_apart == ()


def test_a_family_without_children_and_one_without_anybody_can_be_assessed(home: Home) -> None:
    couple = home.histories.family("Familien Rømer", home.bench.add_citizen("Bo Rømer", ""))
    nobody = home.histories.family("Familien Holm")

    assert not home.background(couple).has_children
    assert home.background(couple).siblings_apart == ()
    file = home.assessments.open(home.bench.actor, nobody.subject_id)
    assert file.registered[RegisterFact.OPEN_CASES] == ()
    assert home.background(nobody).members == ()


@pytest.mark.parametrize(
    ("because", "ended"),
    [(LeaveReason.DIED, EndReason.DIED), (LeaveReason.MOVED_AWAY, EndReason.MOVED_AWAY), (LeaveReason.OTHER, None)],
)
def test_a_member_who_leaves_is_named_and_counted_no_longer(
    home: Home, because: LeaveReason, ended: EndReason | None
) -> None:
    home.histories.case(home.oliver)
    home.histories.course(home.oliver.subject_id)
    home.leave(home.oliver, because)

    file = home.assessments.open(home.bench.actor, home.family.subject_id)
    (left,) = home.background().left
    assert (left.citizen, left.left_on, left.because) == (home.oliver, TODAY, because)
    assert file.registered[RegisterFact.OPEN_CASES] == ()
    assert [each.citizen.name for each in home.background().members] == ["Lone Bæk", "Anna Bæk"]
    (course,) = home.histories.all(Course)
    assert course.end_reason is ended


@pytest.mark.parametrize("reason", [EndReason.DIED, EndReason.MOVED_AWAY, EndReason.GOALS_REACHED])
def test_who_has_died_or_moved_away_leaves_the_family_with_the_course(home: Home, reason: EndReason) -> None:
    home.histories.course(home.oliver.subject_id)
    home.histories.course(home.family.subject_id)
    end = CourseEnd(reason, "Det er godt nu", "Ida Mikkelsen")
    Courses(home.bench.office).end(home.bench.actor, home.oliver.subject_id, end)
    Courses(home.bench.office).end(home.bench.actor, home.family.subject_id, end)

    left = [each.because for each in home.background().left]
    assert left == ([] if reason is EndReason.GOALS_REACHED else [LeaveReason(reason.value)])


def test_a_course_that_ends_with_a_death_needs_no_family(home: Home) -> None:
    alone = home.bench.add_citizen("Bo Thygesen", "")
    home.histories.course(alone.subject_id)

    Courses(home.bench.office).end(home.bench.actor, alone.subject_id, CourseEnd(EndReason.DIED))

    assert home.background().left == ()


def test_who_left_before_the_last_assessment_or_came_back_is_not_named(home: Home) -> None:
    home.leave(home.anna, LeaveReason.MOVED_OUT)
    home.leave(home.oliver, LeaveReason.DIED)
    home.bench.clock.pass_days(3)
    home.families.take_in(home.bench.actor, home.family.id, NewMember(home.anna.id, FamilyRole.CHILD))
    assert [each.citizen.name for each in home.background().left] == ["Oliver Bæk"]

    shown = home.assessments.open(home.bench.actor, home.family.subject_id).assessment
    saved = home.assessments.answer(home.bench.actor, shown, tuple(Answer(*pair) for pair in LONE.items()))
    home.assessments.lock(home.bench.actor, saved, Decision(Step.MEETINGS))
    assert home.background().left == ()


def test_a_near_relative_in_another_family_is_named_with_it(home: Home) -> None:
    father, neighbour = home.bench.add_citizen("Bo Rømer", ""), home.bench.add_citizen("Kim Dam", "")
    home.histories.add(Relation(NEW, father.id, home.oliver.id, RelationKind.CHILD))
    home.histories.add(Relation(NEW, home.lone.id, neighbour.id, RelationKind.OTHER))
    assert home.background().elsewhere == ()

    home.histories.case(father)
    home.histories.family("Familien Rømer", father, neighbour)

    (elsewhere,) = home.background().elsewhere
    assert (elsewhere.citizen.name, elsewhere.family) == ("Bo Rømer", "Familien Rømer")
    registered = home.assessments.open(home.bench.actor, home.family.subject_id).registered
    assert registered[RegisterFact.OPEN_CASES] == ()


def test_the_reason_of_leaving_is_in_the_log_as_a_code(home: Home) -> None:
    home.leave(home.anna, LeaveReason.MOVED_OUT)

    assert home.bench.log()[-1].codes == f"out={home.anna.id} reason=moved_out"
    (row,) = home.histories.all(FamilyMembership, citizen_id=home.anna.id)
    assert (row.until_on, row.left_because) == (TODAY, LeaveReason.MOVED_OUT)


def test_a_member_of_a_family_on_trin_3_stays_in_the_familys_course(home: Home) -> None:
    home.histories.course(home.family.subject_id, Step.ONE_CASEWORK)
    file = home.assessments.open(home.bench.actor, home.oliver.subject_id)
    assert file.casework_of == "Familien Bæk"

    saved = home.assessments.answer(home.bench.actor, file.assessment, tuple(Answer(*pair) for pair in LONE.items()))
    decided = home.assessments.lock(home.bench.actor, saved, Decision(Step.MEETINGS))

    assert decided.casework_of == "Familien Bæk"
    assert decided.next_step.subject_id == home.family.subject_id
    assert home.histories.all(Course, subject_id=home.oliver.subject_id) == ()
    assert [each.last for each in home.background().members if each.citizen == home.oliver] == [decided.assessment]


def test_a_family_below_trin_3_leaves_its_members_their_own_courses(home: Home) -> None:
    home.histories.course(home.family.subject_id, Step.MEETINGS)
    home.assess(home.oliver)

    assert len(home.histories.all(Course, subject_id=home.oliver.subject_id)) == 1
    assert home.assessments.open(home.bench.actor, home.family.subject_id).casework_of == ""


def guided(home: Home, citizen: Citizen) -> NextStep:
    with home.bench.office.aside() as tx:
        (facts,) = tx.guide.of_subjects((citizen.subject_id,))
        return next_step(facts, current_routine(tx))


def test_who_leaves_the_casework_of_a_family_is_assessed_anew(home: Home) -> None:
    for department in ("Handicap", "Sundhed"):
        home.histories.case(home.oliver, department)
    home.histories.course(home.oliver.subject_id, Step.MEETINGS)
    with home.bench.office.aside() as tx:
        place_on_step(tx, home.family.subject_id, Step.ONE_CASEWORK)
    assert guided(home, home.oliver).of_family == "Familien Bæk"

    home.bench.clock.pass_days(30)
    home.leave(home.oliver, LeaveReason.MOVED_OUT)

    step = guided(home, home.oliver)
    assert (step.kind, step.why.code, step.waits) == (NextStepKind.ASSESS, WhyCode.LEFT_FAMILY, True)
    home.bench.clock.pass_days(1)
    home.assess(home.oliver)
    assert guided(home, home.oliver).kind is not NextStepKind.ASSESS


def test_a_member_of_a_family_that_came_down_from_trin_3_is_assessed_anew(home: Home) -> None:
    for department in ("Handicap", "Sundhed"):
        home.histories.case(home.oliver, department)
    for step in (Step.ONE_CASEWORK, Step.MEETINGS):
        with home.bench.office.aside() as tx:
            place_on_step(tx, home.family.subject_id, step)
        home.bench.clock.pass_days(30)

    found = guided(home, home.oliver)
    assert (found.kind, found.why.code, found.of_family) == (NextStepKind.ASSESS, WhyCode.FAMILY_CAME_DOWN, "")
    assert found.why.on == TODAY + timedelta(days=30)
    home.assess(home.oliver)
    assert guided(home, home.oliver).kind is not NextStepKind.ASSESS


def test_a_member_of_a_family_on_trin_3_gets_no_course_beside_it(home: Home) -> None:
    courses, actor = Courses(home.bench.office), home.bench.actor
    home.assess(home.oliver)
    (own,) = home.histories.all(Assessment, subject_id=home.oliver.subject_id)
    courses.take_over(actor, home.family.subject_id, CourseUnderWay(Step.ONE_CASEWORK, days_ago(10)))

    with pytest.raises(CourseIsFamilys):
        courses.carry_out(actor, own.id)
    with pytest.raises(CourseIsFamilys):
        courses.take_over(actor, home.anna.subject_id, CourseUnderWay(Step.MEETINGS, days_ago(10)))

    (course,) = home.histories.all(Course, until_on=None)
    assert course.subject_id == home.family.subject_id


@pytest.mark.parametrize("because", [LeaveReason.DIED, LeaveReason.MOVED_AWAY])
def test_nothing_is_to_be_done_for_who_has_left_with_the_familys_course(home: Home, because: LeaveReason) -> None:
    home.histories.course(home.family.subject_id, Step.ONE_CASEWORK)
    home.leave(home.oliver, because)

    assert guided(home, home.oliver).why.code is WhyCode.GONE
