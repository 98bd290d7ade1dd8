"""A citizen about whom something is planted in every table, and the use cases that delete them."""

from contextlib import closing
from pathlib import Path

from koordinator.bootstrap.retention_periods import standard_periods
from koordinator.domain.citizen import Citizen
from koordinator.domain.deletion import Deletion
from koordinator.domain.ids import SubjectId
from koordinator.domain.retention import UnusablePeriods
from koordinator.integrations.toml_files import TomlFilesOnDisk
from koordinator.storage.cipher import open_keyed
from koordinator.storage.deletion_list import DeletionListFile
from koordinator.storage.tables.search import ENTRIES, parts_of
from koordinator.usecases.deletion import Deletions
from koordinator.usecases.retention import Retention
from tests.support.deciphered import deciphered
from tests.support.office import KEY, Bench
from tests.support.planted import CPR, NAME, plant


def planted_citizen(bench: Bench) -> SubjectId:
    """Somebody about whom something is planted in every table, and whose time is up."""
    citizen = bench.add_citizen(NAME, CPR)
    with bench.office.aside() as tx:
        plant(tx.connection, citizen.id, citizen.subject_id)
        tx.connection.exec_driver_sql("UPDATE hold SET lifted_at = set_at")
        tx.connection.exec_driver_sql("UPDATE course SET until_on = from_on, end_reason = 'goals_reached'")
    return citizen.subject_id


def deletions_of(bench: Bench) -> Deletions:
    """The use cases of deletion, with the list beside the bench's database."""
    return Deletions(bench.office, DeletionListFile(bench.database.path), bench.database, standard_periods)


def retention_of(bench: Bench) -> Retention:
    """The use cases of retention, with the periods that come with the program."""
    return Retention(bench.office, standard_periods, TomlFilesOnDisk(UnusablePeriods))


def readable(bench: Bench, folder: Path) -> bytes:
    """Everything that can be read: the database deciphered, whole pages with their free space, and what lies beside."""
    plain = folder / "plain.db"
    with closing(open_keyed(bench.database.path, KEY)) as connection:
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
        connection.execute("PRAGMA plain.synchronous = OFF")
        connection.execute("BEGIN")
        connection.execute("SELECT sqlcipher_export('plain')")
        connection.execute("COMMIT")
    content = plain.read_bytes()
    plain.unlink()
    beside = b"".join(file.read_bytes() for file in sorted(bench.database.path.parent.iterdir()) if file.is_file())
    return content + deciphered(bench.database.path, KEY) + beside


def index_parts(bench: Bench) -> set[str]:
    """Every part of a text that can be searched for: too short to be told from others in the bytes of the file."""
    parts: set[str] = set()
    with closing(open_keyed(bench.database.path, KEY)) as connection:
        for kind in ENTRIES:
            words = f"{kind}_words"
            connection.execute(f"CREATE VIRTUAL TABLE temp.{words} USING fts5vocab(main, {parts_of(kind)}, row)")
            parts |= {row[0] for row in connection.execute(f"SELECT term FROM temp.{words}")}  # noqa: S608
    return parts


def is_here(bench: Bench, subject_id: SubjectId) -> bool:
    """Whether the citizen is in the database."""
    with bench.office.aside() as tx:
        return tx.of(Citizen).find(subject_id=subject_id) is not None


def proofs(bench: Bench) -> tuple[Deletion, ...]:
    """Everything that was noted as deleted."""
    with bench.office.aside() as tx:
        return tx.of(Deletion).where()
