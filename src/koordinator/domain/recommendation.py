"""The recommended step, the reasons for it, and what would change it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from koordinator.domain.assessment_changes import MOST_SETS, ChangeSet, possible_steps, smallest_changes
from koordinator.domain.assessment_model import (
    UNKNOWN,
    AssessmentModel,
    OptionKey,
    ParameterKey,
    RegisterFact,
    RuleKey,
    Strength,
)
from koordinator.domain.assessment_rules import Answers, carrying, check_answers, first_rule
from koordinator.domain.steps import Step

_STRONGEST_FIRST: Final = (Strength.STRONG, Strength.MEDIUM, Strength.WEAK)


@dataclass(frozen=True, slots=True)
class Reason:
    """An answer that argues for a step. `decisive`: the rule that gave the step rests on it."""

    parameter: ParameterKey
    option: OptionKey
    argues_for: Step
    strength: Strength
    decisive: bool


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What the model says about the answers; the caseworker decides.

    `rule` is None when no rule held and the step is the model's default. `reasons` are all answers
    that argue for a step, the strongest first. `unanswered` and `unknown` are parameters in the
    model's order; `could_become` the other steps that answers to them could still give.
    `would_change` has, for each other step, the smallest sets of changed answers, at most five
    together and one for each step that can be reached; the nearest step comes first, and of two the
    lower one. Empty: no change of up to three answers would alter it.
    """

    step: Step
    rule: RuleKey | None
    reasons: tuple[Reason, ...]
    unanswered: tuple[ParameterKey, ...]
    unknown: tuple[ParameterKey, ...]
    could_become: tuple[Step, ...]
    would_change: tuple[ChangeSet, ...]

    @property
    def because(self) -> tuple[Reason, ...]:
        """The reasons that speak for the step or carry the rule that gave it."""
        return tuple(reason for reason in self.reasons if reason.decisive or reason.argues_for is self.step)

    @property
    def against(self) -> tuple[Reason, ...]:
        """The reasons that speak for another step."""
        return tuple(reason for reason in self.reasons if reason not in self.because)


def recommend(model: AssessmentModel, answers: Answers) -> Recommendation:
    """What the model recommends for the answers; those left out are unanswered.

    Raises UnknownParameter or UnknownOption for an answer the model does not know.
    """
    check_answers(model, answers)
    rule = first_rule(model, answers)
    step = rule.step if rule else model.default_step
    decisive = carrying(model, rule.condition, answers) if rule else frozenset()
    return Recommendation(
        step=step,
        rule=rule.key if rule else None,
        reasons=_reasons(model, answers, decisive),
        unanswered=tuple(parameter.key for parameter in model.parameters if parameter.key not in answers),
        unknown=tuple(parameter.key for parameter in model.parameters if answers.get(parameter.key) == UNKNOWN),
        could_become=tuple(sorted(possible_steps(model, answers) - {step})),
        would_change=_would_change(model, answers, step),
    )


def recommended_step(model: AssessmentModel, answers: Answers) -> Step:
    """The step alone, without reasons. The answers are known to the model."""
    rule = first_rule(model, answers)
    return rule.step if rule else model.default_step


def from_register(model: AssessmentModel, facts: Mapping[RegisterFact, int]) -> dict[ParameterKey, OptionKey]:
    """The answers the register proposes, for a person to confirm."""
    return {
        parameter.key: parameter.proposed_for(facts[fact])
        for parameter in model.parameters
        if (fact := parameter.register_fact) is not None and fact in facts
    }


def _would_change(model: AssessmentModel, answers: Answers, step: Step) -> tuple[ChangeSet, ...]:
    """The nearest set of each step has its place; the fewest answers fill what room is left."""
    others = sorted((other for other in Step if other is not step), key=lambda other: (abs(other - step), other))
    found = [smallest_changes(model, answers, other) for other in others]
    more = sorted((each for sets in found for each in sets[1:]), key=lambda each: len(each.changes))
    room = MOST_SETS - sum(bool(sets) for sets in found)
    kept = more[:room]
    return tuple(each for sets in found for each in sets if each is sets[0] or each in kept)


def _reasons(model: AssessmentModel, answers: Answers, decisive: frozenset[ParameterKey]) -> tuple[Reason, ...]:
    reasons = []
    for parameter in model.parameters:
        answer = answers.get(parameter.key, UNKNOWN)
        if answer == UNKNOWN:
            continue
        option = parameter.option(answer)
        if option.argues_for is not None:
            reason = Reason(parameter.key, answer, option.argues_for, option.strength, parameter.key in decisive)
            reasons.append(reason)
    return tuple(sorted(reasons, key=lambda reason: _STRONGEST_FIRST.index(reason.strength)))


class Direction(StrEnum):
    """Whether an answer shows more or less need than last time."""

    MORE = "more"
    LESS = "less"
    OTHER = "other"
    """No order to tell by: unknown, not answered, exempt, or an answer only the older model has."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A parameter that was answered otherwise before. None: not answered, or not asked by that model."""

    parameter: ParameterKey
    before: OptionKey | None
    now: OptionKey | None
    direction: Direction


def difference(model: AssessmentModel, before: Answers, now: Answers) -> tuple[Difference, ...]:
    """What is answered otherwise now, in the model's order; parameters only an older model had come last."""
    keys = [parameter.key for parameter in model.parameters]
    keys += [key for key in before if key not in keys]
    return tuple(
        Difference(key, before.get(key), now.get(key), _direction(model, key, before.get(key), now.get(key)))
        for key in keys
        if before.get(key) != now.get(key)
    )


def _direction(model: AssessmentModel, key: ParameterKey, before: OptionKey | None, now: OptionKey | None) -> Direction:
    parameter = next((parameter for parameter in model.parameters if parameter.key == key), None)
    if parameter is None or parameter.exempt_from_order:
        return Direction.OTHER
    need = {option.key: option.need for option in parameter.options}
    if before not in need or now not in need:
        return Direction.OTHER
    return Direction.MORE if need[now] > need[before] else Direction.LESS
