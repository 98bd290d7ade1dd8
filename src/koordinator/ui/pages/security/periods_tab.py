"""Perioder: how long each kind is kept, where that comes from, and what the municipality has decided for itself."""

from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget

from koordinator.domain.limits import PARAGRAPH
from koordinator.domain.retention import LONGEST_MONTHS, PeriodInForce
from koordinator.texts import retention as texts
from koordinator.texts.formats import date_short
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import DateField, NoteField, TextField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column
from koordinator.ui.widgets.said import Said
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.retention import Periods

_MOST_DIGITS: Final = 4


class Decided(NamedTuple):
    """What the municipality decides about a kind, from a day on."""

    period: PeriodInForce
    months: int | None
    reason: str
    from_on: date


class PeriodsTab(PageTab):
    """Enter makes a new period for the kind."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._today = date.min
        self._said = Said()
        self.list: DataList[PeriodInForce] = DataList(
            texts.PERIODS,
            (
                Column(texts.KIND, lambda each: texts.KINDS[each.kind], look=Look.STRONG, detail=_counted_from),
                Column(texts.HOW_LONG_KEPT, lambda each: texts.months(each.months), 190, detail=_whose),
                Column(texts.SOURCE, lambda each: each.source, least=280, look=Look.MUTED),
                Column("", lambda _each: texts.NEW_PERIOD, 110, is_action=True),
            ),
            lambda each: each.kind,
            fits_rows=True,
        )
        self.list.opened.connect(self._edit)
        self.list.acted.connect(lambda each, _column: self._edit(each))
        card = Card(texts.PERIODS)
        for words, icon, act in ((texts.READ, "upload", self._read), (texts.WRITE, "download", self._write)):
            button = Button(words, icon=icon)
            button.clicked.connect(act)
            card.add_to_head(button)
        card.body.addWidget(Label(texts.PERIODS_INTRO, Role.MUTED, wraps=True))
        card.body.addWidget(self._said)
        card.body.addWidget(self.list)
        self.setLayout(column(card, STRETCH))

    @override
    def reload(self) -> None:
        retention, actor = self._desk.services.retention, self._desk.actor
        self._desk.tasks.read(self, lambda: retention.periods(actor), self._show)

    def _show(self, periods: Periods) -> None:
        self._today = periods.today
        self.list.set_rows(periods.in_force)

    def _edit(self, period: PeriodInForce) -> None:
        retention, actor = self._desk.services.retention, self._desk.actor
        ask_until_saved(
            self._desk.tasks,
            self,
            Decided(period, period.months, "", self._today),
            lambda shown: PeriodDialog.ask(self, shown, self._today),
            lambda said: retention.set_period(actor, said.period.kind, said.months, said.reason, said.from_on),
            self._show,
        )

    def _read(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, texts.READ, "", texts.FILES)
        if name:
            retention, actor = self._desk.services.retention, self._desk.actor
            self._desk.tasks.write(self, lambda: retention.read_file(actor, Path(name)), self._have_read)

    def _write(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, texts.WRITE, texts.FILE_NAME, texts.FILES)
        if name:
            retention, actor = self._desk.services.retention, self._desk.actor
            self._desk.tasks.write(
                self, lambda: retention.write_file(actor, Path(name)), lambda _nothing: self._said.say(texts.WRITTEN)
            )

    def _have_read(self, periods: Periods) -> None:
        self._show(periods)
        self._said.say(texts.HAVE_READ)


class _MonthsField(TextField):
    """A whole number of months, or nothing."""

    @override
    def fault(self) -> str:
        text = self.value()
        is_right = not text or (text.isdecimal() and 1 <= int(text) <= LONGEST_MONTHS)
        return "" if is_right else texts.NOT_A_NUMBER


class PeriodDialog(FormDialog):
    """How long, why, and from when."""

    @classmethod
    def ask(cls, parent: QWidget | None, start: Decided, today: date) -> Decided | None:
        """What was decided, or None."""
        dialog = cls(parent, texts.new_period(start.period.kind))
        dialog.explain(*(Label(words, Role.MUTED, wraps=True) for words in (start.period.check, start.period.source)))
        months = dialog.form.add(
            _MonthsField(texts.MONTHS, str(start.months or ""), limit=_MOST_DIGITS, hint=texts.MONTHS_HINT)
        )
        from_on = dialog.form.add(DateField(texts.PERIOD_FROM, lambda: today, start.from_on, required=True))
        from_on.set_bounds(earliest=today)
        reason = NoteField(
            texts.PERIOD_REASON, start.reason, limit=PARAGRAPH, required=True, hint=texts.PERIOD_REASON_HINT
        )
        dialog.form.add(reason)
        if not dialog.run():
            return None
        number = int(months.value()) if months.value() else None
        return Decided(start.period, number, reason.value(), from_on.value() or today)


def _counted_from(period: PeriodInForce) -> str:
    return texts.counted_from(period.event)


def _whose(period: PeriodInForce) -> str:
    return texts.own_from(date_short(period.from_on)) if period.is_own else texts.STANDARD
