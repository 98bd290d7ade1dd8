"""Hvem hjælper dig med hvad: one card a person, whatever they are in the register."""

from dataclasses import replace

from koordinator.domain.citizen import (
    Family,
    FamilyMembership,
    FamilyRole,
    PrimaryCaseworkerPeriod,
    Subject,
    SubjectKind,
)
from koordinator.domain.content_parts import ContactCard
from koordinator.domain.ids import CaseFileId, ContactPersonId, DepartmentId, FamilyId, RowId, SubjectId
from koordinator.domain.register import CaseFile, CaseStatus, ContactKind, ContactPerson
from tests.support.meeting_world import MeetingWorld
from tests.support.office import TODAY


def cards(world: MeetingWorld, subject_id: SubjectId | None = None) -> dict[str, ContactCard]:
    file = world.plans.open(world.actor, subject_id or world.subject_id)
    return {card.name: card for card in file.contacts}


def test_the_coordinator_comes_first_then_the_network_then_caseworkers(world: MeetingWorld) -> None:
    assert list(cards(world)) == ["Mette Holm", "Jens Ravn", "Trine Skov", "Kim Møller", "Ida Mikkelsen"]
    mette = cards(world)["Mette Holm"]
    assert (mette.is_coordinator, mette.organisation, mette.phone, mette.phone_hours) == (
        True, "Familie", "99 12 34 56", "9-14",
    )  # fmt: skip


def test_an_employee_in_the_network_has_the_municipalitys_number(world: MeetingWorld) -> None:
    kim = cards(world)["Kim Møller"]

    assert (kim.helps_with, kim.phone, kim.email) == ("Anna, skole og hverdag", "99 22 34 56", "kim@lilleby.example")
    assert kim.organisation == "Familie"


def test_somebody_from_outside_keeps_what_is_registered(world: MeetingWorld) -> None:
    trine, jens = cards(world)["Trine Skov"], cards(world)["Jens Ravn"]

    assert (trine.organisation, trine.helps_with, trine.phone) == ("Lilleby Skole", "Skolen", "99 77")
    assert jens.kind is ContactKind.PARTY_REPRESENTATIVE


def test_one_who_is_several_things_has_one_card(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        tx.of(PrimaryCaseworkerPeriod).add(PrimaryCaseworkerPeriod(RowId(0), world.lone.id, world.mette, TODAY))
        contact = ContactPerson(ContactPersonId(0), world.lone.id, "Mette", employee_id=world.mette, helps_with="Alt")
        tx.of(ContactPerson).add(contact)
        case = CaseFile(
            CaseFileId(0), "26-200", world.lone.id, DepartmentId(1), caseworker_id=world.mette, title="§ 11"
        )
        tx.of(CaseFile).add(case)

    mette = cards(world)["Mette Holm"]

    assert (mette.is_coordinator, mette.is_primary_caseworker, mette.helps_with) == (True, True, "Alt")
    assert len(cards(world)) == 5


def test_a_caseworker_helps_with_the_first_case_nobody_has_described(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        for number, title in (("26-300", "Hjælpemidler"), ("26-301", "")):
            tx.of(CaseFile).add(
                CaseFile(CaseFileId(0), number, world.lone.id, world.handicap, caseworker_id=world.bo, title=title)
            )

    bo = cards(world)["Bo Thygesen"]

    assert (bo.helps_with, bo.organisation) == ("Hjælpemidler", "Handicap")


def test_who_has_left_or_not_come_and_closed_cases_are_not_there(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        tx.of(ContactPerson).save(replace(tx.of(ContactPerson).get(world.jens), until_on=TODAY))
        tx.of(ContactPerson).save(replace(tx.of(ContactPerson).get(world.teacher), from_on=TODAY.replace(year=2027)))
        (case,) = tx.of(CaseFile).where()
        tx.of(CaseFile).save(replace(case, status=CaseStatus.CLOSED))

    assert list(cards(world)) == ["Mette Holm", "Kim Møller"]


def test_in_a_family_each_card_says_whom_it_is_for(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
        family = tx.of(Family).add(Family(FamilyId(0), tx.new_uid(), subject.id, "Familien Bæk"))
        for citizen, role in ((world.lone, FamilyRole.ADULT), (world.anna, FamilyRole.CHILD)):
            tx.of(FamilyMembership).add(FamilyMembership(RowId(0), family.id, citizen.id, role, TODAY))
        same = replace(tx.of(ContactPerson).get(world.teacher), id=ContactPersonId(0), citizen_id=world.anna.id)
        for _twice in range(2):
            tx.of(ContactPerson).add(same)
        own = ContactPerson(ContactPersonId(0), world.anna.id, "Per Lund", helps_with="Fritid")
        tx.of(ContactPerson).add(own)
        tx.of(PrimaryCaseworkerPeriod).add(PrimaryCaseworkerPeriod(RowId(0), world.lone.id, world.kim, TODAY))

    family_cards = cards(world, subject.id)

    assert family_cards["Trine Skov"].for_uids == (world.lone.uid, world.anna.uid)
    assert family_cards["Per Lund"].for_uids == (world.anna.uid,)
    assert family_cards["Kim Møller"].for_uids == (world.lone.uid,)
    assert cards(world)["Trine Skov"].for_uids == ()


def test_a_caseworker_of_two_in_a_family_is_there_for_both(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
        family = tx.of(Family).add(Family(FamilyId(0), tx.new_uid(), subject.id, "Familien Bæk"))
        for number, citizen in enumerate((world.lone, world.anna)):
            tx.of(FamilyMembership).add(FamilyMembership(RowId(0), family.id, citizen.id, FamilyRole.ADULT, TODAY))
            tx.of(CaseFile).add(
                CaseFile(
                    CaseFileId(0), f"26-40{number}", citizen.id, world.handicap, caseworker_id=world.bo, title="§ 85"
                )
            )

    assert cards(world, subject.id)["Bo Thygesen"].for_uids == (world.lone.uid, world.anna.uid)
