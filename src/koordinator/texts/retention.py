"""The words of Opbevaring: how long things are kept, whose time is up, and deletion."""

from datetime import date
from typing import Final

from koordinator.domain.codes import SubjectKind
from koordinator.domain.deletion import ArchiveAnswer, DeletedKind
from koordinator.domain.retention import RetentionEvent, RetentionKind
from koordinator.texts.formats import count_of, date_short, join_with_og, number

KINDS: Final[dict[RetentionKind, str]] = {
    RetentionKind.SUBJECT: "Borger eller familie",
    RetentionKind.DECEASED: "Borger, der er død",
    RetentionKind.MOVED: "Borger eller familie, der er flyttet fra kommunen",
    RetentionKind.WITHOUT_COURSE: "Borger, der aldrig har haft et forløb",
    RetentionKind.CONSENT: "Samtykke, der er slut",
    RetentionKind.PAPER: "Papirer fra forløb, der er slut",
    RetentionKind.DRAFT: "Kladder",
    RetentionKind.SEARCH_TERM: "Ord, der er søgt på",
    RetentionKind.LOG: "Log",
}
EVENTS: Final[dict[RetentionEvent, str]] = {
    RetentionEvent.COURSE_ENDED: "forløbet sluttede",
    RetentionEvent.DIED: "forløbet sluttede, fordi borgeren døde",
    RetentionEvent.MOVED_AWAY: "forløbet sluttede, fordi borgeren flyttede",
    RetentionEvent.LAST_USED: "sidst i brug",
    RetentionEvent.CONSENT_OVER: "samtykket blev trukket tilbage eller løb ud",
    RetentionEvent.PAPER_MADE: "papiret blev lavet",
    RetentionEvent.DRAFT_SAVED: "kladden blev gemt",
    RetentionEvent.SEARCHED: "søgningen",
    RetentionEvent.LOGGED: "det skete",
}
SUBJECTS: Final[dict[SubjectKind, str]] = {SubjectKind.CITIZEN: "Borger", SubjectKind.FAMILY: "Familie"}
DELETED: Final[dict[DeletedKind, str]] = {
    DeletedKind.CITIZEN: "Borger",
    DeletedKind.FAMILY: "Familie",
    DeletedKind.CONSENT: "Gamle samtykker",
    DeletedKind.PAPER: "Gamle papirer",
    DeletedKind.DRAFT: "Gamle kladder",
}
ARCHIVE: Final[dict[ArchiveAnswer, str]] = {
    ArchiveAnswer.DELIVERED: "Det er afleveret til arkivet",
    ArchiveAnswer.NOT_WORTH_KEEPING: "Det skal ikke bevares",
}
FOLLOWS: Final = "Følger borgeren eller familien"

_ROWS: Final[dict[str, tuple[str, str]]] = {
    "case_file": ("sag", "sager"),
    "effort": ("indsats", "indsatser"),
    "other_plan": ("anden plan", "andre planer"),
    "contact_person": ("kontaktperson", "kontaktpersoner"),
    "consent": ("samtykke", "samtykker"),
    "course": ("forløb", "forløb"),
    "assessment": ("vurdering", "vurderinger"),
    "meeting": ("møde", "møder"),
    "minutes_version": ("referat", "referater"),
    "meeting_note": ("note fra møder", "noter fra møder"),
    "joint_plan": ("fælles plan", "fælles planer"),
    "plan_version": ("godkendt version af planen", "godkendte versioner af planen"),
    "goal": ("mål", "mål"),
    "agreement": ("aftale", "aftaler"),
    "contact_note": ("notat om kontakt", "notater om kontakt"),
    "paper": ("papir", "papirer"),
    "handout": ("udlevering", "udleveringer"),
    "draft": ("kladde", "kladder"),
    "search_term": ("søgning", "søgninger"),
    "family_membership": ("plads i en familie", "pladser i familier"),
}
"""What is named by itself; the rest is told as one number."""


def months(count: int | None) -> str:
    """5 år, 6 måneder, or that it goes with the citizen"""
    if count is None:
        return FOLLOWS
    years, rest = divmod(count, 12)
    parts = [f"{years} år"] if years else []
    parts += [count_of(rest, "måned", "måneder")] if rest else []
    return join_with_og(parts)


def rows(counts: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    """3 sager, 2 møder ... and last everything else as one number"""
    named = tuple(count_of(found, *_ROWS[table]) for table, found in sorted(counts, key=_place) if table in _ROWS)
    other = sum(found for table, found in counts if table not in _ROWS)
    return (*named, f"{number(other)} {'anden oplysning' if other == 1 else 'andre oplysninger'}") if other else named


def _place(count: tuple[str, int]) -> int:
    names = list(_ROWS)
    return names.index(count[0]) if count[0] in _ROWS else len(names)


def why(event: RetentionEvent, event_on: date, period: int | None) -> str:
    """Forløbet sluttede 01.03.2019, og perioden er 5 år"""
    said = f"{EVENTS[event]} {date_short(event_on)}, og perioden er {months(period)}"
    return said[:1].upper() + said[1:]
