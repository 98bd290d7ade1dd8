"""Locking an assessment: canonical JSON with a schema number and SHA-256, and computing it again later."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from koordinator.domain.assessment import Answer, Assessment
from koordinator.domain.assessment_faults import UnusableModel
from koordinator.domain.assessment_model import OptionKey, ParameterKey, UnknownOption, UnknownParameter
from koordinator.domain.assessment_toml import parse_model
from koordinator.domain.errors import DomainError
from koordinator.domain.recommendation import Recommendation, recommend
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


@dataclass(eq=False)
class SnapshotUnreadable(DomainError):
    """A locked assessment's snapshot cannot be read."""


@dataclass(frozen=True, slots=True)
class Recomputation:
    """What the locked text alone says: the step recommended then, and the recommendation computed from it now."""

    locked_step: Step
    recommendation: Recommendation

    @property
    def agrees(self) -> bool:
        """The same step comes out."""
        return self.recommendation.step == self.locked_step


def locked(assessment: Assessment, at: datetime) -> Assessment:
    """The assessment locked at the moment (aware, UTC), with its snapshot.

    Raises AlreadyLocked, NotDecided, NothingAnswered or DeviationNeedsReason.
    """
    assessment.check_may_lock()
    closed = replace(assessment, locked_at=at)
    snapshot = snapshot_of(closed)
    return replace(closed, snapshot=snapshot, sha256=_sha256(snapshot))


def snapshot_of(assessment: Assessment) -> str:
    """The canonical JSON of an assessment with everything its result rests on. The row's own key is not part of it."""
    content = {
        "schema": SNAPSHOT_SCHEMA,
        "subject_id": assessment.subject_id,
        "model_key": assessment.model_key,
        "model_version": assessment.model_version,
        "model_text": assessment.model_text,
        "answers": [_answer_content(answer) for answer in assessment.answers],
        "recommended_step": assessment.recommended_step,
        "decided_step": assessment.decided_step,
        "deviation_reason": assessment.deviation_reason,
        "decided_on": assessment.decided_on and assessment.decided_on.isoformat(),
        "decided_by_id": assessment.decided_by_id,
        "locked_at": assessment.locked_at and assessment.locked_at.astimezone(UTC).isoformat(timespec="microseconds"),
    }
    return _canonical(content)


def recompute(assessment: Assessment) -> Recomputation:
    """The result computed again from the locked text alone. Raises SnapshotUnreadable."""
    try:
        content = json.loads(assessment.snapshot)
        if content["schema"] != SNAPSHOT_SCHEMA:
            raise SnapshotUnreadable
        answers = {
            ParameterKey(answer["parameter"]): OptionKey(answer["option"])
            for answer in content["answers"]
            if answer["option"] is not None
        }
        model = parse_model(content["model_text"])
        return Recomputation(Step(content["recommended_step"]), recommend(model, answers))
    except (ValueError, KeyError, TypeError, UnusableModel, UnknownParameter, UnknownOption) as error:
        raise SnapshotUnreadable from error


def fault_of_locked(assessment: Assessment) -> LockedFault | None:
    """What does not hold for an assessment that should be locked, or None when all does."""
    if not assessment.is_locked:
        return LockedFault.NOT_LOCKED
    if _sha256(assessment.snapshot) != assessment.sha256:
        return LockedFault.HASH_DIFFERS
    try:
        again = recompute(assessment)
    except SnapshotUnreadable:
        return LockedFault.UNREADABLE
    if snapshot_of(assessment) != assessment.snapshot:
        return LockedFault.ROW_DIFFERS
    return None if again.agrees else LockedFault.STEP_DIFFERS


def answers_as_text(answers: tuple[Answer, ...]) -> str:
    """The answers as canonical JSON, for a row of a store."""
    return _canonical([_answer_content(answer) for answer in answers])


def answers_from_text(text: str) -> tuple[Answer, ...]:
    """The answers that `answers_as_text` wrote."""
    return tuple(Answer(**content) for content in json.loads(text))


def _answer_content(answer: Answer) -> dict[str, str | None]:
    return {
        "parameter": answer.parameter,
        "option": answer.option,
        "citizen_option": answer.citizen_option,
        "note": answer.note,
    }


def _canonical(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
