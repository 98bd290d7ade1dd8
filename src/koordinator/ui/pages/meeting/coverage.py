"""Who of the participants the citizen's consent covers. Without Qt."""

from enum import StrEnum
from typing import Final

from koordinator.domain.consent_rules import covers
from koordinator.domain.meeting import Participant
from koordinator.domain.party import PartyKind, party_of
from koordinator.texts import meeting_page as texts
from koordinator.texts.formats import first_name
from koordinator.ui.tokens import Tone
from koordinator.usecases.meeting_file import MeetingFile


class Coverage(StrEnum):
    """Whether the citizen's consent covers a participant; the citizens and those who act for them need none."""

    COVERED = "covered"
    NOT_COVERED = "not_covered"
    NEEDS_NONE = "needs_none"


def coverage(file: MeetingFile, participant: Participant) -> Coverage:
    """By the consents that are in force on the day of the meeting."""
    party = party_of(participant)
    if file.stands_for_citizen(participant):
        return Coverage.NEEDS_NONE
    name = file.parties.name(party)
    names: tuple[str, ...] = (name, file.parties.organisation(party))
    if party is not None and party.kind is PartyKind.CONTACT_PERSON:
        names = (*names, file.parties.role(party))
    is_covered = covers(file.consents, file.meeting.starts_on, names, first_name(name))
    return Coverage.COVERED if is_covered else Coverage.NOT_COVERED


COVERAGE_WORDS: Final = {
    Coverage.COVERED: texts.COVERED,
    Coverage.NOT_COVERED: texts.NOT_COVERED,
    Coverage.NEEDS_NONE: texts.STANDS_FOR,
}
COVERAGE_TONES: Final = {
    Coverage.COVERED: Tone.DONE,
    Coverage.NOT_COVERED: Tone.OVERDUE,
    Coverage.NEEDS_NONE: Tone.NEUTRAL,
}


def not_covered(file: MeetingFile) -> str:
    """Who is not covered, and what to do; empty where everybody is."""
    left_out = [each for each in file.participants if coverage(file, each) is Coverage.NOT_COVERED]
    return texts.not_covered(tuple(file.parties.name(party_of(each)) for each in left_out)) if left_out else ""
