"""An assessment killed in the middle loses no answer that was shown as saved, and no word that was being typed."""

import subprocess
import sys
from pathlib import Path

import pytest

from koordinator.domain.assessment_model import ParameterKey
from koordinator.storage.database_files import EncryptedFiles
from koordinator.usecases.assessments import Assessments
from koordinator.usecases.drafts import Drafts
from tests.support.office import KEY, Bench
from tests.usecases.assessment_child import ANSWERS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("lines", [1, 2, 15])
def test_a_kill_loses_neither_answer_nor_draft(database_template: Path, tmp_path: Path, lines: int) -> None:
    path = tmp_path / "assessment.db"
    path.write_bytes(database_template.read_bytes())
    database = EncryptedFiles().open(path, KEY)
    citizen = Bench(database).add_citizen()
    database.close()
    reached = assess_and_kill(path, citizen.subject_id, lines)

    database = EncryptedFiles().open(path, KEY)
    bench = Bench(database)
    shown = Assessments(bench.office).open(bench.actor, citizen.subject_id).assessment
    answer = shown.answer_to(ParameterKey("self_coordination"))
    answered = int(answer.note.split()[1])
    drafts = Drafts(bench.office).of_thing(bench.actor, "assessment", shown.id)
    typed = int(drafts[0].text.split()[1]) if drafts else 0

    assert answered - reached["answer"] in (0, 1)
    assert answer.option == ANSWERS[(answered - 1) % len(ANSWERS)]
    assert typed - reached.get("draft", 0) in (0, 1)
    assert database.verify_pages() == ()
    database.close()


def assess_and_kill(path: Path, subject_id: int, lines: int) -> dict[str, int]:
    """How far a process came that was killed right after its so manieth line: each kind's last number."""
    command = [sys.executable, "-m", "tests.usecases.assessment_child", str(path), str(subject_id)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline().split() for _ in range(lines)]
        process.kill()
    return {kind: int(number) for kind, number in said}
