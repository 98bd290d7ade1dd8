"""Searching: what a typed text looks for, and what was found."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from koordinator.domain import limits
from koordinator.domain.citizen import SubjectKind
from koordinator.domain.folding import folded, squeezed
from koordinator.domain.ids import SubjectId

_CPR_SO_FAR: Final = re.compile(r"([0-9]{6})[\s\-\u2010-\u2013]?([0-9]{0,4})")


class HitKind(StrEnum):
    """What can be found, in the order in which hits are shown."""

    CITIZEN = "citizen"
    FAMILY = "family"
    CASE_FILE = "case_file"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a text looks for, folded.

    `words` must all be found, in any order: any part of a word, or the beginning of one when fewer than three
    letters are typed. `number` is the whole text as a case number would be kept.
    `cpr` is the beginning of a CPR number (six to ten digits), or empty.
    """

    words: tuple[str, ...]
    number: str
    cpr: str


@dataclass(frozen=True, slots=True)
class SearchHit:
    """Something that was found.

    `title` is the name, the case number, or what was agreed. `owner_kind` and `owner_id` tell the citizen or family
    that it is or belongs to, and `whose` the name of that for a case or an agreement. `cpr_masked` is a citizen's,
    `department` a case's, `due_on` an agreement's.
    """

    kind: HitKind
    thing_id: int
    subject_id: SubjectId
    owner_kind: SubjectKind
    owner_id: int
    title: str
    whose: str = ""
    cpr_masked: str = ""
    department: str = ""
    due_on: date | None = None


def read_search(text: str) -> Wanted:
    """What the text looks for; only its first 80 characters are looked at."""
    typed = text.strip()[: limits.SHORT]
    cpr = _CPR_SO_FAR.fullmatch(typed)
    return Wanted(tuple(folded(typed).split()), squeezed(typed), cpr[1] + cpr[2] if cpr else "")


_TELLING: Final = 3
"""So many letters of a name point to somebody."""


def would_find(term: str, name: str, cpr: str, numbers: Iterable[str]) -> bool:
    """Whether a search points to somebody: by part of the name, by the CPR number, or by one of their case numbers.

    In doubt it does: a word of three letters that stands in the name, or a word of the name that stands in the text.
    """
    wanted = read_search(term)
    words, own = wanted.words, folded(name)
    if wanted.number and any(wanted.number in squeezed(number) for number in numbers):
        return True
    digits = "".join(character for character in term if character.isdigit())
    if cpr and len(digits) >= len(cpr) - 4 and (digits in cpr or cpr in digits):
        return True
    by_typed = any(len(word) >= _TELLING and word in own for word in words)
    return by_typed or any(len(part) >= _TELLING and part in folded(term) for part in own.split()) or own in words
