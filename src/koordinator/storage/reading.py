"""Reading and writing rows past SQLAlchemy, on the connection and in the transaction it holds.

A page takes some thirty reads and a save half a dozen statements, and for each of them SQLAlchemy takes longer to
prepare than SQLite takes to find or to write the rows.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from sqlalchemy import Connection

from koordinator.storage.cipher import DRIVER

Row: TypeAlias = tuple[Any, ...]
Values: TypeAlias = Mapping[str, object] | tuple[object, ...]


def run(connection: Connection, statement: str, values: Values) -> Any:  # noqa: ANN401 - a cursor
    """Runs a statement with values in order (`?`) or named (`:name`); gives its cursor. Raises an EnvironmentFault."""
    driver: Any = connection.connection.driver_connection
    try:
        return driver.execute(statement, values)
    except DRIVER.Error:
        # Asked again through SQLAlchemy, whose engine knows how to say what is wrong.
        return connection.exec_driver_sql(statement, values if isinstance(values, tuple) else dict(values))


class Reader:
    """Runs selects with named values (`:name`) inside the connection's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __call__(self, statement: str, values: Mapping[str, object]) -> list[Row]:
        """All rows. Raises an EnvironmentFault."""
        found: list[Row] = run(self._connection, statement, values).fetchall()
        return found
