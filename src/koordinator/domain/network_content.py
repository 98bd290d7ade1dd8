"""What the network picture, the time line and the family tree show, on the screen and on paper: names, not keys."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.content_parts import ContactCard, Sender, SubjectContent, Uid
from koordinator.domain.network_family import BondKind
from koordinator.domain.network_people import AreaKind
from koordinator.domain.network_questions import Likeness, QuestionKind
from koordinator.domain.register import Closeness


@dataclass(frozen=True, slots=True)
class NetworkMember:
    """A person of the network, and whom of a family the person helps (first names; nobody named means all)."""

    card: ContactCard
    closeness: Closeness
    helps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaContent:
    """An area with its people, the nearest first. `department` is the name of a department, otherwise empty."""

    kind: AreaKind
    department: str
    people: tuple[NetworkMember, ...]


@dataclass(frozen=True, slots=True)
class BarContent:
    """An effort on the time line; `whose` in a family's."""

    name: str
    amount: str = ""
    from_on: date | None = None
    until_on: date | None = None
    whose: str = ""


@dataclass(frozen=True, slots=True)
class LaneContent:
    """A department's efforts (empty name: of none), and the days without any between them, half-open."""

    department: str
    bars: tuple[BarContent, ...]
    gaps: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class RelativeContent:
    """Somebody in the family tree. `is_member` is false for a relative outside the family."""

    uid: Uid
    name: str
    born_on: date | None = None
    is_member: bool = True


@dataclass(frozen=True, slots=True)
class BondContent:
    """A line of the tree; from the elder to the child where they are not of one generation."""

    kind: BondKind
    one: Uid
    other: Uid


@dataclass(frozen=True, slots=True)
class TreeContent:
    """The family's generations on a day, the oldest first, each from left to right."""

    made_on: date
    generations: tuple[tuple[RelativeContent, ...], ...]
    bonds: tuple[BondContent, ...]


@dataclass(frozen=True, slots=True)
class QuestionContent:
    """A question: whom or what it is about, and for efforts the departments (or providers) that give them."""

    kind: QuestionKind
    named: tuple[str, ...]
    givers: tuple[str, ...] = ()
    likeness: Likeness | None = None


@dataclass(frozen=True, slots=True)
class NetworkContent:
    """A subject's network on a day. `tree` is there for a family."""

    sender: Sender
    subject: SubjectContent
    made_on: date
    areas: tuple[AreaContent, ...]
    lanes: tuple[LaneContent, ...]
    tree: TreeContent | None = None
    questions: tuple[QuestionContent, ...] = ()

    @property
    def people(self) -> tuple[NetworkMember, ...]:
        """Everybody, area by area."""
        return tuple(person for area in self.areas for person in area.people)
