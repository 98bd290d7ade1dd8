"""What inviting shows, made of the meeting's file. Without Qt."""

from typing import Final

from koordinator.domain.email_address import is_email
from koordinator.domain.invitation import InvitationWay, invited_with
from koordinator.domain.meeting import Participant
from koordinator.domain.party import party_of
from koordinator.domain.presence_wish import there_against_wish
from koordinator.texts import meeting_inviting as texts
from koordinator.ui.pages.meeting.coverage import not_covered
from koordinator.usecases.invitations import Invited, ways_to
from koordinator.usecases.meeting_file import MeetingFile

_MANY: Final = 3


def names(file: MeetingFile, people: tuple[Participant, ...]) -> tuple[str, ...]:
    """The people's names."""
    return tuple(file.parties.name(party_of(each)) for each in people)


def reach(file: MeetingFile, people: tuple[Participant, ...]) -> dict[InvitationWay, int]:
    """How many of the people each way reaches."""
    return {way: sum(way in ways_to(file, each) for each in people) for way in InvitationWay}


def remarks(file: MeetingFile, people: tuple[Participant, ...]) -> tuple[str, ...]:
    """What to think of before anything is sent: the citizen's wishes, consent, addresses that are wrong."""
    return tuple(filter(None, (against_wish(file), _not_prepared(file), not_covered(file), *_wrong(file, people))))


def against_wish(file: MeetingFile) -> str:
    """Who is to come though the citizen does not want it; empty where nobody is."""
    there = names(file, there_against_wish(file.wishes, file.participants))
    return texts.against_wish(file.people.name, there) if there else ""


def called(file: MeetingFile, participant: Participant) -> str:
    """indkaldt 21.11. med brev og kalenderfil"""
    if participant.invited_at is None:
        return texts.NOT_INVITED
    ways = tuple(each.way for each in invited_with(file.invitations, participant))
    return texts.invited(participant.invited_at, ways)


def produced(invited: Invited) -> str:
    """What has been made, for how many, and for whom nothing could be."""
    made = texts.made(tuple(paper.kind for paper in invited.papers))
    unreached = names(invited.file, invited.unreached)
    return " ".join(filter(None, (made, texts.unreached(unreached) if unreached else "")))


def _not_prepared(file: MeetingFile) -> str:
    prepared = file.preparation is not None and file.preparation.prepared_on is not None
    return "" if prepared else texts.not_prepared(file.people.name)


def _wrong(file: MeetingFile, people: tuple[Participant, ...]) -> tuple[str, ...]:
    """One remark each, or one for all where they are many."""
    addresses = {each.id: file.parties.email(party_of(each)) for each in people}
    wrong = tuple(each for each in people if addresses[each.id] and not is_email(addresses[each.id]))
    if len(wrong) > _MANY:
        return (texts.wrong_emails(names(file, wrong)),)
    return tuple(texts.wrong_email(file.parties.name(party_of(each)), addresses[each.id]) for each in wrong)
