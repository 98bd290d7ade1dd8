"""Papers that were produced, and whom they were handed to."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from koordinator.domain.ids import EmployeeId, MeetingId, PaperId, PlanVersionId, RowId, SubjectId


class PaperKind(StrEnum):
    """What a paper is."""

    PLAN = "plan"
    CONTACTS = "contacts"
    INVITATION = "invitation"
    CALENDAR_FILE = "calendar_file"
    AGENDA = "agenda"
    PREPARATION = "preparation"
    MAIL_DRAFT = "mail_draft"
    INPUT_CARD = "input_card"
    MINUTES = "minutes"
    TAKE_HOME = "take_home"
    ASSESSMENT_NOTE = "assessment_note"
    NETWORK = "network"
    COURSE_HISTORY = "course_history"
    RESPONSIBLE = "responsible"
    HANDOVER = "handover"
    END_OF_COURSE = "end_of_course"
    WAYS = "ways"
    """The staircase explained to the citizen."""
    CONSENT = "consent"
    RIGHT_OF_ACCESS = "right_of_access"
    ACCESS_DATA = "access_data"
    ACCESS_LOG = "access_log"


OF_A_MEETING: Final = frozenset(
    {
        PaperKind.INVITATION,
        PaperKind.CALENDAR_FILE,
        PaperKind.AGENDA,
        PaperKind.PREPARATION,
        PaperKind.MAIL_DRAFT,
        PaperKind.INPUT_CARD,
        PaperKind.MINUTES,
        PaperKind.TAKE_HOME,
    }
)
"""What is about one meeting."""
OF_ACCESS: Final = frozenset({PaperKind.RIGHT_OF_ACCESS, PaperKind.ACCESS_DATA, PaperKind.ACCESS_LOG})
"""What answers somebody who asked for everything that is held about them."""


class Reader(StrEnum):
    """Whom a paper is written for."""

    CITIZEN = "citizen"
    PROFESSIONAL = "professional"


class HandoutWay(StrEnum):
    """How a paper reached its reader."""

    DIGITAL_POST = "digital_post"
    LETTER = "letter"
    SECURE_MAIL = "secure_mail"
    """Encrypted on its way (databeskyttelsesforordningen article 32); for those who help, not for the citizen."""
    AT_MEETING = "at_meeting"
    READ_ALOUD = "read_aloud"


@dataclass(frozen=True, slots=True)
class Paper:
    """A produced paper: what it is, what it was made from, and the SHA-256 of its bytes. Never changed.

    The bytes are a `PaperContent`, apart, so that a list of papers is light. `made_for` is the name of the one person
    it was made for, and nobody else; empty where it is for all of its readers. `number` is the version of the plan or
    of the minutes that it shows, None for a draft and for what has no versions. `mark` is what the file says of itself
    (see `paper_mark`), by which it is known again when somebody has changed it; empty where it is no PDF.
    """

    id: PaperId
    uid: str
    subject_id: SubjectId
    kind: PaperKind
    reader: Reader
    file_name: str
    sha256: str
    made_at: datetime
    made_by_id: EmployeeId
    meeting_id: MeetingId | None = None
    plan_version_id: PlanVersionId | None = None
    made_for: str = ""
    number: int | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PaperContent:
    """The exact bytes of a paper. Never changed."""

    id: RowId
    paper_id: PaperId
    content: bytes


@dataclass(frozen=True, slots=True)
class Handout:
    """The paper (or the plan version, when read aloud) reached somebody on a day in a way.

    A note that was wrong is not written over: it is withdrawn with a reason, and counts no more.
    """

    id: RowId
    subject_id: SubjectId
    recipient: str
    handed_on: date
    way: HandoutWay
    noted_by_id: EmployeeId
    plan_version_id: PlanVersionId | None = None
    paper_id: PaperId | None = None
    withdrawn_at: datetime | None = None
    withdrawn_because: str = ""

    @property
    def counts(self) -> bool:
        """It was not withdrawn."""
        return self.withdrawn_at is None
