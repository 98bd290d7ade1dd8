"""Goal 5: half-year counts per employee and team over 1,000,000 meetings, against the same numbers by hand.

The floor asks the same file for the list per employee and the list per team by a statement each, names joined, by
sqlcipher3 alone. Ours is what the program does: cells in one read, from them both reports with totals, then names. The
page is all that Ledelsestilsyn shows, the comparison with the half-year before and trin 3 today included, as a use
case with permission and audit entry.
"""

import os
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from koordinator.domain.access import Actor
from koordinator.domain.periods import DayRange
from koordinator.domain.supervision import CountName, GroupBy, SupervisionScope, fold
from koordinator.storage.cipher import connect
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.office import SqlTransaction
from koordinator.usecases.supervision import Supervision, named
from tests.bench.generate import HALF_YEAR, generate
from tests.bench.measuring import Row, medians
from tests.support.office import KEY, Bench

if TYPE_CHECKING:
    from sqlite3 import Connection

ROUNDS: Final = 25
MEETINGS: Final = (CountName.MEETINGS_HELD, CountName.MEETINGS_WITHOUT_CITIZEN)
DAYS: Final = DayRange(*HALF_YEAR)
_BY_HAND: Final = """
SELECT {table}.name, counted.held, counted.without
FROM (
    SELECT {key}, sum(citizen_took_part) AS held, count(*) - sum(citizen_took_part) AS without
    FROM meeting INDEXED BY ix_meeting_counted
    WHERE status = 'held' AND kind = 'coordination' AND step >= 2 AND starts_on BETWEEN ? AND ?
    GROUP BY {key}
) AS counted
LEFT JOIN {table} ON {table}.id = counted.{key}
"""
BY_HAND: Final = tuple(
    _BY_HAND.format(table=table, key=key) for table, key in (("employee", "coordinator_id"), ("team", "team_id"))
)
"""Led to the index that ours finds by itself."""
FOLDER: Final = "KOORDINATOR_BENCH_FOLDER"
"""Names a folder where the generated file is kept between runs."""


def measure() -> list[Row]:
    """The counts, and the page, in milliseconds."""
    with tempfile.TemporaryDirectory() as fresh:
        path = generate(Path(os.environ.get(FOLDER, fresh)))
        database = EncryptedFiles().open(path, KEY)
        bench = Bench(database)
        try:
            with closing(connect(path, KEY)) as connection:
                floor, ours = medians(ROUNDS, lambda: counted_by_hand(connection), lambda: counted(bench))
            (page,) = medians(ROUNDS, lambda: page_of(bench, bench.actor))
        finally:
            database.close()
    return [
        Row(
            "half-year counts per employee and team, 1,000,000 meetings",
            "<= 10 ms, <= 1.2 x",
            floor,
            ours,
            ours / floor,
        ),
        Row("the whole of Ledelsestilsyn, 10,000 courses, the look logged", "<= 50 ms", None, page, None),
    ]


def counted(bench: Bench) -> None:
    """Per employee and per team, by name."""
    with bench.database.read() as connection:
        transaction = SqlTransaction(connection, bench.clock)
        cells = transaction.supervision.cells(DAYS, MEETINGS)
        for by in (GroupBy.EMPLOYEE, GroupBy.TEAM):
            named(transaction, fold(cells, SupervisionScope(DAYS, by), transaction.now, names=MEETINGS))


def counted_by_hand(connection: "Connection") -> None:
    """The same two lists."""
    connection.execute("BEGIN")
    for statement in BY_HAND:
        connection.execute(statement, (DAYS.first_on.isoformat(), DAYS.last_on.isoformat())).fetchall()
    connection.execute("COMMIT")


def page_of(bench: Bench, actor: Actor) -> None:
    """What the page shows first: everybody, by team."""
    Supervision(bench.office).overview(actor, SupervisionScope(DAYS, GroupBy.TEAM))
