"""Intervals with days: what is to come can be planned and taken back, what has been can be seen."""

from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from koordinator.domain.setting import NUMBERS, SettingKey
from koordinator.domain.setting_times import Validity
from koordinator.texts import settings as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.fields import ChoiceField, DateField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Flow, row
from koordinator.ui.widgets.number_field import WholeNumberField
from koordinator.ui.widgets.screen_room import set_size
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.intervals import SettingTimes

_EARLIER_SIZE: Final = (640, 420)


class TimedValue(NamedTuple):
    """A value of an interval with its days."""

    key: SettingKey
    value: Validity


class PlannedValue(NamedTuple):
    """What is asked for: the interval's new value from the day on."""

    key: SettingKey
    value: str
    from_on: date


class IntervalTimes(QWidget):
    """Stands below the intervals. `changed` when one was planned or taken back."""

    changed = Signal()

    def __init__(self, desk: Desk, keys: tuple[SettingKey, ...]) -> None:
        super().__init__()
        self._desk, self._keys = desk, keys
        self._times: SettingTimes | None = None
        self._heading = Label(texts.COMING, Role.STRONG)
        self.list: DataList[TimedValue] = DataList(
            texts.COMING,
            (
                Column(texts.INTERVAL, lambda row: texts.SETTINGS[row.key], detail=_from_when),
                Column("", lambda _row: texts.TAKE_BACK, 130, is_action=True),
            ),
            lambda row: row.value.setting_id,
            fits_rows=True,
            has_head=False,
        )
        self.list.acted.connect(lambda row, _column: self._take_back(row))
        self.plan = Button(texts.CHANGE_FROM_DAY, icon="calendar")
        self.plan.clicked.connect(self._ask)
        self.earlier = Button(texts.EARLIER_VALUES)
        self.earlier.clicked.connect(self._show_earlier)
        self._lay_out()
        self._show(SettingTimes(date.min, {}))

    def reload(self) -> None:
        """Reads the values with their days."""
        intervals = self._desk.services.intervals
        self._desk.tasks.read(self, lambda: intervals.times(self._keys), self._show)

    def _lay_out(self) -> None:
        buttons = Flow(8)
        for button in (self.plan, self.earlier):
            buttons.addWidget(button)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        for part in (self._heading, self.list):
            inside.addWidget(part)
        inside.addLayout(buttons)

    def _show(self, times: SettingTimes) -> None:
        self._times = times
        coming = [row for row in _all_of(times) if row.value.is_to_come(times.today)]
        self.list.set_rows(coming)
        for part in (self._heading, self.list):
            part.setVisible(bool(coming))

    def _ask(self) -> None:
        if self._times is not None:
            intervals, actor, today = self._desk.services.intervals, self._desk.actor, self._times.today
            ask_until_saved(
                self._desk.tasks,
                self,
                None,
                lambda start: IntervalDialog.ask(self, self._keys, today, start),
                lambda planned: intervals.plan(actor, planned.key, planned.value, planned.from_on),
                lambda _saved: self.changed.emit(),
            )

    def _take_back(self, row: TimedValue) -> None:
        intervals, actor = self._desk.services.intervals, self._desk.actor
        self._write(lambda: intervals.take_back(actor, row.value.setting_id))

    def _show_earlier(self) -> None:
        if self._times is not None:
            EarlierValues(self, self._times).exec()

    def _write(self, work: Callable[[], object]) -> None:
        self._desk.tasks.write(self, work, lambda _saved: self.changed.emit())


class IntervalDialog(FormDialog):
    """Which interval, the new value, and from which day."""

    def __init__(self, parent: QWidget, keys: tuple[SettingKey, ...], today: date) -> None:
        super().__init__(parent, texts.CHANGE_FROM_DAY, intro=texts.CHANGE_FROM_DAY_INTRO)
        options = ((None, texts.CHOOSE_INTERVAL), *((key, texts.SETTINGS[key]) for key in keys))
        self._key = self.form.add(ChoiceField(texts.INTERVAL, options, required=True))
        self._value = WholeNumberField(texts.NEW_VALUE, NUMBERS[keys[0]])
        self._from = DateField(texts.HOLDS_FROM, lambda: today, required=True)
        self._from.set_bounds(earliest=today)
        self.form.add_beside(self._value, self._from)
        self._key.changed.connect(self._take_range)

    @classmethod
    def ask(
        cls, parent: QWidget, keys: tuple[SettingKey, ...], today: date, start: PlannedValue | None
    ) -> PlannedValue | None:
        """What was filled in, beginning with `start`, or None."""
        dialog = cls(parent, keys, today)
        if start is not None:
            dialog.fill(start)
        return dialog.planned() if dialog.run() else None

    def fill(self, start: PlannedValue) -> None:
        """Shows what was filled in before."""
        self._key.set_value(start.key)
        self._value.set_value(start.value)
        self._from.set_value(start.from_on)

    def planned(self) -> PlannedValue | None:
        """What is in the fields now."""
        key, from_on = self._key.value(), self._from.value()
        return PlannedValue(key, self._value.value(), from_on) if isinstance(key, SettingKey) and from_on else None

    def _take_range(self) -> None:
        key = self._key.value()
        if isinstance(key, SettingKey):
            self._value.set_numbers(NUMBERS[key])


class EarlierValues(QDialog):
    """What has been in force, the latest first."""

    def __init__(self, parent: QWidget, times: SettingTimes) -> None:
        super().__init__(parent)
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(texts.EARLIER_VALUES)
        self.list: DataList[TimedValue] = DataList(
            texts.EARLIER_VALUES,
            (
                Column(texts.INTERVAL, lambda row: texts.SETTINGS[row.key], 0, Look.STRONG),
                Column(texts.VALUE, lambda row: row.value.value, 80, is_number=True),
                Column(texts.HELD, _held, 220),
            ),
            lambda row: row,
            empty=texts.NO_EARLIER_VALUES,
        )
        over = [row for row in _all_of(times) if row.value.until_on is not None and row.value.until_on <= times.today]
        self.list.set_rows(sorted(over, key=lambda row: row.value.until_on or date.max, reverse=True))
        close = Button(ui_texts.CLOSE, Kind.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.addWidget(Label(texts.EARLIER_VALUES, Role.LEAD, wraps=True))
        outer.addWidget(self.list, 1)
        outer.addLayout(row(STRETCH, close))
        set_size(self, *_EARLIER_SIZE)
        self.list.setFocus()


def _all_of(times: SettingTimes) -> list[TimedValue]:
    return [TimedValue(key, value) for key, values in times.values.items() for value in values]


def _from_when(row: TimedValue) -> str:
    return texts.coming_value(row.value.value, row.value.from_on) if row.value.from_on is not None else ""


def _held(row: TimedValue) -> str:
    return texts.held_from_to(row.value.from_on, row.value.until_on) if row.value.until_on is not None else ""
