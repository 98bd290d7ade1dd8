"""A drawing on the screen: its places are reached by Tab, arrows, Enter and click, at any size of text."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from koordinator.documents.network_maker import NetworkDrawings
from koordinator.documents.palette import PAPER, Ink
from koordinator.ui import theme
from koordinator.ui.figure_colours import figure_colours
from koordinator.ui.theme import Scheme
from koordinator.ui.tokens import DARK, LIGHT, Tokens
from koordinator.ui.widgets.figure_view import FigureView
from koordinator.usecases.ports_network import Drawn, DrawnBox, DrawnSpot
from tests.documents.networks import crowd
from tests.documents.press import PRESS
from tests.ui.parts import accessible_name, nameless
from tests.ui.test_tokens import contrast


def spot(left: float, top: float, name: str) -> DrawnSpot:
    return DrawnSpot((DrawnBox(left, top, 40, 20), DrawnBox(left + 15, top - 10, 10, 10)), name)


_SIZE = 'width="400" height="200"'
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" {_SIZE}><rect {_SIZE} fill="#0B5563"/></svg>'
CROSS = Drawn(
    SVG,
    400,
    200,
    "Et kors",
    (
        spot(180, 90, "midt"),
        spot(10, 90, "venstre"),
        spot(350, 95, "højre"),
        spot(180, 5, "top"),
        spot(185, 175, "bund"),
    ),
)


@pytest.fixture
def view(qtbot: QtBot) -> FigureView:
    made = FigureView()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_drawn(CROSS)
    return made


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def focused() -> str:
    return accessible_name(focus())


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_Left, "venstre"),
        (Qt.Key.Key_Right, "højre"),
        (Qt.Key.Key_Up, "top"),
        (Qt.Key.Key_Down, "bund"),
    ],
)
def test_an_arrow_goes_to_the_next_in_its_direction(view: FigureView, qtbot: QtBot, key: Qt.Key, name: str) -> None:
    view.spots()[0].setFocus()
    QTest.keyClick(focus(), key)
    assert focused() == name
    QTest.keyClick(focus(), key)
    assert focused() == name


def test_tab_goes_through_them_and_enter_opens(view: FigureView, qtbot: QtBot) -> None:
    view.spots()[0].setFocus()
    QTest.keyClick(view.spots()[0], Qt.Key.Key_Tab)
    assert focused() == "venstre"
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view.spots()[1], Qt.Key.Key_Return)
    assert opened.args == [1]
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view.spots()[2], Qt.Key.Key_Space)
    assert opened.args == [2]
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseClick(view.spots()[3], Qt.MouseButton.LeftButton, pos=view.spots()[3].mask().boundingRect().center())
    assert opened.args == [3]


def test_between_the_parts_of_one_lies_nothing(view: FigureView) -> None:
    one = view.spots()[0]
    assert one.mask().contains(one.rect().center())
    assert not one.mask().contains(one.rect().topLeft())


def test_a_new_drawing_keeps_the_keyboard_on_the_same_one(view: FigureView) -> None:
    view.spots()[2].setFocus()
    view.show_drawn(Drawn(SVG, 400, 200, "Et andet", CROSS.spots[::-1]))
    assert focused() == "højre"
    assert accessible_name(view) == "Et andet"
    assert nameless(view) == []


def test_it_takes_the_room_there_is_and_grows_with_the_text(view: FigureView) -> None:
    at_600 = view.height()
    theme.active().set_text_scale(2.0)
    try:
        assert view.height() > at_600
        sheet = view.widget()
        assert sheet is not None
        assert sheet.width() >= 400 * 0.82 * 0.9 * 2
    finally:
        theme.active().set_text_scale(1.0)
    assert view.height() == at_600


def test_it_is_drawn(view: FigureView) -> None:
    image: QImage = view.grab().toImage()
    assert image.pixelColor(view.width() // 2, 20).name().upper() == "#0B5563"


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_every_colour_of_a_drawing_has_a_value_and_words_are_read_on_each_ground(tokens: Tokens) -> None:
    colours = figure_colours(tokens)
    assert set(colours) == {ink.value for ink in Ink} == {ink.value for ink in PAPER}
    for ground in tokens.areas:
        assert contrast(tokens.text, ground) >= 7
        assert contrast(tokens.muted, ground) >= 4.5
        assert contrast(tokens.accent, ground) >= 3
        assert contrast(tokens.voice, ground) >= 3
    for one, other in pairwise(tokens.areas):
        assert one != other


def test_the_network_is_shown_in_both_schemes(qtbot: QtBot) -> None:
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    drawings = NetworkDrawings(PRESS)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.active().set_scheme(scheme)
        view.show_drawn(drawings.picture(crowd(25), figure_colours(theme.active().tokens)))
        assert len(view.spots()) == 25
        assert not view.grab().isNull()
    theme.active().set_scheme(Scheme.LIGHT)


def test_a_little_too_wide_is_seen_whole_and_much_too_wide_is_moved_by_the_arrows(view: FigureView) -> None:
    bare = Drawn(SVG, 700, 200, "Et kors", ())
    view.show_drawn(bare)
    bar = view.horizontalScrollBar()
    assert (bar.maximum(), view.focusPolicy()) == (0, Qt.FocusPolicy.NoFocus)

    view.resize(530, 300)
    assert (bar.maximum(), view.focusPolicy()) == (0, Qt.FocusPolicy.NoFocus)

    view.resize(300, 300)
    assert view.focusPolicy() == Qt.FocusPolicy.TabFocus
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert bar.value() > 0


def test_the_place_the_keyboard_goes_to_is_brought_into_sight(view: FigureView) -> None:
    view.show_drawn(replace(CROSS, width=1200))
    view.resize(200, 300)
    middle = view.spots()[0]
    middle.setFocus()
    QTest.keyClick(middle, Qt.Key.Key_Right)

    assert focused() == "højre"
    assert view.horizontalScrollBar().value() > 0
