"""The CPR number: ten digits that begin with a date of birth.

Judged by form and date only: since 2007 numbers without a valid modulus 11 are given out (Det Centrale
Personregister, "Personnummeret i CPR"). A replacement number (erstatningspersonnummer) has 60 added to its day.
The century rule is our own few lines because python-stdnum refuses replacement numbers and costs 30 ms of
start-up; a test holds the two against each other.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NewType

from koordinator.domain.errors import DomainError

CprNumber = NewType("CprNumber", str)
"""Ten digits, without hyphen."""

_SHAPE: Final = re.compile(r"[0-9]{9,10}|([0-9]{6})[\s\-\u2010-\u2013]{1,3}([0-9]{4})")
_REPLACEMENT: Final = 60


class CprFault(StrEnum):
    """What is wrong with a text that should have been a CPR number."""

    SHAPE = "shape"
    NO_SUCH_DATE = "no_such_date"
    NOT_BORN_YET = "not_born_yet"


@dataclass
class BadCpr(DomainError):
    """The text is not a CPR number. It is not carried along, because it may nearly be one."""

    fault: CprFault


def parse_cpr(text: str, today: date | None = None) -> CprNumber:
    """The CPR number that the text stands for.

    Understood are ten digits with or without hyphen or space, and the nine that a spreadsheet leaves when
    it takes a leading zero away. With `today`, nobody may be born later. Raises BadCpr.
    """
    shape = _SHAPE.fullmatch(text.strip())
    if shape is None:
        raise BadCpr(CprFault.SHAPE)
    cpr = CprNumber((shape[1] + shape[2] if shape[1] else shape[0]).zfill(10))
    try:
        born_on = birth_date_of(cpr)
    except ValueError:
        raise BadCpr(CprFault.NO_SUCH_DATE) from None
    if today is not None and born_on > today:
        raise BadCpr(CprFault.NOT_BORN_YET)
    return cpr


def is_replacement(cpr: CprNumber) -> bool:
    """True for a number given to somebody who is not in the register of persons (day + 60)."""
    return int(cpr[:2]) > _REPLACEMENT


def birth_date_of(cpr: CprNumber) -> date:
    """The date of birth, with the century told by the seventh digit."""
    day = int(cpr[:2]) - (_REPLACEMENT if is_replacement(cpr) else 0)
    year = int(cpr[4:6])
    return date(_century(cpr[6], year) + year, int(cpr[2:4]), day)


def _century(seventh: str, year: int) -> int:
    if seventh in "0123" or (seventh in "49" and year >= 37):
        return 1900
    return 1800 if seventh in "5678" and year >= 58 else 2000


def formatted_cpr(cpr: CprNumber) -> str:
    """As it is written: 120378-1234."""
    return f"{cpr[:6]}-{cpr[6:]}"


def masked_cpr(cpr: CprNumber) -> str:
    """As it is shown until somebody asks for it: 120378-••••."""
    return f"{cpr[:6]}-••••"
