"""Borgere og familier: find the one to work on, bring new ones in."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from koordinator.domain.access import Action, may
from koordinator.domain.citizen import Citizen
from koordinator.domain.citizen_list import CitizenFilter, StepFilter
from koordinator.domain.ids import CitizenId, SubjectId
from koordinator.texts import citizens as texts
from koordinator.texts.access_grants import NAME
from koordinator.texts.handover import OPEN_PAGE as HAND_OVER
from koordinator.texts.portfolio import OPEN as ALL_PLANS
from koordinator.ui import heavy
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page import Page, Shortcut
from koordinator.ui.pages.citizens.view_state import CitizenRow, CitizensView, view_of
from koordinator.ui.tabs.dialogs.citizen import CitizenDialog
from koordinator.ui.tasks import Cancel
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import FilterChips
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.ui.widgets.scaffold import PageScaffold
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look

_IMPORT_KEYS = "Ctrl+I"
_NEW_KEYS = "Ctrl+N"


class Whose(StrEnum):
    """Whom the list shows."""

    MINE = "mine"
    ALL = "all"


class CitizensPage(Page):
    """Everybody whose next step is mine, or everybody there is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked: Cancel | None = None
        self._is_first_look = True
        self._frame = PageScaffold(texts.TITLE)
        self._whose = FilterChips(((Whose.MINE, texts.MINE), (Whose.ALL, texts.ALL)), texts.WHOSE)
        self._step = FilterChips(tuple(texts.STEP_FILTERS.items()), texts.BY_STEP)
        self._counted = Label("", Role.SMALL_MUTED)
        self._list: DataList[CitizenRow] = DataList(
            texts.LIST, _columns(), lambda line: (line.page, line.thing_id), empty=texts.NOBODY_FITS
        )
        self._hand_over = Button(HAND_OVER)
        self._all_plans = Button(ALL_PLANS)
        self._for_a_need = Button(NAME)
        self._may_make, self._may_import = may(desk.actor, Action.EDIT_CITIZEN), may(desk.actor, Action.IMPORT_LIST)
        self._new = Button(texts.NEW_CITIZEN, icon="user-plus")
        self._import = Button(texts.IMPORT, Kind.PRIMARY, icon="upload")
        self._lay_out()
        self._connect()

    @override
    def reload(self) -> None:
        chosen = self._chosen()
        if self._asked is not None:
            self._asked.request()
        self._frame.show_loading()
        self._asked = self._desk.tasks.read(
            self,
            lambda: view_of(self._desk.services.citizen_list.lines(self._desk.actor, chosen)),
            lambda view: self._show(chosen, view),
            lambda error: self._frame.show_error(self._desk.tasks.explain(error), self.mark_stale),
        )

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        new = (Shortcut(_NEW_KEYS, texts.SHORTCUT_NEW),) if self._may_make else ()
        return (*new, Shortcut(_IMPORT_KEYS, texts.SHORTCUT_IMPORT)) if self._may_import else new

    def rows(self) -> Sequence[CitizenRow]:
        """What is shown now, in its order."""
        return self._list.rows()

    def _lay_out(self) -> None:
        if may(self._desk.actor, Action.HAND_OVER):
            self._frame.add_action(self._hand_over)
        if may(self._desk.actor, Action.MAKE_PAPER):
            self._frame.add_action(self._all_plans)
        if may(self._desk.actor, Action.BREAK_GLASS) and not self._desk.actor.sees_all:
            self._frame.add_action(self._for_a_need)
        if self._may_make:
            self._frame.add_action(self._new)
        if self._may_import:
            self._frame.add_action(self._import)
        card = Card(fills=True)
        filters = row(self._whose, self._step, STRETCH, self._counted, gap=20)
        filters.setStretch(1, 1)
        card.body.addLayout(filters)
        card.body.addWidget(self._list, 1)
        self._frame.content.addWidget(card, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self.begins_at = self._list

    def _connect(self) -> None:
        self._whose.chosen.connect(lambda _mine: self.mark_stale())
        self._step.chosen.connect(lambda _step: self.mark_stale())
        self._list.opened.connect(lambda line: self.navigate.emit(line.page, line.thing_id))
        self._hand_over.clicked.connect(lambda: self.navigate.emit("handover", None))
        self._all_plans.clicked.connect(lambda: heavy.portfolio().open_for(self, self._desk))
        self._import.clicked.connect(self._open_import)
        self._new.clicked.connect(lambda: self._create(_nobody()))
        self._for_a_need.clicked.connect(lambda: heavy.ask_for_access(self._desk, self))
        if self._may_import:
            QShortcut(QKeySequence(_IMPORT_KEYS), self, self._open_import)
        if self._may_make:
            QShortcut(QKeySequence(_NEW_KEYS), self, lambda: self._create(_nobody()))

    def _chosen(self) -> CitizenFilter:
        step = self._step.key()
        is_mine = self._whose.key() is Whose.MINE
        return CitizenFilter(mine=is_mine, step=step if isinstance(step, StepFilter) else StepFilter.ANY)

    def _show(self, chosen: CitizenFilter, view: CitizensView) -> None:
        if not view.rows and chosen.mine and self._is_first_look:
            # Who has nobody of their own yet is shown everybody.
            self._is_first_look = False
            self._whose.choose(Whose.ALL)
            return
        self._is_first_look = False
        self._counted.setText(view.counted)
        self._list.set_rows(view.rows)
        is_empty = not view.rows and chosen == CitizenFilter()
        if self._may_import:
            self._import.setVisible(not is_empty)
        if is_empty:
            self._show_nobody()
        else:
            self._frame.show_content()

    def _show_nobody(self) -> None:
        if self._may_import:
            self._frame.show_empty("users", texts.NOBODY_YET, texts.IMPORT, self._open_import)
        else:
            self._frame.show_empty("users", texts.NOBODY_OF_YOURS)

    def _open_import(self) -> None:
        self.navigate.emit("import_list", None)

    def _create(self, citizen: Citizen) -> None:
        """A citizen who is refused comes back in the form, so the page itself never holds anything unsaved."""
        filled = CitizenDialog.edit(self, citizen)
        if filled is not None:
            self._desk.tasks.run_long(
                self,
                lambda _job: self._desk.services.citizens.save(self._desk.actor, filled),
                lambda saved: self.navigate.emit("citizen", saved.id),
                lambda _done, _total: None,
                lambda error: QTimer.singleShot(0, lambda: self._create_again(filled, error)),
            )

    def _create_again(self, citizen: Citizen, error: Exception) -> None:
        Question.message(self, texts.NOT_CREATED, self._desk.tasks.explain(error))
        self._create(citizen)


def _nobody() -> Citizen:
    return Citizen(CitizenId(0), "", SubjectId(0), "", "")


def _columns() -> tuple[Column[CitizenRow], ...]:
    return (
        Column(
            texts.NAME,
            lambda line: line.name,
            240,
            Look.STRONG,
            detail=lambda line: line.detail,
            order=lambda line: line.name_order,
            least=170,
        ),
        Column(
            texts.STEP,
            lambda line: line.standing,
            130,
            badge=lambda line: line.tone,
            order=lambda line: line.standing_order,
        ),
        Column(
            texts.NEXT_STEP,
            lambda line: line.next_heading,
            detail=lambda line: line.next_sentence,
            order=lambda line: line.next_order,
            least=380,
        ),
        Column(
            texts.COORDINATOR, lambda line: line.coordinator, 205, Look.MUTED, order=lambda line: line.coordinator_order
        ),
    )
