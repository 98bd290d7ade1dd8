"""Assessment models, answers and assessments for the tests of their rules."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

from koordinator.domain.assessment import Answer, Assessment, new_assessment
from koordinator.domain.assessment_model import (
    AssessmentModel,
    AtLeast,
    Combination,
    Condition,
    IsOneOf,
    Option,
    OptionKey,
    Parameter,
    ParameterKey,
    Rule,
    RuleKey,
)
from koordinator.domain.assessment_toml import parse_model
from koordinator.domain.ids import SubjectId
from koordinator.domain.steps import Step

MODELS: Final = Path(__file__).parents[2] / "resources" / "assessment_models"
STANDARD_TEXT: Final = (MODELS / "standard.toml").read_text(encoding="utf-8")
STANDARD: Final = parse_model(STANDARD_TEXT)

Given = dict[ParameterKey, OptionKey]


def answers(**options: str) -> Given:
    return {ParameterKey(parameter): OptionKey(option) for parameter, option in options.items()}


LONE: Final = answers(
    cases="several",
    departments="four",
    contacts="many",
    complexity="composite",
    self_coordination="partly",
    connection="affect",
    conflicting_plans="conflict",
    family="other",
    stability="unsettled",
    tried="nothing",
    wish="talk",
)
"""Lone Bæk: four departments, cases that affect each other, and she can only partly coordinate herself."""


def assessment(given: Given | None = None) -> Assessment:
    begun = new_assessment(SubjectId(7), STANDARD_TEXT)
    for parameter, option in (LONE if given is None else given).items():
        begun = begun.with_answer(Answer(parameter, option))
    return begun


def option(key: str, need: int) -> Option:
    words = f"{key}, said of {{name}}"
    return Option(OptionKey(key), key, words, need, Step.ALIGNMENT, reason=words, if_more=words, if_less=words)


def parameter(key: str, *, options: int = 3, exempt: bool = False) -> Parameter:
    words = "Words about {name_s} life"
    possible = tuple(option("abcdefgh"[need], need) for need in range(options))
    return Parameter(ParameterKey(key), key, words, words, words, possible, exempt_from_order=exempt, source="Local")


def at_least(parameter_key: str, option_key: str) -> AtLeast:
    return AtLeast(ParameterKey(parameter_key), OptionKey(option_key))


def is_one_of(parameter_key: str, *option_keys: str) -> IsOneOf:
    return IsOneOf(ParameterKey(parameter_key), tuple(OptionKey(key) for key in option_keys))


def rule(key: str, step: int, condition: Condition) -> Rule:
    return Rule(RuleKey(key), f"Rule {key}", Step(step), condition)


def model(parameters: tuple[Parameter, ...], *rules: Rule, default: int = 0) -> AssessmentModel:
    return AssessmentModel("small", "1", "Small", date(2026, 1, 1), "Local", parameters, rules, Step(default))


def plain_model() -> AssessmentModel:
    """Two parameters; each step is reached by more of them."""
    return model(
        (parameter("p"), parameter("q")),
        rule("three", 3, Combination(2, (at_least("p", "c"), at_least("q", "c")))),
        rule("two", 2, Combination(1, (at_least("p", "c"), at_least("q", "c")))),
        rule("one", 1, at_least("p", "b")),
    )


def every_answer(of: AssessmentModel) -> Iterator[Given]:
    """Every full set of answers, "ved ikke" among them."""
    keys = [each.key for each in of.parameters]
    for options in product(*(each.allowed for each in of.parameters)):
        yield dict(zip(keys, options, strict=True))


@st.composite
def conditions(draw: st.DrawFn, parameters: tuple[Parameter, ...], depth: int = 2) -> Condition:
    kind = draw(st.sampled_from(("at_least", "at_least", "is", "group") if depth else ("at_least", "is")))
    if kind == "group":
        parts = tuple(draw(st.lists(conditions(parameters, depth - 1), min_size=1, max_size=3)))
        return Combination(draw(st.integers(1, len(parts))), parts)
    asked = draw(st.sampled_from(parameters))
    keys = [each.key for each in asked.options]
    if kind == "at_least":
        return AtLeast(asked.key, draw(st.sampled_from(keys)))
    return IsOneOf(asked.key, tuple(draw(st.lists(st.sampled_from(keys), min_size=1, max_size=2, unique=True))))


@st.composite
def small_models(draw: st.DrawFn) -> AssessmentModel:
    """Models in which nothing is missing, but whose rules may come to anything."""
    number = draw(st.integers(2, 4))
    parameters = tuple(
        parameter("pqrs"[n], options=draw(st.integers(2, 3)), exempt=draw(st.integers(0, 4)) == 0)
        for n in range(number)
    )
    steps = draw(st.lists(st.integers(0, 3), min_size=1, max_size=3))
    if draw(st.booleans()):
        steps = sorted({1, 2, 3, *steps}, reverse=True)
    rules = [rule(f"r{n}", step, draw(conditions(parameters))) for n, step in enumerate(steps)]
    return model(parameters, *rules, default=draw(st.sampled_from((0, 0, 1))))


def answers_to(of: AssessmentModel) -> st.SearchStrategy[Given]:
    """Answers to some of the questions."""
    optional = {each.key: st.sampled_from(each.allowed) for each in of.parameters}
    return st.fixed_dictionaries({}, optional=optional)
