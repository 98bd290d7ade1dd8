"""Whom the citizen wants at a meeting, and whom not: picked among the people round them."""

from collections.abc import Iterable
from dataclasses import dataclass

from koordinator.domain.ids import CitizenId, ContactPersonId, EmployeeId, MeetingId, RowId
from koordinator.domain.meeting import Participant
from koordinator.domain.party import Party, party_of


@dataclass(frozen=True, slots=True)
class PresenceWish:
    """The citizen wants this party at the meeting, or (`wanted` false) does not."""

    id: RowId
    meeting_id: MeetingId
    wanted: bool
    citizen_id: CitizenId | None = None
    employee_id: EmployeeId | None = None
    contact_person_id: ContactPersonId | None = None


def not_wanted(wishes: Iterable[PresenceWish]) -> frozenset[Party]:
    """Those the citizen does not want there."""
    return frozenset(party for wish in wishes if not wish.wanted and (party := party_of(wish)) is not None)


def there_against_wish(wishes: Iterable[PresenceWish], participants: Iterable[Participant]) -> tuple[Participant, ...]:
    """The participants whom the citizen does not want there."""
    unwanted = not_wanted(wishes)
    return tuple(each for each in participants if party_of(each) in unwanted)
