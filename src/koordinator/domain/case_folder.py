"""What a folder for the case system holds: papers, a note for the journal, what is still to be done, and metadata."""

from dataclasses import dataclass
from datetime import date, datetime

from koordinator.domain.case_filing import FilingRule
from koordinator.domain.content_parts import AgreementContent, PendingContent
from koordinator.domain.errors import DomainError
from koordinator.domain.minutes_content import MinutesContent
from koordinator.domain.paper import Handout
from koordinator.domain.paper_facts import PaperFacts


class NothingToFile(DomainError):
    """There is neither a meeting that was held nor a plan."""

    name: str


@dataclass(frozen=True, slots=True)
class HandedDocument:
    """Who got what, on which day and how."""

    facts: PaperFacts
    handout: Handout


@dataclass(frozen=True, slots=True)
class FolderContent:
    """`agreements` are the open ones, `pending` what nobody has decided yet, `minutes` the newest.

    `handed_out` are the notes that count, about the meeting's papers and the plan version in force.

    Nothing of it is kept from a reader: the folder is for the authority's own file.
    """

    name: str
    made_on: date
    made_by: str
    case_number: str = ""
    minutes: MinutesContent | None = None
    agreements: tuple[AgreementContent, ...] = ()
    pending: tuple[PendingContent, ...] = ()
    handed_out: tuple[HandedDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class FiledDocument:
    """A file of the folder and how it is filed. `facts` are a paper's; `kind` names it where it is none.

    `filed_on` is the meeting's day, else the day it was made. `facet` is empty where it belongs to no meeting.
    """

    file_name: str
    kind: str
    filed_on: date
    rule: FilingRule
    kle_subject: str
    facet: str
    sha256: str
    facts: PaperFacts | None = None


@dataclass(frozen=True, slots=True)
class FolderAbout:
    """What the metadata say of the folder as a whole. They name nobody but through the case number."""

    municipality: str
    case_number: str
    made_at: datetime
    documents: tuple[FiledDocument, ...]
