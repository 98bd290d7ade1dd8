"""The one place where the store imports what takes long to import, when it is first needed.

The window is painted from a plain connection before SQLAlchemy is there; most starts need no key derivation, and
almost none a migration.
"""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from koordinator.storage.key_record import SealCost, Sealed
from koordinator.usecases.ports_keys import DatabaseKey

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from koordinator.domain.access import Actor
    from koordinator.domain.belonging import Belongings
    from koordinator.domain.ids import SubjectId
    from koordinator.storage.erasing import Eraser
    from koordinator.storage.queries.guide_facts import Select
    from koordinator.storage.queries.log_lines import LogLineQueries
    from koordinator.storage.queries.model_trial import ModelTrialQueries
    from koordinator.storage.queries.sight import SightQueries
    from koordinator.storage.queries.supervision import SupervisionQueries
    from koordinator.storage.whole_checks import GoOn, Pages
    from koordinator.usecases.ports import Transaction


def seal(key: bytes, secret: bytes, bound_to: bytes, cost: SealCost) -> Sealed:
    """See `slot_sealing.seal`."""
    from koordinator.storage import slot_sealing  # noqa: PLC0415

    return slot_sealing.seal(key, secret, bound_to, cost)


def unseal(sealed: Sealed, secret: bytes, bound_to: bytes) -> bytes | None:
    """See `slot_sealing.unseal`."""
    from koordinator.storage import slot_sealing  # noqa: PLC0415

    return slot_sealing.unseal(sealed, secret, bound_to)


def check_closed(path: Path, key: DatabaseKey) -> bool:
    """See `whole_checks.check_closed`; for a file that was not closed, or was found damaged."""
    from koordinator.storage import whole_checks  # noqa: PLC0415

    return whole_checks.check_closed(path, key)


def check_beyond(path: Path, key: DatabaseKey, pages: int) -> None:
    """See `whole_checks.check_beyond`; for a file that is longer than its database."""
    from koordinator.storage import whole_checks  # noqa: PLC0415

    whole_checks.check_beyond(path, key, pages)


def settle(path: Path, key: DatabaseKey) -> None:
    """See `settling.settle`; for a database that was just made."""
    from koordinator.storage import settling  # noqa: PLC0415

    settling.settle(path, key)


def put_back(path: Path, kept: Path) -> None:
    """See `backup_restoring.put_back`; for a restore that was stopped on its way."""
    from koordinator.storage import backup_restoring  # noqa: PLC0415

    backup_restoring.put_back(path, kept)


def pages_of(path: Path, key: DatabaseKey) -> "Pages":
    """See `whole_checks.Pages`."""
    from koordinator.storage import whole_checks  # noqa: PLC0415

    return whole_checks.Pages(path, key)


def structure_faults(path: Path, key: DatabaseKey, go_on: "GoOn") -> tuple[str, ...]:
    """See `whole_checks.structure_faults`."""
    from koordinator.storage import whole_checks  # noqa: PLC0415

    return whole_checks.structure_faults(path, key, go_on)


def macos_mount_table() -> str:
    """What `mount` prints on macOS. Raises OSError."""
    import subprocess  # noqa: PLC0415

    try:
        told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=True, timeout=5)
    except subprocess.SubprocessError as error:
        raise OSError(str(error)) from error
    return told.stdout


def make_engine(path: Path, key: DatabaseKey, wait_seconds: float) -> "Engine":
    """See `pool.make_engine`."""
    from koordinator.storage import pool  # noqa: PLC0415

    return pool.make_engine(path, key, wait_seconds)


def rekey(path: Path, keys: tuple[DatabaseKey, DatabaseKey], agree: Callable[[], None], wait_seconds: float) -> None:
    """See `rekeying.rekey`."""
    from koordinator.storage import rekeying  # noqa: PLC0415

    rekeying.rekey(path, keys, agree, wait_seconds)


def back_up_before_upgrade(path: Path, key: DatabaseKey, at: datetime, wait_seconds: float) -> None:
    """See `backup_making.back_up_before_upgrade`."""
    from koordinator.storage import backup_making  # noqa: PLC0415

    backup_making.back_up_before_upgrade(path, key, at, wait_seconds)


def migrate(path: Path, key: DatabaseKey, location: str) -> None:
    """See `migrating.migrate`."""
    from koordinator.storage import migrating  # noqa: PLC0415

    migrating.migrate(path, key, location)


def supervision(select: "Select", today: date, belongings: Callable[[], "Belongings"]) -> "SupervisionQueries":
    """See `SupervisionQueries`; few look at the counts every day."""
    from koordinator.storage.queries.supervision import SupervisionQueries  # noqa: PLC0415

    return SupervisionQueries(select, today, belongings)


def log_lines(connection: "Connection", written: set[str]) -> "LogLineQueries":
    """See `LogLineQueries`; few look at the log every day."""
    from koordinator.storage.queries.log_lines import LogLineQueries  # noqa: PLC0415

    return LogLineQueries(connection, written)


def old_assessments(select: "Select") -> "ModelTrialQueries":
    """See `ModelTrialQueries`; for whoever changes the model."""
    from koordinator.storage.queries.model_trial import ModelTrialQueries  # noqa: PLC0415

    return ModelTrialQueries(select)


def sight(select: "Select", today: date, now: datetime) -> "SightQueries":
    """See `SightQueries`; the owner of a database of one's own sees everybody."""
    from koordinator.storage.queries.sight import SightQueries  # noqa: PLC0415

    return SightQueries(select, today, now)


def tell_of_who_stays(tx: "Transaction", actor: "Actor", subject_id: "SubjectId") -> None:
    """See `taking.tell_of_who_stays`; few stay with a citizen whom they opened for a special need."""
    from koordinator.usecases import taking  # noqa: PLC0415

    taking.tell_of_who_stays(tx, actor, subject_id)


def eraser(connection: "Connection", today: date, written: set[str]) -> "Eraser":
    """See `Eraser`; few days have a deletion."""
    from koordinator.storage.erasing import Eraser  # noqa: PLC0415

    return Eraser(connection, today, written)
