"""The page of a citizen and of a family in the real window, worked by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.citizen import FamilyRole
from koordinator.domain.ids import CitizenId
from koordinator.domain.register import CaseFile
from koordinator.domain.steps import Step
from koordinator.texts import subject as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.ask_value import AskChoice
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.subject.header import SubjectHeader
from koordinator.ui.pages.subject.view_state import header_of
from koordinator.ui.tabs.dialogs.register import CaseDialog
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.tabs import Tabs
from koordinator.usecases.families import NewMember
from tests.support.histories import Histories
from tests.support.meeting_world import MeetingWorld
from tests.ui.office_window import open_window, wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless
from tests.ui.subject_window import PAGES, choose, page_of, press, said

TABS = ("overview", "assessment", "network", "meetings", "plan", "documents", "consent", "history")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("tab", TABS)
def test_every_control_on_every_tab_has_a_name(open_tab: Callable[[str], MainWindow], tab: str) -> None:
    window = open_tab(tab)

    assert page_of(window).findChildren(Tabs)[0].current() == tab
    assert nameless(page_of(window)) == []


def test_a_family_has_its_own_tabs(qtbot: QtBot, world: MeetingWorld, desk: Desk) -> None:
    members = (NewMember(world.lone.id, FamilyRole.ADULT), NewMember(world.anna.id, FamilyRole.CHILD))
    family = desk.services.families.create(desk.actor, "Familien Bæk", members)
    window = open_window(qtbot, world.bench, desk, PAGES)
    for tab in ("overview", "assessment", "meetings", "plan", "documents", "history", "consent"):
        window.navigate("family", (family.id, tab))
        wait_until_idle(qtbot, desk)
        assert nameless(page_of(window)) == []

    assert "Familien Bæk" in said(window)
    assert page_of(window).findChildren(Tabs)[0].current() == "consent"


def test_a_case_of_a_family_is_the_chosen_members(qtbot: QtBot, world: MeetingWorld, desk: Desk) -> None:
    members = (NewMember(world.lone.id, FamilyRole.ADULT), NewMember(world.anna.id, FamilyRole.CHILD))
    family = desk.services.families.create(desk.actor, "Familien Bæk", members)
    window = open_window(qtbot, world.bench, desk, PAGES)
    window.navigate("family", family.id)
    wait_until_idle(qtbot, desk)

    def choose_anna(dialog: AskChoice) -> None:
        choose(dialog, world.anna.id)
        when_dialog_opens(CaseDialog, fill)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    def fill(dialog: CaseDialog) -> None:
        number = dialog.focusWidget()
        assert number is not None
        QTest.keyClicks(number, "26-200")
        choose(dialog, world.handicap)
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    when_dialog_opens(AskChoice, choose_anna)
    press(window, "Tilføj sag")
    qtbot.waitUntil(lambda: "26-200 · Anna" in [_shown_case(case, world) for case in _cases(world)])


def _cases(world: MeetingWorld) -> tuple[CaseFile, ...]:
    with world.bench.office.aside() as tx:
        return tx.of(CaseFile).where()


def _shown_case(case: CaseFile, world: MeetingWorld) -> str:
    return f"{case.number} · {'Anna' if case.citizen_id == world.anna.id else 'Lone'}"


def test_the_number_is_masked_and_showing_it_is_logged(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, open_tab: Callable[[str], MainWindow]
) -> None:
    window = open_tab("overview")
    assert "120378-4444" not in said(window)

    press(window, texts.SHOW_CPR)
    wait_until_idle(qtbot, desk)

    assert "120378-4444" in said(window)
    assert [entry.action for entry in world.bench.log()].count(Action.SHOW_CPR) == 1
    window.navigate("citizens")
    window.navigate("citizen", world.lone.id)
    window.navigate("citizen", world.anna.id)
    wait_until_idle(qtbot, desk)
    window.navigate("citizen", world.lone.id)
    wait_until_idle(qtbot, desk)
    assert "120378-4444" not in said(window)


def test_tab_comes_to_who_is_responsible_before_the_tabs(open_tab: Callable[[str], MainWindow]) -> None:
    window, passed = open_tab("history"), list[str]()
    page_of(window).findChildren(SubjectHeader)[0].findChildren(LinkButton)[0].setFocus()
    while not isinstance(window.focusWidget(), QTabBar):
        passed.append(window.focusWidget().accessibleName())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)

    assert passed[0] == f"{texts.SHOW_CPR} {texts.CPR}"
    assert any(texts.COORDINATOR in name for name in passed[1:])


def test_nobodys_number_is_offered_where_there_is_nobody(qtbot: QtBot, world: MeetingWorld, desk: Desk) -> None:
    window = open_window(qtbot, world.bench, desk, PAGES)
    window.navigate("citizen", CitizenId(999))
    wait_until_idle(qtbot, desk)

    shown = [each.text() for each in page_of(window).findChildren(QPushButton) if each.isVisible()]
    assert shown == [ui_texts.RETRY]
    window.close()


def test_a_member_stands_on_trin_3_with_the_family(world: MeetingWorld, desk: Desk) -> None:
    histories = Histories(world.bench)
    family = histories.family("Familien Bæk", world.anna)
    assert header_of(SubjectView(desk.services.citizens.open(desk.actor, world.anna.id))).step is None

    assessment = histories.assessment(family.subject_id, Step.ONE_CASEWORK, world.bench.clock.today())
    desk.services.courses.carry_out(desk.actor, assessment.id)

    assert header_of(SubjectView(desk.services.citizens.open(desk.actor, world.anna.id))).step == 3
