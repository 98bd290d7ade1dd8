"""Ledelsestilsyn: numbers with what they are held against, and the rows behind each."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from koordinator.domain.access import Action, may
from koordinator.domain.calendar_periods import half_year_of
from koordinator.domain.errors import NotAllowed
from koordinator.domain.periods import DayRange
from koordinator.domain.supervision import ALL_COUNTS, CountName, SupervisionScope
from koordinator.texts import supervision as words
from koordinator.texts import supervision_page as texts
from koordinator.ui.desk import Desk
from koordinator.ui.notify import MessageStrip
from koordinator.ui.override import override
from koordinator.ui.page import Page, Shortcut
from koordinator.ui.pages.supervision.dialogs import PeriodDialog, RowsDialog
from koordinator.ui.pages.supervision.exporting import Exporter
from koordinator.ui.pages.supervision.numbers_card import BarsCard, NumbersCard
from koordinator.ui.pages.supervision.team_card import TeamCard
from koordinator.ui.pages.supervision.unserved_card import UnservedCard
from koordinator.ui.pages.supervision.view_state import NumberLine, Opening, periods, today_of, view_of
from koordinator.ui.tasks import Cancel
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.choices import Choice
from koordinator.ui.widgets.figures import StatTile, Tiles
from koordinator.ui.widgets.layout import row
from koordinator.ui.widgets.scaffold import PageScaffold
from koordinator.usecases.supervision import OpenedNumber, SupervisionOverview

Today = Callable[[], date]
_EXPORT_KEYS: Final = "Ctrl+E"
_OWN: Final = "own"


class SupervisionPage(Page):
    """`today` is the Danish day, to know which half-year it is before anything is counted."""

    def __init__(self, desk: Desk, today: Today) -> None:
        super().__init__()
        self._desk, self._today = desk, today
        self._days = half_year_of(today())
        self._own: DayRange | None = None
        self._may_open = may(desk.actor, Action.OPEN_SUPERVISION_ROWS)
        self._asked: Cancel | None = None
        self._shown: SupervisionOverview | None = None
        self.messages = MessageStrip()
        self._frame = PageScaffold(words.TITLE)
        self.period = Choice(self._offered(), texts.PERIOD)
        self._report = Button(texts.SAVE_REPORT, icon="file-text")
        self._export = Button(texts.EXPORT, Kind.PRIMARY, icon="download")
        self._exporter = Exporter(desk, self, self.messages.done)
        self.tiles = (
            StatTile(words.COUNTS[CountName.MEETINGS_HELD].title),
            StatTile(words.COUNTS[CountName.STEP2_WITH_MEETING].title),
            StatTile(words.COUNTS[CountName.WITH_PLAN].title),
            StatTile(texts.STEP3_TODAY),
            StatTile(words.COUNTS[CountName.PAPERS_IN_TIME].title),
        )
        self.bars_card = BarsCard()
        self.unserved_card = UnservedCard(desk)
        self.numbers_card = NumbersCard()
        self.team_card = TeamCard()
        self._lay_out()
        self._connect()

    @override
    def reload(self) -> None:
        supervision, actor, scope = self._desk.services.supervision, self._desk.actor, self._scope()
        if self._asked is not None:
            self._asked.request()
        self._frame.show_loading()
        self._asked = self._desk.tasks.read(
            self, lambda: supervision.overview(actor, scope, ALL_COUNTS), self._show, self._fail
        )

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        return (Shortcut(_EXPORT_KEYS, texts.EXPORT_KEYS_TEXT),)

    def choose_days(self, days: DayRange) -> None:
        """Counts another period."""
        self._days = days
        if days not in [offered for offered, _ in periods(self._today())]:
            self._own = days
        self.period.set_options(self._offered())
        self.period.choose(days)
        self.mark_stale()

    def open_number(self, opening: Opening) -> None:
        """Shows the rows behind a number; the look is logged."""
        supervision, actor = self._desk.services.supervision, self._desk.actor
        scope = SupervisionScope(opening.days or self._days, opening.by or self.bars_card.by)
        self._desk.tasks.read(
            self,
            lambda: supervision.open_number(actor, scope, opening.group, opening.name),
            lambda opened: self._show_rows(opening, scope, opened),
            self._explain_rows,
        )

    def _lay_out(self) -> None:
        self.period.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._frame.add_action(self.period)
        self._frame.add_action(self._report)
        self._frame.add_action(self._export)
        cards = row(gap=20)
        cards.addWidget(self.bars_card, 3, Qt.AlignmentFlag.AlignTop)
        cards.addWidget(self.numbers_card, 2)
        self._frame.content.addWidget(Tiles(*self.tiles))
        self._frame.content.addWidget(self.unserved_card)
        self._frame.content.addLayout(cards, 1)
        self._frame.content.addWidget(self.team_card)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.messages)
        outer.addWidget(self._frame, 1)
        self.begins_at = self.numbers_card.list

    def _connect(self) -> None:
        self.period.chosen.connect(self._choose_period)
        self._report.clicked.connect(self._save_report)
        self._export.clicked.connect(self._save_numbers)
        self.bars_card.grouped.connect(self.mark_stale)
        self.bars_card.opened.connect(self.open_number)
        self.team_card.opened.connect(self.open_number)
        self.numbers_card.chosen.connect(self._show_number)
        meetings, with_meeting, with_plan, on_step3, papers = self.tiles
        meetings.opened.connect(lambda: self.open_number(Opening(CountName.MEETINGS_HELD)))
        with_meeting.opened.connect(lambda: self.open_number(Opening(CountName.STEP2_WITHOUT_MEETING)))
        with_plan.opened.connect(lambda: self.open_number(Opening(CountName.WITHOUT_PLAN)))
        on_step3.opened.connect(self._open_step3)
        papers.opened.connect(lambda: self.open_number(Opening(CountName.PAPERS_LATE)))
        QShortcut(QKeySequence(_EXPORT_KEYS), self, self._save_numbers)

    def _scope(self) -> SupervisionScope:
        return SupervisionScope(self._days, self.bars_card.by)

    def _offered(self) -> tuple[tuple[object, str], ...]:
        return (*periods(self._today(), self._own), (_OWN, texts.OWN_DAYS))

    def _choose_period(self, chosen: object) -> None:
        days = chosen if isinstance(chosen, DayRange) else self._ask_days()
        if days is None:
            self.period.choose(self._days)
        else:
            self.choose_days(days)

    def _ask_days(self) -> DayRange | None:
        return PeriodDialog.ask(self, self._days, self._today, self._desk.tasks.explain)

    def _show(self, overview: SupervisionOverview) -> None:
        self._shown = overview
        view = view_of(overview)
        self._frame.set_title(view.title, view.subtitle)
        for tile, shown in zip(self.tiles, view.tiles, strict=True):
            tile.show_figure(shown.figure, shown.remark, shown.link if self._may_open else "")
        self.numbers_card.show_lines(view.lines)
        self.team_card.show_team(overview.report, overview.team)
        self._export.show()
        self._report.show()
        self.unserved_card.reload()
        self._frame.show_content()

    def _show_number(self, line: NumberLine) -> None:
        if self._shown is not None:
            self.bars_card.show_number(self._shown.report, line)

    def _open_step3(self) -> None:
        if self._shown is not None:
            self.open_number(Opening(CountName.STEP3_AT_END, days=today_of(self._shown.report)))

    def _show_rows(self, opening: Opening, scope: SupervisionScope, opened: OpenedNumber) -> None:
        title = words.COUNTS[opening.name].title
        heading = texts.rows_heading(title, opening.group_name) if opening.group_name else title
        RowsDialog(self, heading, words.period_name(scope.days), opened).exec()

    def _explain_rows(self, error: Exception) -> None:
        if isinstance(error, NotAllowed):
            self.messages.info(texts.NOT_YOURS)
        else:
            self._desk.tasks.failed.emit(self._desk.tasks.explain(error))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, NotAllowed):
            self._export.hide()
            self._report.hide()
            self._frame.show_empty("bar-chart", texts.NO_ACCESS)
        else:
            self._frame.show_error(self._desk.tasks.explain(error), self.mark_stale)

    def _save_numbers(self) -> None:
        if self._shown is not None:
            self._exporter.save_numbers(self._scope())

    def _save_report(self) -> None:
        if self._shown is not None:
            self._exporter.save_report(self._scope())
