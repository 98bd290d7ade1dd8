"""A citizen's fields, relations from both sides, siblings."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.citizen import (
    Citizen,
    Family,
    FamilyMembership,
    FamilyRole,
    PrimaryCaseworkerPeriod,
    PrimaryCaseworkerWish,
    Relation,
    RelationKind,
)
from koordinator.domain.citizen_rules import (
    AlreadyRelated,
    RelatedToItself,
    check_new_relation,
    checked_citizen,
    checked_family,
    is_of_age,
    is_under_age,
    others_primary_caseworkers,
    seen_from_the_other,
    sibling_ids,
    siblings_apart,
    stands_for,
)
from koordinator.domain.cpr import BadCpr
from koordinator.domain.errors import FieldMissing
from koordinator.domain.ids import CitizenId, ContactPersonId, EmployeeId, FamilyId, RowId, SubjectId
from koordinator.domain.register import ContactKind, ContactPerson

TODAY = date(2026, 11, 21)
LONE, ANNA, BO, CARL = (CitizenId(n) for n in range(1, 5))


def citizen(name: str = " Lone Bæk ", cpr: str = "", born_on: date | None = None) -> Citizen:
    return Citizen(LONE, "u", SubjectId(1), cpr, name, born_on=born_on)


def related(one: CitizenId, other: CitizenId, kind: RelationKind) -> Relation:
    return Relation(RowId(0), one, other, kind)


def member(citizen_id: CitizenId, role: FamilyRole) -> FamilyMembership:
    return FamilyMembership(RowId(0), FamilyId(1), citizen_id, role, TODAY)


def test_name_and_cpr_are_tidied_and_the_birthday_found() -> None:
    checked = checked_citizen(citizen(cpr="120378-4444"), TODAY)

    assert (checked.name, checked.cpr, checked.born_on) == ("Lone Bæk", "1203784444", date(1978, 3, 12))


def test_a_citizen_may_be_without_cpr() -> None:
    assert checked_citizen(citizen(cpr="  "), TODAY).cpr == ""
    assert checked_citizen(citizen(cpr="1203784444", born_on=TODAY), TODAY).born_on == TODAY


def test_one_decides_for_oneself_from_the_eighteenth_birthday_on() -> None:
    assert is_under_age(citizen(born_on=date(2008, 11, 22)), TODAY)
    assert not is_under_age(citizen(born_on=date(2008, 11, 21)), TODAY)
    assert not is_under_age(citizen(), TODAY)
    assert not is_of_age(citizen(born_on=date(2008, 11, 22)), TODAY)
    assert is_of_age(citizen(born_on=date(2008, 11, 21)), TODAY)
    assert not is_of_age(citizen(), TODAY)


@pytest.mark.parametrize(
    ("kind", "born_on", "from_on", "until_on", "stands"),
    [
        (ContactKind.GUARDIAN, date(1980, 1, 1), None, None, True),
        (ContactKind.GUARDIAN, date(1980, 1, 1), None, TODAY, False),
        (ContactKind.PARTY_REPRESENTATIVE, date(1980, 1, 1), TODAY + timedelta(days=1), None, False),
        (ContactKind.CUSTODY_HOLDER, date(2008, 11, 22), TODAY, None, True),
        (ContactKind.CUSTODY_HOLDER, date(2008, 11, 21), None, None, False),
        (ContactKind.CUSTODY_HOLDER, None, None, None, True),
        (ContactKind.RELATIVE, date(1980, 1, 1), None, None, False),
    ],
)
def test_who_acts_for_a_citizen_does_so_while_it_lasts(
    kind: ContactKind, born_on: date | None, from_on: date | None, until_on: date | None, *, stands: bool
) -> None:
    contact = ContactPerson(ContactPersonId(1), LONE, "Jens Ravn", kind, from_on=from_on, until_on=until_on)

    assert stands_for(contact, citizen(born_on=born_on), TODAY) is stands


def test_a_citizen_has_a_name_and_no_impossible_cpr() -> None:
    with pytest.raises(FieldMissing):
        checked_citizen(citizen(name=" "), TODAY)
    with pytest.raises(BadCpr):
        checked_citizen(citizen(cpr="3102784444"), TODAY)
    with pytest.raises(FieldMissing):
        checked_family(Family(FamilyId(1), "u", SubjectId(1), " "))


@given(st.sampled_from(sorted(set(RelationKind) - {RelationKind.CUSTODY_HOLDER})))
def test_seen_twice_from_the_other_side_is_the_same(kind: RelationKind) -> None:
    relation = related(LONE, ANNA, kind)

    assert seen_from_the_other(seen_from_the_other(relation)) == relation


def test_who_holds_custody_has_a_child() -> None:
    assert seen_from_the_other(related(ANNA, LONE, RelationKind.CUSTODY_HOLDER)) == related(
        LONE, ANNA, RelationKind.CHILD
    )


def test_a_relation_is_registered_once_from_whichever_side() -> None:
    known = (related(LONE, ANNA, RelationKind.CHILD),)

    check_new_relation(related(ANNA, LONE, RelationKind.CUSTODY_HOLDER), known)
    check_new_relation(related(LONE, BO, RelationKind.CHILD), known)
    for again in (related(LONE, ANNA, RelationKind.CHILD), related(ANNA, LONE, RelationKind.PARENT)):
        with pytest.raises(AlreadyRelated):
            check_new_relation(again, known)
    with pytest.raises(RelatedToItself):
        check_new_relation(related(LONE, LONE, RelationKind.OTHER), ())


def test_siblings_are_those_related_and_the_familys_other_children() -> None:
    relations = (
        related(ANNA, BO, RelationKind.SIBLING),
        related(CARL, ANNA, RelationKind.SIBLING),
        related(LONE, ANNA, RelationKind.CHILD),
        related(BO, CARL, RelationKind.SIBLING),
    )
    members = (member(LONE, FamilyRole.ADULT), member(ANNA, FamilyRole.CHILD), member(CitizenId(9), FamilyRole.CHILD))

    assert sibling_ids(ANNA, relations, members) == {BO, CARL, 9}
    assert sibling_ids(LONE, relations[2:3], members) == frozenset()


def test_children_who_share_no_caseworker_are_named_with_whom_they_have() -> None:
    children = [replace(citizen(), id=child) for child in (ANNA, BO)]
    wanting_none = replace(citizen(), id=CARL, primary_caseworker_wish=PrimaryCaseworkerWish.NOT_WANTED)
    ida, bo = EmployeeId(5), EmployeeId(6)

    def periods(*employees: EmployeeId) -> list[PrimaryCaseworkerPeriod]:
        return [PrimaryCaseworkerPeriod(RowId(0), *pair, TODAY) for pair in zip((ANNA, BO), employees, strict=False)]

    assert siblings_apart([*children, wanting_none], periods(ida, bo)) == ((children[0], ida), (children[1], bo))
    assert siblings_apart(children, periods(ida)) == ((children[0], ida), (children[1], None))
    assert siblings_apart([*children, wanting_none], periods(ida, ida)) == ()
    assert siblings_apart(children, []) == ()


def test_siblings_with_another_primary_caseworker_are_pointed_out() -> None:
    ida, mette = EmployeeId(1), EmployeeId(2)
    periods = (
        PrimaryCaseworkerPeriod(RowId(1), ANNA, ida, TODAY),
        PrimaryCaseworkerPeriod(RowId(2), BO, mette, TODAY),
    )

    assert others_primary_caseworkers(ida, periods) == periods[1:]
    assert others_primary_caseworkers(None, periods) == periods
