"""What is made when it is first used: most days need no letter, no calendar file and no drawing."""

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


def when_used(make: Callable[[], Made]) -> Made:
    """Stands for what `make` gives. That is made once, on whichever thread first asks it for something."""
    return cast("Made", _StandIn(make))


def make_now(thing: object) -> None:
    """Makes what a stand-in stands for, so that whoever uses it next does not wait."""
    if isinstance(thing, _StandIn):
        _made(thing)


class _StandIn:
    def __init__(self, make: Callable[[], object]) -> None:
        self.make_ = make
        self.making_ = Lock()
        self.made_: list[object] = []

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the thing has
        return getattr(_made(self), name)


def _made(stand_in: _StandIn) -> object:
    with stand_in.making_:
        if not stand_in.made_:
            stand_in.made_.append(stand_in.make_())
        return stand_in.made_[0]
