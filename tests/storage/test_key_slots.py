"""`NAME.keys`: the slots open with their own secret alone, and the file is whole, private and bound to its database."""

import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.database_file import DatabaseBusy
from koordinator.domain.database_key import (
    KeysDamaged,
    KeysMissing,
    KeysNewer,
    KeysWithoutDatabase,
    NoSuchSlot,
    SlotKind,
)
from koordinator.storage.key_record import (
    FORMAT,
    KeyRecord,
    NewerRecord,
    NotARecord,
    SealCost,
    Sealed,
    read_records,
    write_records,
)
from koordinator.storage.key_slots import COST, SlotFiles, key_fits, keys_path
from koordinator.usecases.ports_keys import DatabaseKey
from tests.storage.databases import make_note_file

QUICK = SealCost(passes=1, memory_kib=64, lanes=1)
OTHER_KEY = DatabaseKey(bytes(32))

bytes_of = st.binary
SEALED = st.builds(
    Sealed,
    st.builds(SealCost, st.integers(1, 10), st.integers(64, 2**20), st.integers(1, 8)),
    bytes_of(min_size=16, max_size=16),
    bytes_of(min_size=12, max_size=12),
    bytes_of(min_size=48, max_size=48),
)


@pytest.fixture
def slots() -> SlotFiles:
    return SlotFiles(QUICK)


def test_the_real_cost_of_a_guess_is_what_was_decided(path: Path, key: DatabaseKey) -> None:
    slots = SlotFiles()
    slots.create(path, key)
    slots.put(path, key, SlotKind.PASSPHRASE, b"four red years ago")

    slot = json.loads(keys_path(path).read_text())["slots"]["passphrase"]
    assert (slot["kdf"], slot["passes"], slot["memory_kib"], slot["lanes"]) == ("argon2id", 3, 262144, 4)
    assert SealCost(3, 262144, 4) == COST
    assert opened_with(slots, path, SlotKind.PASSPHRASE, b"four red years ago") == key.raw


def test_each_slot_opens_with_its_own_secret_alone(path: Path, key: DatabaseKey, slots: SlotFiles) -> None:
    slots.create(path, key)
    slots.put(path, key, SlotKind.PASSPHRASE, b"passphrase")
    slots.put(path, key, SlotKind.RECOVERY_CODE, b"recovery")

    assert kinds(slots, path) == {SlotKind.PASSPHRASE, SlotKind.RECOVERY_CODE}
    assert opened_with(slots, path, SlotKind.PASSPHRASE, b"passphrase") == key.raw
    assert opened_with(slots, path, SlotKind.RECOVERY_CODE, b"recovery") == key.raw
    assert unsealed(slots, path, SlotKind.PASSPHRASE, b"recovery") is None
    assert unsealed(slots, path, SlotKind.RECOVERY_CODE, b"passphrase") is None


def test_a_slot_is_replaced_and_removed(path: Path, key: DatabaseKey, slots: SlotFiles) -> None:
    slots.create(path, key)
    slots.put(path, key, SlotKind.PASSPHRASE, b"old")
    slots.put(path, key, SlotKind.PASSPHRASE, b"new")
    assert unsealed(slots, path, SlotKind.PASSPHRASE, b"old") is None
    assert opened_with(slots, path, SlotKind.PASSPHRASE, b"new") == key.raw

    for _ in range(2):
        without = slots.change(path, key)
        without.take_out(SlotKind.PASSPHRASE)
        without.prepare()
        without.keep()
    with pytest.raises(NoSuchSlot) as caught:
        unsealed(slots, path, SlotKind.PASSPHRASE, b"new")
    assert caught.value.kind is SlotKind.PASSPHRASE


def test_the_keyrings_slot_holds_nothing(path: Path, key: DatabaseKey, slots: SlotFiles) -> None:
    slots.create(path, key)
    slots.put(path, key, SlotKind.KEYRING)

    assert kinds(slots, path) == {SlotKind.KEYRING}
    with pytest.raises(NoSuchSlot):
        unsealed(slots, path, SlotKind.KEYRING, b"")


def test_the_file_holds_no_key_and_no_secret(path: Path, key: DatabaseKey, slots: SlotFiles) -> None:
    slots.create(path, key)
    slots.put(path, key, SlotKind.PASSPHRASE, b"four red years ago")

    content = keys_path(path).read_bytes()
    for secret in (key.raw, key.hex.encode(), b"four red years ago", b"four red years ago".hex().encode()):
        assert secret not in content


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_the_file_is_its_owners_alone_and_leaves_nothing_beside_it(
    path: Path, key: DatabaseKey, slots: SlotFiles
) -> None:
    old = os.umask(0)
    try:
        slots.create(path, key)
        assert keys_path(path).stat().st_mode & 0o777 == 0o600
        slots.put(path, key, SlotKind.KEYRING)
        assert keys_path(path).stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(old)

    assert [file.name for file in path.parent.iterdir()] == [keys_path(path).name]


def test_the_key_check_tells_the_key(path: Path, key: DatabaseKey, slots: SlotFiles) -> None:
    assert key_fits(path, key) is None
    slots.create(path, key)

    assert key_fits(path, key) is True
    assert key_fits(path, OTHER_KEY) is False


def test_keys_are_never_overwritten(path: Path, key: DatabaseKey, slots: SlotFiles) -> None:
    slots.create(path, key)
    with pytest.raises(KeysWithoutDatabase):
        slots.create(path, OTHER_KEY)
    with pytest.raises(KeysDamaged):
        slots.put(path, OTHER_KEY, SlotKind.PASSPHRASE, b"secret")

    assert key_fits(path, key)
    slots.discard(path)
    slots.discard(path)
    assert not slots.exists(path)


def test_a_database_without_slots_can_be_given_some(path: Path, key: DatabaseKey, slots: SlotFiles) -> None:
    with pytest.raises(KeysMissing):
        kinds(slots, path)
    slots.put(path, key, SlotKind.PASSPHRASE, b"secret")

    assert opened_with(slots, path, SlotKind.PASSPHRASE, b"secret") == key.raw


def test_a_slot_cannot_be_moved_to_another_place(path: Path, key: DatabaseKey, slots: SlotFiles) -> None:
    other = path.with_name("other.db")
    for database in (path, other):
        slots.create(database, key)
        slots.put(database, key, SlotKind.PASSPHRASE, b"secret")

    content, foreign = (json.loads(keys_path(file).read_text()) for file in (path, other))
    content["slots"] = {"passphrase": foreign["slots"]["passphrase"], "recovery_code": content["slots"]["passphrase"]}
    keys_path(path).write_bytes(summed(content))

    assert unsealed(slots, path, SlotKind.PASSPHRASE, b"secret") is None
    assert unsealed(slots, path, SlotKind.RECOVERY_CODE, b"secret") is None


@given(
    account=st.binary(min_size=16, max_size=16).map(bytes.hex),
    check=bytes_of(min_size=32, max_size=32),
    passphrase=SEALED,
    keyring=st.booleans(),
)
def test_a_record_is_read_as_it_was_written(account: str, check: bytes, passphrase: Sealed, keyring: bool) -> None:
    slots: dict[SlotKind, Sealed | None] = {SlotKind.PASSPHRASE: passphrase}
    if keyring:
        slots[SlotKind.KEYRING] = None
    record = KeyRecord(account, check, slots)

    following = KeyRecord("0" * 32, bytes(32))

    assert read_records(write_records((record,))) == (record,)
    assert read_records(write_records((record, following))) == (record, following)


def spoilt(change: Callable[[dict[str, Any]], object]) -> bytes:
    sealed = Sealed(SealCost(1, 64, 1), bytes(16), bytes(12), bytes(48))
    record: dict[str, Any] = json.loads(write_records((KeyRecord("0" * 32, bytes(32), {SlotKind.PASSPHRASE: sealed}),)))
    change(record)
    return summed(record)


def summed(record: dict[str, Any]) -> bytes:
    """As the record is written by somebody who wants it to be believed."""
    content = {name: value for name, value in record.items() if name != "sum"}
    told = hashlib.sha256(json.dumps(content).encode()).hexdigest()
    return json.dumps({**content, "sum": told}, indent=2).encode() + b"\n"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"[" * 10_000,
        b"null",
        b'"text"',
        spoilt(lambda record: record.pop("format")),
        spoilt(lambda record: record.update(format="another")),
        spoilt(lambda record: record.update(version="1")),
        spoilt(lambda record: record.update(account="../../x")),
        spoilt(lambda record: record.update(account=7)),
        spoilt(lambda record: record.update(key_check="zz")),
        spoilt(lambda record: record.update(slots=[])),
        spoilt(lambda record: record["slots"].update(unknown={})),
        spoilt(lambda record: record["slots"].update(passphrase=None)),
        spoilt(lambda record: record["slots"]["passphrase"].pop("salt")),
        spoilt(lambda record: record["slots"]["passphrase"].update(kdf="md5")),
        spoilt(lambda record: record["slots"]["passphrase"].update(memory_kib=2**40)),
        spoilt(lambda record: record["slots"]["passphrase"].update(memory_kib=2**20 + 1)),
        spoilt(lambda record: record["slots"]["passphrase"].update(passes=11)),
        spoilt(lambda record: record["slots"]["passphrase"].update(lanes=17)),
        spoilt(lambda record: record["slots"]["passphrase"].update(passes=0)),
        spoilt(lambda record: record["slots"]["passphrase"].update(lanes="4")),
        spoilt(lambda record: record["slots"]["passphrase"].update(nonce="00")),
    ],
)
def test_a_spoilt_record_is_told(path: Path, content: bytes, slots: SlotFiles) -> None:
    with pytest.raises(NotARecord):
        read_records(content)
    keys_path(path).write_bytes(content)
    with pytest.raises(KeysDamaged):
        kinds(slots, path)


def test_a_newer_record_is_told(path: Path, slots: SlotFiles) -> None:
    content = json.dumps({"format": FORMAT, "version": 2}).encode()
    with pytest.raises(NewerRecord):
        read_records(content)
    keys_path(path).write_bytes(content)
    with pytest.raises(KeysNewer):
        kinds(slots, path)


def test_a_folder_in_the_files_place_is_told(path: Path, slots: SlotFiles) -> None:
    keys_path(path).mkdir()
    with pytest.raises(KeysDamaged):
        kinds(slots, path)


def two_generations(path: Path, key: DatabaseKey, slots: SlotFiles) -> None:
    """As while the key is changed: the same words open both, the database has the one or the other."""
    slots.create(path, key)
    slots.put(path, key, SlotKind.PASSPHRASE, b"secret")
    change = slots.next_key(path, key, OTHER_KEY)
    change.put(SlotKind.PASSPHRASE, b"secret")
    change.put(SlotKind.RECOVERY_CODE, b"code")
    change.prepare()
    change.keep()


@pytest.mark.parametrize("live", ["key", "other"])
def test_of_two_keys_the_one_that_seals_the_database_is_the_right_one(
    path: Path, key: DatabaseKey, slots: SlotFiles, live: str
) -> None:
    two_generations(path, key, slots)
    right, wrong = (key, OTHER_KEY) if live == "key" else (OTHER_KEY, key)
    make_note_file(path, right)

    found = slots.live(path, slots.unsealed(path, SlotKind.PASSPHRASE, b"secret"))
    assert found is not None
    assert found.raw == right.raw
    assert slots.live(path, [wrong if each.raw == wrong.raw else None for each in (key, OTHER_KEY)]) is None
    # Which of the two has had its time cannot be told from here.
    assert key_fits(path, wrong) is None

    slots.settle(path, right)
    assert key_fits(path, right) is True
    assert key_fits(path, wrong) is False
    assert len(slots.generations(path)) == 1


def test_where_both_keys_are_had_and_none_fits_the_file_is_damaged(
    path: Path, key: DatabaseKey, slots: SlotFiles
) -> None:
    two_generations(path, key, slots)
    make_note_file(path, key)
    path.write_bytes(b"x" + path.read_bytes()[1:])

    found = slots.live(path, slots.unsealed(path, SlotKind.PASSPHRASE, b"secret"))
    assert found is not None
    assert found.raw == key.raw
    assert slots.live(path, slots.unsealed(path, SlotKind.RECOVERY_CODE, b"code")) is None


def test_a_change_that_another_program_overtook_is_refused(path: Path, key: DatabaseKey, slots: SlotFiles) -> None:
    slots.create(path, key)
    late = slots.change(path, key)
    late.put(SlotKind.KEYRING)
    late.prepare()
    slots.put(path, key, SlotKind.PASSPHRASE, b"secret")

    with pytest.raises(DatabaseBusy):
        late.keep()
    assert not late.is_kept
    late.drop()
    assert kinds(slots, path) == {SlotKind.PASSPHRASE}
    assert [file.name for file in path.parent.iterdir()] == [keys_path(path).name]


def test_nothing_changes_before_a_change_is_kept(path: Path, key: DatabaseKey, slots: SlotFiles) -> None:
    slots.create(path, key)
    before = keys_path(path).read_bytes()
    change = slots.change(path, key)
    change.put(SlotKind.PASSPHRASE, b"secret")
    change.drop()
    with pytest.raises(RuntimeError, match="prepared"):
        change.keep()
    change.prepare()

    assert keys_path(path).read_bytes() == before
    change.keep()
    assert kinds(slots, path) == {SlotKind.PASSPHRASE}


def test_a_new_recovery_code_takes_the_old_ones_place_without_its_secret(
    path: Path, key: DatabaseKey, slots: SlotFiles
) -> None:
    slots.create(path, key)
    slots.put(path, key, SlotKind.RECOVERY_CODE, b"old")
    slots.put(path, key, SlotKind.NEW_RECOVERY_CODE, b"new")
    change = slots.change(path, key)
    change.trust_new_code()
    change.prepare()
    change.keep()

    assert kinds(slots, path) == {SlotKind.RECOVERY_CODE}
    assert opened_with(slots, path, SlotKind.RECOVERY_CODE, b"new") == key.raw
    assert unsealed(slots, path, SlotKind.RECOVERY_CODE, b"old") is None


def opened_with(slots: SlotFiles, path: Path, kind: SlotKind, secret: bytes) -> bytes:
    raw = unsealed(slots, path, kind, secret)
    assert raw is not None
    return raw


def unsealed(slots: SlotFiles, path: Path, kind: SlotKind, secret: bytes) -> bytes | None:
    (key,) = slots.unsealed(path, kind, secret)
    return None if key is None else key.raw


def kinds(slots: SlotFiles, path: Path) -> frozenset[SlotKind]:
    (generation,) = slots.generations(path)
    return generation.kinds
