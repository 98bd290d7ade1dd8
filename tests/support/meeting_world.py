"""A citizen on trin 2 with a coordinator and a network, for the tests of meetings, plans and papers.

Lone Bæk lives with her daughter Anna; Mette Holm (the database's owner) coordinates, Kim Møller and Bo Thygesen help
from two departments, Ida Mikkelsen decides in a third, and Jens Ravn is a party representative.
"""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any, Final

from koordinator.bootstrap.resources import resources_dir
from koordinator.documents.ics_reply import ReplyFiles
from koordinator.domain.access import Actor
from koordinator.domain.citizen import Citizen, Relation, RelationKind
from koordinator.domain.course import CoordinatorPeriod, Course, StepPeriod
from koordinator.domain.ids import (
    CaseFileId,
    CitizenId,
    ContactPersonId,
    CourseId,
    DepartmentId,
    EffortId,
    EmployeeId,
    OtherPlanId,
    PlanVersionId,
    RowId,
    SubjectId,
    TeamId,
)
from koordinator.domain.invitation_content import (
    CalendarContent,
    InputCardContent,
    InvitationContent,
    MailDraftContent,
    PreparationContent,
)
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.letter_content import EndLetter, HandoverLetter, ResponsibleLetter
from koordinator.domain.meeting import Attendance, MeetingStatus, PlaceKind
from koordinator.domain.meeting_rules import Appointment
from koordinator.domain.minutes_content import MinutesContent
from koordinator.domain.organisation import Department, Employee, Role, RolePeriod, Team, TeamMembership
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.plan_content import PlanContent, read_plan
from koordinator.domain.register import CaseFile, ContactKind, ContactPerson, Effort, OtherPlan
from koordinator.domain.setting import Setting, SettingKey
from koordinator.domain.sheet_content import AssessmentNote
from koordinator.domain.snapshot import canonical_json
from koordinator.domain.steps import Step
from koordinator.integrations.agenda_templates import AgendaTemplatesOnDisk
from koordinator.integrations.output_files import OutputFilesOnDisk
from koordinator.usecases.consents import Consents
from koordinator.usecases.drafts import Drafts
from koordinator.usecases.follow_up import FollowUp
from koordinator.usecases.handouts import Handouts
from koordinator.usecases.invitations import Invitations
from koordinator.usecases.meeting_closing import MeetingClosing
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.meeting_room import MeetingRoom
from koordinator.usecases.meeting_room_plan import MeetingRoomPlan
from koordinator.usecases.meetings import Meetings
from koordinator.usecases.paper_drawing import Makers
from koordinator.usecases.papers import HandedPaper, Papers
from koordinator.usecases.plan_file import load_plan_file
from koordinator.usecases.plan_parts import PlanParts
from koordinator.usecases.plan_snapshot import plan_content
from koordinator.usecases.plans import Plans
from koordinator.usecases.ports import Transaction
from koordinator.usecases.ports_meetings import MadePaper, PaperStyle
from koordinator.usecases.promises import Promises
from koordinator.usecases.themes import Themes
from tests.documents.press import MAKERS
from tests.support.letter_texts import STANDARD
from tests.support.office import TODAY, Bench
from tests.support.rooms import many_papers

FIRST_DAY = TODAY - timedelta(days=200)
SOON = Appointment(TODAY, time(13), 75, PlaceKind.HOME, "Hjemme hos Lone, Skovvej 3")


class ContentPaper:
    """Makes papers whose bytes are their content as JSON, so that a test can read what a paper would say."""

    def plan(self, content: PlanContent, style: PaperStyle, previous: PlanContent | None) -> MadePaper:
        return _made("plan.pdf", (content, style, previous))

    def contacts(self, content: PlanContent, style: PaperStyle) -> MadePaper:
        return _made("contacts.pdf", (content, style))

    def invitation(self, content: InvitationContent, style: PaperStyle) -> MadePaper:
        return _made("invitation.pdf", (content, style))

    def agenda(self, content: InvitationContent, style: PaperStyle) -> MadePaper:
        return _made("agenda.pdf", (content, style))

    def preparation(self, content: PreparationContent, style: PaperStyle) -> MadePaper:
        return _made("preparation.pdf", (content, style))

    def minutes(self, content: MinutesContent, style: PaperStyle) -> MadePaper:
        return _made("minutes.pdf", (content, style))

    def take_home(self, content: MinutesContent, style: PaperStyle) -> MadePaper:
        return _made("take-home.pdf", (content, style))

    def assessment_note(self, content: AssessmentNote, style: PaperStyle) -> MadePaper:
        return _made("assessment.pdf", (content, style))

    def calendar(self, content: CalendarContent) -> MadePaper:
        return _made("meeting.ics", (content,))

    def mail_draft(self, content: MailDraftContent) -> MadePaper:
        return _made("meeting.eml", (content,))

    def input_card(self, content: InputCardContent, style: PaperStyle) -> MadePaper:
        return _made("card.pdf", (content, style))


class ContentLetters:
    """The same of the letters."""

    def responsible(self, letter: ResponsibleLetter, style: PaperStyle) -> MadePaper:
        return _made("responsible.pdf", (letter, style))

    def handover(self, letter: HandoverLetter, style: PaperStyle) -> MadePaper:
        return _made("handover.pdf", (letter, style))

    def end(self, letter: EndLetter, style: PaperStyle) -> MadePaper:
        return _made("end.pdf", (letter, style))


CONTENT_MAKERS: Final[Makers] = replace(
    MAKERS, papers=ContentPaper(), letters=ContentLetters(), hiding=lambda _addresses: CONTENT_MAKERS
)


def _made(file_name: str, contents: tuple[object, ...]) -> MadePaper:
    return MadePaper(file_name, canonical_json(contents).encode())


@dataclass
class MeetingDesk:
    """Every use case of meetings and plans on one real database."""

    bench: Bench

    def __post_init__(self) -> None:
        office, agendas = self.bench.office, AgendaTemplatesOnDisk(resources_dir())
        self.actor = self.bench.actor
        self.meetings = Meetings(office, agendas)
        self.invitations = Invitations(office, CONTENT_MAKERS, ReplyFiles())
        self.room = MeetingRoom(office)
        self.room_plan = MeetingRoomPlan(office)
        self.closing = MeetingClosing(office, agendas)
        self.plans = Plans(office)
        self.plan_parts = PlanParts(office)
        self.promises = Promises(office)
        self.papers = Papers(office, CONTENT_MAKERS)
        self.many_papers = many_papers(office, CONTENT_MAKERS)
        self.handouts = Handouts(office, OutputFilesOnDisk(), lambda: STANDARD)
        self.consents = Consents(office)
        self.themes = Themes(office)
        self.drafts = Drafts(office)
        self.follow_up = FollowUp(office)

    def make(self, kind: PaperKind, subject_id: SubjectId, **rest: Any) -> HandedPaper:  # noqa: ANN401 (of an order)
        """The paper of the order, kept."""
        return self.papers.make(self.actor, PaperOrder(kind, subject_id, **rest))

    def draft(self, subject_id: SubjectId) -> PlanContent | None:
        """What the plan would say if it were approved today; None when there is none."""
        with self.bench.office.aside() as tx:
            file = load_plan_file(tx, subject_id)
            return plan_content(tx, file) if file.plan else None

    def version(self, version_id: PlanVersionId) -> PlanContent:
        """What the approved version says. Raises SnapshotDamaged."""
        with self.bench.office.aside() as tx:
            return read_plan(tx.of(PlanVersion).get(version_id))


@dataclass
class MeetingWorld(MeetingDesk):
    """The desk, and the people in the database."""

    lone: Citizen
    anna: Citizen
    mette: EmployeeId
    kim: EmployeeId
    bo: EmployeeId
    ida: EmployeeId
    handicap: DepartmentId
    course_id: CourseId
    jens: ContactPersonId
    teacher: ContactPersonId
    effort_id: EffortId

    @property
    def subject_id(self) -> SubjectId:
        return self.lone.subject_id

    @property
    def parties(self) -> tuple[Party, ...]:
        """Lone, Mette, Kim and Bo."""
        employees = (Party(PartyKind.EMPLOYEE, each) for each in (self.mette, self.kim, self.bo))
        return (Party(PartyKind.CITIZEN, self.lone.id), *employees)

    def colleague(self, employee_id: EmployeeId) -> Actor:
        """A colleague in the same office, as coordinator."""
        return replace(self.actor, employee_id=employee_id, roles=frozenset({Role.COORDINATOR}))

    def planned(self, appointment: Appointment = SOON) -> MeetingFile:
        """A meeting today at one o'clock."""
        return self.meetings.plan(self.actor, self.subject_id, appointment, self.parties)

    def running(self) -> MeetingFile:
        """A meeting that has been opened, with Lone and Mette there."""
        file = self.room.open(self.actor, self.planned().meeting.id)
        for participant in file.participants[:2]:
            file = self.room.attend(self.actor, participant, Attendance.PRESENT)
        return file

    def come_down(self) -> None:
        """Lone is on trin 1 from today on."""
        with self.bench.office.aside() as tx:
            (before,) = tx.of(StepPeriod).where()
            tx.of(StepPeriod).save(replace(before, until_on=TODAY))
            tx.of(StepPeriod).add(StepPeriod(RowId(0), self.subject_id, self.course_id, Step.ALIGNMENT, TODAY))

    def status(self, file: MeetingFile) -> MeetingStatus:
        """The meeting's status as it is stored."""
        return self.meetings.open(self.actor, file.meeting.id).meeting.status


def make_world(bench: Bench) -> MeetingWorld:
    """Fills the bench's database."""
    lone = bench.add_citizen("Lone Bæk", "1203784444", date(1978, 3, 12))
    anna = bench.add_citizen("Anna Bæk", "0405124446", date(2012, 5, 4))
    with bench.office.aside() as tx:
        tx.of(Relation).add(Relation(RowId(0), lone.id, anna.id, RelationKind.CHILD))
        lone = tx.of(Citizen).save(replace(lone, address="Skovvej 3", postal_code="4999", city="Lilleby"))
        course_id = _course(tx, lone)
        departments = {each.name: each.id for each in tx.of(Department).where()}
        mette = _mette(tx, departments["Familie"])
        kim = _colleague(tx, "Kim Møller", "kim@lilleby.example", departments["Familie"])
        bo = _colleague(tx, "Bo Thygesen", "bo@lilleby.example", departments["Arbejdsmarked og Uddannelse"])
        ida = _colleague(tx, "Ida Mikkelsen", "ida@lilleby.example", departments["Handicap"])
        jens, teacher = _network(tx, lone, kim)
        tx.of(CaseFile).add(
            CaseFile(CaseFileId(0), "26-100", lone.id, departments["Handicap"], caseworker_id=ida, title="Støtte")
        )
        effort = tx.of(Effort).add(Effort(EffortId(0), lone.id, "Bostøtte", provider="Lilleby Bostøtte"))
        tx.of(OtherPlan).add(OtherPlan(OtherPlanId(0), lone.id, "Min Plan", "Jobcentret", "Et job"))
        for key, value in ((SettingKey.MUNICIPALITY, "Lilleby Kommune"), (SettingKey.MAIN_PHONE, "99 12 30 00")):
            tx.of(Setting).add(Setting(RowId(0), key, value, FIRST_DAY))
    return MeetingWorld(
        bench, lone, anna, mette, kim, bo, ida, departments["Handicap"], course_id, jens, teacher, effort.id
    )


def _course(tx: Transaction, lone: Citizen) -> CourseId:
    course = tx.of(Course).add(Course(CourseId(0), tx.new_uid(), lone.subject_id, FIRST_DAY))
    tx.of(StepPeriod).add(StepPeriod(RowId(0), lone.subject_id, course.id, Step.MEETINGS, FIRST_DAY))
    owner = _owner(tx)
    tx.of(CoordinatorPeriod).add(CoordinatorPeriod(RowId(0), lone.subject_id, course.id, owner, FIRST_DAY))
    return course.id


def _owner(tx: Transaction) -> EmployeeId:
    """The database's owner."""
    return EmployeeId(int(tx.of(Setting).where(key=SettingKey.OWNER_EMPLOYEE_ID)[0].value))


def _mette(tx: Transaction, department_id: DepartmentId) -> EmployeeId:
    owner = tx.of(Employee).get(_owner(tx))
    named = replace(owner, name="Mette Holm", email="mette@lilleby.example", phone="99 12 34 56", phone_hours="9-14")
    mette = tx.of(Employee).save(named)
    _join(tx, mette.id, department_id, "Familieteamet")
    return mette.id


def _colleague(tx: Transaction, name: str, email: str, department_id: DepartmentId) -> EmployeeId:
    employee = tx.of(Employee).add(Employee(EmployeeId(0), name, email, "99 22 34 56"))
    tx.of(RolePeriod).add(RolePeriod(RowId(0), employee.id, Role.COORDINATOR, FIRST_DAY))
    _join(tx, employee.id, department_id, f"Team {name}")
    return employee.id


def _join(tx: Transaction, employee_id: EmployeeId, department_id: DepartmentId, team: str) -> None:
    made = tx.of(Team).add(Team(TeamId(0), department_id, team))
    tx.of(TeamMembership).add(TeamMembership(RowId(0), employee_id, made.id, FIRST_DAY))


def _network(tx: Transaction, lone: Citizen, kim: EmployeeId) -> tuple[ContactPersonId, ContactPersonId]:
    jens = ContactPerson(ContactPersonId(0), lone.id, "Jens Ravn", ContactKind.PARTY_REPRESENTATIVE)
    teacher = ContactPerson(
        ContactPersonId(0), lone.id, "Trine Skov", organisation="Lilleby Skole", helps_with="Skolen", phone="99 77"
    )
    helper = ContactPerson(
        ContactPersonId(0), lone.id, "Kim Møller", employee_id=kim, helps_with="Anna, skole og hverdag"
    )
    made = tx.of(ContactPerson).add(jens), tx.of(ContactPerson).add(teacher), tx.of(ContactPerson).add(helper)
    return made[0].id, made[1].id


def citizen_party(citizen_id: CitizenId) -> Party:
    """The citizen as a party."""
    return Party(PartyKind.CITIZEN, citizen_id)


def employee_party(employee_id: EmployeeId) -> Party:
    """The employee as a party."""
    return Party(PartyKind.EMPLOYEE, employee_id)
