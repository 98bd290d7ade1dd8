"""What can be searched for: a folded text for each thing, and an index of every part of it."""

from enum import IntEnum
from typing import Final

from sqlalchemy import Column, Index, Integer, Table

from koordinator.storage.columns import ALSO, metadata, number, text
from koordinator.storage.dialect import trigram_table


class Searched(IntEnum):
    """The kinds of things that can be searched for, in the order of hits."""

    CITIZEN = 0
    FAMILY = 1
    CASE_FILE = 2
    AGREEMENT = 3


KEYS_OF_A_KIND: Final = 1 << 40

SEARCH_PART: Final = "search_part"
"""The index of every part of the entries' texts."""


def entry_id(kind: Searched, thing_id: int) -> int:
    """The entry's key. The entries of a kind lie together, so that one kind can be searched at a time."""
    return kind * KEYS_OF_A_KIND + thing_id


SEARCH_ENTRY = Table(
    "search_entry",
    metadata,
    Column("id", Integer, primary_key=True),
    number("kind"),
    text("folded"),
    sqlite_strict=True,
    info={ALSO: trigram_table(SEARCH_PART, "folded", "search_entry")},
)
Index("ix_search_entry_folded", SEARCH_ENTRY.c.kind, SEARCH_ENTRY.c.folded)
