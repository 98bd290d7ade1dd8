"""Who stands round a subject: each once, in the right area, the nearest first."""

from dataclasses import replace

import pytest

from koordinator.domain.citizen import RelationKind
from koordinator.domain.ids import CitizenId, ContactPersonId, DepartmentId, EmployeeId
from koordinator.domain.network_people import AreaKind, NetworkPerson, areas_of, each_once, is_private
from koordinator.domain.register import Closeness, ContactKind, ContactPerson
from tests.documents.networks import with_everything

LONE, ANNA = CitizenId(1), CitizenId(2)
FAMILY, HEALTH = DepartmentId(1), DepartmentId(2)
NAMES = {FAMILY: "Familie", HEALTH: "Ældre og Sundhed"}


def contact(key: int, name: str, citizen: CitizenId = LONE, **said: object) -> ContactPerson:
    return replace(ContactPerson(ContactPersonId(key), citizen, name), **said)  # type: ignore[arg-type]


def person(*rows: ContactPerson) -> NetworkPerson:
    return NetworkPerson(rows)


def test_the_same_employee_is_one_person_who_helps_two() -> None:
    kim = EmployeeId(7)
    rows = (
        person(contact(1, "Kim Møller", LONE, employee_id=kim, closeness=Closeness.FAR)),
        person(contact(2, "Kim M.", ANNA, employee_id=kim, closeness=Closeness.NEAR)),
    )

    (found,) = each_once(rows)

    assert found.citizen_ids == (LONE, ANNA)
    assert found.contact.closeness is Closeness.NEAR


def test_the_same_name_at_the_same_place_is_one_person_and_elsewhere_another() -> None:
    rows = [contact(1, "Åse Dam"), contact(2, "Aase  dam", ANNA), contact(3, "Åse Dam", organisation="Skolen")]
    assert [len(each.contacts) for each in each_once(map(person, rows))] == [2, 1]


def test_a_registered_contact_person_says_more_than_a_task() -> None:
    mette = EmployeeId(3)
    task = NetworkPerson((contact(0, "Mette Holm", employee_id=mette),), is_coordinator=True)
    known = person(contact(5, "Mette Holm", employee_id=mette, helps_with="Alt"))

    (found,) = each_once((task, known))

    assert (found.is_coordinator, found.contact.helps_with, found.contact.id) == (True, "Alt", 5)


def test_areas_stand_private_first_then_departments_by_name_then_those_outside() -> None:
    people = (
        person(contact(1, "Bo", department_id=HEALTH)),
        person(contact(2, "Ida", employee_id=EmployeeId(9))),
        person(contact(3, "Læge Ågård")),
        person(contact(4, "Nabo Jens", kind=ContactKind.PRIVATE, department_id=FAMILY)),
        person(contact(5, "Per", employee_id=EmployeeId(8))),
    )

    areas = areas_of(people, NAMES, {9: FAMILY})

    assert [(area.kind, area.department_id, len(area.people)) for area in areas] == [
        (AreaKind.PRIVATE, None, 1),
        (AreaKind.DEPARTMENT, FAMILY, 1),
        (AreaKind.DEPARTMENT, HEALTH, 1),
        (AreaKind.OUTSIDE, None, 2),
    ]


def test_the_nearest_come_first_and_then_the_names() -> None:
    rows = [contact(1, "Åse"), contact(2, "Bo"), contact(3, "Carl", closeness=Closeness.NEAR)]
    (area,) = areas_of(map(person, rows), NAMES, {})
    assert [each.contact.name for each in area.people] == ["Carl", "Bo", "Åse"]


@pytest.mark.parametrize("kind", ContactKind)
def test_who_does_it_for_a_living_is_not_private(kind: ContactKind) -> None:
    assert is_private(kind) == (kind not in (ContactKind.PROFESSIONAL, ContactKind.INTERPRETER))


def test_a_former_partner_and_others_are_not_the_family_of_today() -> None:
    far = {kind for kind in RelationKind if not kind.is_near}
    assert far == {RelationKind.EX_PARTNER, RelationKind.OTHER}


def test_a_contents_people_stand_area_by_area() -> None:
    content = with_everything(8)
    assert content.people == tuple(person for area in content.areas for person in area.people)
