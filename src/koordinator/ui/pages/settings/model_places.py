"""Where something stands in a model that is edited, and where the faults of the check are. Pure: no widget here."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple, TypeVar

from koordinator.domain.assessment_faults import ModelFault, ModelFaultKind
from koordinator.domain.assessment_model import AssessmentModel, Parameter, Rule
from koordinator.texts import model_editor as texts

_FIELD_FIRST: Final = frozenset({ModelFaultKind.MISSING_TEXT, ModelFaultKind.UNKNOWN_PLACEHOLDER})
_IN_KEY: Final = frozenset({ModelFaultKind.BAD_KEY, ModelFaultKind.DUPLICATE_KEY})
Keyed = TypeVar("Keyed", bound=Parameter | Rule)


class Part(StrEnum):
    """What of a model is in front."""

    ABOUT = "about"
    QUESTIONS = "questions"
    RULES = "rules"


_PARTS: Final = {Part.ABOUT: texts.ABOUT, Part.QUESTIONS: texts.QUESTIONS, Part.RULES: texts.RULES}


class Place(NamedTuple):
    """A question or a rule by its number from 0, an answer of the question, and a field of it where it is known."""

    part: Part
    at: int | None = None
    option: int | None = None
    field: str = ""


class PlacedFault(NamedTuple):
    """A fault with where it is and its words."""

    place: Place
    where: str
    words: str


def placed(model: AssessmentModel, faults: Sequence[ModelFault]) -> tuple[PlacedFault, ...]:
    """The faults as the editor shows them."""
    return tuple(_placed(model, fault) for fault in faults)


def _placed(model: AssessmentModel, fault: ModelFault) -> PlacedFault:
    place = place_of(model, fault)
    parameter = place.at if place.part is Part.QUESTIONS else None
    rule = place.at if place.part is Part.RULES else None
    where = texts.place(model, parameter, place.option, rule) or _PARTS[place.part]
    return PlacedFault(place, where, texts.fault(model, fault, parameter))


def place_of(model: AssessmentModel, fault: ModelFault) -> Place:
    """The place a fault's path leads to."""
    head, _, rest = fault.where.partition(".")
    field = _field(fault)
    if head == "rules":
        return Place(Part.RULES, _number(rest, model.rules), field=field)
    if head == "parameters":
        at = _number(rest, model.parameters)
        option = None if at is None else _option(rest, model.parameters[at])
        return Place(Part.QUESTIONS, at, option, field)
    if fault.kind is ModelFaultKind.WRONG_NUMBER:
        return Place(Part.RULES if fault.values[0] == "rules" else Part.QUESTIONS)
    return Place(Part.ABOUT, field=field)


def _field(fault: ModelFault) -> str:
    if fault.kind in _FIELD_FIRST:
        return fault.values[0]
    if fault.kind in _IN_KEY:
        return "key"
    return "from_count" if fault.kind is ModelFaultKind.COUNT_ORDER else ""


def _number(rest: str, things: Sequence[Keyed]) -> int | None:
    """Which thing the rest of a path is about; keys that are no keys may hold any character."""
    for at, thing in enumerate(things):
        for name in (f"#{at + 1}", thing.key):
            if rest == name or rest.startswith(f"{name}.options"):
                return at
    return None


def _option(rest: str, parameter: Parameter) -> int | None:
    for at, option in enumerate(parameter.options):
        if rest.endswith((f".options.#{at + 1}", f".options.{option.key}")):
            return at
    return None


def counted(faults: Sequence[PlacedFault], part: Part) -> dict[int | None, int]:
    """How many faults there are at each place of the part."""
    counts: dict[int | None, int] = {}
    for fault in faults:
        if fault.place.part is part:
            counts[fault.place.at] = counts.get(fault.place.at, 0) + 1
    return counts
