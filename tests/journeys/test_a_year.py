"""A year with one citizen in the real window: what the guide says at each station, and what supervision counts."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen import Citizen, FamilyMembership, FamilyRole
from koordinator.domain.contact_note import ContactNote
from koordinator.domain.handouts import HandedOver, HandedThing
from koordinator.domain.ids import MeetingId, RowId
from koordinator.domain.meeting import Attendance, PlaceKind, Preparation
from koordinator.domain.meeting_rules import Appointment
from koordinator.domain.organisation import Employee
from koordinator.domain.paper import HandoutWay, PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.periods import DayRange
from koordinator.domain.supervision import ALL_COUNTS, CountName, GroupBy, SupervisionScope
from koordinator.texts import subject as subject_texts
from koordinator.ui.ask import Question
from koordinator.ui.ask_value import AskChoice, AskText
from koordinator.ui.pages.subject.responsible_dialogs import CoordinatorDialog
from koordinator.ui.tabs.dialogs.contact_note import ContactNoteDialog
from koordinator.ui.tabs.dialogs.end_course import EndCourseDialog
from koordinator.ui.tabs.dialogs.pick_citizen import PickCitizen
from koordinator.ui.tasks import Tasks
from tests.journeys.caseworker import ALT, CONTROL, ENTER, SHIFT, Caseworker
from tests.support.histories import Histories
from tests.support.office import TODAY, Bench, SetClock
from tests.ui.office_window import place, when_dialog_opens

LITTLE = (1, 2, 1, 1, 1, 1, 1, 1)
MUCH = (2, 3, 3, 3, 1, 2, 1, 2)
ALL = (4, 4, 4, 3, 3, 3, 3, 3)
"""The digits of the answers, question by question."""
COUNTED = {
    CountName.MEETINGS_HELD: 1,
    CountName.COURSES_STEP2: 1,
    CountName.COURSES_STEP3: 1,
    CountName.STEP2_WITH_MEETING: 1,
    CountName.WITH_PLAN: 1,
    CountName.PLANS_APPROVED: 1,
    CountName.PAPERS_DUE: 1,
    CountName.PAPERS_IN_TIME: 1,
    CountName.STEP3_WITHOUT_MEETING: 1,
    CountName.COURSES_STEP2_OR_3: 2,
    CountName.WITHOUT_PLAN: 1,
    CountName.STEP1_AT_START: 1,
    CountName.MOVES_UP: 1,
    CountName.ASSESSMENTS_MADE: 3,
    CountName.COURSES_ENDED: 2,
}
"""What is not named is 0. Lone's own course ended when the family's began, which ended too."""


class Year(Caseworker):
    """What is done in this journey alone."""

    def take(self, words: str) -> None:
        """Does what the guide's button says."""
        self.tab_to(words)
        self.press(Qt.Key.Key_Space)
        self.settle()

    def write_note(self) -> None:
        """Who agreed what, from wherever one is."""

        def note(dialog: ContactNoteDialog) -> None:
            self.write("Kim fra jobcentret og mig")
            self.press(Qt.Key.Key_Tab)
            self.write("Kim venter med et nyt forløb")
            QTest.keyClick(dialog, ENTER, CONTROL)

        when_dialog_opens(ContactNoteDialog, note)
        self.press(Qt.Key.Key_N, CONTROL | SHIFT)
        self.qtbot.waitUntil(lambda: len(self.notes()) == 1)
        self.settle()

    def notes(self) -> tuple[ContactNote, ...]:
        with self.bench.office.aside() as tx:
            return tx.of(ContactNote).where()

    def assess(self, digits: tuple[int, ...], own: int = 0) -> None:
        """From the register's numbers to the locked decision; `own` is the citizen's answer to the second question."""
        assert place(self.window)[0] == "assessment"
        self.press(ENTER)
        for turn, digit in enumerate(digits):
            self.press(Qt.Key(Qt.Key.Key_0 + digit))
            if own and turn == 1:
                self.press(Qt.Key(Qt.Key.Key_0 + own), ALT)
            self.press(ENTER)
        self.settle()
        for _ in range(2):
            self.press(ENTER)
            self.settle()


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def mette(bench: Bench, histories: Histories) -> Employee:
    (owner,) = histories.all(Employee, id=bench.actor.employee_id)
    return owner


@pytest.fixture
def lone(bench: Bench, histories: Histories, mette: Employee) -> Citizen:
    citizen = bench.add_citizen()
    for department in ("Handicap", "Familie"):
        histories.case(citizen, department, caseworker=mette)
    return citizen


@pytest.fixture
def me(qtbot: QtBot, bench: Bench, tasks: Tasks, lone: Citizen) -> Year:
    return Year.sit_down(qtbot, bench, tasks)


def test_a_year(me: Year, bench: Bench, histories: Histories, lone: Citizen, mette: Employee) -> None:
    come_onto_step_1(me)
    bench.clock.pass_days(100)
    histories.case(lone, "Sundhed", caseworker=mette, opened_on=bench.clock.today())
    grow_onto_step_2(me, mette)
    meet_and_plan(me, lone, mette)

    bench.clock.pass_days(60)
    assert "Det næste møde skal holdes senest 13. juni. Aftal tid og sted med Lone." in me.look_up("Lone Bæk")
    anna = bench.add_citizen("Anna Bæk", "")
    histories.case(anna, "Familie", caseworker=mette)
    make_family(me, anna)
    come_onto_step_3(me, mette)

    bench.clock.pass_days(200)
    end(me)
    scope = SupervisionScope(DayRange(TODAY, bench.clock.today()), GroupBy.EMPLOYEE)
    assert me.services.supervision.report(me.actor, scope, ALL_COUNTS).total.numbers == COUNTED


def come_onto_step_1(me: Year) -> None:
    assert "Lone får hjælp fra to fagenheder. Vurdér behovet for koordinering." in me.look_up("Lone Bæk")
    me.take("Vurdér")
    me.assess(LITTLE)
    assert "Vurderingen er låst: trin 1" in me.said()
    assert "Lone har ikke fået tilbudt en fast sagsbehandler." in me.look_up("Lone Bæk")
    me.write_note()
    assert [note.what for note in me.notes()] == ["Kim venter med et nyt forløb"]


def grow_onto_step_2(me: Year, mette: Employee) -> None:
    said = me.look_up("Lone Bæk")
    assert "NÆSTE SKRIDT · senest 15. marts" in said
    assert "Ny sag i Sundhed og ny fagenhed siden sidste vurdering. Vurdér trinnet igen." in said
    me.take("Vurdér")
    me.assess(MUCH, own=1)
    said = me.said()
    assert "Lone går op fra trin 1 til trin 2 fra i dag." in said
    assert "Egen koordinering: Lone siger »Ja, uden problemer«, sagsbehandleren siger »Kun delvist«" in said
    assert "Lone har ingen koordinerende sagsbehandler. Vælg en, senest 8. marts." in said
    me.fill(CoordinatorDialog, mette.name.split()[0])
    assert "Det første møde skal holdes senest 29. marts. Aftal tid og sted med Lone." in me.look_up("Lone Bæk")


def meet_and_plan(me: Year, lone: Citizen, mette: Employee) -> None:
    """What other journeys do by keyboard is done through the services here; what the guide says is read."""
    services, actor, clock = me.services, me.actor, me.bench.clock
    meeting_id = services.meetings.plan(actor, lone.subject_id, in_a_fortnight(clock), parties(lone, mette)).meeting.id
    assert "Det første møde er den 15. marts. Forbered det sammen med Lone." in me.look_up("Lone Bæk")
    services.meetings.prepare(actor, Preparation(RowId(0), meeting_id, wants_to_discuss="Morgenerne"))
    assert "Forberedelsen med Lone er færdig. Indkald til det første møde, senest 6. marts." in me.look_up("Lone Bæk")
    services.invitations.invite(actor, meeting_id)
    assert "Tilbyd Lone en fast sagsbehandler" in me.look_up("Lone Bæk")
    clock.pass_days(14)
    assert "Mødet med Lone er i dag." in me.look_up("Lone Bæk")
    hold(me, meeting_id)
    assert "Mødet den 15. marts er holdt. Godkend planen, senest 22. marts." in me.look_up("Lone Bæk")
    plan = services.plans.open(actor, lone.subject_id).plan
    assert plan is not None
    services.plans.approve(actor, replace(plan, own_words="Jeg vil bare have én at ringe til."))
    assert "Planen er godkendt den 15. marts. Udlever den til Lone, senest 22. marts." in me.look_up("Lone Bæk")
    paper = services.papers.make(actor, PaperOrder(PaperKind.PLAN, lone.subject_id)).paper
    handed = HandedOver(lone.name, clock.today(), HandoutWay.AT_MEETING)
    services.handouts.note(actor, lone.subject_id, HandedThing(paper.id), (handed,))


def make_family(me: Year, anna: Citizen) -> None:
    """With the name that is proposed, and then Anna."""
    me.look_up("Lone Bæk")
    me.tab_to(subject_texts.CREATE_FAMILY)
    me.fill(AskText)
    me.look_up("Familien Bæk")
    chosen: list[bool] = []

    def choose_role(_dialog: AskChoice) -> None:
        me.write("barn")
        me.press(ENTER, CONTROL)
        chosen.append(True)

    def find(dialog: PickCitizen) -> None:
        me.write("Anna")
        me.qtbot.waitUntil(lambda: dialog._list.current_row() is not None)
        when_dialog_opens(AskChoice, choose_role)
        me.press(ENTER)

    when_dialog_opens(PickCitizen, find)
    me.tab_to(subject_texts.ADD_MEMBER)
    me.press(Qt.Key.Key_Space)
    me.qtbot.waitUntil(lambda: bool(chosen))
    me.settle()
    with me.bench.office.aside() as tx:
        roles = {row.citizen_id: row.role for row in tx.of(FamilyMembership).where()}
    assert roles[anna.id] is FamilyRole.CHILD


def come_onto_step_3(me: Year, mette: Employee) -> None:
    assert "Familien Bæk får hjælp fra tre fagenheder. Vurdér behovet for koordinering." in me.look_up("Familien Bæk")
    me.take("Vurdér")
    me.assess(ALL)
    assert "Familien Bæk er på trin 3 fra i dag." in me.said()
    me.fill(CoordinatorDialog, mette.name.split()[0])
    waiting = "Handicap og to andre fagenheder mangler at overdrage sager til det fælles team."
    assert waiting in me.look_up("Familien Bæk")
    assert f"Gælder familien Bæk: {waiting}" in me.look_up("Lone Bæk")


def end(me: Year) -> None:
    assert "NÆSTE SKRIDT · 186 dage over fristen" in me.look_up("Familien Bæk")
    me.tab_to(subject_texts.END_COURSE)
    when_dialog_opens(Question, lambda letter: QTest.keyClick(letter, Qt.Key.Key_Escape))
    me.fill(EndCourseDialog, "Målene", "Nu kan vi selv.", "Mette Holm")
    ended = "har ikke noget forløb lige nu. Der er ikke noget, du skal gøre."
    assert f"Familien Bæk {ended}" in me.look_up("Familien Bæk")
    assert f"Lone {ended}" in me.look_up("Lone Bæk")


def in_a_fortnight(clock: SetClock) -> Appointment:
    return Appointment(clock.today() + timedelta(days=14), time(10), 60, PlaceKind.HOME, "Hjemme hos Lone")


def parties(lone: Citizen, mette: Employee) -> tuple[Party, ...]:
    return Party(PartyKind.CITIZEN, lone.id), Party(PartyKind.EMPLOYEE, mette.id)


def hold(me: Year, meeting_id: MeetingId) -> None:
    """With everybody there, one goal, and a summary read aloud."""
    room, closing = me.services.meeting_room, me.services.meeting_closing
    for participant in room.open(me.actor, meeting_id).participants:
        room.attend(me.actor, participant, Attendance.PRESENT)
    me.services.meeting_room_plan.set_goal(me.actor, meeting_id, "Rolige morgener")
    closing.summarise(me.actor, meeting_id, "Vi begynder med morgenerne.", read_aloud=True)
    closing.close(me.actor, meeting_id)
