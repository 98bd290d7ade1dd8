"""What a citizen's fields may hold, how relations are read from the other side, and who belongs together."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from koordinator.domain import limits
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
from koordinator.domain.cpr import birth_date_of, parse_cpr
from koordinator.domain.danish_day import age
from koordinator.domain.email_address import checked_email
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import CitizenId, EmployeeId
from koordinator.domain.periods import holds_from_to
from koordinator.domain.register import ContactKind, ContactPerson

_OF_AGE: Final = 18
_CITIZEN_LIMITS: Final = {
    "name": limits.LINE,
    "address": limits.LINE,
    "postal_code": limits.SHORT,
    "city": limits.SHORT,
    "phone": limits.SHORT,
    "language": limits.SHORT,
}
_SEEN_FROM_THE_OTHER: Final = {
    RelationKind.PARENT: RelationKind.CHILD,
    RelationKind.CHILD: RelationKind.PARENT,
    RelationKind.SIBLING: RelationKind.SIBLING,
    RelationKind.PARTNER: RelationKind.PARTNER,
    RelationKind.EX_PARTNER: RelationKind.EX_PARTNER,
    RelationKind.FOSTER_PARENT: RelationKind.FOSTER_CHILD,
    RelationKind.FOSTER_CHILD: RelationKind.FOSTER_PARENT,
    RelationKind.CUSTODY_HOLDER: RelationKind.CHILD,
    RelationKind.OTHER: RelationKind.OTHER,
}


class RelatedToItself(DomainError):
    """Nobody is their own relative."""


class AlreadyRelated(DomainError):
    """The relation is registered already, from this side or from the other."""


class AlreadyInFamily(DomainError):
    """A citizen is a member of one family at a time."""

    name: str
    family: str


def checked_citizen(citizen: Citizen, today: date) -> Citizen:
    """The citizen when there is a name, limits are kept and the CPR number, if any, is one.

    A date of birth that is not known is taken from the CPR number. Raises FieldMissing,
    FieldTooLong, UnusableCharacter, UnusableEmail or BadCpr.
    """
    known = replace(citizen, email=checked_email(citizen.email))
    checked = limits.checked_fields(known, _CITIZEN_LIMITS, required=("name",))
    if not checked.cpr.strip():
        return replace(checked, cpr="")
    cpr = parse_cpr(checked.cpr, today)
    return replace(checked, cpr=cpr, born_on=checked.born_on or birth_date_of(cpr))


def is_under_age(citizen: Citizen, today: date) -> bool:
    """Under 18, so that whoever holds custody decides. Source: værgemålsloven § 1."""
    return citizen.born_on is not None and not is_of_age(citizen, today)


def is_of_age(citizen: Citizen, today: date) -> bool:
    """18 or more, so that nobody holds custody any longer. Not where the date of birth is not known."""
    return citizen.born_on is not None and age(citizen.born_on, today) >= _OF_AGE


def stands_for(contact: ContactPerson, citizen: Citizen, day: date) -> bool:
    """Whether the contact person acts in the citizen's place on the day; custody ends when the citizen is of age.

    Source: forvaltningsloven § 8, forældreansvarsloven § 1.
    """
    is_over = contact.kind is ContactKind.CUSTODY_HOLDER and is_of_age(citizen, day)
    return contact.kind.stands_for_citizen and not is_over and holds_from_to(contact.from_on, contact.until_on, day)


def checked_family(family: Family) -> Family:
    """The family when it has a name within its limit. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
    return limits.checked_fields(family, {"name": limits.LINE}, required=("name",))


def seen_from_the_other(relation: Relation) -> Relation:
    """The same relation as it is read on the other citizen's page: Lone is the PARENT of Anna."""
    return replace(
        relation,
        citizen_id=relation.other_citizen_id,
        other_citizen_id=relation.citizen_id,
        kind=_SEEN_FROM_THE_OTHER[relation.kind],
    )


def check_new_relation(new: Relation, known: Iterable[Relation]) -> None:
    """Raises RelatedToItself or AlreadyRelated (a custody holder may be a parent too)."""
    if new.citizen_id == new.other_citizen_id:
        raise RelatedToItself
    for relation in known:
        seen = relation if relation.citizen_id == new.citizen_id else seen_from_the_other(relation)
        same = (seen.citizen_id, seen.other_citizen_id) == (new.citizen_id, new.other_citizen_id)
        if same and seen.kind is new.kind:
            raise AlreadyRelated


def sibling_ids(
    citizen_id: CitizenId, relations: Iterable[Relation], members: Iterable[FamilyMembership]
) -> frozenset[CitizenId]:
    """The citizen's brothers and sisters: by relation, and the other children of the family."""
    related = {
        relation.other_citizen_id if relation.citizen_id == citizen_id else relation.citizen_id
        for relation in relations
        if relation.kind is RelationKind.SIBLING and citizen_id in (relation.citizen_id, relation.other_citizen_id)
    }
    children = {member.citizen_id for member in members if member.role is FamilyRole.CHILD}
    return frozenset(related | (children if citizen_id in children else set()) - {citizen_id})


def siblings_apart(
    children: Iterable[Citizen], periods: Iterable[PrimaryCaseworkerPeriod]
) -> tuple[tuple[Citizen, EmployeeId | None], ...]:
    """Each child with its fast sagsbehandler of today (None: has none), when they do not share one; else nothing.

    Siblings should share one (the rules on a fast sagsbehandler for every citizen). Who does not want
    one is left out.
    """
    has = {period.citizen_id: period.employee_id for period in periods}
    wanting = [each for each in children if each.primary_caseworker_wish is not PrimaryCaseworkerWish.NOT_WANTED]
    pairs = tuple((child, has.get(child.id)) for child in wanting)
    return pairs if len({employee_id for _, employee_id in pairs}) > 1 else ()


def others_primary_caseworkers(
    own: EmployeeId | None, periods: Iterable[PrimaryCaseworkerPeriod]
) -> tuple[PrimaryCaseworkerPeriod, ...]:
    """The siblings' periods with somebody else as fast sagsbehandler; siblings should share one."""
    return tuple(period for period in periods if period.employee_id != own)
