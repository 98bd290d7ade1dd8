"""Lets each change of the disk fail once: python -m tests.reliability.refused FIRST STOP STEP NAMES.

Tries those points that the range picks out of all there may be, shuffled, and says as JSON what does not hold.
"""

import errno
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from traceback import format_exception_only
from typing import Final, NamedTuple, TypeVar

from koordinator.domain.errors import DomainError
from koordinator.texts.errors import sentence
from tests.reliability.disk import changes_counted, let_fail, watch
from tests.reliability.house import fold_often
from tests.reliability.power import read_folder, write_folder
from tests.reliability.scenario import MOST_CHANGES, Scenario, scenario_named

Done = TypeVar("Done")

ERRORS: Final = (errno.EIO, errno.ENOSPC)
_NOWHERE: Final = Path("/dev/null")


class Point(NamedTuple):
    """One change of one scenario, and how it fails."""

    name: str
    number: int
    error: int


class Trying:
    """Each step; one that fails is looked at and tried again."""

    def __init__(self, scenario: Scenario, folder: Path) -> None:
        self._scenario = scenario
        self._folder = folder
        self.told: list[str] = []
        self.faults: list[str] = []

    def __call__(self, what: str, act: Callable[[], Done]) -> Done:
        try:
            done = act()
        except Exception as error:  # noqa: BLE001 - whatever it is, it has to be explained
            self.look_at(error)
            done = act()
        self.told.append(what)
        return done

    def look_at(self, error: Exception) -> None:
        """The error has a sentence, and what was there is there."""
        if not (isinstance(error, DomainError) and sentence(error)):
            self.faults += format_exception_only(error)
        with TemporaryDirectory(prefix="koordinator-look-") as place:
            beside = Path(place) / "folder"
            shutil.copytree(self._folder, beside, ignore=shutil.ignore_patterns("*-shm"))
            self.faults += [f"after the error: {fault}" for fault in _faults(self._scenario, beside, self.told)]


def main() -> None:
    """See above."""
    first, stop, step, *names = sys.argv[1:]
    fold_often()
    before = {name: _prepared(scenario_named(name)) for name in names}
    last = {name: _last_change(name, before[name]) for name in names}
    numbers = range(1, MOST_CHANGES + 1)
    # The same order in every process, also where one counts a change more than another.
    points = [Point(name, number, error) for name in names for number in numbers for error in ERRORS]
    Random(0).shuffle(points)  # noqa: S311 - not for secrets
    there = [(seed, points[seed]) for seed in range(int(first), int(stop), int(step))]
    tried = [(seed, point) for seed, point in there if point.number <= last[point.name]]
    failures = [(seed, fault) for seed, point in tried for fault in _tried(point, before[point.name])]
    every = len(ERRORS) * sum(last.values())
    sys.stdout.write(json.dumps({"all": every, "trials": len(tried), "failures": failures}))


def _prepared(scenario: Scenario) -> dict[str, bytes | None]:
    with TemporaryDirectory(prefix="koordinator-before-") as place:
        scenario.prepare(Path(place))
        return read_folder(Path(place))


def _last_change(name: str, before: dict[str, bytes | None]) -> int:
    with TemporaryDirectory(prefix="koordinator-count-") as place:
        folder = Path(place) / "folder"
        write_folder(folder, before)
        watch(folder, _NOWHERE)
        let_fail(0, 0)
        scenario_named(name).work(folder, Trying(scenario_named(name), folder))
        last = changes_counted()
    if last > MOST_CHANGES:
        raise ValueError(f"{name} changes the disk {last} times: not every point would be tried")
    return last


def _tried(point: Point, before: dict[str, bytes | None]) -> Iterator[str]:
    scenario = scenario_named(point.name)
    with TemporaryDirectory(prefix="koordinator-refused-") as place:
        folder = Path(place) / "folder"
        write_folder(folder, before)
        watch(folder, _NOWHERE)
        trying = Trying(scenario, folder)
        let_fail(point.number, point.error)
        try:
            _work(scenario, folder, trying)
        except Exception as error:  # noqa: BLE001 - the second try has to work
            trying.faults += [f"second try: {line}" for line in format_exception_only(error)]
        let_fail(0, 0)
        for fault in (*trying.faults, *_faults(scenario, folder, trying.told)):
            yield f"{point.name}, {errno.errorcode[point.error]} at change {point.number}: {fault}"


def _work(scenario: Scenario, folder: Path, trying: Trying) -> None:
    try:
        scenario.work(folder, trying)
    except Exception as error:
        if trying.told or trying.faults:
            raise
        # It did not even open.
        trying.look_at(error)
        scenario.work(folder, trying)


def _faults(scenario: Scenario, folder: Path, told: list[str]) -> list[str]:
    try:
        return list(scenario.faults(folder, told))
    except Exception as error:  # noqa: BLE001 - whatever it is, the person could not go on
        return format_exception_only(error)


if __name__ == "__main__":
    main()
