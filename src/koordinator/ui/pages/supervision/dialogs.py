"""The windows of Ledelsestilsyn: own dates, the rows behind a number, who an export is for."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from koordinator.domain.calendar_periods import PeriodBackwards, day_range
from koordinator.domain.periods import DayRange
from koordinator.domain.supervision import CountName
from koordinator.texts import supervision as words
from koordinator.texts import supervision_page as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.override import override
from koordinator.ui.pages.supervision.view_state import RowLine, row_lines
from koordinator.ui.tokens import STEP_TONES
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.fields import ChoiceField, DateField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.ui.widgets.screen_room import set_size
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.supervision import OpenedNumber

_ROWS_SIZE = (940, 560)


class PeriodDialog(FormDialog):
    """The first and the last day, both included."""

    def __init__(
        self, parent: QWidget, days: DayRange, today: Callable[[], date], explain: Callable[[Exception], str]
    ) -> None:
        super().__init__(parent, texts.OWN_DAYS_HEADING, intro=texts.OWN_DAYS_INTRO, save=texts.SHOW_PERIOD)
        self._explain = explain
        self._first = DateField(texts.FIRST_DAY, today, days.first_on, required=True)
        self._last = DateField(texts.LAST_DAY, today, days.last_on, required=True)
        self.form.add_beside(self._first, self._last)

    @classmethod
    def ask(
        cls, parent: QWidget, days: DayRange, today: Callable[[], date], explain: Callable[[Exception], str]
    ) -> DayRange | None:
        """The days, or None; `explain` says why they will not do."""
        dialog = cls(parent, days, today, explain)
        return dialog.days() if dialog.run() else None

    def days(self) -> DayRange | None:
        """What is filled in. Raises PeriodBackwards."""
        first, last = self._first.value(), self._last.value()
        return day_range(first, last) if first is not None and last is not None else None

    @override
    def accepts(self) -> bool:
        try:
            return self.days() is not None
        except PeriodBackwards as error:
            self._last.show_fault(self._explain(error))
            return False


class ExportDialog(FormDialog):
    """Whether the numbers leave the house."""

    @classmethod
    def ask_outside(cls, parent: QWidget) -> bool | None:
        """True for a file that leaves the house, None when there is to be no file."""
        dialog = cls(parent, texts.EXPORT_HEADING, intro=texts.EXPORT_INTRO, save=texts.CHOOSE_FILE)
        options = ((False, texts.INSIDE), (True, texts.OUTSIDE))
        field = dialog.form.add(ChoiceField(texts.EXPORT_TO, options, chosen=False))
        return bool(field.value()) if dialog.run() else None


class RowsDialog(QDialog):
    """Names, steps, coordinators and days behind one number, and nothing more."""

    def __init__(self, parent: QWidget, heading: str, period: str, opened: OpenedNumber) -> None:
        super().__init__(parent)
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(heading)
        self.list: DataList[RowLine] = DataList(
            heading, _columns(opened.count.name), lambda line: line, empty=texts.NO_ROWS
        )
        self.list.set_rows(row_lines(opened))
        close = Button(ui_texts.CLOSE, Kind.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        counted = ui_texts.joined((texts.rows_counted(opened.count.number, period), texts.LOGGED))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(10)
        outer.addWidget(Label(heading, Role.LEAD, wraps=True))
        outer.addWidget(Label(counted, Role.MUTED, wraps=True))
        outer.addWidget(self.list, 1)
        if opened.hidden:
            outer.addWidget(Label(words.hidden_rows(opened.hidden), Role.SMALL_MUTED, wraps=True))
        outer.addLayout(row(STRETCH, close))
        set_size(self, *_ROWS_SIZE)
        self.list.setFocus()


def _columns(name: CountName) -> tuple[Column[RowLine], ...]:
    first, last = texts.date_headings(name)
    days = [Column[RowLine](first, lambda line: line.first, 105, order=lambda line: line.from_on)]
    if last:
        days.append(Column(last, lambda line: line.last, 190 if last == texts.HANDED_OUT else 105))
    return (
        Column(texts.ROW_NAME, lambda line: line.name, 0, Look.STRONG),
        Column(
            texts.ROW_STEP,
            lambda line: line.step,
            90,
            badge=lambda line: STEP_TONES[line.step_number],
            order=lambda line: line.step_number,
        ),
        Column(texts.ROW_COORDINATOR, lambda line: line.coordinator, 220, order=lambda line: line.coordinator),
        *days,
    )
