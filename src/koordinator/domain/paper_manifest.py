"""What lies in a folder of papers, for the system that takes them over: nothing in it says whom they are about."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from koordinator.domain.errors import DomainError
from koordinator.domain.paper import Reader
from koordinator.domain.paper_order import PaperOrder

MANIFEST_SCHEMA: Final = 1
MANIFEST_NAME: Final = "manifest.json"
NOT_WRITTEN: Final = ("recovery_sheet", "right_of_access")
"""The first holds the key to everything and is never kept; the second is the answer to a citizen who has asked."""


class FolderNotEmpty(DomainError):
    """Something lies in the folder already; nothing is written over or beside it."""

    path: str


class Variant(StrEnum):
    """Which of a paper's copies it is."""

    WHOLE = "whole"
    MEMBER = "member"
    ONE_PERSON = "one_person"


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """A file as it lies there; `path` is seen from the folder.

    `replaced` are the characters that no font has, and that are shown by something else.
    """

    path: str
    sha256: str
    size: int
    title: str
    language: str
    pages: int
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One paper. `number` is the version of the plan or of the minutes, None for a draft and for other papers.

    A paper about nobody has neither a subject nor a reader.
    """

    file: ManifestFile
    kind: str
    large_print: bool
    made_at: datetime
    reader: Reader | None = None
    variant: Variant = Variant.WHOLE
    subject_uid: str = ""
    meeting_uid: str = ""
    number: int | None = None


def variant_of(order: PaperOrder) -> Variant:
    """Which copy is asked for."""
    if order.member_id is not None:
        return Variant.MEMBER
    return Variant.ONE_PERSON if order.party is not None else Variant.WHOLE


def manifest_text(entries: Iterable[ManifestEntry], made_at: datetime, *, complete: bool) -> str:
    """The manifest (JSON). One that is not complete was stopped; what it names is there and whole."""
    said = {
        "schema": MANIFEST_SCHEMA,
        "made_at": made_at.isoformat(),
        "complete": complete,
        "not_written": NOT_WRITTEN,
        "files": [_entry(each) for each in entries],
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _entry(entry: ManifestEntry) -> dict[str, object]:
    file = entry.file
    return {
        "path": file.path,
        "kind": entry.kind,
        "reader": entry.reader,
        "variant": entry.variant,
        "large_print": entry.large_print,
        "title": file.title,
        "language": file.language,
        "subject_uid": entry.subject_uid or None,
        "meeting_uid": entry.meeting_uid or None,
        "version": entry.number,
        "sha256": file.sha256,
        "bytes": file.size,
        "pages": file.pages,
        "made_at": entry.made_at.isoformat(),
        "replaced_characters": list(file.replaced),
    }
