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
    for seed in seeds:
        how, what = _TRIALS[seed]
        with tempfile.TemporaryDirectory(prefix="koordinator-keys-") as folder:
            command = [sys.executable, "-m", "tests.support.key_work", how, what, folder]
            said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        *faults, last = said.stdout.splitlines() or [said.stderr]
        tried = int(last) if last.isdecimal() else 0
        steps += tried
        if faults or tried < _FEWEST_STEPS:
            failures.append(Failure(seed, f"{how} {what}: {'; '.join(faults) or last}"))
    return Outcome(steps, tuple(failures), f"{len(seeds)} changes, each stopped at every step")


FIGURE: Final = Figure(
    what="a change of key or way in, stopped at any step: the person comes in, old or new whole",
    asked="every step, 0 shut out",
    short=range(len(WORK)),
    whole=range(len(_TRIALS)),
    run=_run,
)
