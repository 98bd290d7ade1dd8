"""Goal 4: from a key press to the hits painted, among 100,000 citizens, with as many cases and 20,000 agreements.

Typed are beginnings, middles and ends of names, with and without Danish letters, numbers, and words that find
nothing, letter by letter as a person does. Numbers are the 95th percentile of all key presses.
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QLibraryInfo, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection

from koordinator.domain.agreement import Agreement
from koordinator.domain.citizen import Citizen, Subject, SubjectKind
from koordinator.domain.citizen_list import CitizenFilter
from koordinator.domain.ids import AgreementId, CaseFileId, CitizenId, DepartmentId, SubjectId
from koordinator.domain.register import CaseFile
from koordinator.storage.mappings import MAPPINGS
from koordinator.storage.queries.search import SearchQueries
from koordinator.storage.reading import Reader
from koordinator.storage.search_index import SEARCHED, add_entries
from koordinator.ui.hits import finder, settler
from koordinator.ui.look import dress
from koordinator.ui.main_window import MainWindow, Shell
from koordinator.ui.rail import Person
from koordinator.ui.resources import UiResources
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Scheme
from tests.bench.measuring import Row
from tests.support.desk import desk_at
from tests.support.office import TODAY, Bench, make_template, open_office
from tests.ui.parts import Crashes, Memory, explained

RESOURCES: Final = Path(__file__).parents[2] / "resources"
CITIZENS: Final = 100_000
AGREEMENTS: Final = 20_000
SETTLED: Final = 100
_CHUNK: Final = 10_000
_FIRST_DAY: Final = date(1937, 1, 1)

GIVEN: Final = (
    "Anne", "Mette", "Lone", "Karl-Åge", "Søren", "Jørgen", "Fatima", "Peter", "Jens", "Hans", "Lars", "Ida",
    "Freja", "Noah", "Emma", "Øjvind", "Maria", "Piotr", "Zofia", "Mohammed", "Ali", "Camilla", "Christian",
    "William", "Victor", "Ægir", "Åse", "Kirsten", "Oscar", "Alma", "Emil", "Sofie", "Inge-Lise", "Bjørn",
)  # fmt: skip
FAMILY: Final = (
    "Jensen", "Nielsen", "Hansen", "Pedersen", "Andersen", "Christensen", "Larsen", "Sørensen", "Rasmussen", "Bæk",
    "Østergaard", "Ågård", "Al-Hassan", "Kowalska", "Mikkelsen", "Dam-Jensen", "Højland", "Thygesen", "Rømer",
    "Nørgaard", "Kjærgaard", "Åkjær", "Møller", "Holm", "Skov",
)  # fmt: skip
TYPED: Final = (
    "lone bæk", "østergaard", "oestergaard", "åse ågård", "karl-åge", "al-hassan fatima", "hansen", "rgaard", "kjær",
    "mohammed ali", "zofia rømer 42", "120387", "s0042", "s99999", "ringe til skolen", "findes ikke", "ø", "jens je",
)  # fmt: skip


def measure() -> list[Row]:
    """The statements alone, the whole way from key to paint, and a settled search with its audit entry."""
    with tempfile.TemporaryDirectory() as folder, _filled(Path(folder)) as bench:
        texts = tuple(_growing(TYPED))
        # The first round deciphers the pages, as the first searches of a day do.
        _, statements = ([_statement_ms(bench, text) for text in texts] for _ in range(2))
        settled, listed = _settled_ms(bench), _listed_ms(bench)
        painted = _painted_ms(bench)
    return [
        Row("Search, SQL of a key press, p95", "<= 1 ms", None, _p95(statements), None),
        Row("Search, key press to hits painted, p95", "<= 16 ms", None, _p95(painted), None),
        Row("Search, settled, with its audit entry, p95", "<= 16 ms", None, _p95(settled), None),
        Row("List of citizens, 1,000 of 100,000 with their next step", "", None, listed, None),
    ]


@contextmanager
def _filled(folder: Path) -> Iterator[Bench]:
    with open_office(folder, make_template(folder)) as bench:
        chooser = random.Random(4)  # noqa: S311 (names, not secrets)
        with bench.database.write() as connection:
            for start in range(1, CITIZENS + 1, _CHUNK):
                keys = range(start, start + _CHUNK)
                _store(connection, [Subject(SubjectId(key), SubjectKind.CITIZEN) for key in keys])
                _store(connection, [_citizen(key, chooser) for key in keys])
                _store(connection, [_case(key) for key in keys])
            _store(connection, [_agreement(key, chooser) for key in range(1, AGREEMENTS + 1)])
            connection.exec_driver_sql("ANALYZE")
        with bench.database.plain() as driver:
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        yield bench


def _store(connection: Connection, things: Sequence[Any]) -> None:
    mapping = MAPPINGS[type(things[0])]
    connection.exec_driver_sql(mapping.insert, [mapping.written(thing) for thing in things])
    if type(things[0]) in SEARCHED:
        add_entries(connection, things)


def _citizen(key: int, chooser: random.Random) -> Citizen:
    names = (*chooser.sample(GIVEN, chooser.choice((1, 1, 2))), chooser.choice(FAMILY))
    born_on = _FIRST_DAY + timedelta(days=key % 30_000)
    cpr = f"{born_on:%d%m%y}{key // 30_000}{key % 1_000:03}"
    return Citizen(CitizenId(key), f"c{key}", SubjectId(key), cpr, " ".join(names), born_on, version=1)


def _case(key: int) -> CaseFile:
    return CaseFile(CaseFileId(key), f"S{key:06}", CitizenId(key), DepartmentId(key % 4 + 1), version=1)


def _agreement(key: int, chooser: random.Random) -> Agreement:
    what = f"Ringe til {chooser.choice(('skolen', 'lægen', 'jobcentret'))} om {chooser.choice(FAMILY)}"
    return Agreement(AgreementId(key), f"a{key}", SubjectId(key * 5), what, TODAY, version=1)


def _growing(texts: Sequence[str]) -> Iterator[str]:
    """Each text as it grows under the fingers."""
    for text in texts:
        for length in range(1, len(text) + 1):
            if text[:length].strip() == text[:length]:
                yield text[:length]


def _statement_ms(bench: Bench, text: str) -> float:
    spent = 0.0
    with bench.database.read() as connection:
        reader = Reader(connection)

        def timed(statement: str, values: Any) -> Any:  # noqa: ANN401 (what a Reader takes and gives)
            nonlocal spent
            started = time.perf_counter()
            rows = reader(statement, values)
            spent += time.perf_counter() - started
            return rows

        SearchQueries(timed).hits(text)
    return spent * 1000


def _settled_ms(bench: Bench) -> list[float]:
    settle = settler(desk_at(bench, Tasks(explained, Crashes())))
    texts = [TYPED[number % len(TYPED)] for number in range(SETTLED)]
    return [_timed_ms(partial(settle, text)) for text in texts]


def _listed_ms(bench: Bench) -> float:
    desk = desk_at(bench, Tasks(explained, Crashes()))
    looks = [_timed_ms(lambda: desk.services.citizen_list.lines(desk.actor, CitizenFilter())) for _ in range(5)]
    return statistics.median(looks)


def _timed_ms(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _painted_ms(bench: Bench) -> list[float]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    translations = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    dress(app, UiResources(RESOURCES / "fonts", RESOURCES / "icons", translations), Scheme.LIGHT)
    tasks = Tasks(explained, Crashes())
    desk = desk_at(bench, tasks)
    shell = Shell(tasks, Memory(), Person("Mette Holm"), bench.clock.now, finder(desk), settler(desk))
    window = MainWindow(shell, ())
    window.show()
    window.activateWindow()
    typist = _Typist(window)
    typist.type("lone")
    found = [spent for text in TYPED for spent in typist.type(text)]
    window.close()
    tasks.shut_down()
    return found


class _Typist(QObject):
    """Presses a key, waits until the hits of just that text have been painted, and presses the next."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._box = window, window.search_box
        self._loop = QEventLoop(self)
        self._box.setFocus()
        window._search.shown.connect(self._paint)

    def type(self, text: str) -> list[float]:
        """Milliseconds of each key press; a blank finds what stands there already and is not counted."""
        self._box.clear()
        return [self._press(letter) for letter in text if letter != " " or self._put_blank()]

    def _press(self, letter: str) -> float:
        started = time.perf_counter()
        QTest.keyClicks(self._box, letter)
        self._loop.exec()
        return (time.perf_counter() - started) * 1000

    def _put_blank(self) -> bool:
        self._box.setText(f"{self._box.text()} ")
        return False

    def _paint(self, text: str) -> None:
        """The window paints what is new on it when it handles the update it has been asked for."""
        if text == self._box.text().strip():
            QCoreApplication.sendPostedEvents(self._window, QEvent.Type.UpdateRequest.value)
            self._loop.quit()


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
