"""What the consents let each participant take part in. Without Qt."""

from collections import Counter
from typing import Final

from koordinator.domain.coverage import Standing
from koordinator.domain.may_read import GENERAL_KINDS
from koordinator.domain.party import party_of
from koordinator.texts import meeting_page as texts
from koordinator.texts.formats import first_name
from koordinator.texts.meeting_readers import choose_themes
from koordinator.texts.paper_consent import limited
from koordinator.ui.tokens import Tone
from koordinator.usecases.invitation_snapshot import limited_to
from koordinator.usecases.meeting_file import MeetingFile

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


def taking_part(file: MeetingFile) -> str:
    """Who is there for some of the items only, and which items need a theme before they can be; empty where all are."""
    some = [each for each in limited_to(file) if each.numbers]
    if not some:
        return ""
    called = Counter(first_name(file.parties.name(party_of(each))) for each in file.participants)
    said = [limited(each.name, each.numbers, called[first_name(each.name)]) for each in some]
    bare = [
        n for n, item in enumerate(file.agenda, start=1) if item.theme_id is None and item.kind not in GENERAL_KINDS
    ]
    if bare:
        said.append(choose_themes(bare, [each.name for each in some]))
    return "\n".join(said)


def not_covered(file: MeetingFile) -> str:
    """Who is not covered, and what to do; empty where everybody is."""
    left_out = [each for each in file.participants if file.standing(each) is Standing.NOT_COVERED]
    return texts.not_covered(tuple(file.parties.name(party_of(each)) for each in left_out)) if left_out else ""
