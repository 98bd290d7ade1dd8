"""Everything held about a citizen, gathered along what the kinds say of themselves."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, Final

from koordinator.domain.citizen import Citizen, Family, FamilyMembership, Subject
from koordinator.domain.danish_day import danish_day
from koordinator.domain.draft import Draft
from koordinator.domain.ids import CitizenId, FamilyId, SubjectId
from koordinator.domain.joint_plan import MemberPart
from koordinator.domain.periods import holds_on
from koordinator.usecases.ports import Transaction
from koordinator.usecases.right_of_access_kinds import CITIZEN_FIELDS, CONTACT_FIELDS, HELD, HeldKind

Row = Any
"""A row of any of the kinds."""
_SMALL_BEFORE_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ROOM: Final = "_room"
"""What is typed in the meeting's room is kept under a word of its own."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """All that is held about the citizen, by kind and key.

    `owners` are the citizens in whose affairs a row of this citizen's stands, where that is somebody else.
    """

    citizen: Citizen
    subject_ids: tuple[SubjectId, ...]
    left: Mapping[SubjectId, date]
    rows: Mapping[type, Mapping[int, Row]]
    owners: Mapping[tuple[type, int], CitizenId]

    def every(self) -> Iterator[Row]:
        """Every row, in the order of the report."""
        for some in self.rows.values():
            yield from some.values()

    def citizen_ids(self) -> frozenset[CitizenId]:
        """The other citizens that the rows name."""
        named = {getattr(row, name, None) for row in self.every() for name in CITIZEN_FIELDS}
        return frozenset(key for key in (*named, *self.owners.values()) if key not in (None, self.citizen.id))

    def contact_ids(self) -> frozenset[int]:
        """The contact persons that the rows name."""
        named = {getattr(row, name, None) for row in self.every() for name in CONTACT_FIELDS}
        return frozenset(key for key in named if key is not None)


def word_of(kind: type) -> str:
    """The glossary's word for the kind: case_file."""
    return _SMALL_BEFORE_CAPITAL.sub("_", kind.__name__).lower()


def gather(tx: Transaction, citizen_id: CitizenId) -> Holdings:
    """What is held about the citizen, also in the families they belong to or have left. Raises NotFound."""
    citizen = tx.of(Citizen).get(citizen_id)
    families, left = _families(tx, citizen_id)
    own = tx.of(Family).where(id=tuple(families)) if families else ()
    subjects = (citizen.subject_id, *(family.subject_id for family in own))
    keys: dict[type, frozenset[int]] = {
        Citizen: frozenset((citizen_id,)),
        Family: frozenset(families),
        Subject: frozenset(subjects),
    }
    rows: dict[type, dict[int, Row]] = {}
    for held in HELD:
        found = {row.id: row for row in (*_by_links(tx, held, keys), *_before_leaving(tx, held, left))}
        rows[held.kind] = {key: found[key] for key in sorted(found)}
        keys.setdefault(held.kind, frozenset(found))
    rows[Draft] = _drafts(tx, citizen_id, rows)
    return Holdings(citizen, subjects, left, rows, dict(_owners(tx, rows, keys, left)))


def _families(tx: Transaction, citizen_id: CitizenId) -> tuple[tuple[FamilyId, ...], dict[SubjectId, date]]:
    """Those the citizen belongs to, and the subjects of those that were left, with the day of the last time."""
    memberships = tx.of(FamilyMembership).where(citizen_id=citizen_id, order_by="until_on")
    today = {row.family_id for row in memberships if row.until_on is None or holds_on(row, tx.today)}
    over = {row.family_id: row.until_on for row in memberships if row.until_on and row.family_id not in today}
    gone = tx.of(Family).where(id=tuple(over)) if over else ()
    return tuple(sorted(today)), {family.subject_id: over[family.id] for family in gone}


def _by_links(tx: Transaction, held: HeldKind, keys: Mapping[type, frozenset[int]]) -> Iterator[Row]:
    for link in held.links:
        if known := keys.get(link.of):
            wanted: dict[str, Any] = {link.field: tuple(sorted(known))}
            yield from tx.of(held.kind).where(**wanted)


def _before_leaving(tx: Transaction, held: HeldKind, left: Mapping[SubjectId, date]) -> Iterator[Row]:
    """What a family that was left has from the time before; what has no day is not given."""
    for subject_id, until in left.items() if held.day else ():
        rows: tuple[Row, ...] = tx.of(held.kind).where(subject_id=subject_id)
        for row in rows:
            day = _day(getattr(row, held.day))
            if day is not None and day < until:
                yield row


def _day(value: date | datetime | None) -> date | None:
    return danish_day(value) if isinstance(value, datetime) else value


def _drafts(tx: Transaction, citizen_id: CitizenId, rows: Mapping[type, Mapping[int, Row]]) -> dict[int, Row]:
    kinds = {word_of(kind): frozenset(found) for kind, found in rows.items()}
    # Known by the citizen: the part itself is made by its first word.
    kinds[word_of(MemberPart)] = frozenset((citizen_id, *(part.citizen_id for part in rows[MemberPart].values())))
    drafts = (
        draft
        for word, found in kinds.items()
        if found
        for draft in tx.of(Draft).where(kind=(word, word + _ROOM), thing_id=tuple(found))
    )
    return {draft.id: draft for draft in drafts}


def _owners(
    tx: Transaction,
    rows: Mapping[type, Mapping[int, Row]],
    keys: Mapping[type, frozenset[int]],
    left: Mapping[SubjectId, date],
) -> Iterator[tuple[tuple[type, int], CitizenId]]:
    """The rows that name the citizen in somebody else's affairs, and whose these are."""
    for held in HELD:
        home = held.links[0]
        for row in rows[held.kind].values():
            key = getattr(row, home.field)
            if key is None or key in keys[home.of] or (home.of is Subject and key in left):
                continue
            owner = _owner(tx, home.of, key, left)
            if owner is not None:
                yield (held.kind, row.id), owner


_HOMES: Final = {held.kind: held.links[0] for held in HELD}


def _owner(tx: Transaction, kind: type, key: int, left: Mapping[SubjectId, date]) -> CitizenId | None:
    """The citizen in whose affairs the thing stands, of a family's one of its members; None where they were their own.

    What is decided about that one is decided about it.
    """
    while kind not in (Citizen, Subject):
        link = _HOMES[kind]
        row: Row = tx.of(kind).get(key)
        kind, key = link.of, getattr(row, link.field)
    if kind is Citizen:
        return CitizenId(key)
    owner = tx.of(Citizen).find(subject_id=key)
    if owner is not None or key in left:
        return owner.id if owner is not None else None
    family = tx.of(Family).find(subject_id=key)
    members = tx.of(FamilyMembership).where(family_id=family.id, order_by="id") if family is not None else ()
    return next((each.citizen_id for each in members), None)


def texts_of(row: Row, skipped: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The row's texts that people wrote, by field."""
    for field in fields(row):
        value = getattr(row, field.name)
        if type(value) is str and value and field.name not in skipped:
            yield field.name, value
