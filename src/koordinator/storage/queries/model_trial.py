"""Locked assessments as a trial of a model looks at them (see `usecases.ports_models`), some thousands at a time."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from koordinator.domain.assessment_snapshot import given_in_text
from koordinator.domain.ids import AssessmentId, CitizenId, SubjectId
from koordinator.domain.model_trial import OldAssessment
from koordinator.domain.steps import Step
from koordinator.storage.queries.guide_facts import Select

_HOW_MANY: Final = "SELECT count(*) FROM assessment WHERE locked_at IS NOT NULL AND snapshot <> ''"
_SOME: Final = """
SELECT assessment.id, assessment.subject_id, citizen.id, decided_on, model_key, model_version, recommended_step, answers
FROM assessment LEFT JOIN citizen ON citizen.subject_id = assessment.subject_id
WHERE assessment.id > :after AND locked_at IS NOT NULL AND snapshot <> ''
ORDER BY assessment.id LIMIT :most
"""


class ModelTrialQueries:
    """Old assessments in the order of their keys."""

    def __init__(self, select: Select) -> None:
        self._select = select

    def how_many(self) -> int:
        """All that are locked."""
        ((number,),) = self._select(_HOW_MANY, {})
        return int(number)

    def after(self, key: int, most: int) -> tuple[OldAssessment, ...]:
        """The next ones after the key."""
        return tuple(_old(row) for row in self._select(_SOME, {"after": key, "most": most}))


def _old(row: Sequence[Any]) -> OldAssessment:
    key, subject_id, citizen_id, decided_on, model_key, model_version, step, answers = row
    return OldAssessment(
        id=AssessmentId(key),
        subject_id=SubjectId(subject_id),
        citizen_id=None if citizen_id is None else CitizenId(citizen_id),
        assessed_on=date.fromisoformat(decided_on),
        model_key=model_key,
        model_version=model_version,
        step=Step(step),
        given=given_in_text(answers),
    )
