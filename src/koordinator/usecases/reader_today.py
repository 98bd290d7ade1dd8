"""Whether a kept paper may still go to the one it was made for: a consent that was withdrawn since holds at once."""

from typing import Final

from koordinator.domain.coverage import ConsentWithdrawn
from koordinator.domain.danish_day import danish_day
from koordinator.domain.meeting import Meeting, Participant
from koordinator.domain.paper import Paper, PaperKind
from koordinator.usecases.parties import parties_for
from koordinator.usecases.ports import Transaction
from koordinator.usecases.sharing import sharing_of
from koordinator.usecases.subject_people import SubjectPeople, people_of

_NAMES_NOBODY: Final = frozenset({PaperKind.CALENDAR_FILE, PaperKind.INPUT_CARD})
"""What they say needs no consent."""


def may_still_have(tx: Transaction, people: SubjectPeople, paper: Paper) -> bool:
    """Whether everything in the paper may be shared with its reader today.

    True for a paper for all readers: whom it goes to is asked when it is handed out. Where several have the name, what
    one of them may not have, none gets. A name that nobody round the subject has any more stands for nobody known.
    """
    if not paper.made_for or paper.kind in _NAMES_NOBODY:
        return True
    meetings = tuple(each.id for each in tx.of(Meeting).where(subject_id=people.subject_id))
    parties = parties_for(tx, people, tx.of(Participant).where(meeting_id=meetings))
    sharing = sharing_of(tx, people, parties)
    made_on = danish_day(paper.made_at)
    for party in sharing.listeners:
        if parties.name(party) == paper.made_for and not sharing.needs_none(party):
            today, then = sharing.coverage(party, tx.today), sharing.coverage(party, made_on)
            if not today.covered or today.excepted - then.excepted:
                return False
    return True


def require_still_covered(tx: Transaction, paper: Paper) -> None:
    """Raises ConsentWithdrawn when the paper's reader may not have all of it any more."""
    if not may_still_have(tx, people_of(tx, paper.subject_id), paper):
        raise ConsentWithdrawn(paper.made_for)
