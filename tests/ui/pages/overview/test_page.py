"""Overblik in the real window, on a real database, worked by keyboard and mouse."""

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action
from koordinator.texts import overview as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.access_grant import tell_of_access
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.page import Page
from koordinator.ui.pages.overview.line_list import LineList
from koordinator.ui.pages.overview.page import Look, OverviewPage
from koordinator.ui.pages.overview.view_state import StepLine
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Theme
from koordinator.ui.widgets.buttons import Button, LinkButton
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.choices import FilterChips
from koordinator.ui.widgets.labels import Label
from koordinator.usecases.overview import Overview
from koordinator.usecases.overview import OverviewPage as OverviewRead
from tests.support import caseload
from tests.support.desk import desk_at
from tests.support.histories import Histories
from tests.support.office import Bench
from tests.ui.office_window import open_window, place, wait_until_idle
from tests.ui.parts import Refused, nameless

OTHERS = ("citizens", "citizen", "family", "meetings", "meeting", "follow_up")


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def faults() -> list[Exception]:
    """What the next reads fail with."""
    return []


@pytest.fixture
def opened(qtbot: QtBot, bench: Bench, desk: Desk, faults: list[Exception]) -> Callable[[], MainWindow]:
    def read(everybody: bool) -> OverviewRead:
        if faults:
            raise faults.pop()
        return Overview(bench.office).open(bench.actor, everybody=everybody)

    def make(_desk: Desk) -> Page:
        look = Look(
            open=read,
            name="Mette Holm",
            now=lambda: bench.clock.now().astimezone(ZoneInfo("Europe/Copenhagen")),
            leads_to=frozenset(OTHERS),
            tell=lambda page, notice: tell_of_access(desk, page, notice, page.mark_stale),
        )
        return OverviewPage(desk.tasks, look)

    def open_it() -> MainWindow:
        window = open_window(qtbot, bench, desk, (("overview", make), *((key, None) for key in OTHERS)))
        wait_until_idle(qtbot, desk)
        return window

    return open_it


def page_of(window: MainWindow) -> OverviewPage:
    page = window.pages.page()
    assert isinstance(page, OverviewPage)
    return page


def list_named(window: MainWindow, name: str) -> LineList[StepLine]:
    (found,) = [each for each in window.findChildren(LineList) if each.accessibleName() == name]
    return found


def test_empty_page_says_what_to_do_and_where(qtbot: QtBot, opened: Callable[[], MainWindow]) -> None:
    window = opened()

    (button,) = [part for part in window.findChildren(Button) if part.text() == texts.TO_CITIZENS]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert place(window) == ("citizens", None)


def test_sixty_citizens_each_with_a_button_that_leads_there(
    qtbot: QtBot, bench: Bench, opened: Callable[[], MainWindow]
) -> None:
    caseload.fill(bench)
    window = opened()
    steps = list_named(window, texts.NEXT_STEPS)
    assert len(steps.lines()) == 51
    steps.setFocus()

    QTest.keyClick(steps, Qt.Key.Key_Down)
    second = steps.lines()[1]
    QTest.keyClick(steps, Qt.Key.Key_Return)

    assert place(window) == (second.acts.page, second.acts.thing_id)
    assert second.acts == ("citizen", (second.opens.thing_id, "plan"))


def test_name_leads_to_the_citizen(qtbot: QtBot, bench: Bench, opened: Callable[[], MainWindow]) -> None:
    caseload.fill(bench, 12)
    window = opened()
    steps = list_named(window, texts.NEXT_STEPS)
    steps.setFocus()

    QTest.keyClick(steps, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    by_key = place(window)
    window.pages.back()
    corner = steps.visualRect(steps.model().index(0, 0)).topLeft()
    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=corner + QPoint(30, 18))

    assert by_key == place(window) == steps.lines()[0].opens


def test_button_of_a_line_is_pressed_with_the_mouse(bench: Bench, opened: Callable[[], MainWindow]) -> None:
    caseload.fill(bench, 12)
    window = opened()
    steps = list_named(window, texts.NEXT_STEPS)
    line = steps.visualRect(steps.model().index(0, 0))

    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(line.right() - 30, line.center().y()))

    assert place(window) == steps.lines()[0].acts


def test_press_beside_the_words_leads_nowhere(bench: Bench, opened: Callable[[], MainWindow]) -> None:
    caseload.fill(bench, 12)
    window = opened()
    steps = list_named(window, texts.NEXT_STEPS)
    line = steps.visualRect(steps.model().index(0, 0))

    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(line.center().x(), line.center().y()))
    QTest.mouseMove(steps.viewport(), QPoint(line.right() - 30, line.center().y()))

    assert place(window)[0] == "overview"
    assert steps.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_page_follows_the_keyboard(bench: Bench, opened: Callable[[], MainWindow]) -> None:
    caseload.fill(bench)
    window = opened()
    steps = list_named(window, texts.NEXT_STEPS)
    (area,) = page_of(window).findChildren(QScrollArea)
    steps.setFocus()

    for _ in range(20):
        QTest.keyClick(steps, Qt.Key.Key_Down)

    assert area.verticalScrollBar().value() > 0
    assert steps.currentIndex().row() == 20


def test_meetings_and_promises_lead_to_their_pages(bench: Bench, opened: Callable[[], MainWindow]) -> None:
    caseload.fill(bench)
    window = opened()
    page = page_of(window)
    view = page.view()
    assert view is not None

    for name, line in ((texts.MEETINGS, view.meetings[0]), (texts.PROMISES, view.promises[0])):
        lines = list_named(window, name)
        lines.setFocus()
        QTest.keyClick(lines, Qt.Key.Key_Return)
        assert place(window) == line.opens
        window.pages.back()
    for words, key in ((texts.ALL_MEETINGS, "meetings"), (texts.ALL_PROMISES, "follow_up")):
        (link,) = [part for part in page.findChildren(LinkButton) if part.accessibleName() == words]
        QTest.keyClick(link, Qt.Key.Key_Space)
        assert place(window) == (key, None)
        window.pages.back()


def test_order_is_explained_when_asked(bench: Bench, opened: Callable[[], MainWindow]) -> None:
    caseload.fill(bench, 12)
    window = opened()
    steps = list_named(window, texts.NEXT_STEPS)
    (why,) = [part for part in window.findChildren(LinkButton) if part.accessibleName() == texts.WHY_FIRST]

    QTest.keyClick(why, Qt.Key.Key_Space)
    shown, first = why.accessibleName(), explained(window)
    steps.setFocus()
    QTest.keyClick(steps, Qt.Key.Key_Down)
    second = explained(window)
    QTest.keyClick(why, Qt.Key.Key_Space)

    assert (shown, why.accessibleName()) == (texts.HIDE_ORDER, texts.WHY_HERE)
    assert first.startswith(f"{steps.lines()[0].name} står først. Det er ")
    assert second.startswith(f"{steps.lines()[1].name} står som nr. 2. ")
    assert explained(window) == ""


def explained(window: MainWindow) -> str:
    """What the panel says about the order, while it is shown."""
    labels = [label for panel in window.findChildren(Panel) if panel.isVisible() for label in panel.findChildren(Label)]
    return " ".join(label.text() for label in labels)


def test_everybody_s_next_steps(qtbot: QtBot, bench: Bench, desk: Desk, opened: Callable[[], MainWindow]) -> None:
    histories = Histories(bench)
    ida = histories.employee()
    for department in ("Familie", "Handicap"):
        histories.case(bench.add_citizen(f"Borger i {department}", ""), department, caseworker=ida)
    citizen = bench.add_citizen("Lone Bæk", "")
    for department in ("Familie", "Handicap"):
        histories.case(citizen, department, caseworker=ida)
    window = opened()
    (whose,) = window.findChildren(FilterChips)

    whose.choose(key=True)
    wait_until_idle(qtbot, desk)

    assert [line.name for line in list_named(window, texts.NEXT_STEPS).lines()] == ["Lone Bæk"]
    assert [entry.action for entry in bench.log()].count(Action.OPEN_OVERVIEW) == 2


def test_new_day_is_read_again(qtbot: QtBot, bench: Bench, desk: Desk, opened: Callable[[], MainWindow]) -> None:
    window = opened()
    bench.clock.moment += timedelta(days=1)

    window.navigate("citizens")
    window.navigate("overview")
    wait_until_idle(qtbot, desk)

    view = page_of(window).view()
    assert view is not None
    assert view.day.startswith("Søndag 22. november 2026")


def test_what_cannot_be_read_says_so_and_is_tried_again(
    qtbot: QtBot, desk: Desk, faults: list[Exception], opened: Callable[[], MainWindow]
) -> None:
    faults.append(Refused("databasen er optaget"))
    window = opened()
    before = page_of(window).view()

    (again,) = [part for part in window.findChildren(Button) if part.text() == ui_texts.RETRY and part.isVisible()]
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    wait_until_idle(qtbot, desk)

    assert before is None
    assert page_of(window).view() is not None


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_everything_on_the_page_is_named_and_fits(
    qtbot: QtBot, bench: Bench, theme: Theme, opened: Callable[[], MainWindow], scale: float
) -> None:
    caseload.fill(bench)
    theme.set_text_scale(scale)
    window = opened()
    steps = list_named(window, texts.NEXT_STEPS)

    assert nameless(page_of(window)) == []
    qtbot.waitUntil(lambda: steps.height() == steps.sizeHint().height())
    assert steps.model().data(steps.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == steps.lines()[0].spoken
