"""Lists that are damaged or made to do harm: each is read, or refused with a sentence, and nothing hangs or falls over.

Each is read in a process that may have a gigabyte and five seconds a file, through the preview of the import.
"""

import resource
import sys
import tempfile
import time
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final

from koordinator.domain.errors import DomainError
from koordinator.texts.errors import sentence
from tests.reliability.figure import Failure, Figure, Outcome
from tests.reliability.mutants import mutant
from tests.support.lists import list_import
from tests.support.office import make_template, open_office

MOST_SECONDS: Final = 5.0
"""Of a processor: nobody else at work on the machine makes a file take longer."""
_HANGING_SECONDS: Final = 60.0
_BYTES: Final = 1 << 30
_START_SECONDS: Final = 120.0


def _read_each(pipe: Connection, folder: str) -> None:
    """In a process of its own: says of each seed that comes what was wrong, and how long it took."""
    home = Path(folder)
    with open_office(home, make_template(home)) as bench:
        lists = list_import(bench)
        pipe.send(("", 0.0))
        while (seed := pipe.recv()) is not None:
            ending, content = mutant(Random(seed))  # noqa: S311 - not for secrets
            file = home / f"liste{ending}"
            file.write_bytes(content)
            del content
            pipe.send(("", 0.0))
            started, fault = time.process_time(), ""
            _limit(_used_bytes() + _BYTES)
            try:
                lists.preview(file)
            except DomainError as error:
                fault = "" if sentence(error) else f"{error!r} has no sentence"
            except BaseException as error:  # noqa: BLE001 - whatever it is, it is what we look for
                fault = f"{type(error).__name__}: {error}"[:300]
            _limit(resource.RLIM_INFINITY)
            pipe.send((fault, time.process_time() - started))


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (size, resource.RLIM_INFINITY))


def _used_bytes() -> int:
    if sys.platform != "linux":
        return _BYTES
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()


class _Reader:
    """A process that reads lists, made anew when one of them ended it."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._number = folder, 0
        self._begin()

    def fault_of(self, seed: int) -> tuple[str, float]:
        """What was wrong, or nothing, and how long it took."""
        self._pipe.send(seed)
        try:
            # The first answer says that the list is made.
            if not self._pipe.poll(_START_SECONDS):
                return self._again("could not be made")
            self._pipe.recv()
            if not self._pipe.poll(_HANGING_SECONDS):
                return self._again("hangs")
            fault, seconds = self._pipe.recv()
        except EOFError:
            return self._again("ended the process")
        return fault or (f"took {seconds:.1f} s" if seconds > MOST_SECONDS else ""), seconds

    def end(self) -> None:
        """Lets the process go."""
        self._process.kill()
        self._process.join()

    def _again(self, what: str) -> tuple[str, float]:
        self.end()
        self._begin()
        return what, MOST_SECONDS

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
    failures, slowest = [], 0.0
    with tempfile.TemporaryDirectory() as folder:
        reader = _Reader(Path(folder))
        try:
            for seed in seeds:
                fault, seconds = reader.fault_of(seed)
                slowest = max(slowest, seconds)
                if fault:
                    failures.append(Failure(seed, fault))
        finally:
            reader.end()
    return Outcome(len(seeds), tuple(failures), f"slowest {slowest:.1f} s")


FIGURE = Figure(
    "Mutated import files",
    "10,000: no crash, none over 5 s",
    short=range(40),
    whole=range(10_000),
    run=_run,
)
