"""Aftal møde: what could suit is suggested, the person decides, and the new meeting is opened."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from koordinator.domain.ids import CitizenId, MeetingId, SubjectId
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.appointment import Frame, PlanMeetingDialog
from koordinator.ui.tabs.tab import SubjectView
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.meetings import MeetingSuggestion


class MeetingPlanner:
    """Asks for `page`, and calls `planned` with the new meeting."""

    def __init__(self, desk: Desk, page: QWidget, planned: Callable[[MeetingId], None]) -> None:
        self._desk, self._page, self._planned = desk, page, planned

    def for_citizen(self, citizen_id: CitizenId) -> None:
        """A meeting about the citizen; about the family, where only that has an open course."""
        self._desk.tasks.read(self._page, lambda: self._subject_of(citizen_id), self.for_subject)

    def for_subject(self, view: SubjectView) -> None:
        """A meeting about the citizen or the family."""
        services, actor, subject_id = self._desk.services, self._desk.actor, view.subject_id
        frame = Frame(view.name, view.course_file.today)
        self._desk.tasks.read(
            self._page,
            lambda: services.meetings.suggest(actor, subject_id),
            lambda suggestion: self._ask(subject_id, frame, suggestion),
        )

    def _subject_of(self, citizen_id: CitizenId) -> SubjectView:
        services, actor = self._desk.services, self._desk.actor
        own = SubjectView(citizen=services.citizens.open(actor, citizen_id))
        family = own.citizen.family if own.citizen is not None else None
        if own.course_file.course is not None or family is None:
            return own
        whole = SubjectView(family=services.families.open(actor, family.family.id))
        return whole if whole.course_file.course is not None else own

    def _ask(self, subject_id: SubjectId, frame: Frame, suggestion: MeetingSuggestion) -> None:
        frame = replace(frame, days=suggestion.days)
        plan = PlanMeetingDialog.ask(self._page, frame, suggestion.appointment, suggestion.candidates)
        if plan is not None:
            meetings, actor = self._desk.services.meetings, self._desk.actor
            self._desk.tasks.write(
                self._page,
                lambda: meetings.plan(actor, subject_id, plan.appointment, plan.parties, plan.kind),
                self._tell,
            )

    def _tell(self, file: MeetingFile) -> None:
        self._planned(file.meeting.id)
