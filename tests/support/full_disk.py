"""A disk that is full for a while, under the database of a test's office."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.storage.databases import files_of_at_most
from tests.support.office import Bench

can_fill_disk = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")


@contextmanager
def full_disk(bench: Bench) -> Iterator[None]:
    """Nothing more can be saved meanwhile."""
    log = bench.database.path.with_name(f"{bench.database.path.name}-wal")
    with files_of_at_most(log.stat().st_size):
        yield
