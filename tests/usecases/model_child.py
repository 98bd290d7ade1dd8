"""Another process that writes in a model's draft: python -m tests.usecases.model_child PATH. It says what is kept."""

import sys
from dataclasses import replace
from pathlib import Path

from koordinator.domain.access import Actor, Channel
from koordinator.domain.codes import Role
from koordinator.domain.ids import AssessmentModelId, EmployeeId
from koordinator.integrations.model_files import ModelFilesOnDisk
from koordinator.storage.database_files import EncryptedFiles
from koordinator.usecases.assessment_models import AssessmentModels
from tests.support.office import KEY, Bench


def write(path: Path) -> None:
    """A longer title each time, without end."""
    models = AssessmentModels(Bench(EncryptedFiles().open(path, KEY)).office, ModelFilesOnDisk())
    actor = Actor(EmployeeId(1), frozenset({Role.ADMINISTRATOR}), Channel.WINDOW)
    draft = models.new_version(actor, AssessmentModelId(1))
    number = 0
    while True:
        number += 1
        draft = models.keep(actor, draft, replace(draft.model, title=f"Udgave {number}"))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    write(Path(sys.argv[1]))
