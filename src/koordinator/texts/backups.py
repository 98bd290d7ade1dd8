"""What is said about backups: on the tab, when one is restored, on the command line, and as a quiet notice."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from koordinator.domain.backup import BackupReason, BackupState
from koordinator.domain.backup_comparison import Comparison, Counted, DatabaseFacts, Relation
from koordinator.domain.backup_health import Elsewhere
from koordinator.domain.backup_names import ENDING
from koordinator.texts.errors_backups import WAYS_IN_RUINED
from koordinator.texts.formats import count_of, moment_short, number

INTRO: Final = (
    "Programmet tager selv sikkerhedskopier, når noget er ændret, når du lukker, og før en større ændring. "
    "Hver kopi er krypteret og kontrolleret."
)
MAKE: Final = "Tag en sikkerhedskopi nu"
MADE: Final = "Sikkerhedskopien er taget og kontrolleret: {name}"
NOT_ELSEWHERE: Final = "Men den kom ikke med i den anden mappe. {why}"
RESTORE: Final = "Gendan …"
RESTORE_FILE: Final = "Gendan fra en fil …"
TRY_OUT: Final = "Prøv den"
TRYING: Final = "Prøver kopien …"
MAKING: Final = "Tager en sikkerhedskopi …"
LIST: Final = "Sikkerhedskopier"
EMPTY: Final = "Der er ingen sikkerhedskopier endnu. Den første bliver taget, når noget er ændret."
WHEN: Final = "Taget"
WHY: Final = "Hvorfor"
SIZE: Final = "Størrelse"
STATE: Final = "Kontrolleret"
WHERE: Final = "Hvor"

HERE: Final = "Her"
THERE: Final = "Et andet sted"
BOTH: Final = "Begge steder"
NO_DATE: Final = "Ukendt"

PLACES: Final = "Hvor kopierne ligger"
ELSEWHERE_TEXT: Final = (
    "Vælg en mappe på en anden disk, et netværksdrev eller en USB-nøgle. Så er der en kopi, også hvis computeren "
    "går i stykker eller bliver stjålet. Kopierne er krypteret."
)
CHOOSE_FOLDER: Final = "Vælg en mappe …"
OTHER_FOLDER: Final = "Vælg en anden mappe …"
NO_FOLDER: Final = "Brug ikke en anden mappe"
PERIODS: Final = "Hvor længe kopierne gemmes …"
PERIODS_HEADING: Final = "Hvor længe kopierne gemmes"
KEYS: Final = "Nøgler og opbevaring"
PERIODS_TEXT: Final = "Den nyeste gode kopi bliver aldrig slettet."
HOME: Final = "Her: {folder}"
FOLDER: Final = "Et andet sted: {folder}"

TRIAL: Final = "Prøvegendannelse"
TRIAL_TEXT: Final = "En gang om måneden gendanner programmet en kopi på prøve og ser alt i den efter."
NO_TRIAL: Final = "Der er ikke prøvet endnu."

KEYS_TEXT: Final = (
    "En kopi åbnes med den adgangssætning og det ark med gendannelseskode, der gjaldt, da den blev taget. "
    "Kan du åbne databasen, åbner programmet selv dens kopier, også dem fra før en ny nøgle. "
    "Behold gamle ark, så længe der er kopier fra dengang."
)

REASONS: Final[dict[BackupReason, str]] = {
    BackupReason.TIMER: "Af sig selv",
    BackupReason.CLOSE: "Da du lukkede",
    BackupReason.ASKED: "Du bad om den",
    BackupReason.MIGRATION: "Før en opdatering",
    BackupReason.REKEY: "Før en ny nøgle",
    BackupReason.IMPORT: "Før en indlæst liste",
}
STATES: Final[dict[BackupState, str]] = {
    BackupState.GOOD: "I orden",
    BackupState.OTHER: "Anden database",
    BackupState.CUT: "Ikke hel",
    BackupState.DAMAGED: "Beskadiget",
    BackupState.NEWER: "Nyere udgave",
    BackupState.GONE: "Kan ikke læses",
    BackupState.NO_WAY_IN: "Uden adgang",
}
_ELSEWHERE: Final[dict[Elsewhere, str]] = {
    Elsewhere.FINE: "Der er en god kopi et andet sted.",
    Elsewhere.NOT_CHOSEN: (
        "Alle kopier ligger på samme computer som databasen. Går den i stykker, er alt væk. "
        "Vælg en mappe et andet sted."
    ),
    Elsewhere.NOT_REACHED: (
        "Mappen et andet sted kan ikke nås. Sæt USB-nøglen i, eller forbind netværksdrevet, og tag en sikkerhedskopi."
    ),
    Elsewhere.SAME_DISK: (
        "Den anden mappe ligger på samme disk som databasen. Går disken i stykker, er alt væk. "
        "Vælg en mappe på en anden disk, et netværksdrev eller en USB-nøgle."
    ),
    Elsewhere.NONE_YET: "Der er ingen god kopi et andet sted endnu. Tag en sikkerhedskopi nu.",
    Elsewhere.TOO_OLD: "Den nyeste gode kopi et andet sted er mere end syv dage gammel. Tag en sikkerhedskopi nu.",
}
COUNTED: Final[dict[Counted, str]] = {
    Counted.CITIZEN: "Borgere",
    Counted.FAMILY: "Familier",
    Counted.ASSESSMENT: "Vurderinger",
    Counted.MEETING: "Møder",
    Counted.PLAN: "Planer",
    Counted.AGREEMENT: "Aftaler",
    Counted.CONTACT_NOTE: "Notater om kontakt",
    Counted.PAPER: "Dokumenter",
}

RESTORE_TITLE: Final = "Gendan fra en sikkerhedskopi"
RESTORING: Final = "Gendanner i en ny fil og kontrollerer den …"
FILES: Final = f"Sikkerhedskopier (*{ENDING})"
CHOOSE_FILE: Final = "Vælg en sikkerhedskopi"
SECRET_INTRO: Final = (
    "Denne kopi kan ikke åbnes med databasens egen nøgle. "
    "Skriv den adgangssætning eller den gendannelseskode, der gjaldt, da kopien blev taget."
)
SECRET: Final = "Adgangssætning eller gendannelseskode"
SECRET_PROMPT: Final = "Adgangssætning eller gendannelseskode, da kopien blev taget: "
OPEN: Final = "Lås op"
PUT_IN_PLACE: Final = "Brug den gendannede database"
LEAVE: Final = "Behold databasen, som den er"
COUNTS: Final = "Hvor meget der er i kopien og nu"
KIND: Final = "Hvad"
RESTORED_COLUMN: Final = "I kopien"
PRESENT_COLUMN: Final = "Nu"
CLOSES: Final = (
    "Programmet lukker og åbner igen med den gendannede database. Den, du har nu, bliver liggende under et andet navn, "
    "til du selv sletter den."
)
IS_KEPT: Final = "Den beskadigede fil bliver liggende under et andet navn, hvis der er en."
NO_PRESENT: Final = "Der er ingen database nu, som kan åbnes, så der er intet at sammenligne med."
NOT_RESTORED: Final = "Databasen er ikke gendannet"

BACKUP_SUMMARY: Final = "tag en sikkerhedskopi"
BACKUP_TO_HELP: Final = "filen eller mappen, den skal ligge i; ellers i mappen ved siden af databasen"
RESTORE_SUMMARY: Final = "gendan en sikkerhedskopi i en ny database"
RESTORE_FILE_ARGUMENT: Final = "KOPI"
RESTORE_FILE_HELP: Final = "sikkerhedskopien"
RESTORE_TO_HELP: Final = "den nye database; her må ikke ligge en fil i forvejen"
RESTORED_TO: Final = "Databasen er gendannet og kontrolleret: {path}"

NOTICE_TRIAL_FAILED: Final = (
    "En sikkerhedskopi var ikke i orden, da programmet prøvede den. Gå til Sikkerhed, og se hvorfor."
)
NOTICE_FAILED: Final = "Der kunne ikke tages en sikkerhedskopi. {why}"


def elsewhere(state: Elsewhere) -> str:
    """Whether there is one elsewhere, and what to do."""
    return _ELSEWHERE[state]


def elsewhere_notice(state: Elsewhere) -> str:
    """The same, where nobody looks at the tab."""
    return f"Sikkerhedskopier: {_ELSEWHERE[state]} Det gør du under Sikkerhed."


def restored(kept: Path | None) -> str:
    """That it is done, and where the one before lies."""
    if kept is None:
        return "Databasen er gendannet. Programmet åbner igen."
    return (
        f"Databasen er gendannet. Den forrige ligger her: {kept}. Slet den, når du er sikker på, at du ikke "
        "skal bruge den. Programmet åbner igen."
    )


def size(size_bytes: int) -> str:
    """3,4 MB"""
    megabytes = size_bytes / 1_000_000
    return f"{megabytes:.1f} MB".replace(".", ",") if megabytes < 100 else f"{number(round(megabytes))} MB"


def when(made_at: datetime | None) -> str:
    """21.11.2026 kl. 12.00"""
    return NO_DATE if made_at is None else moment_short(made_at)


def made(file: Path, not_elsewhere: str = "") -> str:
    """That it was made, and why it did not come elsewhere, if so."""
    said = MADE.format(name=file.name)
    return f"{said} {NOT_ELSEWHERE.format(why=not_elsewhere)}" if not_elsewhere else said


def here_alone(why: str) -> str:
    """Said to somebody at a terminal, who sees where it lies."""
    return f"Sikkerhedskopien er taget. {NOT_ELSEWHERE.format(why=why)}"


def trial(at: datetime, state: BackupState) -> str:
    """How the last trial went."""
    if state is BackupState.GOOD:
        return f"Prøvet {moment_short(at)}: Kopien kunne gendannes, og alt i den var i orden."
    if state is BackupState.NO_WAY_IN:
        return f"Prøvet {moment_short(at)}: {WAYS_IN_RUINED}"
    return (
        f"Prøvet {moment_short(at)}: Kopien kunne ikke gendannes ({STATES[state].lower()}). "
        "Tag en ny sikkerhedskopi, og prøv den."
    )


def compared(comparison: Comparison) -> str:
    """What is told in plain words before anything is moved."""
    entries = count_of(comparison.entries_between, "post i loggen", "poster i loggen")
    return {
        Relation.SAME: "Kopien svarer til databasen, som den er nu. Intet går tabt, og intet kommer til.",
        Relation.EARLIER: (
            f"Kopien er en tidligere udgave af den database, du har nu. Det, der er sket siden ({entries}), "
            "er ikke med i den."
        ),
        Relation.LATER: f"Kopien er nyere end den database, du har nu: {entries} kommer til.",
        Relation.BRANCHED: (
            "Kopien og databasen har samme begyndelse, men der er sket noget i dem hver for sig siden. "
            "Det, der kun er i databasen nu, er ikke med i kopien."
        ),
        Relation.OTHER: "Kopien er fra en helt anden database end den, du har nu.",
    }[comparison.relation]


def taken(made_at: datetime, reason: BackupReason) -> str:
    """Kopien er taget 21.11.2026 kl. 12.00 (af sig selv)."""
    return f"Kopien er taget {moment_short(made_at)} ({REASONS[reason].lower()})."


def newest(facts: DatabaseFacts) -> str:
    """Det seneste i kopien er fra 21.11.2026 kl. 12.00."""
    if facts.newest_at is None:
        return "Der er intet i kopiens log."
    return f"Det seneste i kopien er fra {moment_short(facts.newest_at)}."


def deleted_again(deletions: int) -> str:
    """What stays deleted."""
    if not deletions:
        return ""
    return f"{count_of(deletions, 'sletning', 'sletninger').capitalize()} siden da er gennemført igen i kopien."


def told(facts: DatabaseFacts, comparison: Comparison | None, deletions: int) -> Iterator[str]:
    """What was restored and how it stands to the present one, a line each."""
    yield newest(facts)
    if deletions:
        yield deleted_again(deletions)
    if comparison is None:
        yield NO_PRESENT
        for kind, restored in facts.counts:
            yield f"{COUNTED[kind]}: {number(restored)}"
        return
    yield compared(comparison)
    for kind, restored, present in comparison.counts:
        yield f"{COUNTED[kind]}: {number(restored)} (nu {number(present)})"
