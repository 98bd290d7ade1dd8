"""Errors about assessments, their model and their files."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from koordinator.domain.answers_file import AnswersFault, AnswersFaultKind, AnswersRefused
from koordinator.domain.assessment import DeviationNeedsReason, NotDecided, NothingAnswered
from koordinator.domain.assessment_diagram import ModelTooTangled
from koordinator.domain.assessment_faults import UnusableModel
from koordinator.domain.assessment_model import UnknownOption, UnknownParameter
from koordinator.domain.errors import DomainError
from koordinator.domain.released_model import ModelDayTaken, ModelInUse, ModelVersionTaken, ReleaseInThePast
from koordinator.texts.assessment import step_word
from koordinator.texts.formats import date_long, join_with_og, number, quoted
from koordinator.texts.model_faults import model_fault

_MOST_FAULTS: Final = 20
"""More than these are counted, not told."""

_VALUES: Final = {"table": "en tabel", "text": "en tekst"}


def _wrong_value(fault: AnswersFault) -> str:
    if fault.where == "decided_step":
        return f"decided_step er {quoted(fault.value)}. Vælg mellem {join_with_og(fault.allowed)}."
    (allowed,) = fault.allowed
    if allowed in _VALUES:
        return f"{fault.where} skal være {_VALUES[allowed]}."
    return (
        f"{fault.where} er for lang eller har tegn, der ikke kan vises. Der er plads til {number(int(allowed))} tegn."
    )


def answers_fault(fault: AnswersFault) -> str:
    """One fault of an answers file."""
    return _ANSWERS_FAULTS[fault.kind](fault)


_ANSWERS_FAULTS: Final[dict[AnswersFaultKind, Callable[[AnswersFault], str]]] = {
    AnswersFaultKind.UNREADABLE: lambda _fault: (
        "Filen kan ikke læses. Se efter, om den findes, om du har adgang til den, og om den er gemt som UTF-8."
    ),
    AnswersFaultKind.TOO_LARGE: lambda fault: (
        f"Filen er for stor. Der er plads til {number(int(fault.allowed[0]))} tegn."
    ),
    AnswersFaultKind.NOT_TOML: lambda fault: (
        f"Filen kan ikke læses som TOML{f' fra linje {fault.where}' if fault.where else ''}."
    ),
    AnswersFaultKind.NO_ANSWERS: lambda fault: (
        f"Der er ingen svar under [answers]. Der kan svares på {join_with_og(fault.allowed)}."
    ),
    AnswersFaultKind.UNKNOWN_FIELD: lambda fault: (
        f"Feltet {quoted(fault.value)} kendes ikke. Filen kan have {join_with_og(fault.allowed)}."
    ),
    AnswersFaultKind.UNKNOWN_PARAMETER: lambda fault: (
        f"[{fault.where}]: Spørgsmålet {quoted(fault.value)} findes ikke. "
        f"Der kan svares på {join_with_og(fault.allowed)}."
    ),
    AnswersFaultKind.UNKNOWN_OPTION: lambda fault: (
        f"{fault.where}: Svaret {quoted(fault.value)} findes ikke. Vælg mellem {join_with_og(fault.allowed)}."
    ),
    AnswersFaultKind.WRONG_VALUE: _wrong_value,
}


def _answers_refused(error: AnswersRefused) -> str:
    return f"Svarene er ikke brugt. {_told([answers_fault(fault) for fault in error.faults])} Ret filen, og prøv igen."


def _unusable_model(error: UnusableModel) -> str:
    faults = _told([model_fault(fault) for fault in error.faults])
    return f"Vurderingsmodellen kan ikke bruges, og der er ikke ændret noget. {faults} Ret modellen, og prøv igen."


def _told(sentences: Sequence[str]) -> str:
    rest = len(sentences) - _MOST_FAULTS
    more = (f"Og {number(rest)} mere.",) if rest > 0 else ()
    return " ".join((*sentences[:_MOST_FAULTS], *more))


TEXTS: Final[dict[type[DomainError], Callable[[Any], str]]] = {
    UnknownParameter: lambda error: (
        f"Vurderingsmodellen har ikke spørgsmålet {quoted(error.parameter)}. Den har {join_with_og(error.allowed)}."
    ),
    UnknownOption: lambda error: (
        f"{quoted(error.option)} er ikke et svar på {quoted(error.parameter)}. "
        f"Vælg mellem {join_with_og(error.allowed)}."
    ),
    ModelTooTangled: lambda _error: (
        "Reglerne i vurderingsmodellen er filtret så meget sammen, at de ikke kan forklares. "
        "Gør dem enklere, og prøv igen."
    ),
    UnusableModel: _unusable_model,
    ReleaseInThePast: lambda error: (
        f"En model kan tidligst gælde fra i dag, {date_long(error.today)}. Vælg en senere dag. Udkastet er gemt."
    ),
    ModelDayTaken: lambda error: (
        f"Version {quoted(error.model_version)} gælder allerede fra {date_long(error.from_on)}, og to kan ikke gælde "
        "på samme tid. Vælg en senere dag. Udkastet er gemt."
    ),
    ModelInUse: lambda error: (
        f"Version {quoted(error.model_version)} gælder allerede eller er trukket tilbage i mellemtiden. "
        "Der er ikke ændret noget."
    ),
    ModelVersionTaken: lambda error: (
        f"Der findes allerede en version {quoted(error.model_version)}, som er taget i brug. "
        "Giv udkastet et andet versionsnavn. Udkastet er gemt."
    ),
    NothingAnswered: lambda _error: (
        "Der er ikke svaret på noget endnu, så der er ikke noget at beslutte ud fra. Svar på mindst ét spørgsmål først."
    ),
    DeviationNeedsReason: lambda error: (
        f"Trappen peger på {step_word(error.recommended_step)}, og du har valgt {step_word(error.decided_step)}. "
        "Skriv hvorfor, og gem igen."
    ),
    NotDecided: lambda _error: "Vælg et trin, før du afslutter vurderingen. Svarene er gemt.",
    AnswersRefused: _answers_refused,
}
"""One sentence maker for each kind of error."""
