"""The next days that suit a meeting, one press each, and why the days before them did not."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain.meeting_rhythm import ProposedDay
from koordinator.texts import meeting_days as texts
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow


class DayChoice(QWidget):
    """`choose` gets the day that is pressed."""

    def __init__(self, days: tuple[ProposedDay, ...], choose: Callable[[date], None]) -> None:
        super().__init__()
        self.buttons = [Button(texts.day(each.on)) for each in days]
        line = Flow(gap=8)
        for button, each in zip(self.buttons, days, strict=True):
            button.clicked.connect(partial(_press, choose, each.on))
            line.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(Label(texts.SUITS, Role.SMALL_MUTED))
        outer.addLayout(line)
        why = texts.passed_over(tuple(passed for each in days for passed in each.passed_over))
        if why:
            outer.addWidget(Label(why, Role.SMALL_MUTED, wraps=True))


def _press(choose: Callable[[date], None], day: date, *_checked: bool) -> None:
    choose(day)
