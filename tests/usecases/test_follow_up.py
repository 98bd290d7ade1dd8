"""What falls due and which meetings there are, for an employee, a citizen, and everybody."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from koordinator.domain.access import Action, Actor, Channel
from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.citizen import (
    Family,
    FamilyMembership,
    FamilyRole,
    PrimaryCaseworkerPeriod,
    Subject,
    SubjectKind,
)
from koordinator.domain.citizen_request import RequestKind, RequestOutcome
from koordinator.domain.codes import Role
from koordinator.domain.consent import Consent
from koordinator.domain.course import CoordinatorPeriod
from koordinator.domain.follow_up import DueItem, DueKind, Urgency
from koordinator.domain.ids import ConsentId, CourseId, EffortId, FamilyId, RowId, SubjectId
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.meeting import InvitationAnswer, MeetingStatus
from koordinator.domain.misfit import MisfitLook
from koordinator.domain.register import CaseFile, CaseStatus, Effort, OtherPlan
from koordinator.domain.setting import Setting, SettingKey
from koordinator.usecases.citizen_requests import CitizenRequests
from koordinator.usecases.ports_diary import DiaryScope
from tests.support.meeting_world import FIRST_DAY, SOON, MeetingWorld, citizen_party, employee_party
from tests.support.office import TODAY

ALL = DiaryScope()
ONE_DAY = timedelta(days=1)
LISTED = set(DueKind) - {DueKind.MEETING, DueKind.REQUEST}


def due(world: MeetingWorld, scope: DiaryScope = ALL) -> list[DueItem]:
    return [item for group in world.follow_up.open(world.actor, scope).groups for item in group.items]


def kinds(world: MeetingWorld, scope: DiaryScope = ALL) -> set[DueKind]:
    return {item.kind for item in due(world, scope)}


def of_kind(world: MeetingWorld, kind: DueKind) -> DueItem:
    (item,) = [item for item in due(world) if item.kind is kind]
    return item


def give_it_all(world: MeetingWorld) -> None:
    world.promises.promise(world.actor, world.subject_id, Promise("Ringer", employee_party(world.kim), TODAY))
    world.promises.ask(world.actor, world.subject_id, Question("Støtte", world.handicap, world.ida, TODAY))
    file = world.plans.begin(world.actor, world.subject_id)
    assert file.plan is not None
    with world.bench.office.aside() as tx:
        tx.of(JointPlan).save(replace(file.plan, review_on=TODAY))
        (case,) = tx.of(CaseFile).where()
        tx.of(CaseFile).save(replace(case, deadline_on=TODAY, answer_due_on=TODAY))
        (other,) = tx.of(OtherPlan).where()
        tx.of(OtherPlan).save(replace(other, follow_up_on=TODAY))
        effort = tx.of(Effort).get(world.effort_id)
        tx.of(Effort).save(replace(effort, until_on=TODAY + timedelta(days=42)))
        last_day = Consent(ConsentId(0), world.lone.id, "Hjælp i hjemmet", "Bostøtten", "Ja", until_on=TODAY + ONE_DAY)
        tx.of(Consent).add(last_day)


def test_everything_that_falls_due_is_listed_with_who(world: MeetingWorld) -> None:
    give_it_all(world)

    assert kinds(world) == LISTED
    agreement, decision = of_kind(world, DueKind.AGREEMENT), of_kind(world, DueKind.DECISION)
    assert (agreement.what, agreement.who, agreement.employee_id) == ("Ringer", "Kim Møller", world.kim)
    assert (decision.who, decision.department, decision.subject_name) == ("Ida Mikkelsen", "Handicap", "Lone Bæk")
    assert (of_kind(world, DueKind.CASE_DEADLINE).what, of_kind(world, DueKind.CASE_DEADLINE).who) == (
        "Støtte",
        "Ida Mikkelsen",
    )
    assert of_kind(world, DueKind.PLAN_REVIEW).who == "Mette Holm"
    assert (of_kind(world, DueKind.OTHER_PLAN).what, of_kind(world, DueKind.OTHER_PLAN).who) == (
        "Min Plan",
        "Jobcentret",
    )


def test_what_is_settled_closed_or_over_is_not_listed(world: MeetingWorld) -> None:
    give_it_all(world)
    agreement, decision = of_kind(world, DueKind.AGREEMENT), of_kind(world, DueKind.DECISION)
    file = world.plans.open(world.actor, world.subject_id)
    world.promises.done(world.actor, file.agreements[0].id)
    world.promises.decide(world.actor, file.decisions[0].id, "Bevilget", TODAY)
    assert (agreement.thing_id, decision.thing_id) == (file.agreements[0].id, file.decisions[0].id)
    with world.bench.office.aside() as tx:
        (case,) = tx.of(CaseFile).where()
        tx.of(CaseFile).save(replace(case, status=CaseStatus.CLOSED))
        (other,) = tx.of(OtherPlan).where()
        tx.of(OtherPlan).save(replace(other, until_on=TODAY))
        effort = tx.of(Effort).get(world.effort_id)
        tx.of(Effort).save(replace(effort, until_on=TODAY))
        (consent,) = tx.of(Consent).where()
        tx.of(Consent).save(replace(consent, withdrawn_at=tx.now))

    assert kinds(world) == {DueKind.PLAN_REVIEW, DueKind.REASSESSMENT}


def test_an_answered_application_is_no_deadline_any_more(world: MeetingWorld) -> None:
    give_it_all(world)
    with world.bench.office.aside() as tx:
        (case,) = tx.of(CaseFile).where()
        tx.of(CaseFile).save(replace(case, answered_on=TODAY))

    assert DueKind.CASE_ANSWER not in kinds(world)


def test_a_grant_comes_up_before_it_runs_out_until_it_is_renewed(world: MeetingWorld) -> None:
    give_it_all(world)
    grant, consent = of_kind(world, DueKind.EFFORT), of_kind(world, DueKind.CONSENT)
    assert (grant.what, grant.who, grant.due_on, grant.computed_on) == ("Bostøtte", "Mette Holm", TODAY, TODAY)
    assert (consent.what, consent.who, consent.due_on) == ("Hjælp i hjemmet", "Mette Holm", TODAY)

    with world.bench.office.aside() as tx:
        effort = tx.of(Effort).get(world.effort_id)
        tx.of(Effort).add(replace(effort, id=EffortId(0), from_on=effort.until_on, until_on=None, version=0))

    assert DueKind.EFFORT not in kinds(world)


def test_reassessment_follows_the_municipalitys_interval(world: MeetingWorld) -> None:
    assert of_kind(world, DueKind.REASSESSMENT).due_on == FIRST_DAY + timedelta(days=365)

    with world.bench.office.aside() as tx:
        tx.of(Setting).add(Setting(RowId(0), SettingKey.REASSESS_AFTER_DAYS, "100", TODAY))

    assert of_kind(world, DueKind.REASSESSMENT).due_on == FIRST_DAY + timedelta(days=100)
    assert of_kind(world, DueKind.REASSESSMENT).urgency(TODAY) is Urgency.OVERDUE


def test_a_step_that_was_found_to_stand_has_a_whole_interval_again(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        tx.of(MisfitLook).add(MisfitLook(RowId(0), world.subject_id, TODAY, world.mette, "", "Det passer", TODAY))

    assert of_kind(world, DueKind.REASSESSMENT).due_on == TODAY + timedelta(days=365)


def test_promises_of_citizens_and_nobody_are_listed_too(world: MeetingWorld) -> None:
    world.promises.promise(
        world.actor, world.subject_id, Promise("Øver", citizen_party(world.lone.id), None, "dagligt")
    )
    world.promises.promise(world.actor, world.subject_id, Promise("Mangler alt"))

    page = world.follow_up.open(world.actor, ALL)

    by_urgency = {group.urgency: [item.who for item in group.items] for group in page.groups}
    assert by_urgency[Urgency.ONGOING] == ["Lone Bæk"]
    assert by_urgency[Urgency.LACKING] == [""]
    assert page.today == TODAY


def test_mine_is_what_i_coordinate_or_have_to_do(world: MeetingWorld) -> None:
    give_it_all(world)

    assert kinds(world, DiaryScope(employee_id=world.mette)) == LISTED
    assert kinds(world, DiaryScope(employee_id=world.kim)) == {DueKind.AGREEMENT}
    assert kinds(world, DiaryScope(employee_id=world.ida)) == {
        DueKind.DECISION,
        DueKind.CASE_DEADLINE,
        DueKind.CASE_ANSWER,
    }
    assert kinds(world, DiaryScope(employee_id=world.bo)) == set()
    with world.bench.office.aside() as tx:
        tx.of(PrimaryCaseworkerPeriod).add(PrimaryCaseworkerPeriod(RowId(0), world.lone.id, world.bo, TODAY))
    assert kinds(world, DiaryScope(employee_id=world.bo)) == LISTED


def test_a_citizens_list_holds_nobody_elses(world: MeetingWorld) -> None:
    give_it_all(world)

    assert kinds(world, DiaryScope(citizen_id=world.lone.id)) == LISTED
    assert due(world, DiaryScope(citizen_id=world.anna.id)) == []


def make_family(world: MeetingWorld) -> SubjectId:
    with world.bench.office.aside() as tx:
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
        family = tx.of(Family).add(Family(FamilyId(0), tx.new_uid(), subject.id, "Familien Bæk"))
        for citizen in (world.lone, world.anna):
            tx.of(FamilyMembership).add(FamilyMembership(RowId(0), family.id, citizen.id, FamilyRole.ADULT, FIRST_DAY))
        course = CourseId(world.course_id)
        tx.of(CoordinatorPeriod).add(CoordinatorPeriod(RowId(0), subject.id, course, world.bo, TODAY))
    return subject.id


def test_a_family_coordinator_sees_the_members_and_a_member_the_familys(world: MeetingWorld) -> None:
    give_it_all(world)
    family = make_family(world)
    world.promises.promise(world.actor, family, Promise("Fælles", due_on=TODAY))
    world.meetings.plan(world.actor, family, SOON, ())

    assert {item.what for item in due(world, DiaryScope(citizen_id=world.anna.id))} == {"Fælles"}
    assert "Ringer" in {item.what for item in due(world, DiaryScope(employee_id=world.bo))}
    (meeting,) = world.follow_up.meetings(world.actor, DiaryScope(citizen_id=world.anna.id))
    assert (meeting.subject_name, set(meeting.citizens)) == ("Familien Bæk", {"Lone Bæk", "Anna Bæk"})


@pytest.mark.parametrize("whose", ["mette", "bo", "lone", "all"])
def test_meetings_are_listed_the_latest_first(world: MeetingWorld, whose: str) -> None:
    first = world.planned()
    world.meetings.answer(world.actor, first.participants[0].id, InvitationAnswer.YES)
    world.meetings.answer(world.actor, first.participants[1].id, InvitationAnswer.NO)
    second = world.planned(replace(SOON, starts_on=date(2027, 1, 12)))
    scopes = {
        "mette": DiaryScope(employee_id=world.mette),
        "bo": DiaryScope(employee_id=world.bo),
        "lone": DiaryScope(citizen_id=world.lone.id),
        "all": ALL,
    }

    entries = world.follow_up.meetings(world.actor, scopes[whose])

    assert [entry.id for entry in entries] == [second.meeting.id, first.meeting.id]
    entry = entries[1]
    assert (entry.uid, entry.status, entry.starts_on) == (first.meeting.uid, MeetingStatus.PLANNED, TODAY)
    assert (entry.citizens, entry.participants, entry.accepted, entry.declined) == (("Lone Bæk",), 4, 1, 1)


def test_who_is_not_there_has_no_meetings(world: MeetingWorld) -> None:
    world.planned()

    assert world.follow_up.meetings(world.actor, DiaryScope(employee_id=world.ida)) == ()
    assert world.follow_up.meetings(world.actor, DiaryScope(citizen_id=world.anna.id)) == ()
    assert world.bench.log()[-1].action is Action.LIST_MEETINGS


@pytest.mark.parametrize("asked_on", [date(2026, 1, 31), date(2026, 10, 31), date(2024, 2, 29), TODAY])
def test_what_a_citizen_asked_falls_due_on_the_last_day_for_an_answer(world: MeetingWorld, asked_on: date) -> None:
    services = CitizenRequests(world.bench.office)
    lone = world.lone
    shelf = services.note(world.actor, lone.id, RequestKind.ACCESS, "Jeg vil se det hele", asked_on)

    item = of_kind(world, DueKind.REQUEST)

    assert (item.what, item.subject_name, item.due_on) == ("Jeg vil se det hele", lone.name, shelf.requests[0].due_on)
    services.settle(world.actor, shelf.requests[0].id, RequestOutcome.DONE, "")
    assert DueKind.REQUEST not in kinds(world)


def test_what_a_citizen_asked_is_still_due_from_who_coordinated_last(world: MeetingWorld) -> None:
    asking = replace(world.actor, employee_id=world.ida)
    CitizenRequests(world.bench.office).note(asking, world.lone.id, RequestKind.OBJECTION, "Nej", TODAY)
    with world.bench.office.aside() as tx:
        (last,) = tx.of(CoordinatorPeriod).where(subject_id=world.subject_id)
        tx.of(CoordinatorPeriod).save(replace(last, until_on=TODAY))

    assert of_kind(world, DueKind.REQUEST).employee_id == last.employee_id
    assert DueKind.REQUEST in kinds(world, DiaryScope(employee_id=last.employee_id))


def test_what_citizens_asked_is_shown_to_those_alone_who_may_answer_it(world: MeetingWorld) -> None:
    lone = world.lone
    CitizenRequests(world.bench.office).note(world.actor, lone.id, RequestKind.OBJECTION, "Nej", TODAY)
    with world.bench.office.aside() as tx:
        tx.of(PrimaryCaseworkerPeriod).add(PrimaryCaseworkerPeriod(RowId(0), lone.id, world.kim, TODAY))

    def shown_to(role: Role) -> set[DueKind]:
        page = world.follow_up.open(Actor(world.kim, frozenset({role}), Channel.WINDOW), ALL)
        return {item.kind for group in page.groups for item in group.items}

    assert DueKind.REQUEST in shown_to(Role.COORDINATOR)
    assert DueKind.REQUEST not in shown_to(Role.CASEWORKER)
