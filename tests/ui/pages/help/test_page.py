"""Hjælp in the real window: the topics, the keys of the window, and where the data lie."""

import re
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlock
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from koordinator.bootstrap.resources import resources_dir
from koordinator.texts import help as texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.help.about import read_about
from koordinator.ui.pages.help.page import HelpFiles, HelpPage
from koordinator.ui.pages.help.topics import Topic
from koordinator.ui.style_sheet import TextSize
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Theme
from koordinator.ui.widgets.table import DataList
from tests.support.desk import desk_at
from tests.support.office import Bench
from tests.ui.office_window import listed, open_window, wait_until_idle
from tests.ui.parts import accessible_name, nameless

FOLDER = resources_dir() / "help"
REPORTS = Path("/var/rapporter")


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def window(qtbot: QtBot, bench: Bench, desk: Desk) -> MainWindow:
    files = HelpFiles(FOLDER, bench.database.path, REPORTS)
    opened = open_window(qtbot, bench, desk, (("overview", None), ("help", lambda at: HelpPage(at.tasks, files))))
    opened.navigate("help")
    wait_until_idle(qtbot, desk)
    return opened


def text(window: MainWindow) -> QTextBrowser:
    (found,) = window.findChildren(QTextBrowser)
    return found


def topics(window: MainWindow) -> DataList[Topic]:
    return cast("DataList[Topic]", listed(window, texts.TOPICS))


def titles(window: MainWindow) -> list[str]:
    return [topic.title for topic in topics(window).rows()]


def current(window: MainWindow) -> Topic:
    topic = topics(window).current_row()
    assert topic is not None
    return topic


def test_every_page_can_be_read_with_the_keyboard_alone(window: MainWindow) -> None:
    topics(window).setFocus()
    read: list[str] = []
    for _ in titles(window):
        assert accessible_name(text(window)) == current(window).title
        assert nameless(window) == []
        read.append(text(window).toPlainText())
        QTest.keyClick(topics(window), Qt.Key.Key_Down)

    assert len(set(read)) == len(list(FOLDER.glob("*.md"))) + 1
    assert min(map(len, read)) > 100
    assert not re.search(r"\{\w*\}|^#|\*\*", "\n".join(read), re.MULTILINE), "nothing is left to fill in"


def test_the_keys_come_before_the_licences_and_are_the_windows_own(window: MainWindow) -> None:
    assert titles(window)[-2] == texts.SHORTCUTS
    topics(window).choose("shortcuts")

    for shortcut in window.shortcuts():
        assert shortcut.keys in text(window).toPlainText()
        assert shortcut.text in text(window).toPlainText()


def test_the_places_of_the_data_are_this_machines(window: MainWindow, bench: Bench) -> None:
    topics(window).choose("60-dine-data")

    assert str(bench.database.path) in text(window).toPlainText()
    assert str(REPORTS) in text(window).toPlainText()


def test_a_topic_is_opened_by_its_name(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    window.navigate("help", "50-ledelsestilsyn")
    wait_until_idle(qtbot, desk)

    assert current(window).key == "50-ledelsestilsyn"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_line_is_cut_off(qtbot: QtBot, desk: Desk, window: MainWindow, theme: Theme, scale: float) -> None:
    theme.set_text_scale(scale)
    window.resize(1366, 768)
    wait_until_idle(qtbot, desk)

    for topic in topics(window).rows():
        topics(window).choose(topic.key)
        assert text(window).horizontalScrollBar().maximum() == 0


def test_text_size_is_taken_while_a_topic_is_shown(window: MainWindow, theme: Theme) -> None:
    before = text(window).maximumWidth()

    theme.set_text_scale(1.5)

    heading = next(block for block in blocks(window) if block.blockFormat().headingLevel())
    assert heading.begin().fragment().charFormat().font().pixelSize() == theme.px(TextSize.CARD)
    assert text(window).maximumWidth() == round(before * 1.5)


def test_the_words_of_a_list_stand_under_each_other(window: MainWindow) -> None:
    wrapped = [block for block in blocks(window) if block.textList() is not None and block.layout().lineCount() > 1]

    assert wrapped
    for block in wrapped:
        first, second = block.layout().lineAt(0), block.layout().lineAt(1)
        words_begin = len(block.text()) - len(block.text().lstrip())
        begins_at, _ = cast("tuple[float, int]", first.cursorToX(words_begin))
        assert begins_at == pytest.approx(second.naturalTextRect().left(), abs=1)


def blocks(window: MainWindow) -> list[QTextBlock]:
    document = text(window).document()
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]


def test_what_the_program_is_made_of_stands_last_with_every_licence_to_be_read(window: MainWindow) -> None:
    about = read_about(FOLDER.parent)
    topics(window).choose("90-om-programmet")
    assert current(window).title == "Om programmet"
    shown = text(window).toPlainText()
    assert f"version {about.version}" in shown

    for part in about.parts:
        assert part.name in shown
        assert part.licence in shown
        text(window).anchorClicked.emit(QUrl(f"licens:{part.key}"))
        licence = text(window).toPlainText()
        assert len(licence) > 500
        assert accessible_name(text(window)) == part.name
        assert licence.splitlines()[0].strip() == texts.BACK

    text(window).anchorClicked.emit(QUrl("licens:"))
    assert text(window).toPlainText() == shown


def test_licence_is_reached_by_keyboard(window: MainWindow) -> None:
    topics(window).choose("90-om-programmet")
    text(window).setFocus()

    QTest.keyClick(text(window), Qt.Key.Key_Tab)
    QTest.keyClick(text(window), Qt.Key.Key_Return)

    assert "SIL OPEN FONT LICENSE" in text(window).toPlainText().upper()
