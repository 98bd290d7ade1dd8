"""Adgang ved særligt behov in the real window: asked for, told of, and looked back on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from koordinator.bootstrap.subject_tabs import subject_tabs
from koordinator.domain.access import Actor, Channel, Relation
from koordinator.domain.access_grant import AccessGrant, ToldOfGrant, WantedCitizen
from koordinator.domain.codes import Role
from koordinator.domain.ids import RowId
from koordinator.domain.organisation import Employee, RolePeriod
from koordinator.texts import access_grants as texts
from koordinator.ui.access_grant import AccessGrantDialog, Asked, tell_of_access
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.citizens.page import CitizensPage
from koordinator.ui.pages.overview.line_list import Line, LineList
from koordinator.ui.pages.overview.page import Look, OverviewPage
from koordinator.ui.pages.security.access_tab import AccessTab
from koordinator.ui.pages.subject.page import CitizenPage
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label
from koordinator.usecases.access_grants import AccessGrants
from tests.support.desk import services_at
from tests.support.histories import days_ago
from tests.support.office import Bench
from tests.support.relations import STRANGER, Relations, relations
from tests.ui.office_window import open_window, place, wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless

WHY = "Borgeren er her nu"


@pytest.fixture
def world(bench: Bench) -> Relations:
    made = relations(bench)
    lone = replace(made.citizens[STRANGER], name="Lone Baek", cpr="1203784444", born_on=date(1978, 3, 12))
    made.citizens[STRANGER] = made.histories.save(lone)
    return made


@pytest.fixture
def desk_of(bench: Bench, tasks: Tasks) -> Callable[[Actor], Desk]:
    return lambda actor: Desk(services_at(bench), actor, tasks)


def _buttons(parent: QWidget, words: str) -> list[Button]:
    return [button for button in parent.findChildren(Button) if button.text() == words and button.isVisible()]


def _press(parent: QWidget, words: str) -> None:
    (button,) = _buttons(parent, words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _citizens(qtbot: QtBot, bench: Bench, desk: Desk) -> MainWindow:
    return open_window(qtbot, bench, desk, (("citizens", CitizensPage), ("citizen", None)))


def test_the_button_leads_to_the_citizen(
    qtbot: QtBot, bench: Bench, world: Relations, desk_of: Callable[[Actor], Desk]
) -> None:
    desk = desk_of(world.actor(Role.CASEWORKER))
    window = _citizens(qtbot, bench, desk)

    def fill(dialog: AccessGrantDialog) -> None:
        assert nameless(dialog) == []
        _press(dialog, texts.OPEN)
        assert dialog.isVisible()
        dialog.cpr.set_value("120378-444")
        dialog.reason.set_value(WHY)
        _press(dialog, texts.OPEN)
        assert dialog.isVisible()
        dialog.cpr.set_value("120378-4444")
        when_dialog_opens(Question, lambda message: message.accept())
        _press(dialog, texts.OPEN)

    when_dialog_opens(AccessGrantDialog, fill)
    _press(window, texts.NAME)

    qtbot.waitUntil(lambda: place(window) == ("citizen", world.citizens[STRANGER].id))
    assert world.histories.all(AccessGrant)[-1].reason == WHY


def test_a_page_that_is_refused_says_so_and_leads_on(
    qtbot: QtBot, bench: Bench, world: Relations, desk_of: Callable[[Actor], Desk]
) -> None:
    desk, lone = desk_of(world.actor(Role.COORDINATOR)), world.citizens[STRANGER]
    pages = (("overview", None), ("citizen", lambda at: CitizenPage(at, subject_tabs(at))))
    window = open_window(qtbot, bench, desk, pages)
    window.navigate("citizen", lone.id)
    qtbot.waitUntil(lambda: len(_buttons(window, texts.NAME)) == 1)
    assert "Lone" not in " ".join(label.text() for label in window.findChildren(Label))

    def fill(dialog: AccessGrantDialog) -> None:
        dialog.cpr.set_value("1203784444")
        dialog.reason.set_value(WHY)
        when_dialog_opens(Question, lambda message: message.accept())
        _press(dialog, texts.OPEN)

    when_dialog_opens(AccessGrantDialog, fill)
    _press(window, texts.NAME)
    qtbot.waitUntil(lambda: any(label.text() == "Lone Baek" for label in window.findChildren(Label)))
    wait_until_idle(qtbot, desk)


def test_who_is_not_found_comes_back_in_the_form(
    qtbot: QtBot, bench: Bench, world: Relations, desk_of: Callable[[Actor], Desk]
) -> None:
    desk = desk_of(world.actor(Role.CASEWORKER))
    window = _citizens(qtbot, bench, desk)
    said: list[str] = []
    desk.tasks.failed.connect(said.append)
    again: list[Asked] = []

    def look(dialog: AccessGrantDialog) -> None:
        again.append(dialog.asked())
        dialog.done(0)

    def fill(dialog: AccessGrantDialog) -> None:
        dialog.name.set_value("Lone Baek")
        dialog.born.set_value(date(1978, 3, 13))
        dialog.reason.set_value(WHY)
        when_dialog_opens(AccessGrantDialog, look)
        _press(dialog, texts.OPEN)

    when_dialog_opens(AccessGrantDialog, fill)
    _press(window, texts.NAME)

    qtbot.waitUntil(lambda: bool(again))
    assert again == [Asked(WantedCitizen(None, "Lone Baek", date(1978, 3, 13)), WHY)]
    assert said


@pytest.mark.parametrize(
    ("role", "offered"),
    [(Role.CASEWORKER, {texts.NAME}), (Role.COORDINATOR, {texts.NAME, "Opret borger", "Indlæs liste"})],
)
def test_the_page_offers_what_the_role_may(
    qtbot: QtBot, bench: Bench, world: Relations, desk_of: Callable[[Actor], Desk], role: Role, offered: set[str]
) -> None:
    window = _citizens(qtbot, bench, desk_of(world.actor(role)))

    shown = {words for words in (texts.NAME, "Opret borger", "Indlæs liste") if _buttons(window, words)}
    assert shown == offered
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [window]


def test_the_owner_needs_no_special_need(
    qtbot: QtBot, bench: Bench, world: Relations, desk_of: Callable[[Actor], Desk]
) -> None:
    assert world.citizens
    assert _buttons(_citizens(qtbot, bench, desk_of(bench.actor)), texts.NAME) == []


def _given(bench: Bench, world: Relations) -> Actor:
    """Kim has opened Tina's citizen; gives Tina."""
    wanted = WantedCitizen(name="Lone Baek", born_on=date(1978, 3, 12))
    AccessGrants(bench.office).open(world.actor(Role.CASEWORKER), wanted, WHY)
    (tina,) = world.histories.all(Employee, name="Tina")
    return Actor(tina.id, frozenset({Role.COORDINATOR}), Channel.WINDOW)


def test_it_stands_on_the_first_page_until_it_has_been_read(
    qtbot: QtBot, bench: Bench, world: Relations, desk_of: Callable[[Actor], Desk]
) -> None:
    (employee,) = world.histories.all(Employee, name="Tina")
    world.histories.add(RolePeriod(RowId(0), employee.id, Role.COORDINATOR, days_ago(9)))
    tina = _given(bench, world)
    desk = desk_of(tina)
    look = Look(
        open=lambda everybody: desk.services.overview.open(tina, everybody=everybody),
        name="Tina",
        now=bench.clock.now,
        leads_to=frozenset(("citizen",)),
        tell=lambda page, notice: tell_of_access(desk, page, notice, page.mark_stale),
    )
    window = open_window(qtbot, bench, desk, (("overview", lambda at: OverviewPage(at.tasks, look)), ("citizen", None)))

    def notices() -> list[LineList[Line]]:
        lists = window.findChildren(LineList)
        return [each for each in lists if each.accessibleName() == "Besked om dine borgere" and each.isVisible()]

    assert len(notices()) == 1
    for answer in (texts.NOT_NOW, texts.READ):
        when_dialog_opens(Question, partial(_press, words=answer))
        notices()[0].setFocus()
        QTest.keyClick(notices()[0], Qt.Key.Key_Return)
        wait_until_idle(qtbot, desk)
    qtbot.waitUntil(lambda: notices() == [])
    assert world.histories.all(ToldOfGrant)[-1].seen_at is not None


def test_the_tab_shows_who_has_which_roles_and_what_was_opened(
    qtbot: QtBot, bench: Bench, world: Relations, desk_of: Callable[[Actor], Desk]
) -> None:
    _given(bench, world)
    desk = desk_of(bench.actor)
    tab = AccessTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1100, 700)
    tab.show()
    tab.reload()
    qtbot.waitUntil(lambda: len(tab.grants.rows()) == 2)

    assert nameless(tab) == []
    assert {line.about for line in tab.grants.rows()} == {"Lone Baek", Relation.GRANTED.title()}
    assert len(tab.holders.rows()) == 1
    told: list[str] = []

    def read(question: Question) -> None:
        told.append(question.accessibleDescription())
        question.accept()

    when_dialog_opens(Question, read)
    tab.grants.opened.emit(tab.grants.rows()[0])
    assert texts.REASON_SHORT in told[0]
    assert texts.told_sentence(tab.grants.rows()[0]) in told[0]
