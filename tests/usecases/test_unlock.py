"""Making and opening a database, by every way in, on real files with a real key store's interface."""

import re
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest

from koordinator.domain.database_file import (
    DatabaseExists,
    DatabaseMissing,
    ForeignFile,
    NotOurDatabase,
    ServerNotSupported,
)
from koordinator.domain.database_key import (
    KeyFileUnusable,
    KeyInKeyringUnusable,
    KeyNotInKeyring,
    KeyringUnavailable,
    KeysDamaged,
    KeysMissing,
    KeysWithoutDatabase,
    LastSlot,
    NoSuchSlot,
    PassphraseTooShort,
    SlotKind,
    WrongKey,
    WrongPassphrase,
    WrongRecoveryCode,
)
from koordinator.domain.recovery_code import RecoveryCodeMistyped, write_recovery_code
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.key_file import read_key_file
from koordinator.storage.key_record import SealCost
from koordinator.storage.key_slots import SlotFiles, keys_path
from koordinator.storage.schema import Schema
from koordinator.texts.errors import sentence
from koordinator.usecases.locksmith import Locksmith
from koordinator.usecases.unlock import (
    Created,
    FromKeyFile,
    FromKeyring,
    FromPassphrase,
    FromRecoveryCode,
    KeySource,
    Lock,
    Unlock,
    database_path,
)
from tests.support.memory_keyring import LockedKeyring, MemoryKeyring, vault_of

PASSPHRASE = "fire røde år siden"
EVERY_WAY = frozenset(SlotKind) - {SlotKind.NEW_RECOVERY_CODE}
Keys = Unlock[Database]


@pytest.fixture
def store() -> Iterator[MemoryKeyring]:
    chosen, memory = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(chosen)


@pytest.fixture
def keys(store: MemoryKeyring) -> Keys:
    return keys_with(EncryptedFiles())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kontor.db"


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    file = tmp_path / "kontor.key"
    file.write_text("ab" * 32)
    return file


def keys_with(files: EncryptedFiles) -> Keys:
    return Unlock(files, SlotFiles(SealCost(1, 64, 1)), vault_of(MemoryKeyring), read_key_file)


def make(keys: Keys, path: Path, *, keyring: bool = False, passphrase: str | None = PASSPHRASE) -> Created[Database]:
    created = keys.create_database(path, keyring=keyring, passphrase=passphrase)
    created.opened.handle.close()
    return created


def opens(keys: Keys, path: Path, source: KeySource) -> bool:
    opened = keys.open_database(path, source)
    with opened.handle.read() as connection:
        empty = bool(connection.exec_driver_sql("SELECT count(*) = 0 FROM citizen").scalar_one())
    opened.handle.close()
    return empty


def files_in(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_a_new_database_opens_by_every_way_that_was_chosen(keys: Keys, path: Path) -> None:
    created = make(keys, path, keyring=True)

    assert opens(keys, path, FromKeyring())
    assert opens(keys, path, FromPassphrase(PASSPHRASE))
    assert opens(keys, path, FromRecoveryCode(created.recovery_code.lower()))
    assert keys.state(path).kinds == EVERY_WAY
    assert files_in(path.parent) == {path.name, keys_path(path).name}


def test_two_databases_have_different_keys(keys: Keys, path: Path) -> None:
    first, second = make(keys, path), make(keys, path.with_name("other.db"))

    assert first.opened.key.raw != second.opened.key.raw
    assert first.recovery_code != second.recovery_code


def test_secrets_are_not_in_what_is_logged(keys: Keys, path: Path) -> None:
    created = make(keys, path)
    shown = repr((created, FromPassphrase(PASSPHRASE), FromRecoveryCode(created.recovery_code)))

    for secret in (PASSPHRASE, created.recovery_code, created.opened.key.hex):
        assert secret not in shown


@pytest.mark.parametrize(
    ("keyring", "passphrase", "lock", "without_keyring"),
    [
        (True, None, Lock.KEYRING, Lock.RECOVERY_CODE),
        (True, PASSPHRASE, Lock.KEYRING, Lock.PASSPHRASE),
        (False, PASSPHRASE, Lock.PASSPHRASE, Lock.PASSPHRASE),
    ],
)
def test_the_state_says_what_to_ask_for(
    keys: Keys, path: Path, keyring: bool, passphrase: str | None, lock: Lock, without_keyring: Lock
) -> None:
    assert keys.state(path).lock is Lock.NO_DATABASE
    make(keys, path, keyring=keyring, passphrase=passphrase)

    assert keys.state(path).lock is lock
    assert keys.state(path).without_keyring is without_keyring


def test_a_wrong_secret_opens_nothing(keys: Keys, path: Path) -> None:
    created = make(keys, path)
    slip = created.recovery_code.translate(str.maketrans("23456789", "34567892"))

    with pytest.raises(WrongPassphrase):
        keys.open_database(path, FromPassphrase("fire røde år"))
    with pytest.raises(WrongRecoveryCode):
        keys.open_database(path, FromRecoveryCode(write_recovery_code(bytes(17))))
    with pytest.raises(RecoveryCodeMistyped):
        keys.open_database(path, FromRecoveryCode(slip))


def test_a_way_in_that_was_not_chosen_opens_nothing(keys: Keys, path: Path) -> None:
    make(keys, path, keyring=True, passphrase=None)

    with pytest.raises(NoSuchSlot) as caught:
        keys.open_database(path, FromPassphrase(PASSPHRASE))
    assert caught.value.kind is SlotKind.PASSPHRASE


def test_there_is_no_silent_way_round_a_keyring_in_trouble(keys: Keys, path: Path) -> None:
    keyring.set_keyring(LockedKeyring())

    with pytest.raises(KeyringUnavailable):
        make(keys, path, keyring=True)
    assert files_in(path.parent) == set()


def test_a_keyring_that_does_not_know_the_database_says_so(keys: Keys, path: Path, store: MemoryKeyring) -> None:
    make(keys, path, keyring=True)
    ((place, _),) = store.secrets.items()

    for no_key_of_it in ("not a key", "ab" * 32, "æ" * 64, ""):
        store.secrets[place] = no_key_of_it
        with pytest.raises(KeyInKeyringUnusable) as told:
            keys.open_database(path, FromKeyring())
        assert "Brug adgangssætningen" in sentence(told.value)
    store.secrets.clear()
    with pytest.raises(KeyNotInKeyring):
        keys.open_database(path, FromKeyring())
    assert opens(keys, path, FromPassphrase(PASSPHRASE))


def test_a_way_in_for_every_day_must_be_chosen(keys: Keys, path: Path) -> None:
    with pytest.raises(ValueError, match="choose"):
        make(keys, path, keyring=False, passphrase=None)
    with pytest.raises(PassphraseTooShort):
        make(keys, path, passphrase="kort")
    assert files_in(path.parent) == set()


def test_a_database_is_not_made_twice(keys: Keys, path: Path) -> None:
    make(keys, path)
    before = keys_path(path).read_bytes()

    with pytest.raises(DatabaseExists):
        make(keys, path)
    assert keys_path(path).read_bytes() == before


def test_keys_without_their_database_are_no_first_start(keys: Keys, path: Path, key_file: Path) -> None:
    make(keys, path)
    before = keys_path(path).read_bytes()
    path.unlink()

    with pytest.raises(KeysWithoutDatabase):
        keys.state(path)
    with pytest.raises(KeysWithoutDatabase):
        make(keys, path)
    with pytest.raises(KeysWithoutDatabase):
        keys.open_database(path, FromKeyFile(key_file))
    with pytest.raises(DatabaseMissing):
        keys.open_database(path, FromPassphrase(PASSPHRASE))
    assert keys_path(path).read_bytes() == before
    assert not path.exists()


def test_a_making_that_fails_leaves_nothing(path: Path, store: MemoryKeyring, key_file: Path) -> None:
    keys = keys_with(EncryptedFiles(Schema(location="no_such_package:migrations")))
    for keyring_too in (True, False):
        with pytest.raises(ModuleNotFoundError):
            make(keys, path, keyring=keyring_too)
    with pytest.raises(ModuleNotFoundError):
        keys.open_database(path, FromKeyFile(key_file))

    assert files_in(path.parent) == {key_file.name}
    assert store.secrets == {}


def test_a_key_file_makes_the_database_and_opens_it_again(keys: Keys, path: Path, key_file: Path) -> None:
    assert opens(keys, path, FromKeyFile(key_file))
    assert opens(keys, path, FromKeyFile(key_file))

    assert keys.state(path).lock is Lock.KEY_FILE
    assert files_in(path.parent) == {path.name, keys_path(path).name, key_file.name}
    path.unlink()
    assert opens(keys, path, FromKeyFile(key_file))


def test_a_key_file_opens_without_slots(keys: Keys, path: Path, key_file: Path) -> None:
    created = make(keys, path)
    key_file.write_text(created.opened.key.hex)
    keys_path(path).unlink()

    assert keys.state(path).lock is Lock.KEY_FILE
    assert keys.ways_in(created.opened) == frozenset()
    assert opens(keys, path, FromKeyFile(key_file))
    with pytest.raises(KeysMissing):
        keys.open_database(path, FromPassphrase(PASSPHRASE))


def test_another_key_file_opens_nothing(keys: Keys, path: Path, key_file: Path) -> None:
    make(keys, path)
    before = path.read_bytes()

    with pytest.raises(WrongKey):
        keys.open_database(path, FromKeyFile(key_file))
    key_file.write_text("not a key")
    with pytest.raises(KeyFileUnusable):
        keys.open_database(path, FromKeyFile(key_file))
    assert path.read_bytes() == before


def test_a_passphrase_is_changed_by_who_knows_it(keys: Keys, path: Path) -> None:
    opened = make(keys, path).opened

    with pytest.raises(WrongPassphrase):
        Locksmith(keys).change_passphrase(opened, "en helt anden", "fire nye ord her")
    with pytest.raises(PassphraseTooShort):
        Locksmith(keys).change_passphrase(opened, PASSPHRASE, "kort")
    Locksmith(keys).change_passphrase(opened, PASSPHRASE, "fire nye ord her").carry_out()

    assert opens(keys, path, FromPassphrase("fire nye ord her"))
    with pytest.raises(WrongPassphrase):
        keys.open_database(path, FromPassphrase(PASSPHRASE))


def test_who_has_the_recovery_code_gets_new_ways_in(keys: Keys, path: Path, store: MemoryKeyring) -> None:
    code = make(keys, path).recovery_code
    opened = keys.open_database(path, FromRecoveryCode(code))
    opened.handle.close()

    Locksmith(keys).set_passphrase(opened, "glemt og fundet igen").carry_out()
    Locksmith(keys).use_keyring(opened).carry_out()
    newer, offer = Locksmith(keys).offer_recovery_code(opened)
    offer.carry_out()
    for both in (code, newer):
        assert opens(keys, path, FromRecoveryCode(both))
    Locksmith(keys).trust_recovery_code(opened).carry_out()

    assert re.fullmatch(r"(\w{5}-){6}\w{5}", newer)
    for source in (FromPassphrase("glemt og fundet igen"), FromKeyring(), FromRecoveryCode(newer)):
        assert opens(keys, path, source)
    with pytest.raises(WrongRecoveryCode):
        keys.open_database(path, FromRecoveryCode(code))


def test_the_keyring_is_left_when_there_is_a_passphrase(keys: Keys, path: Path, store: MemoryKeyring) -> None:
    opened = make(keys, path, keyring=True, passphrase=None).opened
    with pytest.raises(LastSlot):
        Locksmith(keys).close_way(opened, SlotKind.KEYRING)
    assert opens(keys, path, FromKeyring())

    Locksmith(keys).set_passphrase(opened, PASSPHRASE).carry_out()
    assert keys.ways_in(opened) == EVERY_WAY
    Locksmith(keys).close_way(opened, SlotKind.KEYRING).carry_out()
    assert keys.ways_in(opened) == {SlotKind.PASSPHRASE, SlotKind.RECOVERY_CODE}
    assert store.secrets == {}
    assert keys.state(path).lock is Lock.PASSPHRASE


def test_what_is_not_ours_is_told_before_anything_is_asked(keys: Keys, path: Path) -> None:
    path.mkdir()
    with pytest.raises(NotOurDatabase) as caught:
        keys.state(path)
    assert caught.value.found is ForeignFile.FOLDER


def test_spoilt_keys_are_told(keys: Keys, path: Path) -> None:
    make(keys, path)
    keys_path(path).write_text("{")

    with pytest.raises(KeysDamaged):
        keys.state(path)


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("postgresql://user:secret@host/db", "postgresql"),
        ("POSTGRESQL+psycopg://host", "postgresql+psycopg"),
        ("mysql://host/db", "mysql"),
        ("file:///c/a.db", "file"),
    ],
)
def test_the_address_of_a_server_is_refused_without_its_password(text: str, scheme: str) -> None:
    with pytest.raises(ServerNotSupported) as caught:
        database_path(text)
    assert caught.value.scheme == scheme


@pytest.mark.parametrize("text", ["a.db", "./a.db", r"C:\data\a.db", "c:a.db", "~/a.db", "æøå/a b.db"])
def test_a_path_is_a_path(text: str) -> None:
    path = database_path(text)

    assert path.is_absolute()
    assert "~" not in path.parts
