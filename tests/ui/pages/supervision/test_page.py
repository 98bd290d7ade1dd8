"""Ledelsestilsyn in the real window, worked by keyboard."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.ids import EmployeeId, RowId, TeamId
from koordinator.domain.organisation import Role, Team, TeamKind, TeamMembership
from koordinator.domain.periods import DayRange
from koordinator.domain.steps import Step
from koordinator.domain.supervision import CountName
from koordinator.texts import supervision_page as texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.supervision.dialogs import ExportDialog, PeriodDialog, RowsDialog
from koordinator.ui.pages.supervision.page import SupervisionPage
from koordinator.ui.pages.supervision.view_state import Opening
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.figures import Bars
from tests.support.counted_sentences import SUMMER, Town
from tests.support.counted_world import LONG_AGO
from tests.support.desk import desk_at
from tests.support.office import Bench
from tests.ui.office_window import open_window, wait_until_idle
from tests.ui.parts import in_dialog, nameless

LONG_NAME = "Anne-Margrethe Abildgaard Frydendahl-Christoffersen af Højslev"


class House(Town):
    """Ane has two courses on trin 2, of which one held a meeting; Bo has a family on trin 3. Inge leads Voksen."""

    def __init__(self) -> None:
        super().__init__()
        self.inge = self.employee("Inge", self.voksen)
        for name, met in (("Åse Holm", True), (LONG_NAME, False)):
            course = self.course(self.citizen(name), (Step.MEETINGS, LONG_AGO))
            self.coordinator(course, self.ane)
            if met:
                self.meeting(course, SUMMER, coordinator_id=self.ane, team_id=self.voksen, department_id=self.handicap)
        self.coordinator(self.course(self.family("Familien Bæk"), (Step.ONE_CASEWORK, SUMMER)), self.bo)


@pytest.fixture
def house(bench: Bench) -> House:
    house = House()
    with bench.office.aside() as tx:
        house.store(tx)
    return house


PageAs = Callable[..., SupervisionPage]


@pytest.fixture
def page_as(qtbot: QtBot, bench: Bench, tasks: Tasks, house: House) -> PageAs:
    """The page as the employee sees it with the roles; the windows live as long as the test."""
    windows: list[MainWindow] = []

    def make(employee: EmployeeId, *roles: Role) -> SupervisionPage:
        actor = Actor(employee, frozenset(roles), Channel.WINDOW)
        windows.append(window_of(qtbot, bench, replace(desk_at(bench, tasks), actor=actor)))
        page = windows[-1].pages.page()
        assert isinstance(page, SupervisionPage)
        return page

    return make


@pytest.fixture
def page(page_as: PageAs, house: House) -> SupervisionPage:
    """As Inge sees it, who leads Voksen."""
    return page_as(house.inge, Role.SUPERVISOR)


def window_of(qtbot: QtBot, bench: Bench, desk: Desk) -> MainWindow:
    pages = (("supervision", lambda desk: SupervisionPage(desk, bench.clock.today)), ("citizens", None))
    window = open_window(qtbot, bench, desk, pages)
    wait_until_idle(qtbot, desk)
    return window


def words_on(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def settle(qtbot: QtBot, page: SupervisionPage) -> None:
    qtbot.waitUntil(lambda: page._desk.tasks.is_idle)


def press(button: QWidget) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def visible(page: QWidget, words: str) -> QPushButton:
    return next(part for part in page.findChildren(QPushButton) if part.text() == words and part.isVisible())


def bars(page: SupervisionPage) -> list[str]:
    return [bar.accessibleName() for bar in bar_buttons(page)]


def bar_buttons(page: SupervisionPage) -> list[QWidget]:
    layout = page.findChildren(Bars)[0].layout()
    assert layout is not None
    found = [layout.itemAt(number) for number in range(layout.count())]
    return [widget for item in found if item is not None and (widget := item.widget()) is not None]


def rows_in_dialog(qtbot: QtBot, page: SupervisionPage, act: Callable[[], None]) -> tuple[list[str], str]:
    """Does `act` and gives the names in the window that opens, and its words."""
    names: list[str] = []
    words: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, RowsDialog)
        names.extend(line.name for line in dialog.list.rows())
        words.append(words_on(dialog))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    in_dialog(look)
    act()
    settle(qtbot, page)
    return names, words[0]


def test_a_leader_sees_each_number_with_what_it_is_held_against(page: SupervisionPage) -> None:
    shown = words_on(page)

    assert "Ledelsestilsyn" in shown
    assert "opgørelsesmåde 2 · kun tal, intet sagsindhold" in shown
    assert "1 af 2" in shown
    assert "0 af 3" in shown
    assert "Forventet 20-30 · 19 færre lige nu" in shown
    assert bars(page) == ["Voksen: 1 af 2"]


def test_a_bar_opens_the_rows_behind_it_and_the_look_is_logged(
    qtbot: QtBot, bench: Bench, page: SupervisionPage
) -> None:
    names, words = rows_in_dialog(qtbot, page, lambda: press(bar_buttons(page)[0]))

    assert names == ["Åse Holm"]
    assert "Forløb på trin 2 med møde · Voksen" in words
    assert "1 i 2. halvår 2026 · Opslaget er skrevet i loggen." in words
    assert bench.log()[-1].action is Action.OPEN_SUPERVISION_ROWS


def test_who_lacks_a_meeting_is_one_key_away(qtbot: QtBot, page: SupervisionPage) -> None:
    names, words = rows_in_dialog(qtbot, page, lambda: press(visible(page.tiles[1], "Se hvem")))

    assert names == [LONG_NAME]
    assert "Forløb på trin 2 uden møde" in words


def test_rows_of_other_teams_are_counted_and_not_shown(qtbot: QtBot, page: SupervisionPage) -> None:
    names, words = rows_in_dialog(qtbot, page, lambda: press(visible(page.tiles[2], "Se hvem")))

    assert names == [LONG_NAME, "Åse Holm"]
    assert "1 række hører til andre team" in words


def test_rows_that_all_belong_to_others_are_refused_kindly(qtbot: QtBot, page: SupervisionPage) -> None:
    press(visible(page.tiles[3], "Se hvem"))
    settle(qtbot, page)

    assert "hører til andre team og vises kun for deres leder" in words_on(page.messages)


def test_an_administrator_sees_the_numbers_and_is_told_about_the_rows(
    qtbot: QtBot, page_as: PageAs, house: House
) -> None:
    page = page_as(house.bo, Role.ADMINISTRATOR)

    assert "1 af 2" in words_on(page)
    assert "Se hvem" not in words_on(page)
    page.open_number(Opening(CountName.WITHOUT_PLAN))
    settle(qtbot, page)
    assert page.messages.isVisible()


def test_a_caseworker_sees_mine_tal(qtbot: QtBot, page_as: PageAs, house: House) -> None:
    page = page_as(house.bo, Role.COORDINATOR)

    assert "Mine tal" in words_on(page)
    names, _ = rows_in_dialog(qtbot, page, lambda: press(visible(page.tiles[3], "Se hvem")))
    assert names == ["Familien Bæk"]


def test_who_may_not_see_numbers_is_told_so(page_as: PageAs, house: House) -> None:
    page = page_as(house.bo, Role.CASEWORKER)

    assert "Ledelsestilsyn er for ledere og koordinerende sagsbehandlere" in words_on(page)
    assert "Trin" not in words_on(page)
    assert not any(button.text() == "Eksportér" and button.isVisible() for button in page.findChildren(QPushButton))


def test_the_arrow_keys_choose_the_number_and_the_chips_the_groups(qtbot: QtBot, page: SupervisionPage) -> None:
    numbers = page.numbers_card.list
    numbers.setFocus()
    QTest.keyClick(numbers, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert bars(page) == ["Voksen: 1"]
    assert "hvor borgeren var med" in words_on(page.bars_card)

    press(visible(page, "Medarbejder"))
    settle(qtbot, page)
    assert bars(page) == ["Ane: 1"]
    press(visible(page, "Fagenhed"))
    settle(qtbot, page)
    assert bars(page) == ["Handicap: 1"]


def test_another_period_has_other_numbers(qtbot: QtBot, page: SupervisionPage) -> None:
    period = page.period
    period.setFocus()
    QTest.keyClick(period, Qt.Key.Key_Down)
    settle(qtbot, page)
    assert period.currentText() == "1. halvår 2026"
    assert "0 af 2" in words_on(page.tiles[1])

    page.choose_days(DayRange(date(2019, 1, 1), date(2019, 2, 10)))
    settle(qtbot, page)
    assert period.currentText() == "01.01.2019–10.02.2019"
    assert "Der er ikke noget at tælle i perioden" in words_on(page.bars_card)


def test_own_dates_are_typed_and_a_backward_period_is_explained(qtbot: QtBot, page: SupervisionPage) -> None:
    faults: list[str] = []

    def type_days(dialog: QDialog) -> None:
        assert isinstance(dialog, PeriodDialog)
        first, last = dialog.findChildren(QLineEdit)
        first.setText("01.09.2026")
        last.setText("01.08.2026")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        faults.append(words_on(dialog))
        last.setText("30.09.2026")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(type_days)
    period = page.period
    period.setFocus()
    QTest.keyClick(period, Qt.Key.Key_End)
    settle(qtbot, page)

    assert "Forklaret" in faults[0]
    assert period.currentText() == "september 2026"

    in_dialog(lambda dialog: dialog.reject())
    QTest.keyClick(period, Qt.Key.Key_End)
    assert period.currentText() == "september 2026"


def export(qtbot: QtBot, page: SupervisionPage, path: Path, *, outside: bool = False) -> None:
    def name_file() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(10, name_file)
            return
        (line,) = [edit for edit in dialog.findChildren(QLineEdit) if edit.objectName() == "fileNameEdit"]
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        if outside:
            focus = dialog.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, Qt.Key.Key_Down)
        QTimer.singleShot(0, name_file)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    in_dialog(choose)
    if path.suffix == ".pdf":
        (button,) = [each for each in page.findChildren(QPushButton) if each.text() == texts.SAVE_REPORT]
        QTest.keyClick(button, Qt.Key.Key_Space)
    else:
        QTest.keyClick(page.window(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)


def test_the_report_is_written_as_pdf(qtbot: QtBot, bench: Bench, page: SupervisionPage, tmp_path: Path) -> None:
    export(qtbot, page, tmp_path / "tilsyn")
    export(qtbot, page, tmp_path / "tilsyn.pdf")

    document = PdfDocument(tmp_path / "tilsyn.pdf")
    text = " ".join(each.get_textpage().get_text_range() for each in document)
    document.close()
    assert "Voksen" in text
    assert LONG_NAME not in text
    assert "Tallene er gemt i »tilsyn.pdf«." in words_on(page.messages)
    assert bench.log()[-1].action is Action.EXPORT_SUPERVISION
    assert (tmp_path / "tilsyn.xlsx").exists()


def test_the_numbers_are_written_to_a_workbook_and_read_back(
    qtbot: QtBot, bench: Bench, page: SupervisionPage, tmp_path: Path
) -> None:
    export(qtbot, page, tmp_path / "tal.xlsx")

    book = load_workbook(tmp_path / "tal.xlsx")
    sheets = [list(sheet.values) for sheet in book.worksheets]
    texts = [cell for sheet in sheets for row in sheet for cell in row]
    assert "Voksen" in texts
    assert "Samarbejdsmøder med borgeren" in texts
    assert LONG_NAME not in texts
    assert "Tallene er gemt i »tal.xlsx«." in words_on(page.messages)
    assert bench.log()[-1].action is Action.EXPORT_SUPERVISION


def test_the_numbers_are_written_as_csv(qtbot: QtBot, page: SupervisionPage, tmp_path: Path) -> None:
    export(qtbot, page, tmp_path / "tal.csv")

    text = (tmp_path / "tal.csv").read_text(encoding="utf-8-sig")
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=";") if row]
    heading = next(row for row in rows if row[0] == "Team")
    voksen = next(row for row in rows if row[0] == "Voksen")
    column = list(CountName).index(CountName.COURSES_STEP2) + 1
    assert (heading[column], voksen[column]) == ("På trin 2", "2")


def test_too_few_courses_do_not_leave_the_house(qtbot: QtBot, page: SupervisionPage, tmp_path: Path) -> None:
    told: list[str] = []
    page._desk.tasks.failed.connect(told.append)

    export(qtbot, page, tmp_path / "tal.csv", outside=True)

    assert len(told) == 1
    assert not (tmp_path / "tal.csv").exists()


def test_every_control_has_a_name(page: SupervisionPage) -> None:
    assert nameless(page) == []


def test_the_team_is_shown_with_numbers_and_a_line_opens_into_its_rows(
    qtbot: QtBot, page_as: PageAs, house: House, bench: Bench
) -> None:
    with bench.office.aside() as tx:
        team = tx.of(Team).add(Team(TeamId(0), None, "Familieteamet", TeamKind.CROSS))
        tx.of(TeamMembership).add(TeamMembership(RowId(0), house.inge, team.id, LONG_AGO, share_percent=40))
    page = page_as(house.bo, Role.COORDINATOR, Role.SUPERVISOR)
    card = page.team_card
    assert [(row.name, row.share_percent, len(row.families)) for row in card.list.rows()] == [
        ("Inge", 40, 0),
        ("Bo", 0, 1),
    ]
    assert nameless(card) == []
    assert "Familien Bæk" not in words_on(card)

    def press() -> None:
        card.list.choose(house.bo)
        card.list.setFocus()
        QTest.keyClick(card.list, Qt.Key.Key_Return)

    names, _ = rows_in_dialog(qtbot, page, press)

    assert names == ["Familien Bæk"]
    assert bench.log()[-1].action is Action.OPEN_SUPERVISION_ROWS


def test_a_caseworker_sees_her_own_line_and_nobody_elses(page_as: PageAs, house: House) -> None:
    assert [row.name for row in page_as(house.bo, Role.COORDINATOR).team_card.list.rows()] == ["Bo"]
    assert not page_as(house.ane, Role.COORDINATOR).team_card.isVisible()
