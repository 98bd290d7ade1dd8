import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.layout import column, holder
from koordinator.ui.widgets.line_edits import LineEdit
from tests.support.patience import turn


class Stage(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.first, self.second, self.field = Button("Første"), Button("Anden"), LineEdit("Navn")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        for part in (self.first, self.second, self.field):
            layout.addWidget(part)

    def ring(self) -> QWidget | None:
        """It comes a turn of the event loop after the focus."""
        turn()
        rings = [child for child in self.children() if isinstance(child, QWidget) and type(child).__name__ == "_Ring"]
        shown = [ring for ring in rings if ring.isVisible()]
        assert len(shown) <= 1
        return shown[0] if shown else None


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    stage = Stage()
    qtbot.addWidget(stage)
    stage.show()
    qtbot.waitUntil(stage.isActiveWindow)
    return stage


def test_ring_stands_round_what_has_the_keyboard(stage: Stage) -> None:
    stage.second.setFocus(Qt.FocusReason.TabFocusReason)

    ring = stage.ring()
    assert ring is not None
    assert ring.geometry() == stage.second.geometry().adjusted(-4, -4, 4, 4)


def test_ring_moves_with_the_tab_key(qtbot: QtBot, stage: Stage) -> None:
    stage.first.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(stage.first, Qt.Key.Key_Tab)

    ring = stage.ring()
    assert stage.second.hasFocus()
    assert ring is not None
    assert ring.geometry().contains(stage.second.geometry())


def test_ring_follows_when_the_window_grows(stage: Stage) -> None:
    stage.second.setFocus(Qt.FocusReason.TabFocusReason)

    ring = stage.ring()
    assert ring is not None

    stage.resize(500, 400)
    stage.second.move(QPoint(60, 200))

    assert ring.geometry().topLeft() == QPoint(56, 196)


def test_field_shows_its_own_ring(stage: Stage) -> None:
    stage.first.setFocus(Qt.FocusReason.TabFocusReason)
    stage.field.setFocus(Qt.FocusReason.TabFocusReason)

    assert stage.ring() is None


def test_ring_goes_with_what_it_stood_round(stage: Stage) -> None:
    stage.first.setFocus(Qt.FocusReason.TabFocusReason)
    stage.first.hide()

    ring = stage.ring()
    assert ring is None or not ring.geometry().contains(stage.first.geometry())


def test_ring_is_cut_where_the_page_is_scrolled_away(qtbot: QtBot) -> None:
    buttons = [Button(f"Knap {number}") for number in range(30)]
    area = QScrollArea()
    area.setWidget(holder(column(*buttons)))
    area.resize(200, 200)
    qtbot.addWidget(area)
    area.show()
    qtbot.waitUntil(area.isActiveWindow)
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    turn()

    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    shown = [child for child in area.children() if type(child).__name__ == "_Ring" and child.isVisible()]  # type: ignore[attr-defined]
    assert shown == []
