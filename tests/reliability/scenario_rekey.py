"""The database gets another key while it is open, and is written in before and afterwards."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from koordinator.usecases.key_changes import RekeySecrets
from tests.reliability.house import PASSPHRASE, WAY, house_in, left_lying, make_house, on_paper
from tests.reliability.scenario import Scenario, Steps
from tests.reliability.scenario_save import not_as_told, promise

REKEYS: Final = 1


def _work(folder: Path, step: Steps) -> None:
    secrets = RekeySecrets(PASSPHRASE, on_paper(folder).text)
    with house_in(folder) as house:
        for number in range(1, REKEYS + 1):
            step(f"promise {number}", partial(promise, house, number))
            step(f"rekey {number}", partial(house.services.keys.rekey, house.actor, secrets))
        step(f"promise {REKEYS + 1}", partial(promise, house, REKEYS + 1))


def _faults(folder: Path, told: Sequence[str]) -> Iterator[str]:
    for way in (WAY, on_paper(folder)):
        with house_in(folder, way) as house:
            yield from house.faults()
            yield from not_as_told(house, told)
    yield from left_lying(folder)


SCENARIO: Final = Scenario(make_house, _work, _faults)
