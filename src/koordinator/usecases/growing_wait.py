"""The growing wait between wrong words, the same wherever they are typed, also across starts of the program."""

from contextlib import suppress
from pathlib import Path

from koordinator.domain.errors import EnvironmentFault
from koordinator.domain.wrong_tries import TooManyTries
from koordinator.usecases.ports import Clock
from koordinator.usecases.ports_keys import TriesShelf


class GrowingWait:
    """Asked before the words are looked at, and told of what they were."""

    def __init__(self, tries: TriesShelf, clock: Clock) -> None:
        self._tries, self._clock = tries, clock

    def may_try(self, path: Path) -> None:
        """Raises TooManyTries; then nobody looks at the words."""
        seconds = self._tries.get(path).seconds_left(self._clock.now())
        if seconds:
            raise TooManyTries(seconds)

    def wrong(self, path: Path) -> None:
        """They were wrong: one more, also beside those of another program meanwhile. Raises an EnvironmentFault."""
        self._tries.put(path, self._tries.get(path).and_another(self._clock.now()))

    def right(self, path: Path) -> None:
        """They were the right ones: the next who errs begins anew."""
        before = self._tries.get(path)
        if before.wrong:
            # The right words open also where the disk is full; then the next one who errs waits sooner.
            with suppress(EnvironmentFault):
                self._tries.put(path, before.and_right())
