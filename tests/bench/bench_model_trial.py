"""Trying a model on 100,000 old assessments, in the thread of a worker, against reading their answers by hand.

The floor reads the same columns by sqlcipher3 alone and unpacks nothing. Ours is the use case with permission, audit
entry and progress, by a model that leaves a tenth of the assessments on another step; the memory is what it takes
beyond its result, and must not grow with the number.
"""

import random
import tempfile
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from koordinator.domain.assessment import Answer
from koordinator.domain.assessment_model import AssessmentModel
from koordinator.domain.assessment_snapshot import answers_as_text
from koordinator.domain.recommendation import recommended_step
from koordinator.domain.steps import Step
from koordinator.integrations.model_files import ModelFilesOnDisk
from koordinator.storage.cipher import connect
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.tables import course, people
from koordinator.usecases.assessment_models import AssessmentModels
from tests.bench.measuring import Row, medians
from tests.domain.assessments import STANDARD
from tests.support.office import KEY, Bench, make_template

if TYPE_CHECKING:
    from sqlite3 import Connection

ASSESSMENTS: Final = 100_000
ROUNDS: Final = 3
_ALIKE: Final = 2_000
_AT_ONCE: Final = 10_000
_TEXT: Final = "x" * 2_000
"""Stands for a model's text and a snapshot, which are longer and not read."""
_MOMENT: Final = "2026-01-02T10:00:00.000000+00:00"
_BY_HAND: Final = (
    "SELECT id, subject_id, decided_on, model_key, model_version, recommended_step, answers FROM assessment"
)
MIB: Final = 1_048_576


def measure() -> list[Row]:
    """The trial in milliseconds, and its memory in MiB."""
    with tempfile.TemporaryDirectory() as folder:
        path = make_template(Path(folder)).replace(Path(folder) / "office.db")
        database = EncryptedFiles().open(path, KEY)
        bench = Bench(database)
        try:
            _fill(database)
            models = AssessmentModels(bench.office, ModelFilesOnDisk())
            with closing(connect(path, KEY)) as connection:
                floor, ours = medians(
                    ROUNDS, lambda: _read_by_hand(connection), lambda: models.try_out(bench.actor, _stricter())
                )
            memory = _memory(bench, models)
        finally:
            database.close()
    return [
        Row("trying a model on 100,000 old assessments", "<= 20 s", floor, ours, ours / floor),
        Row("... and its memory while half of them are read (MiB, no step changes)", "<= 16", None, memory, None),
    ]


def _stricter() -> AssessmentModel:
    """Three departments alone lead to meetings."""
    rules = (replace(each, step=Step.MEETINGS) if each.key == "many_departments" else each for each in STANDARD.rules)
    return replace(STANDARD, rules=tuple(rules))


def _read_by_hand(connection: "Connection") -> int:
    return sum(len(row[-1]) for row in connection.execute(_BY_HAND))


def _memory(bench: Bench, models: AssessmentModels) -> float:
    """The most that is held at a time by a trial that changes nothing."""
    tracemalloc.start()
    models.try_out(bench.actor, STANDARD, lambda done, total: done < total // 2)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / MIB


def _fill(database: Database) -> None:
    chance = random.Random(1)  # noqa: S311 - the same file each time
    kinds = [_answered(chance) for _ in range(_ALIKE)]
    with database.write() as connection:
        connection.execute(people.SUBJECT.insert(), [{"id": n, "kind": "citizen"} for n in range(1, ASSESSMENTS + 1)])
        for first in range(1, ASSESSMENTS + 1, _AT_ONCE):
            connection.exec_driver_sql(_INSERT, list(_rows(first, kinds)))


def _answered(chance: random.Random) -> tuple[int, str]:
    """Answers to most of the questions, each third with a note, and the step they gave."""
    given = {each.key: chance.choice(each.options).key for each in STANDARD.parameters if chance.random() < 0.9}
    answers = tuple(Answer(key, option, note="Et par ord. " * chance.randrange(3)) for key, option in given.items())
    return int(recommended_step(STANDARD, given)), answers_as_text(answers)


_COLUMNS: Final = tuple(column.name for column in course.ASSESSMENT.columns)
_INSERT: Final = f"INSERT INTO assessment ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' for _ in _COLUMNS)})"  # noqa: S608


def _rows(first: int, kinds: list[tuple[int, str]]) -> Iterator[tuple[Any, ...]]:
    for key in range(first, first + _AT_ONCE):
        step, answers = kinds[key % len(kinds)]
        values = {
            "id": key,
            "subject_id": key,
            "model_key": STANDARD.key,
            "model_version": STANDARD.version,
            "recommended_step": step,
            "decided_step": step,
            "decided_on": "2026-01-02",
            "locked_at": _MOMENT,
            "answers": answers,
            "model_text": _TEXT,
            "snapshot": _TEXT,
            "version": 1,
        }
        yield tuple(values.get(name, None if name in _OPTIONAL else "") for name in _COLUMNS)


_OPTIONAL: Final = frozenset(column.name for column in course.ASSESSMENT.columns if column.nullable)
