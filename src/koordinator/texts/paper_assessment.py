"""The assessment as a note for the file. What the model itself says is in `texts/assessment.py`."""

from datetime import date
from typing import Final

from koordinator.domain.assessment_model import AssessmentModel
from koordinator.domain.steps import Step
from koordinator.texts.assessment import step_name
from koordinator.texts.formats import capitalised, date_long, genitive
from koordinator.texts.paper_common import SEPARATOR

TITLE: Final = "Vurdering"
SUBJECT: Final = "Vurdering af behovet for koordinering"
DECIDED: Final = "Besluttet"
RECOMMENDED: Final = "Trappen peger på"
DECIDED_ON: Final = "Besluttet den"
DECIDED_BY: Final = "Besluttet af"
MODEL: Final = "Vurderingsmodel"
LAST: Final = "Sidste vurdering"
NOT_DECIDED: Final = "Ikke besluttet endnu"
NOTHING_ANSWERED: Final = "Der mangler svar"
WHY: Final = "Hvorfor"
AGAINST: Final = "Det taler for et andet trin"
WHY_ANOTHER: Final = "Hvorfor et andet trin er valgt"
WHAT_WOULD_CHANGE: Final = "Hvad der ville ændre resultatet"
SINCE_LAST: Final = "Ændret siden sidst"
DISAGREED: Final = "Her er vi uenige"
ANSWERS: Final = "Svarene"
PARAMETER: Final = "Spørgsmål"
PROFESSIONAL: Final = "Sagsbehandlerens svar"
NOT_ANSWERED: Final = "ikke besvaret"
FOOTER: Final = "Vurderingen bygger på de svar, der står her. Sagsbehandleren beslutter."


def kicker(day: date) -> str:
    """Vurdering · 21. november 2026"""
    return f"{TITLE}{SEPARATOR}{date_long(day)}"


def running_head(name: str) -> str:
    """Vurdering · Lone Bæk"""
    return f"{TITLE}{SEPARATOR}{name}"


def step(chosen: Step | None) -> str:
    """Trin 2 · Tværfaglige koordinations- og samarbejdsmøder"""
    return step_name(chosen) if chosen is not None else ""


def model_named(model: AssessmentModel) -> str:
    """Trappemodellen · standard, version 1"""
    return f"{model.title}, version {model.version}"


def citizens_answers(name: str) -> str:
    """Lones svar"""
    return capitalised(f"{genitive(name)} svar")


def last_time(day: date | None, decided: Step | None) -> str:
    """3. marts 2026: Trin 1 · Almindelig afstemning og koordination"""
    return ": ".join(filter(None, (date_long(day) if day else "", step(decided))))


def note(text: str) -> str:
    """A remark under an answer."""
    return f"Bemærkning: {text}"
