"""The joint plan as professionals read it: about the citizen, with departments, legal bases and periods."""

from typing import Final

from koordinator.domain.content_parts import PendingContent
from koordinator.domain.register import PlanRelation
from koordinator.texts.formats import date_long
from koordinator.texts.paper_common import SEPARATOR
from koordinator.texts.paper_voice import stopped

TITLE: Final = "Fælles plan"
FOOTER: Final = "Til fagpersoner. Del kun planen med dem, samtykket omfatter."

COORDINATOR: Final = "Koordinerende sagsbehandler"
NO_COORDINATOR: Final = "Ingen endnu"
STEP: Final = "Samarbejde"
PLAN_TYPE: Final = "Plantype"
PERIOD: Final = "Periode"
REVIEW: Final = "Opfølgning på planen"
NEXT_MEETING: Final = "Næste møde"
NO_MEETING: Final = "Ikke aftalt endnu"
APPROVED: Final = "Godkendt"
NOT_APPROVED: Final = "Udkast, ikke godkendt"

WHO_DOES_WHAT: Final = "Hvem gør hvad"
TO_DECIDE: Final = "Skal afgøres"
DEPARTMENT: Final = "Fagenhed"
ANSWERS: Final = "Svarer"
ANSWER_BY: Final = "Senest"
OUTCOME: Final = "Afgørelse"
NOT_DECIDED: Final = "ikke afgjort endnu"
STRENGTHS: Final = "Ressourcer"
CHALLENGES: Final = "De største udfordringer lige nu"
DISAGREEMENTS: Final = "Her ser vi forskelligt på det"
GOALS: Final = "Mål"
NO_GOALS: Final = "Der er ikke aftalt mål endnu."
OWN_SCORES: Final = "Borgerens egne tal"
OTHERS_SCORES: Final = "Andres tal"
EFFORTS_HERE: Final = "Indsatser"
EFFORTS: Final = "Indsatser"
EFFORT: Final = "Indsats"
PURPOSE: Final = "Formål"
PROVIDER: Final = "Udfører"
WHEN: Final = "Periode"
GOAL: Final = "Mål"
NOT_TIED: Final = "intet endnu"
CONTACTS: Final = "Kontaktpersoner"
NAME: Final = "Navn"
HELPS_WITH: Final = "Hjælper med"
REACH: Final = "Kontakt"
OTHER_PLANS: Final = "Andre planer"
PLAN: Final = "Plan"
OWNER: Final = "Ejer"
RELATION: Final = "Forhold til den fælles plan"
FOLLOW_UP: Final = "Opfølgning"
CONSENT: Final = "Samtykke"
NO_CONSENT: Final = "Der er ikke registreret noget samtykke."
SHARED_FOR: Final = "Formål"
SHARED_WITH: Final = "Deles mellem"
NOT_COVERED: Final = "Ikke omfattet"
GIVEN_BY: Final = "Givet af"
LEGAL_BASIS: Final = "Lovgrundlag"
HOLDS: Final = "Gælder"
NOT_COVERED_LABEL: Final = "Samtykket dækker ikke: "

_RELATIONS: Final[dict[PlanRelation, str]] = {
    PlanRelation.REPLACED: "Erstattet af den fælles plan",
    PlanRelation.PART: "Del af den fælles plan",
    PlanRelation.BESIDE: "Ved siden af den fælles plan",
}


def subtitle(name: str) -> str:
    """Lone Bæk · til fagpersoner"""
    return f"{name}{SEPARATOR}til fagpersoner"


def running_head(name: str) -> str:
    """Fælles plan · Lone Bæk"""
    return f"{TITLE}{SEPARATOR}{name}"


def paid_by(payer: str) -> str:
    """Betales af Familie"""
    return f"Betales af {payer}"


def relation(plan_relation: PlanRelation) -> str:
    """Del af den fælles plan"""
    return _RELATIONS[plan_relation]


def score_said(score: int, day: str, who: str = "") -> str:
    """3 (12. maj 2026), or with whoever gave it: Kim Møller: 3 (12. maj 2026)"""
    return f"{who}: {score} ({day})" if who else f"{score} ({day})"


def outcome(decision: PendingContent) -> str:
    """Ja, fra 1. december. (3. december 2026)"""
    if decision.outcome_on is None:
        return NOT_DECIDED
    return f"{stopped(decision.outcome)} ({date_long(decision.outcome_on)})"
