"""Wrong words are counted, waited for and logged, and what was typed stands nowhere."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typing_extensions import override

from koordinator.domain.access import Action
from koordinator.domain.database_file import DiskFull
from koordinator.domain.database_key import WrongPassphrase, WrongRecoveryCode
from koordinator.domain.recovery_code import SECRET_BYTES, write_recovery_code
from koordinator.domain.wrong_tries import TooManyTries, WrongTries
from koordinator.integrations.key_vault import SystemKeyVault
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.key_file import read_key_file
from koordinator.storage.key_record import SealCost
from koordinator.storage.key_slots import SlotFiles
from koordinator.storage.tries_file import TriesFiles, tries_path
from koordinator.texts.errors import sentence
from koordinator.usecases.growing_wait import GrowingWait
from koordinator.usecases.locksmith import Locksmith
from koordinator.usecases.slowed_unlock import SlowedUnlock
from koordinator.usecases.told_tries import ToldTries
from koordinator.usecases.unlock import FromPassphrase, FromRecoveryCode, Opened
from tests.support.office import KEY, Bench

RIGHT = "blå cykel i regn"
WRONG = "Lone Bæk 120378-9995"


@pytest.fixture
def keys(bench: Bench) -> SlowedUnlock[Database]:
    quick = SlotFiles(SealCost(1, 64, 1))
    wait = GrowingWait(TriesFiles(), bench.clock)
    return SlowedUnlock(EncryptedFiles(), quick, SystemKeyVault(), read_key_file, wait=wait)


@pytest.fixture
def opened(bench: Bench, keys: SlowedUnlock[Database]) -> Opened[Database]:
    opened = Opened(bench.database.path, bench.database, KEY)
    Locksmith(keys).set_passphrase(opened, RIGHT).carry_out()
    return opened


def tries(bench: Bench) -> WrongTries:
    return TriesFiles().get(bench.database.path)


def test_third_wrong_try_is_waited_for_and_the_right_words_do_not_help(
    bench: Bench, keys: SlowedUnlock[Database], opened: Opened[Database]
) -> None:
    assert [keys.recognises(opened, WRONG) for _ in range(3)] == [False] * 3

    with pytest.raises(TooManyTries) as told:
        keys.recognises(opened, RIGHT)

    assert "Vent 5 sekunder" in sentence(told.value)
    assert tries(bench).wrong == 3, "what was not looked at is no try"
    bench.clock.moment += timedelta(seconds=5)
    assert keys.recognises(opened, RIGHT)
    assert not keys.recognises(opened, WRONG)
    assert tries(bench).wrong == 1, "the right words begin anew"


def test_wait_is_the_same_for_the_next_start_and_for_the_code(
    bench: Bench, keys: SlowedUnlock[Database], opened: Opened[Database]
) -> None:
    path = opened.path
    wrong_code = write_recovery_code(b"\7" * SECRET_BYTES)
    Locksmith(keys).offer_recovery_code(opened)[1].carry_out()
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            keys.open_database(path, FromPassphrase(WRONG))
    with pytest.raises(WrongRecoveryCode):
        keys.open_database(path, FromRecoveryCode(wrong_code))

    wait = GrowingWait(TriesFiles(), bench.clock)
    another = SlowedUnlock(EncryptedFiles(), SlotFiles(), SystemKeyVault(), read_key_file, wait=wait)
    for source in (FromPassphrase(RIGHT), FromRecoveryCode(wrong_code)):
        with pytest.raises(TooManyTries):
            another.open_database(path, source)


def test_file_of_the_tries_holds_numbers_and_a_time_only(
    bench: Bench, keys: SlowedUnlock[Database], opened: Opened[Database]
) -> None:
    keys.recognises(opened, WRONG)

    written = tries_path(opened.path).read_text(encoding="utf-8")
    assert "Lone" not in written
    assert "120378" not in written


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{",
        "[" * 100_000,
        '{"wrong": "x"}',
        '{"wrong": 1e999}',
        '{"wrong": 1, "last_at": 5, "untold": 0}',
        '{"wrong": 5, "last_at": "2026-11-22T10:00:00", "untold": 0}',
    ],
)
def test_file_that_says_nothing_stands_in_nobody_s_way(tmp_path: Path, content: str) -> None:
    tries_path(tmp_path / "a.db").write_text(content, encoding="utf-8")

    assert TriesFiles().get(tmp_path / "a.db") == WrongTries()


def test_wrong_tries_come_into_the_log_without_their_words(
    bench: Bench, keys: SlowedUnlock[Database], opened: Opened[Database]
) -> None:
    told = ToldTries(bench.office, TriesFiles(), opened.path)
    told.tell(bench.actor)
    before = len(bench.log())
    for _ in range(2):
        keys.recognises(opened, WRONG)

    told.tell(bench.actor)
    told.tell(bench.actor)

    (entry,) = bench.log()[before:]
    assert (entry.action, entry.codes) == (Action.WRONG_TRY, "tries=2")
    assert tries(bench) == WrongTries(2, bench.clock.now(), 0)


def test_right_words_after_told_tries_leave_no_file(
    bench: Bench, keys: SlowedUnlock[Database], opened: Opened[Database]
) -> None:
    keys.recognises(opened, WRONG)
    ToldTries(bench.office, TriesFiles(), opened.path).tell(bench.actor)

    keys.recognises(opened, RIGHT)

    assert not tries_path(opened.path).exists()


class FullDisk(TriesFiles):
    @override
    def put(self, path: Path, tries: WrongTries) -> None:
        raise DiskFull(str(path))


def test_right_words_open_also_where_the_tries_cannot_be_written(bench: Bench, opened: Opened[Database]) -> None:
    TriesFiles().put(opened.path, WrongTries(1, bench.clock.now(), 1))
    wait = GrowingWait(FullDisk(), bench.clock)
    keys = SlowedUnlock(EncryptedFiles(), SlotFiles(), SystemKeyVault(), read_key_file, wait=wait)

    assert keys.recognises(opened, RIGHT)
    keys.open_database(opened.path, FromPassphrase(RIGHT)).handle.close()


def test_time_that_cannot_be_costs_no_more_than_the_longest_wait(bench: Bench) -> None:
    latest = datetime.max.replace(tzinfo=UTC)

    assert WrongTries(4, latest, 0).seconds_left(bench.clock.now()) == 10


def test_two_programs_that_try_at_once_are_both_counted(bench: Bench) -> None:
    one, other = GrowingWait(TriesFiles(), bench.clock), GrowingWait(TriesFiles(), bench.clock)
    for wait in (one, other):
        wait.may_try(bench.database.path)

    one.wrong(bench.database.path)
    other.wrong(bench.database.path)

    assert tries(bench).wrong == 2
