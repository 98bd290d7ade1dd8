"""A paper being drawn: what was asked for, what it is drawn with, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from koordinator.domain.access import Actor
from koordinator.domain.errors import NotFound
from koordinator.domain.left_out import LeftOut
from koordinator.domain.meeting import Meeting, Participant
from koordinator.domain.paper import OF_A_MEETING, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.party import party_of
from koordinator.domain.protected_address import protected_addresses
from koordinator.usecases.letterhead_cases import numbered
from koordinator.usecases.meeting_file import MeetingFile, load_meeting_file
from koordinator.usecases.paper_store import PaperAbout
from koordinator.usecases.ports import Transaction
from koordinator.usecases.ports_course import CourseSheets
from koordinator.usecases.ports_handovers import LetterMaker
from koordinator.usecases.ports_meetings import MadePaper, PaperMaker, PaperStyle
from koordinator.usecases.ports_network import NetworkSheets
from koordinator.usecases.ports_sheets import CitizenSheets
from koordinator.usecases.subject_people import SubjectPeople, people_of


@dataclass(frozen=True, slots=True)
class Makers:
    """Everybody who makes a paper about a subject."""

    papers: PaperMaker
    letters: LetterMaker
    networks: NetworkSheets
    courses: CourseSheets
    sheets: CitizenSheets
    hiding: "Callable[[tuple[str, ...]], Makers]"
    """The same makers on a press that prints none of these addresses."""

    def about(self, people: SubjectPeople) -> "Makers":
        """Makers of papers about them, who print no protected address that somebody wrote into a text."""
        addresses = protected_addresses(people.citizens)
        return self.hiding(addresses) if addresses else self


@dataclass(frozen=True, slots=True)
class DrawnPaper:
    """A paper that is drawn and not kept yet, and what this copy does not hold."""

    about: PaperAbout
    made: MadePaper
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True)
class Drawing:
    """One order on the table. What it names and does not belong to the subject is not found."""

    tx: Transaction
    actor: Actor
    everybody: Makers
    order: PaperOrder

    @cached_property
    def people(self) -> SubjectPeople:
        """Whom the paper is about. Raises NotFound."""
        return people_of(self.tx, self.order.subject_id)

    @cached_property
    def makers(self) -> Makers:
        """Who makes it: they print no address that is protected."""
        return self.everybody.about(self.people)

    @property
    def style(self) -> PaperStyle:
        """As the order says it."""
        return self.numbered(PaperStyle(self.order.reader, self.order.large_print))

    @property
    def letter_style(self) -> PaperStyle:
        """Of a letter to the citizen or the family."""
        return self.numbered(PaperStyle(large_print=self.order.large_print), is_letter=True)

    def numbered(self, style: PaperStyle, *, is_letter: bool = False) -> PaperStyle:
        """With the case numbers, where they are wanted; of a family member's own copy with those of that member."""
        own = [each.id for each in self.people.citizens if style.member_uid in (None, each.uid)]
        return numbered(self.tx, style, own, is_letter=is_letter)

    def about(self, reader: Reader | None = None, made_for: str = "") -> PaperAbout:
        """What the paper is."""
        order = self.order
        meeting_id = order.meeting_id if order.kind in OF_A_MEETING else None
        return PaperAbout(order.subject_id, order.kind, reader or order.reader, meeting_id, made_for=made_for)

    @cached_property
    def meeting(self) -> Meeting:
        """The meeting of the order. Raises NotFound."""
        if self.order.meeting_id is None:
            raise NotFound("meeting", "")
        meeting = self.tx.of(Meeting).get(self.order.meeting_id)
        if meeting.subject_id != self.order.subject_id:
            raise NotFound("meeting", str(meeting.id))
        return meeting

    @cached_property
    def file(self) -> MeetingFile:
        """The meeting with all that belongs to it. Raises NotFound."""
        return load_meeting_file(self.tx, self.meeting, self.actor.employee_id)

    @cached_property
    def participant(self) -> Participant:
        """The one of the meeting's participants whom the paper is for. Raises NotFound."""
        wanted = self.order.party
        found = next((each for each in self.file.participants if wanted is not None and party_of(each) == wanted), None)
        if found is None:
            raise NotFound("participant", "")
        return found
