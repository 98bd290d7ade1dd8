"""What encryption and the log cost together: the day's work on both, against plain SQLite without a log.

The same use cases, the same driver, the same settings of the connection; the plain file is made from the encrypted
one, and its office writes no audit entry. 300 citizens are in the register beside the one who is worked with.
"""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from typing_extensions import override

from koordinator.domain.access import Action, Actor
from koordinator.domain.agreement_rules import Promise
from koordinator.domain.draft import DraftPlace
from koordinator.domain.meeting import NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.storage import cipher, engine
from koordinator.storage.cipher import DRIVER, WAIT_SECONDS, open_keyed
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.engine import Database
from koordinator.storage.office import SqlOffice, SqlTransaction
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.search import Searching
from tests.bench.measuring import Row, medians
from tests.support.lists import import_file, write_long_list
from tests.support.meeting_world import MeetingWorld, make_world
from tests.support.office import KEY, Bench, make_template

if TYPE_CHECKING:
    from sqlite3 import Connection

ROUNDS: Final = 40
CITIZENS: Final = 300
NOTES: Final = 5
WHOLE: Final = "all of it"
PLAIN: Final = "plain.db"


class _WithoutLog(SqlOffice):
    @override
    def _log(self, transaction: SqlTransaction, actor: Actor, action: Action) -> None:
        """Nothing."""


class _Day:
    """A caseworker's journeys over one database, each as often as it is called."""

    def __init__(self, world: MeetingWorld) -> None:
        self._world, self._actor, self._numbers = world, world.actor, count(1)
        self._citizens, self._search = Citizens(world.bench.office), Searching(world.bench.office)

    def open_citizen(self) -> None:
        self._citizens.open(self._actor, self._world.lone.id)

    def save_agreement(self) -> None:
        self._world.promises.promise(self._actor, self._world.subject_id, Promise(f"Aftale {next(self._numbers)}"))

    def search(self) -> None:
        for typed in ("Lo", "Lone", "Lone B"):
            self._search.hits(self._actor, typed)
        self._search.settle(self._actor, "Lone B")

    def hold_meeting(self) -> None:
        """Planned, opened, written in with drafts of what is typed, and closed."""
        world, actor = self._world, self._actor
        meeting_id = world.running().meeting.id
        place = DraftPlace("meeting", meeting_id, "note")
        for number in range(NOTES):
            world.drafts.keep(actor, place, f"Jeg vil gerne sove {number}")
            world.room_plan.note(actor, meeting_id, NoteDraft(NoteKind.SAID, f"Jeg vil gerne sove {number}"))
        world.room_plan.promise(actor, meeting_id, Promise("Kim taler med skolen"))
        world.closing.summarise(actor, meeting_id, "Kim taler med skolen.", read_aloud=True)
        world.closing.close(actor, meeting_id)

    def make_plan(self) -> None:
        world, actor = self._world, self._actor
        plan = world.plans.begin(actor, world.subject_id).plan
        assert plan is not None
        written = world.plans.write(actor, plan, "own_words", f"Ro om morgenen {next(self._numbers)}").plan
        assert written is not None
        world.plans.approve(actor, written)

    def whole(self) -> None:
        """One after the other."""
        for journey in (self.open_citizen, self.save_agreement, self.search, self.hold_meeting, self.make_plan):
            journey()


def measure() -> list[Row]:
    """Each journey on the plain database and on the real one, in turns, and all of them."""
    journeys = {
        "open a citizen": _Day.open_citizen,
        "save an agreement": _Day.save_agreement,
        "search": _Day.search,
        "hold and close a meeting": _Day.hold_meeting,
        "make and approve a plan": _Day.make_plan,
        WHOLE: _Day.whole,
    }
    with tempfile.TemporaryDirectory() as name, _days(Path(name)) as (real, plain):
        return [
            _row(what, *medians(ROUNDS, partial(journey, plain), partial(journey, real)))
            for what, journey in journeys.items()
        ]


@contextmanager
def _days(folder: Path) -> Iterator[tuple[_Day, _Day]]:
    """On the encrypted database with the log, and on a plain one without, each with the same people."""
    template = make_template(folder)
    with closing(EncryptedFiles().open(template, KEY)) as real:
        with real.plain() as connection:
            connection.execute(f"ATTACH DATABASE '{folder / PLAIN}' AS plain KEY ''")
            connection.execute("SELECT sqlcipher_export('plain')")
            connection.execute("DETACH DATABASE plain")
        for module in (cipher, engine):
            setattr(module, "open_keyed", _open_either)  # noqa: B010 - each has taken it over under its name
        with closing(Database(folder / PLAIN, KEY)) as plain:
            yield _Day(_world(Bench(real), folder)), _Day(_world(_without_log(plain), folder))


def _open_either(path: Path, key: DatabaseKey, **rest: Any) -> "Connection":  # noqa: ANN401 - handed on
    if path.name != PLAIN:
        return open_keyed(path, key, **rest)
    connection: Connection = DRIVER.connect(path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    return connection


def _without_log(database: Database) -> Bench:
    bench = Bench(database)
    bench.office = _WithoutLog(database, b"", bench.clock, bench.changes.append)
    return bench


def _world(bench: Bench, folder: Path) -> MeetingWorld:
    world = make_world(bench)
    import_file(bench, write_long_list(folder / "list.csv", CITIZENS))
    return world


def _row(what: str, floor: float, ours: float) -> Row:
    goal = "<= 1.3 x" if what == WHOLE else ""
    return Row(f"Encrypted with a log, against plain without: {what}", goal, floor, ours, ours / floor)
