"""Errors about meetings, plans and what is frozen."""

from collections.abc import Callable
from typing import Any, Final

from koordinator.domain.agenda import ItemMinutesOutOfRange, UnusableTemplate
from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.agreement_rules import AgreementSettled
from koordinator.domain.errors import DomainError
from koordinator.domain.invitation import (
    NotAReply,
    OutlookItem,
    ReplyFromStranger,
    ReplyToAnEarlierTime,
    ReplyToAnotherMeeting,
)
from koordinator.domain.joint_plan import NothingToApprove, ScoreOutOfRange
from koordinator.domain.meeting import MeetingNotAhead, MeetingNotRunning, MeetingStatus
from koordinator.domain.meeting_journal import NothingToUndo, UndoBlocked
from koordinator.domain.meeting_rhythm import RhythmOutOfRange
from koordinator.domain.meeting_rules import (
    AlreadyTakesPart,
    DurationOutOfRange,
    EvaluationOutOfRange,
    MeetingBegun,
    NobodyToInvite,
)
from koordinator.domain.note_rules import WordsOfAnother
from koordinator.domain.plan_types import MonthsOutOfRange, UnusablePlanTypes, VersionInThePast
from koordinator.domain.snapshot import SnapshotDamaged, SnapshotTooNew
from koordinator.texts.formats import date_short
from koordinator.texts.words import the_kind

_STATUS: Final[dict[MeetingStatus, str]] = {
    MeetingStatus.PLANNED: "planlagt, men ikke begyndt",
    MeetingStatus.INVITED: "indkaldt, men ikke begyndt",
    MeetingStatus.RUNNING: "i gang",
    MeetingStatus.HELD: "holdt",
    MeetingStatus.CANCELLED: "aflyst",
}

_SETTLED: Final[dict[AgreementStatus, str]] = {
    AgreementStatus.OPEN: "åben",
    AgreementStatus.DONE: "holdt",
    AgreementStatus.NOT_DONE: "opgivet",
}


def _not_ahead(error: MeetingNotAhead) -> str:
    return f"Mødet er {_STATUS[error.status]}, så det kan ikke ændres på den måde."


def _not_running(error: MeetingNotRunning) -> str:
    return f"Mødet er {_STATUS[error.status]}. Åbn mødet, før du skriver i det."


TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    MeetingNotAhead: _not_ahead,
    MeetingNotRunning: _not_running,
    DurationOutOfRange: lambda error: (
        f"Et møde kan ikke vare {error.minutes} minutter. Vælg mellem 5 minutter og et døgn."
    ),
    MeetingBegun: lambda _error: (
        "Der er skrevet noget i mødet, så det er begyndt. Fortryd det skrevne først, eller aflys mødet med en grund."
    ),
    AlreadyTakesPart: lambda _error: "Personen er med på listen over deltagere i forvejen.",
    NobodyToInvite: lambda _error: (
        "Der er ingen, der kan indkaldes på den måde. Vælg breve, eller skriv en e-mailadresse på deltageren."
    ),
    RhythmOutOfRange: lambda error: (
        f"{error.weeks} uger mellem møderne går ikke. Vælg fra 1 til 52 uger, eller ingen fast rytme."
    ),
    NotAReply: lambda _error: (
        "Filen er ikke et svar på en indkaldelse. Intet er ændret. "
        "Gem svaret fra mailprogrammet som en .ics- eller .eml-fil, eller notér svaret med J, N eller M."
    ),
    OutlookItem: lambda _error: (
        "Svaret er gemt i Outlooks eget format (.msg), og det kan programmet ikke læse. Intet er ændret. "
        "Gem svaret som en .eml-fil i det nye Outlook eller i Outlook på nettet, og træk den herind, "
        "eller notér svaret med J, N eller M."
    ),
    ReplyToAnotherMeeting: lambda _error: "Svaret gælder et andet møde. Intet er ændret. Åbn det møde, og prøv igen.",
    ReplyToAnEarlierTime: lambda _error: (
        "Svaret gælder den tid, mødet havde, før det blev flyttet. Intet er ændret. Spørg igen om den nye tid."
    ),
    ReplyFromStranger: lambda error: (
        f"Svaret kommer fra {error.email}, og ingen deltager har den adresse. Intet er ændret. "
        "Notér svaret i hånden, eller ret adressen på deltageren."
    ),
    EvaluationOutOfRange: lambda error: f"{error.score} er ikke et af svarene. Vælg fra 0 til 4, eller intet svar.",
    ItemMinutesOutOfRange: lambda error: (
        f"Et punkt kan ikke tage {error.minutes} minutter. Vælg mellem 0 minutter og ti timer."
    ),
    UnusableTemplate: lambda error: (
        f"Skabelonen til dagsordenen kan ikke bruges: Der er en fejl i »{error.place}«. "
        "Der er ikke ændret noget. Ret skabelonen, og prøv igen."
    ),
    WordsOfAnother: lambda _error: (
        "Det er en andens note, og den kan kun rettes af den, der skrev den. Skriv din egen note i stedet."
    ),
    NothingToUndo: lambda _error: "Der er ikke mere at fortryde i mødet.",
    UndoBlocked: lambda error: (
        f"{the_kind(error.kind)} er blevet ændret et andet sted siden, så det kan ikke fortrydes her. "
        "Alt står, som det gjorde. Ret det i hånden i stedet."
    ),
    AgreementSettled: lambda error: (
        f"Aftalen er {_SETTLED[error.status]}. Åbn den igen, hvis der skal ændres noget i den."
    ),
    NothingToApprove: lambda _error: (
        "Planen er tom. Skriv borgerens egne ord eller mindst ét fælles mål, før du godkender den."
    ),
    MonthsOutOfRange: lambda error: (
        f"{error.months} måneder kan ikke bruges. Skriv et helt tal fra 1 til {error.most}, eller lad feltet være tomt."
    ),
    VersionInThePast: lambda error: (
        f"En ny udgave skal gælde fra en dag efter {date_short(error.earliest)}, hvor den nuværende begyndte. "
        "Intet er ændret. Vælg en senere dag."
    ),
    UnusablePlanTypes: lambda error: (
        "Filen kan ikke læses som plantyper"
        f"{f' (linje {error.line})' if error.line else ''}. Intet er ændret. Gem de nuværende som fil, og ret i den."
    ),
    ScoreOutOfRange: lambda error: f"{error.score} er ikke mellem 1 og 10. Vælg et helt tal fra 1 til 10.",
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
