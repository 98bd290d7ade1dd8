"""The log's own key: one, random, as it was made."""

from pathlib import Path

import pytest

from koordinator.domain.database_file import DatabaseDamaged
from koordinator.storage.audit_key import audit_key
from koordinator.storage.cipher import DRIVER
from koordinator.storage.database_files import EncryptedFiles
from koordinator.usecases.ports_keys import DatabaseKey
from tests.support import damage
from tests.support.office import KEY, Bench


def test_each_database_has_its_own(bench: Bench, tmp_path: Path) -> None:
    another = EncryptedFiles().create(tmp_path / "another.db", KEY)
    try:
        keys = {audit_key(bench.database), audit_key(bench.database), audit_key(another)}
    finally:
        another.close()

    assert len(keys) == 2
    assert {len(key) for key in keys} == {32}


def test_a_copy_with_another_database_key_keeps_it(bench: Bench, tmp_path: Path) -> None:
    other_key = DatabaseKey(bytes(range(1, 33)))
    bench.database.backup(tmp_path / "copy.db", other_key)

    copy = EncryptedFiles().open(tmp_path / "copy.db", other_key)
    try:
        assert audit_key(copy) == audit_key(bench.database)
    finally:
        copy.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log_key SET secret = x'00'",
        "DELETE FROM log_key",
        "INSERT OR REPLACE INTO log_key VALUES (1, x'00')",
        "INSERT INTO log_key VALUES (2, x'00')",
    ],
)
def test_the_database_itself_keeps_it_as_it_is(bench: Bench, statement: str) -> None:
    before = audit_key(bench.database)

    with bench.database.plain() as connection, pytest.raises(DRIVER.IntegrityError):
        connection.execute(statement)

    assert audit_key(bench.database) == before


def test_without_it_the_database_is_said_to_be_damaged(bench: Bench) -> None:
    damage.run_behind_its_back(bench.database.path, KEY, "DELETE FROM log_key")

    with pytest.raises(DatabaseDamaged):
        audit_key(bench.database)
