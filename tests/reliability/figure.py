"""What must be reached: a figure is tried a little in the ordinary run, and whole in `dev.py campaign reliability`.

Each `figure_*.py` beside this module makes one `FIGURE`; nobody else needs to know of it.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

import pytest

IS_LINUX: Final = sys.platform.startswith("linux")
NAMES: Final = tuple(sorted(path.stem.removeprefix("figure_") for path in Path(__file__).parent.glob("figure_*.py")))


class Failure(NamedTuple):
    """A trial that did not hold, by the seed that makes it again."""

    seed: int
    what: str


class Outcome(NamedTuple):
    """What came of some trials; the detail is what the table says besides (a time, what was tried)."""

    trials: int
    failures: tuple[Failure, ...] = ()
    detail: str = ""


class Part(NamedTuple):
    """What one process came to, and how long it took."""

    outcome: Outcome
    seconds: float


class Figure(NamedTuple):
    """Something that was promised, and how it is tried: each seed is a trial of its own and can be run again alone."""

    what: str
    asked: str
    short: range
    whole: range
    run: Callable[[range], Outcome]
    needs: tuple[str, ...] = ()
    """Programs of the system without which nothing can be tried."""
    at_once: int = 0
    """How many trials one process makes, where each leaves something behind in it; 0 for all."""


def figure_named(name: str) -> Figure:
    """The figure of the module `figure_NAME`."""
    figure: Figure = import_module(f"tests.reliability.figure_{name}").FIGURE
    return figure


def timed_share(name: str, seeds: range) -> Part:
    """One process's share of the figure's trials."""
    started = time.perf_counter()
    outcome = figure_named(name).run(seeds)
    return Part(outcome, time.perf_counter() - started)


def missing_programs(figure: Figure) -> str:
    """Why the figure cannot be tried here, or nothing."""
    if figure.needs and not IS_LINUX:
        return "needs Linux"
    missing = [program for program in figure.needs if shutil.which(program) is None]
    return f"needs {', '.join(missing)} (dev.py test installs it where it may)" if missing else ""


def leave_out_without_programs(figure: Figure) -> None:
    """The test says that it was left out; where everything is tried for others (CI) it fails instead."""
    if missing := missing_programs(figure):
        pytest.fail(missing) if IS_LINUX and os.environ.get("CI") else pytest.skip(missing)
