"""Tries what must be reached and prints one table: `dev.py campaign reliability [NAMES] [--trials N] [--seed N]`.

In two processes, each with every other seed. A trial that failed says how it is run again alone.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from traceback import format_exception_only
from typing import Final

from tests.reliability.figure import NAMES, Failure, Figure, Outcome, Part, figure_named, missing_programs, timed_share

PROCESSES: Final = 2
HEAD: Final = ("What", "Asked", "Trials", "Failed", "Seconds", "Found")
SHOWN: Final = 20


def main(arguments: Sequence[str]) -> int:
    """The table on standard output; 1 when a trial failed or could not be made."""
    wanted = _read(arguments)
    figures = {name: figure_named(name) for name in wanted.names or NAMES}
    workers = ProcessPoolExecutor(PROCESSES, get_context("spawn"), max_tasks_per_child=1)
    with tempfile.TemporaryDirectory() as home, workers as pool:
        _be_nobody(Path(home))
        parts = {name: _begin(pool, name, figure, wanted) for name, figure in figures.items()}
        lines: list[tuple[str, ...]] = [HEAD]
        failures = []
        for name, figure in figures.items():
            done = [_settled(each) for each in parts[name]]
            lines.append(_line(figure, done))
            failures += _failures(name, figure, done)
            sys.stderr.write(f"{name}: {', '.join(lines[-1][2:])}\n")
    _print(lines)
    for failure in failures[:SHOWN]:
        sys.stdout.write(f"{failure}\n")
    return int(bool(failures))


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py campaign reliability")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--trials", type=int, help="of each, instead of all")
    parser.add_argument("--seed", type=int, default=0, help="the first trial's")
    wanted = parser.parse_args(arguments)
    if unknown := set(wanted.names) - set(NAMES):
        parser.error(f"{', '.join(sorted(unknown))}: {', '.join(NAMES)}")
    return wanted


def _be_nobody(home: Path) -> None:
    """The data, settings and keys of the person who runs this are out of reach, also for every process begun later."""
    names = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    os.environ.update(dict.fromkeys(names, str(home)))
    os.environ.update(QT_QPA_PLATFORM="offscreen", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)


def _begin(pool: ProcessPoolExecutor, name: str, figure: Figure, wanted: argparse.Namespace) -> list["Future[Part]"]:
    if missing_programs(figure):
        return []
    last = figure.whole.stop if wanted.trials is None else wanted.seed + wanted.trials
    seeds = range(wanted.seed, last)
    together = PROCESSES * (figure.at_once or len(seeds) or 1)
    groups = [seeds[first : first + together] for first in range(0, len(seeds), together)]
    shares = [group[first::PROCESSES] for group in groups for first in range(PROCESSES)]
    return [pool.submit(timed_share, name, share) for share in shares if share]


def _settled(part: "Future[Part]") -> Part:
    """What could not be tried has failed; the other figures are tried all the same."""
    if error := part.exception():
        return Part(Outcome(0, (Failure(0, "".join(format_exception_only(error))),)), 0)
    return part.result()


def _failures(name: str, figure: Figure, parts: Sequence[Part]) -> list[str]:
    if not parts:
        return [f"{name}: {missing_programs(figure)}"]
    return [f"{name} --seed {fault.seed} --trials 1: {fault.what}" for part in parts for fault in part.outcome.failures]


def _line(figure: Figure, parts: Sequence[Part]) -> tuple[str, ...]:
    outcomes = [part.outcome for part in parts]
    failed = str(sum(len(each.failures) for each in outcomes)) if parts else "not tried"
    details = dict.fromkeys(each.detail for each in outcomes if each.detail)
    seconds = sum(part.seconds for part in parts)
    trials = sum(each.trials for each in outcomes)
    return figure.what, figure.asked, str(trials), failed, f"{seconds:.0f}", "; ".join(details)


def _print(lines: Sequence[tuple[str, ...]]) -> None:
    widths = [max(len(line[at]) for line in lines) for at in range(len(HEAD))]
    for line in lines:
        sys.stdout.write("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
