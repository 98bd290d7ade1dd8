"""Indstillinger in the real window, on a real database."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from koordinator.domain.access import Actor, Channel
from koordinator.domain.ids import EmployeeId, TeamId
from koordinator.domain.organisation import Department, Employee, Role, Team
from koordinator.domain.setting import SettingKey
from koordinator.texts import settings as texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.settings.employee_dialog import EmployeeDialog
from koordinator.ui.pages.settings.page import SettingsPage
from koordinator.ui.pages.settings.pick import Pick
from koordinator.ui.remembered_look import remembered_look
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Scheme, Theme
from koordinator.ui.tokens import DARK
from koordinator.ui.widgets.choices import FilterChips
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.tabs import Tabs
from koordinator.usecases.organisation import OrganisationView
from tests.support.desk import desk_at
from tests.support.histories import Histories
from tests.support.office import Bench
from tests.ui.office_window import listed, wait_until_idle, when_dialog_opens
from tests.ui.pages.tabbed import button, field, page_of, type_into
from tests.ui.parts import Memory, nameless

WORDS = "en lang sætning om havet"


def organisation(bench: Bench, desk: Desk) -> OrganisationView:
    return desk.services.organisation.view(bench.actor)


def test_everything_that_is_typed_saves_itself(qtbot: QtBot, desk: Desk, window: Callable[[str], MainWindow]) -> None:
    opened = window("municipality")

    type_into(field(opened, texts.SETTINGS[SettingKey.MUNICIPALITY]), "Åby Kommune")
    type_into(field(opened, texts.SETTINGS[SettingKey.MEETING_INTERVAL_DAYS]), "60")
    qtbot.waitUntil(lambda: desk.services.settings.values()[SettingKey.MEETING_INTERVAL_DAYS] == "60")

    assert desk.services.settings.values()[SettingKey.MUNICIPALITY] == "Åby Kommune"


def test_what_is_typed_is_saved_when_the_page_is_left(
    qtbot: QtBot, desk: Desk, window: Callable[[str], MainWindow]
) -> None:
    opened = window("municipality")
    type_into(field(opened, texts.SETTINGS[SettingKey.MAIN_PHONE]), "87 65 43 21")

    opened.navigate("overview")
    wait_until_idle(qtbot, desk)

    assert desk.services.settings.values()[SettingKey.MAIN_PHONE] == "87 65 43 21"


def test_what_is_no_number_says_so_and_the_rest_is_saved(
    qtbot: QtBot, desk: Desk, window: Callable[[str], MainWindow]
) -> None:
    opened = window("municipality")
    wrong = {
        SettingKey.REASSESS_AFTER_DAYS: ("et år", texts.whole_number(30, 1_095)),
        SettingKey.MEETING_INTERVAL_DAYS: ("9999", texts.whole_number(7, 365)),
        SettingKey.EXPECTED_ON_STEP3_TO: ("3", texts.ORDER_OF_RANGE),
    }
    for key, (typed, _) in wrong.items():
        type_into(field(opened, texts.SETTINGS[key]), typed)
    (box,) = [each for each in opened.findChildren(QCheckBox) if each.accessibleName() == "1. maj"]
    box.click()

    opened.navigate("overview")
    wait_until_idle(qtbot, desk)

    values = desk.services.settings.values()
    assert [field(opened, texts.SETTINGS[key]).shown_fault() for key in wrong] == [fault for _, fault in wrong.values()]
    assert [values[key] for key in wrong] == ["365", "90", "30"]
    assert "labour_day" in values[SettingKey.AGREED_DAYS_OFF].split()


def test_a_department_and_a_team_are_made(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Callable[[str], MainWindow]
) -> None:
    opened = window("organisation")

    def name_department(dialog: FormDialog) -> None:
        type_into(field(dialog, texts.NAME), "Kultur")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    when_dialog_opens(FormDialog, name_department)
    button(opened, texts.ADD_DEPARTMENT).click()
    wait_until_idle(qtbot, desk)

    def name_team(dialog: FormDialog) -> None:
        type_into(field(dialog, texts.NAME), "Team Syd")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    when_dialog_opens(FormDialog, name_team)
    button(opened, texts.ADD_TEAM).click()
    wait_until_idle(qtbot, desk)

    known = organisation(bench, desk)
    assert "Kultur" in [each.name for each in known.departments]
    assert [each.name for each in known.teams] == ["Team Syd"]
    assert [type(row) for row in listed(opened, texts.DEPARTMENTS).rows()] == [Department] * 5


def test_a_team_from_a_list_is_confirmed_or_merged(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Callable[[str], MainWindow]
) -> None:
    histories = Histories(bench)
    meant = histories.add(Team(TeamId(0), None, "Familierådgivningen"))
    twin = histories.add(Team(TeamId(0), None, "Fam.rådg.", confirmed=False))
    new = histories.add(Team(TeamId(0), None, "Team Ø", confirmed=False))
    opened = window("organisation")
    unconfirmed = listed(opened, texts.UNCONFIRMED_TEAMS)
    assert unconfirmed.rows() == (twin, new)

    unconfirmed.acted.emit(new, 1)
    wait_until_idle(qtbot, desk)

    def choose(dialog: Pick[TeamId]) -> None:
        words = dialog.findChild(QLineEdit)
        assert words is not None
        QTest.keyClicks(words, "familiera")
        found = dialog.findChild(DataList)
        assert found is not None
        found.choose(meant.id)
        button(dialog, texts.MERGE).click()

    when_dialog_opens(Pick, choose)
    unconfirmed.acted.emit(twin, 2)
    wait_until_idle(qtbot, desk)

    known = organisation(bench, desk)
    assert [(each.name, each.confirmed) for each in known.teams] == [("Familierådgivningen", True), ("Team Ø", True)]
    assert not unconfirmed.isVisible()


def test_an_employee_gets_roles_team_and_authority(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Callable[[str], MainWindow]
) -> None:
    Histories(bench).add(Team(TeamId(0), None, "Team Syd"))
    opened = window("employees")

    def fill(dialog: EmployeeDialog) -> None:
        type_into(field(dialog, texts.NAME), "Ida Mikkelsen")
        type_into(field(dialog, texts.PHONE), "12 34 56 78")
        for box in dialog.findChildren(QCheckBox):
            if box.accessibleName() in (texts.AUTHORITY, texts.ROLE_NAMES[Role.COORDINATOR], "Team Syd"):
                box.click()
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    when_dialog_opens(EmployeeDialog, fill)
    button(opened, texts.ADD_EMPLOYEE).click()
    wait_until_idle(qtbot, desk)

    (ida,) = [each for each in organisation(bench, desk).colleagues if each.employee.name == "Ida Mikkelsen"]
    assert (ida.roles, ida.has_authority, [team.name for team in ida.teams]) == (
        frozenset({Role.COORDINATOR}), True, ["Team Syd"],
    )  # fmt: skip
    assert ida.employee.phone == "12 34 56 78"


def test_the_last_administrator_keeps_the_role(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Callable[[str], MainWindow]
) -> None:
    opened = window("employees")

    def turn(dialog: EmployeeDialog) -> None:
        (box,) = [
            each
            for each in dialog.findChildren(QCheckBox)
            if each.accessibleName() == texts.ROLE_NAMES[Role.ADMINISTRATOR]
        ]
        box.click()
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def take_away(dialog: EmployeeDialog) -> None:
        type_into(field(dialog, texts.NAME), "Mette Holm")
        turn(dialog)

    def give_back(dialog: EmployeeDialog) -> None:
        seen.extend((field(dialog, texts.NAME).value(), *(label.text() for label in dialog.findChildren(Label))))
        turn(dialog)

    seen: list[str] = []
    when_dialog_opens(EmployeeDialog, take_away)
    people = listed(opened, texts.EMPLOYEES)
    people.opened.emit(people.rows()[0])
    when_dialog_opens(EmployeeDialog, give_back)
    qtbot.waitUntil(lambda: bool(seen))
    wait_until_idle(qtbot, desk)

    owner = organisation(bench, desk).colleagues[0]
    assert (owner.employee.name, Role.ADMINISTRATOR in owner.roles) == ("Mette Holm", True)
    assert seen[0] == "Mette Holm"
    assert any(text.startswith("Forklaret:") for text in seen)


def test_caseworkers_from_a_list_are_confirmed_merged_and_found(
    qtbot: QtBot, bench: Bench, desk: Desk, window: Callable[[str], MainWindow]
) -> None:
    histories = Histories(bench)
    peter = histories.employee("Peter Kjærgaard")
    twin = histories.add(Employee(EmployeeId(0), "P. Kjærgaard", confirmed=False))
    new = histories.add(Employee(EmployeeId(0), "Åse Lund", confirmed=False))
    opened = window("employees")
    unconfirmed = listed(opened, texts.UNCONFIRMED_COLLEAGUES)
    rows = {each.employee.id: each for each in unconfirmed.rows()}  # type: ignore[attr-defined]

    unconfirmed.acted.emit(rows[new.id], 1)
    wait_until_idle(qtbot, desk)

    def choose(dialog: Pick[EmployeeId]) -> None:
        found = dialog.findChild(DataList)
        assert found is not None
        found.choose(peter.id)
        button(dialog, texts.MERGE).click()

    when_dialog_opens(Pick, choose)
    unconfirmed.acted.emit(rows[twin.id], 2)
    wait_until_idle(qtbot, desk)
    words = [each for each in page_of(opened).findChildren(QLineEdit) if each.placeholderText() == texts.FIND]
    QTest.keyClicks(words[0], "aase")

    shown = [each.employee.name for each in listed(opened, texts.EMPLOYEES).rows()]  # type: ignore[attr-defined]
    assert shown == ["Åse Lund"]
    assert [each.employee.name for each in organisation(bench, desk).unconfirmed_colleagues] == []


def test_look_changes_at_once_and_is_remembered(
    memory: Memory, theme: Theme, window: Callable[[str], MainWindow]
) -> None:
    opened = window("look")
    chips = {each.accessibleName(): each for each in opened.findChildren(FilterChips)}

    chips[texts.LOOK_SCHEME].choose(Scheme.DARK)
    chips[texts.TEXT_SIZE].choose(1.5)

    assert (theme.tokens is DARK, theme.text_scale) == (True, 1.5)
    assert remembered_look(memory) == (Scheme.DARK, 1.5)


def test_who_is_no_administrator_sets_the_screen_alone(
    qtbot: QtBot, bench: Bench, tasks: Tasks, memory: Memory
) -> None:
    at = desk_at(bench, tasks)
    professional = Desk(
        at.services, Actor(bench.actor.employee_id, frozenset({Role.CASEWORKER}), Channel.WINDOW), tasks
    )
    page = SettingsPage(professional, memory)
    qtbot.addWidget(page)

    (tabs,) = page.findChildren(Tabs)

    assert [tabs.bar.tabText(number) for number in range(tabs.bar.count())] == [texts.TABS["look"]]


@pytest.mark.parametrize("tab", list(texts.TABS))
def test_everything_is_named(tab: str, window: Callable[[str], MainWindow]) -> None:
    frame = window(tab)
    assert nameless(page_of(frame)) == []
    frame.close()
