"""The first page on a real database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.agreement import AgreementStatus
from koordinator.domain.citizen import PrimaryCaseworkerWish
from koordinator.domain.draft import DraftPlace
from koordinator.domain.errors import NotAllowed
from koordinator.domain.guide_kinds import NextStepKind
from koordinator.domain.ids import EmployeeId, ParticipantId
from koordinator.domain.meeting import MeetingStatus, Participant
from koordinator.domain.organisation import Employee, Role
from koordinator.domain.setting import SettingKey
from koordinator.domain.steps import Step
from koordinator.usecases.drafts import Drafts
from koordinator.usecases.overview import Overview, OverviewPage
from koordinator.usecases.settings import Settings
from tests.support.histories import Histories, counted_statements, days_ago
from tests.support.office import TODAY, Bench


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def mette(bench: Bench, histories: Histories) -> Employee:
    (owner,) = histories.all(Employee, id=bench.actor.employee_id)
    return owner


def page_of(bench: Bench) -> OverviewPage:
    return Overview(bench.office).open(bench.actor)


def test_what_hurts_most_when_late_comes_first(bench: Bench, histories: Histories, mette: Employee) -> None:
    at_rest, unplanned, unhanded = (bench.add_citizen(name, "") for name in ("Anna", "Lone", "Jørgen"))
    histories.course(at_rest.subject_id, Step.ALIGNMENT, by=mette)
    histories.save(replace(at_rest, primary_caseworker_wish=PrimaryCaseworkerWish.NOT_WANTED))
    histories.course(unplanned.subject_id, Step.MEETINGS, days_ago(5), by=mette)
    histories.assessment(unplanned.subject_id, Step.MEETINGS, days_ago(5))
    histories.course(unhanded.subject_id, Step.MEETINGS, days_ago(50), by=mette)
    histories.meeting(unhanded.subject_id, date(2026, 11, 12), MeetingStatus.HELD)
    histories.plan(unhanded.subject_id, date(2026, 11, 12))

    page = page_of(bench)

    assert [(line.name, line.next_step.kind) for line in page.lines] == [
        ("Jørgen", NextStepKind.HAND_OUT_PLAN),
        ("Lone", NextStepKind.PLAN_FIRST_MEETING),
        ("Anna", NextStepKind.REST),
    ]
    assert [line.name for line in page.waiting] == ["Jørgen", "Lone"]


def test_each_member_has_a_line_that_names_the_family_s_next_thing(
    bench: Bench, histories: Histories, mette: Employee
) -> None:
    lone = bench.add_citizen()
    histories.case(lone, caseworker=mette)
    family = histories.family("Familien Bæk", lone)
    histories.course(family.subject_id, Step.ONE_CASEWORK, by=mette)

    page = page_of(bench)

    assert [(line.name, line.next_step.of_family, line.step) for line in page.lines] == [
        ("Familien Bæk", "", Step.ONE_CASEWORK),
        ("Lone Bæk", "Familien Bæk", Step.ONE_CASEWORK),
    ]
    first, second = (line.next_step for line in page.lines)
    assert second._replace(of_family="") == first
    assert page.things_waiting == 1


def test_the_look_is_logged_with_a_number_and_no_names(bench: Bench, histories: Histories, mette: Employee) -> None:
    histories.course(bench.add_citizen().subject_id, by=mette)

    page_of(bench)

    entry = bench.log()[-1]
    assert (entry.action, entry.codes, entry.subject_id) == (Action.OPEN_OVERVIEW, "count=1", 0)


def test_meetings_of_today_and_the_week(bench: Bench, histories: Histories, mette: Employee) -> None:
    lone, other = bench.add_citizen(), bench.add_citizen("Søren", "")
    histories.course(lone.subject_id, by=mette)
    today = histories.meeting(lone.subject_id, TODAY, MeetingStatus.INVITED)
    histories.meeting(lone.subject_id, in_days(6), MeetingStatus.CANCELLED)
    histories.meeting(lone.subject_id, in_days(7))
    histories.meeting(other.subject_id, in_days(1))
    invited_to = histories.meeting(other.subject_id, in_days(3))
    histories.add(Participant(ParticipantId(0), invited_to.id, employee_id=mette.id))

    page = page_of(bench)

    assert [(line.id, line.subject_name, line.participants) for line in page.meetings] == [
        (today.id, "Lone Bæk", 0),
        (invited_to.id, "Søren", 1),
    ]


def test_urgent_promises_and_those_kept(bench: Bench, histories: Histories, mette: Employee) -> None:
    lone, peter = bench.add_citizen(), histories.employee("Peter Kjærgaard")
    histories.course(lone.subject_id, by=mette)
    late = histories.agreement(lone.subject_id, days_ago(3), "Sende ansøgning", by=peter)
    soon = histories.agreement(lone.subject_id, in_days(3))
    histories.agreement(lone.subject_id, in_days(4), by=peter)
    kept = histories.agreement(
        lone.subject_id, days_ago(30), by=mette, status=AgreementStatus.DONE, settled_on=days_ago(31)
    )
    histories.agreement(lone.subject_id, days_ago(200), by=mette)
    others = bench.add_citizen("Søren", "")
    histories.agreement(others.subject_id, days_ago(2), by=peter)

    page = page_of(bench)

    in_the_list = [(line.id, line.what, line.who, line.subject_name) for line in page.urgent_promises]
    assert in_the_list[-2:] == [
        (late.id, "Sende ansøgning", "Peter Kjærgaard", "Lone Bæk"),
        (soon.id, "Ringe til skolen", "", "Lone Bæk"),
    ]
    assert (page.promises.kept, page.promises.due) == (1, 2)
    assert page.promises.kept_ids == (kept.id,)


def test_plan_reviews_that_are_coming(bench: Bench, histories: Histories, mette: Employee) -> None:
    lone, anna = bench.add_citizen(), bench.add_citizen("Anna", "")
    for citizen, review_on in ((lone, in_days(30)), (anna, in_days(31))):
        histories.course(citizen.subject_id, by=mette)
        histories.plan(citizen.subject_id, days_ago(100), review_on)

    assert [(line.subject_name, line.review_on) for line in page_of(bench).reviews] == [("Lone Bæk", in_days(30))]


def test_the_municipalitys_own_pace_is_kept(bench: Bench, histories: Histories, mette: Employee) -> None:
    lone = bench.add_citizen()
    histories.course(lone.subject_id, Step.MEETINGS, days_ago(5), by=mette)
    histories.assessment(lone.subject_id, Step.MEETINGS, days_ago(5))
    Settings(bench.office).change(bench.actor, {SettingKey.FIRST_MEETING_WITHIN_DAYS: "60"})

    (line,) = page_of(bench).lines

    assert line.next_step.why.on == in_days(55)


def test_many_subjects_take_no_more_statements(bench: Bench, histories: Histories, mette: Employee) -> None:
    actor = bench.actor
    histories.course(bench.add_citizen("Borger", "").subject_id, by=mette)
    Overview(bench.office).open(actor)
    with counted_statements() as small:
        Overview(bench.office).open(actor)
    for number in range(15):
        citizen = bench.add_citizen(f"Borger {number}", "")
        histories.course(citizen.subject_id, by=mette)
        histories.meeting(citizen.subject_id, in_days(2))
        histories.agreement(citizen.subject_id, days_ago(2), by=mette)

    with counted_statements() as large:
        assert len(Overview(bench.office).open(actor).lines) == 16

    assert large.statements == small.statements


def test_a_supervisor_has_no_first_page_of_citizens(bench: Bench) -> None:
    supervisor = Actor(EmployeeId(1), frozenset({Role.SUPERVISOR}), Channel.WINDOW)

    with pytest.raises(NotAllowed):
        Overview(bench.office).open(supervisor)


def test_what_was_written_and_never_finished_comes_forward_while_it_can_be_finished(
    bench: Bench, histories: Histories, mette: Employee
) -> None:
    lone, peter = bench.add_citizen(), histories.employee("Peter Kjærgaard")
    plan = histories.plan(lone.subject_id)
    begun = histories.assessment(lone.subject_id, None)
    locked = histories.assessment(lone.subject_id, Step.MEETINGS, days_ago(9))
    ahead = histories.meeting(lone.subject_id, in_days(9))
    over = histories.meeting(lone.subject_id, days_ago(9), MeetingStatus.HELD)
    drafts, others = Drafts(bench.office), replace(bench.actor, employee_id=peter.id)
    drafts.keep(bench.actor, DraftPlace("joint_plan", plan.id, "own_words"), "Ro")
    for kind, key in (("assessment", locked.id), ("meeting", over.id), ("letter_text", 0)):
        drafts.keep(bench.actor, DraftPlace(kind, key, "text"), "Noget")
    drafts.keep(others, DraftPlace("meeting", ahead.id, "text"), "En andens")
    drafts.keep(bench.actor, DraftPlace("meeting", ahead.id, "summary"), " ")
    bench.clock.pass_days(1)
    for name in ("complexity", "reason"):
        drafts.keep(bench.actor, DraftPlace("assessment", begun.id, name), "Kort")

    found = page_of(bench).left_over

    assert [(line.kind, line.thing_id, line.subject_name) for line in found] == [
        ("assessment", begun.id, "Lone Bæk"), ("joint_plan", plan.id, "Lone Bæk"),
    ]  # fmt: skip
    assert [line.saved_on for line in found] == [in_days(1), TODAY]
