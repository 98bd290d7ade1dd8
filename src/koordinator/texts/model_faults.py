"""What is wrong with an assessment model, in Danish, with where and line."""

from collections.abc import Callable
from typing import Final

from koordinator.domain.assessment_faults import ModelFault, ModelFaultKind
from koordinator.texts.formats import join_with_og, quoted

_TYPES: Final = {
    "text": "en tekst uden styretegn",
    "whole_number": "et helt tal",
    "true_false": "true eller false",
    "date": "en dato som 2026-01-31",
    "tables": "en række af tabeller",
    "condition": "en betingelse: all, any, at_least og of, eller parameter med at_least eller is",
}
_COUNTED: Final = {"parameters": "spørgsmål", "options": "svar", "rules": "regler"}

_SENTENCES: Final[dict[ModelFaultKind, Callable[..., str]]] = {
    ModelFaultKind.UNREADABLE: lambda: "Filen kan ikke læses. Se efter, om den findes, og om du har adgang til den",
    ModelFaultKind.NOT_TEXT: lambda: "Filen er ikke gemt som UTF-8. Gem den igen som UTF-8",
    ModelFaultKind.TOO_LARGE: lambda most: f"Filen er for stor. Der er plads til {most} tegn",
    ModelFaultKind.NOT_TOML: lambda: "Filen kan ikke læses som TOML",
    ModelFaultKind.NEWER_SCHEMA: lambda schema: f"Filen har format {schema}, og programmet læser format 1",
    ModelFaultKind.MISSING_FIELD: lambda field: f"Feltet {field} mangler",
    ModelFaultKind.UNKNOWN_FIELD: lambda field: f"Feltet {field} kendes ikke",
    ModelFaultKind.WRONG_TYPE: lambda field, kind: f"Feltet {field} skal være {_TYPES[kind]}",
    ModelFaultKind.WRONG_VALUE: lambda field, value, *allowed: (
        f"Feltet {field} kan ikke være {quoted(value)}. Vælg mellem {_listed(allowed)}"
    ),
    ModelFaultKind.TEXT_TOO_LONG: lambda field, most: f"Teksten {field} er for lang. Der er plads til {most} tegn",
    ModelFaultKind.MISSING_TEXT: lambda field: f"Teksten {field} mangler",
    ModelFaultKind.UNKNOWN_PLACEHOLDER: lambda field, placeholder: (
        f"{placeholder} i teksten {field} kendes ikke. Brug {{name}} eller {{name_s}}"
    ),
    ModelFaultKind.BAD_KEY: lambda key: (
        f"Nøglen {quoted(key)} kan ikke bruges. Brug små bogstaver a-z, tal og _, og ikke ordet unknown"
    ),
    ModelFaultKind.DUPLICATE_KEY: lambda key: f"Nøglen {quoted(key)} er brugt to gange",
    ModelFaultKind.WRONG_NUMBER: lambda what, number, least, most: (
        f"Der er {number} {_COUNTED[what]}. Der skal være mellem {least} og {most}"
    ),
    ModelFaultKind.NEED_ORDER: lambda: "Svaret skal have et større behov (need) end svaret før",
    ModelFaultKind.COUNT_ORDER: lambda: (
        "Tallet from_count passer ikke. Det første svar har 0, de næste har mere end svaret før, "
        "og kun spørgsmål, registret kan tælle, har det"
    ),
    ModelFaultKind.UNKNOWN_PARAMETER: lambda parameter, *known: (
        f"Reglen nævner spørgsmålet {quoted(parameter)}, som ikke findes. Vælg mellem {_listed(known)}"
    ),
    ModelFaultKind.UNKNOWN_OPTION: lambda parameter, option, *known: (
        f"Reglen nævner svaret {quoted(option)} til {quoted(parameter)}, som ikke findes. Vælg mellem {_listed(known)}"
    ),
    ModelFaultKind.EMPTY_GROUP: lambda: "Reglen har en gruppe uden betingelser. Tilføj en betingelse",
    ModelFaultKind.IMPOSSIBLE_NUMBER: lambda needed, parts: (
        f"Reglen kræver {needed} opfyldte betingelser ud af {parts}. Der skal kræves mindst én og højst dem alle"
    ),
    ModelFaultKind.TOO_TANGLED: lambda: (
        "Reglerne er filtret så meget sammen, at de ikke kan forklares. Gør dem enklere"
    ),
    ModelFaultKind.UNREACHABLE_RULE: lambda: "Reglen kommer aldrig i brug. Ingen svar passer på den før en anden regel",
    ModelFaultKind.UNREACHABLE_STEP: lambda step: f"Ingen svar kan føre til trin {step}",
    ModelFaultKind.LOWERS_STEP: lambda less, more, higher, lower: (
        f"Et større behov kan give et lavere trin: når svaret går fra {quoted(less)} til {quoted(more)}, "
        f"kan det falde fra trin {higher} til trin {lower}"
    ),
}


def model_fault(fault: ModelFault) -> str:
    """Linje 12, rules.plans: Reglen kommer aldrig i brug."""
    line = f"linje {fault.line}" if fault.line else ""
    place = ", ".join(part for part in (line, fault.where) if part)
    words = fault_words(fault)
    return f"{place[:1].upper()}{place[1:]}: {words}" if line else f"{place}: {words}" if place else words


def fault_words(fault: ModelFault) -> str:
    """What is wrong, without where."""
    return f"{_SENTENCES[fault.kind](*fault.values)}."


def _listed(words: tuple[str, ...]) -> str:
    return join_with_og(words)
