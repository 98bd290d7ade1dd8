"""What can be searched for: for each kind of thing a folded text, and an index of every part of it.

A kind has a table of its own, so that many hits of one kind are not gone through to find those of another.
"""

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, Table

from koordinator.domain.search import HitKind
from koordinator.storage.columns import ALSO, metadata, text
from koordinator.storage.dialect import trigram_table


def parts_of(kind: HitKind) -> str:
    """The name of the index of parts."""
    return f"search_{kind}_part"


def _entries(kind: HitKind) -> Table:
    name = f"search_{kind}"
    entries = Table(
        name,
        metadata,
        Column("id", Integer, ForeignKey(f"{kind}.id"), primary_key=True),
        text("folded"),
        sqlite_strict=True,
        info={ALSO: trigram_table(parts_of(kind), "folded", name)},
    )
    Index(f"ix_{name}_folded", entries.c.folded)
    return entries


ENTRIES: Final = {kind: _entries(kind) for kind in HitKind}
"""The folded text of each thing, by the thing's own key."""
