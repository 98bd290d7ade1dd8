"""The words round the numbers on the page Ledelsestilsyn; what the numbers are called stands in `supervision`."""

from datetime import date, datetime
from typing import Final

from koordinator.domain.supervision import CountName
from koordinator.texts.formats import clock, date_short, number

PERIOD: Final = "Periode"
OWN_DAYS: Final = "Vælg datoer …"
OWN_DAYS_HEADING: Final = "Vælg en periode"
OWN_DAYS_INTRO: Final = "Begge dage tæller med."
FIRST_DAY: Final = "Fra og med"
LAST_DAY: Final = "Til og med"
SHOW_PERIOD: Final = "Vis perioden"
GROUPED_BY: Final = "Vis for hver"
ONLY_NUMBERS: Final = "kun tal, intet sagsindhold"
MINE_EXPLAINED: Final = "de forløb, du koordinerer"

STEP3_TODAY: Final = "Familier og borgere på trin 3 i dag"
SEE_WHO: Final = "Se hvem"
SEE_WHICH: Final = "Se hvilke"
NO_COURSES: Final = "Ingen forløb i perioden"
NONE_LACKING: Final = "Ingen mangler"
NO_MEETINGS: Final = "Ingen møder endnu"
ALL_IN_TIME: Final = "Alle til tiden"

TEAM: Final = "Det fælles team"
MEMBER: Final = "Medarbejder"
SHARE_OF_TIME: Final = "Andel af tiden"
FAMILIES: Final = "Familier"
CITIZENS: Final = "Borgere"
OPEN_TAKEOVERS: Final = "Afventer overtagelse"
NOT_IN_TEAM: Final = "ikke i teamet"

ALL_NUMBERS: Final = "Alle tal i perioden"
NUMBER: Final = "Tal"
COUNTED: Final = "I alt"
NOTHING_COUNTED: Final = "Der er ikke noget at tælle i perioden. Vælg en anden periode, eller vælg et andet tal."
HOW_TO_OPEN: Final = (
    "Vælg en bjælke for at se rækkerne bag tallet. Rækkerne viser navn, trin og datoer, ikke sagens indhold, "
    "og opslaget skrives i loggen."
)

ROW_NAME: Final = "Navn"
ROW_STEP: Final = "Trin"
ROW_COORDINATOR: Final = "Koordinerende sagsbehandler"
STILL: Final = "fortsat"
DELETED: Final = "Slettet"
NOBODY: Final = "Ingen endnu"
NO_ROWS: Final = "Der er ingen rækker bag tallet."
LOGGED: Final = "Opslaget er skrevet i loggen."
NOT_YOURS: Final = (
    "Rækkerne bag tallet hører til andre team og vises kun for deres leder. Tallene selv kan du stadig bruge."
)
NO_ACCESS: Final = (
    "Ledelsestilsyn er for ledere og koordinerende sagsbehandlere. "
    "Spørg din administrator, hvis du har brug for tallene."
)

EXPORT: Final = "Eksportér"
EXPORT_KEYS_TEXT: Final = "Gem tallene i en fil"
EXPORT_HEADING: Final = "Hvem skal have tallene?"
EXPORT_INTRO: Final = "Filen har de samme tal som siden og en forklaring af hvert tal. Den nævner ingen borgere."
EXPORT_TO: Final = "Filen er til"
INSIDE: Final = "Brug i kommunen – alle grupper hver for sig"
OUTSIDE: Final = "Brug uden for kommunen – grupper under fem forløb lægges sammen"
CHOOSE_FILE: Final = "Vælg fil"
SAVE_AS: Final = "Gem tallene"
SAVE_REPORT: Final = "Gem som PDF"
PDF_FILES: Final = "PDF (*.pdf)"
XLSX_FILES: Final = "Excel (*.xlsx)"
CSV_FILES: Final = "CSV (*.csv)"

_FROM_UNTIL: Final = ("Fra", "Til")
_ON_A_DAY: Final = ("Dato", "")
HANDED_OUT: Final = "Papir udleveret"
_PAPER: Final = ("Møde", HANDED_OUT)
_DATE_HEADINGS: Final = {
    CountName.MEETINGS_HELD: _ON_A_DAY,
    CountName.MEETINGS_WITHOUT_CITIZEN: _ON_A_DAY,
    CountName.ASSESSMENTS_MADE: _ON_A_DAY,
    CountName.APPLICATIONS_DUE: ("Frist", "Besvaret"),
    CountName.APPLICATIONS_IN_TIME: ("Frist", "Besvaret"),
    CountName.PROMISES_DUE: ("Frist", "Afsluttet"),
    CountName.PROMISES_KEPT: ("Frist", "Afsluttet"),
    CountName.PLANS_REPLACED: ("Planen gjaldt fra", ""),
    CountName.PAPERS_DUE: _PAPER,
    CountName.PAPERS_IN_TIME: _PAPER,
    CountName.PAPERS_LATE: _PAPER,
}


def date_headings(name: CountName) -> tuple[str, str]:
    """What the two days of a row are; the second is empty where there is only one."""
    return _DATE_HEADINGS.get(name, _FROM_UNTIL)


def handed_after(handed_on: date | None, days: int) -> str:
    """14.03.2026, 3 dage efter"""
    if handed_on is None:
        return "Endnu ikke"
    after = f"{number(days)} {'dag' if days == 1 else 'dage'} efter" if days > 0 else "samme dag"
    return f"{date_short(handed_on)}, {after}"


def papers_late(count: int) -> str:
    """3 senere eller slet ikke"""
    return f"{number(count)} senere eller slet ikke" if count else ALL_IN_TIME


def lacking(count: int) -> str:
    """20 mangler"""
    return f"{number(count)} mangler" if count else NONE_LACKING


def see_all(figure: str) -> str:
    """Se rækkerne bag 45 af 65 i alt"""
    return f"Se rækkerne bag {figure} i alt"


def rows_heading(title: str, group: str) -> str:
    """Forløb på trin 2 med møde · Myndighed Voksen"""
    return f"{title} · {group}"


def rows_counted(count: int, period: str) -> str:
    """18 i 2. halvår 2026"""
    return f"{number(count)} i {period}"


def saved_as(name: str) -> str:
    """Said when the file is written."""
    return f"Tallene er gemt i »{name}«."


def team_counted(as_of: datetime) -> str:
    """Forløb på trin 3, som hver koordinerer i dag kl. 9.42. Tallene er til at planlægge efter, aldrig et loft."""
    return (
        f"Forløb på trin 3, som hver koordinerer i dag kl. {clock(as_of)}. "
        "Tallene er til at planlægge efter, aldrig et loft."
    )


def share_of_time(percent: int) -> str:
    """40 %, or that it is somebody from outside the team."""
    return f"{percent} %" if percent else NOT_IN_TEAM
