"""Handing a paper out: who may get it, which ways lead to them, and what is proposed.

The program sends nothing. An authority sends through Digital Post from its case system, or by letter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from koordinator.domain.errors import DomainError
from koordinator.domain.ids import PaperId, PlanVersionId
from koordinator.domain.paper import HandoutWay

DIGITAL_POST_FROM_AGE: Final = 15
"""Source: lov om Digital Post fra offentlige afsendere, section 3."""


class RecipientRole(StrEnum):
    """Why somebody is proposed."""

    CITIZEN = "citizen"
    CUSTODY_HOLDER = "custody_holder"
    GUARDIAN = "guardian"
    PARTY_REPRESENTATIVE = "party_representative"
    PRESENT = "present"
    INVITED = "invited"
    OTHER = "other"


class NoDigitalPost(StrEnum):
    """Why somebody cannot get Digital Post."""

    EXEMPT = "exempt"
    UNDER_AGE = "under_age"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody a paper may go to. `is_citizen`: not somebody who helps.

    `no_digital_post` is None as far as we know; of others than citizens only the case system knows.
    `wants_letter` is what the citizen asked for. `proposed` is whether they are ticked beforehand.
    """

    name: str
    role: RecipientRole
    is_citizen: bool = False
    no_digital_post: NoDigitalPost | None = None
    wants_letter: bool = False
    protected_address: bool = False
    proposed: bool = False

    @property
    def ways(self) -> tuple[HandoutWay, ...]:
        """Those that lead to them."""
        refused = {HandoutWay.SECURE_MAIL} if self.is_citizen else set()
        if self.no_digital_post is not None:
            refused.add(HandoutWay.DIGITAL_POST)
        return tuple(way for way in HandoutWay if way not in refused)

    def proposed_way(self, *, met_today: bool) -> HandoutWay:
        """In the hand where people are together today, else as they can and want to be reached."""
        if met_today:
            return HandoutWay.AT_MEETING
        if self.no_digital_post is not None or self.wants_letter:
            return HandoutWay.LETTER
        return HandoutWay.DIGITAL_POST


def no_digital_post(*, exempt: bool, born_on: date | None, today: date) -> NoDigitalPost | None:
    """Why a citizen cannot get Digital Post, or None. Source: lov om Digital Post, sections 3 and 5."""
    if exempt:
        return NoDigitalPost.EXEMPT
    if born_on is not None and _age(born_on, today) < DIGITAL_POST_FROM_AGE:
        return NoDigitalPost.UNDER_AGE
    return None


def _age(born_on: date, today: date) -> int:
    return today.year - born_on.year - ((today.month, today.day) < (born_on.month, born_on.day))


@dataclass(frozen=True, slots=True)
class HandedThing:
    """What is handed out: a paper, or a plan version, as when it is read aloud."""

    paper_id: PaperId | None = None
    plan_version_id: PlanVersionId | None = None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Who got it, on which day and how."""

    recipient: str
    on: date
    way: HandoutWay


class NotByDigitalPost(DomainError):
    """The citizen cannot get Digital Post; nothing was noted."""

    name: str
    why: NoDigitalPost


class HandedOutAhead(DomainError):
    """What has not happened yet cannot be noted."""

    on: date


def check_handed(handed: HandedOver, citizens: Iterable[Recipient], today: date) -> None:
    """Raises HandedOutAhead, or NotByDigitalPost where a citizen of the name cannot get any."""
    if handed.on > today:
        raise HandedOutAhead(handed.on)
    name = handed.recipient.strip().casefold()
    for citizen in citizens if handed.way is HandoutWay.DIGITAL_POST else ():
        if citizen.name.casefold() == name and citizen.no_digital_post is not None:
            raise NotByDigitalPost(citizen.name, citizen.no_digital_post)
