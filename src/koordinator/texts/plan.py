"""The joint plan in Danish: its fields, goals, promises, versions, and how it reached people."""

from datetime import date
from typing import Final

from koordinator.domain.agreement import Agreement, AgreementStatus, PendingDecision
from koordinator.domain.follow_up import DueKind, Urgency
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.paper import HandoutWay, PaperKind, Reader
from koordinator.domain.register import PlanRelation
from koordinator.texts.formats import count_of, date_no_year, date_short

FIELDS: Final[dict[str, str]] = {
    "own_words": "Med egne ord",
    "must_not_be_lost": "Det må ikke gå tabt",
    "strengths": "Det er godt, og det virker",
    "challenges": "Det sværeste lige nu",
    "disagreements": "Det ser vi forskelligt på",
    "own_contribution": "Det gør jeg selv",
    "relatives_contribution": "Det gør mine nærmeste",
}
"""The plan's own fields, in its order."""

MEMBER_FIELDS: Final[dict[str, str]] = {
    "own_words": "Med egne ord",
    "strengths": "Det er godt, og det virker",
    "challenges": "Det sværeste lige nu",
    "own_contribution": "Det gør jeg selv",
}
"""The fields of a family member's own part."""

FIELD_HINTS: Final[dict[str, str]] = {
    "own_words": "Hvad er vigtigt for dig? Skriv det, som det bliver sagt.",
    "must_not_be_lost": "Hvad er godt i dag og skal blive ved?",
    "strengths": "Hvad kan du, hvem har du, og hvad hjælper?",
    "challenges": "Hvad er det sværeste lige nu, som vi ser det sammen?",
    "disagreements": "Hvor ser vi forskelligt på det? Det er i orden at være uenige.",
    "own_contribution": "Hvad gør du selv for, at det bliver bedre?",
    "relatives_contribution": "Hvad gør familie, venner og naboer?",
}

OWN_PART: Final = "Det klarer jeg selv"
PRACTISING: Final = "Det øver jeg"
CITIZENS_WORDING: Final = "Målet med egne ord"
COMMON_GOALS: Final = "Fælles mål"
AGREEMENTS: Final = "Aftaler"
TO_DECIDE: Final = "Skal afgøres"
NOBODY: Final = "Mangler en person"
NO_EFFORT: Final = "Der er ingen indsats til målet endnu"
WHAT_IS_NEW: Final = "Nyt siden sidst"
BEGIN: Final = "Der er ikke en fælles plan endnu. Begynd med borgerens egne ord."

GOAL_STATUS: Final[dict[GoalStatus, str]] = {
    GoalStatus.ACTIVE: "I gang",
    GoalStatus.REACHED: "Nået",
    GoalStatus.PUT_ASIDE: "Lagt til side",
}

AGREEMENT_STATUS: Final[dict[AgreementStatus, str]] = {
    AgreementStatus.OPEN: "Åben",
    AgreementStatus.DONE: "Gjort",
    AgreementStatus.NOT_DONE: "Blev ikke til noget",
}

RELATIONS: Final[dict[PlanRelation, str]] = {
    PlanRelation.REPLACED: "Afløst af den fælles plan",
    PlanRelation.PART: "En del af den fælles plan",
    PlanRelation.BESIDE: "Ved siden af den fælles plan",
}

HANDOUT_WAYS: Final[dict[HandoutWay, str]] = {
    HandoutWay.DIGITAL_POST: "Digital Post",
    HandoutWay.LETTER: "Brev",
    HandoutWay.SECURE_MAIL: "Sikker mail",
    HandoutWay.AT_MEETING: "På mødet",
    HandoutWay.READ_ALOUD: "Læst højt",
}

PAPERS: Final[dict[PaperKind, str]] = {
    PaperKind.PLAN: "Fælles plan",
    PaperKind.CONTACTS: "Hvem hjælper dig med hvad",
    PaperKind.INVITATION: "Invitation til møde",
    PaperKind.CALENDAR_FILE: "Kalenderfil",
    PaperKind.AGENDA: "Dagsorden",
    PaperKind.PREPARATION: "Forberedelse til mødet",
    PaperKind.MAIL_DRAFT: "Kladde til mail",
    PaperKind.INPUT_CARD: "Kort til skriftligt bidrag",
    PaperKind.MINUTES: "Referat",
    PaperKind.TAKE_HOME: "Tag med hjem",
    PaperKind.ASSESSMENT_NOTE: "Notat om vurderingen",
    PaperKind.NETWORK: "Netværk",
    PaperKind.COURSE_HISTORY: "Forløbets historie",
    PaperKind.RESPONSIBLE: "Brev om din sagsbehandler",
    PaperKind.HANDOVER: "Brev om ny sagsbehandler",
    PaperKind.RIGHT_OF_ACCESS: "Indsigt",
    PaperKind.ACCESS_DATA: "Indsigt som data",
    PaperKind.ACCESS_LOG: "Brev om, hvem der har set oplysninger",
    PaperKind.END_OF_COURSE: "Brev om, at forløbet slutter",
    PaperKind.WAYS: "Sådan arbejder vi sammen",
    PaperKind.CONSENT: "Samtykke",
}

READERS: Final[dict[Reader, str]] = {Reader.CITIZEN: "Til borgeren", Reader.PROFESSIONAL: "Til fagpersoner"}

DUE_KINDS: Final[dict[DueKind, str]] = {
    DueKind.AGREEMENT: "Aftale",
    DueKind.DECISION: "Skal afgøres",
    DueKind.CASE_DEADLINE: "Frist i sag",
    DueKind.CASE_ANSWER: "Svar på ansøgning",
    DueKind.PLAN_REVIEW: "Gennemgang af den fælles plan",
    DueKind.OTHER_PLAN: "Opfølgning på anden plan",
    DueKind.REASSESSMENT: "Ny vurdering af trinnet",
    DueKind.EFFORT: "Bevilling løber ud",
    DueKind.CONSENT: "Samtykke løber ud",
    DueKind.REQUEST: "Indsigt, rettelse eller indsigelse",
    DueKind.MEETING: "Møde",
}

URGENCIES: Final[dict[Urgency, str]] = {
    Urgency.OVERDUE: "Over fristen",
    Urgency.LACKING: "Mangler navn eller dato",
    Urgency.THIS_WEEK: "De næste syv dage",
    Urgency.LATER: "Senere",
    Urgency.ONGOING: "Gælder hele tiden",
}


def when_due(agreement: Agreement) -> str:
    """senest 27. november, hver fredag, or mangler dato"""
    return due_words(agreement.due_on, agreement.rhythm)


def due_words(due_on: date | None, rhythm: str) -> str:
    """senest 27. november, hver fredag, or mangler dato"""
    if due_on is not None:
        return f"senest {date_no_year(due_on)}"
    return rhythm or "mangler dato"


def who_answers(decision: PendingDecision, employee: str) -> str:
    """Ida Mikkelsen svarer senest 8. december"""
    if not employee:
        return "Mangler en, der svarer"
    if decision.answer_by_on is None:
        return f"{employee} svarer – mangler dato"
    return f"{employee} svarer senest {date_no_year(decision.answer_by_on)}"


def goal_number(position: int, title: str) -> str:
    """Mål 1 · Rolige morgener"""
    return f"Mål {position} · {title}"


def progress(first: int | None, now: int | None) -> str:
    """3 → nu 5 af 10; only the one that is there"""
    if now is None:
        return "ikke vurderet endnu"
    return f"nu {now} af 10" if first is None else f"{first} → nu {now} af 10"


def plans_count(count: int) -> str:
    """2 planer"""
    return count_of(count, "plan", "planer")


def days_count(count: int) -> str:
    """3 dage"""
    return count_of(count, "dag", "dage")


def version_line(number: int, approved_on: date) -> str:
    """Version 3 · godkendt 21.11.2026"""
    return f"Version {number} · godkendt {date_short(approved_on)}"


def handed_out(recipient: str, on: date, way: HandoutWay) -> str:
    """Lone Bæk · 24.11.2026 · Brev"""
    return f"{recipient} · {date_short(on)} · {HANDOUT_WAYS[way]}"


def said_by(who: str, score: int, day: date, before: int | None) -> str:
    """Kim Møller: 4 af 10 · 12.11.2026 (før 3)"""
    earlier = f" (før {before})" if before is not None else ""
    return f"{who}: {score} af 10 · {date_short(day)}{earlier}"
