"""Small histories laid straight into the store, for tests that look at what follows from them.

`Histories(bench)` has a method for each kind of row; what a test does not say has a plain value.
`counted_statements()` counts what is asked of the database inside the block.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, event

from koordinator.domain.agreement import Agreement, AgreementStatus, PendingDecision
from koordinator.domain.assessment import Assessment
from koordinator.domain.citizen import Citizen, Family, FamilyMembership, FamilyRole, Subject, SubjectKind
from koordinator.domain.consent import Consent
from koordinator.domain.course import CoordinatorPeriod, Course, StepPeriod
from koordinator.domain.ids import (
    AgreementId,
    AssessmentId,
    CaseFileId,
    ConsentId,
    CourseId,
    EmployeeId,
    FamilyId,
    JointPlanId,
    MeetingId,
    PendingDecisionId,
    PlanVersionId,
    RowId,
    SubjectId,
)
from koordinator.domain.joint_plan import JointPlan, PlanVersion
from koordinator.domain.meeting import Meeting, MeetingKind, MeetingStatus, Preparation
from koordinator.domain.organisation import AuthorityPeriod, Department, Employee
from koordinator.domain.paper import Handout, HandoutWay
from koordinator.domain.register import CaseFile, CaseStatus
from koordinator.domain.steps import Step
from tests.support.office import TODAY, Bench

Thing = TypeVar("Thing")
MORNING = datetime(2026, 1, 2, 8, tzinfo=UTC)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


class Histories:
    """Rows with plain values."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._number = 0

    def add(self, thing: Thing) -> Thing:
        with self._bench.office.aside() as tx:
            return tx.of(type(thing)).add(thing)

    def save(self, thing: Thing) -> Thing:
        with self._bench.office.aside() as tx:
            return tx.of(type(thing)).save(thing)

    def all(self, kind: type[Thing], **equal: object) -> tuple[Thing, ...]:
        with self._bench.office.aside() as tx:
            return tx.of(kind).where(order_by="id", **equal)

    def employee(self, name: str = "Ida Mikkelsen", *, authority: bool = True) -> Employee:
        employee = self.add(Employee(EmployeeId(0), name))
        if authority:
            self.add(AuthorityPeriod(RowId(0), employee.id, date(2020, 1, 1)))
        return employee

    def department(self, name: str = "Familie") -> Department:
        (found,) = self.all(Department, name=name)
        return found

    def case(
        self,
        citizen: Citizen,
        department: str = "Familie",
        *,
        opened_on: date | None = None,
        status: CaseStatus = CaseStatus.ACTIVE,
        caseworker: Employee | None = None,
    ) -> CaseFile:
        case = CaseFile(
            CaseFileId(0),
            self._next("sag"),
            citizen.id,
            self.department(department).id,
            caseworker_id=caseworker.id if caseworker else None,
            status=status,
            opened_on=opened_on or days_ago(400),
        )
        return self.add(case)

    def family(self, name: str, *members: Citizen) -> Family:
        subject = self.add(Subject(SubjectId(0), SubjectKind.FAMILY))
        family = self.add(Family(FamilyId(0), self._next("family"), subject.id, name))
        for member in members:
            self.add(FamilyMembership(RowId(0), family.id, member.id, FamilyRole.ADULT, days_ago(300)))
        return family

    def course(
        self,
        subject_id: SubjectId,
        step: Step = Step.MEETINGS,
        from_on: date | None = None,
        *,
        by: Employee | None = None,
    ) -> Course:
        begun_on = from_on or days_ago(100)
        course = self.add(Course(CourseId(0), self._next("course"), subject_id, begun_on))
        self.add(StepPeriod(RowId(0), subject_id, course.id, step, begun_on))
        if by is not None:
            self.add(CoordinatorPeriod(RowId(0), subject_id, course.id, by.id, begun_on))
        return course

    def walk_steps(self, subject_id: SubjectId, *steps: tuple[Step, date]) -> Course:
        """A course that came onto the steps on those days; the last is open. Each was decided by an assessment."""
        course = self.add(Course(CourseId(0), self._next("course"), subject_id, steps[0][1]))
        ends = (*(day for _, day in steps[1:]), None)
        for (step, from_on), until_on in zip(steps, ends, strict=True):
            decided = self.assessment(subject_id, step, from_on)
            self.add(StepPeriod(RowId(0), subject_id, course.id, step, from_on, until_on, decided.id))
        return course

    def assessment(self, subject_id: SubjectId, step: Step | None, on: date | None = None) -> Assessment:
        """Locked on the day when a step is given, else only begun."""
        empty = Assessment(AssessmentId(0), subject_id, "standard", "1", "")
        if step is None:
            return self.add(empty)
        locked_at = MORNING if on is None else datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
        return self.add(
            Assessment(
                AssessmentId(0), subject_id, "standard", "1", "", decided_step=step, decided_on=on, locked_at=locked_at
            )
        )

    def meeting(
        self,
        subject_id: SubjectId,
        starts_on: date,
        status: MeetingStatus = MeetingStatus.PLANNED,
        *,
        kind: MeetingKind = MeetingKind.COORDINATION,
        prepared: bool = False,
    ) -> Meeting:
        meeting = self.add(
            Meeting(MeetingId(0), self._next("meeting"), subject_id, None, kind, status, starts_on, time(13), 60)
        )
        if prepared:
            self.add(Preparation(RowId(0), meeting.id, prepared_on=TODAY))
        return meeting

    def plan(self, subject_id: SubjectId, approved_on: date | None = None, review_on: date | None = None) -> JointPlan:
        plan = self.add(JointPlan(JointPlanId(0), self._next("plan"), subject_id, None, review_on=review_on))
        if approved_on is not None:
            self.version(plan, 1, approved_on)
        return plan

    def version(self, plan: JointPlan, number: int, approved_on: date) -> PlanVersion:
        by_id = self._bench.actor.employee_id
        return self.add(
            PlanVersion(
                PlanVersionId(0),
                plan.id,
                plan.subject_id,
                number,
                content="{}",
                schema_number=1,
                sha256="",
                has_common_goal=True,
                approved_at=MORNING,
                approved_by_id=by_id,
                from_on=approved_on,
            )
        )

    def handout(self, version: PlanVersion, on: date) -> Handout:
        by_id = self._bench.actor.employee_id
        return self.add(
            Handout(RowId(0), version.subject_id, "Lone", on, HandoutWay.READ_ALOUD, by_id, plan_version_id=version.id)
        )

    def agreement(
        self,
        subject_id: SubjectId,
        due_on: date | None,
        what: str = "Ringe til skolen",
        *,
        by: Employee | None = None,
        status: AgreementStatus = AgreementStatus.OPEN,
        settled_on: date | None = None,
    ) -> Agreement:
        return self.add(
            Agreement(
                AgreementId(0),
                self._next("agreement"),
                subject_id,
                what,
                days_ago(60),
                employee_id=by.id if by else None,
                due_on=due_on,
                status=status,
                settled_on=settled_on,
            )
        )

    def decision(self, subject_id: SubjectId, answer_by_on: date, department: str = "Sundhed") -> PendingDecision:
        return self.add(
            PendingDecision(
                PendingDecisionId(0),
                self._next("decision"),
                subject_id,
                "Hjemmepleje om natten",
                department_id=self.department(department).id,
                answer_by_on=answer_by_on,
            )
        )

    def consent(
        self, citizen: Citizen, shared_with: str, until_on: date | None, withdrawn_at: datetime | None = None
    ) -> Consent:
        return self.add(
            Consent(
                ConsentId(0),
                citizen.id,
                "Fælles plan",
                shared_with,
                "Jeg siger ja",
                from_on=days_ago(300),
                until_on=until_on,
                withdrawn_at=withdrawn_at,
            )
        )

    def _next(self, kind: str) -> str:
        self._number += 1
        return f"{kind}-{self._number}"


@dataclass
class Count:
    """The statements that were run, with their values."""

    texts: list[str] = field(default_factory=list)

    @property
    def statements(self) -> int:
        return len(self.texts)


@contextmanager
def counted_statements() -> Iterator[Count]:
    """Counts every statement of the transactions that begin inside the block, as the driver runs them."""
    count, watched = Count(), []

    def watch(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        driver.set_trace_callback(count.texts.append)
        watched.append(driver)

    event.listen(Engine, "begin", watch)
    try:
        yield count
    finally:
        event.remove(Engine, "begin", watch)
        for driver in watched:
            driver.set_trace_callback(None)
