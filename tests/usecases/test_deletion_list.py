"""A deletion that is stopped, cannot be done, or was undone by a restore: what the list beside the database is for."""

import shutil
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from koordinator.bootstrap.retention_periods import standard_periods
from koordinator.domain.consent import Consent
from koordinator.domain.database_file import DiskFull
from koordinator.domain.deletion import (
    ArchiveAnswer,
    DeletedKind,
    ListedDeletion,
    NotCleaned,
)
from koordinator.domain.ids import SubjectId
from koordinator.domain.retention import RetentionKind
from koordinator.storage.audit_key import audit_key
from koordinator.storage.cipher import open_keyed
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.deletion_list import DeletionListFile, is_unfinished
from koordinator.storage.office import SqlOffice
from koordinator.usecases.deletion import Deletions
from koordinator.usecases.retention import Retention
from tests.support.deletion_world import deletions_of, is_here, proofs, readable, retention_of
from tests.support.histories import Histories
from tests.support.office import KEY, TODAY, Bench
from tests.support.planted import telling_forms

ARCHIVE = ArchiveAnswer.NOT_WORTH_KEEPING


class _Stops:
    """A list, or the file, that hands over what lies on the disk when it is asked for something."""

    def __init__(self, real: object, taken: Callable[[], None]) -> None:
        self._real, self._taken = real, taken

    def __getattr__(self, name: str) -> Callable[..., object]:
        def then(*arguments: object) -> object:
            self._taken()
            result = getattr(self._real, name)(*arguments)
            self._taken()
            return result

        return then


def test_a_program_that_is_killed_at_any_step_has_not_begun_or_carries_it_through(
    bench: Bench, planted: SubjectId, tmp_path: Path
) -> None:
    path, taken = bench.database.path, 0

    def take() -> None:
        nonlocal taken
        taken += 1
        (tmp_path / str(taken)).mkdir()
        for file in path.parent.glob(f"{path.name}*"):
            shutil.copyfile(file, tmp_path / str(taken) / file.name)

    lists, file = _Stops(DeletionListFile(path), take), _Stops(bench.database, take)
    Deletions(bench.office, lists, file, standard_periods).delete(bench.actor, (planted,), ARCHIVE)  # type: ignore[arg-type]

    assert taken == 4
    for step in range(1, taken + 1):
        database = EncryptedFiles().open(tmp_path / str(step) / path.name, KEY)
        try:
            again = Bench(database, bench.clock)
            listed = DeletionListFile(database.path).read()
            deletions_of(again).finish()
            assert is_here(again, planted) is not bool(listed)
            assert all(proof.cleaned_at is not None for proof in proofs(again))
            assert bool(proofs(again)) is bool(listed)
            again.log()
        finally:
            database.close()


class _FullDisk:
    """A list that cannot be written."""

    def read(self) -> tuple[ListedDeletion, ...]:
        return ()

    def add(self, _listed: Iterable[ListedDeletion]) -> None:
        raise DiskFull("deleted")

    def take_back(self, _listed: Iterable[ListedDeletion]) -> None:
        raise DiskFull("deleted")


def test_where_the_list_cannot_be_written_nothing_is_deleted(bench: Bench, planted: SubjectId) -> None:
    deletions = Deletions(bench.office, _FullDisk(), bench.database, standard_periods)
    with pytest.raises(DiskFull):
        deletions.delete(bench.actor, (planted,), ARCHIVE)
    assert is_here(bench, planted)


def test_a_deletion_that_did_not_come_about_is_not_on_the_list(
    bench: Bench, planted: SubjectId, deletions: Deletions
) -> None:
    with bench.office.aside() as tx:
        tx.connection.exec_driver_sql(
            "CREATE TRIGGER no_proof BEFORE INSERT ON deletion BEGIN SELECT RAISE(ABORT, 'no_proof'); END"
        )
    with pytest.raises(Exception, match="no_proof"):
        deletions.delete(bench.actor, (planted,), ARCHIVE)

    assert DeletionListFile(bench.database.path).read() == ()
    assert is_here(bench, planted)


def test_what_is_deleted_stays_on_the_list_whatever_happens_after_the_commit(bench: Bench, planted: SubjectId) -> None:
    """The page that would be told of it falls over: the citizen is gone all the same, and must be after a restore."""

    def fall(changed: frozenset[str]) -> None:
        if "deletion" in changed:
            raise RuntimeError("told")

    office = SqlOffice(bench.database, audit_key(bench.database), bench.clock, fall)
    lists = DeletionListFile(bench.database.path)
    deletions = Deletions(office, lists, bench.database, standard_periods)
    retention_of(bench).set_period(bench.actor, RetentionKind.CONSENT, 12, "Besluttet", TODAY)

    with pytest.raises(RuntimeError, match="told"):
        deletions.delete_old(bench.actor, RetentionKind.CONSENT)
    assert [line.kind for line in lists.read()] == [DeletedKind.CONSENT]

    with pytest.raises(RuntimeError, match="told"):
        deletions.delete(bench.actor, (planted,), ARCHIVE)
    assert not is_here(bench, planted)
    assert [line.kind for line in lists.read()] == [DeletedKind.CONSENT, DeletedKind.CITIZEN]
    assert [proof.kind for proof in proofs(bench)] == [DeletedKind.CONSENT, DeletedKind.CITIZEN]


def test_what_a_restore_brought_back_is_deleted_again(
    bench: Bench, planted: SubjectId, deletions: Deletions, tmp_path: Path
) -> None:
    before = tmp_path / "before" / bench.database.path.name
    before.parent.mkdir()
    bench.database.backup(before)
    deletions.delete(bench.actor, (planted,), ARCHIVE)
    listed = deletions.listed()

    database = EncryptedFiles().open(before, KEY)
    try:
        restored = Bench(database, bench.clock)
        assert is_here(restored, planted)
        assert deletions_of(restored).replay(listed) == 1
        assert deletions_of(restored).replay(listed) == 0
        assert not is_here(restored, planted)
        (proof,) = proofs(restored)
        assert (proof.replayed, proof.deleted_by_id, proof.deleted_at) == (True, None, listed[0].at)
        after = readable(restored, tmp_path)
        assert [form for form in telling_forms() if form in after] == []
        assert DeletionListFile(before).read() == listed
    finally:
        database.close()


def test_what_was_deleted_by_its_age_later_the_same_day_stays_deleted_too(
    bench: Bench, planted: SubjectId, deletions: Deletions, retention: Retention, tmp_path: Path
) -> None:
    """A backup between the two has a proof of the first, and what went the second time."""
    Histories(bench).consent(bench.add_citizen("Tina Dam", ""), "Skolen", None, datetime(2024, 5, 1, 12, tzinfo=UTC))
    retention.set_period(bench.actor, RetentionKind.CONSENT, 12, "Besluttet", TODAY)
    retention.hold(bench.actor, planted, "Retssag")
    assert deletions.delete_old(bench.actor, RetentionKind.CONSENT) is not None
    retention.lift(bench.actor, planted)
    between = tmp_path / "between" / bench.database.path.name
    between.parent.mkdir()
    bench.database.backup(between)
    bench.clock.moment += timedelta(hours=1)
    assert deletions.delete_old(bench.actor, RetentionKind.CONSENT) is not None

    database = EncryptedFiles().open(between, KEY)
    try:
        DeletionListFile(between).add(deletions.listed())
        assert is_unfinished(database)
        restored = Bench(database, bench.clock)
        assert deletions_of(restored).finish() == 1
        assert not is_unfinished(database)
        with restored.office.aside() as tx:
            assert tx.of(Consent).where() == ()
    finally:
        database.close()


def test_who_is_held_since_is_not_deleted_again(
    bench: Bench, planted: SubjectId, deletions: Deletions, retention: Retention
) -> None:
    with bench.office.aside() as tx:
        uid = tx.erasing.uid_of(planted)
    listed = ListedDeletion(DeletedKind.CITIZEN, uid, bench.clock.now())
    bench.clock.pass_days(1)
    retention.hold(bench.actor, planted, "Retssag")

    assert deletions.replay((listed,)) == 0
    assert is_here(bench, planted)


def test_somebody_who_reads_puts_the_cleaning_off_until_the_next_opening(
    bench: Bench, planted: SubjectId, deletions: Deletions
) -> None:
    reader = open_keyed(bench.database.path, KEY)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM citizen").fetchone()
    with pytest.raises(NotCleaned):
        deletions.delete(bench.actor, (planted,), ARCHIVE)
    assert not is_here(bench, planted)
    assert proofs(bench)[0].cleaned_at is None
    reader.close()

    deletions.finish()

    assert proofs(bench)[0].cleaned_at is not None


def test_only_what_is_listed_and_still_here_makes_the_opening_look(
    bench: Bench, planted: SubjectId, deletions: Deletions
) -> None:
    lists, at = DeletionListFile(bench.database.path), bench.clock.now()
    assert not is_unfinished(bench.database)
    lists.add((ListedDeletion(DeletedKind.CITIZEN, "gone", at),))
    assert not is_unfinished(bench.database)
    with bench.office.aside() as tx:
        uid = tx.erasing.uid_of(planted)
    for line in (ListedDeletion(DeletedKind.CITIZEN, uid, at), ListedDeletion(DeletedKind.DRAFT, "2019-03-01", at)):
        lists.add((line,))
        assert is_unfinished(bench.database)
        assert deletions.finish() == 1
        assert not is_unfinished(bench.database)
