"""Papers in other hands, by keyboard: which one is it, all plans at once, and a third party's name held back."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_check import PaperState
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.right_of_access import AccessVerdict, Other
from koordinator.domain.steps import Step
from koordinator.texts import paper_check as check_texts
from koordinator.texts import portfolio as portfolio_texts
from koordinator.texts import right_of_access_page as access_texts
from koordinator.texts.subject import TAB_TITLES
from koordinator.ui.handout.check import CheckedDialog
from koordinator.ui.preview.portfolio import PortfolioDialog
from koordinator.ui.tabs.dialogs.right_of_access import AccessDialog, DecideDialog
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.labels import Label
from tests.cli.running import Shell
from tests.journeys.caseworker import CONTROL, ENTER, Caseworker, words_of
from tests.support.histories import Histories, days_ago
from tests.support.meeting_world import MeetingWorld, make_world
from tests.support.office import KEY, Bench
from tests.ui.office_window import when_dialog_opens

MASKED = "Jens Ravn"


@pytest.fixture
def world(bench: Bench) -> MeetingWorld:
    """With an approved plan."""
    made = make_world(bench)
    made.plans.begin(made.actor, made.subject_id)
    approve(made, "Rolige morgener")
    return made


@pytest.fixture
def me(qtbot: QtBot, world: MeetingWorld, tasks: Tasks) -> Caseworker:
    return Caseworker.sit_down(qtbot, world.bench, tasks)


def approve(world: MeetingWorld, goal: str) -> None:
    plan = world.plans.open(world.actor, world.subject_id).plan
    assert plan is not None
    filled = world.plans.add_goal(world.actor, plan.id, goal).plan
    assert filled is not None
    world.plans.approve(world.actor, filled)


def words(dialog: AccessDialog | CheckedDialog | PortfolioDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(Label) if label.isVisible()]


def test_a_paper_says_what_it_is_in_the_window_and_on_the_command_line(
    me: Caseworker, world: MeetingWorld, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = me.services.papers.make(me.actor, PaperOrder(PaperKind.PLAN, world.subject_id, number=1)).content
    approve(world, "Overblik over pengene")
    second = me.services.papers.make(me.actor, PaperOrder(PaperKind.PLAN, world.subject_id, number=2)).content
    at = first.index(b"stream") + 40
    touched = first[:at] + bytes([first[at] ^ 1]) + first[at + 1 :]
    me.look_up("Lone Bæk")
    me.turn_to(TAB_TITLES["documents"])
    command = command_at(world.bench, tmp_path, capsys)

    newer = "Der er en nyere version: version 2"
    for content, state, version, more in (
        (first, PaperState.UNCHANGED, 1, {newer}),
        (touched, PaperState.CHANGED, 1, {newer}),
        (second, PaperState.UNCHANGED, 2, set[str]()),
    ):
        path = tmp_path / "papir.pdf"
        path.write_bytes(content)
        expected = {check_texts.STATES[state], f"Fælles plan, version {version}", "Om: Lone Bæk"} | more
        assert expected <= set(checked(me, path))
        assert command.run("check-paper", path) == (0 if state is PaperState.UNCHANGED else 1)
        assert expected <= set(command.out.splitlines())
        assert (newer in command.out) == bool(more)


def command_at(bench: Bench, folder: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """At the database as it stands now: a copy, since the window has the other one open."""
    with bench.database.read() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    place = folder / "kommandolinje"
    place.mkdir()
    shutil.copyfile(bench.database.path, place / "prøve.db")
    (place / "prøve.key").write_text(KEY.hex, encoding="ascii")
    return Shell(place, capsys)


def checked(me: Caseworker, path: Path) -> list[str]:
    said: list[str] = []

    def look(dialog: CheckedDialog) -> None:
        said.extend(words(dialog))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_dialog_opens(CheckedDialog, look)
    me.names_file(path)
    me.in_front()
    me.does(check_texts.CHECK)
    me.qtbot.waitUntil(lambda: bool(said))
    me.settle()
    return said


def test_all_plans_are_saved_and_who_has_none_is_named(me: Caseworker, world: MeetingWorld, tmp_path: Path) -> None:
    zoe = world.bench.add_citizen("Zoë Aaen", "0101904444")
    Histories(world.bench).course(zoe.subject_id, Step.MEETINGS, days_ago(60))
    me.services.courses.choose_coordinator(me.actor, zoe.subject_id, me.actor.employee_id)
    folder = tmp_path / "planer"
    folder.mkdir()
    said: list[str] = []

    def save(dialog: PortfolioDialog) -> None:
        me.qtbot.waitUntil(dialog.save.isEnabled)
        me.names_file(folder)
        me.does(portfolio_texts.SAVE)
        me.qtbot.waitUntil(lambda: portfolio_texts.given(1, printed=False, was_stopped=False) in words(dialog))
        said.extend(words(dialog))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    me.press(Qt.Key.Key_2, CONTROL)
    me.settle()
    me.within(PortfolioDialog, save, lambda: me.does(portfolio_texts.OPEN))

    (plan,) = folder.iterdir()
    assert "Rolige morgener" in words_of(plan.read_bytes())
    assert any(line.startswith("Zoë Aaen: ") for line in said)


def test_a_masked_third_party_stands_nowhere_in_what_the_citizen_gets(
    me: Caseworker, world: MeetingWorld, tmp_path: Path
) -> None:
    others = me.services.right_of_access.others(me.actor, world.lone.id)
    shown = [other.key for other in others if other.name != MASKED]
    me.services.right_of_access.decide(me.actor, world.lone.id, shown, AccessVerdict.SHOWN, "Lone kender dem")
    report, data = tmp_path / "indsigt.pdf", tmp_path / "indsigt.json"
    me.look_up("Lone Bæk")
    me.turn_to(TAB_TITLES["documents"])

    me.within(
        AccessDialog, lambda dialog: mask_and_save(me, dialog, report, data), lambda: me.does(access_texts.BUTTON)
    )

    for text in (words_of(report.read_bytes()), data.read_text(encoding="utf-8")):
        assert "Trine Skov" in text
        assert not any(word in text for word in (MASKED, *MASKED.split()))


def mask_and_save(me: Caseworker, dialog: AccessDialog, report: Path, data: Path) -> None:
    me.qtbot.waitUntil(lambda: bool(dialog.list.rows()))
    dialog.activateWindow()
    dialog.list.setFocus()
    for _ in dialog.list.rows():
        if current(dialog).name == MASKED:
            break
        me.press(Qt.Key.Key_Down)
    assert current(dialog).name == MASKED

    def decide(asked: DecideDialog) -> None:
        me.tab_onto(access_texts.REASON)
        me.write("Han har bedt om det")
        QTest.keyClick(asked, ENTER, CONTROL)

    me.within(DecideDialog, decide, lambda: me.press(ENTER))
    me.qtbot.waitUntil(lambda: all(other.decision is not None for other in dialog.list.rows()))
    for path, button in ((report, access_texts.SAVE_PDF), (data, access_texts.SAVE_DATA)):
        to_front(me, dialog)
        me.names_file(path)
        me.does(button)
        me.qtbot.waitUntil(path.exists)
        me.settle()
    to_front(me, dialog)
    me.press(Qt.Key.Key_Escape)


def to_front(me: Caseworker, dialog: AccessDialog) -> None:
    dialog.activateWindow()
    me.qtbot.waitUntil(dialog.isActiveWindow)


def current(dialog: AccessDialog) -> Other:
    other = dialog.list.current_row()
    assert other is not None
    return other
