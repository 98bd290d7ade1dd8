"""What the minutes of a closed meeting say, whole and on their own. A correction is a new version."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from koordinator.domain.content_parts import (
    AgreementContent,
    AppointmentContent,
    ContactCard,
    GoalContent,
    PendingContent,
    Sender,
    SubjectContent,
    ThemeContent,
    Uid,
)
from koordinator.domain.meeting import (
    AgendaKind,
    Attendance,
    InvitationAnswer,
    MeetingKind,
    MinutesVersion,
    NoteKind,
)
from koordinator.domain.register import ContactKind
from koordinator.domain.snapshot import SnapshotTooNew, check_snapshot, frozen_fields, read_json

MINUTES_SCHEMA: Final = 1


@dataclass(frozen=True, slots=True)
class AttendeeContent:
    """Somebody at the meeting. Invited and present are two facts; clock times only when late or gone early.

    `citizen_uid` is set for a citizen, `contact_kind` for somebody of the network; an employee has neither.
    """

    name: str
    organisation: str = ""
    role: str = ""
    citizen_uid: Uid | None = None
    contact_kind: ContactKind | None = None
    invited: bool = False
    answer: InvitationAnswer = InvitationAnswer.NONE
    answer_note: str = ""
    attendance: Attendance = Attendance.UNKNOWN
    arrived_clock: time | None = None
    left_clock: time | None = None
    written_contribution: str = ""


@dataclass(frozen=True, slots=True)
class NoteContent:
    """A note under an agenda item. What is or `was_said` is in the citizen's own words, verbatim."""

    kind: NoteKind
    text: str
    was_said: bool = False

    @property
    def in_citizens_words(self) -> bool:
        """The words are the citizen's own."""
        return self.kind is NoteKind.SAID or self.was_said


@dataclass(frozen=True, slots=True)
class AgendaContent:
    """An item of the agenda, the time set aside for it, and what was noted there.

    One that is `withheld` from the reader only keeps its place, so that the others keep their numbers.
    """

    kind: AgendaKind
    title: str
    minutes: int
    done: bool = False
    notes: tuple[NoteContent, ...] = ()
    theme: ThemeContent | None = None
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class EvaluationContent:
    """The citizen's answers to the three questions, 0-4 or None for no answer."""

    asked: bool = False
    heard: int | None = None
    makes_sense: int | None = None
    same_direction: int | None = None


@dataclass(frozen=True, slots=True)
class MinutesContent:
    """The minutes. Private notes are never in them.

    `number` is None while the meeting is not closed. `since_last` are the agreements that were open
    when the meeting began, as they stand after it; `agreements` and `pending` were made at it.
    `goals` are those of the plan, `new_goal_uids` the ones that were set today.
    """

    uid: Uid
    sender: Sender
    subject: SubjectContent
    number: int | None
    kind: MeetingKind
    appointment: AppointmentContent
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    chair: str = ""
    minute_taker: str = ""
    coordinator: ContactCard | None = None
    attendees: tuple[AttendeeContent, ...] = ()
    citizen_took_part: bool = False
    without_citizen_reason: str = ""
    agenda: tuple[AgendaContent, ...] = ()
    since_last: tuple[AgreementContent, ...] = ()
    agreements: tuple[AgreementContent, ...] = ()
    pending: tuple[PendingContent, ...] = ()
    goals: tuple[GoalContent, ...] = ()
    new_goal_uids: tuple[Uid, ...] = ()
    summary: str = ""
    evaluation: EvaluationContent = EvaluationContent()
    next_meeting: AppointmentContent | None = None
    correction: str = ""


_READERS: Final[dict[int, Callable[[str], MinutesContent]]] = {
    MINUTES_SCHEMA: lambda text: read_json(MinutesContent, text)
}
"""One reader for each schema that was ever written; closed minutes are never rewritten."""


def is_as_closed(version: MinutesVersion) -> bool:
    """The frozen text is canonical and has its SHA-256, and it is the version that its row says it is."""
    said = frozen_fields(version.content, version.sha256)
    return said is not None and (said.get("number"), said.get("correction")) == (version.number, version.correction)


def read_minutes(version: MinutesVersion) -> MinutesContent:
    """What the closed minutes say. Raises SnapshotDamaged or SnapshotTooNew."""
    if version.schema_number not in _READERS:
        raise SnapshotTooNew("minutes")
    return _READERS[version.schema_number](check_snapshot("minutes", version.content, version.sha256))
