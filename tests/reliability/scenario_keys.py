"""The owner chooses new passphrases, one after the other."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from koordinator.domain.database_key import WrongPassphrase
from koordinator.usecases.unlock import FromPassphrase
from tests.reliability.house import DATABASE, PASSPHRASE, house_in, make_house, make_keys
from tests.reliability.scenario import Scenario, Steps, numbers_told

CHANGES: Final = 4


def _words(number: int) -> str:
    return f"{PASSPHRASE} nummer {number}" if number else PASSPHRASE


def _work(folder: Path, step: Steps) -> None:
    for number in range(1, CHANGES + 1):
        step(f"passphrase {number}", partial(_change, folder, number))


def _change(folder: Path, number: int) -> None:
    make_keys().change_passphrase(folder / DATABASE, _words(number - 1), _words(number))


def _faults(folder: Path, told: Sequence[str]) -> Iterator[str]:
    last = len(numbers_told(told, "passphrase"))
    opened = [number for number in range(CHANGES + 1) if _opens(folder, number)]
    if opened not in ([last], [last + 1]):
        yield f"told up to {last}, and {opened} open"
    for number in opened:
        with house_in(folder, FromPassphrase(_words(number))) as house:
            yield from house.faults()


def _opens(folder: Path, number: int) -> bool:
    try:
        with house_in(folder, FromPassphrase(_words(number))):
            return True
    except WrongPassphrase:
        return False


SCENARIO: Final = Scenario(make_house, _work, _faults)
