"""The tab Samtykke in the real window, by the keyboard: given, seen in the matrix, withdrawn, and of a family."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from koordinator.domain.citizen import FamilyRole
from koordinator.domain.ids import ContactPersonId
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.register import ContactPerson
from koordinator.texts import consent as texts
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.main_window import MainWindow
from koordinator.ui.preview.window import PreviewWindow
from koordinator.ui.tabs.consent_tab import ConsentTab
from koordinator.ui.tabs.dialogs.consent import ConsentDialog
from koordinator.ui.tasks import Tasks
from koordinator.usecases.families import NewMember
from tests.support.consents import employee, given_to_all
from tests.support.desk import desk_at
from tests.support.meeting_world import MeetingWorld
from tests.ui.office_window import open_window, wait_until_idle, when_dialog_opens
from tests.ui.parts import nameless
from tests.ui.subject_window import PAGES, press, said

Opener = Callable[[str, int], tuple[MainWindow, ConsentTab]]


@pytest.fixture
def desk(world: MeetingWorld, tasks: Tasks) -> Desk:
    return desk_at(world.bench, tasks)


@pytest.fixture
def opener(world: MeetingWorld, qtbot: QtBot, desk: Desk) -> Opener:
    def opened(page: str, key: int) -> tuple[MainWindow, ConsentTab]:
        window = open_window(qtbot, world.bench, desk, PAGES)
        window.navigate(page, (key, "consent"))
        wait_until_idle(qtbot, desk)
        return window, window.findChildren(ConsentTab)[-1]

    return opened


def cells(tab: ConsentTab) -> dict[str, list[str]]:
    table = tab.matrix.list
    assert table is not None
    model = table.model()
    return {
        str(model.index(row, 0).data()): [str(model.index(row, at).data()) for at in range(1, model.columnCount())]
        for row in range(model.rowCount())
    }


def heads(tab: ConsentTab) -> list[str]:
    assert tab.matrix.list is not None
    model = tab.matrix.list.model()
    return [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]


def test_without_a_consent_nobody_but_who_needs_none_may_hear_anything(world: MeetingWorld, opener: Opener) -> None:
    world.planned()
    window, tab = opener("citizen", world.lone.id)

    assert texts.NO_CONSENTS in said(window)
    assert cells(tab)["Kim Møller"] == [texts.NOT_AT_ALL]
    assert cells(tab)["Mette Holm"] == [texts.NEEDS_NONE]
    assert nameless(tab) == []


def test_a_consent_is_given_by_the_keyboard(world: MeetingWorld, opener: Opener, qtbot: QtBot) -> None:
    world.planned()
    window, tab = opener("citizen", world.lone.id)

    when_dialog_opens(
        ConsentDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    )
    press(window, texts.NEW_CONSENT)

    qtbot.waitUntil(lambda: cells(tab).get("Kim Møller") == [texts.COVERED])
    qtbot.waitUntil(lambda: any("Lone Bæk, siger ja" in label.text() for label in tab.findChildren(QLabel)))


def test_the_matrix_shows_what_somebody_is_left_out_of(world: MeetingWorld, opener: Opener, qtbot: QtBot) -> None:
    world.planned()
    given_to_all(world, (employee(world.kim), "finances"))
    window, tab = opener("citizen", world.lone.id)

    assert heads(tab) == [texts.WHO, texts.STANDING, "Økonomi", texts.OTHER_THEMES, texts.WITHOUT_THEME]
    assert cells(tab)["Kim Møller"] == [texts.PARTLY, texts.MAY_NOT, texts.MAY, texts.MAY_NOT]
    tab.matrix.every_theme.setFocus()
    QTest.keyClick(tab.matrix.every_theme, Qt.Key.Key_Space)
    assert heads(tab)[2:4] == ["Alment", "Helbred og behandling"]
    assert tab.matrix.list is not None
    tab.matrix.list.choose(Party(PartyKind.EMPLOYEE, world.kim))
    qtbot.waitUntil(lambda: "Ikke om økonomi, og heller ikke det, der ikke har et emne." in said(window))


def test_withdrawing_says_what_it_means_and_works_at_once(world: MeetingWorld, opener: Opener, qtbot: QtBot) -> None:
    world.planned()
    given_to_all(world)
    window, tab = opener("citizen", world.lone.id)
    seen: list[str] = []

    def confirm(question: Question) -> None:
        seen.append(question.accessibleDescription())
        question.accept()

    when_dialog_opens(Question, confirm)
    press(window, f"{texts.WITHDRAW}: Planen")

    qtbot.waitUntil(lambda: cells(tab)["Kim Møller"] == [texts.NOT_AT_ALL])
    assert "Kim Møller" in seen[0]
    assert texts.LOSES_ALL in seen[0]
    assert texts.ALSO_OLD_PAPERS in seen[0]
    qtbot.waitUntil(lambda: texts.EARLIER in said(window))


def test_a_familys_page_shows_each_members_consent_and_own_matters(
    world: MeetingWorld, opener: Opener, desk: Desk, qtbot: QtBot
) -> None:
    members = (NewMember(world.lone.id, FamilyRole.ADULT), NewMember(world.anna.id, FamilyRole.CHILD))
    family = desk.services.families.create(desk.actor, "Familien Bæk", members)
    given_to_all(world)
    window, tab = opener("family", family.id)

    assert "Planen (Lone Bæk)" in said(window)
    assert cells(tab)["Anna Bæk"] == [texts.NEEDS_NONE]
    press(window, "Anna Bæk")
    qtbot.waitUntil(lambda: cells(tab)["Lone Bæk"] == [texts.NEEDS_NONE])


def test_forty_round_the_table_are_all_there(world: MeetingWorld, opener: Opener, qtbot: QtBot) -> None:
    with world.bench.office.aside() as tx:
        for number in range(40):
            tx.of(ContactPerson).add(ContactPerson(ContactPersonId(0), world.lone.id, f"Nabo {number}"))
    _window, tab = opener("citizen", world.lone.id)

    assert len(cells(tab)) > 40


def test_the_form_and_a_given_consent_are_shown_on_paper(
    world: MeetingWorld, opener: Opener, qtbot: QtBot, desk: Desk
) -> None:
    world.planned()
    given_to_all(world)
    window, _ = opener("citizen", world.lone.id)

    for button, name in ((texts.FORM_ON_PAPER, "samtykke-til-udfyldning-"), (texts.ON_PAPER, "samtykke-2")):
        shown: list[str] = []

        def look(preview: PreviewWindow, shown: list[str] = shown) -> None:
            qtbot.waitUntil(preview.giving.save.isEnabled)
            on_screen = preview.giving._shown
            assert on_screen is not None
            shown.append(on_screen.file_name)
            preview.reject()

        when_dialog_opens(PreviewWindow, look)
        press(window, button)
        wait_until_idle(qtbot, desk)
        assert shown[0].startswith(name)
