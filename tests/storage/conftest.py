"""A key, and a path where no database is yet."""

from pathlib import Path

import pytest

from koordinator.usecases.ports_keys import DatabaseKey


@pytest.fixture
def key() -> DatabaseKey:
    return DatabaseKey(bytes(range(32)))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "prøve.db"
