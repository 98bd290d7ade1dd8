"""The words of the log: on its page, in its file and on the command line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from koordinator.domain.access import Channel
from koordinator.domain.audit import AuditEntry
from koordinator.domain.log_filter import ActionGroup
from koordinator.texts.audit import ACTIONS
from koordinator.texts.formats import capitalised, count_of, date_long, moment_short, number
from koordinator.texts.retention import months

SUMMARY: Final = "vis loggen: hvem gjorde hvad hvornår"
INTRO: Final = "Her står, hver gang nogen har set, søgt, rettet, skrevet ud eller slettet noget. Ingen kan ændre det."
LIST: Final = "Loggens poster"
NOTHING_FITS: Final = "Der er ingen poster, der passer."

FROM: Final = "Fra dag"
TO: Final = "Til og med dag"
EMPLOYEE: Final = "Medarbejder"
CITIZEN: Final = "Borger"
CITIZEN_HINT: Final = "CPR eller navn"
GROUP: Final = "Hvad"
CHANNEL: Final = "Hvorfra"
ALL: Final = "Alle"
EVERYTHING: Final = "Alt"
EVERYWHERE: Final = "Alle steder"
CLEAR: Final = "Vis alt"

GROUPS: Final[dict[ActionGroup, str]] = {
    ActionGroup.LOOK: "Set",
    ActionGroup.SEARCH: "Søgt",
    ActionGroup.CHANGE: "Rettet",
    ActionGroup.OUT: "Skrevet ud",
    ActionGroup.DELETE: "Slettet",
    ActionGroup.RUN: "Programmet",
}
CHANNELS: Final[dict[Channel, str]] = {
    Channel.WINDOW: "Vinduet",
    Channel.COMMAND_LINE: "Kommando",
    Channel.SYSTEM: "Programmet",
}

WHEN: Final = "Hvornår"
WHO: Final = "Hvem"
WHAT: Final = "Hvad"
ABOUT: Final = "Om hvem"
WHERE: Final = "Hvorfra"
UNKNOWN: Final = "Ukendt"
PROGRAM: Final = "Programmet"

OLDER: Final = "Ældre"
NEWER: Final = "Nyere"
SAVE: Final = "Gem som fil"
SAVE_AS: Final = "Gem loggen"
XLSX_FILES: Final = "Regneark (*.xlsx)"
CSV_FILES: Final = "CSV (*.csv)"
CHECK: Final = "Kontrollér loggen"
THIN_OUT: Final = "Slet gamle poster"

PROGRESS: Final = "Hvor langt det er"
STOP: Final = "Stop"
STOPPING: Final = "Stopper, når det, der er i gang, er færdigt."

HEADINGS: Final = ("Nr.", WHEN, WHO, WHAT, "Søgte efter", ABOUT, WHERE)


@dataclass(frozen=True, slots=True)
class LogTable:
    """A part of the log as a table."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def when(entry: AuditEntry) -> str:
    """21.11.2026 kl. 13.05"""
    return moment_short(entry.at)


def who(entry: AuditEntry, name: str) -> str:
    """Mette Holm"""
    return name or (PROGRAM if entry.channel is Channel.SYSTEM else UNKNOWN)


def what(entry: AuditEntry, term: str = "") -> str:
    """Åbnede siden, Søgte efter »Bæk«"""
    done = capitalised(ACTIONS[entry.action])
    return f"{done} efter »{term}«" if term else done


def cells(entry: AuditEntry, name: str, about: str, term: str) -> tuple[str | int, ...]:
    """A line of the table."""
    return entry.sequence, when(entry), who(entry, name), what(entry), term, about, CHANNELS[entry.channel]


def table_of(rows: Iterable[tuple[str | int, ...]]) -> LogTable:
    """Rows made by `cells`."""
    return LogTable("Log", HEADINGS, tuple(rows))


def shown(newest: int | None, oldest: int | None) -> str:
    """Viser post 1.204-1.105."""
    return "" if newest is None or oldest is None else f"Viser post {number(newest)} til {number(oldest)}."


def saved(name: str, lines: int) -> str:
    """Where it is now."""
    return f"{count_of(lines, 'post', 'poster')} er gemt i {name}. Filen kan læses af alle, der har den."


def so_far(done: int, total: int) -> str:
    """How far the work is."""
    return f"{number(done)} af {number(total)} poster er gennemgået."


def checked_at(at: datetime, said: str) -> str:
    """When the check was made, and what it said."""
    return f"Kontrolleret {moment_short(at)}. {said}"


def age(oldest_on: date | None, until_on: date | None, period: int | None) -> str:
    """How old the log is, and how long it is kept."""
    kept = "" if period is None else f" Poster gemmes i {months(period)}."
    oldest = "" if oldest_on is None else f"Den ældste post er fra {date_long(oldest_on)}."
    old = "" if until_on is None else f" Poster til og med {date_long(until_on)} kan slettes nu."
    return f"{oldest}{kept}{old}".strip()


def thin_out_question(until_on: date) -> str:
    """What is asked before old entries go."""
    return (
        f"Poster til og med {date_long(until_on)} er ældre end den tid, loggen skal gemmes. De bliver slettet og kan "
        "ikke hentes igen. Borgerne kan herefter ikke se, hvem der så deres oplysninger dengang."
    )


def thinned_out(entries: int) -> str:
    """What came of it."""
    return f"{count_of(entries, 'gammel post', 'gamle poster')} er slettet. Det står i loggen, at de er det."
