"""Årshjul in the real window, worked by keyboard alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.domain.agreement import Agreement, AgreementStatus
from koordinator.domain.agreement_rules import Promise
from koordinator.domain.follow_up import PlannedDay
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.meeting import Meeting
from koordinator.domain.organisation import Role
from koordinator.domain.register import Effort, OtherPlan
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.year_wheel.page import YearWheelPage
from koordinator.ui.pages.year_wheel.wheel_view import WheelView
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Scheme, Theme
from tests.support.desk import desk_at
from tests.support.meeting_world import FIRST_DAY, SOON, MeetingWorld, employee_party, make_world
from tests.support.office import TODAY, Bench
from tests.ui.office_window import open_window, place, wait_until_idle
from tests.ui.parts import accessible_name, double_click, in_dialog, nameless

CTRL = Qt.KeyboardModifier.ControlModifier
PAGES = (("year_wheel", YearWheelPage), ("citizen", None), ("family", None), ("meeting", None))
REASSESS_ON = FIRST_DAY + timedelta(days=365)
"""5 May 2027."""


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    """Something in November 2026 and December 2026, and three things near each other in May 2027."""
    world = make_world(bench)
    mette = employee_party(world.mette)
    world.promises.promise(world.actor, world.subject_id, Promise("Ringer til skolen", mette, TODAY))
    world.planned(replace(SOON, starts_on=date(2026, 12, 3)))
    world.plans.begin(world.actor, world.subject_id)
    with bench.office.aside() as tx:
        (plan,) = tx.of(JointPlan).where()
        tx.of(JointPlan).save(replace(plan, review_on=REASSESS_ON + timedelta(days=9)))
        (other,) = tx.of(OtherPlan).where()
        tx.of(OtherPlan).save(replace(other, follow_up_on=REASSESS_ON + timedelta(days=2)))
        effort = tx.of(Effort).get(world.effort_id)
        tx.of(Effort).save(replace(effort, until_on=REASSESS_ON + timedelta(days=60)))
    return world


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def window(qtbot: QtBot, bench: Bench, world: MeetingWorld, desk: Desk) -> MainWindow:
    return open_window(qtbot, bench, desk, PAGES)


@pytest.fixture
def page(window: MainWindow) -> YearWheelPage:
    page = window.pages.page()
    assert isinstance(page, YearWheelPage)
    page.wheel.setFocus()
    return page


def press(qtbot: QtBot, desk: Desk, window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        focus = window.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        wait_until_idle(qtbot, desk)


def click(qtbot: QtBot, desk: Desk, button: QPushButton) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)


def button_saying(widget: QWidget, words: str) -> QPushButton:
    (button,) = [each for each in widget.findChildren(QPushButton) if each.text() == words and each.isVisible()]
    return button


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def shown(page: YearWheelPage) -> list[str]:
    return [line.what for line in page.month.list.rows()]


def save_day(dialog: QWidget, day: str) -> None:
    focus = dialog.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(focus, day)
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)


def to_may(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    press(qtbot, desk, window, Qt.Key.Key_PageDown, Qt.Key.Key_Home, *[Qt.Key.Key_Right] * 4)


def test_it_opens_on_this_month_with_its_list(page: YearWheelPage) -> None:
    assert "November 2026 · 1 ting" in words_on(page)
    assert shown(page) == ["Ringer til skolen"]
    assert accessible_name(page.wheel) == "Årshjul. november, denne måned: 1 ting. Aftaler 1"


def test_the_arrows_go_round_the_months_and_on_into_the_next_year(
    qtbot: QtBot, desk: Desk, window: MainWindow, page: YearWheelPage
) -> None:
    press(qtbot, desk, window, Qt.Key.Key_Right)
    assert "December 2026 · 1 ting" in words_on(page)
    assert "26/12 2. juledag" in words_on(page)

    press(qtbot, desk, window, Qt.Key.Key_Right)
    assert "Januar 2027 · ingen ting" in words_on(page)
    press(qtbot, desk, window, Qt.Key.Key_Left)
    assert "December 2026" in words_on(page)
    press(qtbot, desk, window, Qt.Key.Key_Home, Qt.Key.Key_Up)
    assert "December 2025" in words_on(page)
    press(qtbot, desk, window, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Down)
    assert "Januar 2027" in words_on(page)
    assert window.focusWidget() is page.wheel


def test_the_year_stops_at_the_ends_of_the_wheel(qtbot: QtBot, desk: Desk, page: YearWheelPage) -> None:
    page.turn(-1000)
    wait_until_idle(qtbot, desk)
    assert not page.before.isEnabled()
    assert "Der er ikke noget i årshjulet for 2000 endnu" in words_on(page)
    page.turn(1000)
    wait_until_idle(qtbot, desk)
    assert not page.after.isEnabled()
    click(qtbot, desk, button_saying(page, "I år"))
    assert "2026" in words_on(page)


def test_enter_goes_to_the_list_and_from_there_to_the_citizen(
    qtbot: QtBot, world: MeetingWorld, desk: Desk, window: MainWindow, page: YearWheelPage
) -> None:
    press(qtbot, desk, window, Qt.Key.Key_Return)
    assert window.focusWidget() is page.month.list
    press(qtbot, desk, window, Qt.Key.Key_Up)
    assert window.focusWidget() is page.wheel

    press(qtbot, desk, window, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert place(window) == ("citizen", (world.lone.id, "plan"))


def test_a_meeting_opens_as_a_meeting(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: YearWheelPage
) -> None:
    press(qtbot, desk, window, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Return)

    with bench.office.aside() as tx:
        (meeting,) = tx.of(Meeting).where()
    assert place(window) == ("meeting", meeting.id)


def test_a_promise_is_kept_with_one_key(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: YearWheelPage
) -> None:
    press(qtbot, desk, window, Qt.Key.Key_Return, Qt.Key.Key_D)

    with bench.office.aside() as tx:
        (agreement,) = tx.of(Agreement).where()
    assert agreement.status is AgreementStatus.DONE
    assert shown(page) == []
    assert window.focusWidget() is page.wheel
    click(qtbot, desk, button_saying(page, "Fortryd"))
    assert shown(page) == ["Ringer til skolen"]


def test_a_reassessment_gets_an_earlier_day_and_its_own_back(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: YearWheelPage
) -> None:
    to_may(qtbot, desk, window)
    assert shown(page)[0] == "Ny vurdering af trinnet"
    in_dialog(lambda dialog: save_day(dialog, "20.04.2027"))
    press(qtbot, desk, window, Qt.Key.Key_Return, Qt.Key.Key_N)

    with bench.office.aside() as tx:
        assert [row.planned_on for row in tx.of(PlannedDay).where()] == [date(2027, 4, 20)]
    assert "»Ny vurdering af trinnet« skal nu være gjort senest 20.04.2027." in words_on(page.messages)
    click(qtbot, desk, button_saying(page, "Fortryd"))
    with bench.office.aside() as tx:
        assert tx.of(PlannedDay).where() == ()


def test_a_familys_follow_ups_become_one_visit_and_are_taken_back(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: YearWheelPage
) -> None:
    to_may(qtbot, desk, window)
    before = shown(page)
    said: list[str] = []

    def agree(dialog: QWidget) -> None:
        said.append(words_on(dialog))
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    in_dialog(agree)
    press(qtbot, desk, window, Qt.Key.Key_Return, Qt.Key.Key_S)

    assert "Besøget kan blive onsdag 5. maj 2027" in said[0]
    assert "Flyttes til besøget" in said[0]
    assert "Datoen er den, der blev lovet" in said[0]
    assert "3 datoer er flyttet til onsdag 5. maj 2027, og besøget er planlagt" in words_on(page.messages)
    assert "Møde" in shown(page)
    assert {line.item.due_on for line in page.month.list.rows()} == {REASSESS_ON}
    assert [entry.action for entry in bench.log()].count(Action.GATHER_FOLLOW_UP) == 1

    click(qtbot, desk, button_saying(page, "Fortryd"))
    assert shown(page) == before
    assert "3 datoer er flyttet tilbage." in words_on(page.messages)


def test_a_proposal_that_was_overtaken_says_so(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: YearWheelPage
) -> None:
    to_may(qtbot, desk, window)

    def overtake(dialog: QWidget) -> None:
        with bench.office.aside() as tx:
            (plan,) = tx.of(JointPlan).where()
            tx.of(JointPlan).save(replace(plan, review_on=REASSESS_ON + timedelta(days=1)))
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)

    in_dialog(overtake)
    with qtbot.waitSignal(desk.tasks.failed) as failed:
        press(qtbot, desk, window, Qt.Key.Key_Return, Qt.Key.Key_S)

    assert failed.args[0].startswith("Forklaret")
    assert Action.GATHER_FOLLOW_UP not in [entry.action for entry in bench.log()]


def test_thinking_better_of_a_visit_moves_nothing(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: YearWheelPage
) -> None:
    to_may(qtbot, desk, window)
    in_dialog(lambda dialog: dialog.reject())
    click(qtbot, desk, page.gather)

    assert Action.GATHER_FOLLOW_UP not in [entry.action for entry in bench.log()]


def test_nothing_to_gather_says_why(
    qtbot: QtBot, bench: Bench, world: MeetingWorld, desk: Desk, window: MainWindow, page: YearWheelPage
) -> None:
    with bench.office.aside() as tx:
        (plan,) = tx.of(JointPlan).where()
        tx.of(JointPlan).save(replace(plan, review_on=None))
        (other,) = tx.of(OtherPlan).where()
        tx.of(OtherPlan).save(replace(other, follow_up_on=None))
        effort = tx.of(Effort).get(world.effort_id)
        tx.of(Effort).save(replace(effort, until_on=None))
    said: list[str] = []

    def read(dialog: QWidget) -> None:
        said.append(words_on(dialog))
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    in_dialog(read)
    press(qtbot, desk, window, Qt.Key.Key_Return, Qt.Key.Key_S)

    assert "Der er ikke noget at samle" in said[0]
    assert "Der ligger ikke andet i nærheden:" in said[0]


def test_a_click_chooses_a_month_and_the_middle_none(qtbot: QtBot, desk: Desk, page: YearWheelPage) -> None:
    wheel, middle = page.wheel, QPointF(page.wheel.rect().center())
    right = middle + QPointF(min(wheel.width(), wheel.height()) * 0.35, 20)

    QTest.mouseClick(wheel, Qt.MouseButton.LeftButton, pos=right.toPoint())
    assert wheel.month() == 4
    assert wheel.month_at(middle) is None
    assert wheel.month_at(QPointF(1, 1)) is None
    QTest.mouseClick(wheel, Qt.MouseButton.LeftButton, pos=middle.toPoint())
    assert wheel.month() == 4
    double_click(wheel, right.toPoint())
    assert wheel.hasFocus()


def test_the_teams_wheel_and_who_may_not_see_it(
    qtbot: QtBot, bench: Bench, world: MeetingWorld, desk: Desk, page: YearWheelPage
) -> None:
    click(qtbot, desk, button_saying(page, "Teamets"))
    assert bench.log()[-1].action is Action.OPEN_TEAM_YEAR_WHEEL

    reader = replace(desk, actor=replace(bench.actor, roles=frozenset({Role.CASEWORKER})))
    other = YearWheelPage(reader)
    qtbot.addWidget(other)
    other.show()
    wait_until_idle(qtbot, desk)
    assert not other.whose.isVisible()
    assert not other.gather.isVisible()


@pytest.fixture
def saved_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The person leaves the ending to the program."""
    chosen: Callable[..., tuple[str, str]] = lambda *_: (str(tmp_path / "hjul"), "")  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)


@pytest.mark.parametrize("words", ["Til væggen (PDF)", "Til kalenderen"])
@pytest.mark.usefixtures("saved_to")
def test_it_is_saved_for_the_wall_and_the_calendar(
    qtbot: QtBot, tmp_path: Path, desk: Desk, page: YearWheelPage, words: str
) -> None:
    click(qtbot, desk, button_saying(page, words))

    (made,) = tmp_path.glob("hjul.*")
    assert made.read_bytes()[:5] in (b"%PDF-", b"BEGIN")
    assert f"{made.name} er gemt. Der står kun tal i den." in words_on(page.messages)


def test_the_drawing_follows_the_look(qtbot: QtBot, desk: Desk, page: YearWheelPage, theme: Theme) -> None:
    light = page.wheel.grab().toImage().pixelColor(page.wheel.rect().center())
    theme.set_scheme(Scheme.DARK)
    wait_until_idle(qtbot, desk)

    assert page.wheel.grab().toImage().pixelColor(page.wheel.rect().center()).lightness() < light.lightness()


def test_an_empty_office_says_what_comes_here(qtbot: QtBot, bench: Bench, desk: Desk) -> None:
    window = open_window(qtbot, bench, desk, PAGES)

    assert "Planer, vurderinger, møder og frister kommer her af sig selv." in words_on(window)
    assert isinstance(window.pages.page(), YearWheelPage)


def test_who_may_not_see_it_is_told_so(qtbot: QtBot, bench: Bench, desk: Desk) -> None:
    window = open_window(qtbot, bench, replace(desk, actor=replace(bench.actor, roles=frozenset())), PAGES)

    assert "Forklaret" in words_on(window)


def test_every_control_has_a_name(page: YearWheelPage) -> None:
    assert nameless(page) == []
    assert isinstance(page.begins_at, WheelView)
