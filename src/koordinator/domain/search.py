"""Searching: what a typed text looks for, and what was found."""

import re
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
