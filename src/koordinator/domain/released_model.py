"""The assessment models that the municipality has released, and the drafts of new versions.

A released model is never edited; a new version is made. Each is in force from its day until the day
of the next one (half-open), so that two are never in force at once. One that is not in force yet can be withdrawn.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from koordinator.domain import limits
from koordinator.domain.assessment_model import AssessmentModel
from koordinator.domain.assessment_toml import parse_model
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import AssessmentModelId, EmployeeId, ModelDraftId


@dataclass(frozen=True, slots=True)
class ReleasedModel:
    """The whole text of one version (TOML), in use for new assessments from a day on unless it was withdrawn."""

    id: AssessmentModelId
    key: str
    model_version: str
    text: str
    from_on: date
    withdrawn_on: date | None = None
    withdrawn_because: str = ""


@dataclass(frozen=True, slots=True)
class ModelDraft:
    """A version that is being written, as TOML; much of it may still be missing. `based_on_id` is what was copied."""

    id: ModelDraftId
    text: str
    based_on_id: AssessmentModelId | None
    saved_by_id: EmployeeId
    saved_at: datetime
    version: int = 0

    @property
    def model(self) -> AssessmentModel:
        """The model as far as it is written."""
        return parse_model(self.text)


@dataclass(frozen=True, slots=True)
class ModelPeriod:
    """A released model and the days it is in force, `until_on` not included; None while no later one is known."""

    released: ReleasedModel
    until_on: date | None

    def is_in_force(self, day: date) -> bool:
        """New assessments are made by it on the day."""
        return self.released.from_on <= day and (self.until_on is None or day < self.until_on)

    def is_over(self, day: date) -> bool:
        """A later one has taken its place."""
        return self.until_on is not None and self.until_on <= day


def model_periods(models: Iterable[ReleasedModel]) -> tuple[ModelPeriod, ...]:
    """The models with the days they are in force, the latest first; those that were withdrawn never are."""
    until: date | None = None
    periods = []
    live = (model for model in models if model.withdrawn_on is None)
    for model in sorted(live, key=lambda model: model.from_on, reverse=True):
        periods.append(ModelPeriod(model, until))
        until = model.from_on
    return tuple(periods)


def model_in_force(models: Iterable[ReleasedModel], day: date) -> ReleasedModel | None:
    """The model that new assessments are made by on the day, or None before the first."""
    return next((period.released for period in model_periods(models) if period.is_in_force(day)), None)


def check_release(models: Iterable[ReleasedModel], model: AssessmentModel, from_on: date, today: date) -> None:
    """Raises ReleaseInThePast, ModelDayTaken or ModelVersionTaken."""
    if from_on < today:
        raise ReleaseInThePast(today)
    for released in models:
        if released.from_on == from_on and released.withdrawn_on is None:
            raise ModelDayTaken(from_on, released.model_version)
        if (released.key, released.model_version) == (model.key, model.version):
            raise ModelVersionTaken(model.version)


def withdrawn(model: ReleasedModel, because: str, today: date) -> ReleasedModel:
    """The model as it stays on the shelf, never in force. Raises ModelInUse, FieldMissing or FieldTooLong."""
    if model.withdrawn_on is not None or model.from_on <= today:
        raise ModelInUse(model.model_version)
    reason = limits.checked("withdrawn_because", because, limits.PARAGRAPH, required=True)
    return replace(model, withdrawn_on=today, withdrawn_because=reason)


class ModelInUse(DomainError):
    """A model that has begun to be in force stays so until a later one, and what is withdrawn stays withdrawn."""

    model_version: str


class ReleaseInThePast(DomainError):
    """A model is released from today on or later: what was assessed before was assessed by another one."""

    today: date


class ModelDayTaken(DomainError):
    """Another version is in force from the same day on; two are never in force at once."""

    from_on: date
    model_version: str


class ModelVersionTaken(DomainError):
    """There is a released version of the same name."""

    model_version: str
