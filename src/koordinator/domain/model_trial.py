"""Trying a model on old assessments: which would come out on another step, and why.

An old assessment's answers are read as they were given. A question it did not answer, and an answer
that the new model does not have, count as "ved ikke". Both models are followed through their
decision diagrams, so that an assessment costs a few look-ups.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from koordinator.domain.assessment_diagram import diagram_of
from koordinator.domain.assessment_model import UNKNOWN, AssessmentModel, Rule
from koordinator.domain.assessment_rules import Answers, carrying
from koordinator.domain.ids import AssessmentId, CitizenId, SubjectId
from koordinator.domain.steps import Step


@dataclass(frozen=True, slots=True)
class OldAssessment:
    """What is looked at of a locked assessment. `citizen_id` is None for a family's.

    `step` is the one that was recommended, `given` the professional's answers.
    """

    id: AssessmentId
    subject_id: SubjectId
    citizen_id: CitizenId | None
    assessed_on: date
    model_key: str
    model_version: str
    step: Step
    given: Answers


@dataclass(frozen=True, slots=True)
class Said:
    """An answer in the words of the model: the question's name and the answer's."""

    parameter: str
    option: str


@dataclass(frozen=True, slots=True)
class Why:
    """Why another step comes out; the words are the models' own. Alike reasons are one object.

    `rule_before` and `rule_now` are the names of the first rules that hold, empty where none does,
    `rule_before` also where the old model is not known. `rests_on` are the answers the new rule rests
    on, else the answers the old rule rested on. `missing` are questions without an answer, `gone`
    questions whose answer the new model does not have; all of them are taken as "ved ikke".
    """

    rule_before: str
    rule_now: str
    rests_on: tuple[Said, ...]
    missing: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangedOutcome:
    """An old assessment that would come out otherwise."""

    assessment_id: AssessmentId
    subject_id: SubjectId
    citizen_id: CitizenId | None
    assessed_on: date
    from_step: Step
    to_step: Step
    why: Why


class ReadyModel:
    """A model with its diagram, ready to be asked many times. Raises ModelTooTangled."""

    def __init__(self, model: AssessmentModel) -> None:
        self.model = model
        diagram = diagram_of(model)
        self._steps = diagram.outcomes
        self._branchings = diagram.branchings
        self._root = diagram.root
        self._keys = tuple(parameter.key for parameter in model.parameters)
        self._numbers = tuple(
            {option.key: n for n, option in enumerate(parameter.options, 1)} for parameter in model.parameters
        )

    def outcome(self, given: Answers) -> int:
        """The number of the first rule the answers meet; how many rules there are when they meet none."""
        node, first, branchings = self._root, len(self._steps), self._branchings
        while node >= first:
            branching = branchings[node - first]
            at = branching.position
            node = branching.children[self._numbers[at].get(given.get(self._keys[at], UNKNOWN), 0)]
        return node

    def step_of(self, outcome: int) -> Step:
        """The step of an outcome."""
        return self._steps[outcome]

    def rule(self, outcome: int) -> Rule | None:
        """The rule of an outcome, or None for the default step."""
        rules = self.model.rules
        return rules[outcome] if outcome < len(rules) else None

    def known(self, given: Answers) -> Answers:
        """The answers that the model has."""
        return {
            key: given[key]
            for key, numbers in zip(self._keys, self._numbers, strict=True)
            if given.get(key, UNKNOWN) in numbers
        }

    def unmet(self, given: Answers) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names of the questions without an answer, and of those whose answer the model does not have."""
        missing, gone = [], []
        for parameter, numbers in zip(self.model.parameters, self._numbers, strict=True):
            answer = given.get(parameter.key)
            if answer is None:
                missing.append(parameter.label)
            elif answer != UNKNOWN and answer not in numbers:
                gone.append(parameter.label)
        return tuple(missing), tuple(gone)

    def rests_on(self, outcome: int, given: Answers) -> Iterator[Said]:
        """The answers that the outcome's rule rests on, in the model's order."""
        rule = self.rule(outcome)
        if rule is None:
            return
        known = self.known(given)
        keys = carrying(self.model, rule.condition, known)
        for parameter in self.model.parameters:
            if parameter.key in keys:
                yield Said(parameter.label, parameter.option(known[parameter.key]).label)


class ModelTrial:
    """A new model held against old assessments. `tried` is the number looked at."""

    def __init__(self, model: AssessmentModel) -> None:
        self._new = ReadyModel(model)
        self._alike: dict[Why, Why] = {}
        self.tried = 0

    def changed(self, old: OldAssessment, old_model: ReadyModel | None) -> ChangedOutcome | None:
        """How it would come out, or None when on the same step. `old_model` is the one it was made by, if known."""
        self.tried += 1
        outcome = self._new.outcome(old.given)
        to_step = self._new.step_of(outcome)
        if to_step is old.step:
            return None
        why = self._why(old.given, outcome, old_model)
        return ChangedOutcome(
            old.id,
            old.subject_id,
            old.citizen_id,
            old.assessed_on,
            old.step,
            to_step,
            self._alike.setdefault(why, why),
        )

    def _why(self, given: Answers, outcome: int, old_model: ReadyModel | None) -> Why:
        rule = self._new.rule(outcome)
        before = old_model.outcome(given) if old_model else 0
        rule_before = old_model.rule(before) if old_model else None
        rests_on = tuple(self._new.rests_on(outcome, given))
        if not rests_on and old_model is not None:
            rests_on = tuple(old_model.rests_on(before, given))
        missing, gone = self._new.unmet(given)
        return Why(rule_before.label if rule_before else "", rule.label if rule else "", rests_on, missing, gone)


@dataclass(frozen=True, slots=True)
class TrialReport:
    """What a trial found. `total` is how many locked assessments there are; fewer are tried when it was stopped."""

    total: int
    tried: int
    changed: tuple[ChangedOutcome, ...]

    @property
    def same(self) -> int:
        """How many would come out on the same step."""
        return self.tried - len(self.changed)

    @property
    def was_stopped(self) -> bool:
        """Not all were tried."""
        return self.tried < self.total

    def moves(self) -> tuple[tuple[Step, Step, int], ...]:
        """From which step to which, and how many, in the order of the staircase."""
        counted = Counter((outcome.from_step, outcome.to_step) for outcome in self.changed)
        return tuple((*steps, counted[steps]) for steps in sorted(counted))
