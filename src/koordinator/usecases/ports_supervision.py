"""What ledelsestilsyn is counted through: sets of rows in the store, never one case after the other."""

from collections.abc import Iterable
from typing import Protocol

from koordinator.domain.periods import DayRange
from koordinator.domain.supervision import Cell, CountedThing, CountName
from koordinator.domain.team_load import MemberLoad


class SupervisionCounts(Protocol):
    """The counts of `domain.supervision_rules`, as of the transaction."""

    def cells(self, days: DayRange, names: Iterable[CountName], *, listed: bool = False) -> tuple[Cell, ...]:
        """What the counts add up from; with `listed` every thing is named by its id."""

    def things(self, days: DayRange, name: CountName) -> tuple[CountedThing, ...]:
        """The things behind one count, whoever holds them. One with two holders comes once for each."""

    def team_load(self) -> tuple[MemberLoad, ...]:
        """What those who work on trin 3 carry on the transaction's day, in no order."""
