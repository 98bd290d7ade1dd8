import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from koordinator.texts import ui as texts
from koordinator.ui.lock import Lock, UnlockWay
from koordinator.ui.lock_cover import LockCover
from koordinator.ui.main_window import MainWindow
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.line_edits import LineEdit
from tests.ui.overview_window import overview_window
from tests.ui.parts import Refused, nameless


@pytest.fixture
def window(qtbot: QtBot, tasks: Tasks) -> MainWindow:
    return overview_window(qtbot, tasks)


def right(passphrase: str) -> bool:
    if passphrase == "i stykker":
        raise Refused("nøglefilen er væk")
    return passphrase == "blå cykel i regn"


@pytest.fixture
def lock(window: MainWindow, tasks: Tasks) -> Lock:
    return Lock(window, tasks, UnlockWay(lambda: True, right))


def cover_of(widget: QWidget) -> LockCover:
    cover = widget.findChild(LockCover)
    assert cover is not None
    return cover


def answer(cover: LockCover, passphrase: str) -> None:
    field = cover.findChild(LineEdit)
    assert field is not None
    field.clear()
    QTest.keyClicks(field, passphrase)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_locked_window_shows_and_reaches_nothing(window: MainWindow, lock: Lock) -> None:
    lock.lock()

    cover = cover_of(window)
    assert lock.is_locked
    assert cover.geometry() == window.rect()
    assert not window.search_box.isVisible()
    assert [label for label in window.findChildren(QLabel) if label.isVisible() and not cover.isAncestorOf(label)] == []
    assert nameless(window) == []


def test_keys_of_the_window_do_nothing_while_it_is_locked(window: MainWindow, lock: Lock) -> None:
    lock.lock()

    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(cover_of(window), Qt.Key.Key_Escape)

    assert lock.is_locked
    assert not window.search_box.hasFocus()


def test_right_passphrase_opens_where_one_was(qtbot: QtBot, window: MainWindow, lock: Lock) -> None:
    window.search_box.setFocus()
    lock.lock()

    with qtbot.waitSignal(lock.unlocked):
        answer(cover_of(window), "blå cykel i regn")

    assert window.search_box.isVisible()
    assert window.focusWidget() is window.search_box
    assert not lock.is_locked


@pytest.mark.parametrize(
    ("typed", "said"), [("forkert", texts.WRONG_PASSPHRASE), ("i stykker", "Forklaret: nøglefilen er væk")]
)
def test_wrong_passphrase_says_so_and_stays_locked(
    qtbot: QtBot, window: MainWindow, lock: Lock, typed: str, said: str
) -> None:
    lock.lock()
    cover = cover_of(window)

    answer(cover, typed)

    qtbot.waitUntil(lambda: said in [label.text() for label in cover.findChildren(QLabel) if label.isVisible()])
    assert lock.is_locked
    with qtbot.waitSignal(lock.unlocked):
        answer(cover, "blå cykel i regn")


def test_dialog_is_covered_too_and_is_still_there_afterwards(qtbot: QtBot, window: MainWindow, lock: Lock) -> None:
    dialog = QDialog(window)
    secret = QLabel("Lone Bæk, 120378-9995")
    QVBoxLayout(dialog).addWidget(secret)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)

    lock.lock()
    assert not secret.isVisible()
    assert cover_of(dialog).findChild(LineEdit).isVisible()  # type: ignore[union-attr]  # the one that can be reached
    assert not cover_of(window).findChild(LineEdit).isVisible()  # type: ignore[union-attr]
    QTest.keyClick(cover_of(dialog), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(lock.unlocked):
        answer(cover_of(dialog), "blå cykel i regn")

    assert secret.isVisible()


def test_cover_grows_with_its_window(window: MainWindow, lock: Lock) -> None:
    lock.lock()

    window.resize(1_500, 900)

    assert cover_of(window).geometry() == window.rect()


def test_window_locks_itself_after_a_while(qtbot: QtBot, lock: Lock) -> None:
    lock.lock_after(15)
    assert lock._idle.interval() == 15 * 60_000

    with qtbot.waitSignal(lock.locked):
        lock._idle.start(1)


def test_key_or_mouse_puts_the_lock_off(qtbot: QtBot, window: MainWindow, lock: Lock) -> None:
    lock.lock_after(15)
    lock._watch(window.windowHandle())
    lock._idle.setTimerType(Qt.TimerType.PreciseTimer)
    lock._idle.start()
    qtbot.waitUntil(lambda: lock._idle.remainingTime() < 15 * 60_000 - 50)
    before = lock._idle.remainingTime()
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)

    def is_put_off() -> bool:
        QApplication.sendEvent(window.windowHandle(), key)
        return lock._idle.remainingTime() > before

    qtbot.waitUntil(is_put_off)


def test_lock_can_be_left_out(lock: Lock) -> None:
    lock.lock_after(15)
    lock.lock_after(0)

    assert not lock._idle.isActive()


def test_without_passphrase_a_press_opens(qtbot: QtBot, window: MainWindow, tasks: Tasks) -> None:
    lock = Lock(window, tasks, UnlockWay(lambda: False, lambda _nothing: True))
    lock.lock()

    with qtbot.waitSignal(lock.unlocked):
        next(button for button in cover_of(window).findChildren(QPushButton)).click()


@pytest.mark.parametrize("gave_up", [True, False])
def test_passphrase_is_asked_for_until_it_is_taken_away_in_the_program(
    window: MainWindow, tasks: Tasks, gave_up: bool
) -> None:
    has = [True]
    lock = Lock(window, tasks, UnlockWay(lambda: has[0], right, lambda: gave_up))
    has[0] = False

    lock.lock()

    assert lock._asks is not gave_up
