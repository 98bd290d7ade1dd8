"""What the consents let each participant take part in. Without Qt."""

from enum import StrEnum
from typing import Final

from koordinator.domain.meeting import Participant
from koordinator.domain.party import party_of
from koordinator.texts import meeting_page as texts
from koordinator.ui.tokens import Tone
from koordinator.usecases.meeting_file import MeetingFile


class Standing(StrEnum):
    """How a participant stands to the consents; the citizens, who acts for them, and the coordinator need none."""

    COVERED = "covered"
    PARTLY = "partly"
    NOT_COVERED = "not_covered"
    NEEDS_NONE = "needs_none"


def standing(file: MeetingFile, participant: Participant) -> Standing:
    """By the consents of today, and of the day of a meeting ahead."""
    if file.sharing.needs_none(party_of(participant)):
        return Standing.NEEDS_NONE
    coverage = file.coverage(participant)
    if not coverage.covered:
        return Standing.NOT_COVERED
    return Standing.PARTLY if coverage.excepted else Standing.COVERED


STANDING_WORDS: Final = {
    Standing.COVERED: texts.COVERED,
    Standing.PARTLY: texts.PARTLY_COVERED,
    Standing.NOT_COVERED: texts.NOT_COVERED,
    Standing.NEEDS_NONE: texts.STANDS_FOR,
}
STANDING_TONES: Final = {
    Standing.COVERED: Tone.DONE,
    Standing.PARTLY: Tone.SOON,
    Standing.NOT_COVERED: Tone.OVERDUE,
    Standing.NEEDS_NONE: Tone.NEUTRAL,
}


def not_covered(file: MeetingFile) -> str:
    """Who is not covered, and what to do; empty where everybody is."""
    left_out = [each for each in file.participants if standing(file, each) is Standing.NOT_COVERED]
    return texts.not_covered(tuple(file.parties.name(party_of(each)) for each in left_out)) if left_out else ""
