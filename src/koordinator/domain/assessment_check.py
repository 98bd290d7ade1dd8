"""Whether an assessment model may be used: texts, keys, references, and what its rules come to.

The check of the rules is exact, for any model: it walks the decision diagram, which holds every set
of answers, and looks at each place where one more step of need could matter.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from koordinator.domain import limits
from koordinator.domain.assessment_diagram import Diagram, ModelTooTangled, diagram_of
from koordinator.domain.assessment_faults import ModelFault, ModelFaultKind
from koordinator.domain.assessment_model import (
    PLACEHOLDERS,
    UNKNOWN,
    AssessmentModel,
    AtLeast,
    Combination,
    Condition,
    Option,
    Parameter,
    Test,
)
from koordinator.domain.steps import Step

_KEY: Final = re.compile(r"[a-z][a-z0-9_]*")
_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}?")


def check_model(model: AssessmentModel) -> tuple[ModelFault, ...]:
    """Every fault of the model, in reading order; empty when it may be used.

    What the rules come to is only looked at when everything they name exists.
    """
    named = (*_head_faults(model), *_parameters_faults(model), *_rules_faults(model))
    return named or tuple(_outcome_faults(model))


def _head_faults(model: AssessmentModel) -> Iterator[ModelFault]:
    yield from _missing("", {"key": model.key, "version": model.version, "title": model.title, "source": model.source})
    yield from _number("", "parameters", len(model.parameters), 1, limits.MODEL_PARAMETERS)
    yield from _number("", "rules", len(model.rules), 1, limits.MODEL_RULES)


def _parameters_faults(model: AssessmentModel) -> Iterator[ModelFault]:
    yield from _key_faults("parameters", [parameter.key for parameter in model.parameters])
    for parameter in model.parameters:
        where = f"parameters.{parameter.key}"
        texts = {name: getattr(parameter, name) for name in ("label", "question", "ask", "help", "source")}
        yield from _missing(where, texts)
        yield from _placeholders(where, {name: texts[name] for name in ("question", "ask", "help")})
        yield from _number(where, "options", len(parameter.options), 2, limits.MODEL_OPTIONS)
        yield from _key_faults(f"{where}.options", [option.key for option in parameter.options])
        for n, option in enumerate(parameter.options):
            yield from _option_faults(f"{where}.options.{option.key}", parameter, n, option)
        yield from _count_faults(where, parameter)


def _option_faults(where: str, parameter: Parameter, n: int, option: Option) -> Iterator[ModelFault]:
    needed = {"label": option.label, "meaning": option.meaning}
    if option.argues_for is not None:
        needed["reason"] = option.reason
    if n > 0:
        needed["if_more"] = option.if_more
    if n < len(parameter.options) - 1:
        needed["if_less"] = option.if_less
    yield from _missing(where, needed)
    texts = {name: getattr(option, name) for name in ("meaning", "reason", "if_more", "if_less")}
    yield from _placeholders(where, texts)
    if n > 0 and option.need <= parameter.options[n - 1].need:
        yield ModelFault(ModelFaultKind.NEED_ORDER, where)


def _count_faults(where: str, parameter: Parameter) -> Iterator[ModelFault]:
    """A counted parameter proposes an answer for every count, a higher one for a higher count."""
    counts = [(option.key, option.from_count) for option in parameter.options if option.from_count is not None]
    if parameter.register_fact is None:
        for key, _ in counts:
            yield ModelFault(ModelFaultKind.COUNT_ORDER, f"{where}.options.{key}")
        return
    if parameter.options and parameter.options[0].from_count != 0:
        yield ModelFault(ModelFaultKind.COUNT_ORDER, f"{where}.options.{parameter.options[0].key}")
    for (_, lower), (key, higher) in pairwise(counts):
        if higher <= lower:
            yield ModelFault(ModelFaultKind.COUNT_ORDER, f"{where}.options.{key}")


def _rules_faults(model: AssessmentModel) -> Iterator[ModelFault]:
    yield from _key_faults("rules", [rule.key for rule in model.rules])
    for rule in model.rules:
        where = f"rules.{rule.key}"
        yield from _missing(where, {"label": rule.label})
        yield from _condition_faults(model, where, rule.condition)


def _condition_faults(model: AssessmentModel, where: str, condition: Condition) -> Iterator[ModelFault]:
    if not isinstance(condition, Combination):
        yield from _test_faults(model, where, condition)
        return
    if not condition.parts:
        yield ModelFault(ModelFaultKind.EMPTY_GROUP, where)
    elif not 1 <= condition.needed <= len(condition.parts):
        values = (str(condition.needed), str(len(condition.parts)))
        yield ModelFault(ModelFaultKind.IMPOSSIBLE_NUMBER, where, values)
    for part in condition.parts:
        yield from _condition_faults(model, where, part)


def _test_faults(model: AssessmentModel, where: str, test: Test) -> Iterator[ModelFault]:
    parameter = next((parameter for parameter in model.parameters if parameter.key == test.parameter), None)
    if parameter is None:
        known = tuple(parameter.key for parameter in model.parameters)
        yield ModelFault(ModelFaultKind.UNKNOWN_PARAMETER, where, (test.parameter, *known))
        return
    options = tuple(option.key for option in parameter.options)
    for named in (test.option,) if isinstance(test, AtLeast) else test.options:
        if named not in options:
            yield ModelFault(ModelFaultKind.UNKNOWN_OPTION, where, (test.parameter, named, *options))


def _outcome_faults(model: AssessmentModel) -> Iterator[ModelFault]:
    try:
        diagram = diagram_of(model)
    except ModelTooTangled:
        yield ModelFault(ModelFaultKind.TOO_TANGLED, "rules")
        return
    reached = diagram.reached()
    for n, rule in enumerate(model.rules):
        if n not in reached:
            yield ModelFault(ModelFaultKind.UNREACHABLE_RULE, f"rules.{rule.key}")
    steps = {diagram.outcomes[n] for n in reached}
    for step in Step:
        if step not in steps:
            yield ModelFault(ModelFaultKind.UNREACHABLE_STEP, "rules", (str(int(step)),))
    yield from _lowering_faults(model, diagram)


def _lowering_faults(model: AssessmentModel, diagram: Diagram) -> Iterator[ModelFault]:
    """For each pair of neighbouring options the first place where the one with more need gives a lower step.

    Neighbours suffice: where no single move up lowers the step, no row of moves does.
    """
    comparison = _Comparison(diagram)
    told: set[tuple[int, int]] = set()
    for branching in diagram.branchings:
        parameter = model.parameters[branching.position]
        if parameter.exempt_from_order:
            continue
        for n in range(2, len(branching.children)):
            steps = comparison.lowered(branching.children[n - 1], branching.children[n])
            if steps and (branching.position, n) not in told:
                told.add((branching.position, n))
                less, more = parameter.options[n - 2], parameter.options[n - 1]
                values = (less.key, more.key, *(str(int(step)) for step in steps))
                yield ModelFault(ModelFaultKind.LOWERS_STEP, f"parameters.{parameter.key}", values)


class _Comparison:
    """Whether the same further answers ever give a lower step from one node than from another."""

    def __init__(self, diagram: Diagram) -> None:
        self._diagram = diagram
        self._known: dict[tuple[int, int], tuple[Step, Step] | None] = {}

    def lowered(self, before: int, after: int) -> tuple[Step, Step] | None:
        """The steps from `before` and `after` for some further answers by which it falls, or None."""
        if before == after:
            return None
        if (before, after) not in self._known:
            self._known[before, after] = self._compared(before, after)
        return self._known[before, after]

    def _compared(self, before: int, after: int) -> tuple[Step, Step] | None:
        nodes = [(node, self._diagram.branching(node)) for node in (before, after)]
        asked = min((branching for _, branching in nodes if branching), key=lambda each: each.position, default=None)
        if asked is None:
            steps = self._diagram.outcomes[before], self._diagram.outcomes[after]
            return steps if steps[1] < steps[0] else None
        for n in range(len(asked.children)):
            left, right = (
                branching.children[n] if branching and branching.position == asked.position else node
                for node, branching in nodes
            )
            if fall := self.lowered(left, right):
                return fall
        return None


def _missing(where: str, texts: dict[str, str]) -> Iterator[ModelFault]:
    return (ModelFault(ModelFaultKind.MISSING_TEXT, where, (name,)) for name, text in texts.items() if not text.strip())


def _placeholders(where: str, texts: dict[str, str]) -> Iterator[ModelFault]:
    for name, text in texts.items():
        for found in _PLACEHOLDER.findall(text):
            if found not in PLACEHOLDERS:
                yield ModelFault(ModelFaultKind.UNKNOWN_PLACEHOLDER, where, (name, found))


def _number(where: str, what: str, number: int, least: int, most: int) -> Iterator[ModelFault]:
    """Too few of something is said of the place they belong to, too many of the first that is one too many."""
    if least <= number <= most:
        return
    path = f"{where}.{what}" if where else what
    at = f"{path}.#{most + 1}" if number > most else where
    yield ModelFault(ModelFaultKind.WRONG_NUMBER, at, (what, str(number), str(least), str(most)))


def _key_faults(where: str, keys: Sequence[str]) -> Iterator[ModelFault]:
    for n, key in enumerate(keys):
        place = f"{where}.#{n + 1}"
        if not _KEY.fullmatch(key) or key == UNKNOWN:
            yield ModelFault(ModelFaultKind.BAD_KEY, place, (key,))
        elif key in keys[:n]:
            yield ModelFault(ModelFaultKind.DUPLICATE_KEY, place, (key,))
