"""A real encrypted database for the tests of use cases.

`open_office(folder)` makes one with the four departments, the standard model and an owner who holds all roles
and authority, at noon on 21 November 2026. `bench.office` is what the use cases get, `bench.actor` the owner,
`bench.clock` can be set to another day, `bench.changes` are the tables that each transaction wrote to.
The fixture `bench` in tests/conftest.py gives a fresh one, copied from a template made once a run.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from koordinator.bootstrap.container import founding_data
from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.access import Actor, Channel
from koordinator.domain.audit import AuditEntry
from koordinator.domain.citizen import Citizen, Subject, SubjectKind
from koordinator.domain.ids import CitizenId, SubjectId
from koordinator.storage import audit_log, audit_verify
from koordinator.storage.audit_key import audit_key
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.office import SqlOffice
from koordinator.usecases.founding import Founding
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.who_acts import WhoActs

KEY = DatabaseKey(bytes(range(32)))
TODAY = date(2026, 11, 21)
DENMARK = ZoneInfo("Europe/Copenhagen")
_CODES = re.compile("[a-z0-9_=.:+ -]*")


@dataclass
class SetClock:
    """A clock that stands where the test puts it."""

    moment: datetime = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.astimezone(DENMARK).date()

    def pass_days(self, days: int) -> None:
        self.moment += timedelta(days=days)


@dataclass
class Bench:
    """An open office with everything a test looks at."""

    database: Database
    clock: SetClock = field(default_factory=SetClock)
    changes: list[frozenset[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.office = SqlOffice(self.database, audit_key(self.database), self.clock, self.changes.append)

    @property
    def actor(self) -> Actor:
        return WhoActs(self.office, Channel.WINDOW).owner()

    def log(self) -> list[AuditEntry]:
        """All audit entries. On the way the chain is checked, and that they hold ids and codes: no name, no text."""
        key = audit_key(self.database)
        with self.database.read() as connection:
            assert audit_verify.check(connection, key).faults == ()
            entries = list(audit_log.entries(connection))
        assert [entry for entry in entries if not _CODES.fullmatch(f"{entry.kind} {entry.codes}")] == []
        return entries

    def add_citizen(self, name: str = "Lone Bæk", cpr: str = "1203784444", born_on: date | None = None) -> Citizen:
        """A citizen with nothing registered yet."""
        with self.office.aside() as tx:
            subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.CITIZEN))
            citizen = Citizen(CitizenId(0), tx.new_uid(), subject.id, cpr, name, born_on=born_on)
            return tx.of(Citizen).add(citizen)


def make_template(folder: Path, clock: SetClock | None = None) -> Path:
    """A founded database, to be copied: founding takes longer than copying."""
    path = folder / "template.db"
    database = EncryptedFiles().create(path, KEY)
    Founding(Bench(database, clock or SetClock()).office, partial(founding_data, resources_dir())).ensure()
    database.close()
    return path


@contextmanager
def open_office(folder: Path, template: Path) -> Iterator[Bench]:
    """A bench on a fresh copy of the template."""
    path = folder / "office.db"
    shutil.copyfile(template, path)
    database = EncryptedFiles().open(path, KEY)
    try:
        yield Bench(database)
    finally:
        database.close()
