"""How long one waits after wrong passphrases or codes.

It slows whoever sits at the keyboard and guesses. Whoever has copied the files is slowed by what each guess costs
(Argon2id), and by nothing here.
"""

import math
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from koordinator.domain.errors import DomainError

FREE_TRIES: Final = 3
"""Fingers slip: so many wrong ones cost nothing."""
_FIRST_WAIT: Final = timedelta(seconds=5)
_LONGEST_WAIT: Final = timedelta(minutes=5)
_ENOUGH: Final = 8
"""Doublings, until the longest wait is reached by far."""


class TooManyTries(DomainError):
    """It has been tried wrongly too often to be tried again at once. `seconds` is how long to wait."""

    seconds: int


class WrongTries(NamedTuple):
    """Wrong tries since the last right one, when the last of them was, and how many the log does not hold yet."""

    wrong: int = 0
    last_at: datetime | None = None
    untold: int = 0

    def and_another(self, now: datetime) -> "WrongTries":
        """One more."""
        return WrongTries(self.wrong + 1, now, self.untold + 1)

    def and_right(self) -> "WrongTries":
        """The right words: the next one who errs begins anew. What the log does not hold is not forgotten."""
        return self._replace(wrong=0)

    def seconds_left(self, now: datetime) -> int:
        """How long to wait before the next try; 0 when it may be made. A clock that was put back costs no more."""
        if self.last_at is None or self.wrong < FREE_TRIES:
            return 0
        wait = min(_FIRST_WAIT * (1 << min(self.wrong - FREE_TRIES, _ENOUGH)), _LONGEST_WAIT)
        left = min(wait - (now - self.last_at), wait)
        return max(0, math.ceil(left.total_seconds()))
