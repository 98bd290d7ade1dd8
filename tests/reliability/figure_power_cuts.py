"""The power goes at any moment: what the person was told is there, nothing is half, everything opens."""

from typing import Final

from tests.reliability.disk import COMPILER
from tests.reliability.figure import Failure, Figure, Outcome
from tests.reliability.recordings import lost_after_cut, recorded
from tests.reliability.scenario import NAMES


def _run(seeds: range) -> Outcome:
    recordings = recorded(NAMES)
    failures = []
    for seed in seeds:
        name = NAMES[seed // 2 % len(NAMES)]
        if lost := lost_after_cut(name, recordings[name], seed):
            failures.append(Failure(seed, lost))
    return Outcome(len(seeds), tuple(failures), ", ".join(NAMES))


FIGURE: Final = Figure(
    what="Power cuts, with what was not synced dropped, torn or out of order",
    asked="2,000 cuts, 0 lost, 0 unreadable",
    short=range(2 * len(NAMES)),
    whole=range(2_000),
    run=_run,
    needs=(COMPILER,),
)
