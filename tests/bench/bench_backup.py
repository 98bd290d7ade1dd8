"""Saving while a backup of a large database is made, against saving while none is; and how long the backup takes."""

import tempfile
import threading
import time
from itertools import count
from pathlib import Path
from statistics import median

from koordinator.domain.agreement_rules import Promise
from koordinator.usecases.promises import Promises
from tests.bench.measuring import Row
from tests.storage.backups import backup_of
from tests.support.office import KEY, make_template, open_office

ROUNDS = 200
PAPERS_MB = 100


def measure() -> list[Row]:
    """Milliseconds: the middle and the longest of the saves, and the whole backup with its checks."""
    with tempfile.TemporaryDirectory() as name, open_office(Path(name), make_template(Path(name))) as bench:
        citizen, actor, numbers = bench.add_citizen(), bench.actor, count()
        promises = Promises(bench.office)
        with bench.database.write() as connection:
            connection.exec_driver_sql("CREATE TABLE filling (content BLOB)")
            for _ in range(PAPERS_MB):
                connection.exec_driver_sql("INSERT INTO filling VALUES (randomblob(1000000))")

        def save() -> float:
            began = time.perf_counter()
            promises.promise(actor, citizen.subject_id, Promise(f"Aftale {next(numbers)}"))
            return (time.perf_counter() - began) * 1_000

        alone = [save() for _ in range(ROUNDS)]
        took: list[float] = []

        def back_up() -> None:
            began = time.perf_counter()
            backup_of(bench.database.path, KEY, Path(name) / "b")
            took.append((time.perf_counter() - began) * 1_000)

        worker = threading.Thread(target=back_up)
        worker.start()
        beside = []
        while worker.is_alive():
            beside.append(save())
        worker.join()
    return [
        Row(
            "Save one agreement beside a backup of 100 MB",
            "<= 3 x",
            median(alone),
            median(beside),
            median(beside) / median(alone),
        ),
        Row("The longest of them", "<= 100 ms", max(alone), max(beside), None),
        Row("The backup itself, checked and read back", "", None, took[0], None),
    ]
