"""All that a model's rules can come to, as one decision diagram.

The parameters are asked in the model's order; after each answer only what is left of the rules
matters, and situations with the same rules left are one node. The diagram is exact and small, so
that what would otherwise be a search through millions of sets of answers (can the rule ever win?
does more need lower the step? which fewest changes give another step?) is one walk through it.

Answers are numbered per parameter: 0 is `UNKNOWN` (or not answered), 1 the first option, and so on.
Nodes are numbered so that children come before their parents; the first are the outcomes.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from koordinator.domain.assessment_model import AssessmentModel, Combination, Condition
from koordinator.domain.assessment_rules import Answers, accepts
from koordinator.domain.errors import DomainError
from koordinator.domain.steps import Step

MOST_NODES: Final = 20_000
"""Situations. A model that needs more is too tangled for anybody to explain; the standard model needs some hundreds."""

_NO_POSITION: Final = -1


@dataclass(frozen=True, slots=True)
class Branching:
    """The answer to the parameter at `position` decides; `children[n]` is where answer n leads."""

    position: int
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Diagram:
    """The diagram of a model. Outcome n is rule n, the last outcome is the default step."""

    outcomes: tuple[Step, ...]
    branchings: tuple[Branching, ...]
    root: int

    def branching(self, node: int) -> Branching | None:
        """What is decided at the node, or None for an outcome."""
        return self.branchings[node - len(self.outcomes)] if node >= len(self.outcomes) else None

    def reached(self) -> frozenset[int]:
        """The outcomes that some set of answers leads to."""
        nodes = {self.root}.union(*(branching.children for branching in self.branchings))
        return frozenset(node for node in nodes if node < len(self.outcomes))


class ModelTooTangled(DomainError):
    """The model's rules refer to each other's parameters in so many ways that nobody could explain a result."""


@lru_cache(maxsize=8)
def diagram_of(model: AssessmentModel) -> Diagram:
    """The diagram of a model whose rules name only what exists. Raises ModelTooTangled."""
    return _Drawing(model).finished()


def numbered(model: AssessmentModel, answers: Answers) -> tuple[int, ...]:
    """The answers as numbers, one for each parameter of the model."""
    return tuple(
        next((n for n, option in enumerate(parameter.options, 1) if option.key == answers.get(parameter.key)), 0)
        for parameter in model.parameters
    )


class _Test(NamedTuple):
    """A test of one answer. Bit n of `asks` is set for parameter n, of `accepted` when answer n makes it hold."""

    asks: int
    accepted: int


class _Group(NamedTuple):
    """At least `needed` of the parts; `asks` has the bits of all their parameters."""

    asks: int
    needed: int
    parts: "tuple[_Open, ...]"


_Open: TypeAlias = _Test | _Group


class _Situation(NamedTuple):
    """The rules that are still open, each with its outcome, and the outcome when none of them holds."""

    rules: tuple[tuple[int, _Open], ...]
    otherwise: int


class _Drawing:
    """A diagram being drawn."""

    def __init__(self, model: AssessmentModel) -> None:
        self._model = model
        self._outcomes = (*(rule.step for rule in model.rules), model.default_step)
        self._positions = {parameter.key: n for n, parameter in enumerate(model.parameters)}
        self._branchings: list[Branching] = []
        self._nodes: dict[_Situation, int] = {}
        self._joined: dict[Branching, int] = {}

    def finished(self) -> Diagram:
        rules = tuple((n, self._opened(rule.condition)) for n, rule in enumerate(self._model.rules))
        root = self._node(_answered(_Situation(rules, len(rules)), _NO_POSITION, 0))
        return Diagram(self._outcomes, tuple(self._branchings), root)

    def _opened(self, condition: Condition) -> _Open:
        if isinstance(condition, Combination):
            return _group(condition.needed, tuple(self._opened(part) for part in condition.parts))
        options = self._model.parameter(condition.parameter).options
        accepted = sum(1 << n for n, option in enumerate(options, 1) if accepts(self._model, condition, option.key))
        return _Test(1 << self._positions[condition.parameter], accepted)

    def _node(self, situation: _Situation) -> int:
        if not situation.rules:
            return situation.otherwise
        known = self._nodes.get(situation)
        if known is None:
            if len(self._nodes) >= MOST_NODES:
                raise ModelTooTangled
            asked = min(_lowest_bit(rule.asks) for _, rule in situation.rules)
            answers = range(len(self._model.parameters[asked].options) + 1)
            children = tuple(self._node(_answered(situation, asked, answer)) for answer in answers)
            known = self._nodes[situation] = self._join(Branching(asked, children))
        return known

    def _join(self, branching: Branching) -> int:
        """The node of the branching: its only child when the answer does not matter, else one shared by all alike."""
        if len(set(branching.children)) == 1:
            return branching.children[0]
        if branching not in self._joined:
            self._joined[branching] = len(self._outcomes) + len(self._branchings)
            self._branchings.append(branching)
        return self._joined[branching]


def _group(needed: int, parts: tuple[_Open, ...]) -> _Group:
    asks = 0
    for part in parts:
        asks |= part.asks
    return _Group(asks, needed, parts)


def _lowest_bit(bits: int) -> int:
    return (bits & -bits).bit_length() - 1


def _answered(situation: _Situation, position: int, answer: int) -> _Situation:
    """What is left of the situation when the parameter at the position has been answered."""
    still_open: list[tuple[int, _Open]] = []
    for outcome, rule in situation.rules:
        left = _left(rule, position, answer)
        if left is True:
            return _Situation(tuple(still_open), outcome)
        if left is not False:
            still_open.append((outcome, left))
    return _Situation(tuple(still_open), situation.otherwise)


def _left(condition: _Open, position: int, answer: int) -> _Open | bool:
    """True or False when the answer settles the condition, else what is left of it."""
    if isinstance(condition, _Test):
        asked = position != _NO_POSITION and condition.asks == 1 << position
        return bool(condition.accepted >> answer & 1) if asked else condition
    needed = condition.needed
    still_open: list[_Open] = []
    for part in condition.parts:
        left = _left(part, position, answer)
        if left is True:
            needed -= 1
        elif left is not False:
            still_open.append(left)
    if needed <= 0 or len(still_open) < needed:
        return needed <= 0
    return still_open[0] if len(still_open) == 1 else _group(needed, tuple(still_open))
