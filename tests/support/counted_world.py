"""A small municipality to count in: told in a few lines, as plain facts and as rows of a real database.

Keys are given here and are the same in both, so that what is counted can be compared thing by thing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, pairwise
from typing import Any

from koordinator.domain.agreement import Agreement
from koordinator.domain.assessment import Assessment
from koordinator.domain.belonging import Belongings
from koordinator.domain.citizen import Citizen, Family, FamilyMembership, FamilyRole, Subject, SubjectKind
from koordinator.domain.course import CoordinatorPeriod, Course, EndReason, StepPeriod
from koordinator.domain.ids import (
    AgreementId,
    AssessmentId,
    CaseFileId,
    CitizenId,
    CourseId,
    DepartmentId,
    EmployeeId,
    FamilyId,
    JointPlanId,
    MeetingId,
    OtherPlanId,
    PaperId,
    PlanVersionId,
    RowId,
    SubjectId,
    TeamId,
)
from koordinator.domain.joint_plan import JointPlan, PlanVersion
from koordinator.domain.meeting import Meeting, MeetingKind, MeetingStatus
from koordinator.domain.organisation import Department, Employee, Team, TeamKind, TeamMembership
from koordinator.domain.paper import Handout, HandoutWay, Paper, PaperKind, Reader
from koordinator.domain.register import ApplicationKind, CaseFile, OtherPlan, PlanRelation
from koordinator.domain.steps import Step
from koordinator.domain.supervision_rules import AssessmentMade, ReplacedPlan, SupervisionFacts
from koordinator.usecases.ports import Transaction

LONG_AGO = date(2020, 1, 1)
AS_OF = datetime(2026, 11, 21, 9, 42, tzinfo=UTC)
FIRST_KEY = 101


@dataclass
class World:
    """Everything that is counted, in the order it must be stored in."""

    today: date = date(2026, 11, 21)
    things: list[Any] = field(default_factory=list)
    _stored: int = 0
    _keys: Iterator[int] = field(default_factory=lambda: count(FIRST_KEY))

    def department(self, name: str) -> DepartmentId:
        return DepartmentId(self._add(Department(DepartmentId(self._key()), name)).id)

    def team(self, name: str, department: DepartmentId | None) -> TeamId:
        kind = TeamKind.CROSS if department is None else TeamKind.HOME
        return TeamId(self._add(Team(TeamId(self._key()), department, name, kind)).id)

    def employee(self, name: str, *teams: TeamId) -> EmployeeId:
        """An employee who has been in the teams all along."""
        employee_id = EmployeeId(self._add(Employee(EmployeeId(self._key()), name)).id)
        for team in teams:
            self.member(employee_id, team, LONG_AGO)
        return employee_id

    def member(self, employee: EmployeeId, team: TeamId, from_on: date, until_on: date | None = None) -> None:
        self._add(TeamMembership(RowId(self._key()), employee, team, from_on, until_on))

    def citizen(self, name: str, cpr: str = "") -> SubjectId:
        subject = self._add(Subject(SubjectId(self._key()), SubjectKind.CITIZEN))
        key = self._key()
        self._add(Citizen(CitizenId(key), f"citizen-{key}", subject.id, cpr, name))
        return SubjectId(subject.id)

    def family(self, name: str, *members: SubjectId) -> SubjectId:
        """A family with the citizens as members all along."""
        subject = self._add(Subject(SubjectId(self._key()), SubjectKind.FAMILY))
        family_id = FamilyId(self._key())
        self._add(Family(family_id, f"family-{family_id}", subject.id, name))
        for citizen in self._of(Citizen):
            if citizen.subject_id in members:
                row_id = RowId(self._key())
                self._add(FamilyMembership(row_id, family_id, citizen.id, FamilyRole.ADULT, LONG_AGO))
        return SubjectId(subject.id)

    def course(self, subject: SubjectId, *steps: tuple[Step, date], ends: date | None = None) -> Course:
        """A course with its steps, each from its day until the next one's; it begins with the first."""
        key = self._key()
        reason = None if ends is None else EndReason.LESS_NEED
        course = Course(CourseId(key), f"course-{key}", subject, steps[0][1], ends, reason)
        self._add(course)
        for (step, from_on), (_, until_on) in pairwise([*steps, (Step.NO_NEED, ends)]):
            assert from_on is not None
            self._add(StepPeriod(RowId(self._key()), subject, course.id, step, from_on, until_on))
        return course

    def coordinator(
        self, course: Course, employee: EmployeeId, from_on: date | None = None, until_on: date | None = None
    ) -> None:
        """The employee coordinates from the day (or the course's first) until the day (or the course's end)."""
        self._add(
            CoordinatorPeriod(
                RowId(self._key()),
                course.subject_id,
                course.id,
                employee,
                from_on or course.from_on,
                until_on or course.until_on,
            )
        )

    def meeting(self, course: Course, on: date, step: Step | None = Step.MEETINGS, **fields: Any) -> Meeting:  # noqa: ANN401
        """A coordination meeting held with the citizen; the fields say what is otherwise."""
        key = self._key()
        held = Meeting(
            MeetingId(key),
            f"meeting-{key}",
            course.subject_id,
            course.id,
            MeetingKind.COORDINATION,
            MeetingStatus.HELD,
            on,
            time(10),
            60,
            step=step,
            citizen_took_part=True,
        )
        return self._add(replace(held, **fields))  # type: ignore[no-any-return]

    def plan(
        self, course: Course, *approved: date, until: date | None = None, goal: bool = True, ended: date | None = None
    ) -> JointPlanId:
        """A plan with a version from each day until the next one's; without days it is a draft."""
        key = self._key()
        plan = JointPlan(JointPlanId(key), f"plan-{key}", course.subject_id, course.id, ended_on=ended)
        self._add(plan)
        for number, (from_on, until_on) in enumerate(pairwise([*approved, until]), start=1):
            assert from_on is not None
            version = PlanVersion(
                id=PlanVersionId(self._key()),
                plan_id=plan.id,
                subject_id=course.subject_id,
                number=number,
                content="{}",
                schema_number=1,
                sha256="",
                has_common_goal=goal,
                approved_at=datetime.combine(from_on, time(12), UTC),
                approved_by_id=EmployeeId(1),
                from_on=from_on,
                until_on=until_on,
            )
            self._add(version)
        return plan.id

    def assessment(self, subject: SubjectId, on: date, by: EmployeeId, *, locked: bool = True) -> Assessment:
        """A subject has at most one that is not locked; the next one is."""
        locked = locked or any(row.subject_id == subject and not row.is_locked for row in self._of(Assessment))
        made = Assessment(
            id=AssessmentId(self._key()),
            subject_id=subject,
            model_key="standard",
            model_version="1",
            model_text="",
            decided_step=Step.MEETINGS,
            decided_on=on,
            decided_by_id=by,
            locked_at=datetime.combine(on, time(12), UTC) if locked else None,
        )
        return self._add(made)  # type: ignore[no-any-return]

    def case(self, subject: SubjectId, department: DepartmentId, **fields: Any) -> CaseFile:  # noqa: ANN401
        """A case of the citizen, a new application unless the fields say otherwise."""
        key = self._key()
        citizen = next(row for row in self._of(Citizen) if row.subject_id == subject)
        opened = CaseFile(CaseFileId(key), f"S-{key}", citizen.id, department, application=ApplicationKind.NEW)
        return self._add(replace(opened, **fields))  # type: ignore[no-any-return]

    def promise(self, subject: SubjectId, due: date | None, **fields: Any) -> Agreement:  # noqa: ANN401
        """An open agreement of nobody; the fields say what is otherwise."""
        key = self._key()
        made = Agreement(AgreementId(key), f"agreement-{key}", subject, "Ringer", LONG_AGO, due_on=due)
        return self._add(replace(made, **fields))  # type: ignore[no-any-return]

    def minutes(self, meeting: Meeting, handed_on: date, **fields: Any) -> Handout:  # noqa: ANN401
        """The meeting's minutes, handed to the citizen on the day; the fields say what is otherwise."""
        key = self._key()
        made_at, maker = datetime.combine(handed_on, time(12), UTC), EmployeeId(1)
        paper = Paper(
            PaperId(key), f"paper-{key}", meeting.subject_id, PaperKind.MINUTES, Reader.CITIZEN, "", "", made_at, maker,
            meeting_id=meeting.id,
        )  # fmt: skip
        self._add(paper)
        return self._handed(meeting.subject_id, handed_on, paper_id=paper.id, **fields)

    def plan_read_aloud(self, plan_id: JointPlanId, number: int, handed_on: date, **fields: Any) -> Handout:  # noqa: ANN401
        """The plan's version with the number, heard by the citizen on the day."""
        (version,) = (row for row in self._of(PlanVersion) if (row.plan_id, row.number) == (plan_id, number))
        return self._handed(version.subject_id, handed_on, plan_version_id=version.id, **fields)

    def _handed(self, subject: SubjectId, handed_on: date, **fields: Any) -> Handout:  # noqa: ANN401
        row_id, way = RowId(self._key()), HandoutWay.AT_MEETING
        return self._add(Handout(row_id, subject, "Lone", handed_on, way, EmployeeId(1), **fields))  # type: ignore[no-any-return]

    def replaced_plan(self, subject: SubjectId) -> OtherPlan:
        """A plan of the citizen elsewhere that the joint plan has taken the place of."""
        citizen = next(row for row in self._of(Citizen) if row.subject_id == subject)
        other = OtherPlan(OtherPlanId(self._key()), citizen.id, "Min Plan", relation=PlanRelation.REPLACED)
        return self._add(other)  # type: ignore[no-any-return]

    def _replaced(self, other: OtherPlan) -> ReplacedPlan:
        families = {row.family_id for row in self._of(FamilyMembership) if row.citizen_id == other.citizen_id}
        subjects = {row.subject_id for row in self._of(Family) if row.id in families}
        own = {row.subject_id for row in self._of(Citizen) if row.id == other.citizen_id}
        return ReplacedPlan(other.id, frozenset(subjects | own))

    def facts(self) -> SupervisionFacts:
        """The world as the rules see it."""
        return SupervisionFacts(
            today=self.today,
            belongings=Belongings(self._of(Team), self._of(TeamMembership)),
            courses=self._of(Course),
            steps=self._of(StepPeriod),
            coordinators=self._of(CoordinatorPeriod),
            meetings=self._of(Meeting),
            plans=self._of(PlanVersion),
            assessments=tuple(
                AssessmentMade(row.id, row.subject_id, row.decided_step, row.decided_on, row.decided_by_id)
                for row in self._of(Assessment)
                if row.is_locked
            ),
            cases=self._of(CaseFile),
            agreements=self._of(Agreement),
            replaced=tuple(self._replaced(plan) for plan in self._of(OtherPlan)),
            papers=self._of(Paper),
            handouts=self._of(Handout),
        )

    def store(self, tx: Transaction) -> None:
        """The world as rows: what has come since it was stored last."""
        for thing in self.things[self._stored :]:
            tx.of(type(thing)).add(thing)
        self._stored = len(self.things)

    def _of(self, kind: type[Any]) -> tuple[Any, ...]:
        return tuple(thing for thing in self.things if type(thing) is kind)

    def _add(self, thing: Any) -> Any:  # noqa: ANN401
        self.things.append(thing)
        return thing

    def _key(self) -> int:
        return next(self._keys)


def days_after(day: date, days: int) -> date:
    return day + timedelta(days=days)
