"""Who can be named in the room: those who are there, and then the others, said not to be. Without Qt."""

from typing import Final

from koordinator.domain.meeting import Attendance
from koordinator.domain.party import Party, party_of
from koordinator.texts import meeting_page as texts
from koordinator.ui.tabs.plan_people import Named
from koordinator.usecases.meeting_file import MeetingFile

_AWAY: Final = frozenset({Attendance.ABSENT, Attendance.WRITTEN})


def to_name(file: MeetingFile, round_subject: Named) -> Named:
    """The participants, and whoever else is round the citizen or the family; those who are away come last."""
    invited = {party: each for each in file.participants if (party := party_of(each)) is not None}
    there = {party: file.parties.name(party) for party, each in invited.items() if each.attendance not in _AWAY}
    away = {party: file.parties.name(party) for party in invited if party not in there} | {
        party: name for party, name in round_subject if party not in invited
    }
    return (*there.items(), *((party, texts.not_here(name)) for party, name in away.items()))


def with_promiser(file: MeetingFile, named: Named, who: Party | None) -> Named:
    """Those who can be named, and whoever has promised it already."""
    if who is None or who in dict(named):
        return named
    return (*named, (who, texts.not_here(file.parties.name(who))))
