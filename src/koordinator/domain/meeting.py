"""The coordination meeting: planned, prepared with the citizen, invited to, held and closed."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from koordinator.domain.codes import MeetingStatus as MeetingStatus  # noqa: PLC0414 - its home is here
from koordinator.domain.codes import PlaceKind as PlaceKind  # noqa: PLC0414 - its home is here
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import (
    AgendaItemId,
    CitizenId,
    ContactPersonId,
    CourseId,
    DepartmentId,
    EmployeeId,
    MeetingId,
    MinutesVersionId,
    NoteId,
    ParticipantId,
    RowId,
    SubjectId,
    TeamId,
    ThemeId,
)
from koordinator.domain.steps import Step


class MeetingKind(StrEnum):
    """Only coordination meetings count in supervision."""

    COORDINATION = "coordination"
    NETWORK = "network"
    PREPARATORY_TALK = "preparatory_talk"


class InvitationAnswer(StrEnum):
    """A participant's answer to the invitation."""

    NONE = "none"
    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Attendance(StrEnum):
    """What really happened; invited and present are two facts."""

    UNKNOWN = "unknown"
    PRESENT = "present"
    ABSENT = "absent"
    WRITTEN = "written"
    """Not there, but sent a written contribution (skriftligt bidrag)."""


class AgendaKind(StrEnum):
    """What an agenda item is for; the standard agenda has the first seven in this order."""

    WELCOME = "welcome"
    CITIZENS_WORDS = "citizens_words"
    SINCE_LAST = "since_last"
    EFFORTS = "efforts"
    GOALS = "goals"
    AGREEMENTS = "agreements"
    NEXT_MEETING = "next_meeting"
    OTHER = "other"


class NoteKind(StrEnum):
    """Sagt / Ønske / Aftalt / Skal afgøres."""

    SAID = "said"
    WISH = "wish"
    AGREED = "agreed"
    TO_DECIDE = "to_decide"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting about a subject.

    `starts_on` and `starts_clock` are wall time in Europe/Copenhagen. `coordinator_id`, `team_id`,
    `department_id` and `step` are those of the day it was held and never move afterwards
    (supervision, definition 1). `without_citizen_reason` says why it was held without the citizen.
    `summary_read` is true when the summary was read aloud, `evaluation_asked` when the citizen was
    asked the three questions; each evaluation is 0-4, or None for no answer. `closed_at` is when it was
    closed or cancelled, `planned_on` the day on which its time was arranged, the last time it was.
    """

    id: MeetingId
    uid: str
    subject_id: SubjectId
    course_id: CourseId | None
    kind: MeetingKind
    status: MeetingStatus
    starts_on: date
    starts_clock: time
    duration_minutes: int
    place_kind: PlaceKind = PlaceKind.TOWN_HALL
    place: str = ""
    coordinator_id: EmployeeId | None = None
    team_id: TeamId | None = None
    department_id: DepartmentId | None = None
    step: Step | None = None
    chair_id: EmployeeId | None = None
    minute_taker_id: EmployeeId | None = None
    citizen_took_part: bool = False
    without_citizen_reason: str = ""
    calendar_sequence: int = 0
    invited_at: datetime | None = None
    cancel_reason: str = ""
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    summary: str = ""
    summary_read: bool = False
    evaluation_asked: bool = False
    evaluation_heard: int | None = None
    evaluation_makes_sense: int | None = None
    evaluation_same_direction: int | None = None
    next_meeting_id: MeetingId | None = None
    planned_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Preparation:
    """What the citizen wants of the meeting, talked through before anybody is invited."""

    id: RowId
    meeting_id: MeetingId
    wants_to_discuss: str = ""
    wants_present: str = ""
    wants_absent: str = ""
    must_not_be_discussed: str = ""
    place_wish: str = ""
    place_kind: PlaceKind | None = None
    prepared_on: date | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class MeetingMove:
    """The meeting stood at this time before it was moved, and why it was."""

    id: RowId
    meeting_id: MeetingId
    from_starts_on: date
    from_starts_clock: time
    reason: str
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class Participant:
    """A party at the meeting: asked, answered, and whether they came. Clock times are wall time."""

    id: ParticipantId
    meeting_id: MeetingId
    citizen_id: CitizenId | None = None
    employee_id: EmployeeId | None = None
    contact_person_id: ContactPersonId | None = None
    answer: InvitationAnswer = InvitationAnswer.NONE
    answer_note: str = ""
    invited_at: datetime | None = None
    attendance: Attendance = Attendance.UNKNOWN
    arrived_clock: time | None = None
    left_clock: time | None = None
    written_contribution: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item on the agenda, in order of `position` (from 1). Its theme decides who may take part in it.

    `presenter_id` is the participant who presents it. `origin` says what it was proposed for (see
    `agenda_proposals`), empty for any other.
    """

    id: AgendaItemId
    meeting_id: MeetingId
    position: int
    kind: AgendaKind
    title: str
    minutes: int
    done: bool = False
    theme_id: ThemeId | None = None
    presenter_id: ParticipantId | None = None
    origin: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class MeetingNote:
    """A note in the room. What the citizen said (`SAID`) is kept verbatim and never rewritten by others.

    `was_said`: it was noted as said and is now of another kind; the words stay the citizen's.
    A `private` note is its author's own: never on the shared screen, never in the minutes.
    """

    id: NoteId
    meeting_id: MeetingId
    agenda_item_id: AgendaItemId | None
    kind: NoteKind
    text: str
    author_id: EmployeeId
    written_at: datetime
    order_key: int
    private: bool = False
    removed: bool = False
    was_said: bool = False
    version: int = 0

    @property
    def in_citizens_words(self) -> bool:
        """The words are the citizen's own."""
        return self.kind is NoteKind.SAID or self.was_said


@dataclass(frozen=True, slots=True)
class MeetingOperation:
    """One change of one row in the meeting's journal, so that it can be undone also after a crash.

    The operations with the same `act` were done together and are undone together. `before` and
    `after` are the row as canonical JSON, empty for one that did not exist.
    """

    id: RowId
    meeting_id: MeetingId
    sequence: int
    act: int
    row_kind: str
    row_id: int
    before: str
    after: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class MinutesVersion:
    """Closed minutes, frozen: canonical JSON with schema number, and its SHA-256.

    Number 1 is made when the meeting is closed; a later one is a correction and says what changed.
    """

    id: MinutesVersionId
    meeting_id: MeetingId
    subject_id: SubjectId
    number: int
    content: str
    schema_number: int
    sha256: str
    made_at: datetime
    made_by_id: EmployeeId
    correction: str = ""


class MeetingNotAhead(DomainError):
    """The meeting is held or cancelled already; it can be neither invited to, moved nor cancelled."""

    status: MeetingStatus


class MeetingNotRunning(DomainError):
    """Notes and attendance belong to a meeting that has been opened and not yet closed."""

    status: MeetingStatus
