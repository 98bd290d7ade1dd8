"""Everything that a database holds, to be compared before and after."""

from sqlalchemy import select

from koordinator.storage.columns import metadata
from koordinator.storage.tables.log import AUDIT_ENTRY
from tests.support.office import Bench


def everything_stored(bench: Bench) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables but the log."""
    with bench.database.read() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
            if table is not AUDIT_ENTRY
        }
