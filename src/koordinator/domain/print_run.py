"""Which pages leave the printer, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass

from koordinator.domain.errors import EnvironmentFault


class NoPrinter(EnvironmentFault):
    """The machine knows of no printer."""


class NotPrinted(EnvironmentFault):
    """The printer took nothing, or stopped on the way."""


@dataclass(frozen=True, slots=True)
class PrintRun:
    """What somebody chose: ranges of pages from 1, both ends included (none: all), and how the copies come.

    `copies` are those that the printer does not see to itself; collated ones come whole, one after the other.
    """

    ranges: tuple[tuple[int, int], ...] = ()
    copies: int = 1
    collated: bool = True
    last_first: bool = False

    def pages(self, count: int) -> tuple[int, ...]:
        """The pages of a paper of so many, numbered from 0, in the order in which they are printed."""
        wanted = [number for number in range(count) if self._holds(number + 1)]
        if self.last_first:
            wanted.reverse()
        return tuple(wanted * self.copies) if self.collated else tuple(_each(wanted, self.copies))

    def _holds(self, page: int) -> bool:
        return not self.ranges or any(first <= page <= last for first, last in self.ranges)


def _each(pages: Sequence[int], times: int) -> list[int]:
    return [page for page in pages for _ in range(times)]
