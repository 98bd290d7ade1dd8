"""Læring in an ordinary database: the municipality's own numbers, the sheet for the wall, the way to practise."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from koordinator.bootstrap.container import connect
from koordinator.domain.access import Actor, Channel
from koordinator.domain.organisation import Role
from koordinator.domain.setting import SettingKey
from koordinator.texts import learning as texts
from koordinator.texts import practice as practice_texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.learning.page import LearningPage, PracticeDoor
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Theme
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.labels import Label
from koordinator.usecases.unlock import Opened
from tests.support.office import KEY, Bench
from tests.ui.office_window import open_window, wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless

Open = Callable[..., LearningPage]


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    services = connect(Opened(bench.database.path, bench.database, KEY), Channel.WINDOW, clock=bench.clock)
    return Desk(services, bench.actor, tasks)


@pytest.fixture
def opened(qtbot: QtBot, bench: Bench, desk: Desk) -> Open:
    windows: list[MainWindow] = []

    def open_it(*, starts: bool = True) -> LearningPage:
        door = PracticeDoor(lambda: starts, lambda: None)
        window = open_window(qtbot, bench, desk, (("learning", lambda desk: LearningPage(desk, door)),))
        windows.append(window)  # it lives as long as the test
        (page,) = window.findChildren(LearningPage)
        wait_until_idle(qtbot, desk)
        return page

    return open_it


def said(page: LearningPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def test_the_numbers_are_the_municipalitys_own(bench: Bench, desk: Desk, opened: Open) -> None:
    own = {SettingKey.FIRST_MEETING_WITHIN_DAYS: "10", SettingKey.HAND_OUT_WITHIN_WORKING_DAYS: "1"}
    desk.services.settings.change(bench.actor, own)
    page = opened()

    assert nameless(page) == []
    assert "Første møde inden 10 dage." in said(page)
    assert "senest 1 arbejdsdag efter" in said(page)
    assert page.model.picture.accessibleName() == texts.SHOWN_ALTERNATIVE
    assert all(text in said(page) for _, text in texts.PRINCIPLES)


def test_it_concerns_nobody_so_everybody_sees_it_and_it_is_not_logged(bench: Bench, desk: Desk) -> None:
    before = len(bench.log())
    page = desk.services.learning.open(Actor(bench.actor.employee_id, frozenset[Role](), Channel.WINDOW))

    assert page.practice is None
    assert len(bench.log()) == before


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("longest", [False, True])
def test_the_sheet_for_the_wall_is_one_page(bench: Bench, desk: Desk, *, large_print: bool, longest: bool) -> None:
    if longest:
        desk.services.settings.change(
            bench.actor,
            {
                SettingKey.MUNICIPALITY: "Nordsjællands Sammenlagte Øst- og Vestkommune",
                SettingKey.FIRST_MEETING_WITHIN_DAYS: "364",
                SettingKey.MEETING_INTERVAL_DAYS: "364",
                SettingKey.PLAN_REVIEW_INTERVAL_DAYS: "729",
                SettingKey.REASSESS_AFTER_DAYS: "1000",
                SettingKey.EXPECTED_ON_STEP3_TO: "1000",
            },
        )
    bench.add_citizen("Lone Bæk")
    made = desk.services.learning.paper(large_print=large_print)

    (page,) = PdfDocument(made.content)
    text = page.get_textpage().get_text_range()
    assert ("stor-skrift" in made.file_name) is large_print
    for words in ("Modellen kort", "Trin 1", "Trin 2", "Trin 3", texts.NO_NEED, texts.END, texts.PRINCIPLES_HEADING):
        assert words in text
    assert all(head.rstrip(".") in text for head, _ in texts.PRINCIPLES)
    assert "Lone" not in text


@pytest.mark.parametrize("sheet", ["model", "ways"])
def test_a_sheet_is_saved_by_keyboard(qtbot: QtBot, desk: Desk, opened: Open, tmp_path: Path, sheet: str) -> None:
    page = opened()
    button = getattr(page, sheet).files[False]

    def name_it(dialog: QFileDialog) -> None:
        (name,) = [edit for edit in dialog.findChildren(QLineEdit) if edit.objectName() == "fileNameEdit"]
        name.setText(str(tmp_path / "væg"))
        QTest.keyClick(name, Qt.Key.Key_Return)

    when_dialog_opens(QFileDialog, name_it)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)

    assert (tmp_path / "væg.pdf").read_bytes().startswith(b"%PDF")
    assert texts.saved_as("væg.pdf") in said(page)


@pytest.mark.parametrize(("starts", "answer"), [(True, practice_texts.STARTING), (False, practice_texts.NOT_STARTED)])
def test_the_practice_case_is_begun_where_the_keyboard_is(opened: Open, *, starts: bool, answer: str) -> None:
    page = opened(starts=starts)
    assert QApplication.focusWidget() is page.offer.begin

    QTest.keyClick(page.offer.begin, Qt.Key.Key_Space)

    assert answer in [panel.accessibleName() for panel in page.findChildren(Panel)]


def test_the_drawing_follows_the_look(qtbot: QtBot, desk: Desk, opened: Open, theme: Theme) -> None:
    page = opened()
    theme.set_text_scale(1.5)
    wait_until_idle(qtbot, desk)

    assert page.model.picture.isVisible()
