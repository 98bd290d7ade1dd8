"""What meetings and papers ask of the world: agenda templates, and somebody who makes papers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from koordinator.domain.agenda import AgendaTemplate
from koordinator.domain.content_parts import Uid
from koordinator.domain.invitation import CalendarReply
from koordinator.domain.invitation_content import (
    CalendarContent,
    InputCardContent,
    InvitationContent,
    MailDraftContent,
    PreparationContent,
)
from koordinator.domain.minutes_content import MinutesContent
from koordinator.domain.paper import Reader
from koordinator.domain.plan_content import PlanContent
from koordinator.domain.sheet_content import AssessmentNote


class AgendaTemplates(Protocol):
    """The municipality's agenda templates."""

    def standard(self, subject_name: str, *, is_family: bool) -> AgendaTemplate:
        """The ordinary agenda, with the citizen's first name or the family's in its titles.

        Raises UnusableTemplate.
        """


@dataclass(frozen=True, slots=True)
class PaperStyle:
    """Whom a paper is for. With `member_uid` it holds the common part and that family member's own, nothing else.

    `reduced_for` names the one person for whom something is left out of the content; the paper says that it is.
    `case_numbers` stand at its foot.
    """

    reader: Reader = Reader.CITIZEN
    large_print: bool = False
    member_uid: Uid | None = None
    reduced_for: str = ""
    case_numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Printed:
    """What is known of a printed paper; `replaced` are the characters that had to be shown by something else."""

    title: str
    language: str
    pages: int
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper's bytes, and a file name that says what it is and not whom it is about. A calendar is not printed."""

    file_name: str
    content: bytes
    printed: Printed | None = None


class PaperMaker(Protocol):
    """Makes papers of contents. The same content gives the same bytes."""

    def plan(self, content: PlanContent, style: PaperStyle, previous: PlanContent | None) -> MadePaper:
        """The joint plan; with what is new since the previous version, where there is one."""

    def contacts(self, content: PlanContent, style: PaperStyle) -> MadePaper:
        """Hvem hjælper dig med hvad, as a sheet of its own."""

    def invitation(self, content: InvitationContent, style: PaperStyle) -> MadePaper:
        """The letter to one person: an invitation, a new time, or that the meeting is cancelled."""

    def agenda(self, content: InvitationContent, style: PaperStyle) -> MadePaper:
        """The agenda as a sheet of its own."""

    def preparation(self, content: PreparationContent, style: PaperStyle) -> MadePaper:
        """The sheet for preparing the meeting with the citizen."""

    def minutes(self, content: MinutesContent, style: PaperStyle) -> MadePaper:
        """The minutes."""

    def take_home(self, content: MinutesContent, style: PaperStyle) -> MadePaper:
        """Tag med hjem: the most important of the meeting on one page, to the citizen."""

    def assessment_note(self, content: AssessmentNote, style: PaperStyle) -> MadePaper:
        """The assessment as a note for the file."""

    def calendar(self, content: CalendarContent) -> MadePaper:
        """The calendar file (RFC 5545)."""

    def mail_draft(self, content: MailDraftContent) -> MadePaper:
        """The mail as an .eml file that opens as a draft."""

    def input_card(self, content: InputCardContent, style: PaperStyle) -> MadePaper:
        """The card for a written contribution."""


class CalendarReplies(Protocol):
    """Reads the answers that calendar programs send back."""

    def read(self, path: Path) -> CalendarReply:
        """The answer in the .ics or .eml file. Raises NotAReply or OutlookItem."""
