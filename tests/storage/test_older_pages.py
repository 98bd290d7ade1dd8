"""A page that gives place to an older one of the same file is as it was written: only what contradicts it tells.

What SQLCipher seals is a page and its number, not its age. So an index that misses a row, a reference to a row that is
not there and the log's chain give such a page away, and nothing does where a text was changed and the old one is back.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from koordinator.domain.access import Action
from koordinator.storage.audit_key import audit_key
from koordinator.storage.cipher import PAGE_BYTES
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.rescue.pages import WholePages
from koordinator.storage.rescue.trees import Trees
from koordinator.storage.store_check import SqlStoreCheck
from koordinator.storage.whole_checks import to_the_end
from tests.support.office import KEY, Bench, open_office


@pytest.fixture
def file(tmp_path: Path, database_template: Path) -> Path:
    """A closed database with some citizens."""
    with open_office(tmp_path, database_template) as bench:
        for number in range(30):
            bench.add_citizen(f"Borger {number}", f"{number:06}4444")
    return tmp_path / "office.db"


def add_a_citizen(bench: Bench) -> None:
    bench.add_citizen("Ny Karlsen")


def log_a_use(bench: Bench) -> None:
    with bench.office.act(bench.actor, Action.MAKE_BACKUP) as tx:
        tx.about("database", 0, codes="reason=asked")


def change_a_name(bench: Bench) -> None:
    with bench.database.write() as connection:
        connection.exec_driver_sql("UPDATE employee SET name = 'En anden ejer'")


def pages_of(path: Path, table: str) -> set[int]:
    with WholePages(path, KEY) as pages:
        trees = Trees(pages)
        roots = {row.values[1]: row.values[3] for row in trees.table(1).rows}
        root = roots[table]
        assert isinstance(root, int)
        return trees.table(root).pages


def who_tells(path: Path) -> str:
    database = EncryptedFiles().open(path, KEY)
    try:
        log = SqlStoreCheck(database, audit_key(database)).check_log((), lambda _done: None)
        if database.check_pages(to_the_end):
            return "pages"
        if database.check_structure(to_the_end):
            return "structure"
        return "log" if log.faults else "nothing"
    finally:
        database.close()


@pytest.mark.parametrize(
    ("change", "table", "told_by"),
    [
        (add_a_citizen, "citizen", {"structure"}),
        (add_a_citizen, "ux_citizen_cpr", {"structure"}),
        (log_a_use, "audit_entry", {"structure", "log"}),
        (change_a_name, "employee", {"nothing"}),
    ],
)
def test_an_older_page_is_told_by_what_contradicts_it(
    file: Path, change: Callable[[Bench], object], table: str, told_by: set[str]
) -> None:
    older = file.read_bytes()
    database = EncryptedFiles().open(file, KEY)
    change(Bench(database))
    database.close()
    newer = file.read_bytes()
    places = [slice((number - 1) * PAGE_BYTES, number * PAGE_BYTES) for number in pages_of(file, table)]
    changed = [place for place in places if older[place] != newer[place]]
    assert changed

    for place in changed:
        file.write_bytes(newer[: place.start] + older[place] + newer[place.stop :])
        assert who_tells(file) in told_by
