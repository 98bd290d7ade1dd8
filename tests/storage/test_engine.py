"""An open database: its transactions, its one writer, its copies and its checks."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from koordinator.domain.database_file import DatabaseBusy, DatabaseDamaged, DatabaseMissing, DiskFull
from koordinator.storage.cipher import PAGE_BYTES
from koordinator.storage.engine import Database
from koordinator.usecases.ports_keys import DatabaseKey
from tests.storage.databases import add_note, add_until_it_fails, bodies, child, contents, next_line, note_database
from tests.support.patience import PATIENCE_SECONDS


def test_a_write_is_there_when_it_ends(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database:
        add_note(database, "først")

        assert bodies(database) == ["først"]


def test_an_error_takes_the_whole_write_back(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database:

        def half_a_change(then: Callable[[Connection], object]) -> None:
            with database.write() as connection:
                connection.exec_driver_sql("INSERT INTO note (body) VALUES ('ikke')")
                then(connection)

        def refuse(_: Connection) -> None:
            raise DatabaseMissing("comes through as it is")

        with pytest.raises(DatabaseMissing):
            half_a_change(refuse)
        with pytest.raises(IntegrityError):
            half_a_change(lambda connection: connection.exec_driver_sql("INSERT INTO note (body) VALUES (NULL)"))

        assert bodies(database) == []


def test_a_read_sees_one_moment(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database:
        add_note(database, "før")
        with database.read() as connection:
            before = connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one()
            add_note(database, "imens")

            assert connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one() == before
        assert len(bodies(database)) == 2


def test_the_first_connection_is_there_before_sqlalchemy(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database:
        add_note(database, "a")
        with database.plain() as connection:
            assert connection.execute("SELECT body FROM note").fetchall() == [("a",)]
            connection.execute("BEGIN")
            connection.execute("INSERT INTO note (body) VALUES ('left open')")

        assert bodies(database) == ["a"]


def test_writers_of_many_threads_take_turns(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key, wait_seconds=PATIENCE_SECONDS) as database:

        def count_up() -> None:
            for _ in range(20):
                with database.write() as connection:
                    seen = connection.exec_driver_sql("SELECT count(*) FROM note").scalar_one()
                    connection.exec_driver_sql("INSERT INTO note (body) VALUES (?)", (str(seen),))

        threads = [threading.Thread(target=count_up) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert bodies(database) == [str(number) for number in range(80)]


def test_a_second_writer_of_this_process_waits_and_then_is_told(path: Path, key: DatabaseKey) -> None:
    with (
        note_database(path, key, wait_seconds=0.05) as database,
        database.write(),
        pytest.raises(DatabaseBusy),
        database.plain(),
    ):
        pass


def test_another_programs_write_is_waited_for_and_then_told(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key, wait_seconds=0.1) as database:
        add_note(database, "mine")
        with child("hold_the_pen", path, key) as process:
            assert next_line(process) == "writing"
            assert bodies(database) == ["mine"]
            with pytest.raises(DatabaseBusy) as caught:
                add_note(database, "too soon")
            process.communicate("\n")
        add_note(database, "in turn")

        assert caught.value.path == str(path)
        assert bodies(database) == ["mine", "in turn"]


def test_a_full_database_refuses_and_stays_whole(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database:
        add_note(database, "small")
        with pytest.raises(DiskFull):
            add_until_it_fails(database, pages_more=1)

        assert bodies(database) == ["small"]
        assert database.verify_pages() == ()


def test_closing_leaves_one_file(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database:
        add_note(database, "a")

    assert set(contents(path.parent)) == {path.name}


def test_closing_waits_for_nobody(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database, child("hold_the_pen", path, key) as process:
        assert next_line(process) == "writing"
        # With this connection's patience the test would take ten seconds.
        database.close()
        process.communicate("\n")


def test_a_backup_is_a_database_with_the_same_key(path: Path, key: DatabaseKey) -> None:
    target = path.with_name("kopi.db")
    target.write_bytes(b"an older copy")
    with note_database(path, key) as database:
        add_note(database, "kopieret")
        database.backup(target)
        add_note(database, "senere")
    with note_database(target, key) as copy:
        assert bodies(copy) == ["kopieret"]
        assert copy.verify_pages() == ()

    assert set(contents(path.parent)) == {path.name, target.name}
    assert b"kopieret" not in target.read_bytes()


def test_a_backup_can_have_a_key_of_its_own(path: Path, key: DatabaseKey) -> None:
    target, other = path.with_name("kopi.db"), DatabaseKey(bytes(32))
    with note_database(path, key) as database:
        add_note(database, "kopieret")
        database.backup(target, other)

    with note_database(target, other) as copy:
        assert bodies(copy) == ["kopieret"]
    with pytest.raises(DatabaseDamaged):
        Database(target, key)


def test_a_backup_that_fails_leaves_the_older_copy(path: Path, key: DatabaseKey) -> None:
    target = path.with_name("kopi.db")
    with note_database(path, key) as database:
        database.backup(target)
        before = target.read_bytes()
        target.with_name("kopi.db.part").mkdir()
        with pytest.raises(Exception, match=r"kopi\.db"):
            database.backup(target)

    assert target.read_bytes() == before


def test_whole_pages_verify_also_while_changes_lie_in_the_log(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database:
        add_note(database, "x" * 100_000)

        assert database.verify_pages() == ()


def test_a_ruined_page_is_found_and_a_read_of_it_refused(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database:
        add_note(database, "x" * 100_000)
    content = bytearray(path.read_bytes())
    content[10 * PAGE_BYTES + 100] ^= 1
    path.write_bytes(content)

    with note_database(path, key) as database:
        assert database.verify_pages() == ("HMAC verification failed for page 11",)
    with note_database(path, key) as database, pytest.raises(DatabaseDamaged):
        bodies(database)


def test_pages_are_not_verified_under_another_programs_hands(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key, wait_seconds=0.1) as database, child("hold_the_pen", path, key) as process:
        assert next_line(process) == "writing"
        with pytest.raises(DatabaseBusy):
            database.verify_pages()
