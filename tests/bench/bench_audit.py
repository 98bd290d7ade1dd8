"""The check of a log of 100,000 entries, against the bare seals of as many texts; and one entry more."""

import hmac
import tempfile
from pathlib import Path
from typing import Final

from koordinator.bootstrap.retention_periods import standard_periods
from koordinator.domain.access import Action
from koordinator.domain.ids import EmployeeId
from koordinator.domain.log_filter import LogFilter
from koordinator.storage import audit_verify
from koordinator.storage.audit_key import audit_key
from koordinator.usecases.log_book import LogBook
from tests.bench.measuring import Row, medians
from tests.support.long_log import lengthen
from tests.support.office import Bench, make_template, open_office

ENTRIES: Final = 100_000
TIMES: Final = 3
MORE: Final = 200
PAGES: Final = 20


def measure() -> list[Row]:
    """The whole chain, and how long an action takes that does nothing but leave its entry."""
    with tempfile.TemporaryDirectory() as name, open_office(Path(name), make_template(Path(name))) as bench:
        _leave(bench)
        (one,) = medians(MORE, lambda: _leave(bench))
        lengthen(bench, ENTRIES)
        key, text = audit_key(bench.database), b"x" * 230

        def whole() -> None:
            with bench.database.read() as connection:
                assert audit_verify.check(connection, key).faults == ()

        def bare() -> None:
            for _ in range(ENTRIES):
                hmac.digest(key, text, "sha256")

        floor, ours = medians(TIMES, bare, whole)
        (after,) = medians(MORE, lambda: _leave(bench))
        book = LogBook(bench.office, standard_periods)
        (page,) = medians(PAGES, lambda: book.page(bench.actor, LogFilter(), before=ENTRIES // 2))
        (nothing,) = medians(TIMES, lambda: book.page(bench.actor, LogFilter(employee_id=EmployeeId(ENTRIES))))
    return [
        Row(f"Check of a log of {ENTRIES:,}", "<= 1000 ms", floor, ours, ours / floor),
        Row("... an entry more, against a short log", "<= 1.5 x", one, after, after / one),
        Row("... a page out of its middle", "<= 20 ms", None, page, None),
        Row("... by somebody who did nothing", "<= 300 ms", None, nothing, None),
    ]


def _leave(bench: Bench) -> None:
    with bench.office.act(bench.actor, Action.OPEN_SETTINGS):
        pass


if __name__ == "__main__":
    for row in measure():
        print(row)  # noqa: T201
