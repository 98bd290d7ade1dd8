"""The one person a paper is for, by their name: as a consent lets them have it, whole, reduced or not at all."""

import argparse
from collections.abc import Iterable
from typing import Final, TypeVar

from koordinator.cli.command import Session
from koordinator.domain.errors import NotFound
from koordinator.domain.folding import folded
from koordinator.domain.ids import MeetingId, ParticipantId, SubjectId
from koordinator.domain.organisation import SeveralEmployees
from koordinator.domain.party import party_of
from koordinator.texts import meeting_command as words
from koordinator.usecases.papers import HandedPaper

CITIZEN: Final = "citizen"
PROFESSIONAL: Final = "professional"
Found = TypeVar("Found")


def add_reader(parser: argparse.ArgumentParser, help_words: str = words.READER_HELP, *, required: bool = False) -> None:
    """The argument `--reader`."""
    parser.add_argument("--reader", dest="person", metavar=words.NAME, required=required, help=help_words)


def minutes_for(session: Session, meeting_id: MeetingId, name: str) -> HandedPaper:
    """The participant's minutes. Raises NotFound, SeveralEmployees or NotCoveredByConsent."""
    return session.services.reader_papers.minutes(session.actor, participant_named(session, meeting_id, name))


def participant_named(session: Session, meeting_id: MeetingId, name: str) -> ParticipantId:
    """The meeting's participant of the name. Raises NotFound or SeveralEmployees."""
    file = session.services.meetings.open(session.actor, meeting_id)
    named = ((file.parties.name(party_of(each)), each) for each in file.participants)
    return _only(named, name).id


def plan_for(session: Session, subject_id: SubjectId, name: str, number: int | None) -> HandedPaper:
    """The plan of somebody round the subject. Raises NotFound, SeveralEmployees or NotCoveredByConsent."""
    file = session.services.consents.open(session.actor, subject_id)
    party = _only(((each.name, each.party) for each in file.round_it), name)
    return session.services.reader_papers.plan(session.actor, subject_id, party, number=number)


def _only(named: Iterable[tuple[str, Found]], name: str) -> Found:
    found = [each for called, each in named if folded(called) == folded(name)]
    if not found:
        raise NotFound("participant", name)
    if len(found) > 1:
        raise SeveralEmployees(name)
    return found[0]
