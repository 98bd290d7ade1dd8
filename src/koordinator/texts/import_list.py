"""Indlæs liste: the words round a list from a case system, before, during and after it goes in."""

from collections.abc import Sequence
from typing import Final

from koordinator.domain.list_import import REQUIRED_FIELDS, ListField
from koordinator.texts.formats import count_of, join_with_og, number
from koordinator.texts.list_faults import FIELD_LABELS

_MOST_NAMES: Final = 30
_MOST_ASKED: Final = 10
_ARE_TOLD: Final = "får besked, hvis de bruger programmet. Ellers får en leder besked, hvis der er en."

TITLE: Final = "Indlæs liste"
CRUMB: Final = "Borgere og familier › Indlæs liste"
CHOOSE: Final = "Vælg fil"
CHOOSE_ANOTHER: Final = "Vælg en anden fil"
CHOOSE_FIRST: Final = (
    "Vælg en liste fra jeres fagsystem: CSV, tekst eller Excel. Du kan også trække filen hertil.\n"
    "Listen skal mindst have CPR-nummer, navn, sagsnummer og fagenhed. Du ser den igennem, før noget bliver indlæst."
)
FILE_DIALOG: Final = "Vælg listen"
FILE_FILTER: Final = "Lister (*.csv *.txt *.tsv *.xlsx *.xlsm);;Alle filer (*)"
READING: Final = "Læser listen …"

USABLE: Final = "Rækker, der kan bruges"
CITIZENS: Final = "Borgere i listen"
UNUSABLE: Final = "Rækker med fejl"
LEFT_OUT: Final = "bliver ikke indlæst"
SAVE_BAD_ROWS: Final = "Gem rækker med fejl"
BAD_ROWS_DIALOG: Final = "Gem de rækker, der har fejl"
BAD_ROWS_FILE: Final = "raekker-med-fejl.csv"
CSV_FILES: Final = "CSV (*.csv)"

PARTS: Final = "Listens dele"
COLUMNS_TAB: Final = "Kolonner"
HEADING: Final = "Overskrift i listen"
MEANING: Final = "Betyder"
NOT_USED: Final = "Bruges ikke"
FAULTS: Final = "Rækker med fejl"
FAULT_ROW: Final = "Række"
FAULT_COLUMN: Final = "Kolonne"
FAULT_VALUE: Final = "Værdi"
FAULT_REASON: Final = "Fejl"
NO_FAULTS: Final = "Der er ingen fejl i listen."
CREATE_DEPARTMENTS: Final = "Opret fagenhed"

IMPORTING: Final = "Indlæser listen"
STOP: Final = "Stop"
STOPPING: Final = "Stopper efter den borger, vi er ved …"
KEPT: Final = "Hver borger gemmes for sig. Du kan stoppe når som helst og indlæse listen igen bagefter."
PROGRESS: Final = "Hvor langt indlæsningen er"

DONE: Final = "Listen er indlæst"
STOPPED: Final = "Indlæsningen blev stoppet"
STOPPED_REMARK: Final = "Det, der nåede at komme ind, er gemt. Indlæs listen igen for at få resten med."
RESULT_CITIZENS: Final = "Borgere"
RESULT_CASES: Final = "Sager"
TAKE: Final = "Tag dem over"
TAKE_HEADING: Final = "Vil du tage dem over?"
NO_BAD_ROWS: Final = "alle rækker kunne bruges"
SEE_CITIZENS: Final = "Se borgerne"
ANOTHER_LIST: Final = "Indlæs en liste mere"
UNCONFIRMED: Final = "Nye teams og sagsbehandlere"
CONFIRM_THEM: Final = (
    "De er oprettet ud fra listen. Se dem efter under Indstillinger, og slå dem sammen, der er de samme."
)
NEW_DEPARTMENTS: Final = "Nye fagenheder"
TEAMS: Final = "Teams"
CASEWORKERS: Final = "Sagsbehandlere"


def list_in_a_line(file_name: str, rows: int, columns: int) -> str:
    """sager.csv · 725 rækker · 15 kolonner"""
    return f"{file_name} · {count_of(rows, 'række', 'rækker')} · {count_of(columns, 'kolonne', 'kolonner')}"


def meaning(field: ListField) -> str:
    """Sagsnummer (skal med)"""
    label = FIELD_LABELS[field]
    return f"{label} (skal med)" if field in REQUIRED_FIELDS else label


def sample_heading(row: int) -> str:
    """Række 2"""
    return f"Række {number(row)}"


def column_name(heading: str) -> str:
    """What a screen reader says of the choice for a column."""
    return f"Hvad kolonnen »{heading}« betyder"


def columns_cut(shown: int, total: int) -> str:
    """60 of 500 columns are shown."""
    return f"Listen har {number(total)} kolonner. Her vises {number(shown)} af dem."


def missing(fields: Sequence[ListField]) -> str:
    """What the person has to point out before anything can go in."""
    labels = [f"»{FIELD_LABELS[field]}«" for field in fields]
    return f"Vi kan ikke finde {join_with_og(labels)}. Vælg kolonnen herunder."


def unknown_departments(names: Sequence[str]) -> str:
    """Fagenheden »Rumfart« findes ikke i programmet."""
    quoted = join_with_og([f"»{name}«" for name in names])
    one = len(names) == 1
    said = f"Fagenheden {quoted} findes ikke" if one else f"Fagenhederne {quoted} findes ikke"
    return f"{said} i programmet. Opret {'den' if one else 'dem'}, eller ret listen."


def departments_will_be_made(names: Sequence[str]) -> str:
    """Fagenheden »Rumfart« bliver oprettet, når listen indlæses."""
    quoted = join_with_og([f"»{name}«" for name in names])
    return f"{'Fagenheden' if len(names) == 1 else 'Fagenhederne'} {quoted} bliver oprettet, når listen indlæses."


def of_rows(good: int, total: int) -> str:
    """716 af 725"""
    return f"{number(good)} af {number(total)}"


def cases_in_list(cases: int) -> str:
    """med 725 sager"""
    return f"med {count_of(cases, 'sag', 'sager')}"


def import_rows(rows: int) -> str:
    """Indlæs 716 rækker"""
    return f"Indlæs {count_of(rows, 'række', 'rækker')}" if rows else "Indlæs"


def faults_tab(rows: int) -> str:
    """Rækker med fejl (9)"""
    return f"{FAULTS} ({number(rows)})" if rows else FAULTS


def so_far(done: int, total: int) -> str:
    """120 af 304 borgere"""
    return f"{number(done)} af {count_of(total, 'borger', 'borgere')}"


def created(count: int) -> str:
    """304 nye"""
    return f"{number(count)} {'ny' if count == 1 else 'nye'}"


def rest(updated: int, unchanged: int) -> str:
    """12 ændret · 3 som før"""
    return f"{number(updated)} ændret · {number(unchanged)} som før"


def held(citizens: Sequence[str]) -> str:
    """Lone Bæk har en anden sagsbehandler, men listen siger, at det er dig."""
    named = names("Borgere", citizens)
    return (
        "Nogle borgere har en anden sagsbehandler, men listen siger, at det er dig. De sager er ikke indlæst. "
        f"{named}. Tager du dem over, kan borgerne se det, og de, der har dem nu, {_ARE_TOLD}"
    )


def take_question(citizens: Sequence[str]) -> str:
    """Du bliver sagsbehandler for 2 borgere, som andre har nu."""
    return (
        f"{names('Borgere', citizens, _MOST_ASKED)}.\n\n"
        f"Du bliver sagsbehandler for {count_of(len(citizens), 'borger', 'borgere')}, som andre har nu. "
        f"De andre {_ARE_TOLD} Det kan ikke fortrydes her."
    )


def taken(citizens: int) -> str:
    """Du er nu sagsbehandler for 2 borgere mere."""
    return (
        f"Du er nu sagsbehandler for {count_of(citizens, 'borger', 'borgere')} mere. "
        f"De andre sagsbehandlere {_ARE_TOLD}"
    )


def saved_as(file_name: str) -> str:
    """The refused rows lie in a file now."""
    return f"Rækkerne er gemt i »{file_name}«. Filen indeholder personoplysninger: Slet den, når listen er rettet."


def names(label: str, those: Sequence[str], most: int = _MOST_NAMES) -> str:
    """Teams: Visitationen, PPR og 1.970 flere"""
    listed = ", ".join(those[:most])
    more = len(those) - most
    return f"{label}: {listed} og {number(more)} flere" if more > 0 else f"{label}: {listed}"
