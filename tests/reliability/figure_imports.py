"""Lists that are damaged or made to do harm: each is read, or refused with a sentence, and nothing hangs or falls over.

Each is read in a process that may have a gigabyte and five seconds a file, through the preview of the import.
"""

import resource
import tempfile
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from koordinator.domain.errors import DomainError
from koordinator.texts.errors import sentence
from tests.reliability.figure import IS_LINUX, Failure, Figure, Outcome
from tests.reliability.mutants import mutant
from tests.support.lists import list_import
from tests.support.office import make_template, open_office

MOST_SECONDS: Final = 5.0
"""Of a processor: nobody else at work on the machine makes a file take longer."""
_HANGING_SECONDS: Final = 60.0
_BYTES: Final = 1 << 30
_START_SECONDS: Final = 120.0
_SELF: Final = Path("/proc/self")


class _Reading(NamedTuple):
    """What was wrong with a list, or nothing, and what reading it took."""

    fault: str = ""
    seconds: float = 0.0
    megabytes: int = 0


def _read_each(pipe: Connection, folder: str) -> None:
    """In a process of its own: says of each seed that comes what was wrong and what it took."""
    home = Path(folder)
    with open_office(home, make_template(home)) as bench:
        lists = list_import(bench)
        pipe.send(_Reading())
        while (seed := pipe.recv()) is not None:
            ending, content = mutant(Random(seed))  # noqa: S311 - not for secrets
            file = home / f"liste{ending}"
            file.write_bytes(content)
            del content
            pipe.send(_Reading())
            started, fault = time.process_time(), ""
            _limit(_mapped_bytes() + _BYTES)
            _forget_peak()
            try:
                lists.preview(file)
            except DomainError as error:
                fault = "" if sentence(error) else f"{error!r} has no sentence"
            except BaseException as error:  # noqa: BLE001 - whatever it is, it is what we look for
                fault = f"{type(error).__name__}: {error}"[:300]
            _limit(resource.RLIM_INFINITY)
            pipe.send(_Reading(fault, time.process_time() - started, _peak_megabytes()))


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (size, resource.RLIM_INFINITY))


def _mapped_bytes() -> int:
    if not IS_LINUX:
        return _BYTES
    return int(_SELF.joinpath("statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()


def _forget_peak() -> None:
    if IS_LINUX:
        _SELF.joinpath("clear_refs").write_text("5", encoding="ascii")


def _peak_megabytes() -> int:
    """The most memory that the process had since the peak was forgotten; 0 where nobody says."""
    lines = _SELF.joinpath("status").read_text(encoding="utf-8").splitlines() if IS_LINUX else []
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:")) // 1_000


class _Reader:
    """A process that reads lists, made anew when one of them ended it."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._number = folder, 0
        self._begin()

    def read(self, seed: int) -> _Reading:
        """Has the list of the seed made and read."""
        self._pipe.send(seed)
        try:
            # The first answer says that the list is made.
            if not self._pipe.poll(_START_SECONDS):
                return self._again("could not be made")
            self._pipe.recv()
            if not self._pipe.poll(_HANGING_SECONDS):
                return self._again("hangs")
            reading: _Reading = self._pipe.recv()
        except EOFError:
            return self._again("ended the process")
        if reading.fault or reading.seconds <= MOST_SECONDS:
            return reading
        return reading._replace(fault=f"took {reading.seconds:.1f} s")

    def end(self) -> None:
        """Lets the process go."""
        self._process.kill()
        self._process.join()

    def _again(self, what: str) -> _Reading:
        self.end()
        self._begin()
        return _Reading(what, MOST_SECONDS)

    def _begin(self) -> None:
        self._number += 1
        folder = self._folder / str(self._number)
        folder.mkdir()
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_read_each, args=(theirs, str(folder)), daemon=False)
        self._process.start()
        theirs.close()
        self._pipe.poll(_START_SECONDS)
        self._pipe.recv()


def _run(seeds: range) -> Outcome:
    failures, slowest, biggest = [], 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        reader = _Reader(Path(folder))
        try:
            for seed in seeds:
                reading = reader.read(seed)
                slowest, biggest = max(slowest, reading.seconds), max(biggest, reading.megabytes)
                if reading.fault:
                    failures.append(Failure(seed, reading.fault))
        finally:
            reader.end()
    return Outcome(len(seeds), tuple(failures), f"slowest {slowest:.1f} s, most memory {biggest} MB")


FIGURE = Figure(
    "Mutated import files",
    "10,000: no crash, none over 5 s",
    short=range(40),
    whole=range(10_000),
    run=_run,
)
