"""Which entries of the log are shown: days, who, what, from where, and about whom."""

from collections.abc import Iterable
from typing import Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from koordinator.domain.access import Channel
from koordinator.domain.ids import EmployeeId
from koordinator.domain.log_filter import ActionGroup, LogFilter
from koordinator.texts import log_page as texts
from koordinator.ui import theme
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.choices import Choice
from koordinator.ui.widgets.date_edits import DateEdit, Today
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow, column, holder
from koordinator.ui.widgets.line_edits import LineEdit

Wanted = tuple[LogFilter, str]
_NAME_LENGTH: Final = 6
"""The names come later, and some are long: the filters stay in one line."""
_DAY_WIDTH: Final = 144


class LogFilters(QWidget):
    """`changed` when something else is wanted than before; a day or a name counts once it has been typed."""

    changed = Signal()

    def __init__(self, today: Today) -> None:
        super().__init__()
        self.first, self.last = DateEdit(texts.FROM, today), DateEdit(texts.TO, today)
        for day in (self.first, self.last):
            day.setMaximumWidth(theme.active().px(_DAY_WIDTH))
        self.citizen = LineEdit(texts.CITIZEN, placeholder=texts.CITIZEN_HINT)
        self.employee = Choice(((None, texts.ALL),), texts.EMPLOYEE)
        self.employee.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.employee.setMinimumContentsLength(_NAME_LENGTH)
        self.group = Choice(((None, texts.EVERYTHING), *texts.GROUPS.items()), texts.GROUP)
        self.channel = Choice(((None, texts.EVERYWHERE), *texts.CHANNELS.items()), texts.CHANNEL)
        self.clear = Button(texts.CLEAR, Kind.QUIET)
        self._before = self.wanted()
        flow = Flow(gap=12)
        for name, editor in self._named():
            label = Label(name, Role.SMALL)
            label.setBuddy(editor)
            flow.addWidget(holder(column(label, editor, gap=4)))
        flow.addWidget(holder(column(Label("", Role.SMALL), self.clear, gap=4)))
        self.setLayout(flow)
        self._connect()

    def wanted(self) -> Wanted:
        """What is chosen, and the citizen as typed."""
        chosen = LogFilter(
            first_on=self.first.day(),
            last_on=self.last.day(),
            employee_id=cast("EmployeeId | None", self.employee.key()),
            group=cast("ActionGroup | None", self.group.key()),
            channel=cast("Channel | None", self.channel.key()),
        )
        return chosen, self.citizen.text().strip()

    def set_employees(self, employees: Iterable[tuple[EmployeeId, str]]) -> None:
        self.employee.set_options(((None, texts.ALL), *employees))

    def _named(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            (texts.FROM, self.first),
            (texts.TO, self.last),
            (texts.EMPLOYEE, self.employee),
            (texts.GROUP, self.group),
            (texts.CHANNEL, self.channel),
            (texts.CITIZEN, self.citizen),
        )

    def _connect(self) -> None:
        for line in (self.first, self.last, self.citizen):
            line.editingFinished.connect(self._tell)
        for choice in (self.employee, self.group, self.channel):
            choice.chosen.connect(lambda _key: self._tell())
        self.clear.clicked.connect(self._show_all)

    def _show_all(self) -> None:
        for line in (self.first, self.last, self.citizen):
            line.clear()
        for choice in (self.employee, self.group, self.channel):
            choice.choose(None)
        self._tell()

    def _tell(self) -> None:
        if self.wanted() != self._before:
            self._before = self.wanted()
            self.changed.emit()
