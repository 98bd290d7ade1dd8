"""Tilstand: when the file was last whole, and a look at it now."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from koordinator.bootstrap.file_watch import FileWatch
from koordinator.storage.cipher import PAGE_BYTES
from koordinator.texts import condition as texts
from koordinator.texts import keys, verify
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.widgets.labels import Label
from tests.support.office import Bench
from tests.ui.office_window import wait_until_idle
from tests.ui.pages.tabbed import button


def labels(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(Label)]


def test_a_whole_file_is_said_to_be_whole_and_when(
    qtbot: QtBot, window: Callable[[str], MainWindow], desk: Desk
) -> None:
    opened = window("condition")
    assert texts.whole_at("") in labels(opened)

    button(opened, texts.LOOK).click()
    button(opened, keys.VERIFY).click()
    wait_until_idle(qtbot, desk)

    assert any(words.startswith(verify.ALL_WELL) for words in labels(opened))
    assert texts.verdict(is_damaged=False, is_known=True) in labels(opened)
    assert texts.whole_at("21.11.2026 kl. 12.00") in labels(opened)
    assert button(opened, texts.LOOK).isEnabled()


def test_a_damaged_file_is_said_to_be_damaged(
    qtbot: QtBot, window: Callable[[str], MainWindow], desk: Desk, bench: Bench
) -> None:
    opened = window("condition")
    with bench.database.path.open("r+b") as file:
        file.seek(20 * PAGE_BYTES + 99)
        file.write(b"x!")

    button(opened, texts.LOOK).click()
    wait_until_idle(qtbot, desk)

    assert texts.verdict(is_damaged=True, is_known=True) in labels(opened)
    assert not button(opened, texts.LOOK).isEnabled()


def test_the_look_can_be_stopped(qtbot: QtBot, window: Callable[[str], MainWindow], desk: Desk) -> None:
    opened = window("condition")
    button(opened, texts.LOOK).click()
    button(opened, texts.STOP).click()
    wait_until_idle(qtbot, desk)

    assert button(opened, texts.LOOK).isEnabled()


def test_each_start_looks_at_the_pages_and_once_a_week_at_everything(
    qtbot: QtBot, desk: Desk, bench: Bench, watch: FileWatch
) -> None:
    for days, is_whole in ((0, True), (3, False), (4, True)):
        bench.clock.pass_days(days)
        watch.begin()
        wait_until_idle(qtbot, desk)
        assert watch.condition().pages_at == bench.clock.now()
        assert (watch.condition().whole_at == bench.clock.now()) is is_whole
