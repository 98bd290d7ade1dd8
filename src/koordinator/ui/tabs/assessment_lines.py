"""What the tab Vurdering shows, made of the assessments alone."""

from dataclasses import dataclass
from itertools import pairwise

from koordinator.domain.assessment import Assessment
from koordinator.domain.ids import AssessmentId
from koordinator.domain.recommendation import difference
from koordinator.domain.steps import Step
from koordinator.texts import assessment as words
from koordinator.texts import assessment_page as texts
from koordinator.texts.formats import date_long, spoken_name
from koordinator.usecases.assessments import AssessmentHistory


@dataclass(frozen=True, slots=True)
class AssessmentLine:
    """A locked assessment: what was decided and why, what was new, and where the citizen saw it otherwise."""

    id: AssessmentId
    day: str
    made: str
    step: Step
    decision: str
    reason: str
    pointed: str
    because: tuple[str, ...]
    differences: tuple[str, ...]
    otherwise: str
    disagreements: tuple[str, ...]


def assessment_lines(history: AssessmentHistory) -> tuple[AssessmentLine, ...]:
    """The newest first, each held against the one before it."""
    name = spoken_name(history.people.name, is_family=history.people.is_family)
    with_earlier = [*pairwise(history.locked), *((last, None) for last in history.locked[-1:])]
    lines = (_line(history, assessment, earlier, name) for assessment, earlier in with_earlier)
    return tuple(line for line in lines if line is not None)


def begun_line(begun: Assessment) -> str:
    """How far the begun one is."""
    return texts.is_begun(len(begun.given), len(begun.model.parameters))


def _line(
    history: AssessmentHistory, assessment: Assessment, earlier: Assessment | None, name: str
) -> AssessmentLine | None:
    decided, recommended = assessment.decided_step, assessment.recommended_step
    if decided is None or recommended is None or assessment.decided_on is None:
        return None
    model = assessment.model
    by = history.employees[assessment.decided_by_id] if assessment.decided_by_id is not None else ""
    return AssessmentLine(
        id=assessment.id,
        day=date_long(assessment.decided_on),
        made=texts.made_on(assessment.decided_on, by),
        step=decided,
        decision=words.decision_line(recommended, decided),
        reason=texts.reason(assessment.deviation_reason) if assessment.deviates else "",
        pointed=texts.pointed_because(recommended),
        because=words.because_clauses(model, assessment.recommendation(), name),
        differences=_differences(assessment, earlier),
        otherwise=texts.saw_it_otherwise(name),
        disagreements=tuple(words.disagreement_line(model, each, name) for each in assessment.disagreements),
    )


def _differences(assessment: Assessment, earlier: Assessment | None) -> tuple[str, ...]:
    if earlier is None:
        return ()
    model, before = assessment.model, earlier.model
    found = difference(model, earlier.given, assessment.given)
    return tuple(words.difference_line(each, model, before) for each in found)
