"""One group of what falls due: its card, and a list that the arrow keys leave at its ends."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from koordinator.texts import follow_up_page as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.pages.follow_up.view_state import Act, DueRow, GroupView
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look

KEYS: Final = {Act.DONE: "D", Act.NEW_DAY: "N", Act.NOT_DONE: "I"}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ACT_OF: Final = {
    Qt.Key.Key_D: Act.DONE,
    Qt.Key.Key_N: Act.NEW_DAY,
    Qt.Key.Key_I: Act.NOT_DONE,
    **dict.fromkeys(_ENTER, Act.OPEN),
}
_BUTTON: Final = 3
_ROOM_FOR_BUTTON: Final = 700
_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class DueList(DataList[DueRow]):
    """`keyed` with an act when its key is pressed on a line, `passed` with 1 or -1 when an arrow key goes further.

    A click only chooses the line, so that the buttons below can be used on it; two open it.
    """

    keyed = Signal(object)
    passed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name, _columns(), lambda line: line.key, fits_rows=True, has_head=False)

    def choose_nothing(self) -> None:
        """Another list has the chosen line."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def choose_end(self, step: int) -> None:
        """The first line for who comes from above, the last for who comes from below."""
        self.setCurrentIndex(self.model().index(0 if step > 0 else len(self.rows()) - 1, 0))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text the words need the button's room; the bar below has the button too."""
        super().resizeEvent(event)
        self.setColumnHidden(_BUTTON, self.width() < theme.active().px(_ROOM_FOR_BUTTON))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_plain = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.NoModifier
        on_button = key in _ENTER and self.currentIndex().column() == _BUTTON
        if is_plain and key in _ACT_OF and self.current_row() is not None and not on_button:
            self.keyed.emit(_ACT_OF[key])
        elif is_plain and key in _STEPS and self._is_at_end(_STEPS[key]):
            self.passed.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def _is_at_end(self, step: int) -> bool:
        return self.currentIndex().row() == (len(self.rows()) - 1 if step > 0 else 0)


class GroupCard(Card):
    """A group with its heading; hidden while there is nothing in it."""

    def __init__(self, title: str, act: Callable[[DueRow, Act], None]) -> None:
        super().__init__(title, margin=14)
        self.list = DueList(title)
        self.body.addWidget(self.list)
        self.list.acted.connect(lambda line, _column: act(line, Act.DONE if line.can(Act.DONE) else Act.OPEN))
        self.list.doubleClicked.connect(lambda _index: self.list.keyed.emit(Act.OPEN))
        self.hide()

    def show_group(self, group: GroupView | None) -> None:
        """Shows the group, or nothing."""
        if group is not None:
            self.set_title(group.title)
            self.list.setAccessibleName(group.title)
        self.list.set_rows(group.rows if group is not None else ())
        self.setVisible(group is not None)


def _columns() -> tuple[Column[DueRow], ...]:
    return (
        Column(texts.BY_WHEN, lambda line: line.when, 180, badge=lambda line: line.tone),
        Column(texts.WHAT, lambda line: line.what, 0, Look.STRONG, detail=lambda line: line.detail),
        Column(texts.WHO, lambda line: line.who, 210, detail=lambda line: line.department),
        Column("", lambda line: line.button, 140, is_action=True),
    )
