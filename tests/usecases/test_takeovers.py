"""The take-over checklist on a real database: it makes its own lines, and what is over stays."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from koordinator.domain.access import Action
from koordinator.domain.citizen import Citizen, Family, FamilyRole
from koordinator.domain.course import EndReason, NotOnStep
from koordinator.domain.course_rules import CourseEnd, CourseUnderWay
from koordinator.domain.cpr import CprNumber
from koordinator.domain.errors import StaleVersion
from koordinator.domain.guide_kinds import GuideDeed, NextStepKind, Stage
from koordinator.domain.ids import CaseFileId, SubjectId
from koordinator.domain.list_import import ColumnMapping, ListField
from koordinator.domain.list_records import ListRecord
from koordinator.domain.register import CaseFile
from koordinator.domain.steps import Step
from koordinator.domain.takeover import Takeover, TakeoverOutcome, TakeoverOver, most_pressing
from koordinator.usecases.citizen_file import CourseFile
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.courses import Courses
from koordinator.usecases.families import Families, NewMember
from koordinator.usecases.import_citizen import import_citizen
from koordinator.usecases.import_organisation import prepare_organisation
from koordinator.usecases.organisation import Organisation
from koordinator.usecases.register import Register
from koordinator.usecases.takeovers import Takeovers
from tests.support.histories import Histories, days_ago
from tests.support.office import TODAY, Bench

TAKEN_OVER, NOT_HANDED_OVER = TakeoverOutcome.TAKEN_OVER, TakeoverOutcome.NOT_HANDED_OVER


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def takeovers(bench: Bench) -> Takeovers:
    return Takeovers(bench.office)


@pytest.fixture
def lone(bench: Bench, histories: Histories) -> Citizen:
    citizen = bench.add_citizen("Lone Rømer")
    histories.case(citizen, "Familie", caseworker=histories.employee("Kim"))
    histories.case(citizen, "Sundhed")
    return citizen


@pytest.fixture
def family(bench: Bench, histories: Histories, lone: Citizen) -> Family:
    otto = bench.add_citizen("Rømer, Otto", "")
    histories.case(otto, "Handicap")
    histories.case(otto, "Familie")
    return histories.family("Familien Rømer", lone, otto)


def come_onto(bench: Bench, histories: Histories, subject_id: SubjectId, step: Step) -> None:
    assessment = histories.assessment(subject_id, step, bench.clock.today())
    Courses(bench.office).carry_out(bench.actor, assessment.id)


def departments(histories: Histories, *, waiting: bool = True) -> list[str]:
    lines = histories.all(Takeover)
    names = {department: histories.department(department).id for department in ("Familie", "Handicap", "Sundhed")}
    return sorted(
        name for name, key in names.items() for line in lines if line.department_id == key and line.waits is waiting
    )


def course_file(bench: Bench, family: Family) -> CourseFile:
    return Families(bench.office).open(bench.actor, family.id).course_file


def test_a_family_on_trin_3_has_a_line_for_each_department_of_all_members(
    bench: Bench, histories: Histories, family: Family
) -> None:
    come_onto(bench, histories, family.subject_id, Step.ONE_CASEWORK)

    file = Families(bench.office).open(bench.actor, family.id)
    lines = {file.departments[line.department_id].name: line for line in file.course_file.checklist}

    assert set(lines) == {"Familie", "Handicap", "Sundhed"}
    assert "(Lone)" in lines["Familie"].what
    assert "(Otto)" in lines["Familie"].what
    assert lines["Familie"].employee_id is not None
    assert file.employees[lines["Familie"].employee_id].name == "Kim"
    assert lines["Handicap"].expected_on == TODAY + timedelta(days=14)


def test_the_guide_goes_from_the_coordinator_over_the_take_over_to_the_first_meeting(
    bench: Bench, histories: Histories, takeovers: Takeovers, family: Family
) -> None:
    come_onto(bench, histories, family.subject_id, Step.ONE_CASEWORK)
    kinds = [course_file(bench, family).next_step.kind]
    Courses(bench.office).choose_coordinator(bench.actor, family.subject_id, histories.employee().id)

    step = course_file(bench, family).next_step
    kinds.append(step.kind)
    assert step.button.deed is GuideDeed.TAKE_OVER
    assert step.by_on == TODAY + timedelta(days=14)
    assert Stage.COORDINATOR in step.done
    assert step.comes[0] is Stage.PREPARATION
    for line in course_file(bench, family).checklist:
        takeovers.save(bench.actor, replace(line, until_on=TODAY, outcome=TAKEN_OVER))
    kinds.append(course_file(bench, family).next_step.kind)

    assert kinds == [NextStepKind.CHOOSE_COORDINATOR, NextStepKind.TAKE_OVER, NextStepKind.PLAN_FIRST_MEETING]


def test_a_line_with_a_reason_and_a_day_ahead_lets_the_guide_go_on(
    bench: Bench, histories: Histories, takeovers: Takeovers, lone: Citizen
) -> None:
    come_onto(bench, histories, lone.subject_id, Step.ONE_CASEWORK)
    Courses(bench.office).choose_coordinator(bench.actor, lone.subject_id, histories.employee().id)

    def step() -> tuple[NextStepKind, bool]:
        file = Citizens(bench.office).open(bench.actor, lone.id).course_file
        presses = most_pressing(file.checklist, bench.clock.today()) is not None
        return file.next_step.kind, presses

    assert step() == (NextStepKind.TAKE_OVER, True)
    for line in Citizens(bench.office).open(bench.actor, lone.id).course_file.checklist:
        takeovers.save(bench.actor, replace(line, expected_on=TODAY + timedelta(days=20), wait_reason="Barsel"))
    assert step() == (NextStepKind.PLAN_FIRST_MEETING, False)
    now = Citizens(bench.office).open(bench.actor, lone.id).course_file.next_step
    assert Stage.TAKE_OVER in now.comes
    bench.clock.pass_days(20)
    assert step() == (NextStepKind.TAKE_OVER, True)


def test_what_comes_later_gets_its_line(bench: Bench, histories: Histories, family: Family) -> None:
    come_onto(bench, histories, family.subject_id, Step.ONE_CASEWORK)
    (otto,) = histories.all(Citizen, name="Rømer, Otto")
    work = histories.department("Arbejdsmarked og Uddannelse")
    before = len(histories.all(Takeover))

    Register(bench.office).save_case(bench.actor, CaseFile(CaseFileId(0), "A-1", otto.id, work.id, title="Job"))
    Register(bench.office).save_case(bench.actor, CaseFile(CaseFileId(0), "A-2", otto.id, work.id))

    new = histories.all(Takeover)[before:]
    assert [(line.department_id, line.what, line.from_on) for line in new] == [(work.id, "Job (Otto)", TODAY)]


def test_a_new_member_brings_cases_along(bench: Bench, histories: Histories, lone: Citizen) -> None:
    family = histories.family("Familien Rømer", lone)
    come_onto(bench, histories, family.subject_id, Step.ONE_CASEWORK)
    otto = bench.add_citizen("Otto Rømer", "")
    histories.case(otto, "Handicap")
    come_onto(bench, histories, otto.subject_id, Step.ONE_CASEWORK)

    Families(bench.office).take_in(bench.actor, family.id, NewMember(otto.id, FamilyRole.CHILD))

    assert departments(histories) == ["Familie", "Handicap", "Sundhed"]
    assert {line.subject_id for line in histories.all(Takeover)} == {family.subject_id}


def test_a_list_brings_a_case_and_a_line(bench: Bench, histories: Histories, lone: Citizen) -> None:
    come_onto(bench, histories, lone.subject_id, Step.ONE_CASEWORK)
    record = ListRecord(1, CprNumber(lone.cpr), lone.name, "L-1", "Handicap")

    mapping = ColumnMapping(("Sagsnummer",), (ListField.CASE_NUMBER,))
    with bench.office.aside() as tx:
        import_citizen(tx, (record,), prepare_organisation(tx, (record,), mapping), None)

    assert departments(histories) == ["Familie", "Handicap", "Sundhed"]


def test_a_course_that_ran_before_the_program_has_its_lines(bench: Bench, histories: Histories, lone: Citizen) -> None:
    Courses(bench.office).take_over(bench.actor, lone.subject_id, CourseUnderWay(Step.ONE_CASEWORK, days_ago(200)))

    lines = histories.all(Takeover)
    assert [line.from_on for line in lines] == [days_ago(200)] * 2
    earlier = replace(lines[0], until_on=days_ago(150), outcome=TAKEN_OVER)
    assert Takeovers(bench.office).save(bench.actor, earlier).until_on == days_ago(150)


@pytest.mark.parametrize("step", [Step.MEETINGS, Step.NO_NEED, None])
def test_leaving_trin_3_ends_what_waits_and_leaves_what_is_over(
    bench: Bench, histories: Histories, takeovers: Takeovers, lone: Citizen, step: Step | None
) -> None:
    come_onto(bench, histories, lone.subject_id, Step.ONE_CASEWORK)
    bench.clock.pass_days(3)
    waiting, taken = histories.all(Takeover)
    over = takeovers.save(bench.actor, replace(taken, until_on=bench.clock.today(), outcome=TAKEN_OVER))
    bench.clock.pass_days(3)
    if step is None:
        Courses(bench.office).end(bench.actor, lone.subject_id, CourseEnd(EndReason.OTHER, "", "Ida"))
    else:
        come_onto(bench, histories, lone.subject_id, step)

    left, kept = histories.all(Takeover)
    assert (left.id, left.outcome, left.until_on) == (waiting.id, TakeoverOutcome.LEFT_STEP, bench.clock.today())
    assert kept == over
    assert Citizens(bench.office).open(bench.actor, lone.id).course_file.checklist == ()
    with pytest.raises(NotOnStep):
        takeovers.save(bench.actor, replace(taken, id=type(taken.id)(0), version=0))


def test_a_line_is_added_changed_and_settled_and_each_stands_in_the_log(
    bench: Bench, histories: Histories, takeovers: Takeovers, lone: Citizen
) -> None:
    come_onto(bench, histories, lone.subject_id, Step.ONE_CASEWORK)
    (first, _) = histories.all(Takeover)
    added = takeovers.save(bench.actor, replace(first, id=type(first.id)(0), version=0, what="Nøglen til lejligheden"))
    changed = takeovers.save(bench.actor, replace(added, wait_reason="Barsel"))
    settled = takeovers.save(
        bench.actor, replace(changed, until_on=TODAY, outcome=NOT_HANDED_OVER, outcome_reason="Bliver i Familie")
    )

    assert settled in Citizens(bench.office).open(bench.actor, lone.id).course_file.checklist
    assert departments(histories, waiting=False) == ["Familie"]
    entries = [entry for entry in bench.log() if entry.action is Action.EDIT_TAKEOVER]
    assert [entry.codes for entry in entries] == ["", "", "outcome=not_handed_over"]
    with pytest.raises(TakeoverOver):
        takeovers.save(bench.actor, replace(settled, what="noget andet"))


def test_of_two_who_change_a_line_the_second_is_told(
    bench: Bench, histories: Histories, takeovers: Takeovers, lone: Citizen
) -> None:
    come_onto(bench, histories, lone.subject_id, Step.ONE_CASEWORK)
    (seen, _) = histories.all(Takeover)
    takeovers.save(bench.actor, replace(seen, wait_reason="Barsel"))

    with pytest.raises(StaleVersion):
        takeovers.save(bench.actor, replace(seen, what="noget andet"))


def test_the_database_itself_refuses_to_rewrite_a_take_over(
    bench: Bench, histories: Histories, takeovers: Takeovers, lone: Citizen
) -> None:
    come_onto(bench, histories, lone.subject_id, Step.ONE_CASEWORK)
    kim, (line, other) = histories.employee("Bo"), histories.all(Takeover)
    over = takeovers.save(bench.actor, replace(line, until_on=TODAY, outcome=TAKEN_OVER))

    for change in ({"what": "andet"}, {"until_on": None}, {"outcome": NOT_HANDED_OVER}, {"employee_id": kim.id}):
        with pytest.raises(IntegrityError, match="takeover_is_history"):
            histories.save(replace(over, **change))
    with pytest.raises(IntegrityError, match="takeover_is_history"):
        histories.save(replace(other, from_on=days_ago(3)))
    with pytest.raises(IntegrityError, match="takeover_stays"), bench.office.aside() as tx:
        tx.of(Takeover).remove(over.id)


def test_who_was_responsible_may_turn_out_to_be_a_known_colleague(
    bench: Bench, histories: Histories, takeovers: Takeovers, lone: Citizen
) -> None:
    come_onto(bench, histories, lone.subject_id, Step.ONE_CASEWORK)
    (line, _), ida = histories.all(Takeover), histories.employee()
    over = takeovers.save(bench.actor, replace(line, until_on=TODAY, outcome=TAKEN_OVER))
    assert over.employee_id is not None

    Organisation(bench.office).merge_employees(bench.actor, over.employee_id, ida.id)

    assert histories.all(Takeover)[0].employee_id == ida.id
