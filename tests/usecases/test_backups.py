"""Backups by themselves and on request: when one is made, where it lies, which go, and what is said about them."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from koordinator.domain.access import Action, Channel
from koordinator.domain.backup import BackupNameTaken, BackupReason, BackupState
from koordinator.domain.backup_health import Elsewhere
from koordinator.domain.backup_names import FOLDER
from koordinator.domain.database_key import SlotKind
from koordinator.domain.setting import PRACTICE_DATA, SettingKey
from koordinator.storage.backup_file import BackupFile
from koordinator.storage.backup_shelf import DiskBackups
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.key_slots import SlotFiles, keys_path
from koordinator.usecases.backups import Backups
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.settings import Settings
from tests.storage.backups import backup_of, flipped
from tests.support.key_work import QUICK_SLOTS
from tests.support.office import KEY, Bench


@pytest.fixture
def backups(bench: Bench) -> Backups:
    return Backups(bench.office, DiskBackups(bench.database, lambda: KEY), bench.clock)


@pytest.fixture
def usb(bench: Bench, tmp_path: Path) -> Path:
    """The folder elsewhere, chosen."""
    folder = tmp_path / "usb"
    folder.mkdir()
    choose(bench, folder)
    return folder


def choose(bench: Bench, folder: Path) -> None:
    Settings(bench.office).change(bench.actor, {SettingKey.BACKUP_FOLDER: str(folder)})


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


def test_a_backup_is_named_by_the_danish_time_and_stands_in_the_log(bench: Bench, backups: Backups) -> None:
    made = backups.make(bench.actor)

    assert made.file == bench.database.path.parent / FOLDER / "koordinator-2026-11-21-1200.sikkerhedskopi"
    entry = bench.log()[-1]
    assert (entry.action, entry.codes, entry.kind) == (Action.MAKE_BACKUP, "reason=asked", "database")
    assert backups.make(bench.actor).file.name == "koordinator-2026-11-21-1200 2.sikkerhedskopi"


def test_it_is_made_by_itself_when_the_time_has_come_and_something_has_changed(bench: Bench, backups: Backups) -> None:
    assert backups.keep_up() is not None
    bench.clock.moment += timedelta(minutes=29)
    with bench.office.act(bench.actor, Action.SIGN_IN):
        pass
    assert backups.keep_up() is None
    bench.clock.moment += timedelta(minutes=1)

    made = backups.keep_up()

    assert made is not None
    assert made.manifest.reason is BackupReason.TIMER
    assert bench.log()[-1].channel is Channel.SYSTEM
    bench.clock.moment += timedelta(minutes=30)
    assert backups.keep_up() is None
    assert backups.at_close() is None
    with bench.office.act(bench.actor, Action.SIGN_IN):
        pass
    closed = backups.at_close()
    assert closed is not None
    assert closed.manifest.reason is BackupReason.CLOSE


def test_a_clock_that_went_back_does_not_stop_it(bench: Bench, backups: Backups) -> None:
    assert backups.keep_up() is not None
    bench.clock.pass_days(-300)
    with bench.office.act(bench.actor, Action.SIGN_IN):
        pass

    assert backups.keep_up() is not None


def test_the_practice_case_is_not_kept(bench: Bench, backups: Backups) -> None:
    Settings(bench.office).change(bench.actor, {SettingKey.IS_DEMO: PRACTICE_DATA})

    assert backups.keep_up() is None
    assert backups.at_close() is None
    assert backups.overview().is_invented


def test_each_lies_here_and_elsewhere(bench: Bench, backups: Backups, usb: Path) -> None:
    made = backups.make(bench.actor)

    assert made.not_elsewhere is None
    assert files(usb) == [made.file.name]
    (kept,) = backups.overview().kept
    assert kept.here is not None
    assert kept.elsewhere is not None


def test_a_stick_that_is_at_home_stops_nothing_and_is_filled_when_it_is_back(
    bench: Bench, backups: Backups, usb: Path, tmp_path: Path
) -> None:
    usb.rename(tmp_path / "pocket")
    made = backups.make(bench.actor)
    assert made.not_elsewhere is not None
    assert backups.overview().elsewhere is Elsewhere.NOT_REACHED

    (tmp_path / "pocket").rename(usb)
    bench.clock.moment += timedelta(minutes=30)
    assert backups.keep_up() is None
    assert files(usb) == [made.file.name]


def test_what_is_said_about_elsewhere(
    bench: Bench, backups: Backups, usb: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make(bench.actor)
    assert backups.overview().elsewhere is Elsewhere.SAME_DISK

    monkeypatch.setattr(DiskBackups, "is_same_disk", lambda _self, _folder: False)
    assert backups.overview().elsewhere is Elsewhere.FINE
    bench.clock.pass_days(8)
    assert backups.overview().elsewhere is Elsewhere.TOO_OLD
    choose(bench, Path())
    assert Backups(bench.office, DiskBackups(bench.database, lambda: KEY), bench.clock).overview().elsewhere in (
        Elsewhere.NOT_CHOSEN,
        Elsewhere.FINE,
        Elsewhere.NONE_YET,
    )


def test_old_ones_are_thinned_and_strangers_are_left(bench: Bench, backups: Backups, usb: Path) -> None:
    first = backups.make(bench.actor).file
    stranger = first.with_name("anden.sikkerhedskopi")
    stranger.write_bytes(b"not ours")
    for _ in range(3):
        bench.clock.moment += timedelta(hours=1)
        backups.make(bench.actor)
    for _ in range(5):
        bench.clock.pass_days(1)
        backups.make(bench.actor)

    here = files(first.parent)
    assert stranger.name in here
    assert first.name not in here
    assert len(here) == 1 + 6
    assert files(usb) == [name for name in here if name != stranger.name]


def test_one_before_an_import_is_kept_and_one_before_a_rekey_still_opens_afterwards(
    bench: Bench, backups: Backups, tmp_path: Path
) -> None:
    made = backups.before(BackupReason.REKEY)
    other = DatabaseKey(bytes(32))

    after = Backups(bench.office, DiskBackups(bench.database, lambda: other), bench.clock)

    (kept,) = after.overview().kept
    assert kept.best.state is BackupState.GOOD
    assert kept.best.file == made.file
    assert after.try_out(bench.actor, made.file).state is BackupState.GOOD


def test_a_backup_goes_where_somebody_wants_it_and_replaces_nothing(
    bench: Bench, backups: Backups, tmp_path: Path
) -> None:
    made = backups.make_at(bench.actor, tmp_path / "min.sikkerhedskopi")
    assert BackupFile(made.file).manifest.log == made.manifest.log
    assert backups.make_at(bench.actor, tmp_path).file.name.startswith("koordinator-2026")

    with pytest.raises(BackupNameTaken):
        backups.make_at(bench.actor, tmp_path / "min.sikkerhedskopi")
    with pytest.raises(BackupNameTaken):
        backups.make_at(bench.actor, bench.database.path)


def test_a_trial_once_a_month_says_how_it_went(bench: Bench, backups: Backups) -> None:
    assert backups.try_newest() is None
    made = backups.make(bench.actor)
    before = files(bench.database.path.parent)

    trial = backups.try_newest()

    assert trial is not None
    assert trial.state is BackupState.GOOD
    assert backups.overview().trial == trial
    assert files(bench.database.path.parent) == before
    assert backups.try_newest() is None
    bench.clock.pass_days(30)
    flipped(made.file, made.file, 400_000)
    failed = backups.try_newest()
    assert failed is not None
    assert failed.state is BackupState.DAMAGED
    assert bench.log()[-1].codes == "result=damaged"


def test_a_backup_whose_ways_in_are_ruined_fails_its_trial(bench: Bench, backups: Backups) -> None:
    keys = keys_path(bench.database.path)
    QUICK_SLOTS.put(bench.database.path, KEY, SlotKind.PASSPHRASE, b"fire ord efter hinanden")
    assert backups.try_out(bench.actor, backups.make(bench.actor).file).state is BackupState.GOOD
    whole = keys.read_bytes()
    newer = whole.replace(b'"version": 1', b'"version": 2')
    keys.write_bytes(whole.replace(b'"passes": 1', b'"passes": 2'))
    assert backups.try_out(bench.actor, backups.make(bench.actor).file).state is BackupState.NO_WAY_IN
    keys.write_bytes(newer)
    assert backups.try_out(bench.actor, backups.make(bench.actor).file).state is BackupState.NEWER
    keys.unlink()
    SlotFiles().create(bench.database.path, DatabaseKey(bytes(32)))
    assert backups.try_out(bench.actor, backups.make(bench.actor).file).state is BackupState.NO_WAY_IN


def test_what_is_wrong_with_a_file_is_seen_in_the_overview(bench: Bench, backups: Backups, tmp_path: Path) -> None:
    made = backups.make(bench.actor)
    short, stranger = made.file.with_name("a.sikkerhedskopi"), made.file.with_name("b.sikkerhedskopi")
    short.write_bytes(made.file.read_bytes()[:5_000])
    other = DatabaseKey(bytes(32))
    EncryptedFiles().create(tmp_path / "other.db", other).close()
    backup_of(tmp_path / "other.db", other, stranger)

    states = {kept.best.file.name: kept.best.state for kept in backups.overview().kept}

    assert states == {
        made.file.name: BackupState.GOOD,
        short.name: BackupState.CUT,
        stranger.name: BackupState.OTHER,
    }


def test_verify_hears_how_far_the_log_had_come(bench: Bench, backups: Backups, usb: Path) -> None:
    made = backups.make(bench.actor)

    (head,) = backups.known_heads()

    assert head.head == made.manifest.log
    assert head.name in (made.file.name, files(usb)[0])
    usb.chmod(0)
    try:
        assert len(backups.known_heads()) == 1
    finally:
        usb.chmod(0o700)
    assert os.access(usb, os.W_OK)
