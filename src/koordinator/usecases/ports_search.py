"""What the use cases ask of the search."""

from typing import Protocol

from koordinator.domain.search import SearchHit


class Search(Protocol):
    """Citizens, families, cases and agreements by a few letters or digits."""

    def hits(self, text: str) -> tuple[SearchHit, ...]:
        """The first few of each kind, the kinds in the order of `HitKind`, in each the best first."""
