"""Backups are made while work goes on, and each of them can be restored on trial."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from koordinator.domain.backup import BackupState
from tests.reliability.house import house_in, left_lying, make_house, two_days_later
from tests.reliability.scenario import Scenario, Steps, numbers_told
from tests.reliability.scenario_save import not_as_told, promise

BACKUPS: Final = 2


def _work(folder: Path, step: Steps) -> None:
    with house_in(folder) as house:
        for number in range(1, BACKUPS + 1):
            step(f"promise {number}", partial(promise, house, number))
            step(f"backup {number}", partial(house.services.backups.make, house.actor))


def _faults(folder: Path, told: Sequence[str]) -> Iterator[str]:
    with house_in(folder) as house:
        yield from house.faults()
        yield from not_as_told(house, told)
        backups, last = house.services.backups, len(numbers_told(told, "backup"))
        kept = backups.overview().kept
        if bad := [each.best for each in kept if each.best.state is not BackupState.GOOD]:
            yield f"backups that are not good: {bad}"
        if not last <= len(kept) <= last + 1:
            yield f"told of {last} backups, found {len(kept)}"
        for each in kept:
            state = backups.try_out(house.actor, each.best.file).state
            if state is not BackupState.GOOD:
                yield f"{each.best.file.name} was restored on trial: {state}"
        two_days_later(folder)
        backups.make(house.actor)
        strange = [path.name for path in (*folder.iterdir(), *backups.overview().home.iterdir())]
        if left := [name for name in strange if re.search(r"\.(copy|part|restore)-", name)]:
            yield f"left lying two days later: {left}"
    yield from left_lying(folder)


SCENARIO: Final = Scenario(make_house, _work, _faults)
