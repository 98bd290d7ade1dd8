"""A coordinator's caseload of any size, at all points of the staircase, for tests, pictures and bench."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Final

from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.citizen import Citizen, Subject, SubjectKind
from koordinator.domain.course import CoordinatorPeriod, Course, StepPeriod
from koordinator.domain.ids import CitizenId, CourseId, JointPlanId, ParticipantId, RowId, SubjectId, TeamId
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.meeting import MeetingStatus, Participant, PlaceKind
from koordinator.domain.organisation import Employee, Team, TeamMembership
from koordinator.domain.setting import SettingKey
from koordinator.domain.steps import Step
from koordinator.usecases.settings import Settings
from tests.support.histories import Histories, days_ago
from tests.support.office import TODAY, Bench

NAMES: Final = (
    "Lone Bæk", "Jørgen Åkjær", "Fatima Al-Hassan", "Søren Østergaard", "Ægir Dam-Jensen", "Karl-Åge Nørgaard",
    "Birthe Kjærsgaard", "Mohammed Yıldız", "Anne-Margrethe Abildgaard Frydendahl-Christoffersen", "Åse Lund",
)  # fmt: skip


def fill(bench: Bench, citizens: int = 60) -> Employee:
    """The caseload of Mette Holm, the database's owner."""
    histories = Histories(bench)
    Settings(bench.office).change(bench.actor, {SettingKey.MUNICIPALITY: "Åby Kommune"})
    mette = _mette(bench, histories)
    people = [bench.add_citizen(_name(number), "") for number in range(citizens)]
    for number, citizen in enumerate(people):
        _situation(histories, number, citizen, mette)
    family = histories.family("Familien Rømer", *people[-3:])
    histories.course(family.subject_id, Step.ONE_CASEWORK, days_ago(200), by=mette)
    _meeting(histories, family.subject_id, 3, mette)
    return mette


def fill_year(bench: Bench, citizens: int) -> None:
    """Citizens whom the actor coordinates, each with a plan and a reassessment in 2027; written row by row."""
    owner, first = bench.actor.employee_id, date(2026, 1, 1)
    with bench.office.aside() as tx:
        for number in range(citizens):
            subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.CITIZEN)).id
            tx.of(Citizen).add(Citizen(CitizenId(0), tx.new_uid(), subject, "", f"Borger {number}"))
            day = first + timedelta(days=number % 360)
            course = tx.of(Course).add(Course(CourseId(0), tx.new_uid(), subject, day)).id
            tx.of(StepPeriod).add(StepPeriod(RowId(0), subject, course, Step.MEETINGS, day))
            tx.of(CoordinatorPeriod).add(CoordinatorPeriod(RowId(0), subject, course, owner, first))
            review_on = day + timedelta(days=400)
            tx.of(JointPlan).add(JointPlan(JointPlanId(0), tx.new_uid(), subject, course, review_on=review_on))


def _mette(bench: Bench, histories: Histories) -> Employee:
    (owner,) = histories.all(Employee, id=bench.actor.employee_id)
    with bench.office.aside() as tx:
        mette: Employee = tx.of(Employee).save(_named(owner))
    team = histories.add(Team(TeamId(0), histories.department("Handicap").id, "Myndighed Voksen"))
    histories.add(TeamMembership(RowId(0), mette.id, team.id, days_ago(700)))
    return mette


def _named(owner: Employee) -> Employee:
    return Employee(owner.id, "Mette Holm", "mette@aaby.example", title="Socialrådgiver", version=owner.version)


def _name(number: int) -> str:
    name = NAMES[number % len(NAMES)]
    return name if number < len(NAMES) else f"{name} {number // len(NAMES) + 1}"


def _situation(histories: Histories, number: int, citizen: Citizen, mette: Employee) -> None:
    # However large the caseload, nothing in it lies more than some fourteen months back.
    subject, kind, back = citizen.subject_id, number % 6, number % 365
    for department in ("Handicap", "Familie", "Sundhed")[: 1 + number % 3]:
        histories.case(citizen, department, caseworker=mette)
    if kind == 0:
        return
    histories.assessment(subject, Step.MEETINGS, days_ago(60 + back))
    histories.course(subject, Step.ALIGNMENT if kind == 5 else Step.MEETINGS, days_ago(60 + back), by=mette)
    if kind == 1:
        _meeting(histories, subject, number % 9, mette)
    if kind == 2:
        histories.meeting(subject, days_ago(20 + back), MeetingStatus.HELD)
        histories.plan(subject, days_ago(15 + back), TODAY + timedelta(days=20))
    if kind == 3:
        histories.agreement(subject, TODAY - timedelta(days=number % 5), "Sende ansøgning om § 112", by=mette)
        histories.agreement(subject, days_ago(30), by=mette, status=AgreementStatus.DONE, settled_on=days_ago(31))
    if kind == 4:
        histories.consent(citizen, "Sundhed", TODAY + timedelta(days=number % 12))
        for days in (9, 30):
            histories.meeting(subject, days_ago(days), MeetingStatus.CANCELLED)


def _meeting(histories: Histories, subject_id: SubjectId, days: int, mette: Employee) -> None:
    meeting = histories.meeting(subject_id, TODAY + timedelta(days=days), MeetingStatus.INVITED, prepared=True)
    at_town_hall = days % 2 == 1
    histories.save(
        replace(
            meeting,
            starts_clock=time(9 + days % 6, 30 * (days % 2)),
            place_kind=PlaceKind.TOWN_HALL if at_town_hall else PlaceKind.HOME,
            place="Rådhuset, lokale 2" if at_town_hall else "",
        )
    )
    histories.add(Participant(ParticipantId(0), meeting.id, employee_id=mette.id))
