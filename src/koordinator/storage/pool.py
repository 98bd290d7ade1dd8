"""SQLAlchemy's engine over encrypted connections. It never begins a transaction that we did not ask for."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, Engine, ExceptionContext, QueuePool, create_engine, event

from koordinator.storage.cipher import DRIVER, connect, fault_of
from koordinator.storage.dialect import BEGIN_READ, FOREIGN_KEYS_OFF
from koordinator.usecases.ports_keys import DatabaseKey

if TYPE_CHECKING:
    import sqlite3

BEGIN: Final = "begin_statement"
"""The execution option that says how a transaction begins."""

_CONNECTIONS_KEPT: Final = 4
_CONNECTIONS_MORE: Final = 20
"""Eight threads draw at once, and each asks for the letterhead while it reads: none may wait for those that wait."""


def make_engine(path: Path, key: DatabaseKey, wait_seconds: float, *, foreign_keys: bool = True) -> Engine:
    """The engine of one database file. Driver errors that are the environment's come out as EnvironmentFault.

    Without foreign keys a table can be put in another's place: for migrations alone.
    """

    def connected() -> "sqlite3.Connection":
        connection = connect(path, key, wait_seconds=wait_seconds)
        if not foreign_keys:
            connection.execute(FOREIGN_KEYS_OFF)
        return connection

    engine = create_engine(
        "sqlite://",
        module=DRIVER,
        creator=connected,
        poolclass=QueuePool,
        pool_size=_CONNECTIONS_KEPT,
        max_overflow=_CONNECTIONS_MORE,
        # Each connection deciphers anew what another has changed since: the one that wrote last knows it all.
        pool_use_lifo=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(BEGIN, BEGIN_READ))

    @event.listens_for(engine, "handle_error")
    def explain(context: ExceptionContext) -> None:
        fault = fault_of(context.original_exception, path)
        if fault is not None:
            raise fault from context.original_exception

    return engine
