"""Møder: those ahead, held and cancelled; mine, or everybody's."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from koordinator.domain.access import Action, may
from koordinator.domain.ids import MeetingId
from koordinator.texts import meeting_page as texts
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page import Page
from koordinator.ui.pages.meetings.view_state import EMPTY, TITLES, Which, in_list, title_with_count
from koordinator.ui.tabs.dialogs.pick_citizen import PickCitizen
from koordinator.ui.tabs.meeting_list import meeting_columns
from koordinator.ui.tabs.plan_meeting import MeetingPlanner
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import FilterChips
from koordinator.ui.widgets.layout import row
from koordinator.ui.widgets.scaffold import EmptyState, PageScaffold
from koordinator.ui.widgets.table import DataList
from koordinator.usecases.ports_diary import DiaryScope, MeetingEntry


class MeetingsPage(Page):
    """A row opens the meeting."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._entries: tuple[MeetingEntry, ...] = ()
        self._planner = MeetingPlanner(desk, self, self._planned)
        self._frame = PageScaffold(texts.MEETINGS)
        self._which = FilterChips(tuple((which, TITLES[which]) for which in Which), texts.WHICH)
        self._whose = FilterChips(((False, texts.MINE), (True, texts.EVERYBODYS)), texts.WHOSE)
        self.list: DataList[MeetingEntry] = DataList(
            texts.MEETINGS, meeting_columns(with_subject=True), lambda entry: entry.id
        )
        self._card = Card(fills=True)
        self._nothing: EmptyState | None = None
        self._lay_out()
        self._connect()

    @override
    def reload(self) -> None:
        self._frame.show_loading()
        follow_up, actor = self._desk.services.follow_up, self._desk.actor
        scope = DiaryScope() if self._whose.key() else DiaryScope(employee_id=actor.employee_id)
        self._desk.tasks.read(self, lambda: follow_up.meetings(actor, scope), self._show, self._fail)

    def plan(self) -> None:
        """Asks whom the meeting is about, then when, where and with whom."""
        citizen_id = PickCitizen.ask(self, self._desk, texts.PLAN_FOR_WHOM, ())
        if citizen_id is not None:
            self._planner.for_citizen(citizen_id)

    def _lay_out(self) -> None:
        new = Button(texts.PLAN_MEETING, Kind.PRIMARY, icon="calendar-plus")
        new.clicked.connect(self.plan)
        if may(self._desk.actor, Action.PLAN_MEETING):
            self._frame.add_action(new)
        self._whose.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        filters = row(gap=24)
        filters.addWidget(self._which, 1)
        filters.addWidget(self._whose)
        self._card.body.addLayout(filters)
        self._card.body.addWidget(self.list, 1)
        self._frame.content.addWidget(self._card, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def _connect(self) -> None:
        self.list.opened.connect(lambda entry: self.navigate.emit("meeting", entry.id))
        self._which.chosen.connect(lambda _which: self._show_list())
        self._whose.chosen.connect(lambda _whose: self.mark_stale())

    def _show(self, entries: tuple[MeetingEntry, ...]) -> None:
        self._entries = entries
        for which in Which:
            self._which.set_words(which, title_with_count(entries, which))
        self._show_list()
        self._frame.show_content()

    def _show_list(self) -> None:
        which = Which(str(self._which.key()))
        rows = in_list(self._entries, which)
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        if self._nothing is not None:
            self._nothing.hide()
            self._nothing.deleteLater()
            self._nothing = None
        if not rows:
            self._nothing = EmptyState("calendar", EMPTY[which])
            self._card.body.addWidget(self._nothing, 1)

    def _planned(self, meeting_id: MeetingId) -> None:
        self._stale = True
        self.navigate.emit("meeting", meeting_id)

    def _fail(self, error: Exception) -> None:
        self._frame.show_error(self._desk.tasks.explain(error), self.mark_stale)
