"""An open database and who sits at it: everything that the first page needs, found before there is a window."""

from typing import NamedTuple

from koordinator.bootstrap import heavy
from koordinator.bootstrap.keys import OpenDatabase
from koordinator.domain.access import Action, Channel, roles_for
from koordinator.domain.database_file import DatabaseDamaged
from koordinator.domain.errors import DomainError
from koordinator.storage.audit_key import audit_key
from koordinator.storage.first_page import FirstPageDoor
from koordinator.usecases.overview import Overview, OverviewPage
from koordinator.usecases.ports import Clock
from koordinator.usecases.workplace import Workplace, Workplaces


class Seat(NamedTuple):
    """`first` is what the first page shows, None when there is none for this employee or it could not be read."""

    opened: OpenDatabase
    overview: Overview
    place: Workplace
    first: OverviewPage | None


def take_seat(opened: OpenDatabase, clock: Clock, acting_as: str | None) -> Seat:
    """The seat of the employee who acts: the named one, else the database's owner. A new database is founded first.

    Raises NotFound, SeveralEmployees or an EnvironmentFault.
    """
    door = FirstPageDoor(opened.handle, audit_key(opened.handle), clock)
    places = Workplaces(door, Channel.WINDOW)
    place = places.find(acting_as)
    if place is None:
        heavy.found(opened, clock)
        place = places.find(acting_as)
    if place is None:
        raise RuntimeError("a founded database has an owner")
    overview = Overview(door)
    return Seat(opened, overview, place, _first_page(overview, place))


def _first_page(overview: Overview, place: Workplace) -> OverviewPage | None:
    if not place.actor.roles & roles_for(Action.OPEN_OVERVIEW):
        return None
    try:
        return overview.open(place.actor)
    except DatabaseDamaged:
        raise
    except DomainError:
        # The page reads again when it is shown, and says then what is wrong.
        return None
