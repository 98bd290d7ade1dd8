"""Møde: one meeting, in the mode its status asks for - prepared, held, or read afterwards."""

from collections.abc import Sequence

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from koordinator.domain.ids import MeetingId
from koordinator.domain.meeting import MeetingStatus
from koordinator.ui.desk import Desk
from koordinator.ui.focus import focus_inside
from koordinator.ui.override import override
from koordinator.ui.page import Page, Shortcut
from koordinator.ui.pages.meeting.held import HeldView
from koordinator.ui.pages.meeting.prepare import PrepareView
from koordinator.ui.pages.meeting.room import RoomView
from koordinator.ui.pages.meeting.work import Opened, Work
from koordinator.ui.widgets.scaffold import PageScaffold


class MeetingPage(Page):
    """`shown_id` is the meeting's key. While it runs the room has the whole window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.work = Work(desk, self)
        self._blank = PageScaffold()
        self.prepare = PrepareView(self.work)
        self.room = RoomView(self.work)
        self.held = HeldView(self.work)
        self._stack = QStackedWidget()
        for view in (self._blank, self.prepare, self.room, self.held):
            self._stack.addWidget(view)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._connect()

    @override
    def show_for(self, thing_id: object) -> None:
        if thing_id != self.shown_id:
            self.work.forget()
            self._front(self._blank)
        super().show_for(thing_id)

    @override
    def reload(self) -> None:
        meeting_id = MeetingId(int(str(self.shown_id)))
        self._blank.show_loading()
        self._desk.tasks.read(self, lambda: self.work.read(meeting_id), self._begin, self._fail)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """A line that had the keyboard and is built anew leaves it here, where the room's keys are not heard."""
        super().focusInEvent(event)
        if self._stack.currentWidget() is self.room:
            self.room.take_keyboard()

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        if self._stack.currentWidget() is self.room:
            return self.room.shortcuts()
        if self._stack.currentWidget() is self.prepare:
            return self.prepare.shortcuts()
        return ()

    def _connect(self) -> None:
        self.work.changed.connect(self._show)
        self.work.stale.connect(self.mark_stale)
        for view in (self.prepare, self.held):
            view.subject_asked.connect(lambda: self._go_to_subject("meetings"))
        self.prepare.consent_asked.connect(self._go_to_consent)
        self.held.plan_asked.connect(lambda: self._go_to_subject("plan"))
        self.room.left.connect(lambda: self._go_to_subject("meetings"))

    def _begin(self, opened: Opened) -> None:
        if opened.file.meeting.id == self.shown_id:
            self.work.begin(opened)

    def _show(self) -> None:
        status = self.work.file.meeting.status
        if status is MeetingStatus.RUNNING:
            self.room.show_file()
            self._front(self.room)
        elif status.is_ahead:
            self.prepare.show_file()
            self._front(self.prepare)
        else:
            self.held.show_file()
            self._front(self.held)

    def _front(self, view: QWidget) -> None:
        if self._stack.currentWidget() is view:
            return
        had_focus = self.isVisible() and (focus_inside(self) is not None or self.hasFocus())
        self._stack.setCurrentWidget(view)
        self.fills_window = view is self.room
        self.filling.emit()
        if view is self.room and (had_focus or self.isVisible()):
            self.room.take_keyboard()

    def _go_to_subject(self, tab: str) -> None:
        people = self.work.file.people
        if people.family_id is not None:
            self.navigate.emit("family", (people.family_id, tab))
        else:
            self.navigate.emit("citizen", (people.citizens[0].id, tab))

    def _go_to_consent(self) -> None:
        """Consent is each citizen's own, also in a family."""
        people = self.work.file.people
        grown = [citizen.id for citizen in people.citizens if citizen.id not in people.children]
        self.navigate.emit("citizen", ((grown or people.citizen_ids)[0], "consent"))

    def _fail(self, error: Exception) -> None:
        """A meeting that is on the screen stays there."""
        if self.work.is_open:
            self._desk.tasks.failed.emit(self._desk.tasks.explain(error))
            return
        self._front(self._blank)
        self._blank.show_error(self._desk.tasks.explain(error), self.mark_stale)
