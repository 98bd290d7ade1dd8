"""The window over an open database: the first page at once, the rest behind it."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from koordinator.bootstrap import heavy
from koordinator.bootstrap.keys import OpenDatabase
from koordinator.bootstrap.rest import Equipment, NotThere
from koordinator.bootstrap.seat import take_seat
from koordinator.bootstrap.window import OpenWindow, build_window, make_tasks
from koordinator.domain.access import Action
from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.organisation import Employee, Role, RolePeriod
from koordinator.domain.setting import SettingKey
from koordinator.integrations.window_memory import WindowMemory
from koordinator.storage.key_slots import keys_path
from koordinator.texts import pages as titles
from koordinator.texts import ui as texts
from koordinator.ui.clipboard import ClipboardKeeper
from koordinator.ui.late_page import LatePage
from koordinator.ui.lock_cover import LockCover
from koordinator.ui.page import Page
from koordinator.ui.page_stack import PageStack
from koordinator.ui.pages.citizens.page import CitizensPage
from koordinator.ui.pages.overview.page import OverviewPage
from koordinator.ui.pages.settings.page import SettingsPage
from koordinator.ui.rail import Rail
from koordinator.ui.session_watch import SessionWatch
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.line_edits import LineEdit
from koordinator.usecases.log_heads import HeadState
from koordinator.usecases.settings import Settings
from koordinator.usecases.unlock import Opened
from tests.support import caseload
from tests.support.office import KEY, TODAY, Bench
from tests.ui.parts import Crashes, Memory, nameless


def opened_at(bench: Bench) -> OpenDatabase:
    return Opened(bench.database.path, bench.database, KEY)


@pytest.fixture
def memory() -> Memory:
    return Memory()


def shown(qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory, acting_as: str | None = None) -> OpenWindow:
    """As the program does it: nothing but the first page is there."""
    made = OpenWindow(take_seat(opened_at(bench), bench.clock, acting_as), tasks, memory, bench.clock)
    qtbot.addWidget(made.window)
    return made


def settled(qtbot: QtBot, made: OpenWindow) -> None:
    qtbot.waitUntil(lambda: made.rest.is_ready and made.tasks.is_idle)


def test_first_page_stands_with_data_before_the_rest_is_begun(
    qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory
) -> None:
    caseload.fill(bench, 12)
    made = shown(qtbot, bench, tasks, memory)
    page = made.window.pages.page()
    assert isinstance(page, OverviewPage)
    assert page.view() is not None
    painted: list[bool] = []

    made.show(lambda: painted.append(made.rest.is_ready))
    settled(qtbot, made)

    assert painted == [False]
    assert [entry.action for entry in bench.log()][-2:] == [Action.OPEN_OVERVIEW, Action.SIGN_IN]
    assert made.window.windowTitle() == texts.PROGRAM
    assert texts.all_saved(bench.clock.now()).split()[0] in made.window.status()


def test_who_sits_here_stands_at_the_foot(qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory) -> None:
    caseload.fill(bench, 3)
    made = shown(qtbot, bench, tasks, memory)
    (rail,) = made.window.findChildren(Rail)

    words = [label.text() for label in rail.findChildren(Label)]

    assert words[-4:-1] == ["Mette Holm", "Socialrådgiver", "Myndighed Voksen"]


def test_page_that_is_asked_for_too_early_comes(qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory) -> None:
    made = shown(qtbot, bench, tasks, memory)
    made.window.show()

    made.window.navigate("settings", "look")
    early = made.window.pages.page()
    made.rest.start()
    settled(qtbot, made)

    assert isinstance(early, LatePage)
    (settings,) = early.findChildren(SettingsPage)
    (tabs,) = settings.findChildren(QTabBar)
    assert tabs.tabText(tabs.currentIndex()) == "Udseende"
    assert list(early.shortcuts()) == list(settings.shortcuts())
    made.window.navigate("overview")
    made.window.navigate("settings", "themes")
    assert tabs.tabText(tabs.currentIndex()) == "Emner"
    qtbot.waitUntil(lambda: made.tasks.is_idle)
    assert nameless(settings) == []


def test_page_is_imported_when_it_is_first_gone_to(qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory) -> None:
    made = shown(qtbot, bench, tasks, memory)
    made.show(lambda: None)
    settled(qtbot, made)
    pages = made.rest.equipment().pages
    before = [key for key in made.page_keys if pages.has(key)]

    made.window.navigate("citizens")
    settled(qtbot, made)

    assert before == []
    assert [key for key in made.page_keys if pages.has(key)] == ["citizens"]
    (page,) = made.window.findChildren(CitizensPage)
    qtbot.waitUntil(page.isVisible)


def test_late_page_leads_on_hears_and_reloads(qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory) -> None:
    made = shown(qtbot, bench, tasks, memory)
    made.window.show()
    made.window.navigate("help", None)
    early = made.window.pages.page()
    assert isinstance(early, LatePage)
    early.heard(frozenset())
    early.leave()
    made.rest.start()
    settled(qtbot, made)

    early.heard(frozenset({"setting"}))
    early.mark_stale()
    (inside,) = early.findChildren(Page)
    inside.navigate.emit("overview", None)

    assert isinstance(made.window.pages.page(), OverviewPage)


def test_every_page_on_the_rail_opens(qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory) -> None:
    caseload.fill(bench, 12)
    made = build_window(opened_at(bench), tasks, memory, clock=bench.clock)
    qtbot.addWidget(made.window)
    made.window.show()
    (stack,) = made.window.findChildren(PageStack)

    for key in (entry.key for entry in made._entries if entry.icon):
        made.window.navigate(key)
        qtbot.waitUntil(lambda: tasks.is_idle)
        assert stack.page() is not None

    assert titles.OVERVIEW in [entry.title for entry in made._entries]


def test_supervisor_begins_with_what_a_supervisor_sees(
    qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory
) -> None:
    with bench.office.aside() as tx:
        ida = tx.of(Employee).add(Employee(EmployeeId(0), "Ida Mikkelsen", title="Leder"))
        tx.of(RolePeriod).add(RolePeriod(RowId(0), ida.id, Role.SUPERVISOR, TODAY))

    made = shown(qtbot, bench, tasks, memory, "Ida Mikkelsen")
    made.show(lambda: None)
    settled(qtbot, made)

    assert made.seat.first is None
    assert not made.window.pages.has("overview")
    assert made.desk.actor.employee_id == ida.id
    assert isinstance(made.window.pages.page(), LatePage)


def test_colleague_without_a_role_may_learn(qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory) -> None:
    with bench.office.aside() as tx:
        tx.of(Employee).add(Employee(EmployeeId(0), "Ida Mikkelsen"))

    made = shown(qtbot, bench, tasks, memory, "Ida Mikkelsen")

    assert made.page_keys == ("learning", "help")


def test_search_waits_for_the_rest(qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory) -> None:
    bench.add_citizen("Lone Bæk")
    made = shown(qtbot, bench, tasks, memory)
    made.window.show()
    made.window.activateWindow()
    box = made.window.search_box
    qtbot.waitUntil(made.window.isActiveWindow)
    box.take_focus()

    QTest.keyClicks(box, "lone")
    made.rest.start()
    settled(qtbot, made)
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tasks.is_idle)

    where = made.window.pages.place()
    assert where is not None
    assert where.key == "citizen"


def test_screen_locks_and_opens_with_a_press_where_there_is_no_passphrase(
    qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The offscreen clipboard does not say whose what lies there is.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)
    made = shown(qtbot, bench, tasks, memory)
    made.show(lambda: None)
    settled(qtbot, made)
    qtbot.waitUntil(lambda: made.window.isActiveWindow() and made.window.findChild(ClipboardKeeper) is not None)
    QGuiApplication.clipboard().setText("Lone Bæk")

    made.window.lock_asked.emit()
    assert QGuiApplication.clipboard().text() == ""
    (cover,) = made.window.findChildren(LockCover)
    (button,) = [part for part in cover.findChildren(Button) if part.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(made.window.pages.isVisible)


@pytest.mark.skipif(sys.platform == "darwin", reason="the desktop says nothing that Qt hears")
def test_screen_locks_with_the_desktop(qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory) -> None:
    made = shown(qtbot, bench, tasks, memory)
    made.show(lambda: None)
    qtbot.waitUntil(lambda: len(made.window.findChildren(SessionWatch)) == 1)

    made.window.findChildren(SessionWatch)[0]._asked.emit()

    assert len(made.window.findChildren(LockCover)) == 1
    settled(qtbot, made)


@pytest.mark.usefixtures("_cheap_seals")
def test_passphrase_that_was_just_set_is_asked_for(qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory) -> None:
    made = build_window(opened_at(bench), tasks, memory, clock=bench.clock)
    qtbot.addWidget(made.window)
    made.window.show()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.desk.services.keys.set_passphrase(made.desk.actor, "blå cykel i regn")

    made.window.lock_asked.emit()
    (cover,) = made.window.findChildren(LockCover)
    field = cover.findChild(LineEdit)
    assert field is not None
    assert field.isVisible()
    keys_path(bench.database.path).unlink()
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert made.window.findChildren(LockCover), "without its file nobody gets in either"


def test_who_sits_here_goes_by_a_new_name_at_once(qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory) -> None:
    made = build_window(opened_at(bench), tasks, memory, clock=bench.clock)
    qtbot.addWidget(made.window)
    made.window.show()
    desk, (rail,) = made.desk, made.window.findChildren(Rail)
    me = next(
        each.employee
        for each in desk.services.organisation.view(desk.actor).colleagues
        if each.employee.id == desk.actor.employee_id
    )

    renamed = replace(me, name="Mette Holm Bæk", title="Faglig koordinator")
    tasks.write(made, lambda: desk.services.organisation.save_employee(desk.actor, renamed), _nothing)

    def words() -> list[str]:
        return [label.text() for label in rail.findChildren(Label) if label.isVisible()]

    qtbot.waitUntil(lambda: {"Mette Holm Bæk", "Faglig koordinator"} <= set(words()))
    assert nameless(made.window) == []


def test_minutes_until_the_lock_follow_the_settings(
    qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes: list[int] = []
    monkeypatch.setattr("koordinator.ui.lock.Lock.lock_after", lambda _lock, after: minutes.append(after))
    made = build_window(opened_at(bench), tasks, memory, clock=bench.clock)
    qtbot.addWidget(made.window)
    settings: Settings = made.desk.services.settings

    made.tasks.write(made, lambda: settings.change(made.desk.actor, {SettingKey.IDLE_LOCK_MINUTES: "3"}), _nothing)
    qtbot.waitUntil(lambda: 3 in minutes)

    assert minutes[0] == 15


def _nothing(_result: object) -> None:
    """There is nothing to do."""


def test_rest_that_cannot_be_made_is_reported_and_the_first_page_stays(
    qtbot: QtBot, bench: Bench, tasks: Tasks, crashes: Crashes, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> Equipment:
        raise ZeroDivisionError

    monkeypatch.setattr(heavy, "equip", broken)
    made = shown(qtbot, bench, tasks, memory)

    with qtbot.waitSignal(tasks.failed):
        made.show(lambda: None)

    assert [type(error) for error in crashes.reported] == [ZeroDivisionError]
    with pytest.raises(NotThere):
        _ = made.desk
    assert isinstance(made.window.pages.page(), OverviewPage)


def test_second_start_finds_the_window_where_it_was(qtbot: QtBot, bench: Bench, tasks: Tasks, tmp_path: Path) -> None:
    file = tmp_path / "settings" / "window.json"
    first = OpenWindow(take_seat(opened_at(bench), bench.clock, None), tasks, WindowMemory(file), bench.clock)
    qtbot.addWidget(first.window)
    first.window.show()
    first.window.resize(780, 610)
    first.window.move(QPoint(40, 30))
    first.window.close()

    second = OpenWindow(take_seat(opened_at(bench), bench.clock, None), tasks, WindowMemory(file), bench.clock)
    qtbot.addWidget(second.window)

    assert second.window.size() == QSize(780, 610)


def test_crash_of_a_worker_leaves_a_report_without_personal_data(
    qtbot: QtBot, qapp: QApplication, bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logs = tmp_path / "log"
    monkeypatch.setattr("koordinator.bootstrap.crash.log_folder", lambda: logs)
    workers = make_tasks(qapp, bench.clock)

    def fail() -> None:
        raise ValueError("Lone Bæk 120378-4444")

    with qtbot.waitSignal(workers.failed) as told:
        workers.compute(workers, fail, _nothing)
    workers.shut_down()

    (report,) = logs.iterdir()
    assert told.args == [texts.UNEXPECTED]
    assert "builtins.ValueError" in report.read_text(encoding="utf-8")
    assert "Lone" not in report.read_text(encoding="utf-8")


def test_how_far_the_log_has_come_is_noted_now_and_then_and_at_the_end(
    qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory
) -> None:
    made = shown(qtbot, bench, tasks, memory)
    made.note_log()
    made.rest.load()
    settled(qtbot, made)
    assert made.desk.services.log_heads.state is HeadState.NOT_YET

    made.note_now_and_then()
    settled(qtbot, made)
    made.note_log()

    # The bench is opened with a key file: there is no key store to note it in.
    heads = made.desk.services.log_heads
    assert heads.state is HeadState.NO_PLACE


def test_a_log_that_does_not_go_on_is_told_once(qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory) -> None:
    made = shown(qtbot, bench, tasks, memory)
    made.rest.load()
    settled(qtbot, made)
    heads = made.desk.services.log_heads

    for _ in range(2):
        heads.state = HeadState.DIFFERS
        made.tell_of_log(goes_on=not heads.differs)
        assert [label.text() for label in made.window.messages.findChildren(Label)].count(texts.LOG_DIFFERS) == 1


def test_rest_that_arrives_when_the_window_is_gone_does_no_harm(
    qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory
) -> None:
    made = OpenWindow(take_seat(opened_at(bench), bench.clock, None), tasks, memory, bench.clock)
    made.rest.start()
    delete(made.window)

    settled(qtbot, made)
    made.note_now_and_then()
    made.tell_of_log(goes_on=False)
    settled(qtbot, made)
