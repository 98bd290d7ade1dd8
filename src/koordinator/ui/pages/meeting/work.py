"""The meeting as it stands on the screen, on its way into the store act by act, with what is being typed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import QDateTime, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from koordinator.domain.access import Actor
from koordinator.domain.errors import EnvironmentFault
from koordinator.domain.ids import MeetingId
from koordinator.domain.meeting import MeetingStatus
from koordinator.domain.minutes_content import MinutesContent, read_minutes
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.ui.desk import Desk
from koordinator.ui.pages.meeting.drafts import Drafts
from koordinator.usecases.meeting_file import MeetingFile
from koordinator.usecases.papers import PaperList

_OVER: Final = (MeetingStatus.HELD, MeetingStatus.CANCELLED)

Act = Callable[[], MeetingFile]


@dataclass(frozen=True, slots=True)
class Opened:
    """What was read: the meeting, its subject's papers and its newest minutes once it is held, and what was typed
    without being saved.
    """

    file: MeetingFile
    papers: PaperList
    minutes: MinutesContent | None = None
    drafts: dict[str, str] = field(default_factory=dict)


def _newest(file: MeetingFile) -> MinutesContent | None:
    return read_minutes(file.minutes[-1]) if file.minutes else None


class Work(QObject):
    """`changed` when the meeting is another, `saved` with the moment, `stale` when it has to be read again."""

    changed = Signal()
    saved = Signal(object)
    stale = Signal()
    elsewhere = Signal()
    """What is shown now was written in another window."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        super().__init__(owner)
        self.desk = desk
        self._owner = owner
        self._opened: Opened | None = None
        self.drafts = Drafts(desk, owner, lambda draft: self.saved.emit(draft.saved_at))
        self._read_at_ms = 0
        self._is_looking = False

    @property
    def file(self) -> MeetingFile:
        """What is shown; there is none before `begin`."""
        return self.opened.file

    @property
    def opened(self) -> Opened:
        """What was read last."""
        if self._opened is None:
            raise LookupError("nothing has been opened")
        return self._opened

    @property
    def is_open(self) -> bool:
        return self._opened is not None

    def order(self, kind: PaperKind) -> PaperOrder:
        """A paper of the meeting, or of whom it is about, as the citizen gets it."""
        meeting = self.file.meeting
        return PaperOrder(kind, meeting.subject_id, meeting_id=meeting.id)

    @property
    def actor(self) -> Actor:
        """Who sits here."""
        return self.desk.actor

    def now(self) -> datetime:
        """The moment, as far as the store's clock has told; a machine that has slept has gone on all the same."""
        since = QDateTime.currentMSecsSinceEpoch() - self._read_at_ms
        return self.file.now + timedelta(milliseconds=max(0, since))

    def read(self, meeting_id: MeetingId) -> Opened:
        """On the database worker. Raises SnapshotDamaged or SnapshotTooNew when the minutes cannot be read."""
        services = self.desk.services
        file = services.meetings.open(self.actor, meeting_id)
        papers = PaperList((), ())
        if file.meeting.status in _OVER:
            papers = services.papers.of_subject(self.actor, file.meeting.subject_id)
        return Opened(file, papers, _newest(file), self.drafts.read(meeting_id))

    def begin(self, opened: Opened) -> None:
        """Shows what was read."""
        self.drafts.begin(opened.file.meeting.id, opened.drafts)
        self._show(opened)

    def forget(self) -> None:
        """Another meeting is on its way; what is being typed in this one is kept first."""
        if self._opened is not None:
            self.drafts.leave()
        self._opened = None

    def act(self, act: Act, failed: Callable[[], None] | None = None, again: Callable[[], None] | None = None) -> None:
        """Saves, and shows the meeting as it then stands.

        `failed` puts back what was typed, `again` asks once more when the meeting is shown as it has become meanwhile.
        """
        self.desk.tasks.write(self._owner, act, self._took, lambda error: self._refuse(error, failed, again))

    def write(self, work: Callable[[], object]) -> None:
        """Saves what is no part of the meeting itself, and reads the meeting again."""
        self.desk.tasks.write(self._owner, work, lambda _result: self.stale.emit(), self._refuse)

    def look_again(self) -> None:
        """Shows what another window or program has written meanwhile; what is here already is left alone."""
        if self._is_looking:
            return
        self._is_looking = True
        meetings, meeting_id = self.desk.services.meetings, self.file.meeting.id
        self.desk.tasks.read(
            self._owner, lambda: meetings.look_again(self.actor, meeting_id), self._took_from_elsewhere, self._not_read
        )

    def take(self, file: MeetingFile) -> None:
        """Shows the meeting as another use case left it."""
        self._took(file)

    def _took(self, file: MeetingFile) -> None:
        before = self._opened
        if before is None or before.file.meeting.id != file.meeting.id:
            return
        self._take(before, file)
        self.saved.emit(file.now)

    def _take(self, before: Opened, file: MeetingFile) -> None:
        self._show(Opened(file, before.papers, _newest(file)))
        if file.meeting.status in _OVER and before.file.meeting.status not in _OVER:
            self.stale.emit()

    def _show(self, opened: Opened) -> None:
        self._opened = opened
        self._read_at_ms = QDateTime.currentMSecsSinceEpoch()
        self.changed.emit()

    def _took_from_elsewhere(self, file: MeetingFile) -> None:
        self._is_looking = False
        before = self._opened
        if before is not None and before.file.meeting.id == file.meeting.id and before.file != file:
            self._take(before, file)
            self.elsewhere.emit()

    def _not_read(self, _error: Exception) -> None:
        """It is looked at again in a while, and what is here still stands."""
        self._is_looking = False

    def _refuse(
        self, error: Exception, failed: Callable[[], None] | None = None, again: Callable[[], None] | None = None
    ) -> None:
        """Where the machine cannot take it now, the meeting stays as it is shown; else it has become another."""
        if failed is not None:
            failed()
        self.desk.tasks.failed.emit(self.desk.tasks.explain(error))
        if again is not None:
            QTimer.singleShot(0, self, lambda: self._look_then(again))
        elif not isinstance(error, EnvironmentFault):
            self.stale.emit()

    def _look_then(self, again: Callable[[], None]) -> None:
        meetings, meeting_id = self.desk.services.meetings, self.file.meeting.id

        def seen(file: MeetingFile) -> None:
            self._took_from_elsewhere(file)
            if file.meeting.status is MeetingStatus.RUNNING:
                again()

        read = partial(meetings.look_again, self.actor, meeting_id)
        self.desk.tasks.read(self._owner, read, seen, lambda _error: again())
