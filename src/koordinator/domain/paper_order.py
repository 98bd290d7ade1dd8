"""A paper as somebody asks for it: the one key behind preview, printing, hand-out and the whole archive."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.ids import AssessmentId, CitizenId, ConsentId, HandoverId, MeetingId, SubjectId
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.party import Party


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """One paper about a subject, of everything that can be made.

    `number` is the version of a plan or of minutes; None is the plan as it stands today, and the newest minutes.
    `party` is the one person whom a letter or an input card is for, or who gets an extract as the consents allow;
    then it is the person who decides how the paper is written, not `reader`. `member_id` asks for one family
    member's copy of the plan, or that member's consent form. What a kind does not need is left as it is.
    """

    kind: PaperKind
    subject_id: SubjectId
    reader: Reader = Reader.CITIZEN
    large_print: bool = False
    meeting_id: MeetingId | None = None
    party: Party | None = None
    member_id: CitizenId | None = None
    number: int | None = None
    assessment_id: AssessmentId | None = None
    handover_id: HandoverId | None = None
    consent_id: ConsentId | None = None


def note_order(subject_id: SubjectId, assessment_id: AssessmentId) -> PaperOrder:
    """The assessment as a note for the file."""
    return PaperOrder(PaperKind.ASSESSMENT_NOTE, subject_id, Reader.PROFESSIONAL, assessment_id=assessment_id)


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """An order that can be made today, with what its title says: whom it is for, and of which day the thing is."""

    order: PaperOrder
    name: str = ""
    on: date | None = None
