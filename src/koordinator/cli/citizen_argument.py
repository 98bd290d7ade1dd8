"""Whom a command is about: ten digits with or without hyphen are a CPR number, anything else is the citizen's id."""

import re
from typing import Final

from koordinator.cli.command import Session
from koordinator.domain.cpr import parse_cpr
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import CitizenId, SubjectId

_TEN_DIGITS: Final = re.compile(r"[0-9]{6}-?[0-9]{4}")
_ID: Final = re.compile(r"[0-9]{1,9}")


def citizen_id(session: Session, text: str) -> CitizenId:
    """The citizen that the argument names. Raises BadCpr or NotFound; whether an id exists, the command finds out."""
    wanted = text.strip()
    if _TEN_DIGITS.fullmatch(wanted):
        return session.services.search.citizen_with(session.actor, parse_cpr(wanted))
    if not _ID.fullmatch(wanted):
        raise NotFound("citizen", wanted)
    return CitizenId(int(wanted))


def subject_of(session: Session, text: str) -> SubjectId:
    """Whom the citizen's plan is about: the family with their casework, else themselves. Raises BadCpr or NotFound."""
    file = session.services.citizens.open(session.actor, citizen_id(session, text))
    own_course = file.course_file.course is not None
    if file.family is not None and not own_course:
        return file.family.family.subject_id
    return file.citizen.subject_id
