"""The words of Opbevaring: how long things are kept, whose time is up, and deletion."""

from datetime import date
from typing import Final

from koordinator.domain.codes import SubjectKind
from koordinator.domain.deletion import ArchiveAnswer, DeletedKind, Deletion, counts_of
from koordinator.domain.retention import EVENTS as EVENTS_OF
from koordinator.domain.retention import RetentionEvent, RetentionKind
from koordinator.texts.formats import count_of, date_short, join_with_og, moment_short, number

KINDS: Final[dict[RetentionKind, str]] = {
    RetentionKind.SUBJECT: "Borger eller familie",
    RetentionKind.DECEASED: "Borger, der er død",
    RetentionKind.MOVED: "Borger eller familie, der er flyttet fra kommunen",
    RetentionKind.WITHOUT_COURSE: "Borger, der aldrig har haft et forløb",
    RetentionKind.CONSENT: "Samtykke, der er slut",
    RetentionKind.PAPER: "Dokumenter fra forløb, der er slut",
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
    RetentionEvent.PAPER_MADE: "dokumentet blev lavet",
    RetentionEvent.DRAFT_SAVED: "kladden blev gemt",
    RetentionEvent.SEARCHED: "søgningen",
    RetentionEvent.LOGGED: "det skete",
}
SUBJECTS: Final[dict[SubjectKind, str]] = {SubjectKind.CITIZEN: "Borger", SubjectKind.FAMILY: "Familie"}
DELETED: Final[dict[DeletedKind, str]] = {
    DeletedKind.CITIZEN: "Borger",
    DeletedKind.FAMILY: "Familie",
    DeletedKind.CONSENT: "Gamle samtykker",
    DeletedKind.PAPER: "Gamle dokumenter",
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
    "paper": ("dokument", "dokumenter"),
    "handout": ("udlevering", "udleveringer"),
    "draft": ("kladde", "kladder"),
    "search_term": ("søgning", "søgninger"),
    "family_membership": ("plads i en familie", "pladser i familier"),
}
"""What is named by itself; the rest is told as one number."""


def new_period(kind: RetentionKind) -> str:
    """Ny periode: borger, der er død"""
    words = KINDS[kind]
    return f"{NEW_PERIOD}: {words[:1].lower()}{words[1:]}"


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


def gone(counts: tuple[tuple[str, int], ...]) -> str:
    """3 sager, 2 møder og 41 andre oplysninger."""
    return f"{join_with_og(rows(counts))}."


def _place(count: tuple[str, int]) -> int:
    names = list(_ROWS)
    return names.index(count[0]) if count[0] in _ROWS else len(names)


def why(event: RetentionEvent, event_on: date, period: int | None) -> str:
    """Forløbet sluttede 01.03.2019, og perioden er 5 år"""
    said = f"{EVENTS[event]} {date_short(event_on)}, og perioden er {months(period)}"
    return said[:1].upper() + said[1:]


DUE: Final = "Tiden er gået"
DUE_INTRO: Final = (
    "Her står dem, hvis oplysninger I efter jeres perioder ikke skal beholde længere. Programmet sletter ikke af sig "
    "selv: et menneske beslutter."
)
NOBODY_DUE: Final = "Ingen. Når tiden er gået for en borger eller familie, står de her."
NAME: Final = "Navn"
WHY: Final = "Hvorfor"
SINCE: Final = "Kan slettes fra"
STATE: Final = "Status"
DECIDE: Final = "Beslut"
DELETE_ALL: Final = "Slet alle"
STOP: Final = "Stop"
STOPPING: Final = "Stopper …"
PROGRESS: Final = "Sletter"

GROUPS: Final = "Gammelt, der slettes samlet"
NO_GROUPS: Final = "Intet. Kladder, dokumenter og samtykker står her, når deres tid er gået."
WHAT: Final = "Hvad"
HOW_MANY: Final = "Antal"
UNTIL: Final = "Til og med"
DELETE: Final = "Slet"

HOLDS: Final = "Må ikke slettes"
NO_HOLDS: Final = "Ingen. Når nogen beslutter, at noget skal beholdes, står det her med grunden."
REASON: Final = "Grund"
HOW_LONG: Final = "Hvor længe"
HOLD_SOMEBODY: Final = "Tilføj borger"
HOLD_HEADING: Final = "En borger må ikke slettes"
HOLD_INTRO: Final = (
    "Intet om borgeren bliver slettet, før grunden er væk: heller ikke det, der står hos de familier, borgeren har "
    "været med i."
)
CPR: Final = "Borgerens CPR-nummer"
KEEP_UNTIL_HINT: Final = "Lad feltet være tomt, hvis det skal beholdes, til nogen ophæver det."
LIFT: Final = "Ophæv"

PROOFS: Final = "Slettet"
NO_PROOFS: Final = "Der er ikke slettet noget endnu."
WHEN: Final = "Hvornår"
RULE: Final = "Efter hvilken regel"
RECEIPT: Final = "Slettekvittering"
COPY: Final = "Kopiér"
SAVE: Final = "Gem som tekst"
SAVED: Final = "Kvitteringen er gemt."
COPIED: Final = "Kvitteringen er kopieret."
RECEIPT_FILE: Final = "slettekvittering.txt"
TEXT_FILES: Final = "Tekst (*.txt)"

CHOICE: Final = "Hvad skal der ske?"
CHOICES: Final = {
    "delete": "Slet for altid",
    "keep": "Behold til en dag",
    "hold": "Må ikke slettes, før nogen ophæver det",
}
DO: Final = {"delete": "Slet for altid", "keep": "Behold", "hold": "Må ikke slettes"}
ARCHIVE_LABEL: Final = "Er det afklaret med arkivet?"
ARCHIVE_HINT: Final = "Arkivloven: det, der skal bevares, må ikke slettes, før det er afleveret. Spørg jeres arkivar."
KEEP_UNTIL: Final = "Behold til"
REASON_LABEL: Final = "Grunden"
REASON_HINT: Final = "Skriv kort hvorfor. Grunden står her, så længe den gælder."
WHAT_GOES: Final = "Det forsvinder"
BACKUPS: Final = (
    "Sikkerhedskopier, der er lavet før, har det stadig, til de bliver for gamle og slettes. Gendanner I en af dem, "
    "sletter programmet det igen."
)
COUNTS_STAY: Final = (
    "Tallene i ledelsestilsynet ændrer sig ikke: dage, trin og medarbejder bliver stående, uden at nogen kan se, hvem "
    "det var."
)
LIFT_HEADING: Final = "Må det slettes igen?"

PERIODS: Final = "Hvor længe opbevares noget?"
PERIODS_INTRO: Final = (
    "De fleste af perioderne er et forslag, ikke lov: loven siger, at oplysninger ikke må opbevares længere end "
    "nødvendigt. Kommunen bestemmer selv, og skal have sin jurist og sin arkivar til at se på det først. Det, I "
    "bestemmer, gælder fra en dag, og det gamle bliver stående."
)
KIND: Final = "Hvad det gælder"
FROM: Final = "Regnes fra"
HOW_LONG_KEPT: Final = "Hvor længe"
NEW_PERIOD: Final = "Ny periode"
MONTHS: Final = "Måneder"
MONTHS_HINT: Final = "Lad feltet være tomt, hvis det skal følge borgeren eller familien."
NOT_A_NUMBER: Final = "Skriv et helt tal, eller lad feltet være tomt."
PERIOD_FROM: Final = "Gælder fra"
PERIOD_REASON: Final = "Begrundelse"
PERIOD_REASON_HINT: Final = "Skriv, hvem der har besluttet det, og hvorfor."
READ: Final = "Hent fra fil"
WRITE: Final = "Gem som fil"
FILES: Final = "Perioder (*.toml)"
FILE_NAME: Final = "opbevaring.toml"
WRITTEN: Final = "Perioderne er gemt i filen."
HAVE_READ: Final = "Perioderne er hentet fra filen."
SOURCE: Final = "Kilde"
OWN: Final = "Kommunens egen"
STANDARD: Final = "Forslag fra programmet"


def whether(name: str) -> str:
    """Skal Lone Bæk slettes?"""
    return f"Skal {name} slettes?"


def state(reason: str | None, until: date | None) -> str:
    """Venter på en beslutning, or what keeps it"""
    if reason is None:
        return "Venter på en beslutning"
    return f"Beholdes til {date_short(until)}: {reason}" if until else f"Må ikke slettes: {reason}"


def ended(words: str) -> str:
    """The words with one full stop"""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def until(day: date | None) -> str:
    """Til 01.12.2026, or until somebody lifts it"""
    return f"Til {date_short(day)}" if day else "Til nogen ophæver det"


def mentions(number_of: int) -> str:
    """That others' papers still say the name"""
    if not number_of:
        return ""
    said = "ét sted" if number_of == 1 else f"{number(number_of)} steder"
    return (
        f"Navnet står også {said} hos andre: i familiens planer og referater eller i det, der er skrevet om andre. Det "
        "hører til dem og bliver stående, til deres tid er gået."
    )


def is_deleted(kind: SubjectKind) -> str:
    """Borgeren er slettet."""
    return "Borgeren er slettet." if kind is SubjectKind.CITIZEN else "Familien er slettet."


def many_deleted(number_of: int) -> str:
    """3 er slettet."""
    return f"{number(number_of)} er slettet."


def delete_all(number_of: int) -> str:
    """Slet alle (3)"""
    return f"{DELETE_ALL} ({number(number_of)})"


def so_far(done: int, total: int) -> str:
    """Slettet 3 af 10"""
    return f"Slettet {number(done)} af {number(total)}"


def all_question(names: str, number_of: int) -> str:
    """Who goes when all go"""
    return f"Alt om {count_of(number_of, 'borger eller familie', 'borgere og familier')} slettes for altid: {names}."


def group_question(kind: RetentionKind, number_of: int, day: date) -> str:
    """What goes when a group goes"""
    return (
        f"{KINDS[kind]} fra {date_short(day)} eller før slettes for altid: {number(number_of)} i alt. Det, der hører "
        "til nogen, der ikke må slettes, bliver stående. Sikkerhedskopier fra før har det stadig, til de er for gamle."
    )


def lift_question(name: str, reason: str) -> str:
    """What keeps it until now"""
    return f"{name} beholdes nu, fordi: {ended(reason)} Ophæves det, kan {name} slettes, når tiden er gået."


def receipt(lines: tuple[tuple[str, str], ...]) -> str:
    """The proof as text, a line each, to be copied or printed; without any name of who it was"""
    return "\n".join((RECEIPT, "", *(f"{name}: {said}" for name, said in lines)))


def receipt_lines(deletion: Deletion, by: str) -> tuple[tuple[str, str], ...]:
    """What the proof says, each with its heading"""
    ids = "" if deletion.subject_id is None else str(deletion.subject_id)
    rule = deletion_rule(deletion)
    found = (
        ("Hvad", DELETED[deletion.kind]),
        ("Slettet", moment_short(deletion.deleted_at)),
        ("Af", by or "Programmet, efter en gendannelse"),
        ("Regel", rule),
        ("Arkiv", ARCHIVE[deletion.archive] if deletion.archive else ""),
        ("Tilfældigt kendetegn", deletion.uid),
        ("Nummer i loggen", f"{ids} (post {deletion.log_sequence})" if ids else f"post {deletion.log_sequence}"),
        ("Slettede oplysninger", join_with_og(rows(counts_of(deletion.counts)))),
        ("Steder hos andre, hvor navnet står", number(deletion.mentions) if deletion.mentions else ""),
        ("Filen gjort ren", moment_short(deletion.cleaned_at) if deletion.cleaned_at else "Ikke endnu"),
    )
    return tuple((name, said) for name, said in found if said)


def deletion_rule(deletion: Deletion) -> str:
    """Forløbet sluttede 01.03.2019, og perioden er 5 år"""
    if deletion.replayed:
        return "Slettet igen efter en gendannelse"
    if deletion.rule is not None and deletion.event_on is not None:
        return why(EVENTS_OF[deletion.rule], deletion.event_on, deletion.months)
    return f"Fra {date_short(date.fromisoformat(deletion.uid))} eller før"


def counted_from(event: RetentionEvent) -> str:
    """Regnes fra: forløbet sluttede"""
    return f"{FROM}: {EVENTS[event]}"


def own_from(day: str) -> str:
    """Kommunens egen fra 01.01.2027"""
    return f"{OWN} fra {day}"
