"""Reading rows past SQLAlchemy, on the connection and in the transaction it holds.

A page takes some thirty reads, and for each of them SQLAlchemy's result takes longer to prepare than
SQLite takes to find the rows.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from sqlalchemy import Connection

from koordinator.storage.cipher import DRIVER

Row: TypeAlias = tuple[Any, ...]


class Reader:
    """Runs selects with named values (`:name`) inside the connection's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._driver: Any = connection.connection.driver_connection

    def __call__(self, statement: str, values: Mapping[str, object]) -> list[Row]:
        """All rows. Raises an EnvironmentFault."""
        try:
            found: list[Row] = self._driver.execute(statement, values).fetchall()
        except DRIVER.Error:
            # Asked again through SQLAlchemy, whose engine knows how to say what is wrong.
            return [tuple(row) for row in self._connection.exec_driver_sql(statement, dict(values))]
        return found
