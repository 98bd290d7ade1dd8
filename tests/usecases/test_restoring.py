"""Restoring: what is told before anything is moved, what stays deleted, and a log that says what happened to it."""

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest

from koordinator.bootstrap.keeping import keys_of, make_backups, make_restoring, present_of
from koordinator.bootstrap.keys import OpenDatabase
from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.audit_check import LogFaultKind
from koordinator.domain.backup_comparison import Counted, Relation
from koordinator.domain.codes import Role
from koordinator.domain.database_file import DatabaseExists
from koordinator.domain.deletion import DeletedKind, ListedDeletion
from koordinator.domain.errors import NotAllowed
from koordinator.domain.ids import EmployeeId
from koordinator.domain.recovery_code import RecoveryCodeMistyped
from koordinator.storage.audit_key import audit_key
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.deletion_list import DeletionListFile, list_path
from koordinator.storage.engine import Database
from koordinator.storage.office import SqlOffice
from koordinator.storage.store_check import SqlStoreCheck
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.restoring import Wanted, typed
from koordinator.usecases.unlock import Opened
from tests.storage.databases import contents
from tests.support import damage
from tests.support.long_log import lengthen
from tests.support.office import KEY, Bench


def opened(bench: Bench) -> OpenDatabase:
    return Opened(bench.database.path, bench.database, KEY)


def backed_up(bench: Bench) -> Path:
    return make_backups(opened(bench), bench.office, bench.clock).make(bench.actor).file


def citizens(database: Database) -> list[str]:
    with database.plain() as connection:
        return [row[0] for row in connection.execute("SELECT name FROM citizen ORDER BY id")]


def wanted(bench: Bench, file: Path) -> Wanted:
    return Wanted(file, keys_of(opened(bench)), bench.database.path, KEY)


def test_the_two_are_held_against_each_other_before_anything_is_moved(bench: Bench) -> None:
    bench.add_citizen("Lone Bæk")
    file = backed_up(bench)
    bench.add_citizen("Ole Dam", cpr="0101010001")
    with bench.office.act(bench.actor, Action.SIGN_IN):
        pass
    before = contents(bench.database.path.parent)

    restored = make_restoring(bench.clock).prepare(wanted(bench, file), present_of(opened(bench)), bench.actor)

    assert restored.comparison is not None
    assert restored.comparison.relation is Relation.EARLIER
    assert restored.comparison.entries_between == 2
    assert (Counted.CITIZEN, 1, 2) in restored.comparison.counts
    restored.prepared.drop()
    assert contents(bench.database.path.parent).keys() == before.keys()
    assert citizens(bench.database) == ["Lone Bæk", "Ole Dam"]


def test_a_backup_of_another_database_is_told_as_such(bench: Bench, tmp_path: Path) -> None:
    file = backed_up(bench)
    other = EncryptedFiles().create(tmp_path / "other.db", KEY)
    SqlOffice(other, audit_key(other), bench.clock, lambda _changed: None)

    restored = make_restoring(bench.clock).prepare(
        Wanted(file, (KEY,), other.path, KEY), present_of(Opened(other.path, other, KEY))
    )

    assert restored.comparison is not None
    assert restored.comparison.relation is Relation.OTHER
    restored.prepared.drop()
    other.close()


def test_the_present_one_is_kept_and_the_log_says_what_happened(bench: Bench) -> None:
    bench.add_citizen("Lone Bæk")
    backups, restoring = make_backups(opened(bench), bench.office, bench.clock), make_restoring(bench.clock)
    first = backed_up(bench)
    bench.add_citizen("Ole Dam", cpr="0101010001")
    bench.clock.moment += timedelta(hours=1)
    backups.make(bench.actor)
    known = backups.known_heads()
    restored = restoring.prepare(wanted(bench, first), present_of(opened(bench)), bench.actor)
    bench.database.close()

    kept = restoring.put_in_place(restored, bench.database.path)

    assert kept.name == "office.db.gemt-2026-11-21-1300"
    now, then = EncryptedFiles().open(bench.database.path, KEY), EncryptedFiles().open(kept, KEY)
    assert (citizens(now), citizens(then)) == (["Lone Bæk"], ["Lone Bæk", "Ole Dam"])
    with now.plain() as connection:
        last = connection.execute(
            "SELECT action, thing_id, actor_id FROM audit_entry ORDER BY sequence DESC LIMIT 1"
        ).fetchone()
    assert last == (Action.RESTORE_BACKUP, 1, bench_owner(now))
    # What was noted of the log in the later backup is no longer to be expected, and verify does not miss it.
    assert SqlStoreCheck(now, audit_key(now)).check_log(known, lambda _done: None).faults == ()
    now.close()
    then.close()


def test_a_log_cut_after_a_restore_is_told_by_the_backups_made_since(bench: Bench) -> None:
    restoring, first = make_restoring(bench.clock), backed_up(bench)
    restored = restoring.prepare(wanted(bench, first), present_of(opened(bench)), bench.actor)
    bench.database.close()
    restoring.put_in_place(restored, bench.database.path)
    now = EncryptedFiles().open(bench.database.path, KEY)
    again = Bench(now, bench.clock)
    lengthen(again, 4)
    bench.clock.moment += timedelta(hours=1)
    noted = make_backups(opened(again), again.office, bench.clock).make(bench.actor).manifest.log
    length = restored.manifest.log.count + 1

    damage.run_behind_its_back(now.path, KEY, f"DELETE FROM audit_entry WHERE sequence > {length}")  # noqa: S608

    known = make_backups(opened(again), again.office, bench.clock).known_heads()
    (fault,) = SqlStoreCheck(now, audit_key(now)).check_log(known, lambda _done: None).faults
    assert (fault.kind, fault.first, fault.last) == (LogFaultKind.CUT_SHORT, length + 1, noted.count)
    assert noted.after_return == 1
    now.close()


def bench_owner(database: Database) -> int:
    with database.plain() as connection:
        return int(connection.execute("SELECT id FROM employee ORDER BY id LIMIT 1").fetchone()[0])


def test_backups_from_before_another_key_open_also_when_an_older_one_was_put_back(bench: Bench, tmp_path: Path) -> None:
    file, other, target = backed_up(bench), DatabaseKey(bytes(32)), tmp_path / "new" / "ny.db"
    target.parent.mkdir()
    restoring = make_restoring(bench.clock)

    restored = restoring.prepare(Wanted(file, (other, KEY), target, other))
    restoring.place_new(restored, target)

    database = EncryptedFiles().open(target, other)
    keys = {key.raw for key in keys_of(Opened(target, database, other))}
    database.close()
    assert keys == {KEY.raw, other.raw}


def test_what_was_deleted_stays_deleted(bench: Bench, tmp_path: Path) -> None:
    kept_citizen, gone = bench.add_citizen("Lone Bæk"), bench.add_citizen("Ole Dam", cpr="0101010001")
    file = backed_up(bench)
    listed = (ListedDeletion(DeletedKind.CITIZEN, gone.uid, bench.clock.now()),)
    restoring, target = make_restoring(bench.clock), tmp_path / "new" / "ny.db"
    target.parent.mkdir()

    restored = restoring.prepare(Wanted(file, (KEY,), target, listed=listed))
    restoring.place_new(restored, target)

    assert restored.deleted_again == 1
    database = EncryptedFiles().open(target, KEY)
    assert citizens(database) == [kept_citizen.name]
    database.close()
    assert DeletionListFile(target).read() == listed
    assert len(contents(target.parent)) == 2


def test_a_list_in_a_later_backup_counts_as_well(bench: Bench, tmp_path: Path) -> None:
    gone = bench.add_citizen("Ole Dam")
    file = backed_up(bench)
    DeletionListFile(bench.database.path).add([ListedDeletion(DeletedKind.CITIZEN, gone.uid, bench.clock.now())])
    backed_up(bench)

    restored = make_restoring(bench.clock).prepare(Wanted(file, (KEY,), tmp_path / "ny.db"))

    assert restored.deleted_again == 1
    restored.prepared.drop()


def test_it_is_for_administrators_and_for_whoever_has_a_key_where_no_database_is_open(bench: Bench) -> None:
    file = backed_up(bench)
    somebody = Actor(EmployeeId(1), frozenset({Role.COORDINATOR}), Channel.WINDOW)

    with pytest.raises(NotAllowed):
        make_restoring(bench.clock).prepare(wanted(bench, file), present_of(opened(bench)), somebody)
    assert not list(bench.database.path.parent.glob("*.restore-*"))


def test_what_was_typed_is_a_code_when_it_has_the_form_of_one() -> None:
    assert typed("fire ord efter hinanden").text == b"fire ord efter hinanden"
    assert typed("a" * 35).text == b"a" * 35
    with pytest.raises(RecoveryCodeMistyped):
        typed("AAAAA-" * 6 + "AAAAA")


@pytest.mark.skipif(os.name == "nt", reason="there a folder is not synchronised")
def test_a_restored_one_that_has_its_name_has_its_list_and_is_said_to_be_there(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, target = backed_up(bench), tmp_path / "new" / "ny.db"
    target.parent.mkdir()
    listed, others = ((ListedDeletion(DeletedKind.CITIZEN, each * 32, bench.clock.now()),) for each in "ab")
    restoring = make_restoring(bench.clock)
    restored = restoring.prepare(Wanted(file, (KEY,), target, listed=listed))
    fsync = os.fsync

    def refuse_after_the_last_step(descriptor: int) -> None:
        if target.exists() and not restored.prepared.fresh.exists():
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(descriptor)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse_after_the_last_step)
        restoring.place_new(restored, target)
    with pytest.raises(DatabaseExists):
        restoring.place_new(restoring.prepare(Wanted(file, (KEY,), target, listed=others)), target)

    assert DeletionListFile(target).read() == listed
    assert set(contents(target.parent)) == {target.name, list_path(target).name}
