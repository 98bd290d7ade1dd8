"""What the letters say that tell a citizen or a family who helps them: from now on, after a handover, afterwards."""

from dataclasses import dataclass
from datetime import date

from koordinator.domain.codes import EndReason
from koordinator.domain.content_parts import AppointmentContent, ContactCard, Sender, SubjectContent
from koordinator.domain.errors import DomainError
from koordinator.domain.handover import HandoverKind
from koordinator.domain.invitation_content import Addressee
from koordinator.domain.letter_versions import OwnText


@dataclass(frozen=True, slots=True)
class LetterHead:
    """From whom, to whom and when. The addressee is the citizen or the family that the letter is about.

    `own_texts` are the municipality's own words of the day, in all letters and papers that have such.
    """

    sender: Sender
    subject: SubjectContent
    addressee: Addressee
    made_on: date
    own_texts: tuple[OwnText, ...] = ()


@dataclass(frozen=True, slots=True)
class ResponsibleLetter:
    """Who the koordinerende and the fast sagsbehandler are. One of them at least is there."""

    head: LetterHead
    coordinator: ContactCard | None
    primary: ContactCard | None


@dataclass(frozen=True, slots=True)
class HandoverLetter:
    """Who takes over from whom, and from which day. `meeting` is the introduction, where it is planned."""

    head: LetterHead
    kind: HandoverKind
    giver: ContactCard
    receiver: ContactCard
    takes_effect_on: date
    meeting: AppointmentContent | None = None


@dataclass(frozen=True, slots=True)
class EndLetter:
    """That the course is over, why, what the citizen said about it, and whom to call afterwards."""

    head: LetterHead
    reason: EndReason
    ended_on: date
    citizens_word: str = ""
    call_afterwards: str = ""
    signed_by: ContactCard | None = None


class NobodyToName(DomainError):
    """There is neither a coordinator nor a primary caseworker to write about."""

    name: str


class NothingEnded(DomainError):
    """No course has ended that a letter could be written about, or nobody is left to read it."""

    name: str
