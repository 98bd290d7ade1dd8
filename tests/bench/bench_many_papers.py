"""A thousand plans made and kept by all processors, against the same done by one.

Ours reads the database, composes, draws by a process for each processor, and keeps each paper in a transaction of its
own; begun from nothing, so the processes' own start is in it. The same plan is made again and again: its bytes are
kept once, and everything else is done each time.
"""

import os
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Final

from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.usecases.papers import Papers
from tests.bench.measuring import Row
from tests.documents.press import MAKERS
from tests.support.meeting_set import held_with_extracts
from tests.support.meeting_world import MeetingWorld, make_world
from tests.support.office import make_template, open_office
from tests.support.rooms import many_papers

PLANS: Final = 1_000
SETTLED: Final = 100
"""Plans after which memory is where it stays."""
FLOOR_PLANS: Final = 60


def measure() -> list[Row]:
    """Milliseconds a plan, and how much memory grows while nine tenths of them are made."""
    with tempfile.TemporaryDirectory() as name, open_office(Path(name), make_template(Path(name))) as bench:
        world = make_world(bench)
        held_with_extracts(world, readers=3)
        order = PaperOrder(PaperKind.PLAN, world.subject_id)
        floor = _by_one(world, order)
        started, memory = time.perf_counter(), list[float]()
        with closing(many_papers(bench.office, MAKERS).make(world.actor, [order] * PLANS)) as coming:
            for number, take in enumerate(coming, start=1):
                take()
                if number in (SETTLED, PLANS):
                    memory.append(_memory())
        ours = (time.perf_counter() - started) * 1000 / PLANS
    row = f"{PLANS} plans on {os.cpu_count()} processors, each"
    return [
        Row(row, "<= 0.7 x on 2", floor, ours, ours / floor),
        Row("... and how memory grows meanwhile, all processes (MiB)", "<= 10", None, memory[1] - memory[0], None),
    ]


def _by_one(world: MeetingWorld, order: PaperOrder) -> float:
    """Milliseconds a plan that one thread makes and keeps with one press."""
    papers = Papers(world.bench.office, MAKERS)
    papers.make(world.actor, order)
    started = time.perf_counter()
    for _ in range(FLOOR_PLANS):
        papers.make(world.actor, order)
    return (time.perf_counter() - started) * 1000 / FLOOR_PLANS


def _memory() -> float:
    """Of this process and those it has begun, in MiB (Linux)."""
    threads = Path("/proc/self/task").glob("*/children")
    children = [each for thread in threads for each in thread.read_text(encoding="ascii").split()]
    pages = sum(int(Path(f"/proc/{each}/statm").read_text(encoding="ascii").split()[1]) for each in ("self", *children))
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
