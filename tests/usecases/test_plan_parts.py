"""What stands round the goals: members' parts, who sees what, themes, the order of efforts, other plans."""

from dataclasses import replace
from datetime import timedelta

import pytest

from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.citizen import Family, FamilyMembership, FamilyRole, Subject, SubjectKind
from koordinator.domain.draft import DraftPlace
from koordinator.domain.errors import FieldMissing, FieldTooLong, NotFound, StaleVersion
from koordinator.domain.ids import EffortId, FamilyId, JointPlanId, OtherPlanId, RowId, SubjectId, ThemeId
from koordinator.domain.joint_plan import JointPlan, ScoreOutOfRange
from koordinator.domain.plan_content import PlanContent
from koordinator.domain.plan_rules import View
from koordinator.domain.register import Effort, OtherPlan, PlanRelation
from koordinator.usecases.overview import Overview
from koordinator.usecases.plan_file import PlanFile
from koordinator.usecases.plan_parts import blank_part
from tests.support.meeting_world import MeetingWorld, citizen_party, employee_party
from tests.support.office import TODAY

PROMISE = Promise("Køber støvler")
QUESTION = Question("Støtte om morgenen")


def plan_of(file: PlanFile) -> JointPlan:
    assert file.plan is not None
    return file.plan


def begun(world: MeetingWorld) -> JointPlan:
    return plan_of(world.plans.begin(world.actor, world.subject_id))


def draft(world: MeetingWorld, subject_id: SubjectId) -> PlanContent:
    content = world.draft(subject_id)
    assert content is not None
    return content


def family_plan(world: MeetingWorld) -> JointPlan:
    """The plan of Lone and her daughter Anna together."""
    with world.bench.office.aside() as tx:
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
        family = tx.of(Family).add(Family(FamilyId(0), tx.new_uid(), subject.id, "Familien Bæk"))
        for citizen, role in ((world.lone, FamilyRole.ADULT), (world.anna, FamilyRole.CHILD)):
            tx.of(FamilyMembership).add(FamilyMembership(RowId(0), family.id, citizen.id, role, TODAY))
        return tx.of(JointPlan).add(JointPlan(JointPlanId(0), tx.new_uid(), subject.id, None))


def test_a_members_part_is_written_field_by_field(world: MeetingWorld) -> None:
    plan = family_plan(world)
    blank = blank_part(plan.id, world.anna.id)

    world.plan_parts.write_member(world.actor, blank, "own_words", " Jeg vil gå til håndbold ")
    file = world.plan_parts.write_member(world.actor, blank, "strengths", "God til at tegne")

    (part,) = file.members
    assert (part.citizen_id, part.own_words, part.strengths) == (
        world.anna.id,
        "Jeg vil gå til håndbold",
        "God til at tegne",
    )
    with pytest.raises(StaleVersion):
        world.plan_parts.write_member(world.actor, blank, "own_words", "Andet")
    with pytest.raises(FieldTooLong):
        world.plan_parts.write_member(world.actor, part, "challenges", "x" * 20_001)
    content = draft(world, plan.subject_id)
    assert content.member_part(world.anna.uid).own_words == "Jeg vil gå til håndbold"
    assert content.for_member(world.lone.uid).members == ()


def test_a_goal_in_a_members_part_is_hers_alone(world: MeetingWorld) -> None:
    plan = family_plan(world)

    world.plans.add_goal(world.actor, plan.id, "Ro derhjemme")
    world.plans.add_goal(world.actor, plan.id, "Håndbold", world.anna.id)

    content = draft(world, plan.subject_id)
    assert [(goal.title, goal.member_uid) for goal in content.goals] == [
        ("Ro derhjemme", None),
        ("Håndbold", world.anna.uid),
    ]
    assert [goal.title for goal in content.for_member(world.lone.uid).goals] == ["Ro derhjemme"]


def test_who_sees_what_stands_under_each_name(world: MeetingWorld) -> None:
    plan = begun(world)
    world.plan_parts.add_viewpoint(world.actor, plan.id, View("Det går for stærkt", about="Praktikken"))
    file = world.plan_parts.add_viewpoint(
        world.actor, plan.id, View("Det er nu, der skal ske noget", employee_party(world.kim), "Praktikken")
    )

    assert [(each.who, each.says) for each in draft(world, world.subject_id).viewpoints] == [
        ("", "Det går for stærkt"),
        ("Kim Møller", "Det er nu, der skal ske noget"),
    ]
    first, second = file.viewpoints
    file = world.plan_parts.change_viewpoint(world.actor, second, View("Vi venter", employee_party(world.bo)))
    assert [(each.employee_id, each.says, each.about) for each in file.viewpoints[1:]] == [(world.bo, "Vi venter", "")]
    with pytest.raises(StaleVersion):
        world.plan_parts.change_viewpoint(world.actor, second, View("Nej"))
    with pytest.raises(FieldMissing):
        world.plan_parts.add_viewpoint(world.actor, plan.id, View(" "))
    assert len(world.plan_parts.remove_viewpoint(world.actor, first.id).viewpoints) == 1


def test_a_theme_is_scored_once_a_day_by_each(world: MeetingWorld) -> None:
    plan, kim = begun(world), employee_party(world.kim)
    housing = next(theme for theme in world.plans.open(world.actor, world.subject_id).themes if theme.key == "housing")
    for score in (2, 3):
        world.plan_parts.score_theme(world.actor, plan.id, housing.id, score)
    world.plan_parts.score_theme(world.actor, plan.id, housing.id, 6, kim)
    world.bench.clock.pass_days(30)
    world.plan_parts.score_theme(world.actor, plan.id, housing.id, 5)

    (theme,) = draft(world, world.subject_id).theme_scores

    assert theme.theme.name == "Bolig"
    assert [(each.who, each.score) for each in theme.scores] == [("", 3), ("Kim Møller", 6), ("", 5)]
    with pytest.raises(ScoreOutOfRange):
        world.plan_parts.score_theme(world.actor, plan.id, housing.id, 0)
    with pytest.raises(NotFound):
        world.plan_parts.score_theme(world.actor, plan.id, ThemeId(999), 5)


def test_a_goal_is_scored_by_the_citizen_and_apart_by_others(world: MeetingWorld) -> None:
    plan = begun(world)
    goal = world.plans.add_goal(world.actor, plan.id, "Ro").goals[0]
    world.plans.score(world.actor, goal.id, 3)
    world.plans.score(world.actor, goal.id, 5, employee_party(world.kim))
    world.plans.score(world.actor, goal.id, 6, employee_party(world.kim))
    world.plans.score(world.actor, goal.id, 4, citizen_party(world.anna.id))

    (content,) = draft(world, world.subject_id).goals

    assert [each.score for each in content.own_scores] == [3]
    assert [(each.who, each.score) for each in content.others_scores] == [("Kim Møller", 6), ("Anna Bæk", 4)]


def test_efforts_are_taken_in_an_order(world: MeetingWorld) -> None:
    plan = begun(world)
    with world.bench.office.aside() as tx:
        for name, days in (("Mentor", 5), ("Træning", 9)):
            tx.of(Effort).add(Effort(EffortId(0), world.lone.id, name, from_on=TODAY - timedelta(days=days)))
    file = world.plans.open(world.actor, world.subject_id)
    assert [effort.name for effort in file.efforts] == ["Bostøtte", "Træning", "Mentor"]

    file = world.plan_parts.move_effort(world.actor, plan.id, file.efforts[2].id, 1)

    assert [effort.name for effort in file.efforts] == ["Mentor", "Bostøtte", "Træning"]
    assert [effort.name for effort in draft(world, world.subject_id).efforts] == ["Mentor", "Bostøtte", "Træning"]
    with pytest.raises(NotFound):
        world.plan_parts.move_effort(world.actor, plan.id, EffortId(999), 1)


def test_another_plan_is_replaced_by_the_joint_one(world: MeetingWorld) -> None:
    plan = begun(world)
    other = world.plans.open(world.actor, world.subject_id).other_plans[0]

    file = world.plan_parts.relate(world.actor, plan.id, other.id, PlanRelation.REPLACED)

    assert [each.relation for each in file.other_plans] == [PlanRelation.REPLACED]
    assert draft(world, world.subject_id).other_plans[0].relation is PlanRelation.REPLACED
    with world.bench.office.aside() as tx:
        hers = tx.of(OtherPlan).add(OtherPlan(OtherPlanId(0), world.anna.id, "Annas plan"))
    with pytest.raises(NotFound):
        world.plan_parts.relate(world.actor, plan.id, hers.id, PlanRelation.PART)


def test_what_a_member_is_promised_or_waits_for_stands_in_that_part(world: MeetingWorld) -> None:
    plan = family_plan(world)
    world.promises.promise(world.actor, plan.subject_id, replace(PROMISE, member_id=world.anna.id))
    world.promises.ask(world.actor, plan.subject_id, replace(QUESTION, member_id=world.lone.id))

    content = draft(world, plan.subject_id)

    assert [each.what for each in content.for_member(world.anna.uid).agreements] == [PROMISE.what]
    assert content.for_member(world.lone.uid).agreements == ()
    assert content.for_member(world.anna.uid).pending == ()
    assert [each.what for each in content.for_member(world.lone.uid).pending] == [QUESTION.what]


def test_a_members_part_stays_whose_it_was_after_they_moved_out(world: MeetingWorld) -> None:
    plan = family_plan(world)
    world.plan_parts.write_member(world.actor, blank_part(plan.id, world.anna.id), "own_words", "Håndbold")
    world.promises.ask(world.actor, plan.subject_id, replace(QUESTION, member_id=world.anna.id))
    with world.bench.office.aside() as tx:
        (membership,) = tx.of(FamilyMembership).where(citizen_id=world.anna.id)
        tx.of(FamilyMembership).save(replace(membership, until_on=TODAY))

    content = draft(world, plan.subject_id)

    assert [part.member_uid for part in content.members] == [world.anna.uid]
    assert [each.member_uid for each in content.pending] == [world.anna.uid]


def test_what_was_typed_in_a_members_part_and_not_saved_is_brought_forward(world: MeetingWorld) -> None:
    plan = family_plan(world)
    place = DraftPlace("member_part", world.anna.id, "own_words")
    world.drafts.keep(world.actor, place, "Jeg vil gå til")

    left = Overview(world.bench.office).open(world.actor).left_over

    assert [(line.kind, line.subject_id) for line in left] == [("member_part", plan.subject_id)]
