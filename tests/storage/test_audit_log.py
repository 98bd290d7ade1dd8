"""The log as it lies in the database: only ever lengthened, and whatever is done to it behind the program is found."""

from collections.abc import Callable
from functools import partial

import pytest

from koordinator.domain.access import Action
from koordinator.domain.audit import LogHead
from koordinator.domain.audit_check import HeadSource, KnownHead, LogCheck, LogFaultKind
from koordinator.storage import audit_log, audit_verify
from koordinator.storage.audit_key import audit_key
from koordinator.storage.cipher import DRIVER
from koordinator.storage.reading import run
from tests.support import damage
from tests.support.long_log import lengthen
from tests.support.office import KEY, Bench

MORE = 11
LAST = MORE + 1
COLUMNS = "at, actor_id, roles, channel, action, kind, thing_id, subject_id, codes, previous_seal, seal"
CHANGED, MISSING, MOVED = LogFaultKind.CHANGED, LogFaultKind.MISSING, LogFaultKind.MOVED


@pytest.fixture
def long(bench: Bench) -> Bench:
    """With twelve entries."""
    lengthen(bench, MORE)
    return bench


def head(bench: Bench) -> LogHead:
    with bench.database.read() as connection:
        return audit_log.head(partial(run, connection))


def checked(bench: Bench, *heads: LogHead) -> LogCheck:
    known = [KnownHead(each, HeadSource.KEY_STORE) for each in heads]
    with bench.database.read() as connection:
        return audit_verify.check(connection, audit_key(bench.database), known)


def found_after(bench: Bench, *statements: str) -> list[tuple[LogFaultKind, int, int]]:
    """What the check says once the statements have run without any trigger."""
    before = head(bench)
    for statement in statements:
        damage.run_behind_its_back(bench.database.path, KEY, statement)
    return [(fault.kind, fault.first, fault.last) for fault in checked(bench, before).faults]


def test_a_log_as_it_was_written_holds(long: Bench) -> None:
    told: list[int] = []
    with long.database.read() as connection:
        check = audit_verify.check(connection, audit_key(long.database), told=told.append)

    assert (check.entries, check.first, check.faults) == (LAST, 1, ())
    assert check.head == head(long)
    assert told == [0, LAST]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET codes = 'x' WHERE sequence = 3",
        "DELETE FROM audit_entry WHERE sequence = 3",
        f"DELETE FROM audit_entry WHERE sequence = {LAST}",  # noqa: S608
        f"INSERT INTO audit_entry SELECT sequence + 2, {COLUMNS} FROM audit_entry WHERE sequence = {LAST}",  # noqa: S608
        f"INSERT INTO audit_entry SELECT sequence + 1, {COLUMNS} FROM audit_entry WHERE sequence = {LAST}",  # noqa: S608
        "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE sequence = 3",
    ],
)
def test_the_database_itself_only_lets_the_next_one_in(long: Bench, statement: str) -> None:
    with long.database.plain() as connection, pytest.raises(DRIVER.IntegrityError, match="audit_entry_"):
        connection.execute(statement)

    assert checked(long).faults == ()


@pytest.mark.parametrize("place", [1, 6, LAST])
@pytest.mark.parametrize(
    "change",
    [
        "at = '2020-01-01T00:00:00.000000+00:00'",
        "actor_id = 99",
        "roles = ''",
        "channel = 'command_line'",
        "action = 'sign_in'",
        "kind = 'x'",
        "thing_id = 99",
        "subject_id = 99",
        "codes = 'x'",
        "codes = 'a' || char(10) || 'b'",
        "previous_seal = 'x'",
        "seal = 'x'",
    ],
)
def test_a_changed_entry_is_found(long: Bench, place: int, change: str) -> None:
    statement = f"UPDATE audit_entry SET {change} WHERE sequence = {place}"  # noqa: S608

    assert found_after(long, statement) == [(CHANGED, place, place)]


@pytest.mark.parametrize(("first", "last"), [(1, 1), (5, 8), (2, LAST - 1)])
def test_removed_entries_are_found(long: Bench, first: int, last: int) -> None:
    statement = f"DELETE FROM audit_entry WHERE sequence BETWEEN {first} AND {last}"  # noqa: S608

    assert found_after(long, statement) == [(MISSING, first, last)]


@pytest.mark.parametrize("left", [1, 6, LAST - 1])
def test_a_cut_tail_is_found(long: Bench, left: int) -> None:
    statement = f"DELETE FROM audit_entry WHERE sequence > {left}"  # noqa: S608

    assert found_after(long, statement) == [(LogFaultKind.CUT_SHORT, left + 1, LAST)]


def test_a_cut_tail_is_found_also_when_the_log_went_on(long: Bench) -> None:
    before = head(long)
    damage.run_behind_its_back(long.database.path, KEY, "DELETE FROM audit_entry WHERE sequence > 6")
    lengthen(long, MORE)

    (fault,) = checked(long, before).faults

    assert (fault.kind, fault.first) == (LogFaultKind.OTHER_HISTORY, LAST)


def test_a_log_that_was_emptied_is_found_also_without_a_head(long: Bench) -> None:
    damage.run_behind_its_back(long.database.path, KEY, "DELETE FROM audit_entry")
    lengthen(long, MORE)

    assert [fault.kind for fault in checked(long).faults] == [LogFaultKind.BEGUN_ANEW]


@pytest.mark.parametrize(("one", "other"), [(1, 2), (6, 7), (1, LAST), (LAST - 1, LAST)])
def test_swapped_entries_are_found(long: Bench, one: int, other: int) -> None:
    swap = [
        f"UPDATE audit_entry SET sequence = -1 WHERE sequence = {one}",  # noqa: S608
        f"UPDATE audit_entry SET sequence = {one} WHERE sequence = {other}",  # noqa: S608
        f"UPDATE audit_entry SET sequence = {other} WHERE sequence = -1",  # noqa: S608
    ]

    assert found_after(long, *swap) == [(MOVED, one, one), (MOVED, other, other)]


@pytest.mark.parametrize("place", [1, 6, LAST])
def test_a_repeated_entry_is_found(long: Bench, place: int) -> None:
    statement = f"INSERT INTO audit_entry SELECT {LAST + 1}, {COLUMNS} FROM audit_entry WHERE sequence = {place}"  # noqa: S608

    assert found_after(long, statement) == [(LogFaultKind.REPEATED, LAST + 1, LAST + 1)]


def test_a_whole_old_database_put_back_is_found(long: Bench) -> None:
    old = head(long)
    lengthen(long, MORE)
    new = head(long)
    damage.run_behind_its_back(long.database.path, KEY, f"DELETE FROM audit_entry WHERE sequence > {old.count}")  # noqa: S608

    assert [fault.kind for fault in checked(long, old, new).faults] == [LogFaultKind.CUT_SHORT]


def test_the_log_says_itself_that_an_older_one_was_put_back(long: Bench) -> None:
    lost = head(long)
    damage.run_behind_its_back(long.database.path, KEY, "DELETE FROM audit_entry WHERE sequence > 6")
    assert not follows(long, lost)

    with long.office.act(long.actor, Action.RESTORE_BACKUP) as tx:
        tx.about("database", 1)

    assert checked(long, lost, head(long)).faults == ()
    assert checked(long).head == head(long)
    assert head(long).after_return == 1
    assert follows(long, lost)


def test_a_log_cut_after_an_older_one_was_put_back_is_found(long: Bench) -> None:
    damage.run_behind_its_back(long.database.path, KEY, "DELETE FROM audit_entry WHERE sequence > 6")
    with long.office.act(long.actor, Action.RESTORE_BACKUP) as tx:
        tx.about("database", 1)
    lengthen(long, 3)
    between = head(long)
    lengthen(long, 3)
    last = head(long)

    damage.run_behind_its_back(long.database.path, KEY, "DELETE FROM audit_entry WHERE sequence > 8")

    assert [fault.kind for fault in checked(long, between, last).faults] == [LogFaultKind.CUT_SHORT] * 2
    assert not follows(long, between)


def test_a_head_of_before_or_of_now_is_followed_and_another_is_not(long: Bench) -> None:
    now = head(long)
    lengthen(long, 1)

    assert follows(long, now)
    assert not follows(long, now._replace(seal="1" * 64))
    assert not follows(long, LogHead(LAST + 5, "1" * 64))


def follows(bench: Bench, known: LogHead) -> bool:
    with bench.database.read() as connection:
        return audit_verify.follows(connection, known)


@pytest.mark.parametrize(
    "by", [lambda bench: audit_key(bench.database), lambda _bench: bytes(32)], ids=["own", "other"]
)
def test_only_the_logs_own_key_fits(long: Bench, by: Callable[[Bench], bytes]) -> None:
    key = by(long)
    with long.database.read() as connection:
        whole = audit_verify.check(connection, key).faults == ()

    assert whole is (key == audit_key(long.database))
