import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from koordinator.ui.widgets.buttons import Button, IconButton, Kind, LinkButton, MenuButton
from koordinator.ui.widgets.layout import holder, row
from tests.ui.parts import accessible_name, accessible_role


@pytest.mark.parametrize("kind", list(Kind))
def test_button_of_every_kind_is_pressed_with_the_keyboard(qtbot: QtBot, kind: Kind) -> None:
    button = Button("Indkald", kind)
    qtbot.addWidget(button)
    button.show()

    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)

    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert accessible_role(button) is QAccessible.Role.Button


@pytest.mark.parametrize("moves_on", [False, True])
def test_button_that_rested_has_the_keyboard_again_unless_it_was_moved(qtbot: QtBot, moves_on: bool) -> None:
    resting, neighbour, third = Button("Prøv den"), Button("Slet"), Button("Luk")
    stage = holder(row(resting, neighbour, third))
    qtbot.addWidget(stage)
    stage.show()
    qtbot.waitUntil(stage.isActiveWindow)
    resting.setFocus()

    resting.rest()
    assert not resting.isEnabled()
    if moves_on:
        third.setFocus()
    resting.wake()

    assert resting.isEnabled()
    assert (third if moves_on else resting).hasFocus()


def test_name_is_only_a_name(qtbot: QtBot) -> None:
    link = LinkButton("Hansen & <b>Søn</b>")
    qtbot.addWidget(link)

    assert accessible_name(link) == "Hansen & <b>Søn</b>"
    assert link.shortcut().isEmpty()


def test_short_link_is_no_wider_than_its_words(qtbot: QtBot) -> None:
    link = LinkButton("vis")
    qtbot.addWidget(link)

    assert link.minimumSizeHint().width() == link.sizeHint().width()


def test_long_name_is_cut_and_told_in_the_tooltip(qtbot: QtBot) -> None:
    link = LinkButton("Anne-Margrethe Abildgaard Frydendahl-Christoffersen", Kind.NAME)
    qtbot.addWidget(link)
    link.show()

    link.resize(100, 30)
    link.grab()

    assert "Christoffersen" in link.toolTip()
    assert link.minimumSizeHint().width() < 60


def test_icon_has_its_name_for_eye_and_ear(qtbot: QtBot) -> None:
    button = IconButton("x", "Luk beskeden")
    qtbot.addWidget(button)

    assert accessible_name(button) == "Luk beskeden"
    assert "Luk beskeden" in button.toolTip()
    assert not button.icon().isNull()


def test_icon_can_change(qtbot: QtBot) -> None:
    button = MenuButton("2. halvår 2026")
    qtbot.addWidget(button)
    before = button.icon().cacheKey()

    button.set_icon("chevron-up")

    assert button.icon().cacheKey() != before
