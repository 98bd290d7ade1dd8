"""Ledelsestilsyn in Danish: what each number is called and means, the periods, the comparisons, the tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from koordinator.domain.calendar_periods import months_in, period_before
from koordinator.domain.periods import DayRange
from koordinator.domain.supervision import (
    WHOLE_OF,
    CountName,
    GroupBy,
    GroupKind,
    SupervisionReport,
    SupervisionRow,
)
from koordinator.texts.formats import date_short, moment_short, month_year, number

_N: Final = CountName


@dataclass(frozen=True, slots=True)
class CountWords:
    """A count's name on the screen, its short heading in a table, and what it counts in a sentence."""

    title: str
    heading: str
    meaning: str


COUNTS: Final[Mapping[CountName, CountWords]] = {
    _N.MEETINGS_HELD: CountWords(
        "Samarbejdsmøder med borgeren",
        "Møder",
        "Tværfaglige koordinations- og samarbejdsmøder på trin 2 og 3, der er holdt i perioden, og hvor borgeren var "
        "med – eller forældremyndighedsindehaveren, værgen eller partsrepræsentanten i borgerens sted. Et møde tæller "
        "én gang, hos den, der var koordinerende sagsbehandler på dagen.",
    ),
    _N.MEETINGS_WITHOUT_CITIZEN: CountWords(
        "Møder uden borgeren",
        "Uden borger",
        "Samarbejdsmøder på trin 2 og 3, der er holdt i perioden, uden at borgeren eller nogen i borgerens sted var "
        "med. De tæller ikke med blandt samarbejdsmøderne.",
    ),
    _N.COURSES_STEP2: CountWords(
        "Forløb på trin 2",
        "På trin 2",
        "Forløb, der var på trin 2 mindst én dag i perioden. De står hos den koordinerende sagsbehandler ved periodens "
        "udgang, eller da trinnet sluttede.",
    ),
    _N.COURSES_STEP3: CountWords(
        "Forløb på trin 3",
        "På trin 3",
        "Forløb, der var på trin 3 mindst én dag i perioden. De står hos den koordinerende sagsbehandler ved periodens "
        "udgang, eller da trinnet sluttede.",
    ),
    _N.STEP2_WITH_MEETING: CountWords(
        "Forløb på trin 2 med møde",
        "Trin 2 med møde",
        "Forløb på trin 2, der har holdt mindst ét samarbejdsmøde med borgeren på trin 2 i perioden.",
    ),
    _N.WITH_PLAN: CountWords(
        "Forløb på trin 2-3 med fælles plan",
        "Med plan",
        "Forløb på trin 2 eller 3, der havde en godkendt fælles plan mindst én af dagene på trinnet i perioden.",
    ),
    _N.PLANS_IN_FORCE: CountWords(
        "Fælles planer, der gælder",
        "Planer",
        "Godkendte fælles planer, der gjaldt på periodens sidste dag. En familieplan er én plan, og kladder og nye "
        "versioner tæller ikke.",
    ),
    _N.PLANS_APPROVED: CountWords(
        "Nye fælles planer",
        "Nye planer",
        "Fælles planer, der er godkendt for første gang i perioden.",
    ),
    _N.PLANS_WITH_GOAL: CountWords(
        "Planer med fælles mål",
        "Med fælles mål",
        "Fælles planer, der gjaldt på periodens sidste dag, og som har mindst ét fælles mål.",
    ),
    _N.STEP2_WITHOUT_MEETING: CountWords(
        "Forløb på trin 2 uden møde",
        "Trin 2 uden møde",
        "Forløb på trin 2, der ikke har holdt et samarbejdsmøde med borgeren i perioden.",
    ),
    _N.STEP3_WITH_MEETING: CountWords(
        "Forløb på trin 3 med møde",
        "Trin 3 med møde",
        "Forløb på trin 3, der har holdt mindst ét samarbejdsmøde med borgeren på trin 3 i perioden.",
    ),
    _N.STEP3_WITHOUT_MEETING: CountWords(
        "Forløb på trin 3 uden møde",
        "Trin 3 uden møde",
        "Forløb på trin 3, der ikke har holdt et samarbejdsmøde med borgeren i perioden.",
    ),
    _N.COURSES_STEP2_OR_3: CountWords(
        "Forløb på trin 2-3",
        "På trin 2-3",
        "Forløb, der var på trin 2 eller 3 mindst én dag i perioden. Et forløb, der har været på begge trin, er ét.",
    ),
    _N.WITHOUT_PLAN: CountWords(
        "Forløb på trin 2-3 uden fælles plan",
        "Uden plan",
        "Forløb på trin 2 eller 3, der ikke havde en godkendt fælles plan i perioden.",
    ),
    _N.STEP1_AT_START: CountWords(
        "På trin 1 ved periodens start", "Trin 1, start", "Forløb på trin 1 på periodens første dag."
    ),
    _N.STEP2_AT_START: CountWords(
        "På trin 2 ved periodens start", "Trin 2, start", "Forløb på trin 2 på periodens første dag."
    ),
    _N.STEP3_AT_START: CountWords(
        "På trin 3 ved periodens start", "Trin 3, start", "Forløb på trin 3 på periodens første dag."
    ),
    _N.STEP1_AT_END: CountWords(
        "På trin 1 ved periodens slutning", "Trin 1, slut", "Forløb på trin 1 på periodens sidste dag."
    ),
    _N.STEP2_AT_END: CountWords(
        "På trin 2 ved periodens slutning", "Trin 2, slut", "Forløb på trin 2 på periodens sidste dag."
    ),
    _N.STEP3_AT_END: CountWords(
        "På trin 3 ved periodens slutning", "Trin 3, slut", "Forløb på trin 3 på periodens sidste dag."
    ),
    _N.MOVES_UP: CountWords("Skift til et højere trin", "Op", "Skift til et højere trin i perioden."),
    _N.MOVES_DOWN: CountWords("Skift til et lavere trin", "Ned", "Skift til et lavere trin i perioden."),
    _N.ASSESSMENTS_MADE: CountWords(
        "Vurderinger",
        "Vurderinger",
        "Vurderinger, der er afsluttet i perioden. De står hos den, der traf beslutningen.",
    ),
    _N.COURSES_ENDED: CountWords("Afsluttede forløb", "Afsluttet", "Forløb, der er afsluttet i perioden."),
    _N.APPLICATIONS_DUE: CountWords(
        "Ny- og genansøgninger med frist",
        "Ansøgninger",
        "Ny- og genansøgninger med frist i perioden, som er besvaret, eller hvor fristen er gået. De står hos sagens "
        "egen sagsbehandler.",
    ),
    _N.APPLICATIONS_IN_TIME: CountWords(
        "Ansøgninger besvaret inden fristen",
        "Til tiden",
        "Ny- og genansøgninger med frist i perioden, som er besvaret senest på fristens dag.",
    ),
    _N.PROMISES_DUE: CountWords(
        "Kommunens aftaler med frist",
        "Aftaler",
        "Aftaler, som en medarbejder har lovet med en dato i perioden, når dagen er gået, eller aftalen er afsluttet. "
        "De står hos den, der var koordinerende sagsbehandler den dag.",
    ),
    _N.PROMISES_KEPT: CountWords(
        "Kommunens aftaler holdt til tiden",
        "Holdt",
        "Kommunens aftaler med frist i perioden, som er gjort senest på dagen. Det, der blev opgivet, er ikke holdt.",
    ),
    _N.PLANS_REPLACED: CountWords(
        "Planer, den fælles plan har afløst",
        "Afløste planer",
        "Andre planer, der er afløst af en fælles plan, som gjaldt på periodens sidste dag. Tallet står ved siden af "
        "de øvrige tal og ændrer dem ikke.",
    ),
    _N.PAPERS_DUE: CountWords(
        "Møder, hvor papiret skulle være ude",
        "Papir ventet",
        "Samarbejdsmøder på trin 2 og 3, der er holdt i perioden, når papiret er udleveret, eller der er gået mere end "
        "fem arbejdsdage. De står hos den, der var koordinerende sagsbehandler på mødets dag.",
    ),
    _N.PAPERS_IN_TIME: CountWords(
        "Fra møde til papir inden fem arbejdsdage",
        "Papir til tiden",
        "Samarbejdsmøder, hvor referatet, eller en fælles plan, der er godkendt på mødets dag eller senere, er "
        "udleveret til nogen senest fem arbejdsdage efter mødet. Rækkerne viser, hvor mange dage der gik.",
    ),
    _N.PAPERS_LATE: CountWords(
        "Møder, hvor papiret kom senere eller mangler",
        "Papir for sent",
        "Samarbejdsmøder, hvor der gik mere end fem arbejdsdage, før papiret blev udleveret, eller hvor det stadig "
        "mangler.",
    ),
}

_GROUPS: Final[Mapping[GroupKind, str]] = {
    GroupKind.NO_COORDINATOR: "Uden koordinerende sagsbehandler",
    GroupKind.NO_CASEWORKER: "Uden sagsbehandler",
    GroupKind.NO_TEAM: "Uden team",
    GroupKind.NO_DEPARTMENT: "Uden fagenhed",
    GroupKind.MERGED: "Øvrige (grupper under 5 lagt sammen)",
    GroupKind.TOTAL: "I alt",
}
GROUP_HEADINGS: Final[Mapping[GroupBy, str]] = {
    GroupBy.EMPLOYEE: "Medarbejder",
    GroupBy.TEAM: "Team",
    GroupBy.DEPARTMENT: "Fagenhed",
}
TITLE: Final = "Ledelsestilsyn"
MY_NUMBERS: Final = "Mine tal"
_RANGE: Final = "–"
_QUARTER: Final = 3
_HALF_YEAR: Final = 6
_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class CountsTable:
    """A report as it stands in a table: the first column is the group, the last row the total."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def row_name(row: SupervisionRow) -> str:
    """What the row is called: a name, or what it is about when it is nobody's."""
    return row.name or _GROUPS.get(row.group.kind, "")


def period_name(days: DayRange) -> str:
    """2. halvår 2026, 3. kvartal 2026, november 2026, 2026, or 01.07.2026–15.08.2026"""
    months, first = months_in(days), days.first_on
    if months == _YEAR and first.month == 1:
        return str(first.year)
    if months == _HALF_YEAR and first.month in (1, 7):
        return f"{first.month // _HALF_YEAR + 1}. halvår {first.year}"
    if months == _QUARTER and (first.month - 1) % _QUARTER == 0:
        return f"{first.month // _QUARTER + 1}. kvartal {first.year}"
    if months == 1:
        return month_year(first)
    return f"{date_short(first)}{_RANGE}{date_short(days.last_on)}"


def counted_line(report: SupervisionReport) -> str:
    """Opgjort 21.11.2026 kl. 10.42 · opgørelsesmåde 1"""
    return f"Opgjort {moment_short(report.as_of)} · opgørelsesmåde {report.definition_version}"


def out_of(row: SupervisionRow, name: CountName) -> str:
    """45 af 65 where the count is held against another, else 106"""
    whole = WHOLE_OF.get(name)
    return number(row.number(name)) + (f" af {number(row.number(whole))}" if whole else "")


def compared(now: int, before: int, days: DayRange, today: date) -> str:
    """14 flere end på samme tid i 1. halvår, lige så mange som i 1. halvår; nothing where nothing came before."""
    earlier = period_before(days)
    if earlier is None:
        return ""
    still_running = days.first_on <= today < days.last_on
    when = f"{'på samme tid ' if still_running else ''}i {_earlier_name(earlier, days)}"
    if now == before:
        return f"Lige så mange som {when}"
    return f"{number(abs(now - before))} {'flere' if now > before else 'færre'} end {when}"


def expected_on_step3(count: int, expected_from: int, expected_to: int) -> str:
    """Forventet 20-30; what is outside is said without blame."""
    expected = f"Forventet {expected_from}-{expected_to}"
    if count < expected_from:
        return f"{expected} · {number(expected_from - count)} færre lige nu"
    if count > expected_to:
        return f"{expected} · {number(count - expected_to)} flere lige nu"
    return expected


def hidden_rows(count: int) -> str:
    """Said under the rows that are shown, when others belong to other teams."""
    rows = "1 række hører" if count == 1 else f"{number(count)} rækker hører"
    return f"{rows} til andre team og vises kun for deres leder."


def merged_line(files: int, repeated: int) -> str:
    """What was put together."""
    made_of = f"Lagt sammen af {number(files)} {'fil' if files == 1 else 'filer'}."
    if repeated == 0:
        return f"{made_of} Intet stod i flere af dem."
    again = "1 ting stod" if repeated == 1 else f"{number(repeated)} ting stod"
    return f"{made_of} {again} i flere af dem og er talt én gang."


def table_of(report: SupervisionReport) -> CountsTable:
    """The report as a table."""
    headings = (GROUP_HEADINGS[report.scope.by], *(COUNTS[name].heading for name in report.names))
    rows = (*report.rows, report.total)
    return CountsTable(
        f"{TITLE} {period_name(report.scope.days)}", headings, tuple(_cells(row, report.names) for row in rows)
    )


def meanings_of(report: SupervisionReport) -> CountsTable:
    """What each of the report's numbers means, with when and how it was counted."""
    rows = tuple((COUNTS[name].title, COUNTS[name].heading, COUNTS[name].meaning) for name in report.names)
    return CountsTable("Sådan er der talt", ("Tal", "Kolonne", counted_line(report)), rows)


def _earlier_name(earlier: DayRange, days: DayRange) -> str:
    name = period_name(earlier)
    if _RANGE in name:
        return f"perioden {name}"
    # In the same year the half-year alone says which one.
    return name.removesuffix(f" {days.first_on.year}")


def _cells(row: SupervisionRow, names: tuple[CountName, ...]) -> tuple[str | int, ...]:
    return row_name(row), *(row.number(name) for name in names)
