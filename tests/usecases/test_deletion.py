"""Deletion that really removes: looked for in every way in which the bytes could still be read."""

from contextlib import closing
from pathlib import Path

import pytest

from koordinator.bootstrap.container import standard_periods
from koordinator.domain.deletion import ArchiveAnswer, DeletedKind
from koordinator.domain.ids import SubjectId
from koordinator.domain.retention import UnusablePeriods
from koordinator.integrations.toml_files import TomlFilesOnDisk
from koordinator.storage.cipher import open_keyed
from koordinator.storage.deletion_list import DeletionListFile
from koordinator.usecases.deletion import Deletions
from koordinator.usecases.retention import Retention
from tests.support.deciphered import deciphered
from tests.support.office import KEY, Bench
from tests.support.planted import CPR, NAME, all_planted, plant, telling_forms

ARCHIVE = ArchiveAnswer.NOT_WORTH_KEEPING


@pytest.fixture
def planted(bench: Bench) -> SubjectId:
    """A citizen about whom something is planted in every table."""
    citizen = bench.add_citizen(NAME, CPR)
    with bench.office.aside() as tx:
        plant(tx.connection, citizen.id, citizen.subject_id)
        tx.connection.exec_driver_sql("UPDATE hold SET lifted_at = set_at")
        tx.connection.exec_driver_sql("UPDATE course SET until_on = from_on, end_reason = 'goals_reached'")
    return citizen.subject_id


@pytest.fixture
def deletions(bench: Bench) -> Deletions:
    return Deletions(bench.office, DeletionListFile(bench.database.path), bench.database, standard_periods)


@pytest.fixture
def retention(bench: Bench) -> Retention:
    return Retention(bench.office, standard_periods, TomlFilesOnDisk(UnusablePeriods))


def _readable(bench: Bench, folder: Path) -> bytes:
    """Everything that can be read: the database deciphered, whole pages with their free space, and what lies beside."""
    plain = folder / "plain.db"
    with closing(open_keyed(bench.database.path, KEY)) as connection:
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
        connection.execute("PRAGMA plain.synchronous = OFF")
        connection.execute("BEGIN")
        connection.execute("SELECT sqlcipher_export('plain')")
        connection.execute("COMMIT")
    content = plain.read_bytes()
    plain.unlink()
    beside = b"".join(file.read_bytes() for file in sorted(bench.database.path.parent.iterdir()) if file.is_file())
    return content + deciphered(bench.database.path, KEY) + beside


def test_nothing_of_the_citizen_is_left(bench: Bench, planted: SubjectId, deletions: Deletions, tmp_path: Path) -> None:
    before = _readable(bench, tmp_path)
    assert [text for text in all_planted() if text.encode() not in before] == []

    (proof,) = deletions.delete(bench.actor, (planted,), ARCHIVE)

    after = _readable(bench, tmp_path)
    assert [form for form in telling_forms() if form in after] == []
    assert proof.kind is DeletedKind.CITIZEN
