"""The tab Plan: own words first, goals with their progress, agreements; versions and papers at the side."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from koordinator.domain.access import Action, may
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.steps import Step
from koordinator.texts import formats
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.ui.desk import Desk
from koordinator.ui.in_pieces import InPieces
from koordinator.ui.only_to_read import only_to_read
from koordinator.ui.override import override
from koordinator.ui.tabs.plan_around import PlanContacts, PlanEfforts, PlanOthers
from koordinator.ui.tabs.plan_goals import PlanGoals
from koordinator.ui.tabs.plan_kept import PlanKept, PlanNext
from koordinator.ui.tabs.plan_members import PlanMembers
from koordinator.ui.tabs.plan_promises import PlanPromises
from koordinator.ui.tabs.plan_versions import PlanVersions
from koordinator.ui.tabs.plan_views import PlanThemes, PlanViews
from koordinator.ui.tabs.plan_words import PlanWords, plans_words
from koordinator.ui.tabs.register_forms import RegisterForms
from koordinator.ui.tabs.tab import SubjectTab, SubjectView
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, clear, column, holder, row
from koordinator.ui.widgets.scaffold import EmptyState
from koordinator.usecases.plan_file import PlanFile

_IN_SIGHT: Final = 2
"""The parts that are seen before somebody scrolls; the first time, when the others hold nothing yet, they wait."""


class PlanTab(SubjectTab):
    """Reads the plan when it is looked at. Below trin 2 there is none, and the tab says why."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: SubjectView | None = None
        forms = RegisterForms(desk, self, self.changed)
        self._forms = forms
        self._common = Label(role=Role.LEAD)
        self._words: PlanWords[JointPlan] = PlanWords(desk, self._show, plans_words(desk))
        self._members = PlanMembers(desk, self._show)
        self._parts = (
            PlanViews(desk, self._show),
            PlanGoals(desk, self._show),
            PlanThemes(desk, self._show),
            self._members,
            PlanEfforts(desk, self._show, forms),
            PlanPromises(desk, self._show_saved),
            PlanContacts(),
            PlanOthers(desk, self._show, forms),
        )
        self._side = PlanVersions(desk, self._show_saved)
        self._beside = (PlanNext(desk, self._show_saved), PlanKept())
        self._is_fresh = self._has_shown = False
        self._later = InPieces(self, a_turn=1)
        self._may_edit = may(desk.actor, Action.EDIT_PLAN)
        self._empty = EmptyState("target", texts.BEGIN, tab_texts.BEGIN if self._may_edit else "", self._begin)
        self._why = column(gap=0)
        self._none = holder(self._why)
        both = row(gap=20)
        both.addLayout(column(self._common, self._words, *self._parts, STRETCH, gap=16), 7)
        both.addLayout(column(self._beside[0], self._side, self._beside[1], STRETCH, gap=16), 4)
        self._plan = holder(both)
        both.setContentsMargins(0, 0, 0, 0)
        outer = column(self._empty, self._none, self._plan, gap=0)
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)
        self._none.hide()
        self._empty.hide()
        self._plan.hide()

    @override
    def show_subject(self, view: SubjectView) -> None:
        if self._view is not None and self._view.subject_id != view.subject_id:
            self._plan.hide()
            self._is_fresh = False
        self._view = view
        if self._is_fresh:
            self._is_fresh = False
            return
        plans, actor = self._desk.services.plans, self._desk.actor
        self._desk.tasks.read(self, lambda: plans.open(actor, view.subject_id), self._show)

    def _show(self, file: PlanFile) -> None:
        if self._view is None or file.people.subject_id != self._view.subject_id:
            return
        can_begin = has_joint_plan(self._view)
        self._empty.setVisible(file.plan is None and can_begin)
        self._none.setVisible(file.plan is None and not can_begin)
        clear(self._why)
        self._why.addWidget(EmptyState("target", why_no_plan(self._view)))
        self._plan.setVisible(file.plan is not None)
        if file.plan is None:
            return
        self._common.setText(tab_texts.COMMON_PART.format(family=formats.spoken_name(file.people.name)))
        self._common.setVisible(file.people.is_family)
        self._forms.about([(each.id, each.name) for each in file.people.citizens], file.today)
        self._words.show_form(file.plan)
        if not self._may_edit:
            only_to_read(self._words)
        parts = (*self._parts, *self._beside, self._side)
        shows = (partial(self._show_part, part, partial(part.show_file, file)) for part in parts)
        self._later.begin(shows, at_once=len(parts) if self._has_shown else _IN_SIGHT)
        self._has_shown = True

    def _show_part(self, part: QWidget, show: Callable[[], None]) -> None:
        """Who may only look still settles what is theirs to do, and opens papers."""
        show()
        if not self._may_edit and not isinstance(part, PlanPromises | PlanVersions):
            only_to_read(part)

    def _begin(self) -> None:
        if self._view is not None:
            plans, actor, key = self._desk.services.plans, self._desk.actor, self._view.subject_id
            self._desk.tasks.write(self, lambda: plans.begin(actor, key), self._show)

    def _show_saved(self, file: PlanFile) -> None:
        """Shows the plan as it was saved; the page reads the subject's next thing, and the plan not once more."""
        self._show(file)
        self._is_fresh = self.isVisible()
        self.changed.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._is_fresh = False


def has_joint_plan(view: SubjectView) -> bool:
    """A joint plan belongs to an open course on trin 2 or 3."""
    course, step = view.course_file.course, view.course_file.step
    return course is not None and step is not None and Step(step.step).has_joint_plan


def why_no_plan(view: SubjectView) -> str:
    """The plan is the family's, or the step has none."""
    family = view.course_file.next_step.of_family
    return tab_texts.FAMILYS_PLAN.format(family=family) if family else tab_texts.NO_PLAN
