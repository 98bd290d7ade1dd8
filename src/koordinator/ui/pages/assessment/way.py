"""The way through an assessment: what the register knows, the questions, the decision."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from koordinator.domain.assessment import Assessment
from koordinator.domain.assessment_model import UNKNOWN, AssessmentModel, Parameter, ParameterKey
from koordinator.domain.recommendation import from_register
from koordinator.domain.registered_facts import RegisteredFacts, counts
from koordinator.usecases.assessments import AssessmentFile


class StopKind(StrEnum):
    """What is done at a stop."""

    REGISTER = "register"
    QUESTION = "question"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the way; `parameter` is the question's."""

    kind: StopKind
    parameter: ParameterKey | None = None


REGISTER: Final = Stop(StopKind.REGISTER)
DECISION: Final = Stop(StopKind.DECISION)


def is_counted(parameter: Parameter) -> bool:
    """The register proposes every answer, so that a glance is enough. Where only a person can tell, it is asked."""
    return parameter.register_fact is not None and all(option.from_count is not None for option in parameter.options)


def question(parameter: Parameter) -> Stop:
    """The stop of a question."""
    return Stop(StopKind.QUESTION, parameter.key)


def stops(model: AssessmentModel) -> tuple[Stop, ...]:
    """The way as one walks it; a counted question is a detour from the register."""
    asked = tuple(question(parameter) for parameter in model.parameters if not is_counted(parameter))
    return (REGISTER, *asked, DECISION) if len(asked) < len(model.parameters) else (*asked, DECISION)


def stop_after(model: AssessmentModel, stop: Stop) -> Stop | None:
    """Where one goes on to; None at the end."""
    way = stops(model)
    if stop not in way:
        return REGISTER
    following = way.index(stop) + 1
    return way[following] if following < len(way) else None


def stop_before(model: AssessmentModel, stop: Stop) -> Stop | None:
    """Where one came from; None at the beginning."""
    way = stops(model)
    if stop not in way:
        return REGISTER
    at = way.index(stop)
    return way[at - 1] if at else None


def first_stop(file: AssessmentFile) -> Stop:
    """Where the work is taken up: at the register when that is new, else at the first question without an answer."""
    assessment = file.assessment
    model = assessment.model
    way = stops(model)
    if way[0] == REGISTER and (not assessment.id or otherwise_registered(file)):
        return REGISTER
    given = assessment.given
    return next((stop for stop in way if stop.parameter is not None and stop.parameter not in given), DECISION)


def taken_up_at(file: AssessmentFile, left_at: Stop | None) -> Stop:
    """Where one left it, while the model still asks that; else where the work is taken up."""
    asked = {None, *(parameter.key for parameter in file.assessment.model.parameters)}
    return left_at if left_at is not None and left_at.parameter in asked else first_stop(file)


def otherwise_registered(file: AssessmentFile) -> frozenset[ParameterKey]:
    """The counted questions whose answer is no longer what the register says."""
    assessment = file.assessment
    proposed = from_register(assessment.model, counts(file.registered))
    counted = (parameter.key for parameter in assessment.model.parameters if is_counted(parameter))
    return frozenset(key for key in counted if proposed.get(key, UNKNOWN) not in (UNKNOWN, assessment.given.get(key)))


def answered(assessment: Assessment) -> int:
    """The number of questions with an answer, "ved ikke" among them."""
    return len(assessment.given)


def registered_names(file: AssessmentFile, parameter: Parameter) -> tuple[str, ...] | None:
    """What the register counts for the question, by name; None where it knows nothing of it."""
    facts: RegisteredFacts = file.registered
    return None if parameter.register_fact is None else facts.get(parameter.register_fact)
