"""What encryption and the log cost together: the day's work on both, against plain SQLite without a log.

The same use cases, the same driver, the same settings of the connection; the plain file is made from the encrypted
one, and its office writes no audit entry. 300 citizens are in the register beside the one who is worked with.

A look alone is a commit more with a log, which a disk needs a millisecond or two for: that is what it costs, and what
the rows of looks show. What the person waits for is the look with its page, in the real window.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from typing_extensions import override

from koordinator.bootstrap import container, equipment
from koordinator.bootstrap.window import build_window, make_tasks, ui_resources
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
from koordinator.ui.look import dress
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.search import Searching
from koordinator.usecases.unlock import Opened
from tests.bench.measuring import Row, medians
from tests.support.lists import import_file, write_long_list
from tests.support.meeting_world import MeetingWorld, make_world
from tests.support.office import KEY, Bench, make_template
from tests.support.patience import turn
from tests.ui.parts import Memory

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

    def __init__(self, world: MeetingWorld, app: QApplication) -> None:
        self._world, self._actor, self._numbers = world, world.actor, count(1)
        bench = world.bench
        self._citizens, self._search = Citizens(bench.office), Searching(bench.office)
        self.tasks = make_tasks(app, bench.clock)
        self._shown = build_window(Opened(bench.database.path, bench.database, KEY), self.tasks, Memory())
        self._shown.window.resize(1366, 768)
        self._shown.window.show()
        self._rest()

    def see_citizen(self) -> None:
        """Looked up and gone to from the first page, until the page stands on the screen."""
        self._shown.window.navigate("overview")
        self._search.settle(self._actor, "Lone B")
        self._shown.window.navigate("citizen", self._world.lone.id)
        self._rest()

    def _rest(self) -> None:
        turn()
        while not self.tasks.is_idle:
            turn()

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
        for journey in (self.see_citizen, self.save_agreement, self.search, self.hold_meeting, self.make_plan):
            journey()


def measure() -> list[Row]:
    """Each journey on the plain database and on the real one, in turns, and all of them."""
    journeys = {
        "a look at a citizen": _Day.open_citizen,
        "a search": _Day.search,
        "find a citizen and see the page": _Day.see_citizen,
        "save an agreement": _Day.save_agreement,
        "hold and close a meeting": _Day.hold_meeting,
        "make and approve a plan": _Day.make_plan,
        WHOLE: _Day.whole,
    }
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress(app, ui_resources())
    with tempfile.TemporaryDirectory() as name, _days(Path(name), app) as (real, plain):
        return [
            _row(what, *medians(ROUNDS, partial(journey, plain), partial(journey, real)))
            for what, journey in journeys.items()
        ]


@contextmanager
def _days(folder: Path, app: QApplication) -> Iterator[tuple[_Day, _Day]]:
    """On the encrypted database with the log, and on a plain one without, each with the same people."""
    template = make_template(folder)
    with closing(EncryptedFiles().open(template, KEY)) as encrypted:
        with encrypted.plain() as connection:
            connection.execute(f"ATTACH DATABASE '{folder / PLAIN}' AS plain KEY ''")
            connection.execute("SELECT sqlcipher_export('plain')")
            connection.execute("DETACH DATABASE plain")
        real = _Day(_world(Bench(encrypted), folder), app)
        # Its use cases are there from now on, whatever is put in the modules' places.
        real.see_citizen()
        for module, name, other in (
            (cipher, "open_keyed", _open_either),
            (engine, "open_keyed", _open_either),
            (container, "SqlOffice", _WithoutLog),
            (equipment, "SqlOffice", _WithoutLog),
        ):
            setattr(module, name, other)
        with closing(Database(folder / PLAIN, KEY)) as bare:
            bench = Bench(bare)
            bench.office = _WithoutLog(bare, b"", bench.clock, bench.changes.append)
            plain = _Day(_world(bench, folder), app)
            yield real, plain
            plain.tasks.shut_down()
        real.tasks.shut_down()


def _open_either(path: Path, key: DatabaseKey, **rest: Any) -> "Connection":  # noqa: ANN401 - handed on
    if path.name != PLAIN:
        return open_keyed(path, key, **rest)
    connection: Connection = DRIVER.connect(path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    return connection


def _world(bench: Bench, folder: Path) -> MeetingWorld:
    world = make_world(bench)
    import_file(bench, write_long_list(folder / "list.csv", CITIZENS))
    return world


def _row(what: str, floor: float, ours: float) -> Row:
    goal = "<= 1.3 x" if what == WHOLE else ""
    return Row(f"Encrypted with a log, against plain without: {what}", goal, floor, ours, ours / floor)
