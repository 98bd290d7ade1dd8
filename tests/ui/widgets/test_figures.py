from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from koordinator.ui.theme import Theme
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.figures import Bar, Bars, StatTile, Tiles
from tests.ui.parts import accessible_name, accessible_role, nameless


def test_tile_says_number_and_total_and_opens_its_rows(qtbot: QtBot) -> None:
    tile = StatTile("Forløb på trin 2 med møde", "45 af 65", "20 mangler", "Se hvem")
    qtbot.addWidget(tile)
    tile.show()
    link = tile.findChild(LinkButton)
    assert link is not None

    with qtbot.waitSignal(tile.opened):
        link.click()

    assert accessible_name(tile) == "Forløb på trin 2 med møde: 45 af 65"
    tile.show_figure("65 af 65")
    assert accessible_name(tile) == "Forløb på trin 2 med møde: 65 af 65"
    assert not link.isVisible()
    assert [label.text() for label in tile.findChildren(QLabel) if label.isVisible()][-1] == "65 af 65"


def test_figures_of_tiles_stand_at_one_height(qtbot: QtBot, theme: Theme) -> None:
    tiles = (StatTile("Møder", "106"), StatTile("Forløb på trin 2 og trin 3 med fælles plan", "45 af 65", "20 mangler"))
    line = Tiles(*tiles)
    qtbot.addWidget(line)
    line.resize(360, 300)
    line.show()

    for scale in (1.0, 2.0):
        theme.set_text_scale(scale)
        qtbot.waitUntil(lambda: len({tile._figure.y() for tile in tiles}) == 1)
    assert tiles[0]._label.height() > tiles[0].fontMetrics().height()


def bars(qtbot: QtBot) -> Bars:
    bars = Bars("Forløb på trin 2 med møde")
    qtbot.addWidget(bars)
    bars.show_bars((Bar("voksen", "Myndighed Voksen", 18, 22), Bar("familie", "Familierådgivningen", 0, 11)))
    bars.resize(600, 120)
    bars.show()
    return bars


def test_every_bar_says_itself_and_opens_with_the_keyboard(qtbot: QtBot) -> None:
    first, second = bars(qtbot).findChildren(QAbstractButton)

    assert accessible_name(first) == "Myndighed Voksen: 18 af 22"
    assert accessible_name(second) == "Familierådgivningen: 0 af 11"
    assert accessible_role(first) is QAccessible.Role.Button


def test_bar_opens_its_rows(qtbot: QtBot) -> None:
    chart = bars(qtbot)
    second = chart.findChildren(QAbstractButton)[1]

    with qtbot.waitSignal(chart.opened) as opened:
        QTest.keyClick(second, Qt.Key.Key_Space)

    assert opened.args == ["familie"]
    assert nameless(chart) == []


def test_bar_is_as_long_as_its_total_and_filled_as_far_as_its_number(qtbot: QtBot, theme: Theme) -> None:
    chart = bars(qtbot)
    picture = chart.grab().toImage()
    full, rest = theme.tokens.primary.fill, theme.tokens.bar_rest

    def lengths(row: QAbstractButton) -> tuple[int, int]:
        y = row.geometry().center().y()
        line = [picture.pixelColor(x, y).name().upper() for x in range(picture.width())]
        return line.count(full), line.count(rest)

    first, second = (lengths(row) for row in chart.findChildren(QAbstractButton))
    whole = first[0] + first[1]
    assert abs(first[0] / whole - 18 / 22) < 0.02
    assert second[0] == 0
    assert abs(second[1] / whole - 0.5) < 0.02


def test_no_bars_is_nothing(qtbot: QtBot) -> None:
    chart = bars(qtbot)

    chart.show_bars(())

    assert [button for button in chart.findChildren(QAbstractButton) if button.isVisible()] == []
