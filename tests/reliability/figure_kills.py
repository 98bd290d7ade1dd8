"""The program is killed (SIGKILL) at any moment while it saves: in its window, and on the command line."""

import tempfile
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from traceback import format_exception_only
from typing import Final

from tests.reliability.figure import Failure, Figure, Outcome
from tests.reliability.house import DATABASE, house_in, make_house
from tests.reliability.power import read_folder, write_folder
from tests.reliability.scenario_import import LIST, faults_of_list
from tests.reliability.scenario_save import not_as_told
from tests.support.killed import said_until_killed
from tests.support.lists import write_long_list

CPR: Final = "1203784444"
KEY_FILE: Final = "sager.key"
PAPER: Final = "plan.pdf"
CITIZENS: Final = 60
MOST_LINES: Final = 30
_LATE_SECONDS: Final = 0.05
_LONG_SECONDS: Final = 120.0


def _run(seeds: range) -> Outcome:
    failures, told = [], 0
    for seed in seeds:
        with tempfile.TemporaryDirectory(prefix="koordinator-kill-") as place:
            folder = Path(place) / "folder"
            write_folder(folder, _before())
            said, faults = _killed(folder, seed)
            told += len(said)
        if faults:
            failures.append(Failure(seed, "; ".join(faults)))
    return Outcome(len(seeds), tuple(failures), f"{told} saves acknowledged")


@cache
def _before() -> dict[str, bytes | None]:
    with tempfile.TemporaryDirectory(prefix="koordinator-house-") as place:
        folder = Path(place)
        make_house(folder)
        with house_in(folder) as house:
            (folder / KEY_FILE).write_text(house.opened.key.hex, encoding="ascii")
            house.services.plans.begin(house.actor, house.subject_id)
        write_long_list(folder / LIST, CITIZENS)
        return read_folder(folder)


def _killed(folder: Path, seed: int) -> tuple[list[str], list[str]]:
    """What was told before the kill, and what is wrong afterwards."""
    said: list[str] = []
    kind, random = (_window, _import, _paper, _window, _window)[seed % 5], Random(seed)  # noqa: S311 - not for secrets
    try:
        return said, list(kind(folder, random, said))
    except Exception as error:  # noqa: BLE001 - whatever it is, the person could not go on
        return said, format_exception_only(error)


def _window(folder: Path, random: Random, said: list[str]) -> Iterator[str]:
    lines, late = random.randint(1, MOST_LINES), random.uniform(0, _LATE_SECONDS)
    said += said_until_killed(lines, "tests.reliability.window_at_work", folder, late_seconds=late)
    if len(said) < lines:
        yield f"it ended by itself after {said}"
    with house_in(folder) as house:
        yield from house.faults()
        yield from not_as_told(house, said)


def _import(folder: Path, random: Random, said: list[str]) -> Iterator[str]:
    said += _command(folder, random, "import", folder / LIST)
    yield from faults_of_list(folder, ["list"] if said else [], CITIZENS)


def _paper(folder: Path, random: Random, said: list[str]) -> Iterator[str]:
    said += _command(folder, random, "plan", "pdf", CPR, "-o", folder / PAPER)
    with house_in(folder) as house:
        yield from house.faults()
        papers = len(house.services.papers.of_subject(house.actor, house.subject_id).papers)
    written = (folder / PAPER).read_bytes() if (folder / PAPER).exists() else b""
    if written and not (written.startswith(b"%PDF-") and written.rstrip().endswith(b"%%EOF")):
        yield f"half a paper: {len(written)} bytes"
    if (said or written) and not papers:
        yield "a paper was handed out and is not kept"
    if said and not written:
        yield "the paper that was told of is not there"


def _command(folder: Path, random: Random, *arguments: object) -> list[str]:
    """What a command told that was killed somewhere between its beginning and its end."""
    common = ("--database", folder / DATABASE, "--key-file", folder / KEY_FILE)
    late = random.uniform(0, 1) * _whole_seconds()
    return said_until_killed(0, "koordinator", *arguments, *common, late_seconds=late)


@cache
def _whole_seconds() -> float:
    """About as long as a command takes on this machine, from its start to its end."""
    with tempfile.TemporaryDirectory(prefix="koordinator-whole-") as place:
        folder = Path(place) / "folder"
        write_folder(folder, _before())
        started = time.perf_counter()
        common = ("--database", folder / DATABASE, "--key-file", folder / KEY_FILE)
        said_until_killed(0, "koordinator", "import", folder / LIST, *common, late_seconds=_LONG_SECONDS)
        return time.perf_counter() - started


FIGURE: Final = Figure(
    what="Kills (SIGKILL) of the window and of commands while they save",
    asked="500 kills, 0 acknowledged saves lost, 0 half things",
    short=range(2),
    whole=range(500),
    run=_run,
)
