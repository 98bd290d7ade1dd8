import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from koordinator.ui.widgets.badges import Badge
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.layout import STRETCH, Flow, clear, column, holder, row


def test_flow_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    flow = Flow(gap=6)
    badges = [Badge(f"Trin {number}") for number in range(6)]
    for badge in badges:
        flow.addWidget(badge)
    stage = holder(flow)
    qtbot.addWidget(stage)

    stage.resize(badges[0].sizeHint().width() * 3 + 20, 200)
    stage.show()

    assert [badge.y() for badge in badges[:3]] == [0, 0, 0]
    assert len({badge.y() for badge in badges[3:]}) == 1
    assert badges[3].y() == badges[0].height() + 6
    assert flow.heightForWidth(stage.width()) == 2 * badges[0].height() + 6
    assert flow.heightForWidth(2_000) == badges[0].height()


def test_flow_gives_back_what_it_holds() -> None:
    flow = Flow()

    assert (flow.count(), flow.itemAt(0), flow.takeAt(3)) == (0, None, None)


def test_badge_in_a_column_stands_at_the_left_and_keeps_its_width(qtbot: QtBot) -> None:
    badge = Badge("Trin 2")
    stage = holder(column(Label("Lone Bæk"), badge, STRETCH))
    qtbot.addWidget(stage)
    stage.resize(600, 200)
    stage.show()

    assert (badge.x(), badge.width()) == (0, badge.sizeHint().width())


@pytest.mark.parametrize("depth", [0, 1])
def test_clear_takes_everything_out(qtbot: QtBot, depth: int) -> None:
    inner = row(Label("a"), STRETCH, Label("b"))
    outer = column(Label("c"), inner) if depth else inner
    stage = holder(outer)
    qtbot.addWidget(stage)
    stage.show()

    clear(outer)

    assert outer.count() == 0
    assert [child for child in stage.findChildren(QWidget) if child.isVisible()] == []


def test_a_column_grows_with_its_words_in_every_width(qtbot: QtBot) -> None:
    words = Label("Ring til skolen", wraps=True)
    lines = column(words)
    widget = holder(lines)
    qtbot.addWidget(widget)
    narrow, wide = lines.heightForWidth(100), lines.heightForWidth(2000)
    assert (lines.heightForWidth(100), lines.heightForWidth(2000)) == (narrow, wide)

    words.setText("Ring til skolen om, hvordan det går i klassen. " * 10)
    lines.activate()

    assert lines.heightForWidth(100) > lines.heightForWidth(2000) >= wide
    assert lines.heightForWidth(100) > narrow


def test_the_least_height_of_a_column_is_that_of_the_width_asked_about(qtbot: QtBot) -> None:
    words = "Ring til skolen om skemaet, og skriv til Lone bagefter " * 3
    lines, alone = column(Label(words, wraps=True)), column(Label(words, wraps=True))
    stages = (holder(lines), holder(alone))
    for stage in stages:
        qtbot.addWidget(stage)

    in_turn = [lines.heightForWidth(width) for width in (120, 600)]

    assert [lines.minimumHeightForWidth(width) for width in (120, 600)] == in_turn
    assert alone.minimumHeightForWidth(120) == in_turn[0]
