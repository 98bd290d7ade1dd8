"""The family as a tree: who belongs to which generation, and the bonds that are drawn between them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from koordinator.domain.citizen import FamilyRole, Relation, RelationKind
from koordinator.domain.citizen_rules import seen_from_the_other
from koordinator.domain.ids import CitizenId


class BondKind(StrEnum):
    """A line in the tree. PARENT, FOSTER and CUSTODY go from the elder to the child."""

    PARTNER = "partner"
    EX_PARTNER = "ex_partner"
    SIBLING = "sibling"
    PARENT = "parent"
    FOSTER = "foster"
    CUSTODY = "custody"

    @property
    def is_level(self) -> bool:
        """Both belong to one generation."""
        return self in (BondKind.PARTNER, BondKind.EX_PARTNER, BondKind.SIBLING)


@dataclass(frozen=True, slots=True)
class Bond:
    """Two people of the tree."""

    kind: BondKind
    one: CitizenId
    other: CitizenId


@dataclass(frozen=True, slots=True)
class FamilyTree:
    """The generations, the oldest first, each from left to right; and the bonds between them, each once."""

    generations: tuple[tuple[CitizenId, ...], ...]
    bonds: tuple[Bond, ...]


_LEVEL: Final = {
    RelationKind.SIBLING: BondKind.SIBLING,
    RelationKind.PARTNER: BondKind.PARTNER,
    RelationKind.EX_PARTNER: BondKind.EX_PARTNER,
}
_DOWN: Final = {
    RelationKind.CHILD: BondKind.PARENT,
    RelationKind.FOSTER_CHILD: BondKind.FOSTER,
}
_COUPLES: Final = (BondKind.PARTNER, BondKind.EX_PARTNER)


def family_tree(roles: Mapping[CitizenId, FamilyRole | None], relations: Iterable[Relation]) -> FamilyTree:
    """The tree of these people. Which side a relation was registered from makes no difference.

    `roles` holds everybody in the tree with the place in the family, None for a relative outside it. Who has no
    relation stands with the adults, or with the children when a child. Where relations go in a ring
    (somebody is their own grandmother) the first one counts, and what cannot be right is not drawn.
    """
    bonds = tuple(bond for bond in _bonds(relations) if bond.one in roles and bond.other in roles)
    level = _levels(roles, bonds)
    fitting = tuple(bond for bond in bonds if _fits(bond, level))
    drawn = tuple(bond for bond in fitting if not _is_implied(bond, fitting))
    rows: dict[int, list[CitizenId]] = {}
    for citizen_id in roles:
        rows.setdefault(level[citizen_id], []).append(citizen_id)
    generations: list[tuple[CitizenId, ...]] = []
    for number in sorted(rows):
        above = generations[-1] if generations else ()
        generations.append(_in_order(rows[number], above, drawn))
    return FamilyTree(tuple(generations), drawn)


def _bonds(relations: Iterable[Relation]) -> tuple[Bond, ...]:
    """Each bond once, in a settled order; who is a parent needs no second line for the custody."""
    found = {bond for relation in relations if (bond := _bond(relation)) is not None}
    parents = {(bond.one, bond.other) for bond in found if bond.kind is not BondKind.CUSTODY}
    kept = (bond for bond in found if bond.kind is not BondKind.CUSTODY or (bond.one, bond.other) not in parents)
    return tuple(sorted(kept, key=lambda bond: (tuple(BondKind).index(bond.kind), bond.one, bond.other)))


def _bond(relation: Relation) -> Bond | None:
    if relation.kind is RelationKind.OTHER or relation.citizen_id == relation.other_citizen_id:
        return None
    if relation.kind in _LEVEL:
        one, other = sorted((relation.citizen_id, relation.other_citizen_id))
        return Bond(_LEVEL[relation.kind], one, other)
    if relation.kind is RelationKind.CUSTODY_HOLDER:
        return Bond(BondKind.CUSTODY, relation.other_citizen_id, relation.citizen_id)
    down = relation if relation.kind in _DOWN else seen_from_the_other(relation)
    return Bond(_DOWN[down.kind], down.citizen_id, down.other_citizen_id)


def _levels(roles: Mapping[CitizenId, FamilyRole | None], bonds: tuple[Bond, ...]) -> dict[CitizenId, int]:
    """Each one's generation. Everybody is visited once, so a ring comes to an end."""
    adults_first = sorted(roles, key=lambda key: (roles[key] is not FamilyRole.ADULT, roles[key] is None))
    level: dict[CitizenId, int] = {}
    for start in adults_first:
        if start in level:
            continue
        level[start] = int(roles[start] is FamilyRole.CHILD)
        waiting = [start]
        while waiting:
            here = waiting.pop(0)
            for there, step in _next_to(here, bonds):
                if there not in level:
                    level[there] = level[here] + step
                    waiting.append(there)
    return level


def _next_to(here: CitizenId, bonds: tuple[Bond, ...]) -> list[tuple[CitizenId, int]]:
    down = [(bond.other, 0 if bond.kind.is_level else 1) for bond in bonds if bond.one == here]
    up = [(bond.one, 0 if bond.kind.is_level else -1) for bond in bonds if bond.other == here]
    return [*down, *up]


def _fits(bond: Bond, level: Mapping[CitizenId, int]) -> bool:
    steps = level[bond.other] - level[bond.one]
    return steps == (0 if bond.kind.is_level else 1)


def _is_implied(bond: Bond, bonds: tuple[Bond, ...]) -> bool:
    """Brothers and sisters with a parent in common are seen as such without a line of their own."""
    return bond.kind is BondKind.SIBLING and bool(_elders(bond.one, bonds) & _elders(bond.other, bonds))


def _elders(child: CitizenId, bonds: Iterable[Bond]) -> frozenset[CitizenId]:
    return frozenset(bond.one for bond in bonds if bond.other == child and not bond.kind.is_level)


def _in_order(row: Iterable[CitizenId], above: tuple[CitizenId, ...], bonds: tuple[Bond, ...]) -> tuple[CitizenId, ...]:
    """Couples stand beside each other, and children under their parents."""
    place = {key: number for number, key in enumerate(above)}
    left = list(row)
    groups: list[list[CitizenId]] = []
    while left:
        group = _coupled(left[0], bonds)
        left = [key for key in left if key not in group]
        groups.append(group)

    def under(group: list[CitizenId]) -> float:
        elders = [place[elder] for key in group for elder in _elders(key, bonds) if elder in place]
        return sum(elders) / len(elders) if elders else float(len(above))

    return tuple(key for group in sorted(groups, key=under) for key in group)


def _coupled(start: CitizenId, bonds: tuple[Bond, ...]) -> list[CitizenId]:
    """The chain of couples that the one belongs to, from one end of it to the other."""

    def partners(key: CitizenId) -> list[CitizenId]:
        level = [bond for bond in bonds if bond.kind in _COUPLES and key in (bond.one, bond.other)]
        return [bond.other if bond.one == key else bond.one for bond in level]

    everybody = _reached(start, partners)
    end = min(everybody, key=lambda key: (len(partners(key)), everybody.index(key)))
    return _reached(end, partners)


def _reached(start: CitizenId, partners: Callable[[CitizenId], list[CitizenId]]) -> list[CitizenId]:
    waiting, seen = [start], list[CitizenId]()
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.append(key)
            waiting.extend(partners(key))
    return seen
