"""The page of a citizen or a family: who it is, the one next thing, and the tabs."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from koordinator.domain.access import Action, may
from koordinator.domain.cpr import CprNumber
from koordinator.domain.errors import NotYours
from koordinator.domain.guide import NextStep
from koordinator.domain.guide_kinds import GuideDeed, GuidePage, NextStepKind
from koordinator.domain.ids import CitizenId, FamilyId
from koordinator.texts import guide
from koordinator.texts import subject as texts
from koordinator.texts.access_grants import NAME
from koordinator.ui import heavy
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page import Page
from koordinator.ui.pages.subject.deeds import Deeds
from koordinator.ui.pages.subject.header import SubjectHeader
from koordinator.ui.pages.subject.view_state import COORDINATOR, HAND_OVER, citizen_line, header_of, shows_way
from koordinator.ui.stations import stations_of
from koordinator.ui.tabs.tab import SubjectTab, SubjectView, TabEntry
from koordinator.ui.widgets.guide_band import GuideBand
from koordinator.ui.widgets.layout import column, holder
from koordinator.ui.widgets.scaffold import PageScaffold
from koordinator.ui.widgets.tabs import Tabs
from koordinator.usecases.citizen_file import CitizenFile

_FIRST_TAB: Final = "overview"


class SubjectPage(Page):
    """`shown_id` is the key, or (key, tab) to open a tab, or (key, deed) to do the next thing where a dialog is enough.

    Subclasses read a citizen or a family.
    """

    for_families = False

    def __init__(self, desk: Desk, entries: Sequence[TabEntry]) -> None:
        super().__init__()
        self.desk = desk
        self._view: SubjectView | None = None
        self._deed: GuideDeed | None = None
        self._frame = PageScaffold()
        self._header = SubjectHeader()
        self._band = GuideBand()
        self._tabs = Tabs(texts.ABOUT.format(name=""))
        for entry in entries:
            if entry.for_families or not self.for_families:
                self._tabs.add(entry.key, texts.TAB_TITLES[entry.key], partial(self._made, entry))
        self._keys = tuple(entry.key for entry in entries if entry.for_families or not self.for_families)
        self._lay_out()
        self._connect()

    @override
    def show_for(self, thing_id: object) -> None:
        key, tab = thing_id if isinstance(thing_id, tuple) else (thing_id, "")
        if key != self.shown_id:
            self._view = None
            self._tabs.show_tab(_FIRST_TAB)
        self._deed = GuideDeed(tab) if tab in tuple(GuideDeed) else None
        if tab in self._keys:
            self._tabs.show_tab(tab)
        super().show_for(key)

    @override
    def reload(self) -> None:
        self._frame.show_loading()
        self.desk.tasks.read(self, self.read, self._show, self._fail)

    def read(self) -> SubjectView:
        """Reads the subject; on the database worker."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        self._frame.set_header(holder(column(self._header)))
        self._frame.content.addWidget(self._band)
        self._frame.content.addWidget(self._tabs, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def _connect(self) -> None:
        self._header.cpr_asked.connect(self._show_cpr)
        self._header.acted.connect(self._choose_responsible)
        self._band.acted.connect(self._go_to_next_step)
        self._band.remarked.connect(self._look_at_misfit)
        self._tabs.shown.connect(self._show_in_tab)

    def _made(self, entry: TabEntry) -> SubjectTab:
        tab = entry.make()
        tab.navigate.connect(self.navigate)
        tab.changed.connect(self.mark_stale)
        tab.note_asked.connect(self.note_asked)
        return tab

    def _show(self, view: SubjectView) -> None:
        self._view = view
        self._header.show_view(header_of(view, may_work=may(self.desk.actor, Action.EDIT_CITIZEN)))
        self._show_next(view)
        self._tabs.bar.setAccessibleName(texts.ABOUT.format(name=view.name))
        self._show_in_tab(self._tabs.current())
        self._frame.show_content()
        if self._deed is not None and self._deed is view.course_file.next_step.button.deed:
            # Once the page is on the screen.
            QTimer.singleShot(0, self, self._go_to_next_step)
        self._deed = None

    def _show_next(self, view: SubjectView) -> None:
        step, today = view.course_file.next_step, view.course_file.today
        number = int(view.course_file.step.step) if view.course_file.step is not None else None
        headline = guide.heading(step, view.name)
        may_work = may(self.desk.actor, Action.EDIT_CITIZEN)
        action, why = guide.button(step) if step.waits and may_work else "", guide.sentence(step, view.name)
        self._band.show_next(headline, guide.due(step, today), action, number, why=why)
        misfits = view.course_file.misfits
        if misfits:
            said_already = step.kind is NextStepKind.REASSESS
            may_judge = may(self.desk.actor, Action.LOOK_AT_MISFIT)
            remark = "" if said_already else guide.misfit_remark(misfits)
            self._band.show_remark(remark, guide.LOOKED if may_judge else "")
        self._band.show_way(stations_of(step) if shows_way(view) else ())

    def _show_in_tab(self, key: str) -> None:
        tab = self._tabs.made(key)
        if self._view is not None and isinstance(tab, SubjectTab):
            tab.show_subject(self._view)

    def _go_to_next_step(self) -> None:
        if self._view is None:
            return
        step: NextStep = self._view.course_file.next_step
        if step.button.page is GuidePage.MEETING:
            self.navigate.emit("meeting", step.button.meeting_id)
        elif step.button.page is GuidePage.ASSESSMENT and may(self.desk.actor, Action.ASSESS):
            self.navigate.emit("assessment", step.subject_id)
        elif step.subject_id != self._view.subject_id and self._view.citizen is not None:
            self._go_to_family(self._view.citizen, step)
        elif step.button.deed is not None:
            self._deeds().do(step.button.deed, self._view)
        else:
            self._show_or_begin(step.button.tab.value if step.button.tab is not None else _FIRST_TAB)

    def _show_or_begin(self, tab: str) -> None:
        """Pressed where the tab is in front already, the button must do more than show it."""
        in_front = self._tabs.made(tab) if tab == self._tabs.current() else None
        if isinstance(in_front, SubjectTab):
            in_front.begin()
        else:
            self._tabs.show_tab(tab if tab in self._keys else _FIRST_TAB)

    def _go_to_family(self, file: CitizenFile, step: NextStep) -> None:
        """The family has the next thing, so it is done on the family's page."""
        if file.family is not None:
            tab = step.button.tab.value if step.button.tab is not None else _FIRST_TAB
            self.navigate.emit("family", (file.family.family.id, step.button.deed or tab))

    def _show_cpr(self) -> None:
        if self._view is not None and self._view.citizen is not None:
            file = self._view.citizen
            self.desk.tasks.write(
                self,
                lambda: self.desk.services.citizens.show_cpr(self.desk.actor, file.citizen.id),
                lambda cpr: self._header.show_line(citizen_line(file, CprNumber(cpr))),
            )

    def _choose_responsible(self, key: str) -> None:
        if self._view is None:
            return
        if key == HAND_OVER:
            self._deeds().begin_handover(self._view)
        else:
            deed = GuideDeed.CHOOSE_COORDINATOR if key == COORDINATOR else GuideDeed.CHOOSE_PRIMARY
            self._deeds().do(deed, self._view)

    def _look_at_misfit(self) -> None:
        if self._view is not None:
            self._deeds().look_at_misfit(self._view)

    def _deeds(self) -> Deeds:
        return Deeds(self.desk, self, self.mark_stale)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, NotYours) and may(self.desk.actor, Action.BREAK_GLASS):
            ask = partial(heavy.ask_for_access, self.desk, self)
            self._frame.show_empty("lock", self.desk.tasks.explain(error), NAME, ask)
            return
        self._frame.show_error(self.desk.tasks.explain(error), self.mark_stale)


class CitizenPage(SubjectPage):
    """One citizen."""

    @override
    def read(self) -> SubjectView:
        key = CitizenId(int(str(self.shown_id)))
        return SubjectView(citizen=self.desk.services.citizens.open(self.desk.actor, key))


class FamilyPage(SubjectPage):
    """One family."""

    for_families = True

    @override
    def read(self) -> SubjectView:
        key = FamilyId(int(str(self.shown_id)))
        return SubjectView(family=self.desk.services.families.open(self.desk.actor, key))
