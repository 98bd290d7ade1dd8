"""Every change of the ways into the open database is in the log, or has not happened."""

from pathlib import Path

import keyring
import pytest
from typing_extensions import override

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.audit import AuditEntry
from koordinator.domain.database_file import DatabaseBusy
from koordinator.domain.database_key import (
    KeyringUnavailable,
    LastSlot,
    PassphraseTooShort,
    SlotKind,
    WrongPassphrase,
    WrongRecoveryCode,
)
from koordinator.domain.errors import NotAllowed
from koordinator.domain.organisation import Role
from koordinator.integrations.key_vault import SystemKeyVault
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.key_file import read_key_file
from koordinator.storage.key_record import SealCost
from koordinator.storage.key_slots import SlotFiles
from koordinator.usecases.key_changes import KeyChanges
from koordinator.usecases.unlock import FromPassphrase, FromRecoveryCode, Opened, Unlock
from tests.support.key_work import no_sheet
from tests.support.memory_keyring import MemoryKeyring
from tests.support.office import KEY, Bench


class OvertakingKeyring(MemoryKeyring):
    """While it is asked, another program gives the database the way in."""

    def __init__(self, path: Path, way: SlotKind = SlotKind.PASSPHRASE) -> None:
        super().__init__()
        self._path, self._way = path, way

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        SlotFiles(SealCost(passes=1, memory_kib=64, lanes=1)).put(self._path, KEY, self._way, b"words")


WORDS, OTHER = "en lang sætning om havet", "en anden sætning om skoven"


TRUSTED = frozenset(f"{kind.__module__}.{kind.__qualname__}" for kind in (MemoryKeyring, OvertakingKeyring))


@pytest.fixture
def keys(bench: Bench) -> Unlock[Database]:
    slots = SlotFiles(SealCost(passes=1, memory_kib=64, lanes=1))
    slots.create(bench.database.path, KEY)
    return Unlock(EncryptedFiles(), slots, SystemKeyVault(safe_stores=TRUSTED), read_key_file)


@pytest.fixture
def changes(bench: Bench, keys: Unlock[Database]) -> KeyChanges[Database]:
    return KeyChanges(bench.office, keys, Opened(bench.database.path, bench.database, KEY), lambda: None, no_sheet)


def key_entries(bench: Bench) -> list[AuditEntry]:
    return [entry for entry in bench.log() if entry.action is Action.EDIT_KEYS]


def be_overtaken(bench: Bench, changes: KeyChanges[Database], store: OvertakingKeyring) -> None:
    """The key store is to open the database, and another program is there first."""
    chosen = keyring.get_keyring()
    keyring.set_keyring(store)
    try:
        with pytest.raises(DatabaseBusy):
            changes.use_keyring(bench.actor)
    finally:
        keyring.set_keyring(chosen)


def opens(keys: Unlock[Database], path: Path, source: FromPassphrase | FromRecoveryCode) -> bool:
    keys.open_database(path, source).handle.close()
    return True


def test_a_database_with_a_key_file_gets_every_way_in(
    bench: Bench, keys: Unlock[Database], changes: KeyChanges[Database]
) -> None:
    path = bench.database.path
    assert changes.ways_in().kinds == frozenset()
    chosen = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())
    try:
        changes.set_passphrase(bench.actor, WORDS)
        first = changes.offer_recovery_code(bench.actor)
        second = changes.offer_recovery_code(bench.actor)
        changes.trust_recovery_code(bench.actor)
        changes.use_keyring(bench.actor)
        every = changes.ways_in()
        changes.close_way(bench.actor, SlotKind.KEYRING)
    finally:
        keyring.set_keyring(chosen)

    assert (every.path, every.kinds) == (path, frozenset(SlotKind) - {SlotKind.NEW_RECOVERY_CODE})
    assert changes.ways_in().kinds == {SlotKind.PASSPHRASE, SlotKind.RECOVERY_CODE}
    assert opens(keys, path, FromPassphrase(WORDS))
    assert opens(keys, path, FromRecoveryCode(second.code))
    with pytest.raises(WrongRecoveryCode):
        opens(keys, path, FromRecoveryCode(first.code))
    codes = [entry.codes for entry in key_entries(bench)]
    assert codes == ["passphrase", "new_recovery_code", "new_recovery_code", "recovery_code", "keyring=1", "keyring=0"]
    assert (second.database_name, second.code in repr(second)) == ("office.db", False)


def test_a_change_that_is_refused_is_not_logged(bench: Bench, changes: KeyChanges[Database]) -> None:
    changes.set_passphrase(bench.actor, WORDS)

    with pytest.raises(WrongPassphrase):
        changes.change_passphrase(bench.actor, "ikke den rigtige", OTHER)
    with pytest.raises(PassphraseTooShort):
        changes.change_passphrase(bench.actor, WORDS, "kort")
    with pytest.raises(KeyringUnavailable):
        changes.use_keyring(bench.actor)

    assert len(key_entries(bench)) == 1


def test_a_change_that_comes_to_nothing_leaves_nothing(bench: Bench, changes: KeyChanges[Database]) -> None:
    """Neither beside the database nor in the key store, and the log says that it came to nothing."""
    store = OvertakingKeyring(bench.database.path)

    be_overtaken(bench, changes, store)

    assert store.secrets == {}
    assert changes.ways_in().kinds == {SlotKind.PASSPHRASE}
    assert [entry.codes for entry in key_entries(bench)] == ["keyring=1", "keyring=1 undone"]
    assert [file.name for file in bench.database.path.parent.iterdir() if ".keys." in file.name] == []


def test_what_another_program_put_in_the_key_store_meanwhile_stays_there(
    bench: Bench, changes: KeyChanges[Database]
) -> None:
    store = OvertakingKeyring(bench.database.path, SlotKind.KEYRING)

    be_overtaken(bench, changes, store)

    assert changes.ways_in().kinds == {SlotKind.KEYRING}
    assert list(store.secrets.values()) == [KEY.hex]


def test_a_passphrase_is_changed(bench: Bench, keys: Unlock[Database], changes: KeyChanges[Database]) -> None:
    changes.set_passphrase(bench.actor, WORDS)
    changes.change_passphrase(bench.actor, WORDS, OTHER)

    assert opens(keys, bench.database.path, FromPassphrase(OTHER))
    with pytest.raises(WrongPassphrase):
        opens(keys, bench.database.path, FromPassphrase(WORDS))


def test_the_last_way_in_stays(bench: Bench, changes: KeyChanges[Database]) -> None:
    with pytest.raises(LastSlot):
        changes.close_way(bench.actor, SlotKind.KEYRING)


def test_who_is_no_administrator_changes_nothing(bench: Bench, changes: KeyChanges[Database]) -> None:
    caseworker = Actor(bench.actor.employee_id, frozenset({Role.COORDINATOR}), Channel.WINDOW)

    with pytest.raises(NotAllowed):
        changes.set_passphrase(caseworker, WORDS)

    assert changes.ways_in().kinds == frozenset()


def test_a_locked_screen_knows_the_passphrase(
    bench: Bench, keys: Unlock[Database], changes: KeyChanges[Database]
) -> None:
    changes.set_passphrase(bench.actor, WORDS)
    opened = Opened(bench.database.path, bench.database, KEY)

    assert keys.recognises(opened, WORDS)
    assert not keys.recognises(opened, OTHER)


def test_a_locked_screen_hears_that_the_passphrase_was_taken_away(bench: Bench, keys: Unlock[Database]) -> None:
    opened = Opened(bench.database.path, bench.database, KEY)
    changes = KeyChanges(bench.office, keys, opened, lambda: None, no_sheet)
    chosen = keyring.get_keyring()
    keyring.set_keyring(MemoryKeyring())
    try:
        changes.set_passphrase(bench.actor, WORDS)
        changes.offer_recovery_code(bench.actor)
        changes.trust_recovery_code(bench.actor)
        changes.use_keyring(bench.actor)
        assert not opened.gave_up_passphrase
        changes.close_way(bench.actor, SlotKind.PASSPHRASE)
        assert opened.gave_up_passphrase
        changes.set_passphrase(bench.actor, WORDS)
    finally:
        keyring.set_keyring(chosen)

    assert not opened.gave_up_passphrase
