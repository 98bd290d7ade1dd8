"""What would change a recommendation: the fewest changed answers that give another step."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from koordinator.domain.assessment_diagram import Branching, Diagram, diagram_of, numbered
from koordinator.domain.assessment_model import UNKNOWN, AssessmentModel, OptionKey, ParameterKey
from koordinator.domain.assessment_rules import Answers
from koordinator.domain.steps import Step

MOST_CHANGES: Final = 3
"""More changed answers than this is another citizen, not another answer."""
MOST_SETS: Final = 5
"""Sets told, for one step or for all of them together."""

_Positions: TypeAlias = tuple[int, ...]
_Way: TypeAlias = tuple[int, tuple[int, ...]]
"""How far the options lie from the given ones together, and the options."""


@dataclass(frozen=True, slots=True)
class Change:
    """Another answer to one parameter. `before` is `UNKNOWN` also when nothing was answered; `after` never is."""

    parameter: ParameterKey
    before: OptionKey
    after: OptionKey


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Changes that together give the step, and no fewer changes do."""

    step: Step
    changes: tuple[Change, ...]


def smallest_changes(model: AssessmentModel, answers: Answers, step: Step) -> tuple[ChangeSet, ...]:
    """The smallest sets of changed answers that give the step; empty when more than three would be needed.

    All sets have the same, smallest number of changes, each is about other parameters, and within a
    set the options nearest to the given ones are named. The nearest sets come first, at most five.
    """
    given = numbered(model, answers)
    ways = _Search(diagram_of(model), given, step).ways()
    nearest = sorted((distance, positions, options) for positions, (distance, options) in ways.items())
    return tuple(
        ChangeSet(step, tuple(_change(model, given, *changed) for changed in zip(positions, options, strict=True)))
        for _, positions, options in nearest[:MOST_SETS]
    )


def possible_steps(model: AssessmentModel, answers: Answers) -> frozenset[Step]:
    """Every step that answers to what is unknown or unanswered could still lead to, or none of them."""
    diagram, given = diagram_of(model), numbered(model, answers)
    seen, waiting = {diagram.root}, [diagram.root]
    while waiting:
        branching = diagram.branching(waiting.pop())
        if branching is not None:
            answer = given[branching.position]
            ahead = set(branching.children if answer == 0 else (branching.children[answer],)) - seen
            seen |= ahead
            waiting.extend(ahead)
    return frozenset(diagram.outcomes[node] for node in seen if node < len(diagram.outcomes))


def _change(model: AssessmentModel, given: tuple[int, ...], position: int, after: int) -> Change:
    parameter = model.parameters[position]
    before = parameter.options[given[position] - 1].key if given[position] else UNKNOWN
    return Change(parameter.key, before, parameter.options[after - 1].key)


class _Search:
    """The ways through the diagram to one step that change the fewest answers."""

    def __init__(self, diagram: Diagram, given: tuple[int, ...], step: Step) -> None:
        self._diagram = diagram
        self._given = given
        self._fewest = self._fewest_changes(step)
        self._known: dict[int, dict[_Positions, _Way]] = {}

    def ways(self) -> dict[_Positions, _Way]:
        """For each smallest set of parameters the nearest options; nothing when three changes are not enough."""
        root = self._diagram.root
        return self._ways(root) if self._fewest[root] <= MOST_CHANGES else {}

    def _fewest_changes(self, step: Step) -> list[int]:
        """For each node the fewest changes from there to the step."""
        fewest = [0 if outcome is step else MOST_CHANGES + 1 for outcome in self._diagram.outcomes]
        for branching in self._diagram.branchings:
            children = branching.children
            changed = 1 + min([fewest[child] for child in children[1:]])
            fewest.append(min(fewest[children[self._given[branching.position]]], changed))
        return fewest

    def _ways(self, node: int) -> dict[_Positions, _Way]:
        branching = self._diagram.branching(node)
        if branching is None:
            return {(): (0, ())}
        if node not in self._known:
            self._known[node] = self._ways_on(node, branching)
        return self._known[node]

    def _ways_on(self, node: int, branching: Branching) -> dict[_Positions, _Way]:
        position, given = branching.position, self._given[branching.position]
        ways: dict[_Positions, _Way] = {}
        if self._fewest[branching.children[given]] == self._fewest[node]:
            ways.update(self._ways(branching.children[given]))
        for answer, child in enumerate(branching.children):
            if answer in (0, given) or self._fewest[child] != self._fewest[node] - 1:
                continue
            for positions, (distance, options) in self._ways(child).items():
                way = (distance + abs(answer - given), (answer, *options))
                key = (position, *positions)
                ways[key] = min(way, ways.get(key, way))
        return ways
