"""Every change of the disk is refused once: a Danish sentence, the old data whole, and the second try works."""

import json
from typing import Final

from tests.reliability.disk import COMPILER, said_by
from tests.reliability.figure import Failure, Figure, Outcome
from tests.reliability.scenario import NAMES

_MORE_THAN_ALL: Final = 1_000_000


def _run(seeds: range) -> Outcome:
    said = json.loads(said_by("tests.reliability.refused", seeds.start, seeds.stop, seeds.step, *NAMES))
    failures = tuple(Failure(seed, fault) for seed, fault in said["failures"])
    return Outcome(said["trials"], failures, f"of {said['all']} points in {', '.join(NAMES)}")


FIGURE: Final = Figure(
    what="Writes, syncs, renames and new files that fail once (EIO, ENOSPC)",
    asked="every point, 0 without a sentence, 0 lost",
    short=range(2 * len(NAMES)),
    whole=range(_MORE_THAN_ALL),
    run=_run,
    needs=(COMPILER,),
)
