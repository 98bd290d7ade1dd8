from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.tabs import Tabs
from tests.ui.parts import nameless


def test_tab_is_made_when_it_is_first_looked_at(qtbot: QtBot) -> None:
    made: list[str] = []
    tabs = Tabs("Om Lone")
    qtbot.addWidget(tabs)

    def maker(key: str) -> QWidget:
        made.append(key)
        return Label(key)

    for key in ("overview", "plan", "history"):
        tabs.add(key, key.title(), lambda key=key: maker(key))  # type: ignore[misc]
    tabs.show()
    assert made == ["overview"]

    with qtbot.waitSignal(tabs.shown) as shown:
        QTest.keyClick(tabs.bar, Qt.Key.Key_Right)
    tabs.show_tab("overview")

    first, second = tabs.made("overview"), tabs.made("plan")
    assert shown.args == ["plan"]
    assert made == ["overview", "plan"]
    assert (tabs.current(), tabs.made("history")) == ("overview", None)
    assert first is not None
    assert second is not None
    assert (first.isVisible(), second.isVisible()) == (True, False)


def test_tabs_stay_where_they_are_when_another_is_chosen(qtbot: QtBot) -> None:
    tabs = Tabs("Om Lone")
    qtbot.addWidget(tabs)
    for title in ("Overblik", "Vurdering", "Netværk"):
        tabs.add(title, title, QWidget)
    tabs.show()
    before = [tabs.bar.tabRect(number) for number in range(3)]

    tabs.show_tab("Vurdering")

    assert [tabs.bar.tabRect(number) for number in range(3)] == before


def test_title_can_change_and_everything_has_a_name(qtbot: QtBot) -> None:
    tabs = Tabs("Om Lone")
    qtbot.addWidget(tabs)
    tabs.add("meetings", "Møder", lambda: Label("Ingen møder"))
    tabs.show()

    tabs.set_title("meetings", "Møder & aftaler")

    assert tabs.bar.tabText(0) == "Møder && aftaler"
    assert nameless(tabs) == []
