"""Another process that assesses: python -m tests.usecases.assessment_child PATH SUBJECT. It says what is safe."""

import sys
from itertools import cycle
from pathlib import Path

from koordinator.domain.access import Actor, Channel
from koordinator.domain.assessment import Answer
from koordinator.domain.assessment_model import OptionKey, ParameterKey
from koordinator.domain.draft import DraftPlace
from koordinator.domain.ids import EmployeeId, SubjectId
from koordinator.domain.organisation import Role
from koordinator.storage.database_files import EncryptedFiles
from koordinator.usecases.assessments import Assessments
from koordinator.usecases.drafts import Drafts
from tests.support.office import KEY, Bench

ANSWERS = ("partly", "fully", "not_at_all")


def assess(path: Path, subject_id: SubjectId) -> None:
    """One answer after the other with a reason being typed; each line says how far it has come."""
    office = Bench(EncryptedFiles().open(path, KEY)).office
    actor = Actor(EmployeeId(1), frozenset({Role.COORDINATOR}), Channel.WINDOW)
    assessments, drafts = Assessments(office), Drafts(office)
    shown = assessments.open(actor, subject_id).assessment
    for number, option in enumerate(cycle(ANSWERS), 1):
        answer = Answer(ParameterKey("self_coordination"), OptionKey(option), note=f"svar {number}")
        shown = assessments.answer(actor, shown, (answer,))
        say(f"answer {number}")
        drafts.keep(actor, DraftPlace("assessment", shown.id, "reason"), f"skriver {number}")
        say(f"draft {number}")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    assess(Path(sys.argv[1]), SubjectId(int(sys.argv[2])))
