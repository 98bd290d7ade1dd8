"""Words of a citizen's and a family's page."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from koordinator.domain.citizen import (
    FamilyRole,
    LeaveReason,
    PreferredContact,
    PrimaryCaseworkerWish,
    RelationKind,
)
from koordinator.domain.course import EndReason
from koordinator.texts.formats import count_of, date_long, date_short, first_name, join_with_og

ABOUT: Final = "Om {name}"
TAB_TITLES: Final[dict[str, str]] = {
    "overview": "Overblik",
    "assessment": "Vurdering",
    "network": "Netværk",
    "meetings": "Møder",
    "plan": "Plan",
    "documents": "Dokumenter",
    "consent": "Samtykke",
    "history": "Historik",
}
SHOW_CPR: Final = "vis"
PROTECTED: Final = "Beskyttet adresse"
POST_EXEMPT: Final = "Fritaget for Digital Post"
NEEDS_INTERPRETER: Final = "Har brug for tolk"
PRIMARY: Final = "Fast sagsbehandler"
COORDINATOR: Final = "Koordinerende sagsbehandler"
NOBODY: Final = "ingen endnu"
CHOOSE: Final = "vælg"
PICK: Final = "Vælg"
CHANGE: Final = "skift"
EDIT: Final = "Ret"
ADD: Final = "Tilføj"

WISHES: Final[dict[PrimaryCaseworkerWish, str]] = {
    PrimaryCaseworkerWish.NOT_ASKED: "er ikke tilbudt endnu",
    PrimaryCaseworkerWish.WANTED: "ønsker en, men mangler",
    PrimaryCaseworkerWish.NOT_WANTED: "ønsker ikke en",
}
PREFERRED: Final[dict[PreferredContact, str]] = {
    PreferredContact.UNKNOWN: "Ikke oplyst",
    PreferredContact.PHONE: "Telefon",
    PreferredContact.TEXT_MESSAGE: "Sms",
    PreferredContact.DIGITAL_POST: "Digital Post",
    PreferredContact.LETTER: "Brev",
    PreferredContact.THROUGH_ANOTHER: "Gennem en anden",
}
RELATIONS: Final[dict[RelationKind, str]] = {
    RelationKind.PARENT: "forælder",
    RelationKind.CHILD: "barn",
    RelationKind.SIBLING: "søskende",
    RelationKind.PARTNER: "partner",
    RelationKind.EX_PARTNER: "tidligere partner",
    RelationKind.FOSTER_PARENT: "plejeforælder",
    RelationKind.FOSTER_CHILD: "plejebarn",
    RelationKind.CUSTODY_HOLDER: "har forældremyndigheden",
    RelationKind.OTHER: "anden relation",
}
FAMILY_ROLES: Final[dict[FamilyRole, str]] = {
    FamilyRole.ADULT: "voksen",
    FamilyRole.CHILD: "barn",
    FamilyRole.OTHER: "andet medlem",
}
LEAVE_REASONS: Final[dict[LeaveReason, str]] = {
    LeaveReason.MOVED_OUT: "Flyttet hjemmefra eller fra familien",
    LeaveReason.MOVED_AWAY: "Flyttet til en anden kommune",
    LeaveReason.DIED: "Død",
    LeaveReason.OTHER: "Andet",
}
END_REASONS: Final[dict[EndReason, str]] = {
    EndReason.GOALS_REACHED: "Målene er nået",
    EndReason.LESS_NEED: "Behovet er blevet mindre",
    EndReason.CITIZEN_WISH: "Borgeren ønsker det",
    EndReason.MOVED_AWAY: "Flyttet til en anden kommune",
    EndReason.DIED: "Død",
    EndReason.PART_OF_FAMILY: "Del af familiens forløb",
    EndReason.OTHER: "Andet",
}

MASTER_DATA: Final = "Stamdata"
NAME: Final = "Navn"
CPR: Final = "CPR-nummer"
OTHER_CPR_HINT: Final = "Skriv et nyt, hvis nummeret er skiftet eller forkert."
ADDRESS: Final = "Adresse"
POSTAL_CODE: Final = "Postnummer"
CITY: Final = "By"
PHONE: Final = "Telefon"
EMAIL: Final = "E-mail"
PREFERRED_CONTACT: Final = "Vil helst kontaktes"
LANGUAGE: Final = "Sprog"
NEW_CITIZEN: Final = "Opret borger"
EDIT_CITIZEN: Final = "Ret stamdata"
NOT_TOLD: Final = "Ikke oplyst"
PROTECTED_HINT: Final = "Adressen kommer ikke med på noget, der forlader kommunen."
COORDINATOR_INTRO: Final = "En koordinerende sagsbehandler skal have myndighed."
LOAD_SAID: Final = "Ud for hver står, hvor mange familier og borgere på trin 3 personen koordinerer i dag."
ONE_CASEWORKER_HINT: Final = "På trin 3 er der én sagsbehandler for det hele. Fortæl, hvem det er."
CHOOSE_COORDINATOR: Final = "Vælg koordinerende sagsbehandler"
CHOOSE_PRIMARY: Final = "Vælg fast sagsbehandler"
SHARE_CASEWORKER: Final = "Vælg fast sagsbehandler for søskende"
SHARE_INTRO: Final = (
    "Alle søskende får den samme fra i dag. Fortæl dem, hvem det er, og hvordan de får fat i vedkommende."
)
ONE_FOR_ALL: Final = "Vælg én til alle"
EMPLOYEE: Final = "Medarbejder"

FAMILY: Final = "Familie"
CREATE_FAMILY: Final = "Opret familie"
FAMILY_NAME: Final = "Familiens navn"
FAMILY_OF: Final = "Familien {surname}"
MEMBERS: Final = "Familiens medlemmer"
SIBLINGS_DIFFER: Final = "{names} har en anden fast sagsbehandler. Søskende bør have den samme."
SIBLINGS_SHARE_NONE: Final = "Søskende har ikke samme faste sagsbehandler: {said}. Det er bedst, at de deler én."
NO_CASEWORKER: Final = "ingen"
ASSESS_FAMILY: Final = "Vurdér familien"

UNDER_WAY: Final = "Forløbet er allerede i gang"
UNDER_WAY_INTRO: Final = (
    "Brug det, når {name} allerede var på trappen, før programmet blev taget i brug. "
    "I historikken står, at forløbet begyndte før programmet."
)
UNDER_WAY_STEP: Final = "På hvilket trin?"
UNDER_WAY_FROM: Final = "Siden hvornår?"
UNDER_WAY_COORDINATOR: Final = "Hvem er koordinerende sagsbehandler?"
UNDER_WAY_HINT: Final = "Kan også vælges senere. Det gælder fra samme dag som trinnet."
UNDER_WAY_SAVE: Final = "Gem forløbet"
END_COURSE: Final = "Afslut forløb"
END_COURSE_INTRO: Final = "Forløbet bliver i historikken og tælles. Det kan begynde igen med en ny vurdering."
REASON: Final = "Hvorfor slutter det?"
CITIZENS_WORD: Final = "Hvad siger {name} selv?"
CALL_AFTERWARDS: Final = "Hvem kan {name} ringe til bagefter?"


def age_line(age: int | None, cpr: str) -> str:
    """48 år · CPR 120378-••••"""
    parts = [f"{age} år" if age is not None else "", f"CPR {cpr}" if cpr else "uden CPR-nummer"]
    return " · ".join(part for part in parts if part)


def place_line(address: str, language: str) -> str:
    """· Møllebakken 12, 9881 Bindslev · taler dansk"""
    parts = [address, f"taler {language}" if language else ""]
    return "".join(f"· {part} " for part in parts if part).strip()


def has_caseworker(name: str, caseworker: str) -> str:
    """Oliver har Ida Mikkelsen"""
    return f"{name} har {caseworker}"


def one_caseworker(names: Sequence[str]) -> str:
    """Også fast sagsbehandler for Camilla, Emil og Freja"""
    return f"Også fast sagsbehandler for {join_with_og([first_name(name) for name in names])}"


def carries(count: int) -> str:
    """3 på trin 3"""
    return f"{count or 'ingen'} på trin 3"


def since(day: date) -> str:
    """siden 2. oktober 2026"""
    return f"siden {date_long(day)}"


def members_line(count: int, ages: tuple[int, ...]) -> str:
    """4 medlemmer · 41, 39, 12 og 8 år"""
    said = count_of(count, "medlem", "medlemmer")
    return f"{said} · {', '.join(map(str, ages))} år" if ages else said


def period(from_on: date | None, until_on: date | None) -> str:
    """fra 01.03.2026 til 31.12.2026; what is not known is left out. `until_on` is the first day after."""
    parts = []
    if from_on is not None:
        parts.append(f"fra {date_short(from_on)}")
    if until_on is not None:
        parts.append(f"til {date_short(until_on)}")
    return " ".join(parts)


NAME_OR_CPR: Final = "Navn eller CPR-nummer"
FOUND: Final = "Fundet"
WHOSE_CASE: Final = "Hvem er sagen om?"
GO_ON: Final = "Gå videre"
MEMBER: Final = "Familiemedlem"
TYPE_TO_FIND: Final = "Skriv lidt af navnet eller CPR-nummeret."
ADD_RELATIVE: Final = "Tilføj relation"
WHO_IS_RELATED: Final = "Hvem er relationen til?"
RELATION: Final = "Relation"
ADD_MEMBER: Final = "Tilføj medlem"
WHO_IS_MEMBER: Final = "Hvem er med i familien?"
PLACE_IN_FAMILY: Final = "Plads i familien"
NO_RELATIVES: Final = "Ingen relationer endnu."
NO_MEMBERS: Final = "Ingen medlemmer endnu."
RENAME_FAMILY: Final = "Ret familiens navn"
CHANGE_PLACE: Final = "Ret plads i familien"
CHANGE_PLACE_OF: Final = "Hvilken plads har {name} i familien?"
LEAVE_FAMILY: Final = "Tag ud af familien"
LEAVE_HEADING: Final = "Skal {name} ud af familien?"
LEAVE_TEXT: Final = "Det gælder fra i dag. Tiden i familien bliver i historikken."
LEAVE_WHY: Final = "Hvorfor?"
UNRELATE_HEADING: Final = "Skal relationen til {name} fjernes?"
UNRELATE_TEXT: Final = "Begge borgere bliver i registeret. Relationen kan tilføjes igen."
REMOVE_RELATION: Final = "Fjern relationen"
OPEN_FAMILY: Final = "Åbn familiens side"
COURSE: Final = "Forløb"
FAMILYS_COURSE: Final = "Er med i forløbet for {family}. Det står på familiens side."
NO_COURSE: Final = "Intet forløb endnu. Vurdér først, hvor meget koordinering der er brug for."

HISTORY_LOG: Final = "Hvem har set og ændret noget"
HISTORY_EMPTY: Final = "Ikke noget endnu."
WHEN: Final = "Hvornår"
WHO: Final = "Hvem"
WHAT: Final = "Hvad"
MORE_LOG: Final = "Her står de seneste {count}. Resten ligger i loggen."
