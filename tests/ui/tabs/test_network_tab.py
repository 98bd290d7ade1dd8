"""The tab Netværk in the real window, by keyboard alone: the picture, the list, questions, renewal and the paper."""

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from koordinator.bootstrap.subject_tabs import subject_tabs
from koordinator.domain.citizen import FamilyRole
from koordinator.domain.ids import EffortId
from koordinator.domain.meeting_rules import Appointment
from koordinator.domain.paper import PaperKind
from koordinator.domain.register import Closeness, ContactPerson, Effort
from koordinator.texts import network as texts
from koordinator.texts import register as register_texts
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.pages.subject.page import CitizenPage, FamilyPage
from koordinator.ui.tabs.dialogs.register import ContactDialog
from koordinator.ui.tabs.network_efforts import EffortsCard
from koordinator.ui.tabs.network_people import PeopleCard, Way
from koordinator.ui.tabs.network_questions import QuestionsCard
from koordinator.ui.tabs.network_tab import NetworkTab
from koordinator.ui.tabs.network_tree import TreeCard
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.choices import Choice, FilterChips
from koordinator.usecases.families import NewMember
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY
from tests.ui.office_window import open_window, place, wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless

SOON = Appointment(TODAY + timedelta(days=9), time(13), 60)
Opened = tuple[MainWindow, NetworkTab, Desk]
Opener = Callable[[str, int], Opened]


@pytest.fixture
def opener(world: MeetingWorld, qtbot: QtBot, tasks: Tasks) -> Opener:
    """Opens the tab of a citizen or a family in the real window."""

    def opened(page: str, key: int) -> Opened:
        desk = desk_at(world.bench, tasks)
        pages = [
            ("overview", None),
            ("citizen", lambda desk: CitizenPage(desk, subject_tabs(desk))),
            ("family", lambda desk: FamilyPage(desk, subject_tabs(desk))),
        ]
        window = open_window(qtbot, world.bench, desk, pages)
        window.navigate(page, (key, "network"))
        wait_until_idle(qtbot, desk)
        wait_until_idle(qtbot, desk)
        return window, window.findChildren(NetworkTab)[-1], desk

    return opened


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def button(tab: NetworkTab, words: str) -> Button:
    return next(each for each in tab.findChildren(Button) if each.text() == words)


def test_somebody_is_found_with_the_arrows_and_corrected(world: MeetingWorld, opener: Opener, qtbot: QtBot) -> None:
    _, tab, desk = opener("citizen", world.lone.id)
    people = tab.findChildren(PeopleCard)[0]
    names = [spot.accessibleName() for spot in people.view.spots()]
    assert len(names) == 5
    assert nameless(tab) == []
    people.view.spots()[0].setFocus()
    reached = {QApplication.focusWidget()}
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left) * 4:
        QTest.keyClick(focus(), key)
        reached.add(QApplication.focusWidget())
    assert len(reached) >= 3

    teacher = next(spot for spot in people.view.spots() if spot.accessibleName().startswith("Trine Skov"))
    teacher.setFocus()

    def draw_near(dialog: ContactDialog) -> None:
        (closeness,) = (c for c in dialog.findChildren(Choice) if c.accessibleName() == register_texts.CLOSENESS)
        closeness.setFocus()
        QTest.keyClick(closeness, Qt.Key.Key_Up)
        dialog.accept()

    when_dialog_opens(ContactDialog, draw_near)
    with qtbot.waitSignal(tab.changed):
        QTest.keyClick(teacher, Qt.Key.Key_Return)
    wait_until_idle(qtbot, desk)
    wait_until_idle(qtbot, desk)

    with world.bench.office.aside() as tx:
        assert tx.of(ContactPerson).get(world.teacher).closeness is Closeness.NEAR
    assert any("tæt på" in spot.accessibleName() for spot in people.view.spots())


def test_the_list_stands_in_the_pictures_place(world: MeetingWorld, opener: Opener, qtbot: QtBot) -> None:
    _, tab, desk = opener("citizen", world.lone.id)
    people, chips = tab.findChildren(PeopleCard)[0], tab.findChildren(FilterChips)[0]
    assert people.view.isVisible()
    assert not people.list.isVisible()

    chips.choose(Way.LIST)
    wait_until_idle(qtbot, desk)

    assert not people.view.isVisible()
    assert [line.member.card.name for line in people.list.rows()] == [
        "Jens Ravn", "Kim Møller", "Mette Holm", "Ida Mikkelsen", "Trine Skov",
    ]  # fmt: skip
    people.list.setFocus()
    when_dialog_opens(ContactDialog, ContactDialog.reject)
    QTest.keyClick(people.list, Qt.Key.Key_Home)
    people.list.setCurrentIndex(people.list.model().index(0, 0))
    QTest.keyClick(people.list, Qt.Key.Key_Return)
    wait_until_idle(qtbot, desk)


def test_a_question_is_taken_to_the_meeting_with_one_key(world: MeetingWorld, opener: Opener, qtbot: QtBot) -> None:
    _, tab, desk = opener("citizen", world.lone.id)
    questions = tab.findChildren(QuestionsCard)[0]
    assert len(questions.buttons) == 3

    questions.buttons[0].setFocus()
    with qtbot.waitSignal(questions.taken):
        QTest.keyClick(questions.buttons[0], Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)
    wait_until_idle(qtbot, desk)
    assert len(questions.buttons) == 2
    assert not questions.waiting.isVisible()
    assert QApplication.focusWidget() is questions.buttons[0]

    meeting = world.planned(SOON).meeting
    desk.tasks.read(tab, lambda: desk.services.network.open(desk.actor, world.subject_id), questions.show_network)
    wait_until_idle(qtbot, desk)
    assert questions.waiting.isVisible()
    questions.put.setFocus()
    with qtbot.waitSignal(questions.taken):
        QTest.keyClick(questions.put, Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)
    agenda = world.meetings.open(world.actor, meeting.id).agenda
    assert "Hvilket mål hører Bostøtte til?" in {item.title for item in agenda}


def test_only_the_first_questions_are_shown_until_one_asks_for_all(
    world: MeetingWorld, opener: Opener, qtbot: QtBot
) -> None:
    with world.bench.office.aside() as tx:
        for number in range(12):
            tx.of(Effort).add(Effort(EffortId(0), world.lone.id, f"Indsats nummer {number}"))
    _, tab, _ = opener("citizen", world.lone.id)
    questions = tab.findChildren(QuestionsCard)[0]
    assert len(questions.buttons) == 6

    questions.more.setFocus()
    QTest.keyClick(questions.more, Qt.Key.Key_Space)

    assert len(questions.buttons) == 15
    assert QApplication.focusWidget() is questions.buttons[6]
    assert not questions.more.isVisible()


def test_an_effort_is_renewed_unchanged_with_one_key(world: MeetingWorld, opener: Opener, qtbot: QtBot) -> None:
    first, last = TODAY - timedelta(days=30), TODAY + timedelta(days=30)
    with world.bench.office.aside() as tx:
        tx.of(Effort).add(Effort(EffortId(0), world.lone.id, "Mentor", from_on=first, until_on=last))
    _, tab, desk = opener("citizen", world.lone.id)
    efforts = tab.findChildren(EffortsCard)[0]
    row = [effort.name for effort in efforts.list.rows()].index("Mentor")
    efforts.list.setFocus()
    efforts.list.setCurrentIndex(efforts.list.model().index(row, 3))

    with qtbot.waitSignal(efforts.renewed):
        QTest.keyClick(efforts.list, Qt.Key.Key_Return)
    wait_until_idle(qtbot, desk)
    wait_until_idle(qtbot, desk)

    found = [(effort.from_on, effort.until_on) for effort in efforts.list.rows() if effort.name == "Mentor"]
    assert found == [(first, last), (last, last + timedelta(days=60))]


def test_the_paper_is_made_and_lies_among_the_documents(world: MeetingWorld, opener: Opener, qtbot: QtBot) -> None:
    _, tab, desk = opener("citizen", world.lone.id)
    made = button(tab, texts.MAKE_PAPER)
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Space)
    wait_until_idle(qtbot, desk)

    papers = desk.services.papers.of_subject(desk.actor, world.subject_id).papers
    assert [paper.kind for paper in papers] == [PaperKind.NETWORK]
    assert papers[0].file_name == "netvaerk-2026-11-21.pdf"


def test_a_citizen_without_a_network_is_told_what_to_do(world: MeetingWorld, opener: Opener) -> None:
    _, tab, _ = opener("citizen", world.anna.id)
    people = tab.findChildren(PeopleCard)[0]
    assert not people.view.isVisible()
    assert not tab.findChildren(TreeCard)[0].isVisible()


def test_a_family_has_its_tree_and_a_joint_network(world: MeetingWorld, opener: Opener, qtbot: QtBot) -> None:
    desk = desk_at(world.bench, Tasks(str, lambda _error: None))
    members = (NewMember(world.lone.id, FamilyRole.ADULT), NewMember(world.anna.id, FamilyRole.CHILD))
    family = desk.services.families.create(desk.actor, "Familien Bæk", members)
    desk.tasks.shut_down()
    window, tab, desk = opener("family", family.id)

    tree = tab.findChildren(TreeCard)[0]
    assert [spot.accessibleName() for spot in tree.view.spots()] == ["Lone Bæk", "Anna Bæk"]
    people = tab.findChildren(PeopleCard)[0]
    assert any("Jens Ravn, partsrepræsentant · Lone" in spot.accessibleName() for spot in people.view.spots())

    tree.view.spots()[1].setFocus()
    QTest.keyClick(tree.view.spots()[1], Qt.Key.Key_Return)
    wait_until_idle(qtbot, desk)
    assert place(window) == ("citizen", world.anna.id)
