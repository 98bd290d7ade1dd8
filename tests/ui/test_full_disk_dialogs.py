"""Dialogs on a disk that is full for a while: each comes back as it was filled in, and is saved when there is room."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.agreement import Agreement, AgreementStatus
from koordinator.domain.citizen import Citizen
from koordinator.domain.course_rules import CourseUnderWay
from koordinator.domain.follow_up import DueItem, DueKind
from koordinator.domain.handover import Handover, HandoverKind, HandoverOutcome, HandoverTerms
from koordinator.domain.organisation import Department, Team
from koordinator.domain.setting import Setting, SettingKey
from koordinator.domain.steps import Step
from koordinator.domain.takeover import Takeover, TakeoverOutcome
from koordinator.texts import settings as setting_texts
from koordinator.ui.ask_value import AskDate, AskText
from koordinator.ui.desk import Desk
from koordinator.ui.due.settling import Settling
from koordinator.ui.notify import MessageStrip
from koordinator.ui.pages.settings.interval_times import IntervalDialog, IntervalTimes
from koordinator.ui.pages.settings.organisation_tab import OrganisationTab, TeamDialog
from koordinator.ui.tabs.dialogs.handover import HandOverDialog
from koordinator.ui.tabs.dialogs.takeover import TakeoverDialog, change_takeover
from koordinator.ui.tabs.handing_over import HandingOver
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.fields import ChoiceField, DateField, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.follow_up import FollowUp
from koordinator.usecases.ports_diary import DiaryScope
from tests.support.desk import desk_at
from tests.support.full_disk import can_fill_disk
from tests.support.histories import Histories, days_ago
from tests.support.office import TODAY, Bench
from tests.ui.office_window import wait_until_idle
from tests.ui.refused import RefusedOnce

pytestmark = can_fill_disk
WHY = "Familien er på ferie"
IN_A_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def lone(bench: Bench) -> Citizen:
    return bench.add_citizen()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def refused(qtbot: QtBot, bench: Bench, desk: Desk) -> RefusedOnce:
    return RefusedOnce(qtbot, bench, desk)


def write(dialog: FormDialog, words: str = WHY) -> None:
    """Into the first field for words."""
    fields: list[NoteField | TextField] = [*dialog.findChildren(NoteField), *dialog.findChildren(TextField)]
    fields[0].set_value(words)


def test_a_line_of_the_take_over(
    histories: Histories, desk: Desk, lone: Citizen, owner: QWidget, refused: RefusedOnce
) -> None:
    histories.case(lone)
    desk.services.courses.take_over(desk.actor, lone.subject_id, CourseUnderWay(Step.ONE_CASEWORK, days_ago(20)))
    (line,) = histories.all(Takeover)

    def fill(dialog: TakeoverDialog) -> None:
        dialog._state.set_value(TakeoverOutcome.NOT_HANDED_OVER)
        dialog._outcome_reason.set_value(WHY)

    refused.fill_in(TakeoverDialog, fill, lambda: change_takeover(desk, owner, line, TODAY, list[int]().clear))

    (kept,) = histories.all(Takeover)
    assert (kept.outcome, kept.outcome_reason) == (TakeoverOutcome.NOT_HANDED_OVER, WHY)


def test_a_handover_and_why_it_is_called_off(
    histories: Histories, desk: Desk, lone: Citizen, owner: QWidget, refused: RefusedOnce
) -> None:
    giver, ida = desk.actor.employee_id, histories.employee()
    histories.course(lone.subject_id, Step.MEETINGS, days_ago(20))
    desk.services.courses.choose_coordinator(desk.actor, lone.subject_id, giver)
    handing = HandingOver(desk, owner, list[int]().clear)

    def fill(dialog: HandOverDialog) -> None:
        receiver, kind = dialog.findChildren(ChoiceField)
        receiver.set_value(ida.id)
        kind.set_value(HandoverKind.ABSENCE)
        dialog.findChildren(DateField)[0].set_value(IN_A_WEEK)
        write(dialog)

    refused.fill_in(HandOverDialog, fill, lambda: handing.begin(lone.subject_id, lone.name, giver))
    (begun,) = histories.all(Handover)
    terms = HandoverTerms(begun.kind, begun.giver_id, begun.takes_effect_on, begun.told)
    assert (terms, begun.receiver_id) == (HandoverTerms(HandoverKind.ABSENCE, giver, IN_A_WEEK, WHY), ida.id)

    refused.fill_in(AskText, write, lambda: handing.call_off(begun))
    (over,) = histories.all(Handover)
    assert (over.outcome, over.cancel_reason) == (HandoverOutcome.CANCELLED, WHY)


def due_item(bench: Bench, histories: Histories, lone: Citizen) -> DueItem:
    histories.course(lone.subject_id, Step.MEETINGS, days_ago(20))
    histories.agreement(lone.subject_id, days_ago(2))
    page = FollowUp(bench.office).open(bench.actor, DiaryScope())
    (item,) = (each for group in page.groups for each in group.items if each.kind is DueKind.AGREEMENT)
    return item


def test_why_an_agreement_is_not_kept(
    bench: Bench, histories: Histories, desk: Desk, lone: Citizen, owner: QWidget, refused: RefusedOnce
) -> None:
    item, settling = due_item(bench, histories, lone), Settling(desk, owner, MessageStrip(), list[int]().clear)

    refused.fill_in(AskText, write, lambda: settling.not_done(item))

    (kept,) = histories.all(Agreement)
    assert (kept.status, kept.not_done_reason) == (AgreementStatus.NOT_DONE, WHY)


def test_another_day_for_an_agreement(
    bench: Bench, histories: Histories, desk: Desk, lone: Citizen, owner: QWidget, refused: RefusedOnce
) -> None:
    item, settling = due_item(bench, histories, lone), Settling(desk, owner, MessageStrip(), list[int]().clear)

    refused.fill_in(
        AskDate,
        lambda dialog: dialog.findChildren(DateField)[0].set_value(IN_A_WEEK),
        lambda: settling.new_day(item, TODAY),
    )

    assert [row.due_on for row in histories.all(Agreement)] == [IN_A_WEEK]


def press(within: QWidget, words: str) -> None:
    (button,) = [each for each in within.findChildren(Button) if each.text() == words]
    button.click()


def test_a_department_and_a_team(qtbot: QtBot, histories: Histories, desk: Desk, refused: RefusedOnce) -> None:
    tab = OrganisationTab(desk)
    qtbot.addWidget(tab)
    tab.reload()
    wait_until_idle(qtbot, desk)

    refused.fill_in(
        AskText, lambda dialog: write(dialog, "Borgerservice"), lambda: press(tab, setting_texts.ADD_DEPARTMENT)
    )
    refused.fill_in(
        TeamDialog, lambda dialog: write(dialog, "Familieteamet"), lambda: press(tab, setting_texts.ADD_TEAM)
    )

    assert "Borgerservice" in {each.name for each in histories.all(Department)}
    assert [each.name for each in histories.all(Team)] == ["Familieteamet"]


def test_an_interval_from_a_day(qtbot: QtBot, histories: Histories, desk: Desk, refused: RefusedOnce) -> None:
    times = IntervalTimes(desk, (SettingKey.MEETING_INTERVAL_DAYS, SettingKey.REASSESS_AFTER_DAYS))
    qtbot.addWidget(times)
    times.reload()
    wait_until_idle(qtbot, desk)

    def fill(dialog: IntervalDialog) -> None:
        dialog._key.set_value(SettingKey.REASSESS_AFTER_DAYS)
        dialog._value.set_value("400")
        dialog._from.set_value(IN_A_WEEK)

    refused.fill_in(IntervalDialog, fill, times.plan.click)

    kept = [(row.value, row.from_on) for row in histories.all(Setting) if row.key is SettingKey.REASSESS_AFTER_DAYS]
    assert kept == [("400", IN_A_WEEK)]
