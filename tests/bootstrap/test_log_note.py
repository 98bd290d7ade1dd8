"""Where the head of the log is noted: beside the database's key, under a name that another key leaves as it is."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from koordinator.bootstrap.keys import OpenDatabase, close, make_keys
from koordinator.bootstrap.log_note import log_heads
from koordinator.integrations import key_store
from koordinator.storage import key_slots
from koordinator.usecases.log_heads import HeadState
from tests.support.memory_keyring import MemoryKeyring


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """A key store that is trusted; sealing a slot costs next to nothing."""
    chosen, memory = keyring.get_keyring(), MemoryKeyring()
    name = f"{MemoryKeyring.__module__}.{MemoryKeyring.__qualname__}"
    monkeypatch.setattr(key_store, "SAFE_STORES", frozenset({name}))
    monkeypatch.setattr(key_slots, "COST", key_slots.COST._replace(passes=1, memory_kib=64, lanes=1))
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(chosen)


@pytest.fixture
def opened(store: MemoryKeyring, tmp_path: Path) -> Iterator[OpenDatabase]:
    """A database whose key lies in the key store."""
    made = make_keys().create_database(tmp_path / "a.db", keyring=True, passphrase=None).opened
    yield made
    close(made)


def test_it_is_noted_beside_the_key_and_found_again(opened: OpenDatabase, store: MemoryKeyring) -> None:
    assert log_heads(opened).keep() is HeadState.KEPT

    (known,) = log_heads(opened).known_heads()
    assert known.head.count == 0
    assert log_heads(opened).keep() is HeadState.KEPT


def test_a_database_whose_key_does_not_lie_there_notes_nothing_there(store: MemoryKeyring, tmp_path: Path) -> None:
    made = make_keys().create_database(tmp_path / "a.db", keyring=False, passphrase="en lang sætning om havet").opened
    try:
        assert log_heads(made).keep() is HeadState.NO_PLACE
    finally:
        close(made)
