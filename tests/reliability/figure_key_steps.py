"""A change of the ways in or of the key is killed before each of its steps, or its disk refuses the step."""

import subprocess
import sys
import tempfile
from typing import Final

from tests.reliability.figure import Failure, Figure, Outcome
from tests.support.key_work import WORK
from tests.support.killed import ROOT

_TRIALS: Final = (*(("kill", what) for what in WORK), *(("refuse", what) for what in WORK))
_FEWEST_STEPS: Final = 10
"""Fewer, and it is looked past them."""


def _run(seeds: range) -> Outcome:
    failures, steps = [], 0
    for how in ("kill", "refuse"):
        works = {_TRIALS[seed][1]: seed for seed in seeds if _TRIALS[seed][0] == how}
        said = _said(how, *works) if works else []
        tried = {what: int(number) for what, number in (line.split() for line in said if not line.startswith("!"))}
        steps += sum(tried.values())
        failures += [Failure(works[what], f"{how} {what}") for what in works if tried.get(what, 0) < _FEWEST_STEPS]
        failures += [Failure(min(works.values()), f"{how}: {line}") for line in said if line.startswith("!")]
    return Outcome(steps, tuple(failures), f"{len(seeds)} changes, each stopped at every step")


def _said(how: str, *works: str) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="koordinator-keys-") as folder:
        command = [sys.executable, "-m", "tests.support.key_work", how, folder, *works]
        return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False).stdout.splitlines()


FIGURE: Final = Figure(
    what="a change of key or way in, stopped at any step: the person comes in, old or new whole",
    asked="every step, 0 shut out",
    short=range(2),
    whole=range(len(_TRIALS)),
    run=_run,
)
