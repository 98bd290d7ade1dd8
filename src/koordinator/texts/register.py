"""Words for cases, efforts, other plans, the network and consent."""

from typing import Final

from koordinator.domain.register import ApplicationKind, CaseStatus, Closeness, ContactKind, PlanRelation

ONLY_SHOWN: Final = (
    "Du kan se, hvad der står her, men ikke rette eller tilføje noget, for du er ikke borgerens sagsbehandler."
)
CASES: Final = "Sager"
NO_CASES: Final = "Ingen sager endnu. Indlæs en liste, eller tilføj en sag."
NEW_CASE: Final = "Tilføj sag"
EDIT_CASE: Final = "Ret sag"
CASE: Final = "Sag"
NUMBER: Final = "Sagsnummer"
DEPARTMENT: Final = "Fagenhed"
CASEWORKER: Final = "Sagsbehandler"
TITLE: Final = "Ydelse eller indsats"
LEGAL_BASIS: Final = "Lovgrundlag"
STATUS: Final = "Status"
OPENED_ON: Final = "Oprettet"
DEADLINE_ON: Final = "Frist"
APPLICATION: Final = "Ansøgning"
RECEIVED_ON: Final = "Modtaget"
ANSWER_DUE_ON: Final = "Skal besvares senest"
ANSWERED_ON: Final = "Besvaret"
NOTE: Final = "Bemærkning"
NOT_CHOSEN: Final = "Ikke valgt"

STATUSES: Final[dict[CaseStatus, str]] = {
    CaseStatus.ACTIVE: "Aktiv",
    CaseStatus.WAITING: "Afventer",
    CaseStatus.CLOSED: "Lukket",
}
APPLICATIONS: Final[dict[ApplicationKind, str]] = {
    ApplicationKind.NONE: "Ikke en ansøgning",
    ApplicationKind.NEW: "Ny",
    ApplicationKind.RENEWED: "Genansøgning",
}

EFFORTS: Final = "Indsatser"
NO_EFFORTS: Final = "Ingen indsatser endnu."
NEW_EFFORT: Final = "Tilføj indsats"
EDIT_EFFORT: Final = "Ret indsats"
EFFORT_NAME: Final = "Indsats"
PURPOSE: Final = "Formål"
PROVIDER: Final = "Udfører"
AMOUNT: Final = "Omfang"
AMOUNT_HINT: Final = "For eksempel: 4 timer om ugen"
THEME: Final = "Emne"
PAID_BY: Final = "Betales af"
FROM_ON: Final = "Fra"
UNTIL_ON: Final = "Til"

OTHER_PLANS: Final = "Andre planer"
NO_OTHER_PLANS: Final = "Ingen andre planer endnu."
NEW_OTHER_PLAN: Final = "Tilføj plan"
EDIT_OTHER_PLAN: Final = "Ret plan"
OTHER_PLAN: Final = "Anden plan"
PLAN_TITLE: Final = "Planens navn"
PLAN_OWNER: Final = "Hvem har planen?"
PLAN_GOAL: Final = "Planens mål i en linje"
PLAN_RELATION: Final = "I forhold til den fælles plan"
FOLLOW_UP_ON: Final = "Næste opfølgning"
PLAN_RELATIONS: Final[dict[PlanRelation, str]] = {
    PlanRelation.REPLACED: "Erstattes af den fælles plan",
    PlanRelation.PART: "Er en del af den fælles plan",
    PlanRelation.BESIDE: "Står ved siden af",
}

WHO_HELPS: Final = "Hvem hjælper {name}"
NO_CONTACTS: Final = "Ingen kontaktpersoner endnu. Spørg {name}, hvem der er der, både fagligt og privat."
NEW_CONTACT: Final = "Tilføj kontaktperson"
EDIT_CONTACT: Final = "Ret kontaktperson"
CONTACT: Final = "Kontaktperson"
CONTACT_NAME: Final = "Navn"
CONTACT_KIND: Final = "Hvem er det?"
ORGANISATION: Final = "Arbejdssted eller organisation"
ROLE: Final = "Rolle"
HELPS_WITH: Final = "Hjælper med"
PHONE: Final = "Telefon"
PHONE_HOURS: Final = "Telefontid"
EMAIL: Final = "E-mail"
HELPS_FROM: Final = "Hjælper fra"
HELPS_UNTIL: Final = "Hjælper til"
COLLEAGUE: Final = "Kollega i kommunen"
CONTACT_KINDS: Final[dict[ContactKind, str]] = {
    ContactKind.PROFESSIONAL: "Fagperson",
    ContactKind.RELATIVE: "Pårørende",
    ContactKind.PRIVATE: "Ven, nabo eller anden privat",
    ContactKind.COMPANION: "Bisidder",
    ContactKind.PARTY_REPRESENTATIVE: "Partsrepræsentant",
    ContactKind.GUARDIAN: "Værge",
    ContactKind.CUSTODY_HOLDER: "Forældremyndighedsindehaver",
    ContactKind.INTERPRETER: "Tolk",
}
CLOSENESS: Final = "Hvor tæt på?"
CLOSENESSES: Final[dict[Closeness, str]] = {
    Closeness.NEAR: "Tæt på",
    Closeness.BETWEEN: "Indimellem",
    Closeness.FAR: "På afstand",
}
ON_PAPER: Final = "Må stå på papir"
ON_PAPER_HINT: Final = "Uden flueben står personen kun her i programmet."
