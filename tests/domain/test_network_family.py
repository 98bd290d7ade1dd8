"""The family tree: generations, couples beside each other, rings that come to an end."""

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.citizen import FamilyRole, Relation, RelationKind
from koordinator.domain.citizen_rules import seen_from_the_other
from koordinator.domain.ids import CitizenId, RowId
from koordinator.domain.network_family import Bond, BondKind, FamilyTree, family_tree

KIND, ADULT, CHILD = RelationKind, FamilyRole.ADULT, FamilyRole.CHILD


def related(one: int, other: int, kind: RelationKind) -> Relation:
    return Relation(RowId(one * 100 + other), CitizenId(one), CitizenId(other), kind)


def roles(**said: FamilyRole | None) -> dict[CitizenId, FamilyRole | None]:
    return {CitizenId(int(key[1:])): role for key, role in said.items()}


def bond(kind: BondKind, one: int, other: int) -> Bond:
    return Bond(kind, CitizenId(one), CitizenId(other))


def test_who_has_no_relation_stands_with_the_adults_or_the_children() -> None:
    tree = family_tree(roles(_1=CHILD, _2=ADULT, _3=None), ())
    assert tree == FamilyTree(((CitizenId(2), CitizenId(3)), (CitizenId(1),)), ())
    assert family_tree({}, ()) == FamilyTree((), ())


def test_three_generations_from_whichever_side_they_were_registered() -> None:
    people = roles(_1=ADULT, _2=ADULT, _3=CHILD, _4=None)
    rows = (
        related(1, 2, KIND.PARTNER),
        related(1, 3, KIND.CHILD),
        related(2, 3, KIND.CHILD),
        related(1, 4, KIND.PARENT),
    )
    tree = family_tree(people, rows)

    assert tree.generations == ((4,), (1, 2), (3,))
    assert family_tree(people, map(seen_from_the_other, rows)) == tree
    assert family_tree(people, (*rows, *map(seen_from_the_other, rows))) == tree


def test_the_one_with_two_partners_stands_between_them() -> None:
    people = roles(_1=ADULT, _2=ADULT, _3=None)
    tree = family_tree(people, (related(1, 2, KIND.PARTNER), related(1, 3, KIND.EX_PARTNER)))
    (row,) = tree.generations
    assert row[1] == 1
    assert set(tree.bonds) == {bond(BondKind.PARTNER, 1, 2), bond(BondKind.EX_PARTNER, 1, 3)}


def test_foster_children_and_custody_go_down_and_siblings_across() -> None:
    people = roles(_1=ADULT, _2=CHILD, _3=CHILD, _4=CHILD)
    rows = (
        related(2, 1, KIND.FOSTER_PARENT),
        related(3, 1, KIND.CUSTODY_HOLDER),
        related(4, 1, KIND.PARENT),
        related(4, 1, KIND.CUSTODY_HOLDER),
        related(2, 3, KIND.SIBLING),
        related(1, 4, KIND.OTHER),
        related(1, 1, KIND.SIBLING),
        related(1, 99, KIND.CHILD),
    )
    tree = family_tree(people, rows)
    assert tree.generations == ((1,), (2, 3, 4))
    assert set(tree.bonds) == {
        bond(BondKind.FOSTER, 1, 2),
        bond(BondKind.CUSTODY, 1, 3),
        bond(BondKind.PARENT, 1, 4),
    }


def test_siblings_without_a_parent_here_have_a_line_of_their_own() -> None:
    tree = family_tree(roles(_1=ADULT, _2=None), (related(2, 1, KIND.SIBLING),))
    assert tree.bonds == (bond(BondKind.SIBLING, 1, 2),)


def test_children_stand_under_their_own_elders() -> None:
    people = roles(_1=ADULT, _2=ADULT, _3=CHILD, _4=CHILD)
    tree = family_tree(people, (related(1, 4, KIND.CHILD), related(2, 3, KIND.CHILD)))
    assert tree.generations == ((1, 2), (4, 3))


def test_a_ring_comes_to_an_end_and_what_cannot_be_is_not_drawn() -> None:
    people = roles(_1=ADULT, _2=ADULT, _3=ADULT)
    tree = family_tree(people, (related(1, 2, KIND.CHILD), related(2, 3, KIND.CHILD), related(3, 1, KIND.CHILD)))
    assert sorted(key for row in tree.generations for key in row) == [1, 2, 3]
    assert 0 < len(tree.bonds) < 3


_PAIRS = st.tuples(st.integers(1, 7), st.integers(1, 7), st.sampled_from(RelationKind))


@given(st.lists(_PAIRS, max_size=20), st.lists(st.sampled_from([ADULT, CHILD, None]), min_size=7, max_size=7))
def test_whatever_is_registered_everybody_has_one_place(
    pairs: list[tuple[int, int, RelationKind]], places: list[FamilyRole | None]
) -> None:
    people = {CitizenId(n): role for n, role in enumerate(places, start=1)}
    tree = family_tree(people, [related(*pair) for pair in pairs])

    level = {key: number for number, row in enumerate(tree.generations) for key in row}
    assert sorted(level) == sorted(people)
    assert sum(map(len, tree.generations)) == len(people)
    for each in tree.bonds:
        assert each.one != each.other
        assert (level[each.one] == level[each.other]) == each.kind.is_level
        assert each.kind.is_level or level[each.one] < level[each.other]
