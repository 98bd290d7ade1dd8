"""What becomes of an employee's team memberships when they are filled in anew: what has been is never overwritten."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from koordinator.domain.errors import DomainError
from koordinator.domain.ids import RowId
from koordinator.domain.organisation import TeamMembership
from koordinator.domain.periods import holds_on

WHOLE_TIME: Final = 100


@dataclass(frozen=True, slots=True)
class PlaceChanges:
    """The rows to save, to add (key 0) and to take away."""

    saved: tuple[TeamMembership, ...] = ()
    added: tuple[TeamMembership, ...] = ()
    removed: tuple[RowId, ...] = ()


class UnusableShare(DomainError):
    """A share of time is a whole number of percent from 1 to 100."""


class PlaceBackwards(DomainError):
    """A time in a team ends after it began, and no earlier than today: what has been stays."""


class PlaceTwice(DomainError):
    """Nobody is in the same team twice on a day."""


def live_places(memberships: Iterable[TeamMembership], today: date) -> tuple[TeamMembership, ...]:
    """Those that hold today or are to come."""
    return tuple(row for row in memberships if row.until_on is None or row.until_on > today)


def changed_places(held: Iterable[TeamMembership], wanted: Sequence[TeamMembership], today: date) -> PlaceChanges:
    """What to do so that the employee is in teams as `wanted`; those not held yet have the key 0.

    One that has begun and is wanted no longer, or with another share, ends today, and the new share holds from today.
    Raises UnusableShare, PlaceBackwards or PlaceTwice.
    """
    live = live_places(held, today)
    by_key = {row.id: row for row in wanted if row.id}
    changes = [_changed(row, by_key.get(row.id), today) for row in live]
    added = [row for row in wanted if not row.id]
    for row in (*by_key.values(), *added):
        _check(row, today)
    _check_apart(wanted)
    return PlaceChanges(
        tuple(row for change in changes for row in change.saved),
        (*(row for change in changes for row in change.added), *added),
        tuple(key for change in changes for key in change.removed),
    )


def share_on(memberships: Iterable[TeamMembership], day: date) -> int:
    """The shares of time on the day in percent; above 100 somebody has promised more than there is."""
    return sum(row.share_percent for row in memberships if holds_on(row, day))


def most_share(memberships: Sequence[TeamMembership], today: date) -> int:
    """The largest share of time on any day from today on."""
    days = {today, *(row.from_on for row in memberships if row.from_on > today)}
    return max(share_on(memberships, day) for day in days)


def _changed(row: TeamMembership, wanted: TeamMembership | None, today: date) -> PlaceChanges:
    has_begun = row.from_on < today
    if wanted is None:
        return PlaceChanges(saved=(replace(row, until_on=today),)) if has_begun else PlaceChanges(removed=(row.id,))
    if wanted == row:
        return PlaceChanges()
    if not has_begun:
        return PlaceChanges(saved=(wanted,))
    if wanted.share_percent == row.share_percent:
        return PlaceChanges(saved=(replace(row, until_on=wanted.until_on),))
    new = replace(wanted, id=RowId(0), from_on=today)
    return PlaceChanges(saved=(replace(row, until_on=today),), added=(new,))


def _check(row: TeamMembership, today: date) -> None:
    if not 1 <= row.share_percent <= WHOLE_TIME:
        raise UnusableShare
    if row.until_on is not None and (row.until_on <= row.from_on or row.until_on < today):
        raise PlaceBackwards


def _check_apart(wanted: Iterable[TeamMembership]) -> None:
    rows = sorted(wanted, key=lambda row: (row.team_id, row.from_on))
    for one, other in pairwise(rows):
        if one.team_id == other.team_id and (one.until_on is None or one.until_on > other.from_on):
            raise PlaceTwice
