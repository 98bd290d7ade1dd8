"""What is made when it is first used: most days need no letter, no calendar file and no drawing."""

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


def when_used(make: Callable[[], Made]) -> Made:
    """Stands for what `make` gives. That is made once, on whichever thread first asks it for something."""
    return cast("Made", _StandIn(make))


class _StandIn:
    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make
        self._making = Lock()
        self._made: list[object] = []

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the thing has
        with self._making:
            if not self._made:
                self._made.append(self._make())
        return getattr(self._made[0], name)
