"""Overdragelse: a whole portfolio, or a part of it, goes on to one or several others from a day."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from koordinator.domain.ids import EmployeeId
from koordinator.texts import handover as texts
from koordinator.texts.formats import date_short
from koordinator.texts.ui import with_keys
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.notify import MessageStrip
from koordinator.ui.override import override
from koordinator.ui.page import Page, Shortcut
from koordinator.ui.pages.handover.receivers import ReceiverDialog, ReceiversDialog
from koordinator.ui.pages.handover.view_state import HandoverRow, Selection, can_receive, choosable, rows_of
from koordinator.ui.tabs.dialogs.handover import TermsFields
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import ChoiceField
from koordinator.ui.widgets.form import Form
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Separator, column, holder, row
from koordinator.ui.widgets.scaffold import PageScaffold
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.handover_file import HandoverLine, Portfolio, PortfolioLine, Receiver

_ALL_KEYS: Final = "Ctrl+A"
_RECEIVER_KEYS: Final = "Ctrl+M"
_CARRY_KEYS: Final = "Ctrl+Return"


class HandoverPage(Page):
    """`shown_id` is the employee who hands over; oneself without one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._portfolio: Portfolio | None = None
        self._selection = Selection()
        self.messages = MessageStrip()
        self._frame = PageScaffold(texts.TITLE, texts.INTRO)
        self._form = Form()
        self.giver = ChoiceField(texts.GIVER, ())
        self.terms = TermsFields(self._form, self.giver)
        self.list: DataList[HandoverRow] = DataList(
            texts.WHOM, _columns(), lambda each: each.line.subject_id, fits_rows=True
        )
        self.under_way: DataList[HandoverLine] = DataList(
            texts.UNDER_WAY, _under_way_columns(), lambda each: each.handover.id, fits_rows=True
        )
        self._nothing = Label(role=Role.MUTED, wraps=True)
        self._counted = Label(role=Role.STRONG)
        self._all = Button(with_keys(texts.CHOOSE_ALL, _ALL_KEYS))
        self._receivers = Button(with_keys(texts.GIVE_TO, _RECEIVER_KEYS))
        self.carry = Button(texts.CARRY, Kind.PRIMARY)
        self._lay_out()
        self._connect()

    @override
    def show_for(self, thing_id: object) -> None:
        super().show_for(thing_id if thing_id is not None else self._desk.actor.employee_id)

    @override
    def reload(self) -> None:
        handovers, actor = self._desk.services.handovers, self._desk.actor
        giver_id = EmployeeId(int(str(self.shown_id or actor.employee_id)))
        self._frame.show_loading()
        self._desk.tasks.read(
            self,
            lambda: handovers.portfolio(actor, giver_id),
            self._show,
            lambda error: self._frame.show_error(self._desk.tasks.explain(error), self.mark_stale),
        )

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        return (
            Shortcut("Space", texts.SHORTCUT_TICK),
            Shortcut(_ALL_KEYS, texts.SHORTCUT_ALL),
            Shortcut("Return", texts.SHORTCUT_ONE),
            Shortcut(_RECEIVER_KEYS, texts.SHORTCUT_RECEIVERS),
            Shortcut(_CARRY_KEYS, texts.SHORTCUT_CARRY),
        )

    def _lay_out(self) -> None:
        terms = Card(texts.TERMS)
        terms.body.addWidget(self._form)
        whom = Card(texts.WHOM)
        whom.add_to_head(self._all)
        whom.add_to_head(self._receivers)
        whom.body.addWidget(self._nothing)
        whom.body.addWidget(self.list)
        under_way = Card(texts.UNDER_WAY)
        self._no_under_way = Label(texts.NO_UNDER_WAY, Role.MUTED, wraps=True)
        under_way.body.addWidget(self._no_under_way)
        under_way.body.addWidget(self.under_way)
        self._frame.content.addLayout(column(terms, whom, under_way, STRETCH, gap=16), 1)
        bar = row(self._counted, STRETCH, self.carry, gap=12)
        bar.setContentsMargins(24, 10, 24, 10)
        self._bar = holder(column(Separator(), bar, gap=0))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.messages)
        outer.addWidget(self._frame, 1)
        outer.addWidget(self._bar)
        self.begins_at = self.list

    def _connect(self) -> None:
        self.giver.changed.connect(self._choose_giver)
        self.list.opened.connect(self._ask_receiver)
        self.list.acted.connect(lambda line, _column: self._toggle(line))
        self.under_way.opened.connect(lambda line: self.navigate.emit(line.kind.value, line.key))
        self._all.clicked.connect(self._choose_all)
        self._receivers.clicked.connect(self._ask_receivers)
        self.carry.clicked.connect(self._begin)
        tick = QShortcut(QKeySequence(Qt.Key.Key_Space), self.list, self._toggle_current)
        tick.setContext(Qt.ShortcutContext.WidgetShortcut)
        choose_all = QShortcut(QKeySequence(_ALL_KEYS), self.list, self._choose_all)
        choose_all.setContext(Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence(_RECEIVER_KEYS), self, self._ask_receivers)
        QShortcut(QKeySequence(_CARRY_KEYS), self, self._begin)

    def _show(self, portfolio: Portfolio) -> None:
        if self._portfolio is None or self._portfolio.giver.id != portfolio.giver.id:
            self._selection = Selection()
        self._portfolio = portfolio
        everybody = sorted(
            (portfolio.giver, *(each.employee for each in portfolio.receivers)), key=lambda each: each.name.casefold()
        )
        silent = QSignalBlocker(self.giver)
        self.giver.set_options([(each.id, each.name) for each in everybody])
        self.giver.set_value(portfolio.giver.id)
        silent.unblock()
        self.terms.set_today(portfolio.today)
        self.under_way.set_rows(portfolio.under_way)
        self.under_way.setVisible(bool(portfolio.under_way))
        self._no_under_way.setVisible(not portfolio.under_way)
        self._nothing.setText(texts.NOTHING.format(name=portfolio.giver.name))
        self._select(Selection(self._selection.chosen & frozenset(choosable(portfolio)), self._selection.receivers))
        self._frame.show_content()

    def _select(self, selection: Selection) -> None:
        """Shows what is chosen now."""
        if self._portfolio is None:
            return
        self._selection = selection
        rows, can_choose = rows_of(self._portfolio, selection), choosable(self._portfolio)
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        is_all = bool(can_choose) and frozenset(can_choose) <= selection.chosen
        self._all.setText(with_keys(texts.CHOOSE_NONE if is_all else texts.CHOOSE_ALL, _ALL_KEYS))
        self._all.setVisible(bool(can_choose))
        self._receivers.setEnabled(bool(selection.chosen))
        self._receivers.setVisible(bool(can_choose))
        self._counted.setText(texts.chosen(len(selection.chosen), len(selection.ready)) if can_choose else "")
        self._bar.setVisible(bool(can_choose))
        self.carry.setEnabled(selection.is_ready)

    def _choose_giver(self) -> None:
        key = self.giver.value()
        if key is not None and key != self.shown_id:
            self.show_for(key)

    def _choose_all(self) -> None:
        if self._portfolio is not None:
            self._select(self._selection.with_all(choosable(self._portfolio)))

    def _toggle_current(self) -> None:
        line = self.list.current_row()
        if line is not None:
            self._toggle(line)

    def _toggle(self, line: HandoverRow) -> None:
        if line.can_be_chosen:
            self._select(self._selection.toggled(line.line.subject_id))

    def _ask_receiver(self, line: HandoverRow) -> None:
        if not line.can_be_chosen:
            self.navigate.emit(line.line.kind.value, line.line.key)
            return
        receivers = self._able((line.line,))
        now = self._selection.receivers.get(line.line.subject_id)
        chosen = ReceiverDialog.ask(self, line.line.name, receivers, now) if receivers else None
        if chosen is not None:
            self._select(self._selection.given_to(line.line.subject_id, chosen))

    def _ask_receivers(self) -> None:
        if self._portfolio is None or not self._selection.chosen:
            return
        lines = [line for line in self._portfolio.lines if line.subject_id in self._selection.chosen]
        receivers = self._able(lines)
        chosen = ReceiversDialog.ask(self, receivers) if receivers else None
        if chosen is not None:
            self._select(self._selection.spread_over(chosen))

    def _able(self, lines: Sequence[PortfolioLine]) -> tuple[Receiver, ...]:
        """Who may receive them; where nobody may, that is said."""
        receivers = self._portfolio.receivers if self._portfolio is not None else ()
        able = tuple(each for each in receivers if can_receive(each, lines))
        if not able:
            Question.message(self, texts.RECEIVER, texts.NOBODY_CAN)
        return able

    def _begin(self) -> None:
        if self._portfolio is None or not self._selection.is_ready or not self._form.check():
            return
        handovers, actor = self._desk.services.handovers, self._desk.actor
        terms, ready = self.terms.terms(self._portfolio.giver.id), self._selection.ready
        self._desk.tasks.write(self, lambda: handovers.begin(actor, terms, ready), lambda made: self._begun(len(made)))

    def _begun(self, count: int) -> None:
        self._selection = Selection()
        self.messages.done(texts.begun(count))
        self.mark_stale()


def _columns() -> tuple[Column[HandoverRow], ...]:
    return (
        Column(texts.TICK, lambda each: each.tick, 96, is_action=True),
        Column(texts.NAME, lambda each: each.line.name, 0, Look.STRONG, lambda each: each.detail),
        Column(texts.AGREEMENTS, lambda each: str(each.line.open_agreements or ""), 104, is_number=True),
        Column(texts.RECEIVER, lambda each: each.receiver, 190, detail=lambda each: each.load),
    )


def _under_way_columns() -> tuple[Column[HandoverLine], ...]:
    return (
        Column(texts.NAME, lambda each: each.name, 0, Look.STRONG),
        Column(texts.FROM_TO, lambda each: texts.from_to(each.giver, each.receiver), 280),
        Column(texts.WHEN, lambda each: date_short(each.handover.takes_effect_on), 100),
        Column(texts.MISSING, lambda each: texts.missing(each.missing), 90, Look.MUTED),
    )
