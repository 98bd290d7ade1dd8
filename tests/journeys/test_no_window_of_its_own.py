"""No part of a page is shown before it stands there: it would be a window of its own, and take the keyboard."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from koordinator.texts.subject import TAB_TITLES
from koordinator.ui.tasks import Tasks
from tests.journeys.caseworker import CONTROL, Caseworker
from tests.support.meeting_world import make_world
from tests.support.office import Bench


class Strays(QObject):
    """Hears of what is shown without standing in a window."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.windowType() is _WINDOW:
            self.seen.append(f"{type(watched).__name__} {watched.property('text')} {watched.accessibleName()}")
        return False


_WINDOW = Qt.WindowType.Window


def test_every_page_and_tab_comes_in_the_window_and_leaves_the_keyboard_there(
    qtbot: QtBot, bench: Bench, tasks: Tasks
) -> None:
    world = make_world(bench)
    me = Caseworker.sit_down(qtbot, bench, tasks)
    strays, app = Strays(), QApplication.instance()
    assert app is not None
    app.installEventFilter(strays)
    for number in range(1, 10):
        me.press(Qt.Key(Qt.Key.Key_0 + number), CONTROL)
        me.settle()
        turn_all(me)
    me.window.navigate("meeting", world.running().meeting.id)
    me.settle()
    me.look_up("Lone Bæk")
    me.turn_to(TAB_TITLES["overview"])
    turn_all(me)
    app.removeEventFilter(strays)

    assert strays.seen == []


def turn_all(me: Caseworker) -> None:
    page = me.window.pages.page()
    assert page is not None
    for bar in page.findChildren(QTabBar):
        bar.setFocus()
        for _ in range(bar.count()):
            me.press(Qt.Key.Key_Right)
            me.settle()
