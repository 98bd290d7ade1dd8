"""Who of a meeting's participants gets which papers of it."""

from dataclasses import dataclass

from koordinator.domain.coverage import Standing
from koordinator.domain.meeting import Participant
from koordinator.usecases.meeting_file import MeetingFile


@dataclass(frozen=True, slots=True)
class MeetingReaders:
    """Each participant is in one of the four, in the meeting's order.

    `citizens` get the papers for the citizen, `professionals` those for all, `reduced` an extract each, and
    `left_out` none.
    """

    citizens: tuple[Participant, ...]
    professionals: tuple[Participant, ...]
    reduced: tuple[Participant, ...]
    left_out: tuple[Participant, ...]


def readers_of(file: MeetingFile) -> MeetingReaders:
    """As the consents are when the file was read. Source: forvaltningsloven § 28."""
    standings = {participant.id: file.standing(participant) for participant in file.participants}

    def those(*wanted: Standing) -> tuple[Participant, ...]:
        return tuple(each for each in file.participants if standings[each.id] in wanted)

    of_all = those(Standing.NEEDS_NONE, Standing.COVERED)
    citizens = tuple(each for each in those(Standing.NEEDS_NONE) if each.citizen_id is not None)
    return MeetingReaders(
        citizens=citizens,
        professionals=tuple(each for each in of_all if each not in citizens),
        reduced=those(Standing.PARTLY),
        left_out=those(Standing.NOT_COVERED),
    )
