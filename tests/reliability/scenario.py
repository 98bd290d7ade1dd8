"""Something a person does with a house, step by step, so that it can be cut off, refused or killed at any point."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple, Protocol, TypeVar

Done = TypeVar("Done")

NAMES: Final = tuple(
    sorted(path.stem.removeprefix("scenario_") for path in Path(__file__).parent.glob("scenario_*.py"))
)
MOST_CHANGES: Final = 4_000
"""No scenario changes the disk more often."""


class Steps(Protocol):
    """Does one thing after the other, and tells the person when each is done."""

    def __call__(self, what: str, act: Callable[[], Done]) -> Done:
        """Does it; what comes back has been told."""
        ...


class Scenario(NamedTuple):
    """The folder as it is before, the work in it, and what is wrong with it afterwards."""

    prepare: Callable[[Path], None]
    work: Callable[[Path, Steps], None]
    faults: Callable[[Path, Sequence[str]], Iterator[str]]
    """Opens the folder as the program does; the second is what had been told."""


def scenario_named(name: str) -> Scenario:
    """The scenario of the module `scenario_NAME`."""
    scenario: Scenario = import_module(f"tests.reliability.scenario_{name}").SCENARIO
    return scenario


def numbers_told(told: Sequence[str], kind: str) -> list[int]:
    """The numbers of what was told as "kind number"."""
    return [int(words.split()[1]) for words in told if words.split()[0] == kind]


def lost_or_made_up(told: Sequence[str], kind: str, found: Sequence[int]) -> Iterator[str]:
    """All that was told is there once, and of the rest at most the one that was on its way."""
    numbers = numbers_told(told, kind)
    if list(found) not in (numbers, [*numbers, len(numbers) + 1]):
        yield f"{kind}: told up to {len(numbers)}, found {list(found)}"
