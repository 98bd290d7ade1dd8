"""Checking a model file; neither a database nor a permission is needed."""

from dataclasses import dataclass
from pathlib import Path

from koordinator.domain.assessment_faults import ModelFault, UnusableModel
from koordinator.domain.assessment_model import AssessmentModel
from koordinator.domain.assessment_toml import model_faults, parse_model
from koordinator.usecases.ports_models import ModelFiles


@dataclass(frozen=True, slots=True)
class CheckedModel:
    """A file's model, None where it cannot be read as one, and every fault of it."""

    model: AssessmentModel | None
    faults: tuple[ModelFault, ...]

    @property
    def is_fine(self) -> bool:
        """It may be used."""
        return not self.faults


def check_model_file(files: ModelFiles, path: Path) -> CheckedModel:
    """What the file holds, and what is wrong with it."""
    try:
        text = files.read(path)
        return CheckedModel(parse_model(text), model_faults(text))
    except UnusableModel as refused:
        return CheckedModel(None, refused.faults)
