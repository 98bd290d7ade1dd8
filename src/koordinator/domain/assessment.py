"""The assessment (vurdering): what was answered, what the model recommends, what the caseworker decided.

The citizen's own answers stand beside the professional's and are never mixed into the result. A
locked assessment keeps its whole model text and is never changed; a new one is made instead.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from koordinator.domain import limits
from koordinator.domain.assessment_model import UNKNOWN, AssessmentModel, OptionKey, ParameterKey
from koordinator.domain.assessment_toml import parse_model
from koordinator.domain.errors import AlreadyLocked, DomainError
from koordinator.domain.ids import AssessmentId, EmployeeId, SubjectId
from koordinator.domain.recommendation import Recommendation, recommend, recommended_step
from koordinator.domain.steps import Step


@dataclass(frozen=True, slots=True)
class Answer:
    """The answers to one parameter; the result rests on `option` alone.

    `option` is None while only the citizen has answered, `citizen_option` while only the
    professional has. Both may be `UNKNOWN`.
    """

    parameter: ParameterKey
    option: OptionKey | None = None
    citizen_option: OptionKey | None = None
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Nobody has answered, and nothing is noted."""
        return self.option is None and self.citizen_option is None and not self.note

    @property
    def differ(self) -> bool:
        """Both have said what they see, and the citizen sees it otherwise than the professional."""
        both = (self.option, self.citizen_option)
        return self.option != self.citizen_option and None not in both and UNKNOWN not in both


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment of a subject by one version of a model.

    `answers` stand in the model's order, at most one a parameter. `recommended_step` is None while
    nothing is answered. `snapshot` and `sha256` are empty until the assessment is locked.
    """

    id: AssessmentId
    subject_id: SubjectId
    model_key: str
    model_version: str
    model_text: str
    answers: tuple[Answer, ...] = ()
    recommended_step: Step | None = None
    decided_step: Step | None = None
    deviation_reason: str = ""
    decided_on: date | None = None
    decided_by_id: EmployeeId | None = None
    locked_at: datetime | None = None
    snapshot: str = ""
    sha256: str = ""
    version: int = 0

    @property
    def model(self) -> AssessmentModel:
        """The model the assessment is made by, as it was."""
        return parse_model(self.model_text)

    @property
    def is_locked(self) -> bool:
        """Locked assessments never change."""
        return self.locked_at is not None

    @property
    def given(self) -> dict[ParameterKey, OptionKey]:
        """The professional's answers, which the recommendation rests on."""
        return {answer.parameter: answer.option for answer in self.answers if answer.option is not None}

    @property
    def disagreements(self) -> tuple[Answer, ...]:
        """The answers where the citizen sees it otherwise."""
        return tuple(answer for answer in self.answers if answer.differ)

    @property
    def deviates(self) -> bool:
        """Another step was decided than the recommended one."""
        return self.decided_step is not None and self.decided_step != self.recommended_step

    def answer_to(self, parameter: ParameterKey) -> Answer:
        """The answer to the parameter, an empty one when there is none."""
        return next((answer for answer in self.answers if answer.parameter == parameter), Answer(parameter))

    def recommendation(self) -> Recommendation:
        """The recommendation for the answers so far."""
        return recommend(self.model, self.given)

    def with_answer(self, answer: Answer) -> "Assessment":
        """The assessment with the answer in place of an earlier one to the same parameter; an empty one takes it away.

        Raises AlreadyLocked, UnknownParameter, UnknownOption, FieldTooLong or UnusableCharacter.
        """
        self._check_open()
        model = self.model
        parameter = model.parameter(answer.parameter)
        for option in (answer.option, answer.citizen_option):
            if option is not None:
                parameter.check_answer(option)
        answer = replace(answer, note=limits.checked("note", answer.note, limits.PARAGRAPH))
        by_parameter = {each.parameter: each for each in (*self.answers, answer)}
        in_order = (by_parameter.get(each.key) for each in model.parameters)
        answers = tuple(each for each in in_order if each is not None and not each.is_empty)
        return replace(self, answers=answers, recommended_step=_step(model, answers))

    def decide(self, step: Step, *, reason: str, on: date, by_id: EmployeeId) -> "Assessment":
        """The assessment with the caseworker's decision; the reason is for another step than the recommended one.

        Raises AlreadyLocked, NothingAnswered, DeviationNeedsReason, FieldTooLong or UnusableCharacter.
        """
        self._check_open()
        reason = limits.checked("reason", reason, limits.PARAGRAPH)
        self._check_decision(step, reason)
        return replace(self, decided_step=step, deviation_reason=reason, decided_on=on, decided_by_id=by_id)

    def check_may_lock(self) -> None:
        """Raises AlreadyLocked, NotDecided, NothingAnswered or DeviationNeedsReason.

        An answer may have changed since the decision, so the need for a reason is looked at again.
        """
        self._check_open()
        if self.decided_step is None:
            raise NotDecided
        self._check_decision(self.decided_step, self.deviation_reason)

    def _check_open(self) -> None:
        if self.is_locked:
            raise AlreadyLocked("assessment")

    def _check_decision(self, step: Step, reason: str) -> None:
        if self.recommended_step is None:
            raise NothingAnswered
        if step != self.recommended_step and not reason:
            raise DeviationNeedsReason(self.recommended_step, step)


def _step(model: AssessmentModel, answers: tuple[Answer, ...]) -> Step | None:
    """The recommended step, None while there is nothing but "ved ikke" to go by."""
    given = {answer.parameter: answer.option for answer in answers if answer.option is not None}
    return recommended_step(model, given) if set(given.values()) - {UNKNOWN} else None


def new_assessment(subject_id: SubjectId, model_text: str) -> Assessment:
    """An empty assessment by the model of the text. Raises UnusableModel."""
    model = parse_model(model_text)
    return Assessment(AssessmentId(0), subject_id, model.key, model.version, model_text)


def begun_again(assessment: Assessment, model_text: str) -> Assessment:
    """The begun assessment by another model: what was answered and what that model still asks is kept.

    A step that was decided is not: the other model may recommend another. Raises AlreadyLocked or UnusableModel.
    """
    if assessment.is_locked:
        raise AlreadyLocked("assessment")
    new = new_assessment(assessment.subject_id, model_text)
    again = replace(new, id=assessment.id, version=assessment.version)
    for parameter in again.model.parameters:
        said = assessment.answer_to(parameter.key)
        option, citizen_option = (_among(each, parameter.allowed) for each in (said.option, said.citizen_option))
        again = again.with_answer(replace(said, option=option, citizen_option=citizen_option))
    return again


def _among(option: OptionKey | None, allowed: tuple[OptionKey, ...]) -> OptionKey | None:
    return option if option in allowed else None


class NothingAnswered(DomainError):
    """There is nothing to decide on: no question is answered, or only with "ved ikke"."""


class DeviationNeedsReason(DomainError):
    """The decided step is not the recommended one, and no reason is given."""

    recommended_step: Step
    decided_step: Step


class NotDecided(DomainError):
    """An assessment is locked with its decision; there is none yet."""
