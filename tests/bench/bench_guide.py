"""The guide for whole portfolios from the database, the audit entry included; flat for each citizen.

A portfolio is a coordinator's: citizens at all points of the staircase with cases, meetings, plans,
agreements and consents. It is filled once for each size, straight into the tables.
"""

import tempfile
from pathlib import Path
from typing import Final

from koordinator.usecases.overview import Overview
from tests.bench.measuring import Row, medians
from tests.support import caseload
from tests.support.office import Bench, make_template, open_office

SIZES: Final = (500, 1_000, 2_000, 4_000)
GOAL_SIZE: Final = 2_000
ROUNDS: Final = 7


def measure() -> list[Row]:
    """Milliseconds for each size, and for one citizen of the largest against one of the smallest."""
    times = {size: _measured(size) for size in SIZES}
    rows = [
        Row(f"Guide for {size} citizens", "< 1000 ms" if size == GOAL_SIZE else "", None, spent, None)
        for size, spent in times.items()
    ]
    each = {size: spent / size for size, spent in times.items()}
    smallest, largest = each[SIZES[0]], each[SIZES[-1]]
    return [
        *rows,
        Row("Guide, one citizen of 4000 against one of 500", "<= 1.3 x", smallest, largest, largest / smallest),
    ]


def _measured(size: int) -> float:
    with tempfile.TemporaryDirectory() as name, open_office(Path(name), make_template(Path(name))) as bench:
        caseload.fill(bench, size)
        _count_rows(bench)
        actor, overview = bench.actor, Overview(bench.office)
        (spent,) = medians(ROUNDS, lambda: overview.open(actor, everybody=True))
        return spent


def _count_rows(bench: Bench) -> None:
    """As the program does when it has been at work for a while."""
    with bench.database.write() as connection:
        connection.exec_driver_sql("ANALYZE")


if __name__ == "__main__":
    for row in measure():
        print(row)  # noqa: T201
