"""The next things for which one dialog on the citizen's or the family's page is enough."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from koordinator.domain.guide_kinds import GuideDeed
from koordinator.domain.limits import PARAGRAPH
from koordinator.domain.takeover import most_pressing
from koordinator.texts import guide as texts
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.pages.subject.responsible_dialogs import Responsibles
from koordinator.ui.tabs.dialogs.end_course import end_course
from koordinator.ui.tabs.dialogs.takeover import change_takeover
from koordinator.ui.tabs.handing_over import HandingOver
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.widgets.fields import NoteField
from koordinator.ui.widgets.form import FormDialog


class Deeds:
    """Asks, saves, and tells the page."""

    def __init__(self, desk: Desk, page: QWidget, saved: Callable[[], None]) -> None:
        self._desk, self._page, self._saved = desk, page, saved

    def do(self, deed: GuideDeed, view: SubjectView) -> None:
        """Opens the dialog of the deed."""
        responsibles = Responsibles(self._desk, self._page, self._saved)
        if deed is GuideDeed.CHOOSE_COORDINATOR:
            responsibles.choose_coordinator(view)
        elif deed is GuideDeed.CHOOSE_PRIMARY and view.citizen is not None:
            responsibles.choose_primary(view.citizen)
        elif deed is GuideDeed.TAKE_OVER:
            self._see_takeover(view)
        elif deed is GuideDeed.HAND_OVER and view.course_file.handover is not None:
            self._handing_over().read(view.course_file.handover, view.name)
        elif deed is GuideDeed.END_COURSE:
            end_course(self._desk, self._page, view, self._saved)

    def begin_handover(self, view: SubjectView) -> None:
        """The coordinator hands over, with a checklist."""
        coordinator = view.course_file.coordinator
        if coordinator is not None:
            self._handing_over().begin(view.subject_id, view.name, coordinator.employee_id)

    def look_at_misfit(self, view: SubjectView) -> None:
        """What speaks for another step was looked at; the reason why it stands is kept."""
        watch, actor, subject_id = self._desk.services.misfit_watch, self._desk.actor, view.subject_id
        signs = texts.signs(view.course_file.misfits)
        ask_until_saved(
            self._desk.tasks,
            self._page,
            "",
            lambda start: LookDialog.ask(self._page, signs, start),
            lambda reason: watch.looked(actor, subject_id, reason),
            lambda _look: self._saved(),
        )

    def _handing_over(self) -> HandingOver:
        return HandingOver(self._desk, self._page, self._saved)

    def _see_takeover(self, view: SubjectView) -> None:
        line = most_pressing(view.course_file.checklist, view.course_file.today)
        if line is not None:
            change_takeover(self._desk, self._page, line, view.course_file.today, self._saved)


class LookDialog(FormDialog):
    """Why no reassessment is needed, or None."""

    @classmethod
    def ask(cls, parent: QWidget, signs: str, start: str = "") -> str | None:
        """The reason, when it was given."""
        intro = texts.LOOK_INTRO.format(signs=signs)
        dialog = cls(parent, texts.LOOK_HEADING, intro=intro, save=texts.LOOKED)
        reason = dialog.form.add(NoteField(texts.LOOK_REASON, start, limit=PARAGRAPH, required=True))
        return reason.value() if dialog.run() else None
