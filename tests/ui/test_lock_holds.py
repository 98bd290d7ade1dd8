"""What a locked screen gives away: nothing, in whatever window, by whatever key, and to no screen reader."""

from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QCloseEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from koordinator.texts import ui as texts
from koordinator.ui.lock import Lock, UnlockWay
from koordinator.ui.lock_cover import LockCover
from koordinator.ui.main_window import MainWindow
from koordinator.ui.notify import announce
from koordinator.ui.pages.meeting.shared_window import SharedWindow
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.line_edits import LineEdit
from tests.ui.gallery_pages import NEXT_STEPS
from tests.ui.overview_window import overview_window
from tests.ui.parts import told

SECRET: Final = "Lone Bæk, 120378-9995"
RIGHT: Final = "blå cykel i regn"


class Draft(QDialog):
    """A dialog in which somebody is writing; it can be saved with Ctrl+S, by Alt+G and by its button."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.saved = 0
        self.setWindowTitle(f"Møde med {SECRET}")
        self.setAccessibleName(f"Møde med {SECRET}")
        self.setAccessibleDescription(SECRET)
        self.setToolTip(SECRET)
        self.line, self.text = QLineEdit(SECRET), QPlainTextEdit("\n".join([SECRET] * 200))
        self.hint = QLabel(SECRET)
        self.hint.hide()
        self.button = QPushButton("&Gem")
        self.button.setDefault(True)
        self.button.clicked.connect(self.count)
        QShortcut(QKeySequence("Ctrl+S"), self, self.count)
        self.inside = QVBoxLayout(self)
        for part in (self.line, self.text, self.hint, self.button):
            self.inside.addWidget(part)

    def count(self) -> None:
        self.saved += 1


@pytest.fixture
def window(qtbot: QtBot, tasks: Tasks) -> MainWindow:
    return overview_window(qtbot, tasks)


@pytest.fixture
def lock(window: MainWindow, tasks: Tasks) -> Lock:
    return Lock(window, tasks, UnlockWay(lambda: True, lambda words: words == RIGHT))


@pytest.fixture
def draft(qtbot: QtBot, window: MainWindow) -> Iterator[Draft]:
    dialog = Draft(window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.line.setFocus()
    yield dialog
    dialog.done(0)


def given_away() -> list[str]:
    names = ("Lone", "Bæk", "120378", "Mette", *(each[0] for each in NEXT_STEPS))
    return sorted(text for text in told() if any(name in text for name in names))


def unlock(qtbot: QtBot, lock: Lock) -> None:
    (field,) = (each for each in QApplication.allWidgets() if isinstance(each, LineEdit) and _can_unlock(each))
    with qtbot.waitSignal(lock.unlocked):
        field.setText(RIGHT)
        QTest.keyClick(field, Qt.Key.Key_Return)


def _can_unlock(field: LineEdit) -> bool:
    return field.isVisible() and field.echoMode() is LineEdit.EchoMode.Password


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_before_it_is_locked_everything_is_told(window: MainWindow, lock: Lock, draft: Draft) -> None:
    assert any(SECRET in text for text in given_away())
    assert any(NEXT_STEPS[0][0] in text for text in given_away())


def test_locked_screen_tells_a_screen_reader_nothing_in_any_window(
    qtbot: QtBot, window: MainWindow, lock: Lock, draft: Draft
) -> None:
    shared = SharedWindow()
    qtbot.addWidget(shared)
    shared.setAccessibleDescription(SECRET)
    shared.show()
    QToolTip.showText(QPoint(5, 5), SECRET)

    lock.lock()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())

    assert given_away() == []
    assert texts.LOCKED_HEADING in told()
    assert {each.windowTitle() for each in (window, draft, shared)} == {texts.PROGRAM}
    shared.close()


def test_after_unlocking_everything_is_told_as_before(
    qtbot: QtBot, window: MainWindow, lock: Lock, draft: Draft
) -> None:
    before, names = told(), [each.objectName() for each in window.findChildren(QWidget)]

    lock.lock()
    unlock(qtbot, lock)

    qtbot.waitUntil(lambda: told() == before)
    qtbot.waitUntil(lambda: window.findChildren(LockCover) == [])
    assert [each.objectName() for each in window.findChildren(QWidget)] == names
    assert draft.hint.isHidden()


def test_draft_is_found_with_its_caret_its_place_and_its_order_of_tabs(
    qtbot: QtBot, window: MainWindow, lock: Lock, draft: Draft
) -> None:
    draft.line.setText("Lone vil gerne")
    draft.line.setCursorPosition(5)
    draft.text.verticalScrollBar().setValue(120)

    lock.lock()
    unlock(qtbot, lock)

    qtbot.waitUntil(draft.line.hasFocus)
    assert (draft.line.text(), draft.line.cursorPosition()) == ("Lone vil gerne", 5)
    assert draft.text.verticalScrollBar().value() == 120
    assert draft.isVisible()
    QTest.keyClick(draft.line, Qt.Key.Key_Tab)
    qtbot.waitUntil(draft.text.hasFocus)


def test_picture_of_a_locked_window_holds_nothing(qtbot: QtBot, window: MainWindow, lock: Lock, draft: Draft) -> None:
    lock.lock()
    locked = picture(draft)
    draft.line.setText("Noget helt andet")
    draft.text.setPlainText("og noget til")

    assert picture(draft) == locked


def test_no_key_reaches_what_is_under_the_cover(qtbot: QtBot, window: MainWindow, lock: Lock, draft: Draft) -> None:
    lock.lock()
    (cover,) = draft.findChildren(LockCover)
    (field,) = cover.findChildren(LineEdit)

    for target in (cover, draft, window, draft.button, draft.line, field):
        QTest.keyClick(target, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(target, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(target, Qt.Key.Key_Escape)
        QTest.keyClick(target, Qt.Key.Key_Space)
    QTest.keyClick(cover, Qt.Key.Key_Return)
    QTest.mouseClick(draft.button, Qt.MouseButton.LeftButton)

    assert draft.saved == 0
    assert draft.isVisible()
    assert draft.line.text() == SECRET


def test_nothing_is_copied_or_pasted_under_the_cover(
    qtbot: QtBot, window: MainWindow, lock: Lock, draft: Draft
) -> None:
    draft.line.selectAll()
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("fra et andet program")
    lock.lock()
    control = Qt.KeyboardModifier.ControlModifier

    for target in (draft, draft.line, draft.findChildren(LockCover)[0]):
        for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
            QTest.keyClick(target, key, control)
    assert clipboard.text() == "fra et andet program"
    QTest.keyClick(draft.line, Qt.Key.Key_V, control)

    assert draft.line.text() == SECRET


def test_typed_passphrase_can_be_neither_copied_nor_read_aloud(qtbot: QtBot, window: MainWindow, lock: Lock) -> None:
    lock.lock()
    (field,) = window.findChildren(LockCover)[0].findChildren(LineEdit)
    QGuiApplication.clipboard().setText("tomt")
    QTest.keyClicks(field, "hemmelig")
    field.selectAll()

    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "tomt"
    assert not any("hemmelig" in text for text in told())


def test_nothing_can_be_dropped_on_a_locked_window(window: MainWindow, lock: Lock, draft: Draft) -> None:
    draft.text.setPlainText("")
    lock.lock()
    data = QMimeData()
    data.setText("noget")
    drop = QDropEvent(
        QPoint(2, 2), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )

    QApplication.sendEvent(draft.text.viewport(), drop)

    assert draft.text.toPlainText() == ""


def test_dialog_that_comes_up_while_it_is_locked_is_never_seen(qtbot: QtBot, window: MainWindow, lock: Lock) -> None:
    lock.lock()
    late = Draft(window)
    late.open()
    qtbot.waitUntil(late.isVisible)

    assert given_away() == []
    assert not late.line.isVisible()
    # It is in front, so it is here that the screen is unlocked.
    unlock(qtbot, lock)
    assert late.line.isVisible()
    assert late.windowTitle() == f"Møde med {SECRET}"
    late.done(0)


def test_dialog_that_goes_while_it_is_locked_leaves_a_way_to_unlock(
    qtbot: QtBot, window: MainWindow, lock: Lock
) -> None:
    late = Draft(window)
    late.open()
    qtbot.waitUntil(late.isActiveWindow)
    lock.lock()
    (cover,) = (each for each in window.findChildren(LockCover) if each.covered is window)
    (field,) = cover.findChildren(LineEdit)
    assert not field.isVisible()

    late.done(0)

    qtbot.waitUntil(field.isVisible)
    unlock(qtbot, lock)


def test_menu_and_tip_that_come_up_while_it_is_locked_are_sent_away(
    qtbot: QtBot, window: MainWindow, lock: Lock
) -> None:
    lock.lock()
    menu = QMenu(window)
    menu.addAction(SECRET)

    menu.popup(QPoint(10, 10))
    assert menu.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    QToolTip.showText(QPoint(5, 5), SECRET)

    qtbot.waitUntil(lambda: not menu.isVisible() and not QToolTip.isVisible())
    assert given_away() == []
    unlock(qtbot, lock)
    menu.popup(QPoint(10, 10))
    assert not menu.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    menu.close()


def test_open_menu_is_closed_by_the_lock(qtbot: QtBot, window: MainWindow, lock: Lock) -> None:
    menu = QMenu(window)
    menu.addAction(SECRET)
    menu.popup(QPoint(10, 10))

    lock.lock()

    assert not menu.isVisible()
    assert given_away() == []


def test_what_is_put_into_a_locked_window_waits_under_the_cover(
    qtbot: QtBot, window: MainWindow, lock: Lock, draft: Draft
) -> None:
    lock.lock()
    news = QLabel(SECRET)
    draft.inside.addWidget(news)
    draft.hint.show()
    draft.button.hide()
    draft.setWindowTitle(f"Nu om {SECRET}")

    qtbot.waitUntil(lambda: given_away() == [] and not news.isVisible() and not draft.hint.isVisible())
    unlock(qtbot, lock)

    assert news.isVisible()
    assert draft.hint.isVisible()
    assert draft.button.isHidden()
    assert draft.windowTitle() == f"Nu om {SECRET}"


def test_message_that_comes_while_it_is_locked_is_read_afterwards_and_not_aloud_before(
    qtbot: QtBot, window: MainWindow, lock: Lock, monkeypatch: pytest.MonkeyPatch
) -> None:
    aloud: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: aloud.append(event.message()))
    lock.lock()

    window.messages.done(f"{SECRET} er gemt")
    window.messages._fade()

    assert aloud == []
    assert given_away() == []
    unlock(qtbot, lock)
    assert window.messages.isVisible()
    announce(window, "nu")
    assert aloud == ["nu"]


def test_close_button_of_a_locked_dialog_throws_no_draft_away(window: MainWindow, lock: Lock, draft: Draft) -> None:
    lock.lock()

    class FromTheDesktop(QCloseEvent):
        """As the window manager sends it."""

        @override
        def spontaneous(self) -> bool:
            return True

    assert lock._guard is not None
    assert lock._guard.eventFilter(draft, FromTheDesktop())
    assert draft.isVisible()


def test_closed_dialog_that_still_lives_is_not_read_either(
    qtbot: QtBot, window: MainWindow, lock: Lock, draft: Draft
) -> None:
    draft.done(0)
    assert any(SECRET in text for text in given_away())

    lock.lock()
    assert given_away() == []
    draft.open()
    assert given_away() == []
    draft.done(0)
    unlock(qtbot, lock)

    assert not draft.isVisible()
    draft.open()
    assert draft.line.isVisible()
    assert draft.windowTitle() == f"Møde med {SECRET}"


def test_system_s_own_dialog_is_closed_since_nothing_can_lie_over_it(
    qtbot: QtBot, window: MainWindow, lock: Lock
) -> None:
    dialog = QFileDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    dialog.open()

    lock.lock()

    assert not dialog.isVisible()
