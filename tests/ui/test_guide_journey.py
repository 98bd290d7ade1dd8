"""Overblik by keyboard alone: take the first line's button, do the thing, come back, and the line has moved on."""

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from koordinator.bootstrap.container import connect
from koordinator.bootstrap.subject_tabs import subject_tabs
from koordinator.domain.access import Channel
from koordinator.domain.misfit import MisfitLook
from koordinator.domain.organisation import Employee
from koordinator.domain.steps import Step
from koordinator.texts import guide as guide_texts
from koordinator.texts import overview as texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.overview.line_list import LineList
from koordinator.ui.pages.overview.page import Look, OverviewPage
from koordinator.ui.pages.overview.view_state import StepLine
from koordinator.ui.pages.subject.deeds import LookDialog
from koordinator.ui.pages.subject.page import CitizenPage, FamilyPage
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.fields import ChoiceField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.unlock import Opened
from tests.support.histories import Histories, days_ago
from tests.support.office import KEY, Bench
from tests.ui.office_window import open_window, place, wait_until_idle, when_dialog_opens

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PLAIN = ("citizens", "meetings", "meeting", "assessment", "follow_up")


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def mette(bench: Bench, histories: Histories) -> Employee:
    (owner,) = histories.all(Employee, id=bench.actor.employee_id)
    return owner


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    """As the program puts it together: what is written marks the pages that show it."""
    opened = Opened(bench.database.path, bench.database, KEY)
    services = connect(opened, Channel.WINDOW, clock=bench.clock, committed=tasks.changed.emit)
    return Desk(services, bench.actor, tasks)


@pytest.fixture
def opened(qtbot: QtBot, bench: Bench, desk: Desk) -> Callable[[], MainWindow]:
    look = Look(
        open=lambda everybody: desk.services.overview.open(desk.actor, everybody=everybody),
        name="Mette Holm",
        now=lambda: bench.clock.now().astimezone(ZoneInfo("Europe/Copenhagen")),
        leads_to=frozenset(("citizen", "family", *PLAIN)),
        tell=lambda _page, _notice: None,
    )
    pages = (
        ("overview", lambda desk: OverviewPage(desk.tasks, look)),
        ("citizen", lambda desk: CitizenPage(desk, subject_tabs(desk))),
        ("family", lambda desk: FamilyPage(desk, subject_tabs(desk))),
        *((key, None) for key in PLAIN),
    )

    def open_it() -> MainWindow:
        window = open_window(qtbot, bench, desk, pages)
        steps_of(window).setFocus()
        return window

    return open_it


def steps_of(window: MainWindow) -> LineList[StepLine]:
    (found,) = [each for each in window.findChildren(LineList) if each.accessibleName() == texts.NEXT_STEPS]
    return found


def lines_of(window: MainWindow) -> list[tuple[str, str]]:
    return [(line.name, line.action) for line in steps_of(window).lines()]


def in_front(window: MainWindow) -> QWidget:
    page = window.pages.page()
    assert page is not None
    return page


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def tab_to(window: MainWindow, words: str) -> None:
    """With the tabulator alone."""
    for _ in range(60):
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and words in (focused.text(), focused.accessibleName()):
            return
        QTest.keyClick(focused or window, Qt.Key.Key_Tab)
    raise AssertionError(words)


def go_back(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    # A desktop gives the window its place in front back when a dialog is gone.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    wait_until_idle(qtbot, desk)
    assert place(window)[0] == "overview"


def test_a_coordinator_is_chosen_and_the_line_moves_on(
    qtbot: QtBot, bench: Bench, histories: Histories, mette: Employee, desk: Desk, opened: Callable[[], MainWindow]
) -> None:
    histories.case(bench.add_citizen(), caseworker=mette)
    histories.employee()
    lone = bench.add_citizen("Jørgen Åkjær", "")
    histories.case(lone, caseworker=mette)
    histories.course(lone.subject_id, Step.MEETINGS, days_ago(20))
    histories.assessment(lone.subject_id, Step.MEETINGS, days_ago(20))
    window = opened()
    assert lines_of(window) == [("Jørgen Åkjær", "Vælg")]

    def choose(dialog: FormDialog) -> None:
        (field,) = dialog.findChildren(ChoiceField)
        QTest.keyClicks(QApplication.focusWidget() or dialog, mette.name.split()[0])
        assert field.value() == mette.id
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    when_dialog_opens(FormDialog, choose)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Aftal det første samarbejdsmøde" in said(window))
    wait_until_idle(qtbot, desk)

    go_back(qtbot, window, desk)
    assert lines_of(window) == [("Jørgen Åkjær", "Aftal møde")]


def said(window: MainWindow) -> str:
    return "\n".join(label.text() for label in in_front(window).findChildren(QLabel) if label.isVisible())


def test_a_misfit_is_looked_at_and_the_line_moves_on(
    qtbot: QtBot, bench: Bench, histories: Histories, mette: Employee, desk: Desk, opened: Callable[[], MainWindow]
) -> None:
    lone = bench.add_citizen()
    histories.course(lone.subject_id, Step.ALIGNMENT, days_ago(50), by=mette)
    histories.assessment(lone.subject_id, Step.ALIGNMENT, days_ago(50))
    histories.case(lone, "Sundhed", opened_on=days_ago(3))
    window = opened()
    assert lines_of(window) == [("Lone Bæk", "Vurdér")]
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    wait_until_idle(qtbot, desk)
    assert "Ny sag i Sundhed og ny fagenhed siden sidste vurdering. Vurdér trinnet igen." in said(window)

    def judge(dialog: LookDialog) -> None:
        QTest.keyClicks(QApplication.focusWidget() or dialog, "Sagen er en fornyelse")
        QTest.keyClick(dialog, Qt.Key.Key_Return, CONTROL)

    when_dialog_opens(LookDialog, judge)
    in_front(window).setFocus()
    tab_to(window, guide_texts.LOOKED)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "Tilbyd Lone en fast sagsbehandler" in said(window))
    wait_until_idle(qtbot, desk)

    go_back(qtbot, window, desk)
    assert lines_of(window) == [("Lone Bæk", "Vælg")]
    assert [look.reason for look in histories.all(MisfitLook)] == ["Sagen er en fornyelse"]


def test_a_member_s_line_leads_to_where_the_family_s_thing_is_done(
    qtbot: QtBot, bench: Bench, histories: Histories, mette: Employee, desk: Desk, opened: Callable[[], MainWindow]
) -> None:
    lone = bench.add_citizen()
    family = histories.family("Familien Bæk", lone)
    histories.course(family.subject_id, Step.ONE_CASEWORK, bench.clock.today() - timedelta(days=9), by=mette)
    window = opened()
    assert [name for name, _ in lines_of(window)] == ["Familien Bæk (1)", "Lone Bæk"]

    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    wait_until_idle(qtbot, desk)

    assert place(window) == ("family", (family.id, "meetings"))
