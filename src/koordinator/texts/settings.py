"""Words of Indstillinger."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from koordinator.domain.holidays import Holiday
from koordinator.domain.organisation import Role
from koordinator.domain.setting import SettingKey
from koordinator.domain.team_places import WHOLE_TIME
from koordinator.texts.formats import count_of, date_long, date_short, join_with_og

TITLE: Final = "Indstillinger"
TABS: Final[dict[str, str]] = {
    "municipality": "Kommune",
    "letterhead": "Brevpapir",
    "organisation": "Fagenheder",
    "employees": "Medarbejdere",
    "themes": "Emner",
    "words": "Ordbog",
    "letters": "Brevtekster",
    "plan_types": "Plantyper",
    "model": "Model",
    "look": "Udseende",
}

KEY_UNDO_MODEL: Final = "Fortryd en ændring i vurderingsmodellen"

ABOUT_US: Final = "Kommunen"
ABOUT_US_HINT: Final = "Står på breve og planer."
PACE: Final = "Hvor tit og hvor hurtigt"
PACE_HINT: Final = "Programmet foreslår næste skridt efter disse frister. En ændring gælder fra i dag."
CHANGE_FROM_DAY: Final = "Ændr fra en bestemt dag"
CHANGE_FROM_DAY_INTRO: Final = "Indtil dagen kommer, gælder det, der står nu. Ændringen kan tages tilbage så længe."
INTERVAL: Final = "Frist"
CHOOSE_INTERVAL: Final = "Vælg en frist"
NEW_VALUE: Final = "Ny værdi"
HOLDS_FROM: Final = "Gælder fra"
COMING: Final = "Kommende ændringer"
TAKE_BACK: Final = "Tag tilbage"
EARLIER_VALUES: Final = "Tidligere værdier"
NO_EARLIER_VALUES: Final = "Ingen frist er ændret endnu."
VALUE: Final = "Værdi"
HELD: Final = "Gjaldt"
MISFIT: Final = "Hvornår trinnet skal vurderes igen"
MISFIT_HINT: Final = (
    "En ny sag, en ny fagenhed og en vurdering, der er for gammel, tæller altid. "
    "Her står, hvor meget der skal til ellers."
)
DAYS_OFF: Final = "Lukkedage efter aftale"
DAYS_OFF_HINT: Final = "Tæller ikke med som arbejdsdage. Helligdage er altid lukket."
HANDOVER_CHECKLIST: Final = "Tjekliste ved overdragelse"
HANDOVER_CHECKLIST_HINT: Final = (
    "Én ting pr. linje. En ny overdragelse begynder med listen; de overdragelser, der er i gang, beholder deres egen. "
    "Er feltet tomt, bruges programmets liste."
)
SCREEN: Final = "Skærmen"
STEP3: Final = "Trin 3"
STEP3_HINT: Final = "Et tal at planlægge efter, aldrig et loft."

SETTINGS: Final[dict[SettingKey, str]] = {
    SettingKey.MUNICIPALITY: "Kommunens navn",
    SettingKey.MAIN_PHONE: "Hovednummer",
    SettingKey.KLE_SUBJECT: "KLE-emne",
    SettingKey.KLE_MEETING_FACET: "Handlingsfacet til møder",
    SettingKey.FILING_SENSITIVITY: "Følsomhed",
    SettingKey.FIRST_MEETING_WITHIN_DAYS: "Første møde holdes inden (dage)",
    SettingKey.MEETING_INTERVAL_DAYS: "Højst så mange dage mellem møder",
    SettingKey.TAKE_OVER_WITHIN_DAYS: "Sager overdrages til det fælles team inden (dage)",
    SettingKey.HAND_OUT_WITHIN_WORKING_DAYS: "Planen udleveres inden (arbejdsdage)",
    SettingKey.PLAN_REVIEW_INTERVAL_DAYS: "Planen ses igennem efter (dage)",
    SettingKey.REASSESS_AFTER_DAYS: "Trinnet vurderes igen efter (dage)",
    SettingKey.EFFORT_FOLLOW_UP_DAYS: "Der følges op, før en bevilling løber ud (dage)",
    SettingKey.GATHER_WINDOW_DAYS: "Opfølgninger samles, når de ligger inden for (dage)",
    SettingKey.PROFESSIONALS_AT_TABLE: "Færre om bordet: Højst så mange fagpersoner til et møde",
    SettingKey.MISFIT_CONTACTS: "Nye kontaktpersoner (mindst)",
    SettingKey.MISFIT_CANCELLED_MEETINGS: "Aflyste møder (mindst)",
    SettingKey.MISFIT_OVERDUE_AGREEMENTS: "Aftaler over fristen (mindst)",
    SettingKey.MISFIT_OVERDUE_PERCENT: "... og mere end så mange procent af de åbne",
    SettingKey.MISFIT_MOVES: "Skift af trin (mindst)",
    SettingKey.MISFIT_MOVES_WITHIN_DAYS: "... inden for så mange dage",
    SettingKey.SPOT_CHECKS_PER_MONTH: "Opslag, der trækkes om måneden",
    SettingKey.IDLE_LOCK_MINUTES: "Skærmen låser af sig selv efter (minutter)",
    SettingKey.EXPECTED_ON_STEP3_FROM: "Forventet antal forløb, fra",
    SettingKey.EXPECTED_ON_STEP3_TO: "Forventet antal forløb, til",
    SettingKey.BACKUP_EVERY_MINUTES: "Ny kopi, når noget er ændret (minutter imellem)",
    SettingKey.BACKUP_KEEP_HOURS: "Alle kopier gemmes (timer)",
    SettingKey.BACKUP_KEEP_DAYS: "Én kopi om dagen gemmes (dage)",
    SettingKey.BACKUP_KEEP_WEEKS: "Én kopi om ugen gemmes (uger)",
    SettingKey.BACKUP_KEEP_MONTHS: "Én kopi om måneden gemmes (måneder)",
    SettingKey.BACKUP_PROTECT_DAYS: "Kopier fra før en større ændring gemmes mindst (dage)",
}
SPOT_CHECKS: Final = "Stikprøver"
SPOT_CHECKS_HINT: Final = (
    "Hver måned trækker programmet nogle opslag på borgere, som lederen ser på under Sikkerhed, Stikprøver."
)
NEVER_LOCKS: Final = "0 betyder, at skærmen ikke låser af sig selv."
AGREED_DAYS: Final[dict[Holiday, str]] = {
    Holiday.LABOUR_DAY: "1. maj",
    Holiday.CONSTITUTION_DAY: "Grundlovsdag 5. juni",
    Holiday.CHRISTMAS_EVE: "Juleaftensdag 24. december",
    Holiday.NEW_YEARS_EVE: "Nytårsaftensdag 31. december",
}
ORDER_OF_RANGE: Final = "Det sidste tal skal være mindst lige så stort som det første."

DEPARTMENTS: Final = "Fagenheder"
TEAMS: Final = "Team"
NAME: Final = "Navn"
DEPARTMENT: Final = "Fagenhed"
ACROSS: Final = "På tværs"
ACROSS_TEAM: Final = "{name} · på tværs"
PLACE_FROM: Final = "Med fra"
PLACE_UNTIL: Final = "Ude igen fra"
SHARE: Final = "Andel af tiden (%)"
UNTIL_AFTER_FROM: Final = "Skal være efter den dag, personen er med fra."
EARLIER_PLACES: Final = "Tidligere team"
ADD_DEPARTMENT: Final = "Tilføj fagenhed"
ADD_TEAM: Final = "Tilføj team"
EDIT_DEPARTMENT: Final = "Ret fagenhed"
EDIT_TEAM: Final = "Ret team"
EDIT: Final = "Ret"
NO_TEAMS: Final = "Ingen team endnu. Tilføj jeres team, eller læs en liste ind."
NO_DEPARTMENTS: Final = "Ingen fagenheder endnu."
UNCONFIRMED_TEAMS: Final = "Team fra lister"
UNCONFIRMED_TEAMS_HINT: Final = (
    "En liste har nævnt disse team. Bekræft dem, der findes. Er det et team, I har i forvejen, så slå de to sammen."
)
UNCONFIRMED_COLLEAGUES: Final = "Sagsbehandlere fra lister"
UNCONFIRMED_COLLEAGUES_HINT: Final = (
    "En liste har nævnt disse sagsbehandlere. Bekræft dem, eller slå dem sammen med den kollega, der er ment."
)
CONFIRM: Final = "Bekræft"
MERGE: Final = "Slå sammen"
MERGE_WITH: Final = "Hvem er {name}?"
MERGE_TEAM_WITH: Final = "Hvilket team er {name}?"
MERGE_TEXT: Final = "Alt, hvad der står på {name}, kommer til at stå på den, du vælger. Det kan ikke fortrydes."
FIND: Final = "Skriv en del af navnet"
FOUND: Final = "Fundet"
NOBODY_FOUND: Final = "Ingen passer. Prøv med færre bogstaver."

EMPLOYEES: Final = "Medarbejdere"
ADD_EMPLOYEE: Final = "Tilføj medarbejder"
EDIT_EMPLOYEE: Final = "Ret medarbejder"
NO_EMPLOYEES: Final = "Ingen medarbejdere passer."
TITLE_FIELD: Final = "Stilling"
EMAIL: Final = "E-mail"
PHONE: Final = "Telefon"
PHONE_HOURS: Final = "Telefontid"
ROLES: Final = "Roller"
ROLES_HEADING: Final = "Hvad må personen i programmet?"
TEAMS_HEADING: Final = "Hvilke team er personen i?"
TEAMS_HINT: Final = "Den, der er i et team på tværs, bliver også i sit eget. Det, der har været, bliver stående."
AUTHORITY: Final = "Er myndighedsperson"
AUTHORITY_HINT: Final = "En koordinerende sagsbehandler skal have myndighed."
HAS_AUTHORITY: Final = "Myndighed"
ROLE_NAMES: Final[dict[Role, str]] = {
    Role.COORDINATOR: "Koordinerende sagsbehandler",
    Role.CASEWORKER: "Sagsbehandler",
    Role.TEAM_MEMBER: "Medlem af et trin 3-team",
    Role.SUPERVISOR: "Leder",
    Role.ADMINISTRATOR: "Administrator",
    Role.AUDITOR: "Kontrol af loggen",
}
ROLE_MEANINGS: Final[dict[Role, str]] = {
    Role.COORDINATOR: "Vurderer, holder møder og laver planer for sine egne borgere og familier.",
    Role.CASEWORKER: "Ser de borgere, personen har en sag hos eller er med hos, og følger op på sine aftaler.",
    Role.TEAM_MEMBER: "Arbejder også med de familier, som andre i personens trin 3-team koordinerer for.",
    Role.SUPERVISOR: "Ser tallene i ledelsestilsyn, og for sit eget team: navn, trin, sagsbehandler og datoer.",
    Role.ADMINISTRATOR: "Retter indstillinger, medarbejdere og nøgler. Ser tal, men ingen borgere.",
    Role.AUDITOR: "Ser loggen igennem og kontrollerer, at den er hel.",
}

LOOK_SCHEME: Final = "Lys eller mørk"
SCHEMES: Final[dict[str, str]] = {"system": "Som computeren", "light": "Lys", "dark": "Mørk"}
TEXT_SIZE: Final = "Tekstens størrelse"
TEXT_SIZE_HINT: Final = "Gælder for hele programmet på denne computer. Dokumenterne ændrer sig ikke."


def whole_number(least: int, most: int) -> str:
    """Skriv et helt tal fra 7 til 365."""
    return f"Skriv et helt tal fra {least} til {most}."


def percent(scale: float) -> str:
    """125 %"""
    return f"{round(scale * 100)} %"


def roles(held: Iterable[Role]) -> str:
    """Koordinerende sagsbehandler og administrator"""
    names = [ROLE_NAMES[role] for role in Role if role in set(held)]
    return join_with_og([names[0], *(name[0].lower() + name[1:] for name in names[1:])]) if names else ""


def time_shared(percent: int) -> str:
    """Tilsammen 140 % af tiden. Det er mere, end der er. Du kan gemme alligevel."""
    said = f"Tilsammen {percent} % af tiden."
    return f"{said} Det er mere, end der er. Du kan gemme alligevel." if percent > WHOLE_TIME else said


def earlier_place(team: str, share: int, from_on: date, until_on: date) -> str:
    """Familieteamet, 40 %, fra 01.03.2025 til 01.06.2026"""
    return f"{team}, {share} %, fra {date_short(from_on)} til {date_short(until_on)}"


def coming_value(value: str, from_on: date) -> str:
    """fra 1. januar 2027: 60"""
    return f"fra {date_long(from_on)}: {value}"


def held_from_to(from_on: date | None, until_on: date) -> str:
    """fra 01.03.2026 til 01.01.2027; without a first day it always held."""
    return f"{f'fra {date_short(from_on)} ' if from_on is not None else ''}til {date_short(until_on)}"


def teams_of(department_teams: int) -> str:
    """3 team"""
    return count_of(department_teams, "team", "team")
