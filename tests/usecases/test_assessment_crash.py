"""An assessment killed in the middle loses no answer that was shown as saved, and no word that was being typed."""

from pathlib import Path

import pytest

from koordinator.domain.assessment_model import ParameterKey
from koordinator.storage.database_files import EncryptedFiles
from koordinator.usecases.assessments import Assessments
from koordinator.usecases.drafts import Drafts
from tests.support.killed import last_of_each, said_until_killed
from tests.support.office import KEY, Bench
from tests.usecases.assessment_child import ANSWERS


@pytest.mark.parametrize("lines", [1, 2, 15])
def test_a_kill_loses_neither_answer_nor_draft(database_template: Path, tmp_path: Path, lines: int) -> None:
    path = tmp_path / "assessment.db"
    path.write_bytes(database_template.read_bytes())
    database = EncryptedFiles().open(path, KEY)
    citizen = Bench(database).add_citizen()
    database.close()
    said = said_until_killed(lines, "tests.usecases.assessment_child", path, citizen.subject_id)
    reached = last_of_each(said)

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
