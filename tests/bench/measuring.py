"""How the benches measure: medians taken in turns, in lines of one table."""

import statistics
import time
from collections.abc import Callable
from typing import NamedTuple


class Row(NamedTuple):
    """One line of the bench's table: `ratio` is measured/floor where there is a floor."""

    name: str
    goal: str
    floor_ms: float | None
    measured_ms: float
    ratio: float | None


def medians(rounds: int, *tasks: Callable[[], object]) -> list[float]:
    """Milliseconds of each, taken in turns, so that a busy moment hits all alike."""
    times: list[list[float]] = [[] for _ in tasks]
    for _ in range(rounds):
        for task, own in zip(tasks, times, strict=True):
            started = time.perf_counter()
            task()
            own.append((time.perf_counter() - started) * 1000)
    return [statistics.median(own) for own in times]
