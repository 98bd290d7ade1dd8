"""One bit, or a burst of bytes, is changed anywhere in a database, in its log or in its key file: it is always found.

Found means: refused, reported by the look that every start makes, or, at the end of the log, told of as something that
may be missing. What is then read is what was written, or is not read at all.
"""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final

from koordinator.domain.errors import DomainError
from koordinator.storage.cipher import connect
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.file_checks import log_path
from koordinator.storage.key_slots import SlotFiles, keys_path
from koordinator.storage.whole_checks import to_the_end
from tests.reliability.figure import Failure, Figure, Outcome
from tests.support.office import KEY, make_template, open_office

WORDS: Final = "en lang sætning om havet"
LONGEST_BURST: Final = 64
_CITIZENS: Final = "SELECT id, name, cpr FROM citizen ORDER BY id"
_OLD: Final = "old"


class _World:
    """A closed database; the same as a killed program leaves it; and what stands in both."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with open_office(folder, make_template(folder)) as bench:
            for number in range(60):
                bench.add_citizen(f"Borger {number}", f"{number:06}4444")
        self.path = folder / "office.db"
        SlotFiles().create(self.path, KEY)
        with closing(connect(self.path, KEY)) as writing:
            for number in (3, 4, 5):
                writing.execute("UPDATE citizen SET name = 'Ny Karlsen' WHERE id = ?", (number,))
            self.log = log_path(self.path).read_bytes()
            self.content = self.path.read_bytes()
            self.citizens = writing.execute(_CITIZENS).fetchall()
        self.closed = self.path.read_bytes()
        self.keys = keys_path(self.path).read_bytes()

    def lay_out(self, seed: int) -> tuple[Path, Path]:
        """Everything fresh; the database, and the file that is to be spoilt."""
        folder = self.folder / "trial"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        path = folder / "a.db"
        is_killed = seed % 3 == 1
        path.write_bytes(self.content if is_killed else self.closed)
        if is_killed:
            log_path(path).write_bytes(self.log)
        keys_path(path).write_bytes(self.keys)
        return path, (path, log_path(path), keys_path(path))[seed % 3]


def _fault_of(world: _World, seed: int) -> str:
    """What is wrong, or nothing."""
    random = Random(seed)  # noqa: S311 - a trial that can be made again
    path, spoilt = world.lay_out(seed)
    where = _spoil(spoilt, random)
    before = spoilt.read_bytes()
    try:
        if spoilt == keys_path(path):
            SlotFiles().generations(path)
            return f"{where} was not found"
        EncryptedFiles().look(path)
        database = EncryptedFiles().open(path, KEY)
    except DomainError:
        return "" if spoilt.read_bytes() == before else f"{where}: refused and changed"
    try:
        return _fault_when_open(world, database, where)
    finally:
        database.close()


def _fault_when_open(world: _World, database: Database, where: str) -> str:
    try:
        with database.read() as connection:
            read = [tuple(row) for row in connection.exec_driver_sql(_CITIZENS)]
        if read != world.citizens and not database.may_lack_the_last:
            return f"{where}: another value was shown"
    except DomainError:
        return ""
    try:
        is_found = bool(database.check_pages(to_the_end)) or database.may_lack_the_last
    except DomainError:
        is_found = True
    return "" if is_found else f"{where} was not found"


def _spoil(file: Path, random: Random) -> str:
    content = bytearray(file.read_bytes())
    place = random.randrange(len(content))
    if random.random() < 0.7:
        content[place] ^= 1 << random.randrange(8)
        what = "bit"
    else:
        length = random.randint(2, LONGEST_BURST)
        for each in range(place, min(place + length, len(content))):
            content[each] ^= random.randint(1, 255)
        what = f"burst of {length} bytes"
    file.write_bytes(content)
    return f"{what} at {place} of {file.name}"


def _run(seeds: range) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        world = _World(Path(folder))
        failures = [Failure(seed, fault) for seed in seeds if (fault := _fault_of(world, seed))]
    return Outcome(len(seeds), tuple(failures), "a third each in the file, its log and its keys")


FIGURE = Figure(
    "Random bit flips and bursts in database, log and keys",
    "1,000: all found, never a wrong value",
    short=range(60),
    whole=range(1000),
    run=_run,
)
