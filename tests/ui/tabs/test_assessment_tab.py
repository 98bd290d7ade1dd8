"""The tab Vurdering over real assessments."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.assessment import Answer
from koordinator.domain.citizen import Citizen, FamilyMembership, PrimaryCaseworkerPeriod
from koordinator.domain.course import StepPeriod
from koordinator.domain.ids import RowId
from koordinator.domain.organisation import Role
from koordinator.domain.paper import PaperKind
from koordinator.domain.steps import Step
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.assessment_tab import AssessmentTab
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.labels import Label
from koordinator.usecases.assessments import Decision
from tests.domain.assessments import LONE
from tests.support.desk import desk_at
from tests.support.histories import Histories
from tests.support.office import Bench
from tests.ui.office_window import wait_until_idle
from tests.ui.parts import nameless

ANSWERS = tuple(Answer(parameter, option) for parameter, option in LONE.items())


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def lone(bench: Bench) -> Citizen:
    return bench.add_citizen()


def made(desk: Desk, citizen: Citizen, step: Step = Step.MEETINGS) -> None:
    assessments = desk.services.assessments
    shown = assessments.open(desk.actor, citizen.subject_id).assessment
    saved = assessments.answer(desk.actor, shown, ANSWERS)
    assessments.lock(desk.actor, saved, Decision(step, "Det er aftalt."))


def begun(desk: Desk, citizen: Citizen) -> None:
    shown = desk.services.assessments.open(desk.actor, citizen.subject_id).assessment
    desk.services.assessments.answer(desk.actor, shown, ANSWERS[:5])


def shown(qtbot: QtBot, desk: Desk, citizen: Citizen) -> AssessmentTab:
    tab = AssessmentTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    file = desk.services.citizens.open(desk.actor, citizen.id)
    tab.show_subject(SubjectView(citizen=file))
    wait_until_idle(qtbot, desk)
    return tab


def words_on(tab: AssessmentTab) -> list[str]:
    return [label.text() for label in tab.findChildren(Label) if label.isVisible()]


def button(tab: AssessmentTab, words: str) -> QPushButton:
    (found,) = [part for part in tab.findChildren(QPushButton) if part.text() == words and part.isVisible()]
    return found


def test_who_was_never_assessed_can_be(qtbot: QtBot, desk: Desk, lone: Citizen) -> None:
    tab = shown(qtbot, desk, lone)
    assert any(said.startswith("Lone er ikke vurderet endnu.") for said in words_on(tab))

    with qtbot.waitSignal(tab.navigate) as gone:
        button(tab, "Vurdér").click()
    assert gone.args == ["assessment", lone.subject_id]


def test_the_newest_is_open_and_an_earlier_one_can_be_unfolded(
    qtbot: QtBot, bench: Bench, desk: Desk, lone: Citizen
) -> None:
    made(desk, lone)
    bench.clock.pass_days(100)
    made(desk, lone, Step.ALIGNMENT)
    tab = shown(qtbot, desk, lone)

    assert words_on(tab).count("Det peger på trin 2, fordi") == 1
    assert "Begrundelse: Det er aftalt." in words_on(tab)
    button(tab, "vis").click()
    assert words_on(tab).count("Det peger på trin 2, fordi") == 2
    assert nameless(tab) == []


def test_a_begun_one_goes_on(qtbot: QtBot, desk: Desk, lone: Citizen) -> None:
    begun(desk, lone)
    tab = shown(qtbot, desk, lone)

    assert "Der er begyndt en vurdering. 6 af 11 spørgsmål er besvaret." in words_on(tab)
    with qtbot.waitSignal(tab.navigate):
        button(tab, "Fortsæt vurderingen").click()


def test_the_look_is_logged(qtbot: QtBot, bench: Bench, desk: Desk, lone: Citizen) -> None:
    shown(qtbot, desk, lone)

    last = bench.log()[-1]
    assert (last.action, last.subject_id) == (Action.LIST_ASSESSMENTS, lone.subject_id)


def test_who_may_only_look_is_offered_no_assessment(qtbot: QtBot, bench: Bench, desk: Desk, lone: Citizen) -> None:
    me = desk.actor.employee_id
    Histories(bench).add(PrimaryCaseworkerPeriod(RowId(0), lone.id, me, date(2026, 1, 1)))
    reader = replace(desk, actor=replace(desk.actor, roles=frozenset({Role.CASEWORKER})))
    tab = shown(qtbot, reader, lone)
    assert [part for part in tab.findChildren(QPushButton) if part.isVisible()] == []

    made(desk, lone)
    tab.show_for(lone.subject_id)
    wait_until_idle(qtbot, desk)
    assert [part.text() for part in tab.findChildren(QPushButton) if part.isVisible()] == ["skjul"]


def test_an_answer_that_comes_late_is_not_another_citizens(
    qtbot: QtBot, bench: Bench, desk: Desk, lone: Citizen
) -> None:
    made(desk, lone)
    anna = bench.add_citizen("Anna Bæk", "0101104444")
    tab = shown(qtbot, desk, lone)
    tab.show_for(lone.subject_id)
    tab.show_for(anna.subject_id)
    wait_until_idle(qtbot, desk)

    assert any(said.startswith("Anna er ikke vurderet endnu.") for said in words_on(tab))


def test_a_decision_that_became_no_course_is_carried_out(qtbot: QtBot, bench: Bench, desk: Desk, lone: Citizen) -> None:
    histories = Histories(bench)
    family = histories.family("Familien Bæk", lone)
    histories.course(family.subject_id, Step.ONE_CASEWORK)
    made(desk, lone)
    (membership,) = histories.all(FamilyMembership)
    desk.services.families.leave(desk.actor, membership.id)
    tab = shown(qtbot, desk, lone)
    assert "Det er besluttet, at Lone skal være på trin 2, men det er ikke sat i værk." in words_on(tab)

    with qtbot.waitSignal(tab.changed):
        button(tab, "Sæt i værk").click()

    assert [period.step for period in histories.all(StepPeriod, subject_id=lone.subject_id)] == [Step.MEETINGS]
    again = shown(qtbot, desk, lone)
    assert "Sæt i værk" not in [part.text() for part in again.findChildren(QPushButton) if part.isVisible()]


def test_the_note_is_made_and_saved_where_the_person_says(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, desk: Desk, lone: Citizen
) -> None:
    made(desk, lone)
    path = tmp_path / "notat.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_said: (str(path), ""))
    tab = shown(qtbot, desk, lone)

    button(tab, "Notat som PDF").click()
    qtbot.waitUntil(lambda: any("notat.pdf" in said for said in words_on(tab)))

    assert path.read_bytes().startswith(b"%PDF")
    papers = desk.services.papers.of_subject(desk.actor, lone.subject_id).papers
    assert [paper.kind for paper in papers] == [PaperKind.ASSESSMENT_NOTE]


def test_a_member_is_led_to_the_familys_assessment(qtbot: QtBot, bench: Bench, desk: Desk, lone: Citizen) -> None:
    family = Histories(bench).family("Familien Bæk", lone)
    tab = shown(qtbot, desk, lone)

    with qtbot.waitSignal(tab.navigate) as gone:
        button(tab, "Vurdér familien").click()
    assert gone.args == ["assessment", family.subject_id]
