"""A backup of when the database had another key takes the place of one that was not closed: file, log and keys."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from koordinator.domain.backup_names import kept_name
from koordinator.domain.database_key import SlotKind
from koordinator.storage.backup_restoring import prepare, swap
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.file_checks import log_path
from koordinator.storage.key_slots import keys_path
from koordinator.usecases.ports_keys import DatabaseKey
from tests.reliability.scenario import Scenario, Steps
from tests.storage.backups import MADE_AT, backup_of, employees
from tests.support.key_work import QUICK_SLOTS
from tests.support.office import KEY, make_template

DATABASE: Final = "sager.db"
KEPT: Final = kept_name(DATABASE, MADE_AT)
BACKUP: Final = "b"
NEW_KEY: Final = DatabaseKey(bytes(32))
OLD_WORDS, NEW_WORDS = b"en gammel saetning", b"en ny saetning"
OLD_OWNER, NEW_OWNER = ["Databasens ejer"], ["Ny Karlsen"]


def _prepare(folder: Path) -> None:
    path = make_template(folder).rename(folder / DATABASE)
    QUICK_SLOTS.put(path, KEY, SlotKind.PASSPHRASE, OLD_WORDS)
    backup_of(path, KEY, folder / BACKUP)
    _give_another_key(path)
    present = EncryptedFiles().open(path, NEW_KEY)
    with present.plain() as connection:
        connection.execute("UPDATE employee SET name = ?", NEW_OWNER)
    left = {file: file.read_bytes() for file in (path, log_path(path))}
    present.close()
    for file, content in left.items():
        file.write_bytes(content)


def _give_another_key(path: Path) -> None:
    fresh = path.with_name("fresh.db")
    present = EncryptedFiles().open(path, KEY)
    present.backup(fresh, NEW_KEY)
    present.close()
    fresh.replace(path)
    keys_path(path).unlink()
    QUICK_SLOTS.put(path, NEW_KEY, SlotKind.PASSPHRASE, NEW_WORDS)


def _work(folder: Path, step: Steps) -> None:
    step("exchanged", partial(_exchange, folder))


def _exchange(folder: Path) -> None:
    prepared = prepare(folder / BACKUP, (KEY,), folder / DATABASE)
    try:
        swap(prepared, folder / DATABASE, folder / KEPT)
    finally:
        prepared.drop()


def _faults(folder: Path, told: Sequence[str]) -> Iterator[str]:
    """Each of the two opens with its own words and holds all that was its own."""
    path, kept = folder / DATABASE, folder / KEPT
    found = _owner_by(OLD_WORDS, path), _owner_by(NEW_WORDS, path)
    if found == (OLD_OWNER, []):
        if _owner_by(NEW_WORDS, kept) != NEW_OWNER:
            yield "what was kept is not whole"
    elif told or found != ([], NEW_OWNER):
        yield f"opens with the old and the new words as {found}"
    elif left := [file.name for file in folder.iterdir() if file.name.startswith(KEPT)]:
        yield f"left lying: {left}"


def _owner_by(words: bytes, path: Path) -> list[str]:
    EncryptedFiles().look(path)
    key = QUICK_SLOTS.live(path, QUICK_SLOTS.unsealed(path, SlotKind.PASSPHRASE, words))
    return [] if key is None else employees(path, key)


SCENARIO: Final = Scenario(_prepare, _work, _faults)
