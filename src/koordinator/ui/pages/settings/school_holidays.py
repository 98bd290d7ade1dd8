"""The municipality's school holidays, round which meetings are proposed."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from koordinator.domain.ids import RowId
from koordinator.domain.limits import SHORT
from koordinator.domain.meeting_rhythm import SchoolHoliday
from koordinator.texts import meeting_days as texts
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import DateField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column

_ONE_DAY = timedelta(days=1)


class SchoolHolidaysCard(Card):
    """Those to come and those that have been, the first one first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(texts.SCHOOL_HOLIDAYS)
        self._desk = desk
        self._today = date.min
        self.add = Button(texts.ADD_HOLIDAY, icon="plus")
        self.add.clicked.connect(self._ask)
        self.list: DataList[SchoolHoliday] = DataList(
            texts.SCHOOL_HOLIDAYS,
            (
                Column(texts.HOLIDAY_NAME, lambda row: row.name, detail=_days),
                Column("", lambda _row: texts.REMOVE_HOLIDAY, 110, is_action=True),
            ),
            lambda row: row.id,
            fits_rows=True,
            has_head=False,
            empty=texts.NO_HOLIDAYS,
        )
        self.list.acted.connect(lambda row, _column: self._remove(row))
        self.add_to_head(self.add)
        self.body.addWidget(Label(texts.SCHOOL_HOLIDAYS_HINT, Role.SMALL_MUTED, wraps=True))
        self.body.addWidget(self.list)

    def reload(self) -> None:
        """Reads the holidays, and the day that a short date is read by."""
        services = self._desk.services
        self._desk.tasks.read(
            self,
            lambda: (services.intervals.times(()).today, services.rhythms.school_holidays()),
            lambda read: self._show_from(*read),
        )

    def _show_from(self, today: date, holidays: tuple[SchoolHoliday, ...]) -> None:
        self._today = today
        self._show(holidays)

    def _show(self, holidays: tuple[SchoolHoliday, ...]) -> None:
        self.list.set_rows(holidays)

    def _ask(self) -> None:
        rhythms, actor = self._desk.services.rhythms, self._desk.actor
        ask_until_saved(
            self._desk.tasks,
            self,
            None,
            lambda start: SchoolHolidayDialog.ask(self, self._today, start),
            lambda holiday: rhythms.add_school_holiday(actor, holiday),
            self._show,
        )

    def _remove(self, holiday: SchoolHoliday) -> None:
        rhythms, actor = self._desk.services.rhythms, self._desk.actor
        self._desk.tasks.write(self, lambda: rhythms.remove_school_holiday(actor, holiday.id), self._show)


class SchoolHolidayDialog(FormDialog):
    """A name and two days, both of them free."""

    def __init__(self, parent: QWidget, today: date, start: SchoolHoliday | None) -> None:
        super().__init__(parent, texts.ADD_HOLIDAY)
        self.name = self.form.add(
            TextField(texts.HOLIDAY_NAME, start.name if start else "", limit=SHORT, required=True)
        )
        self.first = DateField(texts.HOLIDAY_FROM, lambda: today, start.from_on if start else None, required=True)
        last_on = start.until_on - _ONE_DAY if start else None
        self.last = DateField(texts.HOLIDAY_LAST, lambda: today, last_on, required=True)
        self.form.add_beside(self.first, self.last)

    @override
    def accepts(self) -> bool:
        first, last = self.first.value(), self.last.value()
        if first is not None and last is not None and last < first:
            self.last.show_fault(texts.LAST_BEFORE_FIRST)
            return False
        return True

    @classmethod
    def ask(cls, parent: QWidget, today: date, start: SchoolHoliday | None) -> SchoolHoliday | None:
        """What was filled in, or None."""
        dialog = cls(parent, today, start)
        if not dialog.run():
            return None
        first, last = dialog.first.value() or today, dialog.last.value() or today
        return SchoolHoliday(RowId(0), dialog.name.value(), first, last + _ONE_DAY)


def _days(holiday: SchoolHoliday) -> str:
    return texts.holiday(holiday.from_on, holiday.until_on - _ONE_DAY)
