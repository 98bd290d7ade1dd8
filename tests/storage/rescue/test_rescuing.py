"""Whatever pages are damaged: everything on the others is saved, nothing is invented, the damaged file stays."""

import errno
import os
import shutil
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koordinator.domain.database_file import DatabaseExists, DatabaseMissing, FolderMissing
from koordinator.domain.rescue import NothingToRescue, Rescue
from koordinator.storage.cipher import PAGE_BYTES, connect, open_keyed
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.file_checks import log_path
from koordinator.storage.key_slots import SlotFiles, keys_path
from koordinator.storage.rescue import rescuing
from koordinator.storage.rescue.pages import WholePages
from koordinator.storage.rescue.rescuing import make_empty, rescue, take_place
from koordinator.storage.rescue.shapes import Shape, shapes_of
from koordinator.storage.rescue.trees import Trees
from koordinator.usecases.ports_keys import DatabaseKey
from tests.storage.databases import contents
from tests.support.campaign import examples
from tests.support.office import KEY, open_office

Rows = Mapping[int, tuple[Any, ...]]


class World:
    """A database with some hundred citizens, and what stands in it."""

    def __init__(self, folder: Path, template: Path) -> None:
        with open_office(folder, template) as bench:
            for number in range(220):
                bench.add_citizen(f"Borger {number} " + "Æble" * (number % 40), f"{number:06}4444")
        self.path, self.folder = folder / "office.db", folder
        with closing(connect(self.path, KEY)) as connection:
            self.shapes = [shape for shape in shapes_of(connection) if not shape.is_shadow]
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        SlotFiles().create(folder / "damaged.db", KEY)
        self.empty = folder / "empty.db"
        make_empty(self.empty, KEY)
        self.content = self.path.read_bytes()
        self.pages = len(self.content) // PAGE_BYTES
        self.rows = rows_of(self.path, self.shapes)

    def _make(self, path: Path, _key: DatabaseKey) -> None:
        shutil.copyfile(self.empty, path)

    def rescue_with(self, bad: set[int]) -> "tuple[Rescue, Mapping[str, Rows]]":
        """With one byte wrong in each of the pages."""
        content = bytearray(self.content)
        for number in bad:
            content[(number - 1) * PAGE_BYTES + 50 * number % PAGE_BYTES] ^= 0x20
        damaged, target = self.folder / "damaged.db", self.folder / "saved.db"
        damaged.write_bytes(content)
        for file in (target, keys_path(target)):
            file.unlink(missing_ok=True)
        outcome = rescue(damaged, KEY, target, self._make)
        assert damaged.read_bytes() == content
        return outcome, rows_of(target, self.shapes)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, database_template: Path) -> World:
    return World(tmp_path_factory.mktemp("world"), database_template)


def rows_of(path: Path, shapes: list[Shape]) -> dict[str, Rows]:
    with closing(open_keyed(path, KEY)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return {
            shape.name: {
                row[0]: row[1:]
                for row in connection.execute(f'SELECT rowid, * FROM "{shape.name}"')  # noqa: S608
            }
            for shape in shapes
        }


def pages_below(world: World, name: str) -> dict[int, set[int]]:
    """The leaf and its further pages that each row of the table needs."""
    with WholePages(world.path, KEY) as pages:
        trees = Trees(pages)
        roots = {row.values[1]: row.values[3] for row in trees.table(1).rows if row.values[0] == "table"}
        root = roots[name]
        assert isinstance(root, int)
        leaves = [page for page in trees.table(root).pages if page_is_leaf(trees, page)]
        return {row.number: trees.table(leaf).pages for leaf in leaves for row in trees.table(leaf).rows}


def page_is_leaf(trees: Trees, page: int) -> bool:
    return not trees.children(page) if trees.kind(page) == 5 else trees.kind(page) == 13


def test_a_whole_database_is_saved_wholly(world: World) -> None:
    outcome, saved = world.rescue_with(set())

    assert outcome.is_whole
    assert saved == world.rows
    assert outcome.bad_pages == 0
    assert len(outcome.log_runs) <= 1
    assert keys_path(world.folder / "saved.db").read_bytes() == keys_path(world.folder / "damaged.db").read_bytes()


def test_every_page_alone_takes_no_more_with_it_than_its_own_rows(world: World) -> None:
    needed = {name: pages_below(world, name) for name in ("citizen", "subject", "employee", "setting")}
    for number in range(2, world.pages + 1, 53):
        outcome, saved = world.rescue_with({number})
        assert_nothing_invented(world, saved)
        lost = sum(kind.left_out + kind.loosened for kind in outcome.kinds) + outcome.nameless_rows
        for name, needs in needed.items():
            gone = world.rows[name].keys() - saved[name].keys()
            assert lost or all(number in needs[row] for row in gone), (number, name)


@settings(max_examples=examples(8))
@given(data=st.data())
def test_whatever_is_damaged_nothing_is_invented_and_what_is_missing_is_counted(
    world: World, data: st.DataObject
) -> None:
    bad = data.draw(st.sets(st.integers(2, world.pages), max_size=30))

    outcome, saved = world.rescue_with(bad)
    assert_nothing_invented(world, saved)
    assert outcome.bad_pages == len(bad)
    for kind in outcome.kinds:
        if kind.kind == "log_key":
            continue
        gone = len(world.rows[kind.kind]) - len(saved[kind.kind])
        assert kind.saved == len(saved[kind.kind])
        assert gone <= kind.missing + kind.left_out or kind.may_miss_more
    opened = EncryptedFiles().open(world.folder / "saved.db", KEY)
    assert opened.verify_pages() == ()
    opened.close()


def assert_nothing_invented(world: World, saved: Mapping[str, Rows]) -> None:
    """Every saved row is one that was there; a reference to something missing may be empty."""
    for name, rows in saved.items():
        if name == "log_key" and rows != world.rows[name]:
            continue
        for number, row in rows.items():
            before = world.rows[name][number]
            assert all(now in (was, None) for now, was in zip(row, before, strict=True)), (name, number)


def test_one_wrong_byte_at_the_very_beginning_costs_nothing(world: World) -> None:
    damaged, target = world.folder / "salt.db", world.folder / "salt-saved.db"
    damaged.write_bytes(bytes((world.content[0] ^ 4,)) + world.content[1:])

    assert rescue(damaged, KEY, target).is_whole


def test_where_not_a_page_can_be_recognised_nothing_is_made(world: World, tmp_path: Path) -> None:
    damaged = tmp_path / "gone.db"
    damaged.write_bytes(bytes(PAGE_BYTES) + world.content[PAGE_BYTES:])
    before = contents(tmp_path)

    with pytest.raises(NothingToRescue):
        rescue(damaged, KEY, tmp_path / "saved.db")
    assert contents(tmp_path) == before


def test_nothing_is_written_over(world: World, tmp_path: Path) -> None:
    (tmp_path / "there.db").write_bytes(b"mine")

    with pytest.raises(DatabaseExists):
        rescue(world.path, KEY, tmp_path / "there.db")
    with pytest.raises(DatabaseMissing):
        rescue(tmp_path / "nowhere.db", KEY, tmp_path / "new.db")
    assert contents(tmp_path).keys() == {"there.db"}


def test_what_lies_in_the_log_is_saved_too(world: World, tmp_path: Path, key: DatabaseKey) -> None:
    path = tmp_path / "killed.db"
    path.write_bytes(world.content)
    connection = connect(path, key)
    connection.execute("UPDATE citizen SET name = 'Ny Karlsen' WHERE id = 7")
    frozen = {file: file.read_bytes() for file in (path, log_path(path))}
    connection.close()
    for file, content in frozen.items():
        file.write_bytes(content)

    assert rescue(path, key, tmp_path / "saved.db").is_whole
    with closing(connect(tmp_path / "saved.db", key)) as saved:
        assert saved.execute("SELECT name FROM citizen WHERE id = 7").fetchone() == ("Ny Karlsen",)
    assert path.read_bytes() == frozen[path]


def test_a_log_with_damage_is_told_of(world: World, tmp_path: Path, key: DatabaseKey) -> None:
    path = tmp_path / "killed.db"
    path.write_bytes(world.content)
    connection = connect(path, key)
    for number in (7, 8, 9):
        connection.execute("UPDATE citizen SET name = 'Ny Karlsen' WHERE id = ?", (number,))
    log = bytearray(log_path(path).read_bytes())
    connection.close()
    path.write_bytes(world.content)
    log[100] ^= 1
    log_path(path).write_bytes(log)

    outcome = rescue(path, key, tmp_path / "saved.db")
    assert outcome.log_was_cut
    assert not outcome.is_whole


def test_those_are_named_of_whom_something_is_missing(world: World) -> None:
    needs = pages_below(world, "citizen")
    leaf = min(page for pages in needs.values() for page in pages)
    lost = {row for row, pages in needs.items() if leaf in pages}
    assert lost

    outcome, saved = world.rescue_with({leaf})
    assert saved["citizen"].keys() == world.rows["citizen"].keys() - lost
    subjects = {world.rows["citizen"][row][2] for row in lost}
    assert set(outcome.touched) == subjects


def test_nothing_of_the_damaged_one_stays_beside_what_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged, saved, aside = (tmp_path / name for name in ("a.db", "b.db", "c.db"))
    saved.write_bytes(b"saved")
    sides = ("", "-wal", "-shm", "-journal", ".damaged")
    for side in sides:
        damaged.with_name(f"a.db{side}").write_bytes(side.encode())

    def refuse(_folder: Path) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    # What is done is not said to have failed, should only making it safe be refused.
    monkeypatch.setattr(rescuing, "sync_folder", refuse)
    take_place(damaged, saved, aside)

    assert {file.name for file in tmp_path.iterdir()} == {"a.db", *(f"c.db{side}" for side in sides)}
    assert damaged.read_bytes() == b"saved"


def test_where_nothing_can_take_its_place_the_damaged_one_stays(tmp_path: Path) -> None:
    for name in ("a.db", "a.db-wal", "a.db.keys"):
        (tmp_path / name).write_bytes(name.encode())

    with pytest.raises(FolderMissing):
        take_place(tmp_path / "a.db", tmp_path / "nowhere.db", tmp_path / "c.db")

    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {
        name: name.encode() for name in ("a.db", "a.db-wal", "a.db.keys")
    }
