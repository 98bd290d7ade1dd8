"""Opfølgning: every promise and deadline, the most pressing first, settled with one key."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from koordinator.domain.follow_up import DueKind, Urgency
from koordinator.texts import follow_up_page as texts
from koordinator.texts.plan import DUE_KINDS, URGENCIES
from koordinator.texts.ui import with_keys
from koordinator.ui.desk import Desk
from koordinator.ui.due.due_bar import DueBar, below_page
from koordinator.ui.due.due_list import KEYS, DueList
from koordinator.ui.due.opening import open_line
from koordinator.ui.due.rows import Act, DueRow
from koordinator.ui.due.settling import Settling
from koordinator.ui.focus import focus_inside
from koordinator.ui.notify import MessageStrip
from koordinator.ui.override import override
from koordinator.ui.page import Page, Shortcut
from koordinator.ui.pages.follow_up.group_card import GroupCard
from koordinator.ui.pages.follow_up.view_state import Chosen, GroupView, groups_of
from koordinator.ui.tasks import Cancel
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.choices import Choice, FilterChips
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import row
from koordinator.ui.widgets.line_edits import LineEdit
from koordinator.ui.widgets.scaffold import EmptyState, PageScaffold
from koordinator.usecases import follow_up as usecase
from koordinator.usecases.ports_diary import DiaryScope

_DONE_KEYS: Final = "Ctrl+D"
_OPEN_KEYS: Final = "Enter"
_KINDS: Final = tuple((kind, words) for kind, words in DUE_KINDS.items() if kind is not DueKind.MEETING)
_WORDS: Final = {Act.DONE: texts.DONE, Act.NEW_DAY: texts.NEW_DAY, Act.NOT_DONE: texts.NOT_DONE}


class FollowUpPage(Page):
    """A list for each group; the arrow keys go from one to the next, and a bar says what the keys do to the line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._read: usecase.FollowUpPage | None = None
        self._asked: Cancel | None = None
        self._sorted: Cancel | None = None
        self._place = 0
        self.messages = MessageStrip()
        self._settling = Settling(desk, self, self.messages, self.mark_stale)
        self._frame = PageScaffold(texts.TITLE)
        self.whose = FilterChips(((False, texts.MINE), (True, texts.EVERYBODYS)), texts.WHOSE)
        self.kind = Choice(((None, texts.ALL_KINDS), *_KINDS), texts.KIND)
        self.search = LineEdit(texts.FIND, placeholder=texts.FIND)
        self._counted = Label("", Role.SMALL_MUTED)
        self._cards = {urgency: GroupCard(URGENCIES[urgency], self.act) for urgency in Urgency}
        self._nothing: EmptyState | None = None
        self._buttons = {act: Button(with_keys(words, KEYS[act])) for act, words in _WORDS.items()}
        self._open = Button(with_keys(texts.OPEN, _OPEN_KEYS))
        self._bar = DueBar(self._buttons, self._open)
        self._lay_out()
        self._connect()

    @override
    def reload(self) -> None:
        follow_up, actor = self._desk.services.follow_up, self._desk.actor
        scope = DiaryScope() if self.whose.key() else DiaryScope(employee_id=actor.employee_id)
        if self._asked is not None:
            self._asked.request()
        self._frame.show_loading()
        self._asked = self._desk.tasks.read(self, lambda: follow_up.open(actor, scope), self._show, self._fail)

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        return (
            Shortcut(_DONE_KEYS, texts.SHORTCUT_DONE),
            Shortcut(KEYS[Act.DONE], texts.SHORTCUT_DONE),
            Shortcut(KEYS[Act.NEW_DAY], texts.NEW_DAY),
            Shortcut(KEYS[Act.NOT_DONE], texts.NOT_DONE),
            Shortcut("Return", texts.SHORTCUT_OPEN),
        )

    def lists(self) -> tuple[DueList, ...]:
        """The lists with lines in them, from the top."""
        return tuple(card.list for card in self._cards.values() if card.list.rows())

    def current_row(self) -> DueRow | None:
        """The line that the keys are about."""
        return next((line for each in self.lists() if (line := each.current_row()) is not None), None)

    def act(self, line: DueRow, act: Act) -> None:
        """Does it, where it can be done with the line."""
        if self._read is None or not self._settling.can(line, act):
            return
        if act is Act.OPEN or line.item.kind is DueKind.REQUEST:
            open_line(self, self._desk, line)
        elif act is Act.DONE:
            self._settling.done(line.item, self._read.today)
        elif act is Act.NOT_DONE:
            self._settling.not_done(line.item)
        else:
            self._settling.new_day(line.item, self._read.today)

    def _lay_out(self) -> None:
        filters = row(gap=16)
        filters.addWidget(self.whose, 0, Qt.AlignmentFlag.AlignVCenter)
        filters.addWidget(self.kind)
        filters.addWidget(self.search, 1)
        filters.addWidget(self._counted)
        self._frame.content.addLayout(filters)
        for card in self._cards.values():
            self._frame.content.addWidget(card)
        self._frame.content.addStretch(1)
        below_page(self, self.messages, self._frame, self._bar)

    def _connect(self) -> None:
        self.whose.chosen.connect(lambda _all: self.mark_stale())
        self.kind.chosen.connect(lambda _kind: self._sort_out())
        self.search.textChanged.connect(lambda _text: self._sort_out())
        for card in self._cards.values():
            each = card.list
            each.selected.connect(lambda line, each=each: self._chosen(each, line))
            each.keyed.connect(self._act_on_current)
            each.passed.connect(lambda step, each=each: self._go_on(each, step))
        for act, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, act=act: self._act_on_current(act))
        self._open.clicked.connect(lambda: self._act_on_current(Act.OPEN))
        QShortcut(QKeySequence(_DONE_KEYS), self, lambda: self._act_on_current(Act.DONE))

    def _show(self, page: usecase.FollowUpPage) -> None:
        self._read = page
        self._sort_out()

    def _sort_out(self) -> None:
        """Beside the window: everybody's may be very many."""
        page, kind = self._read, self.kind.key()
        if page is None:
            return
        chosen = Chosen(kind if isinstance(kind, DueKind) else None, self.search.text())
        if self._sorted is not None:
            self._sorted.request()
        self._sorted = self._desk.tasks.compute(self, lambda: groups_of(page, chosen), self._show_groups)

    def _show_groups(self, shown: tuple[GroupView, ...]) -> None:
        groups = {group.urgency: group for group in shown}
        had_keyboard = self._has_keyboard()
        for urgency, card in self._cards.items():
            card.show_group(groups.get(urgency))
        count = sum(len(group.rows) for group in shown)
        self._counted.setText(texts.counted(count) if count else "")
        self._show_nothing("" if shown else self._why_nothing())
        if self.current_row() is None:
            self._choose_at(self._place, with_keyboard=had_keyboard)
        if had_keyboard and not shown:
            self.search.setFocus()
        self._show_bar()
        self._frame.show_content()

    def _has_keyboard(self) -> bool:
        """A list has it, or nothing in particular has: the page was only just gone to."""
        focus = focus_inside(self.window())
        return focus is None or focus is self or focus.isAncestorOf(self) or isinstance(focus, DueList)

    def _why_nothing(self) -> str:
        if self._read is not None and self._read.groups:
            return texts.NOTHING_FITS
        return texts.NOTHING if self.whose.key() else texts.NOTHING_MINE

    def _show_nothing(self, sentence: str) -> None:
        if self._nothing is not None:
            self._nothing.hide()
            self._nothing.deleteLater()
            self._nothing = None
        if sentence:
            self._nothing = EmptyState("list-checks", sentence)
            self._frame.content.insertWidget(1, self._nothing)

    def _chosen(self, chosen: DueList, line: DueRow | None) -> None:
        if line is None:
            return
        for each in self.lists():
            if each is not chosen:
                each.choose_nothing()
        self._place = self._place_of(chosen)
        self._show_bar()
        # The list is laid out anew before the line can be scrolled to.
        QTimer.singleShot(0, chosen, lambda: self._bring_into_sight(chosen))

    def _show_bar(self) -> None:
        line = self.current_row()
        if line is not None:
            self._bar.show_line(line, line.what, [act for act in self._buttons if self._settling.can(line, act)])
        else:
            self._bar.hide()

    def _place_of(self, chosen: DueList) -> int:
        """Which line it is, counted from the top of the page."""
        lists = self.lists()
        return sum(len(each.rows()) for each in lists[: lists.index(chosen)]) + chosen.currentIndex().row()

    def _choose_at(self, place: int, *, with_keyboard: bool) -> None:
        """The line at the place, or the last one: after one thing is done the next is at hand."""
        lists = self.lists()
        for each in lists:
            if place < len(each.rows()) or each is lists[-1]:
                number = min(place, len(each.rows()) - 1)
                each.setCurrentIndex(each.model().index(number, 0))
                if with_keyboard:
                    each.setFocus()
                return
            place -= len(each.rows())

    def _go_on(self, left: DueList, step: int) -> None:
        lists = self.lists()
        number = lists.index(left) + step
        if 0 <= number < len(lists):
            lists[number].choose_end(step)
            lists[number].setFocus()

    def _bring_into_sight(self, chosen: DueList) -> None:
        inside = self._frame.widget()
        if inside is not None:
            box = chosen.visualRect(chosen.currentIndex())
            middle = chosen.viewport().mapTo(inside, QPoint(0, box.center().y())).y()
            self._frame.ensureVisible(0, middle, 0, box.height())

    def _act_on_current(self, act: Act) -> None:
        line = self.current_row()
        if line is not None:
            self.act(line, act)

    def _fail(self, error: Exception) -> None:
        self._bar.hide()
        self._frame.show_error(self._desk.tasks.explain(error), self.mark_stale)
