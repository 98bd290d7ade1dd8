"""Indlæs liste in the real window, worked by keyboard, from the file to the result."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen import Citizen
from koordinator.domain.codes import Role
from koordinator.domain.list_import import ListField
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.import_list.page import ImportListPage
from koordinator.ui.pages.import_list.steps import PreviewStep, ResultStep, RunningStep
from koordinator.ui.tasks import Tasks
from tests.support.desk import desk_at
from tests.support.lists import SAMPLES, case, row, write_list
from tests.support.office import Bench
from tests.support.relations import STRANGER, relations
from tests.ui.office_window import open_window, place, wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless


@pytest.fixture
def desk(bench: Bench, tasks: Tasks) -> Desk:
    return desk_at(bench, tasks)


@pytest.fixture
def window(qtbot: QtBot, bench: Bench, desk: Desk) -> MainWindow:
    return open_window(qtbot, bench, desk, (("import_list", ImportListPage), ("citizens", None)))


@pytest.fixture
def page(window: MainWindow) -> ImportListPage:
    page = window.pages.page()
    assert isinstance(page, ImportListPage)
    return page


def button(page: QWidget, words: str) -> QPushButton:
    """The visible button with the words."""
    (found,) = [part for part in page.findChildren(QPushButton) if part.text() == words and part.isVisible()]
    return found


def press(page: QWidget, words: str) -> None:
    pressed = button(page, words)
    pressed.setFocus()
    QTest.keyClick(pressed, Qt.Key.Key_Space)


def words_on(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def name_file(path: Path) -> None:
    """Types the path into the file dialog that is about to open, and Enter."""

    def type_it(dialog: QFileDialog) -> None:
        (line,) = [edit for edit in dialog.findChildren(QLineEdit) if edit.objectName() == "fileNameEdit"]
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    when_dialog_opens(QFileDialog, type_it)


def read(qtbot: QtBot, desk: Desk, page: ImportListPage, path: Path) -> None:
    page.read(path)
    wait_until_idle(qtbot, desk)


def count_citizens(bench: Bench) -> int:
    with bench.office.aside() as tx:
        return len(tx.of(Citizen).where())


def test_a_list_from_the_file_to_the_result(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: ImportListPage
) -> None:
    assert "CPR-nummer, navn, sagsnummer og fagenhed" in words_on(page)
    name_file(SAMPLES / "sager-unicode-tekst.txt")
    press(page, "Vælg fil")
    wait_until_idle(qtbot, desk)
    assert "sager-unicode-tekst.txt · 120 rækker · 7 kolonner" in words_on(page)
    assert "120 af 120" in words_on(page)
    assert count_citizens(bench) == 0

    press(page, "Indlæs 120 rækker")
    wait_until_idle(qtbot, desk)

    assert "Listen er indlæst" in words_on(page)
    assert "55 nye" in words_on(page)
    assert "alle rækker kunne bruges" in words_on(page)
    assert "Myndighed Voksen" in words_on(page)
    assert count_citizens(bench) == 55
    assert window.focusWidget() is button(page, "Se borgerne")
    press(page, "Se borgerne")
    assert place(window)[0] == "citizens"


@pytest.fixture
def kims(qtbot: QtBot, bench: Bench, tasks: Tasks, tmp_path: Path) -> tuple[Desk, MainWindow, ImportListPage]:
    """Kim's own list is in: Lone, whom somebody else has, was held back, one row was refused, and Ole was made."""
    world = relations(bench)
    world.histories.save(replace(world.citizens[STRANGER], cpr="1203784444"))
    kim = world.histories.save(replace(world.employee, email="kim@kommune.example"))
    desk = replace(desk_at(bench, tasks), actor=world.actor(Role.COORDINATOR))
    window = open_window(qtbot, bench, desk, (("import_list", ImportListPage), ("citizens", None)))
    page = window.pages.page()
    assert isinstance(page, ImportListPage)
    mine = case("S1", Sagsbehandler=kim.name, **{"Sagsbehandlers e-mail": kim.email})
    bad = case("S2", **{"CPR-nr.": "999999-9999"})
    new = case("S3", **{"CPR-nr.": "010150-4449", "Navn": "Ole Dam", "Team": "Et nyt team"})
    read(qtbot, desk, page, write_list(tmp_path / "liste.csv", [mine, bad, new]))
    press(page, "Indlæs 2 rækker")
    wait_until_idle(qtbot, desk)
    assert "Nogle borgere har en anden sagsbehandler" in words_on(page)
    assert "Borgere: Lone Bæk" in words_on(page)
    return desk, window, page


def answer_taking(words: str) -> list[str]:
    """Answers the question that is about to come; what it asks, and what a space would press."""
    asked: list[str] = []

    def answer(question: Question) -> None:
        asked.append(words_on(question))
        asked.extend(each.text() for each in question.findChildren(QPushButton) if each.hasFocus())
        button(question, words).click()

    when_dialog_opens(Question, answer)
    return asked


def test_somebody_elses_citizens_are_taken_over_and_the_result_of_the_list_stays(
    qtbot: QtBot, kims: tuple[Desk, MainWindow, ImportListPage], tmp_path: Path
) -> None:
    desk, _window, page = kims
    answer_taking("Tag dem over")
    press(page, "Tag dem over")
    wait_until_idle(qtbot, desk)

    assert "Du er nu sagsbehandler for 1 borger mere." in words_on(page)
    assert "Nogle borgere har en anden sagsbehandler" not in words_on(page)
    (result,) = page.findChildren(ResultStep)
    assert {"1 ny", "2 nye", "Teams: Visitationen, Et nyt team"} <= set(words_on(result).split("\n"))
    assert "alle rækker kunne bruges" not in words_on(result)
    name_file(tmp_path / "tilbage.csv")
    press(page, "Gem rækker med fejl")
    wait_until_idle(qtbot, desk)
    assert "999999-9999" in (tmp_path / "tilbage.csv").read_text("utf-8-sig")


def test_nobody_is_taken_over_by_one_key(
    qtbot: QtBot, bench: Bench, kims: tuple[Desk, MainWindow, ImportListPage]
) -> None:
    desk, window, page = kims
    assert window.focusWidget() is button(page, "Se borgerne")
    asked = answer_taking("Annullér")

    press(page, "Tag dem over")

    assert desk.tasks.is_idle
    assert "Borgere: Lone Bæk." in asked[0]
    assert asked[1:] == ["Annullér"]
    assert button(page, "Tag dem over").isVisible()


def test_coming_back_after_an_import_begins_anew(
    qtbot: QtBot, desk: Desk, window: MainWindow, page: ImportListPage, tmp_path: Path
) -> None:
    read(qtbot, desk, page, write_list(tmp_path / "liste.csv", [row()]))
    press(page, "Indlæs 1 række")
    wait_until_idle(qtbot, desk)
    window.navigate("citizens")
    window.navigate("import_list")

    assert button(page, "Vælg fil").isVisible()
    assert "Listen er indlæst" not in words_on(page)


def test_a_list_that_is_being_looked_at_is_still_there_after_a_look_elsewhere(
    qtbot: QtBot, desk: Desk, window: MainWindow, page: ImportListPage, tmp_path: Path
) -> None:
    read(qtbot, desk, page, write_list(tmp_path / "liste.csv", [row()]))
    window.navigate("citizens")
    window.navigate("import_list")

    assert "liste.csv" in words_on(page)


def test_a_column_that_was_not_known_is_pointed_out_by_keyboard(
    qtbot: QtBot, bench: Bench, desk: Desk, page: ImportListPage, tmp_path: Path
) -> None:
    renamed = {("Hvem" if heading == "Navn" else heading): cell for heading, cell in row().items()}
    read(qtbot, desk, page, write_list(tmp_path / "liste.csv", [renamed]))
    assert "Vi kan ikke finde »Navn«. Vælg kolonnen herunder." in words_on(page)
    assert not button(page, "Indlæs").isEnabled()

    (preview,) = page.findChildren(PreviewStep)
    choice = preview.columns.choice(1)
    choice.setFocus()
    while choice.key() is not ListField.NAME:
        QTest.keyClick(choice, Qt.Key.Key_Down)
    wait_until_idle(qtbot, desk)

    assert "Vi kan ikke finde" not in words_on(page)
    assert choice.hasFocus()
    press(page, "Indlæs 1 række")
    wait_until_idle(qtbot, desk)
    assert count_citizens(bench) == 1


def test_a_field_moved_to_another_column_leaves_the_first(
    qtbot: QtBot, desk: Desk, page: ImportListPage, tmp_path: Path
) -> None:
    read(qtbot, desk, page, write_list(tmp_path / "liste.csv", [row()]))
    (preview,) = page.findChildren(PreviewStep)

    preview.columns.corrected.emit(2, ListField.NAME)
    wait_until_idle(qtbot, desk)

    assert preview.columns.choice(1).key() is None
    assert preview.columns.choice(2).key() is ListField.NAME


def test_an_unknown_department_is_made_when_the_person_says_so(
    qtbot: QtBot, desk: Desk, page: ImportListPage, tmp_path: Path
) -> None:
    read(qtbot, desk, page, write_list(tmp_path / "liste.csv", [row(Fagenhed="Rumfart")]))
    assert "Fagenheden »Rumfart« findes ikke i programmet." in words_on(page)

    press(page, "Opret fagenhed")
    wait_until_idle(qtbot, desk)
    assert "Fagenheden »Rumfart« bliver oprettet" in words_on(page)

    press(page, "Indlæs 1 række")
    wait_until_idle(qtbot, desk)
    assert "Nye fagenheder: Rumfart" in words_on(page)


def test_faults_are_listed_and_saved_to_send_back(
    qtbot: QtBot, desk: Desk, page: ImportListPage, tmp_path: Path
) -> None:
    read(qtbot, desk, page, SAMPLES / "sager-med-fejl.csv")
    (preview,) = page.findChildren(PreviewStep)
    QTest.keyClick(preview.tabs.bar, Qt.Key.Key_Right)
    faults = preview.faults.list.rows()
    assert [(fault.row, fault.reason) for fault in faults[:2]] == [
        (5, "CPR-nummeret begynder ikke med en dato, der findes."),
        (7, "Et CPR-nummer har ti cifre."),
    ]

    name_file(tmp_path / "tilbage.csv")
    press(page, "Gem rækker med fejl")
    wait_until_idle(qtbot, desk)

    assert "»tilbage.csv«" in words_on(page)
    assert len((tmp_path / "tilbage.csv").read_text("utf-8-sig").splitlines()) == 10


def test_a_file_that_cannot_be_read_says_why_and_another_can_be_chosen(
    qtbot: QtBot, desk: Desk, page: ImportListPage, tmp_path: Path
) -> None:
    read(qtbot, desk, page, tmp_path / "mangler.csv")

    assert "ListRefused" in words_on(page) or "mangler.csv" in words_on(page)
    assert button(page, "Vælg en anden fil").isVisible()
    assert desk.tasks.is_idle


def test_an_import_can_be_stopped_and_what_went_in_stays(
    qtbot: QtBot, bench: Bench, desk: Desk, page: ImportListPage
) -> None:
    read(qtbot, desk, page, SAMPLES / "sager-excel-dansk.csv")
    press(page, "Indlæs 725 rækker")
    (running,) = page.findChildren(RunningStep)
    qtbot.waitUntil(lambda: " af 304 borgere" in words_on(running) and "\n0 af" not in words_on(running))

    press(page, "Stop")
    wait_until_idle(qtbot, desk)

    assert "Indlæsningen blev stoppet" in words_on(page)
    (result,) = page.findChildren(ResultStep)
    assert "Indlæs listen igen for at få resten med." in words_on(result)
    assert 0 < count_citizens(bench) < 304


def test_an_import_goes_on_while_another_page_is_looked_at(
    qtbot: QtBot, bench: Bench, desk: Desk, window: MainWindow, page: ImportListPage
) -> None:
    read(qtbot, desk, page, SAMPLES / "sager-unicode-tekst.txt")
    press(page, "Indlæs 120 rækker")
    window.navigate("citizens")
    wait_until_idle(qtbot, desk)

    assert count_citizens(bench) == 55


def test_a_file_can_be_dropped_on_the_page(qtbot: QtBot, desk: Desk, page: ImportListPage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write_list(tmp_path / "liste.csv", [row()])))])
    page.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    wait_until_idle(qtbot, desk)

    assert "liste.csv · 1 række" in words_on(page)


def test_every_control_has_a_name_at_every_step(qtbot: QtBot, desk: Desk, page: ImportListPage) -> None:
    assert nameless(page) == []
    read(qtbot, desk, page, SAMPLES / "sager-med-fejl.csv")
    assert nameless(page) == []
    press(page, "Indlæs 31 rækker")
    wait_until_idle(qtbot, desk)
    assert nameless(page) == []
