"""Another key for a database: everything is there, the ways in open it, and the old key opens nothing of it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import keyring
import pytest

from koordinator.domain.access import Action
from koordinator.domain.database_file import DatabaseBusy, DatabaseDamaged
from koordinator.domain.database_key import (
    KeyringUnavailable,
    NoWayIn,
    SlotKind,
    WrongKey,
    WrongPassphrase,
    WrongRecoveryCode,
)
from koordinator.domain.errors import DomainError, EnvironmentFault
from koordinator.domain.recovery_code import RecoveryCodeLength
from koordinator.storage.cipher import connect
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.key_file import read_key_file
from koordinator.storage.key_record import SealCost
from koordinator.storage.key_slots import SlotFiles, keys_path
from koordinator.usecases.key_changes import KeyChanges, RekeySecrets
from koordinator.usecases.locksmith import Locksmith
from koordinator.usecases.unlock import FromKeyFile, FromKeyring, FromPassphrase, FromRecoveryCode, Opened, Unlock
from tests.storage.databases import files_of_at_most
from tests.support.full_disk import can_fill_disk
from tests.support.key_work import no_sheet
from tests.support.memory_keyring import LockedKeyring, MemoryKeyring, vault_of
from tests.support.office import KEY, Bench

WORDS = "en lang sætning om havet"


@pytest.fixture
def store() -> Iterator[MemoryKeyring]:
    chosen, memory = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(chosen)


@pytest.fixture
def keys(bench: Bench, store: MemoryKeyring) -> Unlock[Database]:
    slots = SlotFiles(SealCost(passes=1, memory_kib=64, lanes=1))
    slots.create(bench.database.path, KEY)
    return Unlock(EncryptedFiles(), slots, vault_of(MemoryKeyring), read_key_file)


@pytest.fixture
def opened(bench: Bench) -> Opened[Database]:
    return Opened(bench.database.path, bench.database, KEY)


@pytest.fixture
def backups() -> list[str]:
    return []


@pytest.fixture
def changes(bench: Bench, keys: Unlock[Database], opened: Opened[Database], backups: list[str]) -> KeyChanges[Database]:
    return KeyChanges(bench.office, keys, opened, lambda: backups.append("taken"), no_sheet)


@pytest.fixture
def words(bench: Bench, changes: KeyChanges[Database]) -> RekeySecrets:
    """A database with every way in, and a sheet that was printed for its next key."""
    changes.set_passphrase(bench.actor, WORDS)
    changes.use_keyring(bench.actor)
    return RekeySecrets(WORDS, changes.offer_recovery_code(bench.actor).code)


def opens(keys: Unlock[Database], path: Path, source: FromPassphrase | FromRecoveryCode | FromKeyring) -> bool:
    keys.open_database(path, source).handle.close()
    return True


def citizens(database: Database) -> list[str]:
    with database.read() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT name FROM citizen ORDER BY id")]


def beside(bench: Bench) -> set[str]:
    return {file.name for file in bench.database.path.parent.iterdir()}


def test_the_database_goes_on_under_its_new_key(
    bench: Bench, keys: Unlock[Database], opened: Opened[Database], changes: KeyChanges[Database], words: RekeySecrets
) -> None:
    bench.add_citizen("Lone Bæk")
    before, path = len(bench.log()), bench.database.path

    changes.rekey(bench.actor, words)
    bench.add_citizen("Tina Dam", "1203784452")

    assert citizens(bench.database) == ["Lone Bæk", "Tina Dam"]
    assert bench.database.verify_pages() == ()
    # The log's chain goes on over the change.
    assert [entry.codes for entry in bench.log()[before:] if entry.action is Action.EDIT_KEYS] == ["rekey"]
    assert keys.recognises(opened, WORDS)
    assert opened.key.raw != KEY.raw
    bench.database.close()
    assert beside(bench) == {path.name, keys_path(path).name}
    for source in (FromPassphrase(WORDS), FromRecoveryCode(words.code), FromKeyring()):
        assert opens(keys, path, source)
    assert keys.state(path).kinds == frozenset(SlotKind) - {SlotKind.NEW_RECOVERY_CODE}


def test_a_backup_comes_first_and_the_key_store_holds_the_new_key_alone(
    bench: Bench,
    opened: Opened[Database],
    changes: KeyChanges[Database],
    words: RekeySecrets,
    store: MemoryKeyring,
    backups: list[str],
) -> None:
    old = dict(store.secrets)

    changes.rekey(bench.actor, words)

    assert backups == ["taken"]
    assert list(store.secrets.values()) == [opened.key.hex]
    assert store.secrets.keys().isdisjoint(old)


def test_the_old_key_and_the_old_sheet_open_nothing(
    bench: Bench, keys: Unlock[Database], changes: KeyChanges[Database], words: RekeySecrets, tmp_path: Path
) -> None:
    changes.trust_recovery_code(bench.actor)
    newer = changes.offer_recovery_code(bench.actor).code
    old_key = tmp_path / "old.key"
    old_key.write_text(KEY.hex)

    changes.rekey(bench.actor, RekeySecrets(WORDS, newer))
    bench.database.close()

    before = bench.database.path.read_bytes()
    with pytest.raises(WrongKey):
        keys.open_database(bench.database.path, FromKeyFile(old_key))
    with pytest.raises(WrongRecoveryCode):
        keys.open_database(bench.database.path, FromRecoveryCode(words.code))
    assert bench.database.path.read_bytes() == before


@pytest.mark.parametrize(
    ("passphrase", "code", "error"),
    [("en helt anden sætning", "", WrongPassphrase), (None, "", WrongPassphrase), (WORDS, "2345", RecoveryCodeLength)],
)
def test_whoever_does_not_know_the_words_changes_nothing(
    bench: Bench,
    changes: KeyChanges[Database],
    words: RekeySecrets,
    passphrase: str | None,
    code: str,
    error: type[DomainError],
) -> None:
    entries, slots = len(bench.log()), keys_path(bench.database.path).read_bytes()

    with pytest.raises(error):
        changes.rekey(bench.actor, RekeySecrets(passphrase, code or words.code))

    assert len(bench.log()) == entries
    assert keys_path(bench.database.path).read_bytes() == slots


def test_a_database_with_a_key_file_alone_would_shut_everybody_out(bench: Bench, changes: KeyChanges[Database]) -> None:
    code = changes.offer_recovery_code(bench.actor).code

    with pytest.raises(NoWayIn):
        changes.rekey(bench.actor, RekeySecrets(None, code))


def test_nobody_else_may_have_it_open(
    bench: Bench, keys: Unlock[Database], opened: Opened[Database], changes: KeyChanges[Database], words: RekeySecrets
) -> None:
    hasty = Database(bench.database.path, KEY, wait_seconds=0.1)
    new = Locksmith(keys).next_key(Opened(opened.path, hasty, KEY), WORDS, words.code)
    slots = keys_path(bench.database.path).read_bytes()

    with pytest.raises(DatabaseBusy):
        Locksmith(keys).rekey(Opened(opened.path, hasty, KEY), new)
    hasty.close()

    assert keys_path(bench.database.path).read_bytes() == slots
    assert bench.add_citizen().name == "Lone Bæk"


def test_who_reads_meanwhile_waits_and_goes_on(
    bench: Bench, keys: Unlock[Database], opened: Opened[Database], words: RekeySecrets
) -> None:
    bench.add_citizen("Lone Bæk")
    begun, new = Event(), Locksmith(keys).next_key(opened, WORDS, words.code)

    with ThreadPoolExecutor() as pool:
        reading = []

        def agree() -> None:
            reading.append(pool.submit(citizens, bench.database))
            new.slots.keep()
            begun.set()

        new.slots.prepare()
        bench.database.rekey(new.key, agree)
        assert begun.is_set()
        assert reading[0].result() == ["Lone Bæk"]
    opened.key = new.key


def test_a_reader_that_does_not_go_stops_it(bench: Bench, keys: Unlock[Database], words: RekeySecrets) -> None:
    hasty = Database(bench.database.path, KEY, wait_seconds=0.1)
    bench.database.close()

    with hasty.read() as connection:
        connection.exec_driver_sql("SELECT 1")
        with pytest.raises(DatabaseBusy):
            hasty.rekey(KEY, lambda: None)
    assert citizens(hasty) == []
    hasty.close()


def test_a_key_store_that_refuses_leaves_everything(
    bench: Bench, changes: KeyChanges[Database], words: RekeySecrets
) -> None:
    keyring.set_keyring(LockedKeyring())
    slots = keys_path(bench.database.path).read_bytes()

    with pytest.raises(KeyringUnavailable):
        changes.rekey(bench.actor, words)

    assert keys_path(bench.database.path).read_bytes() == slots
    assert [entry.codes for entry in bench.log()][-2:] == ["rekey", "rekey undone"]
    assert not any(".keys." in name or ".rekey" in name for name in beside(bench))


@can_fill_disk
@pytest.mark.parametrize("room", [0, 4096, 400_000])
def test_a_full_disk_leaves_the_old_database(
    bench: Bench, keys: Unlock[Database], changes: KeyChanges[Database], words: RekeySecrets, room: int
) -> None:
    bench.add_citizen("Lone Bæk")
    slots = keys_path(bench.database.path).read_bytes()
    new = Locksmith(keys).next_key(Opened(bench.database.path, bench.database, KEY), WORDS, words.code)

    with files_of_at_most(room), pytest.raises(EnvironmentFault):
        Locksmith(keys).rekey(Opened(bench.database.path, bench.database, KEY), new)

    assert citizens(bench.database) == ["Lone Bæk"]
    bench.add_citizen("Tina Dam", "1203784452")
    assert keys_path(bench.database.path).read_bytes() == slots
    assert not any(".keys." in name or ".rekey" in name for name in beside(bench))


def test_a_damaged_database_keeps_its_key(
    bench: Bench, keys: Unlock[Database], opened: Opened[Database], words: RekeySecrets
) -> None:
    new = Locksmith(keys).next_key(opened, WORDS, words.code)
    bench.database.close()
    content = bytearray(bench.database.path.read_bytes())
    content[20 * 4096 + 100] ^= 1
    bench.database.path.write_bytes(content)
    slots = keys_path(bench.database.path).read_bytes()

    with pytest.raises(DatabaseDamaged):
        Locksmith(keys).rekey(opened, new)

    # The first page says whether there is a write-ahead log.
    assert bench.database.path.read_bytes()[4096:] == content[4096:]
    assert keys_path(bench.database.path).read_bytes() == slots


def test_whoever_opened_the_old_file_just_before_does_not_write_into_it(
    bench: Bench, keys: Unlock[Database], opened: Opened[Database], words: RekeySecrets
) -> None:
    """Another program that waits for the lock gets the file that nobody finds any more: it must not be used."""
    new = Locksmith(keys).next_key(opened, WORDS, words.code)

    with ThreadPoolExecutor() as pool:
        waiting = []

        def agree() -> None:
            waiting.append(pool.submit(EncryptedFiles().open, bench.database.path, KEY))
            with pytest.raises(DatabaseBusy):
                connect(bench.database.path, KEY, wait_seconds=0.2)
            new.slots.keep()

        new.slots.prepare()
        bench.database.rekey(new.key, agree)
        with pytest.raises(DatabaseBusy):
            waiting[0].result()
    opened.key = new.key
