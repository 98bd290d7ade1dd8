"""Borgere og familier: who is listed, on which step, with whom, and what comes next."""

from datetime import timedelta

import pytest

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.assessment import Assessment
from koordinator.domain.citizen import (
    Citizen,
    Family,
    FamilyMembership,
    FamilyRole,
    PrimaryCaseworkerPeriod,
    Subject,
    SubjectKind,
)
from koordinator.domain.citizen_list import CitizenFilter, StepFilter
from koordinator.domain.course import CoordinatorPeriod, Course, EndReason, StepPeriod
from koordinator.domain.errors import NotAllowed
from koordinator.domain.guide_kinds import NextStepKind
from koordinator.domain.ids import (
    AssessmentId,
    CaseFileId,
    CourseId,
    DepartmentId,
    EmployeeId,
    FamilyId,
    RowId,
    SubjectId,
)
from koordinator.domain.organisation import AuthorityPeriod, Employee, Role
from koordinator.domain.register import CaseFile
from koordinator.domain.steps import Step
from koordinator.usecases.citizen_list import CitizenLine, CitizenListing
from tests.support.office import TODAY, Bench

LONG_AGO = TODAY - timedelta(days=200)


@pytest.fixture
def listing(bench: Bench) -> CitizenListing:
    return CitizenListing(bench.office)


def add_course(bench: Bench, subject_id: SubjectId, step: Step, *, coordinator_id: EmployeeId | None = None) -> Course:
    with bench.office.aside() as tx:
        course = tx.of(Course).add(Course(CourseId(0), tx.new_uid(), subject_id, LONG_AGO))
        tx.of(StepPeriod).add(StepPeriod(RowId(0), subject_id, course.id, step, LONG_AGO))
        if coordinator_id is not None:
            tx.of(CoordinatorPeriod).add(CoordinatorPeriod(RowId(0), subject_id, course.id, coordinator_id, LONG_AGO))
        return course


def add_ended_course(bench: Bench, subject_id: SubjectId) -> None:
    with bench.office.aside() as tx:
        ended = Course(CourseId(0), tx.new_uid(), subject_id, LONG_AGO, TODAY, EndReason.GOALS_REACHED)
        course = tx.of(Course).add(ended)
        tx.of(StepPeriod).add(StepPeriod(RowId(0), subject_id, course.id, Step.MEETINGS, LONG_AGO, TODAY))


def add_employee(bench: Bench, name: str) -> EmployeeId:
    """A colleague who may coordinate."""
    with bench.office.aside() as tx:
        employee = tx.of(Employee).add(Employee(EmployeeId(0), name))
        tx.of(AuthorityPeriod).add(AuthorityPeriod(RowId(0), employee.id, LONG_AGO))
        return employee.id


def add_family(bench: Bench, name: str, *members: Citizen) -> Family:
    with bench.office.aside() as tx:
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
        family = tx.of(Family).add(Family(FamilyId(0), tx.new_uid(), subject.id, name))
        for member in members:
            tx.of(FamilyMembership).add(FamilyMembership(RowId(0), family.id, member.id, FamilyRole.ADULT, LONG_AGO))
        return family


def add_locked_assessment(bench: Bench, subject_id: SubjectId, step: Step) -> None:
    with bench.office.aside() as tx:
        tx.of(Assessment).add(
            Assessment(
                AssessmentId(0),
                subject_id,
                "standard",
                "1",
                "",
                decided_step=step,
                decided_on=TODAY,
                locked_at=bench.clock.now(),
            )
        )


def listed(bench: Bench, listing: CitizenListing, **chosen: object) -> list[CitizenLine]:
    return list(listing.lines(bench.actor, CitizenFilter(**chosen)).lines)  # type: ignore[arg-type]


def names(lines: list[CitizenLine]) -> list[str]:
    return [line.name for line in lines]


def test_an_empty_register_has_an_empty_list(bench: Bench, listing: CitizenListing) -> None:
    found = listing.lines(bench.actor, CitizenFilter())

    assert (found.lines, found.total) == ((), 0)


def test_a_citizen_who_was_never_assessed(bench: Bench, listing: CitizenListing) -> None:
    citizen = bench.add_citizen("Lone Bæk", "1203784444")

    (line,) = listed(bench, listing)

    assert (line.subject_id, line.kind, line.thing_id) == (citizen.subject_id, SubjectKind.CITIZEN, citizen.id)
    assert (line.name, line.cpr_masked, line.step, line.coordinator) == ("Lone Bæk", "120378-••••", None, "")
    assert (line.assessed, line.ended) == (False, False)
    assert line.next_step.kind is NextStepKind.ASSESS


def test_names_stand_as_in_a_telephone_book(bench: Bench, listing: CitizenListing) -> None:
    for number, name in enumerate(["Åse Dam", "Østen Bo", "Anna Bo", "Zofia Bo", "anton Bo", "Ægir Bo"]):
        bench.add_citizen(name, f"010190444{number}")

    assert names(listed(bench, listing)) == ["Anna Bo", "anton Bo", "Zofia Bo", "Ægir Bo", "Østen Bo", "Åse Dam"]


def test_a_citizen_on_a_step_with_a_coordinator(bench: Bench, listing: CitizenListing) -> None:
    citizen = bench.add_citizen()
    add_course(bench, citizen.subject_id, Step.MEETINGS, coordinator_id=add_employee(bench, "Mette Holm"))

    (line,) = listed(bench, listing)

    assert (line.step, line.coordinator, line.ended) == (Step.MEETINGS, "Mette Holm", False)
    assert line.next_step.kind is NextStepKind.PLAN_NEXT_MEETING


def test_an_ended_course_is_no_step_and_no_missing_assessment(bench: Bench, listing: CitizenListing) -> None:
    add_ended_course(bench, bench.add_citizen().subject_id)

    (line,) = listed(bench, listing)

    assert (line.step, line.ended) == (None, True)
    assert listed(bench, listing, step=StepFilter.UNASSESSED) == []


def test_a_citizen_without_need_stands_on_step_0(bench: Bench, listing: CitizenListing) -> None:
    add_locked_assessment(bench, bench.add_citizen().subject_id, Step.NO_NEED)

    (line,) = listed(bench, listing)

    assert (line.step, line.assessed) == (Step.NO_NEED, True)
    assert listed(bench, listing, step=StepFilter.UNASSESSED) == []


def test_a_decided_step_is_not_in_force_before_a_course_begins(bench: Bench, listing: CitizenListing) -> None:
    add_locked_assessment(bench, bench.add_citizen().subject_id, Step.MEETINGS)

    (line,) = listed(bench, listing)

    assert (line.step, line.assessed, line.ended) == (None, True, False)


def test_members_stand_on_the_step_of_a_family_with_one_casework(bench: Bench, listing: CitizenListing) -> None:
    mother, child = bench.add_citizen("Sofie Rømer"), bench.add_citizen("Freja Rømer", "0101104444")
    family = add_family(bench, "Familien Rømer", mother, child)
    add_course(bench, family.subject_id, Step.ONE_CASEWORK, coordinator_id=add_employee(bench, "Ida Mikkelsen"))
    add_ended_course(bench, mother.subject_id)

    lines = listed(bench, listing)

    assert [(line.name, line.kind, line.step, line.coordinator, line.ended) for line in lines] == [
        ("Familien Rømer", SubjectKind.FAMILY, Step.ONE_CASEWORK, "Ida Mikkelsen", False),
        ("Freja Rømer", SubjectKind.CITIZEN, Step.ONE_CASEWORK, "Ida Mikkelsen", False),
        ("Sofie Rømer", SubjectKind.CITIZEN, Step.ONE_CASEWORK, "Ida Mikkelsen", False),
    ]
    assert (lines[0].thing_id, lines[0].members, lines[0].cpr_masked) == (family.id, 2, "")
    assert listed(bench, listing, step=StepFilter.STEP_3) == lines
    assert names(listed(bench, listing, families=False)) == ["Freja Rømer", "Sofie Rømer"]


def test_filters_by_step_and_missing_assessment(bench: Bench, listing: CitizenListing) -> None:
    for number, step in enumerate((Step.ALIGNMENT, Step.MEETINGS, Step.ONE_CASEWORK)):
        citizen = bench.add_citizen(f"Trin {int(step)}", f"010190444{number}")
        add_course(bench, citizen.subject_id, step)
    bench.add_citizen("Ny")

    assert names(listed(bench, listing)) == ["Ny", "Trin 1", "Trin 2", "Trin 3"]
    assert names(listed(bench, listing, step=StepFilter.STEP_1)) == ["Trin 1"]
    assert names(listed(bench, listing, step=StepFilter.STEP_2)) == ["Trin 2"]
    assert names(listed(bench, listing, step=StepFilter.STEP_3)) == ["Trin 3"]
    assert names(listed(bench, listing, step=StepFilter.UNASSESSED)) == ["Ny"]


def test_mine_are_those_whose_next_step_is_mine(bench: Bench, listing: CitizenListing) -> None:
    me, other = bench.actor.employee_id, add_employee(bench, "Mette Holm")
    citizens = [bench.add_citizen(f"Borger {letter}", f"010190444{n}") for n, letter in enumerate("abcde")]
    coordinated, other_coordinates, primary, with_case, _nobodys = citizens
    add_course(bench, coordinated.subject_id, Step.MEETINGS, coordinator_id=me)
    add_course(bench, other_coordinates.subject_id, Step.MEETINGS, coordinator_id=other)
    with bench.office.aside() as tx:
        tx.of(PrimaryCaseworkerPeriod).add(PrimaryCaseworkerPeriod(RowId(0), primary.id, me, LONG_AGO))
        for citizen in (with_case, other_coordinates):
            tx.of(CaseFile).add(
                CaseFile(CaseFileId(0), f"S{citizen.id}", citizen.id, DepartmentId(1), caseworker_id=me)
            )

    assert names(listed(bench, listing, mine=True)) == ["Borger a", "Borger c", "Borger d"]
    assert names(listed(bench, listing, mine=True, step=StepFilter.STEP_2)) == ["Borger a"]
    assert names(listed(bench, listing, mine=True, text="borger c")) == ["Borger c"]
    assert names(listed(bench, listing, text="borger e")) == ["Borger e"]


def test_a_long_list_is_cut_and_says_how_long_it_is(bench: Bench, listing: CitizenListing) -> None:
    for number in range(5):
        bench.add_citizen(f"Borger {number}", f"010190444{number}")

    found = listing.lines(bench.actor, CitizenFilter(), most=2)

    assert ([line.name for line in found.lines], found.total) == (["Borger 0", "Borger 1"], 5)
    assert len(listing.lines(bench.actor, CitizenFilter(), most=None).lines) == 5


def test_a_look_at_the_list_is_one_entry_without_names(bench: Bench, listing: CitizenListing) -> None:
    bench.add_citizen("Lone Bæk")
    before = len(bench.log())

    listing.lines(bench.actor, CitizenFilter(step=StepFilter.UNASSESSED, text="lone"))

    (entry,) = bench.log()[before:]
    assert entry.action is Action.LIST_CITIZENS
    assert entry.codes.startswith("count=1 mine=0 step=unassessed term=")
    assert "lone" not in entry.codes.casefold()


def test_only_who_may_read_citizens_sees_the_list(bench: Bench, listing: CitizenListing) -> None:
    with pytest.raises(NotAllowed):
        listing.lines(Actor(EmployeeId(1), frozenset({Role.ADMINISTRATOR}), Channel.WINDOW), CitizenFilter())
