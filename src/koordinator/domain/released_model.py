"""The assessment models that the municipality has released; one is never edited, a new version is made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from koordinator.domain.ids import AssessmentModelId


@dataclass(frozen=True, slots=True)
class ReleasedModel:
    """The whole text of one version (TOML), in use for new assessments from a day on."""

    id: AssessmentModelId
    key: str
    model_version: str
    text: str
    from_on: date


def model_in_force(models: Iterable[ReleasedModel], day: date) -> ReleasedModel | None:
    """The model that new assessments are made by on the day: the one that came last, or None before the first."""
    released = (model for model in models if model.from_on <= day)
    return max(released, key=lambda model: (model.from_on, model.id), default=None)
