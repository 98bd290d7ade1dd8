"""A database with the file of its keys beside it, as one that was made with a key file."""

from dataclasses import replace

import pytest

from koordinator.storage import key_slots
from koordinator.storage.key_slots import SlotFiles
from tests.support.office import KEY, Bench


@pytest.fixture
def with_keys(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sealing a slot costs next to nothing here."""
    monkeypatch.setattr(key_slots, "COST", replace(key_slots.COST, passes=1, memory_kib=64, lanes=1))
    SlotFiles().create(bench.database.path, KEY)
