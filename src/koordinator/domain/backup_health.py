"""Whether there is a good backup where the database is not, so that a stolen or broken disk takes not both."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

ELSEWHERE_WITHIN: Final = timedelta(days=7)
TRIAL_EVERY: Final = timedelta(days=30)
TOLD_EVERY: Final = timedelta(days=7)


class Elsewhere(StrEnum):
    """How it is with the folder elsewhere."""

    FINE = "fine"
    NOT_CHOSEN = "not_chosen"
    NOT_REACHED = "not_reached"
    SAME_DISK = "same_disk"
    NONE_YET = "none_yet"
    TOO_OLD = "too_old"


class ElsewhereFacts(NamedTuple):
    """The folder that was chosen: whether it can be reached, lies on the database's own disk, and its newest good."""

    is_reached: bool
    is_same_disk: bool
    newest_good_at: datetime | None


def elsewhere(facts: ElsewhereFacts | None, now: datetime) -> Elsewhere:
    """What there is to say; None where no folder was chosen. A folder that is not there now is a USB stick at home."""
    if facts is None:
        return Elsewhere.NOT_CHOSEN
    if not facts.is_reached:
        return Elsewhere.NOT_REACHED
    if facts.is_same_disk:
        return Elsewhere.SAME_DISK
    if facts.newest_good_at is None:
        return Elsewhere.NONE_YET
    return Elsewhere.FINE if now - facts.newest_good_at <= ELSEWHERE_WITHIN else Elsewhere.TOO_OLD


def is_due(last_at: datetime | None, every: timedelta, now: datetime) -> bool:
    """Whether it is time again; a time that lies ahead was written by a clock that went wrong, and counts as none."""
    return last_at is None or not timedelta() <= now - last_at < every
