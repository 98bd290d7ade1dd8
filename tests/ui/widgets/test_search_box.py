from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from koordinator.texts import ui as texts
from koordinator.ui.theme import Theme
from koordinator.ui.widgets.hit import Hit
from koordinator.ui.widgets.layout import STRETCH, column, holder
from koordinator.ui.widgets.line_edits import LineEdit
from koordinator.ui.widgets.search_box import SearchBox
from koordinator.ui.widgets.search_hits import SearchHits
from tests.ui.parts import accessible_name, nameless

HITS = (Hit("citizen", 1, "Lone Bæk", "48 år"), Hit("citizen", 2, "Lone Vester"), Hit("meeting", 3, "Møde med Lone"))


class Stage:
    def __init__(self) -> None:
        self.box, self.other = SearchBox(), LineEdit("Andet")
        self.window = holder(column(self.box, self.other, STRETCH))
        self.window.resize(700, 500)

    def hits(self) -> SearchHits:
        hits = self.window.findChild(SearchHits)
        assert hits is not None
        return hits


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    stage = Stage()
    qtbot.addWidget(stage.window)
    stage.window.show()
    qtbot.waitUntil(stage.window.isActiveWindow)
    stage.box.take_focus()
    return stage


def test_typing_asks_once_for_what_stands_there(qtbot: QtBot, stage: Stage) -> None:
    asked: list[str] = []
    stage.box.searched.connect(asked.append)

    with qtbot.waitSignal(stage.box.searched):
        QTest.keyClicks(stage.box, " lone")

    assert asked == ["lone"]


def test_answer_to_older_typing_is_dropped(stage: Stage) -> None:
    stage.box.setText("lone")

    stage.box.show_hits("lon", HITS)
    assert not stage.box.list_is_open()
    stage.box.show_hits("lone", HITS)
    assert stage.box.list_is_open()
    assert nameless(stage.window) == []


def test_hits_are_walked_and_picked_with_the_keyboard(qtbot: QtBot, stage: Stage) -> None:
    stage.box.setText("lone")
    stage.box.show_hits("lone", HITS)

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(stage.box, key)
    with qtbot.waitSignal(stage.box.picked) as picked:
        QTest.keyClick(stage.box, Qt.Key.Key_Return)

    assert picked.args == [HITS[1]]
    assert stage.box.text() == ""
    assert not stage.box.list_is_open()


def test_hit_is_picked_with_the_mouse(qtbot: QtBot, stage: Stage) -> None:
    stage.box.setText("lone")
    stage.box.show_hits("lone", HITS)
    view = stage.hits().findChild(QListView)
    assert view is not None

    with qtbot.waitSignal(stage.box.picked) as picked:
        place = view.visualRect(view.model().index(2, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert picked.args == [HITS[2]]


def test_hit_is_said_in_one_line(stage: Stage) -> None:
    stage.box.setText("lone")
    stage.box.show_hits("lone", HITS)
    view = stage.hits().findChild(QListView)
    assert view is not None

    assert view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Lone Bæk · 48 år"
    assert stage.hits().move_by(1) == "Lone Vester"


def test_nothing_found_says_what_to_try(stage: Stage) -> None:
    stage.box.setText("xyz")
    stage.box.show_hits("xyz", ())

    words = [label.text() for label in stage.hits().findChildren(QLabel) if label.isVisible()]
    QTest.keyClick(stage.box, Qt.Key.Key_Down)
    QTest.keyClick(stage.box, Qt.Key.Key_Return)

    assert words == [texts.SEARCH_NOTHING]


def test_escape_closes_the_list_and_then_empties_the_field(stage: Stage) -> None:
    stage.box.setText("lone")
    stage.box.show_hits("lone", HITS)

    QTest.keyClick(stage.box, Qt.Key.Key_Escape)
    assert (stage.box.list_is_open(), stage.box.text()) == (False, "lone")
    QTest.keyClick(stage.box, Qt.Key.Key_Escape)
    assert stage.box.text() == ""


def test_list_goes_when_the_field_is_left_or_emptied(qtbot: QtBot, stage: Stage) -> None:
    closings: tuple[Callable[[], None], ...] = (
        stage.other.setFocus,
        lambda: QTest.keyClick(stage.box, Qt.Key.Key_Delete),
    )
    for close in closings:
        stage.box.setFocus()
        stage.box.setText("lone")
        stage.box.show_hits("lone", HITS)
        stage.box.selectAll()
        close()
        qtbot.waitUntil(lambda: not stage.box.list_is_open())


def test_list_lies_under_the_field_over_everything(qtbot: QtBot, stage: Stage, theme: Theme) -> None:
    theme.set_text_scale(1.5)
    qtbot.waitUntil(lambda: stage.box.height() == stage.box.sizeHint().height())
    stage.box.setText("lone")
    stage.box.show_hits("lone", HITS)
    stage.window.grab()

    assert stage.hits().y() >= stage.box.geometry().bottom()
    assert stage.hits().parentWidget() is stage.window
    assert accessible_name(stage.box) == texts.SEARCH_NAME


def test_only_the_first_of_many_take_room(stage: Stage, theme: Theme) -> None:
    stage.box.setText("lone")
    stage.box.show_hits("lone", tuple(Hit("citizen", n, f"Lone {n}") for n in range(500)))

    assert stage.hits().height() < 8 * 52 + 20
    assert isinstance(stage.hits(), QWidget)


def test_the_keys_stand_beside_the_words_only_where_there_is_room(stage: Stage, theme: Theme) -> None:
    assert stage.box._has_room_for_keys()

    theme.set_text_scale(2.0)
    stage.window.resize(520, 500)

    assert not stage.box._has_room_for_keys()
