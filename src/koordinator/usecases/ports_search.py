"""What the use cases ask of the search, and of the list of citizens and families."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from koordinator.domain.citizen_list import CitizenFilter
from koordinator.domain.cpr import CprNumber
from koordinator.domain.ids import CitizenId, SubjectId
from koordinator.domain.search import SearchHit


class Search(Protocol):
    """Citizens, families, cases and agreements by a few letters or digits."""

    def hits(self, text: str, seen: frozenset[SubjectId] | None) -> tuple[SearchHit, ...]:
        """The first few of each kind, the kinds in the order of `HitKind`, in each the best first.

        Of those about the subjects; None is everybody.
        """

    def subjects(self, text: str) -> tuple[SubjectId, ...]:
        """Every citizen and family whose name, CPR number or case number the text finds."""

    def citizen_with(self, cpr: CprNumber) -> CitizenId | None:
        """The citizen with the CPR number."""


@dataclass(frozen=True, slots=True)
class ListedSubject:
    """What a list says of a citizen or a family beside the guide's facts. `thing_id` is the citizen's or family's
    own key, `coordinator` a name or empty.
    """

    subject_id: SubjectId
    thing_id: int
    cpr: str
    coordinator: str


@dataclass(frozen=True, slots=True)
class Listed:
    """Some of a list by name, and how many there are in all."""

    subjects: tuple[ListedSubject, ...]
    total: int


class CitizenLists(Protocol):
    """Citizens and families in a list."""

    def listed(self, chosen: CitizenFilter, scope: Collection[SubjectId] | None, most: int | None) -> Listed:
        """Those of the scope (None: everybody) that pass the filter's step and kind, at most so many (None: all)."""
