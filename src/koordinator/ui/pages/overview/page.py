"""Overblik: what needs me, the meetings of the week, the promises that press, and how we keep them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.texts import overview as texts
from koordinator.ui.override import override
from koordinator.ui.page import Page, Shortcut
from koordinator.ui.pages.overview.line_list import LineList
from koordinator.ui.pages.overview.line_painters import SmallPainter, StepPainter
from koordinator.ui.pages.overview.view_state import OverviewView, SmallLine, StepLine, Target, view_of, why_here
from koordinator.ui.tasks import Tasks
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.choices import FilterChips
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.scaffold import EmptyState, PageScaffold
from koordinator.usecases import overview as usecase
from koordinator.usecases.ports_lists import GrantNotice

_CITIZENS: Final = "citizens"
_MEETINGS: Final = "meetings"
_HANDOVER: Final = "handover"
_FOLLOW_UP: Final = "follow_up"


class Look(NamedTuple):
    """What the page is handed. `open` runs on the database worker; True asks for everybody's."""

    open: Callable[[bool], usecase.OverviewPage]
    name: str
    now: Callable[[], datetime]
    """Local time."""
    leads_to: frozenset[str]
    """The keys of the pages that there are."""
    tell: Callable[[Page, GrantNotice], None]
    """Tells the whole of a notice, and notes that it has been read."""
    may_work: bool = True
    """The next things are the employee's to do, and not only to look at."""


class OverviewPage(Page):
    settled = Signal()
    """What was asked for is on the screen, or the sentence that says why not."""

    def __init__(self, tasks: Tasks, look: Look) -> None:
        super().__init__()
        self._tasks, self._look = tasks, look
        self._shown_on: date | None = None
        self._frame = PageScaffold()
        self._whose = FilterChips(((False, texts.MINE), (True, texts.EVERYBODY)), texts.WHOSE)
        self._whose.chosen.connect(lambda _whose: self.mark_stale())
        self._steps = _StepsCard(self._whose, can_go_to_citizens=_CITIZENS in look.leads_to)
        self._meetings = _SmallCard(texts.MEETINGS, texts.NO_MEETINGS, self._link(texts.ALL_MEETINGS, _MEETINGS))
        self._promises = _SmallCard(texts.PROMISES, texts.NO_PROMISES, self._link(texts.ALL_PROMISES, _FOLLOW_UP))
        self._reviews = _SmallCard(texts.REVIEWS)
        self._left_over = _SmallCard(texts.LEFT_OVER)
        self._notices = _SmallCard(texts.GRANT_NOTICES)
        self._kept = _KeptCard()
        self._hand_over = self._link(texts.HAND_OVER, _HANDOVER)
        self._lay_out()
        self._connect()

    def show_first(self, page: usecase.OverviewPage) -> None:
        """Shows what was read before there was a window."""
        self._stale = False
        self._show(page)

    @override
    def reload(self) -> None:
        everybody = self._everybody()
        self._frame.show_loading()
        self._tasks.read(self, lambda: self._look.open(everybody), self._show, self._fail)

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        return Shortcut("Return", texts.DO_STEP), Shortcut("Shift+Return", texts.OPEN_SUBJECT)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew_on_a_new_day()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._renew_on_a_new_day()

    def view(self) -> OverviewView | None:
        """What is shown now."""
        return self._steps.view

    def _renew_on_a_new_day(self) -> None:
        if self._shown_on is not None and self._shown_on != self._look.now().date():
            self.mark_stale()

    def _everybody(self) -> bool:
        return self._whose.key() is True

    def _show(self, page: usecase.OverviewPage) -> None:
        self._shown_on = page.today
        look = self._look
        view = view_of(page, look.name, look.now().hour, everybody=self._everybody(), may_work=look.may_work)
        self._frame.set_title(view.greeting, view.day)
        self._steps.show_view(view, everybody=self._everybody())
        self._meetings.show_lines(view.meetings)
        self._promises.show_lines(view.promises)
        self._reviews.show_lines(view.reviews)
        self._reviews.setVisible(bool(view.reviews))
        self._left_over.show_lines(view.left_over)
        self._left_over.setVisible(bool(view.left_over))
        self._notices.show_lines(view.grant_notices)
        self._notices.setVisible(bool(view.grant_notices))
        self._kept.show_kept(view.kept, view.kept_words)
        self._frame.show_content()
        self.settled.emit()

    def _fail(self, error: Exception) -> None:
        self._frame.show_error(self._tasks.explain(error), self.mark_stale)
        self.settled.emit()

    def _link(self, words: str, key: str) -> LinkButton | None:
        if key not in self._look.leads_to:
            return None
        link = LinkButton(words)
        link.clicked.connect(lambda: self.navigate.emit(key, None))
        return link

    def _lay_out(self) -> None:
        both = row(gap=20)
        both.addLayout(column(self._steps, STRETCH, gap=0), 17)
        short = (self._notices, self._left_over, self._meetings, self._promises, self._reviews)
        beside = column(*short, self._kept, STRETCH, gap=16)
        both.addLayout(beside, 8)
        if self._hand_over is not None:
            self._frame.add_action(self._hand_over)
        self._frame.content.addLayout(both, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def _connect(self) -> None:
        self._steps.lines.opened.connect(lambda line: self._go(line.opens))
        self._steps.lines.acted.connect(lambda line: self._go(line.acts))
        self._steps.citizens_asked.connect(lambda: self.navigate.emit(_CITIZENS, None))
        for card in (self._left_over, self._meetings, self._promises, self._reviews):
            card.lines.opened.connect(lambda line: self._go(line.opens))
            card.lines.acted.connect(lambda line: self._go(line.opens))

        self._notices.lines.opened.connect(self._tell)
        self._notices.lines.acted.connect(self._tell)

    def _tell(self, line: SmallLine) -> None:
        notice = line.opens.thing_id
        if isinstance(notice, GrantNotice):
            self._look.tell(self, notice)

    def _go(self, target: Target) -> None:
        if target.page in self._look.leads_to:
            self.navigate.emit(target.page, target.thing_id)


class _StepsCard(Card):
    """The list of next steps, or what to do where there is none."""

    citizens_asked = Signal()

    def __init__(self, whose: QWidget, *, can_go_to_citizens: bool) -> None:
        super().__init__(texts.NEXT_STEPS)
        self._can_go = can_go_to_citizens
        self.view: OverviewView | None = None
        self.lines: LineList[StepLine] = LineList(texts.NEXT_STEPS, StepPainter())
        self._empty: QWidget | None = None
        self._nothing = Label(texts.NOTHING_WAITS, Role.MUTED, wraps=True)
        self._more = Label(role=Role.MUTED, wraps=True)
        self._resting = Label(role=Role.SMALL_MUTED, wraps=True)
        self._order = Panel("")
        self._why = LinkButton(texts.WHY_FIRST)
        self._why.clicked.connect(self._turn_order)
        self._order.hide()
        self.lines.moved_to.connect(self._follow)
        self.add_to_head(self._why)
        self.add_to_head(whose)
        for part in (self._order, self.lines, self._more, self._nothing):
            self.body.addWidget(part)
        self.body.addWidget(self._resting)

    def show_view(self, view: OverviewView, *, everybody: bool) -> None:
        """Shows the steps."""
        self.view = view
        self.lines.show_lines(view.steps)
        self.lines.setVisible(bool(view.steps))
        self._nothing.setVisible(not view.steps and not view.is_empty)
        self._more.setText(view.more)
        self._more.setVisible(bool(view.more))
        self._resting.setText(view.resting)
        self._order.hide()
        self._why.setVisible(bool(view.steps))
        self._follow(0)
        self._show_empty(view, texts.EMPTY_EVERYBODY if everybody else texts.EMPTY)

    def _show_empty(self, view: OverviewView, sentence: str) -> None:
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
        if view.is_empty:
            action = texts.TO_CITIZENS if self._can_go else ""
            self._empty = EmptyState("users", sentence, action, self.citizens_asked.emit)
            self.body.insertWidget(0, self._empty, 1)

    def _turn_order(self) -> None:
        self._order.setVisible(self._order.isHidden())
        self._follow(max(self.lines.currentIndex().row(), 0))

    def _follow(self, row: int) -> None:
        """The reason, while it is said, is that of the line which the keyboard is on."""
        if self._order.isHidden():
            self._why.set_words(texts.WHY_FIRST if row <= 0 else texts.WHY_HERE)
        elif self.view is not None and 0 <= row < len(self.view.waiting):
            self._why.set_words(texts.HIDE_ORDER)
            self._order.set_text(why_here(self.view, row))


class _SmallCard(Card):
    """A short list beside the steps."""

    def __init__(self, title: str, nothing: str = "", link: LinkButton | None = None) -> None:
        super().__init__(title)
        self.body.setSpacing(0)
        self.lines: LineList[SmallLine] = LineList(title, SmallPainter())
        self._nothing = Label(nothing, Role.MUTED, wraps=True)
        if link is not None:
            self.add_to_head(link)
        self.body.addWidget(self.lines)
        self.body.addWidget(self._nothing)

    def show_lines(self, lines: Sequence[SmallLine]) -> None:
        """Shows the lines."""
        self.lines.show_lines(lines)
        self.lines.setVisible(bool(lines))
        self._nothing.setVisible(not lines)


class _KeptCard(Card):
    """41 af 46 aftaler holdt til tiden."""

    def __init__(self) -> None:
        super().__init__(texts.KEPT)
        self._number = Label(role=Role.LEAD)
        self._words = Label(wraps=True)
        self.body.addLayout(self._line())

    def show_kept(self, number: str, words: str) -> None:
        """The number with its total, and what it counts."""
        self._number.setText(number)
        self._number.setVisible(bool(number))
        self._words.setText(words)

    def _line(self) -> QVBoxLayout:
        line = row(self._number, gap=8)
        line.addWidget(self._words, 1)
        return column(line, gap=0)
