"""The owner chooses new passphrases, and then a new sheet with a recovery code."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from koordinator.domain.database_key import WrongPassphrase, WrongRecoveryCode
from koordinator.usecases.unlock import FromPassphrase, FromRecoveryCode, KeySource
from tests.reliability.house import PASSPHRASE, house_in, make_house, on_paper
from tests.reliability.scenario import Scenario, Steps, numbers_told

CHANGES: Final = 3


def _words(number: int) -> str:
    return f"{PASSPHRASE} nummer {number}" if number else PASSPHRASE


def _work(folder: Path, step: Steps) -> None:
    with house_in(folder) as house:
        changes, actor = house.services.keys, house.actor
        for number in range(1, CHANGES + 1):
            change = partial(changes.change_passphrase, actor, _words(number - 1), _words(number))
            step(f"passphrase {number}", change)
        code = step("offered 1", partial(changes.offer_recovery_code, actor)).code
        step(f"sheet {code.replace(' ', '')}", partial(changes.trust_recovery_code, actor))


def _faults(folder: Path, told: Sequence[str]) -> Iterator[str]:
    last = len(numbers_told(told, "passphrase"))
    opening = [number for number in range(CHANGES + 1) if _opens(folder, FromPassphrase(_words(number)))]
    if opening not in ([last], [last + 1]):
        yield f"told up to {last}, and {opening} open"
    new_sheets = [words.split()[1] for words in told if words.startswith("sheet")]
    if not all(_opens(folder, FromRecoveryCode(code)) for code in new_sheets):
        yield "the new sheet opens nothing"
    if _opens(folder, on_paper(folder)) is bool(new_sheets) and ("offered 1" not in told or new_sheets):
        yield f"the old sheet opens, or does not, and the new one was told of: {bool(new_sheets)}"
    for number in opening:
        with house_in(folder, FromPassphrase(_words(number))) as house:
            yield from house.faults()


def _opens(folder: Path, way: KeySource) -> bool:
    try:
        with house_in(folder, way):
            return True
    except (WrongPassphrase, WrongRecoveryCode):
        return False


SCENARIO: Final = Scenario(make_house, _work, _faults)
