"""A list from a case system is put into the register, and once more after it was cut off."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from koordinator.usecases.long_work import Progress
from tests.reliability.house import House, house_in, make_house
from tests.reliability.scenario import Scenario, Steps, numbers_told
from tests.support.lists import write_long_list

LIST: Final = "liste.csv"
CITIZENS: Final = 6
_BEFORE: Final = 2
"""Lone and Anna."""


def _prepare(folder: Path) -> None:
    make_house(folder)
    write_long_list(folder / LIST, CITIZENS)


def _work(folder: Path, step: Steps) -> None:
    with house_in(folder) as house:
        told: set[int] = set()

        def progress(done: int, _all: int) -> bool:
            if done and done not in told:
                told.add(done)
                step(f"citizen {done}", lambda: None)
            return True

        step("list", lambda: _import(house, folder, progress))


def _import(house: House, folder: Path, progress: Progress) -> None:
    lists = house.services.lists
    lists.run(house.actor, lists.preview(folder / LIST), progress)


def faults_of_list(folder: Path, told: Sequence[str], citizens: int) -> Iterator[str]:
    """What is wrong after a list of so many was put in, wholly or in part; it is put in again."""
    with house_in(folder) as house:
        yield from house.faults()
        found, least = _citizens(house), len(numbers_told(told, "citizen"))
        if not least <= found <= citizens or ("list" in told and found != citizens):
            yield f"told of {least} citizens, found {found}"
        _import(house, folder, lambda _done, _all: True)
        if _citizens(house) != citizens:
            yield f"after it was run again: {_citizens(house)} citizens"


def _citizens(house: House) -> int:
    """Each with a case of their own: a citizen without is half a thing."""
    with house.opened.handle.read() as connection:
        (citizens,) = connection.exec_driver_sql("SELECT count(*) FROM citizen").one()
        (cases,) = connection.exec_driver_sql("SELECT count(DISTINCT citizen_id) FROM case_file").one()
    with_cases = int(cases) - 1
    return int(citizens) - _BEFORE if int(citizens) - _BEFORE == with_cases else -1


SCENARIO: Final = Scenario(_prepare, _work, partial(faults_of_list, citizens=CITIZENS))
