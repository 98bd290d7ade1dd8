"""Every change of the disk is refused once: a Danish sentence, the old data whole, and the second try works."""

import json
from typing import Final

from tests.reliability.disk import COMPILER, said_by
from tests.reliability.figure import Failure, Figure, Outcome
from tests.reliability.scenario import MOST_CHANGES, NAMES

ERRORS: Final = 2
"""EIO and ENOSPC."""


def _run(seeds: range) -> Outcome:
    said = json.loads(said_by("tests.reliability.refused", seeds.start, seeds.stop, seeds.step, *NAMES))
    failures = tuple(Failure(seed, fault) for seed, fault in said["failures"])
    return Outcome(said["trials"], failures, f"of {said['all']} points in {', '.join(NAMES)}")


FIGURE: Final = Figure(
    what="Writes, syncs, renames and new files that fail once (EIO, ENOSPC)",
    asked="every point, 0 without a sentence, 0 lost",
    # About one place in five has a change.
    short=range(5 * len(NAMES)),
    whole=range(ERRORS * MOST_CHANGES * len(NAMES)),
    run=_run,
    needs=(COMPILER,),
)
