"""What the list of meetings shows, made of what was read. Without Qt."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from koordinator.domain.meeting import MeetingStatus
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.texts.formats import capitalised, weekday_date
from koordinator.ui.tokens import Tone
from koordinator.usecases.ports_diary import MeetingEntry


class Which(StrEnum):
    """The three lists."""

    AHEAD = "ahead"
    HELD = "held"
    CANCELLED = "cancelled"


_LISTS: Final = {MeetingStatus.HELD: Which.HELD, MeetingStatus.CANCELLED: Which.CANCELLED}
TITLES: Final = {Which.AHEAD: texts.AHEAD, Which.HELD: texts.HELD, Which.CANCELLED: texts.CANCELLED}
EMPTY: Final = {Which.AHEAD: texts.NO_AHEAD, Which.HELD: texts.NO_HELD, Which.CANCELLED: texts.NO_CANCELLED}
_TONES: Final = {
    MeetingStatus.PLANNED: Tone.NEUTRAL,
    MeetingStatus.INVITED: Tone.INFO,
    MeetingStatus.RUNNING: Tone.NOW,
    MeetingStatus.HELD: Tone.DONE,
    MeetingStatus.CANCELLED: Tone.NEUTRAL,
}


def list_of(entry: MeetingEntry) -> Which:
    """In which list the meeting stands; one that runs is still ahead of being closed."""
    return _LISTS.get(entry.status, Which.AHEAD)


def in_list(entries: Sequence[MeetingEntry], which: Which) -> tuple[MeetingEntry, ...]:
    """The meetings of one list: those ahead the soonest first, the others the latest first."""
    chosen = [entry for entry in entries if list_of(entry) is which]
    chosen.sort(key=lambda entry: (entry.starts_on, entry.starts_clock, entry.id), reverse=which is not Which.AHEAD)
    return tuple(chosen)


def title_with_count(entries: Sequence[MeetingEntry], which: Which) -> str:
    """Kommende (3)"""
    return f"{TITLES[which]} ({sum(list_of(entry) is which for entry in entries)})"


def when(entry: MeetingEntry) -> str:
    """Tirsdag 12. januar 2027"""
    return capitalised(weekday_date(entry.starts_on))


def where(entry: MeetingEntry) -> str:
    """Hjemme hos Lone"""
    return words.place(entry.place_kind, entry.place, entry.subject_name)


def answers(entry: MeetingEntry) -> str:
    """3 af 5 kommer; of a meeting that is over only how many there were."""
    if list_of(entry) is Which.AHEAD:
        return texts.answers(entry.participants, entry.accepted, entry.declined)
    return str(entry.participants)


def tone(entry: MeetingEntry) -> Tone:
    """The tone of the status."""
    return _TONES[entry.status]
