"""The one person a paper is for, by their name: as a consent lets them have it, whole, reduced or not at all."""

import argparse
from collections.abc import Iterable
from typing import Final, TypeVar

from koordinator.cli.command import Session
from koordinator.domain.errors import NotFound
from koordinator.domain.folding import folded
from koordinator.domain.ids import SubjectId
from koordinator.domain.organisation import SeveralEmployees
from koordinator.domain.party import Party, party_of
from koordinator.texts import meeting_command as words
from koordinator.usecases.meeting_file import MeetingFile

CITIZEN: Final = "citizen"
PROFESSIONAL: Final = "professional"
Found = TypeVar("Found")


def add_reader(parser: argparse.ArgumentParser, help_words: str = words.READER_HELP, *, required: bool = False) -> None:
    """The argument `--reader`."""
    parser.add_argument("--reader", dest="person", metavar=words.NAME, required=required, help=help_words)


def participant_named(file: MeetingFile, name: str) -> Party | None:
    """The meeting's participant of the name. Raises NotFound or SeveralEmployees."""
    parties = (party_of(each) for each in file.participants)
    return _only(((file.parties.name(party), party) for party in parties), name)


def somebody_round(session: Session, subject_id: SubjectId, name: str) -> Party:
    """The one of the name round the subject. Raises NotFound or SeveralEmployees."""
    file = session.services.consents.open(session.actor, subject_id)
    return _only(((each.name, each.party) for each in file.round_it), name)


def _only(named: Iterable[tuple[str, Found]], name: str) -> Found:
    found = [each for called, each in named if folded(called) == folded(name)]
    if not found:
        raise NotFound("participant", name)
    if len(found) > 1:
        raise SeveralEmployees(name)
    return found[0]
