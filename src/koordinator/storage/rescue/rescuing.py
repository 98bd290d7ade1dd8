"""Saves what can be saved from a damaged database into a new one beside it. The damaged files stay as they are."""

from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from koordinator.domain.database_file import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseExists,
    DatabaseMissing,
    DatabaseNewer,
)
from koordinator.domain.ids import SubjectId
from koordinator.domain.rescue import LogRun, NothingToRescue, Rescue, RescuedKind
from koordinator.storage.backup_making import side_file, tidy
from koordinator.storage.backup_restoring import give_name
from koordinator.storage.cipher import connect
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.dialect import VERSION_TABLE
from koordinator.storage.durable_file import explained, sync_file, sync_folder, write_new
from koordinator.storage.file_checks import has_log, refuse_rests
from koordinator.storage.key_slots import keys_path
from koordinator.storage.rescue.pages import WholePages
from koordinator.storage.rescue.salvage import Salvaged, TableFound, salvage
from koordinator.storage.rescue.shapes import shapes_of
from koordinator.storage.rescue.trees import Value
from koordinator.storage.rescue.writing import Written, write
from koordinator.storage.schema import HEAD
from koordinator.storage.settling import held, settle
from koordinator.usecases.ports_keys import DatabaseKey

if TYPE_CHECKING:
    from sqlite3 import Connection

_MOVED: Final = ("", "-wal", "-shm", "-journal", ".damaged")
_SUBJECT, _CITIZEN = "subject_id", "citizen_id"
_LOG: Final = "SELECT sequence, previous_seal, seal FROM audit_entry ORDER BY sequence"


def make_empty(path: Path, key: DatabaseKey) -> None:
    """A new database with no more in it than it begins with."""
    EncryptedFiles().create(path, key).close()


def rescue(
    damaged: Path, key: DatabaseKey, target: Path, make: Callable[[Path, DatabaseKey], None] = make_empty
) -> Rescue:
    """A new database at the target with everything that is on pages that are whole, and the same key slots.

    Raises DatabaseMissing, DatabaseExists (also for the target's key file), NothingToRescue and EnvironmentFaults; then
    nothing has been made.
    """
    if not damaged.exists():
        raise DatabaseMissing(str(damaged))
    for file in (target, keys_path(target)):
        if file.exists():
            raise DatabaseExists(str(file))
    refuse_rests(target)
    tidy(target.parent)
    with side_file(target, "part") as fresh:
        make(fresh, key)
        with _opened(damaged, key) as pages, closing(connect(fresh, key)) as connection:
            salvaged = salvage(pages, shapes_of(connection))
            _refuse_newer(damaged, salvaged)
            written = write(connection, salvaged.tables)
            outcome = _outcome(pages, salvaged, written, connection)
        settle(fresh, key)
        with explained(target):
            sync_file(fresh)
            slots = keys_path(damaged).read_bytes() if keys_path(damaged).exists() else None
        give_name(fresh, target, slots)
    return outcome


def take_place(damaged: Path, saved: Path, aside: Path) -> None:
    """Lets what was saved stand in the damaged database's place, which goes aside byte for byte as it is.

    In between, the place holds keys and no database, which nothing takes for a first start. Raises EnvironmentFaults;
    then the damaged one is where it was.
    """
    if has_log(saved):
        raise DatabaseBusy(str(saved))
    with explained(damaged), held(damaged), ExitStack() as undo:
        if keys_path(damaged).exists():
            write_new(keys_path(aside), keys_path(damaged).read_bytes())
            undo.callback(keys_path(aside).unlink, missing_ok=True)
        for ending in _MOVED:
            source, target = damaged.with_name(damaged.name + ending), aside.with_name(aside.name + ending)
            with suppress(FileNotFoundError):
                source.rename(target)
                undo.callback(target.rename, source)
        saved.rename(damaged)
        undo.pop_all()
        # It is done: whoever is told that it failed looks for the damaged one in its place.
        with suppress(OSError):
            keys_path(saved).unlink(missing_ok=True)
            sync_folder(damaged.parent)


def _opened(damaged: Path, key: DatabaseKey) -> WholePages:
    try:
        return WholePages(damaged, key)
    except DatabaseDamaged:
        raise NothingToRescue(str(damaged)) from None


def _refuse_newer(damaged: Path, salvaged: Salvaged) -> None:
    """The tables of a newer program are not ours to fill."""
    versions = [
        row.values[0] for table in salvaged.tables if table.shape.name == VERSION_TABLE for row in table.found.rows
    ]
    if versions and str(versions[0]) > HEAD:
        raise DatabaseNewer(str(damaged), str(versions[0]), HEAD)


def _outcome(pages: WholePages, salvaged: Salvaged, written: Written, connection: "Connection") -> Rescue:
    return Rescue(
        pages=pages.count,
        bad_pages=salvaged.bad_pages,
        kinds=tuple(_kind(table, written) for table in salvaged.tables if _is_of_people(table)),
        nameless_rows=salvaged.nameless_rows,
        touched=tuple(sorted(_touched(salvaged.tables, written))),
        log_runs=tuple(_runs(connection.execute(_LOG))),
        log_was_cut=pages.log.is_damaged or pages.log.is_cut,
    )


def _is_of_people(table: TableFound) -> bool:
    """What somebody wrote, and no means of the store."""
    return not table.shape.is_shadow and table.shape.name != VERSION_TABLE


def _kind(table: TableFound, written: Written) -> RescuedKind:
    name = table.shape.name
    return RescuedKind(
        kind=name,
        saved=written.saved[name],
        missing=len(table.missing),
        may_miss_more=table.may_miss_more,
        left_out=written.left_out[name],
        loosened=written.loosened[name],
    )


def _touched(tables: Iterable[TableFound], written: Written) -> set[SubjectId]:
    """Whom the missing and the left-out rows are about, as far as an index or the row itself says."""
    citizens = next(table for table in tables if table.shape.name == "citizen")
    subject_of = _subjects_of_citizens(citizens)
    subjects: set[Value] = set()
    for table in tables:
        subjects |= table.missing_values(_SUBJECT)
        subjects |= {subject_of.get(key) for key in table.missing_values(_CITIZEN)}
    for _, row in written.left_out_rows:
        subjects |= {row.get(_SUBJECT), subject_of.get(row.get(_CITIZEN))}
    return {SubjectId(key) for key in subjects if isinstance(key, int) and key > 0}


def _subjects_of_citizens(citizens: TableFound) -> dict[Value, Value]:
    place = citizens.shape.place(_SUBJECT) or 0
    known: dict[Value, Value] = {row.number: citizens.shape.values(row)[place] for row in citizens.found.rows}
    for index in citizens.shape.indexes:
        if place in index.places and index.name in citizens.indexes:
            for entry in citizens.indexes[index.name].rows:
                known.setdefault(entry.number, entry.values[index.places.index(place)])
    return known


def _runs(links: Iterable[tuple[int, str, str]]) -> list[LogRun]:
    runs: list[LogRun] = []
    last_seal = ""
    for number, previous, seal in links:
        if runs and runs[-1].last == number - 1 and previous == last_seal:
            runs[-1] = LogRun(runs[-1].first, number)
        else:
            runs.append(LogRun(number, number))
        last_seal = seal
    return runs
