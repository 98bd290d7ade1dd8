"""The agenda of what must get done, on a real database; and who sits at the table."""

from dataclasses import replace
from datetime import timedelta

import pytest

from koordinator.domain.agenda_proposals import Proposal, ProposalKind
from koordinator.domain.agreement_rules import Promise
from koordinator.domain.ids import RowId
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.meeting import AgendaKind, MeetingNotAhead, Preparation
from koordinator.domain.register import CaseFile
from koordinator.domain.setting import SettingKey
from koordinator.usecases.agenda_facts import TakenUp
from koordinator.usecases.settings import Settings
from tests.support.meeting_world import SOON, MeetingWorld, employee_party
from tests.support.office import TODAY

NEXT = replace(SOON, starts_on=TODAY + timedelta(days=30))


def taken(proposals: tuple[Proposal, ...]) -> tuple[TakenUp, ...]:
    return tuple(TakenUp(each, each.about) for each in proposals)


def test_what_is_open_is_proposed_and_taken_up_where_it_belongs(world: MeetingWorld) -> None:
    held = world.running().meeting.id
    world.room_plan.set_goal(world.actor, held, "Rolige morgener")
    world.room_plan.promise(world.actor, held, Promise("Taler med skolen", employee_party(world.kim), TODAY))
    world.closing.close(world.actor, held)
    with world.bench.office.aside() as tx:
        (case,) = tx.of(CaseFile).where()
        tx.of(CaseFile).save(replace(case, deadline_on=TODAY + timedelta(days=40)))
    file = world.planned(NEXT)
    world.meetings.prepare(world.actor, Preparation(RowId(0), file.meeting.id, wants_to_discuss="Ferien\nMorgenerne"))

    proposals = world.meetings.propose(world.actor, file.meeting.id)

    assert [each.kind for each in proposals] == [
        ProposalKind.CITIZENS_POINT,
        ProposalKind.CITIZENS_POINT,
        ProposalKind.OVERDUE,
        ProposalKind.EFFORT_WITHOUT_GOAL,
        ProposalKind.GOAL_WITHOUT_EFFORT,
        ProposalKind.CASE_DEADLINE,
    ]
    agenda = world.meetings.take_up(world.actor, file.meeting.id, taken(proposals)).agenda
    assert [item.title for item in agenda] == [
        "Velkomst", "Lones ord", "Ferien", "Morgenerne", "Siden sidst", "Taler med skolen", "Kort om hver indsats",
        "Bostøtte", "Støtte", "Fælles mål", "Rolige morgener", "Aftaler", "Næste møde",
    ]  # fmt: skip
    assert [item.position for item in agenda] == list(range(1, 14))
    lone, _mette, kim, _bo = file.participants
    assert [agenda[n].presenter_id for n in (2, 5)] == [lone.id, kim.id]
    assert agenda[2].kind is AgendaKind.CITIZENS_WORDS


def test_what_is_left_is_proposed_again_and_nothing_twice(world: MeetingWorld) -> None:
    file = world.planned()
    world.meetings.prepare(world.actor, Preparation(RowId(0), file.meeting.id, wants_to_discuss="Ferien"))
    first, *others = world.meetings.propose(world.actor, file.meeting.id)

    world.meetings.take_up(world.actor, file.meeting.id, taken((first,)))
    again = world.meetings.take_up(world.actor, file.meeting.id, taken((first,)))

    assert len(again.agenda) == 8
    assert world.meetings.propose(world.actor, file.meeting.id) == tuple(others)


def test_nothing_is_taken_up_when_the_meeting_is_over(world: MeetingWorld) -> None:
    file = world.running()

    with pytest.raises(MeetingNotAhead):
        world.meetings.take_up(world.actor, file.meeting.id, ())


def test_fewer_round_the_table(world: MeetingWorld) -> None:
    file = world.planned()
    lone, _mette, kim, bo = file.participants
    assert not file.table.is_crowded
    Settings(world.bench.office).change(world.actor, {SettingKey.PROFESSIONALS_AT_TABLE: "2"})

    presents = world.meetings.save_item(world.actor, replace(file.agenda[3], presenter_id=kim.id))

    assert presents.table.is_crowded
    assert lone.id not in {each.id for each in presents.table.professionals}
    assert [each.id for each in presents.table.without_item] == [bo.id]


def test_an_effort_that_served_a_goal_of_an_ended_plan_is_proposed(world: MeetingWorld) -> None:
    plan = world.plans.begin(world.actor, world.subject_id).plan
    assert plan is not None
    goal = world.plans.add_goal(world.actor, plan.id, "Rolige morgener").goals[0]
    world.plans.tie_effort(world.actor, world.effort_id, goal.id, tied=True)
    meeting_id = world.planned().meeting.id
    assert [each.kind for each in world.meetings.propose(world.actor, meeting_id)] == []

    with world.bench.office.aside() as tx:
        tx.of(JointPlan).save(replace(tx.of(JointPlan).get(plan.id), ended_on=TODAY))

    proposed = world.meetings.propose(world.actor, meeting_id)
    assert [(each.kind, each.about) for each in proposed] == [(ProposalKind.EFFORT_WITHOUT_GOAL, "Bostøtte")]
