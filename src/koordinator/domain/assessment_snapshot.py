"""Locking an assessment with everything its result rests on, and computing the result again later."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Final

from koordinator.domain.assessment import Answer, Assessment
from koordinator.domain.assessment_faults import UnusableModel
from koordinator.domain.assessment_model import OptionKey, ParameterKey, UnknownOption, UnknownParameter
from koordinator.domain.assessment_toml import parse_model
from koordinator.domain.ids import EmployeeId, SubjectId
from koordinator.domain.recommendation import Recommendation, recommend
from koordinator.domain.snapshot import (
    SnapshotDamaged,
    SnapshotTooNew,
    canonical_json,
    check_snapshot,
    sha256_of,
)
from koordinator.domain.steps import Step

SNAPSHOT_SCHEMA: Final = 1


class LockedFault(StrEnum):
    """What does not hold for a locked assessment."""

    NOT_LOCKED = "not_locked"
    HASH_DIFFERS = "hash_differs"
    """The snapshot is not the text that was locked."""
    UNREADABLE = "unreadable"
    """The snapshot, or the model in it, cannot be read by this program."""
    ROW_DIFFERS = "row_differs"
    """The fields beside the snapshot do not say what the snapshot says."""
    STEP_DIFFERS = "step_differs"
    """The model now recommends another step for the same answers."""


@dataclass(frozen=True, slots=True)
class AssessmentContent:
    """What a snapshot says, by schema 1. The row's own key is not part of it. `locked_at` is UTC."""

    subject_id: SubjectId
    model_key: str
    model_version: str
    model_text: str
    answers: tuple[Answer, ...]
    recommended_step: Step | None
    decided_step: Step | None
    deviation_reason: str
    decided_on: date | None
    decided_by_id: EmployeeId | None
    locked_at: datetime | None
    schema: int = SNAPSHOT_SCHEMA


@dataclass(frozen=True, slots=True)
class Recomputation:
    """The step recommended when the assessment was locked, and the recommendation computed from the locked text now."""

    locked_step: Step
    recommendation: Recommendation

    @property
    def agrees(self) -> bool:
        """The same step comes out."""
        return self.recommendation.step == self.locked_step


def locked(assessment: Assessment, at: datetime) -> Assessment:
    """The assessment locked at the moment (aware), with its snapshot.

    Raises AlreadyLocked, NotDecided, NothingAnswered or DeviationNeedsReason.
    """
    assessment.check_may_lock()
    closed = replace(assessment, locked_at=at)
    snapshot = snapshot_of(closed)
    return replace(closed, snapshot=snapshot, sha256=sha256_of(snapshot))


def snapshot_of(assessment: Assessment) -> str:
    """The canonical JSON of an assessment."""
    return canonical_json(
        AssessmentContent(
            subject_id=assessment.subject_id,
            model_key=assessment.model_key,
            model_version=assessment.model_version,
            model_text=assessment.model_text,
            answers=assessment.answers,
            recommended_step=assessment.recommended_step,
            decided_step=assessment.decided_step,
            deviation_reason=assessment.deviation_reason,
            decided_on=assessment.decided_on,
            decided_by_id=assessment.decided_by_id,
            locked_at=assessment.locked_at and assessment.locked_at.astimezone(UTC),
        )
    )


def recompute(assessment: Assessment) -> Recomputation:
    """The result computed again from the locked text alone. Raises SnapshotDamaged or SnapshotTooNew."""
    text = check_snapshot("assessment", assessment.snapshot, assessment.sha256)
    try:
        content = json.loads(text)
        reader = _READERS.get(content["schema"])
        if reader is None:
            raise SnapshotTooNew("assessment")
        return reader(content)
    except (*_UNREADABLE, UnusableModel, UnknownParameter, UnknownOption) as error:
        raise SnapshotDamaged("assessment") from error


def _recompute_1(content: dict[str, Any]) -> Recomputation:
    answers = (Answer(**answer) for answer in content["answers"])
    given = {answer.parameter: answer.option for answer in answers if answer.option is not None}
    return Recomputation(Step(content["recommended_step"]), recommend(parse_model(content["model_text"]), given))


_READERS: Final[dict[int, Callable[[dict[str, Any]], Recomputation]]] = {SNAPSHOT_SCHEMA: _recompute_1}
"""One reader for each schema that was ever written; locked assessments are never rewritten."""
_UNREADABLE: Final = (ValueError, LookupError, TypeError)


def fault_of_locked(assessment: Assessment) -> LockedFault | None:
    """What does not hold for an assessment that should be locked, or None when all does."""
    if not assessment.is_locked:
        return LockedFault.NOT_LOCKED
    if sha256_of(assessment.snapshot) != assessment.sha256:
        return LockedFault.HASH_DIFFERS
    try:
        again = recompute(assessment)
    except (SnapshotDamaged, SnapshotTooNew):
        return LockedFault.UNREADABLE
    if snapshot_of(assessment) != assessment.snapshot:
        return LockedFault.ROW_DIFFERS
    return None if again.agrees else LockedFault.STEP_DIFFERS


def answers_as_text(answers: tuple[Answer, ...]) -> str:
    """The answers as canonical JSON, for a row of a store."""
    return canonical_json(answers)


def answers_from_text(text: str) -> tuple[Answer, ...]:
    """The answers that `answers_as_text` wrote."""
    return tuple(Answer(**content) for content in json.loads(text))


def given_in_text(text: str) -> dict[ParameterKey, OptionKey]:
    """The professional's answers alone, from the same text; for going through very many of them."""
    return {answer["parameter"]: answer["option"] for answer in json.loads(text) if answer["option"] is not None}
