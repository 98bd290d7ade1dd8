"""The chosen month: its heading, its kinds, its holidays, and a list of what falls due."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from koordinator.texts import year_wheel_page as texts
from koordinator.ui.due.due_list import DueList
from koordinator.ui.due.rows import Act, DueRow
from koordinator.ui.override import override
from koordinator.ui.pages.year_wheel.view_state import MonthView
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.table_model import Column, Look

GATHER_KEY: Final = "S"
_LEAST_WIDTH: Final = 320
_LEAST_LINES: Final = 3


class MonthCard(Card):
    """`gathered` when the chosen line's family is to be gathered, `left` when an arrow goes above the first line."""

    gathered = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(" ", fills=True)
        self.list = _MonthList(texts.MONTH, _columns(), fits_rows=False)
        self._kinds = Label("", Role.SMALL, wraps=True)
        self._notable = Label("", Role.SMALL_MUTED, wraps=True)
        self._empty = Label("", Role.MUTED, wraps=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        for part in (self._kinds, self._notable, self._empty):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        self.list.doubleClicked.connect(lambda _index: self.list.keyed.emit(Act.OPEN))
        self.list.passed.connect(self._pass)
        self._gather = QShortcut(QKeySequence(GATHER_KEY), self.list, self.gathered.emit)
        self._gather.setContext(Qt.ShortcutContext.WidgetShortcut)

    def show_month(self, view: MonthView) -> None:
        """Shows the month; the line that was chosen stays chosen if it is still there."""
        self.set_title(view.heading)
        for label, words in ((self._kinds, view.kinds), (self._notable, view.notable), (self._empty, view.empty)):
            label.setText(words)
            label.setVisible(bool(words))
        self.list.setAccessibleName(view.heading)
        self.list.set_rows(view.rows)
        self.list.setVisible(bool(view.rows))
        if view.rows and self.list.current_row() is None:
            self.list.choose_end(1)

    def _pass(self, step: int) -> None:
        if step < 0:
            self.left.emit()


class _MonthList(DueList):
    @override
    def sizeHint(self) -> QSize:
        """Beside the wheel it takes the wheel's height."""
        return self.minimumSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, _LEAST_LINES * self.verticalHeader().defaultSectionSize())


def _columns() -> tuple[Column[DueRow], ...]:
    return (
        Column(texts.WHEN, lambda line: texts.day_in_month(line.item.due_on), 96, badge=lambda line: line.tone),
        Column(texts.WHAT, lambda line: line.what, 0, Look.STRONG, detail=lambda line: line.detail),
    )
