"""A course that ran before the program was taken into use: its step, since when, and who coordinates."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from koordinator.domain.course_rules import CourseUnderWay
from koordinator.domain.ids import EmployeeId
from koordinator.domain.steps import Step
from koordinator.texts import subject as texts
from koordinator.texts.assessment import step_name
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.choices import Pick, or_none
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.widgets.fields import DateField
from koordinator.ui.widgets.form import FormDialog
from koordinator.usecases.organisation import OrganisationView

_STEPS: Final = (Step.ALIGNMENT, Step.MEETINGS, Step.ONE_CASEWORK)

Colleagues = Sequence[tuple[EmployeeId, str]]


class CourseUnderWayDialog(FormDialog):
    """Gives the course, or None. Who coordinates is asked from trin 2 on."""

    def __init__(
        self, parent: QWidget, name: str, colleagues: Colleagues, today: date, start: CourseUnderWay | None
    ) -> None:
        super().__init__(
            parent, texts.UNDER_WAY, intro=texts.UNDER_WAY_INTRO.format(name=name), save=texts.UNDER_WAY_SAVE
        )
        steps = or_none(tuple((step, step_name(step)) for step in _STEPS))
        self._step: Pick[Step | None] = self.form.add(
            Pick(texts.UNDER_WAY_STEP, steps, start.step if start else None, required=True)
        )
        self._from = self.form.add(
            DateField(texts.UNDER_WAY_FROM, lambda: today, start.from_on if start else None, required=True)
        )
        self._from.set_bounds(latest=today)
        self._coordinator: Pick[EmployeeId | None] = self.form.add(
            Pick(texts.UNDER_WAY_COORDINATOR, or_none(colleagues), start.coordinator_id if start else None)
        )
        self._coordinator.show_hint(texts.UNDER_WAY_HINT)
        self._step.changed.connect(self._ask_for_coordinator)
        self._ask_for_coordinator()

    @classmethod
    def ask(
        cls, parent: QWidget, name: str, colleagues: Colleagues, today: date, start: CourseUnderWay | None
    ) -> CourseUnderWay | None:
        """The course as it was filled in."""
        dialog = cls(parent, name, colleagues, today, start)
        return dialog.course() if dialog.run() else None

    def course(self) -> CourseUnderWay | None:
        """As the fields say now; None while something is missing."""
        step, from_on = self._step.key, self._from.value()
        if step is None or from_on is None:
            return None
        return CourseUnderWay(step, from_on, self._coordinator.key if step.has_joint_plan else None)

    def _ask_for_coordinator(self) -> None:
        step = self._step.key
        self._coordinator.setVisible(step is not None and step.has_joint_plan)
        self.fit()


def take_over_course(desk: Desk, owner: QWidget, view: SubjectView, saved: Callable[[], None]) -> None:
    """Asks how the subject's course stands, notes it, and goes on to `saved`."""
    services, actor, today = desk.services, desk.actor, view.course_file.today

    def ask(known: OrganisationView) -> None:
        colleagues = tuple((row.employee.id, row.employee.name) for row in known.colleagues if row.has_authority)
        ask_until_saved(
            desk.tasks,
            owner,
            None,
            lambda start: CourseUnderWayDialog.ask(owner, view.name, colleagues, today, start),
            lambda course: services.courses.take_over(actor, view.subject_id, course),
            lambda _period: saved(),
        )

    desk.tasks.read(owner, lambda: services.organisation.view(actor), ask)
