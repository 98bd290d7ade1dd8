"""Changing a draft of an assessment model: each function gives the model as it is afterwards.

Places are given as numbers (0 is the first), since a draft may for a while hold two things of one
key. What a rule says follows a key that is changed, and what it said about something that is taken
away stays, so that the check names it.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, TypeAlias, TypeVar

from koordinator.domain.assessment_model import (
    UNKNOWN,
    AssessmentModel,
    AtLeast,
    Combination,
    Condition,
    Option,
    OptionKey,
    Parameter,
    ParameterKey,
    Rule,
    RuleKey,
    Test,
    all_of,
)
from koordinator.domain.folding import folded
from koordinator.domain.steps import Step

_LONGEST_KEY: Final = 40
Thing = TypeVar("Thing")
Path: TypeAlias = tuple[int, ...]
"""The way to a part of a condition: which part of the outermost group, which part of that, and so on."""
_Said: TypeAlias = Callable[[Test], Condition]


def empty_model(key: str, title: str, day: date) -> AssessmentModel:
    """A model with nothing in it yet, version 1."""
    return AssessmentModel(key, "1", title, day, "", (), ())


def next_version(model: AssessmentModel, taken: Collection[str]) -> AssessmentModel:
    """The model as a draft of its next version; `taken` are the versions there are of its key."""
    number = int(model.version) if model.version.isascii() and model.version.isdecimal() else 1
    free = next(str(n) for n in range(number + 1, number + len(taken) + 2) if str(n) not in taken)
    return replace(model, version=free)


def key_for(label: str, taken: Collection[str]) -> str:
    """A key made of the words: small letters, figures and _, begun by a letter and not among those taken."""
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in folded(label))
    words = "_".join(letters.split())[:_LONGEST_KEY].strip("_")
    stem = words if words[:1].isalpha() else f"n_{words}".rstrip("_")
    used = {*taken, UNKNOWN}
    return next(key for n in range(1, len(used) + 2) if (key := stem if n == 1 else f"{stem}_{n}") not in used)


def moved(things: tuple[Thing, ...], at: int, by: int) -> tuple[Thing, ...]:
    """The row with one thing moved so many places (negative: forwards), as far as the row goes."""
    rest = without(things, at)
    to = min(max(at + by, 0), len(rest))
    return (*rest[:to], things[at], *rest[to:])


def without(things: tuple[Thing, ...], at: int) -> tuple[Thing, ...]:
    """The row without the thing at the place."""
    return (*things[:at], *things[at + 1 :])


def changed_at(things: tuple[Thing, ...], at: int, thing: Thing) -> tuple[Thing, ...]:
    """The row with another thing at the place."""
    return (*things[:at], thing, *things[at + 1 :])


def add_parameter(model: AssessmentModel, label: str) -> AssessmentModel:
    """A question at the end, with nothing but its name."""
    key = ParameterKey(key_for(label, [each.key for each in model.parameters]))
    return replace(model, parameters=(*model.parameters, Parameter(key, label, "", "", "", ())))


def change_parameter(model: AssessmentModel, at: int, parameter: Parameter) -> AssessmentModel:
    """The question as it is now; the rules follow when its key or the key of an option was changed."""
    before = model.parameters[at]
    parameters = changed_at(model.parameters, at, parameter)
    model = replace(model, parameters=parameters)
    if [each.key for each in model.parameters].count(before.key):
        return model
    return _renamed(model, before.key, parameter.key)


def add_option(parameter: Parameter, label: str) -> Parameter:
    """An answer with more need than the others."""
    key = OptionKey(key_for(label, [each.key for each in parameter.options]))
    return with_options(parameter, (*parameter.options, Option(key, label, "", 0)))


def with_options(parameter: Parameter, options: Sequence[Option]) -> Parameter:
    """The question with the answers in this order, numbered by need."""
    return replace(parameter, options=tuple(replace(option, need=n) for n, option in enumerate(options)))


def change_option(model: AssessmentModel, at: int, option_at: int, option: Option) -> AssessmentModel:
    """The answer as it is now; the rules follow when its key was changed."""
    parameter = model.parameters[at]
    before = parameter.options[option_at]
    after = replace(parameter, options=changed_at(parameter.options, option_at, option))
    model = replace(model, parameters=changed_at(model.parameters, at, after))
    if before.key in [each.key for each in after.options]:
        return model
    return _renamed_option(model, parameter.key, before.key, option.key)


def add_rule(model: AssessmentModel, label: str) -> AssessmentModel:
    """A rule at the end; it asks for the most need of the first question that has answers."""
    key = RuleKey(key_for(label, [rule.key for rule in model.rules]))
    first = first_test(model)
    parts: tuple[Condition, ...] = () if first is None else (first,)
    return replace(model, rules=(*model.rules, Rule(key, label, Step.ALIGNMENT, all_of(*parts))))


def first_test(model: AssessmentModel) -> AtLeast | None:
    """A condition to begin with, or None while no question has answers."""
    asked = next((parameter for parameter in model.parameters if parameter.options), None)
    return AtLeast(asked.key, asked.options[-1].key) if asked else None


def as_group(condition: Condition) -> Combination:
    """The condition as a group, so that others can stand beside it."""
    return condition if isinstance(condition, Combination) else all_of(condition)


def part_at(condition: Condition, path: Path) -> Condition:
    """The part the path leads to."""
    for at in path:
        condition = as_group(condition).parts[at]
    return condition


def with_part(condition: Condition, path: Path, part: Condition) -> Condition:
    """The condition with another part at the end of the path."""
    if not path:
        return part
    group = as_group(condition)
    inner = with_part(group.parts[path[0]], path[1:], part)
    return replace(group, parts=changed_at(group.parts, path[0], inner))


def add_part(condition: Condition, path: Path, part: Condition) -> Condition:
    """A part more in the group the path leads to; where all were needed, all are."""
    group = as_group(part_at(condition, path))
    needed = group.needed + 1 if group.needed == len(group.parts) else group.needed
    return with_part(condition, path, Combination(needed, (*group.parts, part)))


def remove_part(condition: Condition, path: Path) -> Condition:
    """The condition without the part; where all were needed, all that are left are, and never more than are left."""
    group = as_group(part_at(condition, path[:-1]))
    parts = without(group.parts, path[-1])
    all_needed = group.needed == len(group.parts)
    needed = len(parts) if all_needed else min(group.needed, len(parts))
    return with_part(condition, path[:-1], Combination(needed, parts))


def _renamed(model: AssessmentModel, old: ParameterKey, new: ParameterKey) -> AssessmentModel:
    def said(test: Test) -> Condition:
        return replace(test, parameter=new) if test.parameter == old else test

    return _with_tests(model, said)


def _renamed_option(model: AssessmentModel, asked: ParameterKey, old: OptionKey, new: OptionKey) -> AssessmentModel:
    def said(test: Test) -> Condition:
        if test.parameter != asked:
            return test
        if isinstance(test, AtLeast):
            return replace(test, option=new) if test.option == old else test
        return replace(test, options=tuple(new if option == old else option for option in test.options))

    return _with_tests(model, said)


def _with_tests(model: AssessmentModel, said: _Said) -> AssessmentModel:
    rules = tuple(replace(rule, condition=_said_otherwise(rule.condition, said)) for rule in model.rules)
    return replace(model, rules=rules)


def _said_otherwise(condition: Condition, said: _Said) -> Condition:
    if isinstance(condition, Combination):
        return replace(condition, parts=tuple(_said_otherwise(part, said) for part in condition.parts))
    return said(condition)
