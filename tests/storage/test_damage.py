"""Damage of every kind is found: at the opening, by the check in the background, or when the page is read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from koordinator.domain.database_file import DatabaseBusy, DatabaseDamaged, WritingStopped
from koordinator.storage import whole_checks
from koordinator.storage.cipher import PAGE_BYTES
from koordinator.storage.damage import mark_path
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.file_checks import check_key, log_path
from koordinator.storage.key_slots import SlotFiles
from koordinator.storage.log_frames import LogFrames, read_frames
from koordinator.storage.rescue.rescuing import rescue
from koordinator.storage.whole_checks import CheckStopped, check_closed, to_the_end
from koordinator.usecases.ports_keys import DatabaseKey
from tests.storage.databases import add_note, bodies, child, contents, make_note_file, next_line, note_database

FRAME = 24 + PAGE_BYTES


@pytest.fixture
def ours(path: Path, key: DatabaseKey) -> Path:
    """A closed database with its key file."""
    SlotFiles().create(path, key)
    EncryptedFiles().create(path, key).close()
    return path


def swap_two_pages(content: bytearray) -> None:
    first, second = 5 * PAGE_BYTES, 9 * PAGE_BYTES
    content[first : first + PAGE_BYTES], content[second : second + PAGE_BYTES] = (
        content[second : second + PAGE_BYTES],
        content[first : first + PAGE_BYTES],
    )


def cut_off_pages(content: bytearray) -> None:
    del content[-3 * PAGE_BYTES :]


def cut_off_bytes(content: bytearray) -> None:
    del content[-100:]


def cut_off_nearly_all(content: bytearray) -> None:
    del content[100:]


def add_bytes(content: bytearray) -> None:
    content += b"junk"


def add_pages(content: bytearray) -> None:
    content += bytes(range(256)) * (2 * PAGE_BYTES // 256)


@pytest.mark.parametrize(
    "spoil", [cut_off_pages, cut_off_bytes, cut_off_nearly_all, bytearray.clear, add_bytes, add_pages]
)
def test_a_file_of_another_length_is_refused_and_left(
    ours: Path, key: DatabaseKey, spoil: Callable[[bytearray], object]
) -> None:
    content = bytearray(ours.read_bytes())
    spoil(content)
    ours.write_bytes(content)
    before = contents(ours.parent)

    with pytest.raises(DatabaseDamaged):
        look_and_open(ours, key)
    assert contents(ours.parent) == before


def test_swapped_pages_are_found_in_the_background_and_refused_the_next_time(ours: Path, key: DatabaseKey) -> None:
    content = bytearray(ours.read_bytes())
    swap_two_pages(content)
    ours.write_bytes(content)
    database = EncryptedFiles().open(ours, key)
    heard: list[str] = []
    database.damage.when_known(lambda: heard.append("damaged"))

    assert database.check_pages(to_the_end) == (6, 10)
    assert heard == ["damaged"]
    with pytest.raises(WritingStopped), database.write():
        pass
    database.close()
    assert ours.read_bytes() == content
    with pytest.raises(DatabaseDamaged):
        EncryptedFiles().open(ours, key)


def test_what_was_put_right_is_opened_again(ours: Path, key: DatabaseKey) -> None:
    whole = ours.read_bytes()
    content = bytearray(whole)
    swap_two_pages(content)
    ours.write_bytes(content)
    database = EncryptedFiles().open(ours, key)
    database.check_pages(to_the_end)
    database.close()

    ours.write_bytes(whole)
    EncryptedFiles().open(ours, key).close()
    assert not was_found(ours)


def test_a_damaged_page_stops_all_writing_when_it_is_read(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database:
        for number in range(30):
            add_note(database, f"{number} " + "x" * 3000)
    content = bytearray(path.read_bytes())
    content[20 * PAGE_BYTES + 17] ^= 4
    path.write_bytes(content)

    with note_database(path, key) as database:
        add_note(database, "before anybody knows")
        with pytest.raises(DatabaseDamaged):
            bodies(database)
        with pytest.raises(WritingStopped):
            add_note(database, "afterwards")
    assert was_found(path)


def test_the_check_goes_on_while_others_write_and_can_be_stopped(path: Path, key: DatabaseKey) -> None:
    with note_database(path, key) as database:
        for number in range(300):
            add_note(database, f"{number} " + "x" * 3000)
        turns: list[tuple[int, int]] = []

        def write_meanwhile(done: int, total: int) -> bool:
            turns.append((done, total))
            add_note(database, "meanwhile " + "y" * 3000)
            return True

        assert database.check_pages(write_meanwhile) == ()
        assert database.check_structure(write_meanwhile) == ()
        assert turns[0][0] <= turns[0][1]
        with pytest.raises(CheckStopped):
            database.check_pages(lambda _done, _total: False)
        with pytest.raises(CheckStopped):
            database.check_structure(lambda _done, _total: False)
        add_note(database, "still")


def test_a_page_that_the_log_mends_is_not_damage(path: Path, key: DatabaseKey) -> None:
    log, folded = unclosed(path, key)
    content = bytearray(folded)
    number = read_frames(log).committed[-1].number
    content[(number - 1) * PAGE_BYTES + 7] ^= 1
    path.write_bytes(content)
    log_path(path).write_bytes(log)

    with note_database(path, key) as database:
        assert database.check_pages(to_the_end) == ()
        assert bodies(database) == ["one", "two", "three"]


def unclosed(path: Path, key: DatabaseKey) -> tuple[bytes, bytes]:
    """A database whose program was killed: three notes lie in its log. Gives the log and the file."""
    make_note_file(path, key)
    SlotFiles().create(path, key)
    with note_database(path, key) as database:
        for body in ("one", "two", "three"):
            add_note(database, body)
        log, content = log_path(path).read_bytes(), path.read_bytes()
    path.write_bytes(content)
    log_path(path).write_bytes(log)
    return log, content


@pytest.mark.parametrize("place", range(0, 32, 3))
def test_a_damaged_head_of_the_log_is_refused(path: Path, key: DatabaseKey, place: int) -> None:
    log, _ = unclosed(path, key)
    spoilt = bytearray(log)
    spoilt[place] ^= 0x10
    log_path(path).write_bytes(spoilt)
    before = contents(path.parent)

    with pytest.raises(DatabaseDamaged):
        note_files_open(path, key)
    assert contents(path.parent) == before


@pytest.mark.parametrize("part", [0, 5, 9, 13, 17, 21, 1000])
def test_damage_in_the_log_is_refused_or_told_of(path: Path, key: DatabaseKey, part: int) -> None:
    log, _ = unclosed(path, key)
    frames = len(log) // FRAME
    for number in range(frames):
        spoilt = bytearray(log)
        spoilt[32 + number * FRAME + part] ^= 1
        read = read_frames(bytes(spoilt))
        is_of_the_last = number >= len(read_frames(log).committed) - 1
        assert read.is_damaged or (read.is_cut and is_of_the_last) or read.is_cut


def test_a_log_that_was_brought_into_the_file_may_be_as_it_likes(path: Path, key: DatabaseKey) -> None:
    log, _ = unclosed(path, key)
    Database(path, key).close()
    spoilt = bytearray(log)
    spoilt[3] ^= 1
    log_path(path).write_bytes(spoilt)

    assert check_closed(path, key) is False


def test_the_log_of_another_file_is_not_folded_into_this_one(ours: Path, key: DatabaseKey, tmp_path: Path) -> None:
    stranger = tmp_path / "other"
    stranger.mkdir()
    log, _ = unclosed(stranger / "a.db", key)
    log_path(ours).write_bytes(log)
    before = contents(tmp_path)

    with pytest.raises(DatabaseDamaged):
        look_and_open(ours, key)
    assert contents(tmp_path) == before
    assert rescue(ours, key, tmp_path / "saved.db").log_was_cut
    EncryptedFiles().open(tmp_path / "saved.db", key).close()


@pytest.mark.skipif(os.name == "nt", reason="an open file keeps its place there")
def test_a_file_that_gives_place_while_it_is_looked_at_is_busy_and_not_damaged(
    path: Path, key: DatabaseKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unclosed(path, key)
    rekeyed = tmp_path / "rekeyed.db"
    make_note_file(rekeyed, DatabaseKey(bytes(32)))

    def read_too_late(content: bytes) -> LogFrames:
        if rekeyed.exists():
            rekeyed.replace(path)
        return read_frames(content)

    monkeypatch.setattr(whole_checks, "read_frames", read_too_late)
    with pytest.raises(DatabaseBusy):
        EncryptedFiles().open(path, key)


def test_the_end_of_what_was_being_saved_is_told_of(path: Path, key: DatabaseKey) -> None:
    log, _ = unclosed(path, key)
    log_path(path).write_bytes(log[:-100])
    assert check_closed(path, key) is False
    spoilt = bytearray(log)
    spoilt[-100] ^= 1
    log_path(path).write_bytes(spoilt)
    assert check_closed(path, key) is True


def test_a_killed_program_leaves_nothing_that_looks_damaged(path: Path, key: DatabaseKey) -> None:
    make_note_file(path, key)
    with child("leave_unclosed", path, key) as process:
        assert next_line(process) == "written"

    assert check_closed(path, key) is False


def was_found(path: Path) -> bool:
    return mark_path(path).exists()


def look_and_open(path: Path, key: DatabaseKey) -> None:
    EncryptedFiles().look(path)
    EncryptedFiles().open(path, key).close()


def note_files_open(path: Path, key: DatabaseKey) -> None:
    check_key(path, key)
    check_closed(path, key)
