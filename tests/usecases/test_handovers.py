"""Handovers on a real database: a whole portfolio at once, nothing rewritten, nobody left without one unseen."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from koordinator.domain.citizen import PrimaryCaseworkerPeriod, PrimaryCaseworkerWish
from koordinator.domain.contact_note import Contact, ContactKind
from koordinator.domain.course import CoordinatorPeriod, EndReason
from koordinator.domain.course_rules import CourseEnd
from koordinator.domain.errors import NotAllowed
from koordinator.domain.guide_kinds import GuideDeed, NextStepKind, WhyCode
from koordinator.domain.handover import (
    CannotReturn,
    ChecklistTooLong,
    Handover,
    HandoverItem,
    HandoverKind,
    HandoverNotYet,
    HandoverOutcome,
    HandoverOver,
    HandoverTerms,
    HandoverToSelf,
    HandoverUnderWay,
    NothingToHandOver,
)
from koordinator.domain.ids import EmployeeId, RowId
from koordinator.domain.meeting import Meeting, MeetingKind
from koordinator.domain.meeting_rules import Appointment
from koordinator.domain.organisation import LacksAuthority, Role, TeamMembership
from koordinator.domain.steps import Step
from koordinator.domain.working_days import is_working_day
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.contact_notes import ContactNotes
from koordinator.usecases.courses import Courses
from koordinator.usecases.handovers import Handovers
from koordinator.usecases.organisation import Organisation, new_team
from koordinator.usecases.overview import Overview
from koordinator.usecases.primary_caseworkers import PrimaryCaseworkers
from koordinator.usecases.routine import current_routine
from tests.support.colleagues import change_colleague
from tests.support.coordinated import coordinated, coordinator, handovers_at
from tests.support.histories import Histories
from tests.support.office import TODAY, Bench

PLANNED, ABSENCE, RESIGNATION = HandoverKind
IN_A_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def histories(bench: Bench) -> Histories:
    return Histories(bench)


@pytest.fixture
def handovers(bench: Bench) -> Handovers:
    return handovers_at(bench)


@pytest.fixture
def giver(bench: Bench) -> EmployeeId:
    return bench.actor.employee_id


@pytest.fixture
def ida(histories: Histories) -> EmployeeId:
    return histories.employee("Ida Mikkelsen").id


def test_a_portfolio_of_forty_is_handed_over_at_once_and_carried_out_on_the_day(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId
) -> None:
    bo = histories.employee("Bo Friis").id
    citizens = [coordinated(bench, histories, giver, f"Borger {n:02}") for n in range(40)]
    to = {each.subject_id: (ida, bo)[n % 2] for n, each in enumerate(citizens)}

    made = handovers.begin(bench.actor, HandoverTerms(RESIGNATION, giver, IN_A_WEEK), to)

    assert len(made) == 40
    assert len(histories.all(HandoverItem)) == 40 * 5
    shown = handovers.portfolio(bench.actor, giver)
    assert [line.name for line in shown.lines] == [citizen.name for citizen in citizens]
    assert all(line.under_way is not None for line in shown.lines)
    assert len(shown.under_way) == 40
    with pytest.raises(HandoverNotYet):
        handovers.carry_out(bench.actor, made[0].id)
    bench.clock.pass_days(7)
    for each in made:
        handovers.carry_out(bench.actor, each.id)
    assert [coordinator(bench, histories, each) for each in citizens] == [to[each.subject_id] for each in citizens]
    received = {row.employee.id: row.courses for row in handovers.portfolio(bench.actor, giver).receivers}
    assert (received[ida], received[bo]) == (20, 20)


def test_all_or_none(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId
) -> None:
    lone, otto = (coordinated(bench, histories, giver, name) for name in ("Lone Bæk", "Otto Bæk"))
    kim = histories.employee("Kim", authority=False).id

    with pytest.raises(LacksAuthority):
        handovers.begin(bench.actor, HandoverTerms(PLANNED, giver, TODAY), {lone.subject_id: ida, otto.subject_id: kim})

    assert histories.all(Handover) == ()


def test_what_cannot_be_handed_over_is_refused_with_its_reason(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId
) -> None:
    lone = coordinated(bench, histories, giver)
    nobody = bench.add_citizen("Otto Bæk", "")
    terms = HandoverTerms(PLANNED, giver, TODAY)

    with pytest.raises(HandoverToSelf):
        handovers.begin(bench.actor, terms, {lone.subject_id: giver})
    with pytest.raises(NothingToHandOver) as refused:
        handovers.begin(bench.actor, terms, {nobody.subject_id: ida})
    assert refused.value.name == "Otto Bæk"
    handovers.begin(bench.actor, terms, {lone.subject_id: ida})
    with pytest.raises(HandoverUnderWay) as again:
        handovers.begin(bench.actor, terms, {lone.subject_id: ida})
    assert again.value.name == "Lone Bæk"


def test_a_receiver_who_has_lost_authority_by_the_day_is_refused(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId
) -> None:
    lone = coordinated(bench, histories, giver)
    (under_way,) = handovers.begin(bench.actor, HandoverTerms(PLANNED, giver, IN_A_WEEK), {lone.subject_id: ida})
    bench.clock.pass_days(7)
    change_colleague(Organisation(bench.office), bench.actor, ida, has_authority=False)

    with pytest.raises(LacksAuthority):
        handovers.carry_out(bench.actor, under_way.id)

    assert coordinator(bench, histories, lone) == giver


def test_the_primary_caseworker_changes_with_the_coordinator(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId
) -> None:
    lone = coordinated(bench, histories, giver)
    PrimaryCaseworkers(bench.office).choose(bench.actor, lone.id, giver)
    bench.clock.pass_days(1)
    day = bench.clock.today()
    (under_way,) = handovers.begin(bench.actor, HandoverTerms(PLANNED, giver, day), {lone.subject_id: ida})

    handovers.carry_out(bench.actor, under_way.id)

    first, second = histories.all(PrimaryCaseworkerPeriod, citizen_id=lone.id)
    assert (first.employee_id, first.from_on, first.until_on) == (giver, TODAY, day)
    assert (second.employee_id, second.from_on, second.until_on) == (ida, day, None)
    before, now = histories.all(CoordinatorPeriod, subject_id=lone.subject_id)
    assert (before.until_on, now.from_on, now.employee_id) == (day, day, ida)


def test_a_member_who_is_handed_over_as_well_goes_with_that_and_not_with_the_family(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId
) -> None:
    lone, otto = bench.add_citizen(), bench.add_citizen("Otto Bæk", "")
    family, bo = histories.family("Familien Bæk", lone, otto), histories.employee("Bo Friis").id
    histories.course(family.subject_id, Step.ONE_CASEWORK)
    Courses(bench.office).choose_coordinator(bench.actor, family.subject_id, giver)
    for citizen in (lone, otto):
        PrimaryCaseworkers(bench.office).choose(bench.actor, citizen.id, giver)
    to = {family.subject_id: ida, lone.subject_id: bo}

    for each in reversed(handovers.begin(bench.actor, HandoverTerms(PLANNED, giver, TODAY), to)):
        handovers.carry_out(bench.actor, each.id)

    primary = histories.all(PrimaryCaseworkerPeriod)
    assert {row.citizen_id: row.employee_id for row in primary} == {lone.id: bo, otto.id: ida}


def test_who_is_the_primary_caseworker_alone_hands_over_to_anybody(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId
) -> None:
    lone = bench.add_citizen()
    kim = histories.employee("Kim", authority=False).id
    PrimaryCaseworkers(bench.office).choose(bench.actor, lone.id, giver)
    (under_way,) = handovers.begin(bench.actor, HandoverTerms(PLANNED, giver, TODAY), {lone.subject_id: kim})

    handovers.carry_out(bench.actor, under_way.id)

    assert [row.employee_id for row in histories.all(PrimaryCaseworkerPeriod, until_on=None)] == [kim]


@pytest.mark.parametrize("deed", ["another", "none"])
def test_a_handover_of_a_primary_caseworker_is_over_when_the_giver_is_so_no_longer(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId, deed: str
) -> None:
    lone, primary = bench.add_citizen(), PrimaryCaseworkers(bench.office)
    primary.choose(bench.actor, lone.id, giver)
    handovers.begin(bench.actor, HandoverTerms(PLANNED, giver, TODAY), {lone.subject_id: ida})
    if deed == "another":
        primary.choose(bench.actor, lone.id, histories.employee("Bo Friis").id)
    else:
        primary.note_wish(bench.actor, lone.id, PrimaryCaseworkerWish.NOT_WANTED)

    assert [each.outcome for each in histories.all(Handover)] == [HandoverOutcome.OVERTAKEN]


def test_after_an_absence_it_goes_back(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId
) -> None:
    lone = coordinated(bench, histories, giver)
    (away,) = handovers.begin(bench.actor, HandoverTerms(ABSENCE, giver, TODAY), {lone.subject_id: ida})
    handovers.carry_out(bench.actor, away.id)
    bench.clock.pass_days(30)

    assert handovers.give_back(bench.actor, away.id).returned_on == bench.clock.today()

    assert coordinator(bench, histories, lone) == giver
    with pytest.raises(CannotReturn):
        handovers.give_back(bench.actor, away.id)


def test_called_off_it_stays_with_the_giver_and_is_history(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId
) -> None:
    lone = coordinated(bench, histories, giver)
    (under_way,) = handovers.begin(bench.actor, HandoverTerms(PLANNED, giver, TODAY), {lone.subject_id: ida})

    over = handovers.cancel(bench.actor, under_way.id, "Jeg bliver alligevel")

    assert coordinator(bench, histories, lone) == giver
    with pytest.raises(HandoverOver):
        handovers.carry_out(bench.actor, under_way.id)
    with pytest.raises(IntegrityError, match="handover_is_history"):
        histories.save(replace(over, cancel_reason="Noget andet"))


@pytest.mark.parametrize("deed", ["choose", "end", "down"])
def test_what_else_decides_who_has_it_ends_the_handover(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId, deed: str
) -> None:
    lone = coordinated(bench, histories, giver)
    handovers.begin(bench.actor, HandoverTerms(PLANNED, giver, IN_A_WEEK), {lone.subject_id: ida})
    courses = Courses(bench.office)

    if deed == "choose":
        courses.choose_coordinator(bench.actor, lone.subject_id, histories.employee("Bo").id)
    elif deed == "end":
        courses.end(bench.actor, lone.subject_id, CourseEnd(EndReason.MOVED_AWAY))
    else:
        lower = histories.assessment(lone.subject_id, Step.ALIGNMENT, TODAY)
        courses.carry_out(bench.actor, lower.id)

    (over,) = histories.all(Handover)
    assert (over.outcome, over.ended_on) == (HandoverOutcome.OVERTAKEN, TODAY)


def test_the_file_holds_what_was_told_so_that_nobody_asks_again(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId
) -> None:
    lone = coordinated(bench, histories, giver)
    contact = Contact(ContactKind.PHONE, "Lone", "Vil helst ringes op om formiddagen", bench.clock.now())
    ContactNotes(bench.office).write(bench.actor, lone.subject_id, contact)
    histories.plan(lone.subject_id)
    histories.agreement(lone.subject_id, IN_A_WEEK, "Sende ansøgning")
    terms = HandoverTerms(PLANNED, giver, IN_A_WEEK, "Tal ikke om flytningen.")
    (under_way,) = handovers.begin(bench.actor, terms, {lone.subject_id: ida})

    file = handovers.open(bench.actor, under_way.id)

    assert [note.what for note in file.told.notes] == ["Vil helst ringes op om formiddagen"]
    assert file.told.plan is not None
    assert [agreement.what for agreement in file.agreements] == ["Sende ansøgning"]
    assert (file.handover.told, file.receiver.id, len(file.items)) == ("Tal ikke om flytningen.", ida, 5)
    with bench.office.aside() as tx:
        assert is_working_day(file.introduce_on, current_routine(tx).is_holiday)


def test_lines_are_ticked_and_the_introduction_is_a_meeting_for_the_three(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId
) -> None:
    lone = coordinated(bench, histories, giver)
    (under_way,) = handovers.begin(bench.actor, HandoverTerms(PLANNED, giver, IN_A_WEEK), {lone.subject_id: ida})
    first = handovers.open(bench.actor, under_way.id).items[0]

    handovers.tick(bench.actor, first.id, is_done=True)
    handovers.introduce(bench.actor, under_way.id, Appointment(TODAY + timedelta(days=2), time(10)))

    file = handovers.open(bench.actor, under_way.id)
    assert [item.done_on for item in file.items] == [TODAY, None, None, None, None]
    assert file.meeting is not None
    assert histories.all(Meeting)[0].kind is MeetingKind.PREPARATORY_TALK
    handovers.cancel(bench.actor, under_way.id, "Fejl")
    with pytest.raises(HandoverOver):
        handovers.introduce(bench.actor, under_way.id, Appointment(TODAY, time(10)))


def test_one_that_was_not_carried_out_says_so_to_both(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId
) -> None:
    lone = coordinated(bench, histories, giver)
    handovers.begin(bench.actor, HandoverTerms(PLANNED, giver, IN_A_WEEK), {lone.subject_id: ida})
    receiver = replace(bench.actor, employee_id=ida)
    overview = Overview(bench.office)

    assert overview.open(receiver).lines == ()
    bench.clock.pass_days(7)

    for actor in (bench.actor, receiver):
        (line,) = overview.open(actor).lines
        assert (line.next_step.kind, line.next_step.by_on) == (NextStepKind.HANDOVER, IN_A_WEEK)
        assert line.next_step.button.deed is GuideDeed.HAND_OVER
        assert line.next_step.why.words == "Ida Mikkelsen"


def test_a_coordinator_whose_authority_has_ended_comes_forward(
    bench: Bench, histories: Histories, handovers: Handovers, ida: EmployeeId
) -> None:
    lone = coordinated(bench, histories, ida)
    change_colleague(Organisation(bench.office), bench.actor, ida, has_authority=False)

    step = Citizens(bench.office).open(bench.actor, lone.id).course_file.next_step

    assert (step.kind, step.why.code) == (NextStepKind.CHOOSE_COORDINATOR, WhyCode.COORDINATOR_GONE)
    assert (step.why.words, step.by_on) == ("Ida Mikkelsen", TODAY)


def test_a_coordinator_who_has_left_the_last_team_comes_forward(
    bench: Bench, histories: Histories, ida: EmployeeId
) -> None:
    lone = coordinated(bench, histories, ida)
    organisation = Organisation(bench.office)
    team = organisation.save_team(bench.actor, replace(new_team(histories.department().id), name="Familie Nord"))
    place = TeamMembership(RowId(0), ida, team.id, TODAY)
    change_colleague(organisation, bench.actor, ida, places=(place,))
    assert (
        Citizens(bench.office).open(bench.actor, lone.id).course_file.next_step.why.code is not WhyCode.COORDINATOR_GONE
    )
    bench.clock.pass_days(1)

    change_colleague(organisation, bench.actor, ida, places=())

    step = Citizens(bench.office).open(bench.actor, lone.id).course_file.next_step
    assert step.why.code is WhyCode.COORDINATOR_GONE


def test_the_municipalitys_own_checklist_begins_new_handovers_and_leaves_those_under_way(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId
) -> None:
    standard = handovers.checklist()
    first, second = (coordinated(bench, histories, giver, name) for name in ("Lone Bæk", "Otto Bæk"))
    terms = HandoverTerms(PLANNED, giver, IN_A_WEEK)
    handovers.begin(bench.actor, terms, {first.subject_id: ida})

    assert handovers.change_checklist(bench.actor, [" Ring til Lone ", "", "Giv nøglen videre"]) == (
        "Ring til Lone", "Giv nøglen videre",
    )  # fmt: skip
    (later,) = handovers.begin(bench.actor, terms, {second.subject_id: ida})

    items = histories.all(HandoverItem)
    assert tuple(item.what for item in items if item.handover_id != later.id) == standard
    assert tuple(item.what for item in items if item.handover_id == later.id) == handovers.checklist()
    assert bench.log()[-2].codes == "handover_checklist"
    assert handovers.change_checklist(bench.actor, [" "]) == standard == handovers.checklist()


def test_a_checklist_nobody_goes_through_is_refused_and_only_an_administrator_changes_it(
    bench: Bench, handovers: Handovers
) -> None:
    standard = handovers.checklist()
    with pytest.raises(ChecklistTooLong):
        handovers.change_checklist(bench.actor, [str(number) for number in range(21)])
    with pytest.raises(NotAllowed):
        handovers.change_checklist(replace(bench.actor, roles=frozenset({Role.COORDINATOR})), ["Noget"])

    assert handovers.checklist() == standard


def test_what_is_undone_after_a_handover_comes_forward_on_the_receivers_page_until_it_is_ticked(
    bench: Bench, histories: Histories, handovers: Handovers, giver: EmployeeId, ida: EmployeeId
) -> None:
    lone = coordinated(bench, histories, giver)
    (made,) = handovers.begin(bench.actor, HandoverTerms(PLANNED, giver, TODAY), {lone.subject_id: ida})
    first, *rest = handovers.open(bench.actor, made.id).items
    for item in rest[1:]:
        handovers.tick(bench.actor, item.id, is_done=True)
    handovers.carry_out(bench.actor, made.id)
    receiver = replace(bench.actor, employee_id=ida)

    (line,) = Overview(bench.office).open(receiver).lines
    assert (line.next_step.kind, line.next_step.why.count, line.next_step.why.words) == (
        NextStepKind.FINISH_HANDOVER, 2, first.what,
    )  # fmt: skip
    file = Citizens(bench.office).open(receiver, lone.id).course_file
    assert file.handover is not None
    assert (file.handover.id, len(file.handover_items)) == (made.id, 5)

    for item in (first, rest[0]):
        handovers.tick(receiver, item.id, is_done=True)

    (line,) = Overview(bench.office).open(receiver).lines
    assert line.next_step.kind is not NextStepKind.FINISH_HANDOVER
    assert Citizens(bench.office).open(receiver, lone.id).course_file.handover is None
