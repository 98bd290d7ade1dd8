"""A key, and a path where no database is yet; a founded database, its backup, and a place for a restored one."""

import shutil
from pathlib import Path

import pytest

from koordinator.usecases.ports_keys import DatabaseKey
from tests.storage.backups import backup_of
from tests.support.office import KEY


@pytest.fixture
def key() -> DatabaseKey:
    return DatabaseKey(bytes(range(32)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "prøve.db"


@pytest.fixture
def database(tmp_path: Path, database_template: Path) -> Path:
    """A founded database that nobody has open, in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    return Path(shutil.copyfile(database_template, folder / "base.db"))


@pytest.fixture
def backup(database: Path, tmp_path: Path) -> Path:
    """A backup of that database."""
    target = tmp_path / "kopi.sikkerhedskopi"
    backup_of(database, KEY, target)
    return target


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where a database can be restored to, in an empty folder."""
    folder = tmp_path / "other"
    folder.mkdir()
    return folder / "ny.db"
