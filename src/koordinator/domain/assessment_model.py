"""The assessment model (vurderingsmodel): parameters, options and rules as data, no code.

A model says which questions are asked about a subject's need for coordination, what each answer
means and which step it argues for, and a short ordered list of named rules: the first rule whose
condition holds gives the step, `default_step` when none does. The citizen may always be answered
for with `UNKNOWN` ("ved ikke"); an unknown answer makes no test hold.

The staircase and its parameters come from the municipality's model for cross-professional
coordination (trappemodellen); the list is open, so each municipality has its own model.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NewType, TypeAlias

from koordinator.domain.errors import DomainError
from koordinator.domain.steps import Step

ParameterKey = NewType("ParameterKey", str)
OptionKey = NewType("OptionKey", str)
RuleKey = NewType("RuleKey", str)

UNKNOWN: Final = OptionKey("unknown")
"""The answer "ved ikke endnu", allowed for every parameter and listed by none."""

PLACEHOLDERS: Final = ("{name}", "{name_s}")
"""What a model's sentences may hold: the citizen's first name (or the family), plain and in the genitive."""


class RegisterFact(StrEnum):
    """What the register can count about a subject, so that a person only has to confirm it."""

    OPEN_CASES = "open_cases"
    DEPARTMENTS = "departments"
    """Departments with an open case."""
    CONTACT_PERSONS = "contact_persons"
    FAMILY_MEMBERS_WITH_CASES = "family_members_with_cases"
    """Members of the family who have an open case, the citizen included."""


class Strength(StrEnum):
    """How much an answer weighs when the reasons are told; the rules alone give the step."""

    WEAK = "weak"
    MEDIUM = "medium"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer.

    `need` orders the options of a parameter, the least need first. `argues_for` with `strength` is
    the step the answer speaks for (None: for none), `reason` the sentence that says so. `if_more`
    and `if_less` finish "det ville ændre resultatet, hvis ...", reached from an answer with less or
    with more need. `from_count` is the smallest count for which the register proposes the option.
    """

    key: OptionKey
    label: str
    meaning: str
    need: int
    argues_for: Step | None = None
    strength: Strength = Strength.WEAK
    reason: str = ""
    if_more: str = ""
    if_less: str = ""
    from_count: int | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """A question about the need for coordination, with the words to ask the citizen.

    `citizen_answers`: the citizen's own answer is asked for too. `exempt_from_order`: more need may
    lower the step (the wish, what has been tried). `source`: where the question comes from.
    """

    key: ParameterKey
    label: str
    question: str
    ask: str
    help: str
    options: tuple[Option, ...]
    register_fact: RegisterFact | None = None
    citizen_answers: bool = False
    exempt_from_order: bool = False
    source: str = ""

    @property
    def allowed(self) -> tuple[OptionKey, ...]:
        """Every answer that may be given, `UNKNOWN` last."""
        return (*(option.key for option in self.options), UNKNOWN)

    def option(self, key: OptionKey) -> Option:
        """The option with the key. Raises UnknownOption, also for `UNKNOWN`, which has no text of its own."""
        for option in self.options:
            if option.key == key:
                return option
        raise UnknownOption(self.key, key, self.allowed)

    def check_answer(self, key: OptionKey) -> None:
        """Raises UnknownOption for what is neither an option nor `UNKNOWN`."""
        if key != UNKNOWN:
            self.option(key)

    def proposed_for(self, count: int) -> OptionKey:
        """The answer the register proposes for a count: the last option whose `from_count` is reached."""
        counted = ((option.key, option.from_count) for option in self.options if option.from_count is not None)
        return next((key for key, from_count in reversed(tuple(counted)) if from_count <= count), UNKNOWN)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Holds when the answer has at least as much need as the option."""

    parameter: ParameterKey
    option: OptionKey


@dataclass(frozen=True, slots=True)
class IsOneOf:
    """Holds when the answer is one of the options."""

    parameter: ParameterKey
    options: tuple[OptionKey, ...]


@dataclass(frozen=True, slots=True)
class Combination:
    """Holds when at least `needed` of the parts hold."""

    needed: int
    parts: tuple["Condition", ...]


Test: TypeAlias = AtLeast | IsOneOf
Condition: TypeAlias = AtLeast | IsOneOf | Combination


def all_of(*parts: Condition) -> Combination:
    """Every part must hold."""
    return Combination(len(parts), parts)


def any_of(*parts: Condition) -> Combination:
    """One part is enough."""
    return Combination(1, parts)


def single_tests(condition: Condition) -> Iterator[Test]:
    """The tests of single answers in a condition, in reading order."""
    if isinstance(condition, Combination):
        for part in condition.parts:
            yield from single_tests(part)
    else:
        yield condition


@dataclass(frozen=True, slots=True)
class Rule:
    """A named condition that gives a step; `label` is its name in Danish."""

    key: RuleKey
    label: str
    step: Step
    condition: Condition


@dataclass(frozen=True, slots=True)
class AssessmentModel:
    """A released or proposed model. `version` is the municipality's own name for it."""

    key: str
    version: str
    title: str
    valid_from: date
    source: str
    parameters: tuple[Parameter, ...]
    rules: tuple[Rule, ...]
    default_step: Step = Step.NO_NEED

    def parameter(self, key: ParameterKey) -> Parameter:
        """The parameter with the key. Raises UnknownParameter."""
        for parameter in self.parameters:
            if parameter.key == key:
                return parameter
        raise UnknownParameter(key, tuple(parameter.key for parameter in self.parameters))

    def rule(self, key: RuleKey) -> Rule:
        """The rule with the key, which a recommendation by this model has named."""
        return next(rule for rule in self.rules if rule.key == key)


class UnknownParameter(DomainError):
    """The model has no such parameter; `allowed` are those it has."""

    parameter: ParameterKey
    allowed: tuple[ParameterKey, ...]


class UnknownOption(DomainError):
    """The parameter has no such option; `allowed` are the answers it takes."""

    parameter: ParameterKey
    option: OptionKey
    allowed: tuple[OptionKey, ...]
