"""The words of `koordinator supervision`."""

from typing import Final

from koordinator.texts.formats import count_of

SUMMARY: Final = "ledelsestilsyn: tæl møder og planer"
DAY: Final = "DATO"
FROM: Final = "periodens første dag, 2026-07-01 eller 01.07.2026"
TO: Final = "periodens sidste dag"
BY: Final = "en række for hver medarbejder, hvert team eller hver fagenhed"
FORMAT: Final = "tabel på skærmen, JSON, CSV, regneark eller PDF"
OUTPUT: Final = "gem i denne fil"
IDS: Final = "tag numrene med på det, hvert tal er talt af (kun JSON)"
ALL: Final = "tag alle tal med, også trin, skift, vurderinger og ansøgninger"
OUTSIDE: Final = "til brug uden for huset: grupper med færre end 5 forløb lægges sammen"
COUNTS_FILE: Final = "gem tallene uden navne på borgere, så en leder kan lægge flere filer sammen"
MERGE: Final = "læg filer fra --counts-file sammen; det, der står i flere af dem, tælles én gang"
WRITE_KEY: Final = "gem kommunens tællenøgle i en fil, der kan deles med kollegerne"
COUNTING_KEY: Final = "brug den tællenøgle, der står i filen"

DAYS_MISSING: Final = "Skriv perioden med --from og --to."
NEEDS_OUTPUT: Final[dict[str, str]] = {
    "xlsx": "Et regneark skal gemmes i en fil. Skriv hvor med -o.",
    "pdf": "En PDF skal gemmes i en fil. Skriv hvor med -o.",
}
LARGE: Final = "stor skrift (kun PDF)"
IDS_NEED_JSON: Final = "--ids kan kun bruges sammen med --json, og ikke sammen med --outside eller --merge."
KEY_TAKEN: Final = "Tællenøglen er gemt. Filer til sammenlægning laves med den fra nu af."


def written(path: str) -> str:
    """Said when a file is there."""
    return f"Gemt i {path}"


def counts_file_written(path: str, lines: int) -> str:
    """Said when a counts file is there."""
    return f"Gemt i {path}: {count_of(lines, 'linje', 'linjer')}. Filen har ingen navne på borgere."


def key_written(path: str) -> str:
    """Said when the counting key is in a file."""
    return f"Tællenøglen er gemt i {path}. Del den kun med kolleger, der laver filer til samme sammenlægning."
