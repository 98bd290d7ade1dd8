"""Which rule of an assessment model the answers meet, and which answers it rests on."""

from collections.abc import Mapping
from typing import TypeAlias

from koordinator.domain.assessment_model import (
    UNKNOWN,
    AssessmentModel,
    AtLeast,
    Combination,
    Condition,
    OptionKey,
    ParameterKey,
    Rule,
    Test,
)

Answers: TypeAlias = Mapping[ParameterKey, OptionKey]
"""The answers given; what is left out has not been answered and counts as `UNKNOWN`."""


def accepts(model: AssessmentModel, test: Test, answer: OptionKey) -> bool:
    """True when the answer makes the test hold. `UNKNOWN` never does."""
    if answer == UNKNOWN:
        return False
    if isinstance(test, AtLeast):
        parameter = model.parameter(test.parameter)
        return parameter.option(answer).need >= parameter.option(test.option).need
    return answer in test.options


def holds(model: AssessmentModel, condition: Condition, answers: Answers) -> bool:
    """True when the answers meet the condition."""
    if isinstance(condition, Combination):
        return sum(holds(model, part, answers) for part in condition.parts) >= condition.needed
    return accepts(model, condition, answers.get(condition.parameter, UNKNOWN))


def first_rule(model: AssessmentModel, answers: Answers) -> Rule | None:
    """The first rule from the top that the answers meet, or None when the default step is given."""
    return next((rule for rule in model.rules if holds(model, rule.condition, answers)), None)


def carrying(model: AssessmentModel, condition: Condition, answers: Answers) -> frozenset[ParameterKey]:
    """The parameters whose answers make the condition hold; none when it does not."""
    if not holds(model, condition, answers):
        return frozenset()
    if isinstance(condition, Combination):
        return frozenset().union(*(carrying(model, part, answers) for part in condition.parts))
    return frozenset({condition.parameter})


def check_answers(model: AssessmentModel, answers: Answers) -> None:
    """Raises UnknownParameter or UnknownOption for an answer the model does not know."""
    for parameter, option in answers.items():
        model.parameter(parameter).check_answer(option)
