"""Small real parts that the tests of the window hand in, and what a screen reader would be told."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollBar, QWidget

from koordinator.domain.errors import DomainError, FieldMissing

Refused = FieldMissing
"""Any fault that can be explained."""


def explained(error: DomainError) -> str:
    return f"Forklaret: {error}"


class Crashes:
    """Keeps what was reported."""

    def __init__(self) -> None:
        self.reported: list[Exception] = []

    def __call__(self, error: Exception) -> None:
        self.reported.append(error)


class Memory:
    """What is remembered from one start to the next, for one test."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get(self, key: str) -> str | None:
        return self.kept.get(key)

    def put(self, key: str, value: str) -> None:
        self.kept[key] = value


def accessible_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def accessible_role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def words_of(part: QAccessibleInterface | None) -> Iterator[str]:
    """Everything that a screen reader is told of the part and of what is in it."""
    if part is None or not part.isValid():
        return
    for kind in QAccessible.Text:
        if kind is not QAccessible.Text.UserText:
            yield part.text(kind)
    for number in range(part.childCount()):
        yield from words_of(part.child(number))


def told() -> set[str]:
    """By every window there is, in words."""
    app = QApplication.instance()
    assert app is not None
    texts_of_all = set(words_of(QAccessible.queryAccessibleInterface(app)))
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible():
            texts_of_all |= set(words_of(QAccessible.queryAccessibleInterface(widget))) | {widget.windowTitle()}
    return texts_of_all - {""}


def nameless(widget: QWidget) -> list[str]:
    """The visible parts of `widget` that take the keyboard and say nothing to a screen reader."""
    parts = [widget, *widget.findChildren(QWidget)]
    return [
        f"{type(part).__name__} in {type(part.parentWidget()).__name__}"
        for part in parts
        if part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and not isinstance(part, QScrollBar)
        and not accessible_name(part).strip()
    ]


def double_click(widget: QWidget, at: QPoint) -> None:
    """A double click that lets go: Qt's own leaves the button held for every test that follows."""
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=at)


def in_dialog(act: Callable[[QDialog], None]) -> None:
    """Does `act` when the next dialog stands on the screen; a dialog that a fault left open is closed."""

    def try_it() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or not dialog.isActiveWindow():
            QTimer.singleShot(1, try_it)
            return
        try:
            assert nameless(dialog) == []
            act(dialog)
        except BaseException:
            dialog.done(0)
            raise

    QTimer.singleShot(0, try_it)
