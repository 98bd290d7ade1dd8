"""Saving one agreement, against one committed row in the same kind of encrypted database (WAL, synchronous=FULL)."""

import tempfile
from itertools import count
from pathlib import Path

from koordinator.domain.agreement_rules import Promise
from koordinator.storage.cipher import open_keyed
from koordinator.usecases.promises import Promises
from tests.bench.measuring import Row, medians
from tests.support.office import KEY, make_template, open_office

ROUNDS = 300


def measure() -> list[Row]:
    """The use case with its permission check and audit entry, and the bare commit."""
    with tempfile.TemporaryDirectory() as name, open_office(Path(name), make_template(Path(name))) as bench:
        citizen, actor, numbers = bench.add_citizen(), bench.actor, count()
        promises = Promises(bench.office)
        raw = open_keyed(Path(name) / "raw.db", KEY, mode="rwc")
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("CREATE TABLE agreement (id INTEGER PRIMARY KEY, what TEXT) STRICT")

        def commit() -> None:
            raw.execute("BEGIN IMMEDIATE")
            raw.execute("INSERT INTO agreement (what) VALUES (?)", (f"Aftale {next(numbers)}",))
            raw.execute("COMMIT")

        def save() -> None:
            promises.promise(actor, citizen.subject_id, Promise(f"Aftale {next(numbers)}"))

        floor, ours = medians(ROUNDS, commit, save)
        raw.close()
    return [Row("Save one agreement, audit entry included", "<= 3 x", floor, ours, ours / floor)]
