"""Årshjul: the year's follow-ups round a wheel, a month's list beside it, and a whole family's in one visit."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from koordinator.domain.access import Action, roles_for
from koordinator.domain.year_wheel import FIRST_YEAR, LAST_YEAR
from koordinator.texts import year_wheel as words
from koordinator.texts import year_wheel_page as texts
from koordinator.texts.ui import joined, with_keys
from koordinator.ui import theme
from koordinator.ui.desk import Desk
from koordinator.ui.due.due_bar import DueBar, below_page
from koordinator.ui.due.due_list import KEYS
from koordinator.ui.due.opening import open_line
from koordinator.ui.due.rows import Act, DueRow
from koordinator.ui.due.settling import Settling
from koordinator.ui.figure_colours import figure_colours
from koordinator.ui.notify import MessageStrip
from koordinator.ui.override import override
from koordinator.ui.page import Page, Shortcut
from koordinator.ui.pages.year_wheel.gathering import Gathering
from koordinator.ui.pages.year_wheel.month_card import GATHER_KEY, MonthCard
from koordinator.ui.pages.year_wheel.view_state import month_view, spoken_months
from koordinator.ui.pages.year_wheel.wheel_view import WheelView
from koordinator.ui.tasks import Cancel
from koordinator.ui.widgets.buttons import Button, IconButton, Kind
from koordinator.ui.widgets.choices import FilterChips
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import row
from koordinator.ui.widgets.scaffold import PageScaffold
from koordinator.usecases.year_wheel import WheelFile, WheelPage, Whose

_BEFORE_KEYS: Final = "Ctrl+PgUp"
_AFTER_KEYS: Final = "Ctrl+PgDown"
_OPEN_KEYS: Final = "Enter"
_SAVED: Final = {
    WheelFile.PDF: (texts.SAVE_PDF, texts.PDF_FILES),
    WheelFile.LARGE_PDF: (texts.SAVE_PDF, texts.PDF_FILES),
    WheelFile.ICS: (texts.SAVE_ICS, texts.ICS_FILES),
}


class YearWheelPage(Page):
    """The arrows go round the months; Enter goes to the month's list, whose keys are those of Opfølgning."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._year: int | None = None
        self._read: WheelPage | None = None
        self._asked: Cancel | None = None
        self.messages = MessageStrip()
        self._settling = Settling(desk, self, self.messages, self.mark_stale)
        self._gathering = Gathering(desk, self, self.messages, self.mark_stale)
        self._frame = PageScaffold(words.TITLE)
        self.whose = FilterChips(((Whose.MINE, texts.MINE), (Whose.TEAM, texts.TEAM)), texts.WHOSE)
        self.before, self.after = IconButton("chevron-left", texts.BEFORE), IconButton("chevron-right", texts.AFTER)
        self._this_year = Button(texts.THIS_YEAR)
        self._shown_year = Label("", Role.LEAD)
        self.files = {
            WheelFile.PDF: Button(texts.PDF, icon="printer"),
            WheelFile.LARGE_PDF: Button(texts.LARGE_PDF, icon="printer"),
            WheelFile.ICS: Button(texts.ICS, icon="calendar"),
        }
        self.wheel = WheelView()
        self.month = MonthCard()
        self._acts = {
            Act.DONE: Button(with_keys(texts.DONE, KEYS[Act.DONE])),
            Act.NEW_DAY: Button(with_keys(texts.NEW_DAY, KEYS[Act.NEW_DAY])),
            Act.OPEN: Button(with_keys(texts.OPEN, _OPEN_KEYS)),
        }
        self.gather = Button(with_keys(texts.GATHER, GATHER_KEY), Kind.PRIMARY)
        self._bar = DueBar(self._acts, self.gather)
        self._may_move = bool(desk.actor.roles & roles_for(Action.GATHER_FOLLOW_UP))
        self._lay_out()
        self._connect()

    @override
    def reload(self) -> None:
        wheels, actor, year, whose = self._desk.services.year_wheels, self._desk.actor, self._year, self._whose()
        if self._asked is not None:
            self._asked.request()
        self._frame.show_loading()
        self._asked = self._desk.tasks.read(self, lambda: wheels.open(actor, year, whose), self._show, self._fail)

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        return (
            Shortcut("Right", texts.SHORTCUT_MONTHS),
            Shortcut("Return", texts.SHORTCUT_LIST),
            Shortcut(_BEFORE_KEYS, texts.SHORTCUT_BEFORE),
            Shortcut(_AFTER_KEYS, texts.SHORTCUT_AFTER),
            Shortcut(KEYS[Act.DONE], texts.SHORTCUT_DONE),
            Shortcut(KEYS[Act.NEW_DAY], texts.NEW_DAY),
            Shortcut(GATHER_KEY, texts.SHORTCUT_GATHER),
        )

    def turn(self, years: int) -> None:
        """Goes some years on, or back; the wheel stops at its ends."""
        if self._read is not None:
            self._turn_to(min(max(self._read.wheel.year + years, FIRST_YEAR), LAST_YEAR))

    def act(self, line: DueRow, act: Act) -> None:
        """Does it, where it can be done with the line."""
        if self._read is None or not self._can(line, act):
            return
        if act is Act.DONE:
            self._settling.done(line.item, self._read.today)
        elif act is Act.NEW_DAY:
            self._settling.new_day(line.item, self._read.today)
        elif act is Act.OPEN:
            open_line(self, self._desk, line)

    def gather_current(self) -> None:
        """Proposes one visit for the family that the chosen line is about."""
        line = self.month.list.current_row()
        if line is not None and self._may_move:
            self._gathering.propose(line)

    def _lay_out(self) -> None:
        years = row(self.before, self._shown_year, self.after, self._this_year, gap=6)
        head = row(gap=16)
        head.addLayout(years)
        head.addWidget(self.whose, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        for button in self.files.values():
            head.addWidget(button)
        self._frame.content.addLayout(head)
        self.whose.setVisible(bool(self._desk.actor.roles & roles_for(Action.OPEN_TEAM_YEAR_WHEEL)))
        both = row(self.wheel, self.month, gap=20)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self._frame.content.addLayout(both, 1)
        below_page(self, self.messages, self._frame, self._bar)
        self.begins_at = self.wheel

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self._this_year.clicked.connect(lambda: self._turn_to(None))
        self.whose.chosen.connect(lambda _whose: self.mark_stale())
        for kind, file in self.files.items():
            file.clicked.connect(lambda _on=False, kind=kind: self._ask_file(kind))
        self.wheel.chosen.connect(self._choose_month)
        self.wheel.opened.connect(self._go_to_list)
        self.wheel.turned.connect(self.turn)
        self.month.left.connect(self.wheel.setFocus)
        self.month.gathered.connect(self.gather_current)
        self.month.list.selected.connect(lambda _line: self._show_bar())
        self.month.list.keyed.connect(self._act_on_current)
        for act, button in self._acts.items():
            button.clicked.connect(lambda _on=False, act=act: self._act_on_current(act))
        self.gather.clicked.connect(self.gather_current)
        QShortcut(QKeySequence(_BEFORE_KEYS), self, lambda: self.turn(-1))
        QShortcut(QKeySequence(_AFTER_KEYS), self, lambda: self.turn(1))
        theme.active().changed.connect(self._draw)

    def _whose(self) -> Whose:
        return Whose(str(self.whose.key()))

    def _turn_to(self, year: int | None) -> None:
        self._year = year
        self.mark_stale()

    def _show(self, page: WheelPage) -> None:
        is_first = self._read is None
        self._read = page
        self._shown_year.setText(str(page.wheel.year))
        self.before.setEnabled(page.wheel.year > FIRST_YEAR)
        self.after.setEnabled(page.wheel.year < LAST_YEAR)
        self._this_year.setVisible(page.wheel.year != page.today.year)
        self._draw()
        self._choose_month(page.today.month if is_first else self.wheel.month())
        self._frame.show_content()

    def _draw(self) -> None:
        """Beside the window, in the colours of the look in force."""
        page = self._read
        if page is not None:
            wheels, colours = self._desk.services.year_wheels, figure_colours(theme.active().tokens)
            self._desk.tasks.compute(self, lambda: wheels.picture(page.sheet, colours), self.wheel.show_picture)

    def _choose_month(self, month: int) -> None:
        if self._read is not None:
            had_keyboard = self.month.list.hasFocus()
            self.wheel.show_month(month, spoken_months(self._read))
            self.month.show_month(month_view(self._read, month))
            if had_keyboard and not self.month.list.rows():
                self.wheel.setFocus()
            self._show_bar()

    def _go_to_list(self) -> None:
        if self.month.list.rows():
            self.month.list.setFocus()

    def _show_bar(self) -> None:
        line = self.month.list.current_row()
        if line is not None:
            can = [act for act in self._acts if self._can(line, act)]
            self._bar.show_line(line, joined((line.what, line.detail)), can)
            self.gather.setVisible(self._may_move)
        else:
            self._bar.hide()

    def _can(self, line: DueRow, act: Act) -> bool:
        return line.can(act) and (act is not Act.NEW_DAY or self._may_move)

    def _act_on_current(self, act: Act) -> None:
        line = self.month.list.current_row()
        if line is not None:
            self.act(line, act)

    def _ask_file(self, kind: WheelFile) -> None:
        if self._read is None:
            return
        title, kinds = _SAVED[kind]
        year, ending = self._read.wheel.year, kind.ending
        chosen, _ = QFileDialog.getSaveFileName(self, title, f"{words.file_name(year)}{ending}", kinds)
        if chosen:
            path = Path(chosen)
            self._save(path if path.suffix.lower() == ending else path.with_name(path.name + ending), year, kind)

    def _save(self, path: Path, year: int, kind: WheelFile) -> None:
        services, actor, whose = self._desk.services, self._desk.actor, self._whose()

        def make() -> None:
            _, made = services.year_wheels.file(actor, year, whose, kind)
            services.paper_files.write(path, made.content)

        self._desk.tasks.read(self, make, lambda _none: self.messages.done(texts.saved_as(path.name)))

    def _fail(self, error: Exception) -> None:
        self._bar.hide()
        self._frame.show_error(self._desk.tasks.explain(error), self.mark_stale)
