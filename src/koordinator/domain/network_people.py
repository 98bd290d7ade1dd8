"""Who stands round a citizen or a family, each person once, and the areas of the network they belong to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from koordinator.domain.folding import danish_order, folded
from koordinator.domain.ids import CitizenId, DepartmentId
from koordinator.domain.register import Closeness, ContactKind, ContactPerson

_NEAREST_FIRST = tuple(Closeness)


class AreaKind(StrEnum):
    """Where in the network somebody belongs."""

    DEPARTMENT = "department"
    OUTSIDE = "outside"
    """Professionals of the region, a school, a firm: of no department of the municipality."""
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class NetworkPerson:
    """Somebody round the subject. `contacts` are the register's rows, one for each citizen they help.

    A contact person with key 0 is an employee who has a task (a case, the coordination) and stands in no
    register of contact persons yet.
    """

    contacts: tuple[ContactPerson, ...]
    is_coordinator: bool = False
    is_primary_caseworker: bool = False

    @property
    def contact(self) -> ContactPerson:
        """The row that says most: the one that is nearest to its citizen."""
        return min(self.contacts, key=lambda row: _NEAREST_FIRST.index(row.closeness))

    @property
    def citizen_ids(self) -> tuple[CitizenId, ...]:
        """Whom the person helps."""
        return tuple(dict.fromkeys(row.citizen_id for row in self.contacts))


@dataclass(frozen=True, slots=True)
class NetworkArea:
    """A part of the network with its people, the nearest first. `department_id` is set for a department alone."""

    kind: AreaKind
    department_id: DepartmentId | None
    people: tuple[NetworkPerson, ...]


def each_once(people: Iterable[NetworkPerson]) -> tuple[NetworkPerson, ...]:
    """The people with those who are the same put together, as they came.

    The same is: the same employee, or the same name (folded) with no other workplace and no other telephone.
    """
    found: dict[object, NetworkPerson] = {}
    for person in people:
        key = _same_as(person.contact)
        known = found.get(key)
        found[key] = person if known is None else _together(known, person)
    return tuple(found.values())


def areas_of(
    people: Iterable[NetworkPerson], departments: Mapping[DepartmentId, str], home_of: Mapping[int, DepartmentId]
) -> tuple[NetworkArea, ...]:
    """The areas that have people: the private network, the departments by name, and those outside.

    `home_of` gives an employee's own department, for a contact person without one.
    """
    found: dict[tuple[AreaKind, DepartmentId | None], list[NetworkPerson]] = {}
    for person in people:
        found.setdefault(_area_of(person.contact, home_of), []).append(person)
    areas = (NetworkArea(kind, department_id, _ordered(rows)) for (kind, department_id), rows in found.items())
    return tuple(sorted(areas, key=lambda area: _place_of(area, departments)))


def is_private(kind: ContactKind) -> bool:
    """The citizen's own people, and whoever stands for the citizen; not somebody whose work it is."""
    return kind not in (ContactKind.PROFESSIONAL, ContactKind.INTERPRETER)


def _same_as(contact: ContactPerson) -> object:
    if contact.employee_id is not None:
        return contact.employee_id
    return folded(contact.name), folded(contact.organisation), folded(contact.phone)


def _together(known: NetworkPerson, other: NetworkPerson) -> NetworkPerson:
    """A registered contact person says more about somebody than a task that the same person has."""
    rows = (*known.contacts, *other.contacts)
    registered = tuple(row for row in rows if row.id)
    return replace(
        known,
        contacts=registered or rows,
        is_coordinator=known.is_coordinator or other.is_coordinator,
        is_primary_caseworker=known.is_primary_caseworker or other.is_primary_caseworker,
    )


def _area_of(contact: ContactPerson, home_of: Mapping[int, DepartmentId]) -> tuple[AreaKind, DepartmentId | None]:
    if is_private(contact.kind):
        return AreaKind.PRIVATE, None
    department_id = contact.department_id
    if department_id is None and contact.employee_id is not None:
        department_id = home_of.get(contact.employee_id)
    return (AreaKind.DEPARTMENT, department_id) if department_id is not None else (AreaKind.OUTSIDE, None)


def _ordered(people: Iterable[NetworkPerson]) -> tuple[NetworkPerson, ...]:
    return tuple(
        sorted(
            people,
            key=lambda person: (
                _NEAREST_FIRST.index(person.contact.closeness),
                danish_order(person.contact.name),
                person.contact.id,
            ),
        )
    )


def _place_of(area: NetworkArea, departments: Mapping[DepartmentId, str]) -> tuple[int, str]:
    order = (AreaKind.PRIVATE, AreaKind.DEPARTMENT, AreaKind.OUTSIDE)
    name = departments.get(area.department_id, "") if area.department_id is not None else ""
    return order.index(area.kind), danish_order(name)
