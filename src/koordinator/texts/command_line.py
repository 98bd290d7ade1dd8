"""The words of the command line."""

import re
from collections.abc import Sequence
from typing import Final

PROGRAM: Final = "Koordinator - for den koordinerende sagsbehandler. Uden kommando åbnes vinduet."
USAGE: Final = "brug: "
ARGUMENTS: Final = "argumenter"
OPTIONS: Final = "valgmuligheder"
COMMON_OPTIONS: Final = "fælles valgmuligheder"
COMMAND: Final = "KOMMANDO"
COMMANDS: Final = "kommandoer"
PATH: Final = "STI"
FILE: Final = "FIL"
EMPLOYEE: Final = "MEDARBEJDER"
CITIZEN: Final = "BORGER"
HELP: Final = "vis denne hjælp"
DATABASE: Final = "databasen, der arbejdes i"
KEY_FILE: Final = (
    "fil med databasens nøgle (64 tegn, 0-9 og a-f); vinduet og import laver databasen, hvis den ikke findes"
)
UNLOCK: Final = "fil med adgangssætningen eller gendannelseskoden på første linje (- læser den fra standardinput)"
ACTING_AS: Final = "hvem der handler: nummer, e-mail eller navn (ellers databasens ejer)"
JSON: Final = "skriv resultatet som JSON"

_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    (r"the following arguments are required: (.+)", "Her mangler noget: {0}."),
    (r"unrecognized arguments: (.+)", "Kommandoen kender ikke: {0}."),
    (r"argument (.+): expected one argument", "{0} skal følges af en værdi."),
    (r"argument (.+): expected at most one argument", "{0} kan højst følges af én værdi."),
    (r"argument (.+): expected (\d+) arguments?", "{0} skal følges af {1} værdier."),
    (r"argument (.+): expected at least one argument", "{0} skal følges af mindst en værdi."),
    (
        r"argument (.+): invalid choice: (.+?)(?:, maybe you meant .+)? \(choose from (.+)\)",
        "{0} kan ikke være {1}. Vælg mellem {2}.",
    ),
    (
        r"argument (.+): invalid danish_or_iso_day value: (.+)",
        "{0} kan ikke være {1}. Skriv dagen som 1.7.2026 eller 2026-07-01.",
    ),
    (r"argument (.+): invalid (?:int|row_number) value: (.+)", "{0} kan ikke være {1}. Skriv et helt tal."),
    (r"argument (.+): invalid \S+ value: (.+)", "{0} kan ikke være {1}."),
    (r"argument (.+): not allowed with argument (.+)", "{0} kan ikke bruges sammen med {1}."),
    (r"argument (.+): ignored explicit argument (.+)", "{0} skal ikke have nogen værdi ({1})."),
    (r"ambiguous option: (.+) could match (.+)", "{0} kan betyde flere ting: {1}."),
    (r"one of the arguments (.+) is required", "En af disse skal med: {0}."),
    (r"unexpected option string: (.+)", "Kommandoen kender ikke: {0}."),
    # A reason of our own is Danish already.
    (r"argument (.+?): (.+)", "{0}: {1}"),
)


def wrong_usage(message: str) -> str:
    """argparse's own message in Danish."""
    for pattern, sentence in _PATTERNS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return f"Kommandoen er ikke rigtig. {sentence.format(*match.groups())}"
    return f"Kommandoen er ikke rigtig. {message}"


class Summaries:
    """What each command does, in a line."""

    IMPORT: Final = "læs en liste fra et fagsystem ind i registret"
    ASSESS: Final = "beregn trinnet ud fra svar i en fil"
    MEETINGS: Final = "vis møderne"
    MEETING: Final = "lav et mødes dokumenter: forberedelse, dagsorden, brev, kalenderfil og referat"
    PLAN: Final = "lav den fælles plan som PDF"
    PLAN_COMPARE: Final = "vis, hvad der er ændret mellem to versioner af den fælles plan"
    NETWORK: Final = "vis netværket omkring en borger, eller lav det som PDF"
    SELF_TEST: Final = "prøv at åbne, skrive, læse, tegne og lukke"
    DEMO: Final = "åbn programmet med eksempeldata"
    PRACTICE: Final = "åbn øvelsen: følg en opdigtet borger hele vejen"


FOLDER: Final = "MAPPE"
DEMO_DIR: Final = "mappen til eksempeldata og dokumenter"
DEMO_NO_WINDOW: Final = "vis ikke noget vindue, men gennemfør en arbejdsdag og gem dens dokumenter i mappen"
PRACTICE_DIR: Final = "mappen til øvelsen"
PRACTICE_FRESH: Final = "begynd øvelsen forfra; det, der er lavet i øvelsen, bliver slettet"
DEMO_MAKING: Final = "Laver eksempeldata. Det tager et halvt minut."
STALLED: Final = (
    "Arbejdsdagen er gået i stå og er afbrudt. Det, der er gemt, er der stadig. Kør kommandoen igen; "
    "går den i stå igen, så fortæl det til jeres administrator."
)
DEMO_NO_DISPLAY: Final = "Her er ingen skærm, så arbejdsdagen gennemføres uden vindue."
NUMBER: Final = "NUMMER"
PLAN_CITIZEN: Final = "borgeren (CPR-nummer eller id)"
NETWORK_CITIZEN: Final = "borgeren (CPR-nummer eller id)"
PLAN_FOR: Final = "hvem dokumentet er til: borgeren, fagpersoner eller arket »Hvem hjælper dig med hvad«"
COMPARE_FROM: Final = "den godkendte version, der sammenlignes fra"
COMPARE_TO: Final = "den godkendte version, der sammenlignes til (ellers planen i dag)"
PLAN_VERSION: Final = "en bestemt godkendt version (ellers den nyeste, eller udkastet)"
SELF_TEST_FINE: Final = "Alt virker: Databasen er åbnet, skrevet, læst og lukket, og et dokument er tegnet."
ASSESS_CITIZEN: Final = "borgeren (CPR-nummer eller id)"
ASSESS_ANSWERS: Final = 'fil med svarene: [answers] parameter = "svar"'
ASSESS_SAVE: Final = "gem og lås vurderingen (ellers beregnes den kun)"
IMPORT_FILE: Final = "listen: CSV, tekst eller XLSX"
IMPORT_CREATE: Final = "opret fagenheder, som listen nævner, og som ikke findes"
IMPORT_TAKE: Final = "tag også de borgere over, som har en anden sagsbehandler, når listen siger, at det er dig"
IMPORT_BAD: Final = "gem de rækker, der ikke kunne bruges, i denne fil"


def _things(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def import_summary(rows: int, citizens: tuple[int, int, int], cases: tuple[int, int, int], bad_rows: int) -> str:
    """What an import did, in a few lines: made, changed, unchanged."""
    lines = [f"{_things(rows, 'række', 'rækker')} læst."]
    for name, (created, updated, unchanged) in (("Borgere", citizens), ("Sager", cases)):
        lines.append(f"{name}: {created} nye, {updated} ændret, {unchanged} uændret.")
    if bad_rows:
        lines.append(f"{_things(bad_rows, 'række', 'rækker')} kunne ikke bruges:")
    return "\n".join(lines)


def made_by_import(departments: Sequence[str], teams: Sequence[str], employees: Sequence[str]) -> list[str]:
    """What the import had to make, a line for each kind."""
    made = [f"Oprettede fagenheder: {', '.join(departments)}."] if departments else []
    for kind, names in (("teams", teams), ("sagsbehandlere", employees)):
        if names:
            made.append(f"Nye {kind}, som skal bekræftes under Indstillinger: {', '.join(names)}.")
    return made


def held_row(row: int, name: str) -> str:
    """A row that would make whoever imports the caseworker of a citizen whom others have."""
    return f"  Række {row}, {name}: borgeren har en anden sagsbehandler. Tag borgeren over med --take-over."


def bad_row(row: int, column: str, value: str, reason: str) -> str:
    """One refused row in a line."""
    return f"  Række {row}, {column}: {reason}" + (f" (»{value}«)" if value else "")


PASSPHRASE_PROMPT: Final = "Adgangssætning: "

STOPPED: Final = "Kommandoen er afbrudt. Det, der allerede var gemt, er der stadig."
UNEXPECTED: Final = (
    "Der skete en fejl, som er vores. Det, der allerede var gemt, er der stadig. "
    "Der er lavet en fejlrapport uden personoplysninger: {path}"
)
