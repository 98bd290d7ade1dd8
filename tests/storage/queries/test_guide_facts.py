"""The guide's facts as they are read from a real database."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from koordinator.domain.citizen import (
    FamilyMembership,
    FamilyRole,
    PrimaryCaseworkerPeriod,
    PrimaryCaseworkerWish,
    SubjectKind,
)
from koordinator.domain.course import EndReason, StepPeriod
from koordinator.domain.guide_facts import (
    ApprovedPlan,
    AssessmentState,
    EndedCourse,
    EndingConsent,
    GuideFacts,
    MeetingAhead,
    Outstanding,
)
from koordinator.domain.ids import EmployeeId, PaperId, PlanVersionId, RowId, SubjectId
from koordinator.domain.joint_plan import PlanVersion
from koordinator.domain.meeting import MeetingKind, MeetingStatus
from koordinator.domain.meeting_rhythm import MeetingRhythm
from koordinator.domain.misfit import MisfitReason, Sign
from koordinator.domain.paper import Handout, HandoutWay, Paper, PaperKind, Reader
from koordinator.domain.register import CaseStatus
from koordinator.domain.steps import Step
from koordinator.storage.queries.guide_facts import GuideQueries
from tests.support.histories import MORNING, Histories, counted_statements, days_ago
from tests.support.office import TODAY, Bench

NOW = datetime(2026, 11, 21, 11, tzinfo=UTC)
HELD, CANCELLED, INVITED = MeetingStatus.HELD, MeetingStatus.CANCELLED, MeetingStatus.INVITED


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


def facts_of(bench: Bench, subject_id: SubjectId) -> GuideFacts:
    with bench.office.aside() as tx:
        (facts,) = tx.guide.of_subjects((subject_id,))
        return facts


def test_a_citizen_with_nothing_registered(bench: Bench) -> None:
    citizen = bench.add_citizen()

    assert facts_of(bench, citizen.subject_id) == GuideFacts(
        TODAY,
        citizen.subject_id,
        SubjectKind.CITIZEN,
        "Lone Bæk",
        citizen.id,
        primary_wish=PrimaryCaseworkerWish.NOT_ASKED,
    )


def test_an_open_course_with_its_step_and_coordinator(bench: Bench, histories: Histories) -> None:
    citizen, ida = bench.add_citizen(), histories.employee()
    histories.course(citizen.subject_id, Step.MEETINGS, days_ago(50), by=ida)

    facts = facts_of(bench, citizen.subject_id)

    assert (facts.course_from_on, facts.step, facts.step_from_on) == (days_ago(50), Step.MEETINGS, days_ago(50))
    assert facts.coordinator_id == ida.id


def test_the_latest_course_that_is_over(bench: Bench, histories: Histories) -> None:
    citizen = bench.add_citizen()
    course = histories.course(citizen.subject_id, Step.ALIGNMENT, days_ago(90))
    (step,) = histories.all(StepPeriod)
    histories.save(replace(step, until_on=days_ago(9)))
    histories.save(replace(course, until_on=days_ago(9), end_reason=EndReason.GOALS_REACHED))

    facts = facts_of(bench, citizen.subject_id)

    assert facts.ended == EndedCourse(days_ago(9), EndReason.GOALS_REACHED)
    assert (facts.course_from_on, facts.step) == (None, None)


def test_the_latest_locked_assessment_and_the_one_begun(bench: Bench, histories: Histories) -> None:
    citizen = bench.add_citizen()
    histories.assessment(citizen.subject_id, Step.MEETINGS, days_ago(20))
    histories.assessment(citizen.subject_id, Step.ALIGNMENT, days_ago(300))
    histories.assessment(citizen.subject_id, None)

    assert facts_of(bench, citizen.subject_id).assessment == AssessmentState(days_ago(20), Step.MEETINGS, begun=True)


def test_cases_that_came_since_the_assessment(bench: Bench, histories: Histories) -> None:
    citizen = bench.add_citizen()
    histories.assessment(citizen.subject_id, Step.ALIGNMENT, days_ago(20))
    histories.case(citizen, "Handicap", opened_on=days_ago(300))
    histories.case(citizen, "Sundhed", opened_on=days_ago(20))
    histories.case(citizen, "Sundhed", opened_on=days_ago(8))
    histories.case(citizen, "Familie", opened_on=days_ago(3))
    histories.case(citizen, "Familie", opened_on=days_ago(1), status=CaseStatus.CLOSED)

    facts = facts_of(bench, citizen.subject_id)

    assert facts.departments == 3
    assert facts.signs == (
        Sign(MisfitReason.NEW_CASES, days_ago(8), days_ago(3), 2, words="Familie"),
        Sign(MisfitReason.NEW_DEPARTMENTS, days_ago(3), days_ago(3)),
    )


def test_a_case_is_new_when_it_became_known_here(bench: Bench, histories: Histories) -> None:
    citizen = bench.add_citizen()
    histories.assessment(citizen.subject_id, Step.ALIGNMENT, days_ago(20))
    histories.save(replace(histories.case(citizen, opened_on=days_ago(300)), registered_on=days_ago(2)))

    assert [sign.first_on for sign in facts_of(bench, citizen.subject_id).signs] == [days_ago(2)] * 2


def test_meetings_of_the_open_course(bench: Bench, histories: Histories) -> None:
    citizen = bench.add_citizen()
    histories.course(citizen.subject_id, from_on=days_ago(100))
    histories.meeting(citizen.subject_id, days_ago(200), HELD)
    histories.meeting(citizen.subject_id, days_ago(90), CANCELLED)
    histories.meeting(citizen.subject_id, days_ago(80), HELD)
    histories.meeting(citizen.subject_id, days_ago(30), CANCELLED)
    histories.meeting(citizen.subject_id, in_days(2), CANCELLED)
    histories.meeting(citizen.subject_id, days_ago(10), HELD, kind=MeetingKind.NETWORK)
    histories.meeting(citizen.subject_id, in_days(60))
    first = histories.meeting(citizen.subject_id, in_days(20), INVITED, prepared=True)

    facts = facts_of(bench, citizen.subject_id)

    assert (facts.last_held_on, facts.cancelled_in_a_row) == (days_ago(80), 2)
    assert facts.meeting == MeetingAhead(first.id, INVITED, in_days(20), time(13), prepared=True)


def test_a_meeting_is_cancelled_on_the_danish_day(bench: Bench, histories: Histories) -> None:
    citizen = bench.add_citizen()
    histories.course(citizen.subject_id, from_on=days_ago(100))
    meeting = histories.meeting(citizen.subject_id, in_days(2), CANCELLED)
    histories.save(replace(meeting, closed_at=datetime(2026, 11, 19, 23, 30, tzinfo=UTC)))

    (sign,) = facts_of(bench, citizen.subject_id).signs

    assert (sign.reason, sign.newest_on) == (MisfitReason.MEETINGS_CANCELLED, date(2026, 11, 20))


def test_the_subjects_own_rhythm(bench: Bench, histories: Histories) -> None:
    citizen = bench.add_citizen()
    histories.course(citizen.subject_id)
    usual = facts_of(bench, citizen.subject_id)
    with bench.office.aside() as tx:
        tx.of(MeetingRhythm).add(MeetingRhythm(RowId(0), citizen.subject_id, 6))

    assert usual.rhythm_days is None
    assert facts_of(bench, citizen.subject_id).rhythm_days == 42


def test_newest_version_of_the_plan_and_whether_it_was_handed_out(bench: Bench, histories: Histories) -> None:
    citizen = bench.add_citizen()
    plan = histories.plan(citizen.subject_id, days_ago(60), review_on=in_days(120))
    histories.version(plan, 2, days_ago(9))
    (first,) = histories.all(PlanVersion, plan_id=plan.id, number=1)
    histories.handout(first, days_ago(58))

    facts = facts_of(bench, citizen.subject_id)

    assert facts.review_on == in_days(120)
    assert facts.plan is not None
    assert (facts.plan.approved_on, facts.plan.handed_out) == (days_ago(9), False)


@pytest.mark.parametrize(("reader", "handed_out"), [(Reader.CITIZEN, True), (Reader.PROFESSIONAL, False)])
def test_the_plan_is_handed_out_when_the_citizen_has_it(
    bench: Bench, histories: Histories, reader: Reader, handed_out: bool
) -> None:
    citizen, by_id = bench.add_citizen(), bench.actor.employee_id
    version = histories.version(histories.plan(citizen.subject_id), 1, days_ago(9))
    paper = histories.add(paper_of(version.id, citizen.subject_id, by_id, reader))
    histories.add(
        Handout(
            RowId(0),
            citizen.subject_id,
            "Lone",
            TODAY,
            HandoutWay.LETTER,
            by_id,
            plan_version_id=version.id,
            paper_id=paper.id,
        )
    )

    assert facts_of(bench, citizen.subject_id).plan == ApprovedPlan(version.id, days_ago(9), handed_out=handed_out)


@pytest.mark.parametrize("on_paper", [True, False])
def test_a_note_that_was_withdrawn_hands_nothing_out(bench: Bench, histories: Histories, on_paper: bool) -> None:
    citizen = bench.add_citizen()
    version = histories.version(histories.plan(citizen.subject_id), 1, days_ago(9))
    note = histories.handout(version, TODAY)
    if on_paper:
        paper = histories.add(paper_of(version.id, citizen.subject_id, note.noted_by_id, Reader.CITIZEN))
        histories.save(replace(note, withdrawn_at=MORNING, withdrawn_because="Det var papiret"))
        note = histories.add(replace(note, id=RowId(0), paper_id=paper.id))
    histories.save(replace(note, withdrawn_at=MORNING, withdrawn_because="Forkert dag"))

    assert facts_of(bench, citizen.subject_id).plan == ApprovedPlan(version.id, days_ago(9), handed_out=False)


def test_a_plan_that_is_not_approved_has_a_review_day_alone(bench: Bench, histories: Histories) -> None:
    citizen = bench.add_citizen()
    histories.plan(citizen.subject_id, review_on=in_days(5))

    facts = facts_of(bench, citizen.subject_id)

    assert (facts.plan, facts.review_on) == (None, in_days(5))


def test_what_is_over_its_day(bench: Bench, histories: Histories) -> None:
    citizen = bench.add_citizen()
    histories.agreement(citizen.subject_id, days_ago(1))
    histories.agreement(citizen.subject_id, days_ago(7), "Sende ansøgning")
    histories.agreement(citizen.subject_id, TODAY)
    histories.agreement(citizen.subject_id, None)
    histories.decision(citizen.subject_id, days_ago(2))
    histories.decision(citizen.subject_id, in_days(2))

    facts = facts_of(bench, citizen.subject_id)

    assert facts.agreements == Outstanding(2, days_ago(7), "Sende ansøgning")
    assert facts.decisions == Outstanding(1, days_ago(2), "Sundhed")


def test_the_consent_that_runs_out_first_and_is_not_given_again(bench: Bench, histories: Histories) -> None:
    citizen = bench.add_citizen()
    histories.course(citizen.subject_id, from_on=days_ago(100))
    histories.consent(citizen, "Skolen", in_days(1))
    histories.consent(citizen, "skolen", in_days(300))
    histories.consent(citizen, "Skolen", in_days(200))
    histories.consent(citizen, "Lægen", in_days(3))
    histories.consent(citizen, "Lægen", None)
    histories.consent(citizen, "Regionen", in_days(2), withdrawn_at=NOW)
    histories.consent(citizen, "Jobcentret", days_ago(150))
    ending = histories.consent(citizen, "Sundhed", in_days(9))

    assert facts_of(bench, citizen.subject_id).consent == EndingConsent(ending.id, "Sundhed", in_days(9))


def test_a_family_has_its_members_cases_and_consents(bench: Bench, histories: Histories) -> None:
    mother, child = bench.add_citizen(), bench.add_citizen("Anna Bæk", "")
    left = bench.add_citizen("Bo Bæk", "")
    family = histories.family("Familien Bæk", mother, child)
    histories.add(FamilyMembership(RowId(0), family.id, left.id, FamilyRole.ADULT, days_ago(300), days_ago(10)))
    histories.case(mother, "Sundhed")
    histories.case(child, "Familie")
    histories.case(left, "Handicap")
    histories.course(family.subject_id, Step.ONE_CASEWORK)
    consent = histories.consent(child, "Skolen", in_days(4))

    facts = facts_of(bench, family.subject_id)

    assert (facts.kind, facts.name, facts.members, facts.departments) == (SubjectKind.FAMILY, "Familien Bæk", 2, 2)
    assert facts.consent is not None
    assert facts.consent.id == consent.id
    assert facts_of(bench, child.subject_id).family == facts
    assert facts_of(bench, left.subject_id).family is None


def test_a_family_below_trin_3_does_not_speak_for_its_members(bench: Bench, histories: Histories) -> None:
    citizen = bench.add_citizen()
    family = histories.family("Familien Bæk", citizen)
    histories.course(family.subject_id, Step.MEETINGS)

    assert facts_of(bench, citizen.subject_id).family is None


def test_my_subjects(bench: Bench, histories: Histories) -> None:
    ida, bo = histories.employee(), histories.employee("Bo Thygesen")
    coordinated, primary, caseworker, others, nobodys = (bench.add_citizen(f"Borger {n}", "") for n in range(5))
    histories.course(coordinated.subject_id, by=ida)
    histories.add(PrimaryCaseworkerPeriod(RowId(0), primary.id, ida.id, days_ago(9)))
    histories.case(caseworker, caseworker=ida)
    histories.course(others.subject_id, by=bo)
    histories.case(others, caseworker=ida)
    histories.case(nobodys, caseworker=ida, status=CaseStatus.CLOSED)

    with bench.office.aside() as tx:
        mine = tx.guide.of_employee(ida.id)
        everybody = tx.guide.of_all()

    assert [facts.name for facts in mine] == ["Borger 0", "Borger 1", "Borger 2"]
    assert len(everybody) == 5


def test_many_subjects_take_no_more_statements_than_one(bench: Bench, histories: Histories) -> None:
    citizens = [bench.add_citizen(f"Borger {n}", "") for n in range(12)]
    for citizen in citizens:
        histories.course(citizen.subject_id)
        histories.case(citizen)
        histories.meeting(citizen.subject_id, in_days(9))

    with counted_statements() as for_one, bench.office.aside() as tx:
        tx.guide.of_subjects((citizens[0].subject_id,))
    with counted_statements() as for_all, bench.office.aside() as tx:
        assert len(tx.guide.of_all()) == 12

    assert for_all.statements == for_one.statements + 1


def test_the_drivers_own_connection_reads_the_same(bench: Bench, histories: Histories) -> None:
    citizen = bench.add_citizen()
    histories.course(citizen.subject_id, by=histories.employee())
    histories.meeting(citizen.subject_id, in_days(9), prepared=True)
    histories.plan(citizen.subject_id, days_ago(4))

    with bench.database.plain() as connection:
        plain = GuideQueries(connection.execute, TODAY).of_all()

    assert plain == (facts_of(bench, citizen.subject_id),)


def paper_of(version_id: PlanVersionId, subject_id: SubjectId, by_id: EmployeeId, reader: Reader) -> Paper:
    return Paper(
        PaperId(0),
        "paper",
        subject_id,
        PaperKind.PLAN,
        reader,
        "plan.pdf",
        sha256="",
        made_at=NOW,
        made_by_id=by_id,
        plan_version_id=version_id,
    )
