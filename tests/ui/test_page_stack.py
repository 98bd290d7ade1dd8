from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot
from typing_extensions import override

from koordinator.ui.page import Page
from koordinator.ui.page_stack import PageEntry, PageStack, Place
from koordinator.ui.widgets.line_edits import LineEdit


class Diary(Page):
    """Writes down what it is told to read."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[object] = []
        self.filter, self.field = LineEdit("Find"), LineEdit("Note")
        column = QVBoxLayout(self)
        column.addWidget(self.filter)
        column.addWidget(self.field)
        self.begins_at = self.field

    @override
    def reload(self) -> None:
        self.read.append(self.shown_id)


class Bench:
    def __init__(self) -> None:
        self.made: dict[str, Diary] = {}
        keys = (("overview", "Overblik", "house", ""), ("citizens", "Borgere", "users", ""))
        entries = [PageEntry(key, title, partial(self.make, key), icon) for key, title, icon, _ in keys]
        entries.append(PageEntry("citizen", "Borger", partial(self.make, "citizen"), belongs_to="citizens"))
        self.stack = PageStack(entries)

    def make(self, key: str) -> Diary:
        self.made[key] = Diary()
        return self.made[key]


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    bench = Bench()
    qtbot.addWidget(bench.stack)
    bench.stack.show()
    return bench


def test_page_is_made_when_it_is_first_gone_to(bench: Bench) -> None:
    bench.stack.go("overview")

    assert list(bench.made) == ["overview"]
    assert bench.stack.page() is bench.made["overview"]


def test_a_page_begins_where_its_work_is_and_tab_goes_through_all_of_it(qtbot: QtBot, bench: Bench) -> None:
    bench.stack.activateWindow()
    qtbot.waitUntil(bench.stack.isActiveWindow)
    bench.stack.go("overview")
    page = bench.made["overview"]
    assert page.field.hasFocus()

    QTest.keyClick(page.field, Qt.Key.Key_Tab)
    assert page.filter.hasFocus()
    QTest.keyClick(page.filter, Qt.Key.Key_Tab)
    assert page.field.hasFocus()


def test_page_reads_once_for_each_thing(bench: Bench) -> None:
    bench.stack.go("citizen", 7)
    bench.stack.go("citizen", 7)
    bench.stack.go("citizen", 8)

    assert bench.made["citizen"].read == [7, 8]


def test_hidden_page_reads_again_when_it_is_next_seen(bench: Bench) -> None:
    bench.stack.go("overview")
    bench.stack.go("citizens")
    bench.stack.heard("agreement 4")
    assert bench.made["overview"].read == [None]

    bench.stack.go("overview")

    assert bench.made["overview"].read == [None, None]
    assert bench.made["citizens"].read == [None]


def test_stale_page_in_front_reads_at_once(bench: Bench) -> None:
    bench.stack.go("overview")

    bench.made["overview"].mark_stale()

    assert bench.made["overview"].read == [None, None]


def test_way_back_and_forward(bench: Bench) -> None:
    for key, thing in (("overview", None), ("citizens", None), ("citizen", 7), ("citizen", 8)):
        bench.stack.go(key, thing)

    places = []
    for step in (bench.stack.back, bench.stack.back, bench.stack.forward):
        step()
        places.append(bench.stack.place())

    assert places == [Place("citizen", 7), Place("citizens"), Place("citizen", 7)]


def test_going_somewhere_else_forgets_what_lay_ahead(bench: Bench) -> None:
    for key in ("overview", "citizens"):
        bench.stack.go(key)
    bench.stack.back()
    bench.stack.go("citizen", 3)

    bench.stack.forward()
    assert bench.stack.place() == Place("citizen", 3)
    bench.stack.back()
    bench.stack.back()
    assert bench.stack.place() == Place("overview")


def test_rail_entry_is_told(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignals([bench.stack.arrived] * 2, check_params_cbs=[lambda k: k == "citizens"] * 2):
        bench.stack.go("citizen", 7)
        bench.stack.go("citizens")


def test_page_asks_to_go_elsewhere(bench: Bench) -> None:
    bench.stack.go("citizens")

    bench.made["citizens"].navigate.emit("citizen", 12)

    assert bench.stack.place() == Place("citizen", 12)


def test_what_is_being_typed_is_handed_over_when_the_page_is_left(qtbot: QtBot, bench: Bench) -> None:
    bench.stack.go("overview")
    qtbot.waitUntil(bench.stack.isActiveWindow)
    field = bench.made["overview"].field
    field.setFocus()
    QTest.keyClicks(field, "Lone ringer")

    with qtbot.waitSignal(field.editingFinished):
        bench.stack.go("citizens")
