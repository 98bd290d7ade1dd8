"""The assessment models that the municipality has released; one is never edited, a new version is made."""

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
