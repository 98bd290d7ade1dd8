"""A subject's course on the staircase: it begins, moves between steps, gets its coordinator and ends."""

from dataclasses import replace
from typing import Final

from koordinator.domain.access import Action, Actor
from koordinator.domain.assessment import Assessment, NotDecided
from koordinator.domain.citizen import Citizen, Family, FamilyMembership, LeaveReason, Subject, SubjectKind
from koordinator.domain.codes import GrantKind
from koordinator.domain.course import CoordinatorPeriod, Course, EndReason, NoOpenCourse, StepPeriod
from koordinator.domain.course_rules import (
    CourseEnd,
    CourseIsFamilys,
    CourseUnderWay,
    check_may_begin,
    check_may_coordinate,
    ended_course,
)
from koordinator.domain.ids import AssessmentId, CourseId, EmployeeId, RowId, SubjectId
from koordinator.domain.joint_plan import JointPlan, PlanVersion
from koordinator.domain.organisation import AuthorityPeriod, Employee
from koordinator.domain.periods import holds_on
from koordinator.domain.steps import Step
from koordinator.domain.team_load import TeamLoad, team_load
from koordinator.usecases.handed_on import coordinated_by, end_handovers
from koordinator.usecases.periods import end_membership, end_open
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.subject_people import casework_family, people_of
from koordinator.usecases.takeovers import end_takeovers, list_takeovers
from koordinator.usecases.taking import tell_holders

_GONE: Final = {EndReason.DIED: LeaveReason.DIED, EndReason.MOVED_AWAY: LeaveReason.MOVED_AWAY}


class Courses:
    """The use cases of a course."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def carry_out(self, actor: Actor, assessment_id: AssessmentId) -> StepPeriod | None:
        """The subject comes onto the step that the locked assessment decided; see `place_on_step`.

        Raises NotDecided while the assessment is not locked, CourseIsFamilys, and NotFound.
        """
        with self._office.act(actor, Action.MOVE_STEP) as tx:
            assessment = tx.of(Assessment).get(assessment_id)
            if assessment.decided_step is None or not assessment.is_locked:
                raise NotDecided
            tx.about("assessment", assessment.id, assessment.subject_id, f"step={int(assessment.decided_step)}")
            _check_own_course(tx, assessment.subject_id)
            return place_on_step(tx, assessment.subject_id, assessment.decided_step, assessment.id)

    def take_over(self, actor: Actor, subject_id: SubjectId, under_way: CourseUnderWay) -> StepPeriod:
        """A course that ran before the program was there, on its step and with its coordinator since the day.

        What is asked of the coordinator is asked of them as they are today: the program knows no earlier
        authority. Raises CourseIsFamilys, CourseOpen, CourseOverlaps for a day before the last course ended or
        after today, NotOnStep for a coordinator below trin 2, LacksAuthority, or NotFound.
        """
        step, from_on = under_way.step, under_way.from_on
        with self._office.act(actor, Action.MOVE_STEP) as tx:
            tx.about("subject", subject_id, subject_id)
            _check_own_course(tx, subject_id)
            check_may_begin(from_on, tx.of(Course).where(subject_id=subject_id), tx.today)
            course = tx.of(Course).add(Course(CourseId(0), tx.new_uid(), subject_id, from_on))
            tx.about("course", course.id, subject_id, f"step={int(step)}")
            if step is Step.ONE_CASEWORK:
                _take_members_in(tx, subject_id)
            if under_way.coordinator_id is not None:
                employee_id = _checked_coordinator(tx, under_way.coordinator_id, step)
                tx.of(CoordinatorPeriod).add(CoordinatorPeriod(RowId(0), subject_id, course.id, employee_id, from_on))
            return _stands_on(tx, StepPeriod(RowId(0), subject_id, course.id, step, from_on))

    def choose_coordinator(self, actor: Actor, subject_id: SubjectId, employee_id: EmployeeId) -> CoordinatorPeriod:
        """The employee is the subject's koordinerende sagsbehandler from today; whose it was is told.

        Who is so already stays so, and nothing is told.
        Raises NoOpenCourse, NotOnStep below trin 2, LacksAuthority, or NotFound.
        """
        with self._office.act(actor, Action.CHOOSE_COORDINATOR) as tx:
            tx.about("subject", subject_id, subject_id)
            course = _open_course(tx, subject_id)
            on_step = tx.of(StepPeriod).find(subject_id=subject_id, until_on=None)
            _checked_coordinator(tx, employee_id, on_step.step if on_step else None)
            now = tx.of(CoordinatorPeriod).find(subject_id=subject_id, until_on=None)
            if now is not None and now.employee_id == employee_id:
                return now
            tell_holders(tx, actor, subject_id, GrantKind.CHOSEN, losing=(now.employee_id,) if now else ())
            tx.about("course", course.id, subject_id, f"coordinator={employee_id}")
            end_handovers(tx, subject_id)
            return coordinated_by(tx, course, employee_id)

    def load(self) -> TeamLoad:
        """Who carries how much on trin 3 today, to choose by. It says nothing of any citizen, so it is not logged."""
        with self._office.aside() as tx:
            return team_load(tx.now, tx.supervision.team_load())

    def end(self, actor: Actor, subject_id: SubjectId, end: CourseEnd) -> Course:
        """The course is over from today: its step, its coordinator and its joint plan end with it.

        A citizen who has died or moved away also leaves the family.
        Raises NoOpenCourse, FieldMissing, FieldTooLong or UnusableCharacter.
        """
        with self._office.act(actor, Action.END_COURSE) as tx:
            tx.about("subject", subject_id, subject_id)
            course = end_course(tx, _open_course(tx, subject_id), end)
            _leave_family(tx, subject_id, end.reason)
            tx.about("course", course.id, subject_id, f"reason={end.reason}")
            return course


def _checked_coordinator(tx: Transaction, employee_id: EmployeeId, step: Step | None) -> EmployeeId:
    employee, authority = tx.of(Employee).get(employee_id), tx.of(AuthorityPeriod).where(employee_id=employee_id)
    check_may_coordinate(employee, authority, step, tx.today)
    return employee.id


def place_on_step(
    tx: Transaction, subject_id: SubjectId, step: Step, assessment_id: AssessmentId | None = None
) -> StepPeriod | None:
    """Puts the subject on the step from today, up or down, beginning a course where none is open.

    Part of the transaction that decides. Below trin 2 the coordinator's time ends. A family that
    comes onto trin 3 takes its members in: their own courses end as part of the family. With trin 3 the
    take-over checklist begins and ends. On the same step nothing moves; "no need" begins no course, and
    gives None.
    """
    course = tx.of(Course).find(subject_id=subject_id, until_on=None)
    if course is None and step is Step.NO_NEED:
        return None
    now_on = tx.of(StepPeriod).find(subject_id=subject_id, until_on=None)
    if now_on is not None and now_on.step is step:
        return now_on
    if course is None:
        course = tx.of(Course).add(Course(CourseId(0), tx.new_uid(), subject_id, tx.today))
    end_open(tx, StepPeriod, tx.today, subject_id=subject_id)
    end_takeovers(tx, subject_id)
    if not step.has_joint_plan:
        end_open(tx, CoordinatorPeriod, tx.today, subject_id=subject_id)
        end_handovers(tx, subject_id)
    if step is Step.ONE_CASEWORK:
        _take_members_in(tx, subject_id)
    return _stands_on(tx, StepPeriod(RowId(0), subject_id, course.id, step, tx.today, assessment_id=assessment_id))


def _stands_on(tx: Transaction, period: StepPeriod) -> StepPeriod:
    stored = tx.of(StepPeriod).add(period)
    list_takeovers(tx, stored)
    return stored


def end_course(tx: Transaction, course: Course, end: CourseEnd) -> Course:
    """Ends the course with everything that holds as long as it does."""
    end_open(tx, StepPeriod, tx.today, subject_id=course.subject_id)
    end_open(tx, CoordinatorPeriod, tx.today, subject_id=course.subject_id)
    end_takeovers(tx, course.subject_id)
    end_handovers(tx, course.subject_id)
    plan = tx.of(JointPlan).find(subject_id=course.subject_id, ended_on=None)
    if plan is not None:
        tx.of(JointPlan).save(replace(plan, ended_on=tx.today))
        in_force = tx.of(PlanVersion).find(plan_id=plan.id, until_on=None)
        if in_force is not None:
            tx.of(PlanVersion).save(replace(in_force, until_on=tx.today))
    return tx.of(Course).save(ended_course(course, end, tx.today))


def end_as_part_of_family(tx: Transaction, citizen: Citizen) -> None:
    """The citizen's own course, if one is open, goes on as the family's."""
    course = tx.of(Course).find(subject_id=citizen.subject_id, until_on=None)
    if course is not None:
        end_course(tx, course, CourseEnd(EndReason.PART_OF_FAMILY))


def _take_members_in(tx: Transaction, subject_id: SubjectId) -> None:
    if tx.of(Subject).get(subject_id).kind is not SubjectKind.FAMILY:
        return
    family = tx.of(Family).find(subject_id=subject_id)
    memberships = tx.of(FamilyMembership).where(family_id=family.id) if family else ()
    ids = frozenset(row.citizen_id for row in memberships if holds_on(row, tx.today))
    for citizen in tx.of(Citizen).where(id=ids):
        end_as_part_of_family(tx, citizen)


def _leave_family(tx: Transaction, subject_id: SubjectId, reason: EndReason) -> None:
    """Who has died or moved away is no longer a member of the family."""
    citizen = tx.of(Citizen).find(subject_id=subject_id)
    if citizen is not None and reason in _GONE:
        membership = tx.of(FamilyMembership).find(citizen_id=citizen.id, until_on=None)
        if membership is not None:
            end_membership(tx, membership, _GONE[reason])


def _check_own_course(tx: Transaction, subject_id: SubjectId) -> None:
    """Raises CourseIsFamilys for a member of a family on trin 3, and NotFound."""
    people = people_of(tx, subject_id)
    family = casework_family(tx, people)
    if family is not None:
        raise CourseIsFamilys(people.name, family.name)


def _open_course(tx: Transaction, subject_id: SubjectId) -> Course:
    course = tx.of(Course).find(subject_id=subject_id, until_on=None)
    if course is None:
        raise NoOpenCourse(_name_of(tx, subject_id))
    return course


def _name_of(tx: Transaction, subject_id: SubjectId) -> str:
    subject = tx.of(Citizen).find(subject_id=subject_id) or tx.of(Family).find(subject_id=subject_id)
    return subject.name if subject else ""
