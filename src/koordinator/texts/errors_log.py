"""What is said when something with the log is refused."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.audit_check import NothingToThinOut
from koordinator.domain.citizen_request import OutcomeUnfit, RequestSettled, RequestToCome
from koordinator.domain.errors import DomainError
from koordinator.domain.spot_check import AlreadyAnswered, NoteNeeded, OwnLook
from koordinator.texts import spot_checks

TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    NothingToThinOut: lambda _error: (
        "Der er ingen poster i loggen, der er ældre end den tid, loggen skal gemmes. Intet er slettet."
    ),
    AlreadyAnswered: lambda _error: "Stikprøven er besvaret, og svaret bliver stående. Intet er ændret.",
    OwnLook: lambda _error: f"{spot_checks.OTHER_LEADER_TEXT} Intet er gemt.",
    NoteNeeded: lambda _error: "Skriv en note om, hvad du har fundet ud af. Svaret er ikke gemt endnu.",
    RequestToCome: lambda _error: (
        "Dagen, hvor borgeren bad om det, kan ikke ligge efter i dag. Intet er gemt. Ret dagen."
    ),
    RequestSettled: lambda _error: (
        "Borgeren har fået svar, og svaret bliver stående. Beder borgeren om det igen, så notér et nyt ønske."
    ),
    OutcomeUnfit: lambda _error: "Det svar passer ikke til det, borgeren beder om. Intet er gemt. Vælg et andet.",
}
