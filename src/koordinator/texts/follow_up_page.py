"""The words of the page Opfølgning; what falls due is named in `plan`."""

from datetime import date
from typing import Final

from koordinator.domain.follow_up import DueItem, Urgency
from koordinator.texts.formats import count_of, date_short, number, relative_days
from koordinator.texts.plan import DUE_KINDS, URGENCIES

TITLE: Final = "Opfølgning"
WHOSE: Final = "Hvis"
MINE: Final = "Mine"
EVERYBODYS: Final = "Alles"
KIND: Final = "Slags"
ALL_KINDS: Final = "Alle slags"
FIND: Final = "Find blandt navne, aftaler og fagenheder"

WHAT: Final = "Hvad"
WHO: Final = "Hvem gør det"
BY_WHEN: Final = "Hvornår"
NO_NAME: Final = "Mangler navn"
NO_DAY: Final = "mangler dato"
NOBODY_NAMED: Final = "mangler navn"

DONE: Final = "Gjort"
NOT_DONE: Final = "Blev ikke til noget"
WHY_NOT: Final = "Hvorfor blev det ikke til noget?"
NEW_DAY: Final = "Ny dato"
BY_DAY: Final = "Senest"
WHICH_DAY: Final = "Hvilken dag"
OUTCOME: Final = "Skriv svaret"
OPEN: Final = "Åbn"
SHORTCUT_OPEN: Final = "Åbn borgeren eller familien"
SHORTCUT_DONE: Final = "Markér som gjort, eller skriv svaret"

NOTHING: Final = "Der er ikke noget, der skal følges op på. Nye aftaler og frister kommer her af sig selv."
NOTHING_MINE: Final = "Der er ikke noget, du skal følge op på. Vælg »Alles« for at se kollegernes."
NOTHING_FITS: Final = "Ingen aftaler og frister passer til det, du har valgt. Vælg »Alle slags«, eller slet søgeordet."
_LONGEST_QUOTED: Final = 60


def group_title(urgency: Urgency, count: int) -> str:
    """Over fristen (3)"""
    return f"{URGENCIES[urgency]} ({number(count)})"


def counted(count: int) -> str:
    """41 i alt"""
    return f"{number(count)} i alt"


def kind_line(item: DueItem) -> str:
    """Aftale · ført videre 3 gange"""
    kind = DUE_KINDS[item.kind]
    return f"{kind} · ført videre {count_of(item.times_carried, 'gang', 'gange')}" if item.times_carried else kind


def when(item: DueItem, today: date) -> str:
    """3 dage over fristen, i morgen, 12.01.2027, hver fredag, mangler dato, mangler navn"""
    urgency = item.urgency(today)
    if urgency is Urgency.LACKING:
        return NOBODY_NAMED if item.due_on is not None or item.rhythm else NO_DAY
    if item.due_on is None:
        return item.rhythm or NO_DAY
    return date_short(item.due_on) if urgency is Urgency.LATER else relative_days(item.due_on, today)


def is_done(what: str) -> str:
    """»Ringe til Lone« er gjort."""
    return f"{_quoted(what)} er gjort."


def is_dropped(what: str) -> str:
    """»Ringe til Lone« blev ikke til noget. Grunden er gemt."""
    return f"{_quoted(what)} blev ikke til noget. Grunden er gemt."


def is_put_off(what: str, due_on: date) -> str:
    """»Ringe til Lone« skal nu være gjort senest 01.12.2026."""
    return f"{_quoted(what)} skal nu være gjort senest {date_short(due_on)}."


def is_answered(what: str) -> str:
    """Svaret på »Støtte i hjemmet« er gemt."""
    return f"Svaret på {_quoted(what)} er gemt."


def _quoted(what: str) -> str:
    line = " ".join(what.split())
    return f"»{line if len(line) <= _LONGEST_QUOTED else line[:_LONGEST_QUOTED].rstrip() + '…'}«"
