"""Errors about meetings, plans and what is frozen."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.errors import DomainError
from koordinator.domain.joint_plan import NothingToApprove, ScoreOutOfRange
from koordinator.domain.meeting import MeetingNotAhead, MeetingNotRunning, MeetingStatus
from koordinator.domain.snapshot import SnapshotDamaged, SnapshotTooNew
from koordinator.texts.words import the_kind

_STATUS: Final[dict[MeetingStatus, str]] = {
    MeetingStatus.PLANNED: "planlagt, men ikke begyndt",
    MeetingStatus.INVITED: "indkaldt, men ikke begyndt",
    MeetingStatus.RUNNING: "i gang",
    MeetingStatus.HELD: "holdt",
    MeetingStatus.CANCELLED: "aflyst",
}


def _not_ahead(error: MeetingNotAhead) -> str:
    return f"Mødet er {_STATUS[error.status]}, så det kan ikke ændres på den måde."


def _not_running(error: MeetingNotRunning) -> str:
    return f"Mødet er {_STATUS[error.status]}. Åbn mødet, før du skriver i det."


TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    MeetingNotAhead: _not_ahead,
    MeetingNotRunning: _not_running,
    NothingToApprove: lambda _error: (
        "Planen er tom. Skriv borgerens egne ord eller mindst ét fælles mål, før du godkender den."
    ),
    ScoreOutOfRange: lambda error: f"{error.score} er ikke mellem 0 og 10. Vælg et helt tal fra 0 til 10.",
    SnapshotTooNew: lambda error: (
        f"{the_kind(error.kind)} er gemt af en nyere udgave af programmet. "
        "Der er ikke ændret noget. Opdatér programmet, så kan du læse det igen."
    ),
    SnapshotDamaged: lambda error: (
        f"{the_kind(error.kind)} er ikke længere, som det blev låst. Noget uden for programmet har ændret det. "
        "Kontakt jeres administrator."
    ),
}
"""One sentence maker for each kind of error."""
