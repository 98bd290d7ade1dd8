"""A change of the ways in that the disk refuses at its last step: whoever is told so finds everything as it was."""

import errno
import os
import sys
from pathlib import Path

import pytest

from koordinator.domain.database_file import DatabaseReadOnly, DiskFailed
from koordinator.domain.database_key import SlotKind
from koordinator.storage.key_slots import keys_path
from koordinator.usecases.ports_keys import DatabaseKey
from tests.support.key_work import QUICK_SLOTS as SLOTS


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder is not synchronised")
def test_a_change_that_the_disk_cannot_make_safe_is_taken_back(
    path: Path, key: DatabaseKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    SLOTS.create(path, key)
    before = keys_path(path).read_bytes()
    change = SLOTS.change(path, key)
    change.put(SlotKind.KEYRING)
    change.prepare()

    def refuse_once(descriptor: int) -> None:
        monkeypatch.undo()
        raise OSError(errno.EIO, os.strerror(errno.EIO), descriptor)

    monkeypatch.setattr(os, "fsync", refuse_once)
    with pytest.raises(DiskFailed):
        change.keep()
    assert keys_path(path).read_bytes() == before
    assert not change.is_kept


def test_a_change_that_was_overtaken_at_its_last_step_leaves_what_it_finds(
    path: Path, key: DatabaseKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    SLOTS.create(path, key)
    late = SLOTS.change(path, key)
    late.put(SlotKind.KEYRING)
    late.prepare()

    def overtaken(*_names: object) -> None:
        monkeypatch.undo()
        SLOTS.put(path, key, SlotKind.PASSPHRASE, b"secret")
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "replace", overtaken)
    with pytest.raises(DatabaseReadOnly):
        late.keep()
    assert not late.is_kept
    late.drop()
    (generation,) = SLOTS.generations(path)
    assert generation.kinds == {SlotKind.PASSPHRASE}
    assert [file.name for file in path.parent.iterdir()] == [keys_path(path).name]
