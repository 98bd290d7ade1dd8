"""The joint plan on a real database: worked on, approved, frozen, compared."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from koordinator.domain.access import Action
from koordinator.domain.agreement_rules import Promise, Question
from koordinator.domain.citizen import Family, FamilyMembership, FamilyRole, Subject, SubjectKind
from koordinator.domain.consent import Consent
from koordinator.domain.course import NoOpenCourse, NotOnStep, StepPeriod
from koordinator.domain.errors import NotFound, StaleVersion
from koordinator.domain.ids import CitizenId, ConsentId, FamilyId, JointPlanId, PlanVersionId, RowId, SubjectId
from koordinator.domain.joint_plan import GoalStatus, JointPlan, NothingToApprove, PlanVersion
from koordinator.domain.plan_comparison import Mark, PlanSection
from koordinator.domain.plan_difference import ChangeKind
from koordinator.domain.register import Effort, OtherPlan
from koordinator.domain.setting import Setting, SettingKey
from koordinator.domain.snapshot import SnapshotDamaged
from koordinator.domain.steps import Step
from koordinator.usecases.plan_file import PlanFile
from tests.support.meeting_world import SOON, MeetingWorld, employee_party
from tests.support.office import TODAY


def begun(world: MeetingWorld) -> PlanFile:
    file = world.plans.begin(world.actor, world.subject_id)
    return world.plans.add_goal(world.actor, plan_of(file).id, "Rolige morgener")


def plan_of(file: PlanFile) -> JointPlan:
    assert file.plan is not None
    return file.plan


def approved(world: MeetingWorld) -> PlanFile:
    return world.plans.approve(world.actor, plan_of(begun(world)))


def test_a_plan_is_begun_once(world: MeetingWorld) -> None:
    assert world.plans.open(world.actor, world.subject_id).plan is None

    first = world.plans.begin(world.actor, world.subject_id)
    second = world.plans.begin(world.actor, world.subject_id)

    assert first == second
    assert (plan_of(first).course_id, first.step, first.coordinator_id) == (
        world.course_id,
        Step.MEETINGS,
        world.mette,
    )


def test_a_plan_belongs_to_a_course_on_trin_2_or_3(world: MeetingWorld) -> None:
    with pytest.raises(NoOpenCourse) as caught:
        world.plans.begin(world.actor, world.anna.subject_id)
    assert caught.value.name == "Anna Bæk"
    world.come_down()

    with pytest.raises(NotOnStep):
        world.plans.begin(world.actor, world.subject_id)


def test_the_plans_own_fields_are_changed_in_one_window_at_a_time(world: MeetingWorld) -> None:
    plan = plan_of(begun(world))

    world.plans.write(world.actor, plan, "own_words", " Ro om morgenen ")
    changed = world.plans.write(world.actor, plan, "strengths", "Anna")

    assert (plan_of(changed).own_words, plan_of(changed).strengths) == ("Ro om morgenen", "Anna")
    with pytest.raises(StaleVersion):
        world.plans.write(world.actor, plan, "own_words", "Andet")


def test_goals_are_worked_on(world: MeetingWorld) -> None:
    file = world.plans.add_goal(world.actor, plan_of(begun(world)).id, "Én at ringe til")
    file = world.plans.move_goal(world.actor, file.goals[1].id, 1)
    assert [goal.title for goal in file.goals] == ["Én at ringe til", "Rolige morgener"]

    file = world.plans.edit_goal(world.actor, replace(file.goals[0], own_part="Jeg ringer", status=GoalStatus.REACHED))
    goal = file.goals[0]
    assert (goal.own_part, goal.status) == ("Jeg ringer", GoalStatus.REACHED)
    file = world.plans.add_subgoal(world.actor, goal.id, "Nummeret på køleskabet")
    file = world.plans.edit_subgoal(world.actor, replace(file.subgoals[0], reached_on=TODAY))
    assert [each.reached_on for each in file.subgoals_of(goal.id)] == [TODAY]
    file = world.plans.remove_subgoal(world.actor, file.subgoals[0].id)
    assert file.subgoals == ()


def test_scores_stand_over_time_with_one_a_day(world: MeetingWorld) -> None:
    goal_id = begun(world).goals[0].id
    world.plans.score(world.actor, goal_id, 2)
    world.plans.score(world.actor, goal_id, 3)
    world.bench.clock.pass_days(30)

    file = world.plans.score(world.actor, goal_id, 5)

    assert [score.score for score in file.scores_of(goal_id)] == [3, 5]


def test_efforts_are_tied_to_goals_and_untied(world: MeetingWorld) -> None:
    file = begun(world)
    goal_id = file.goals[0].id
    assert file.effort_goals == ()

    world.plans.tie_effort(world.actor, world.effort_id, goal_id, tied=True)
    file = world.plans.tie_effort(world.actor, world.effort_id, goal_id, tied=True)
    assert [(tie.effort_id, tie.goal_id) for tie in file.effort_goals] == [(world.effort_id, goal_id)]
    world.plans.tie_effort(world.actor, world.effort_id, goal_id, tied=False)
    file = world.plans.tie_effort(world.actor, world.effort_id, goal_id, tied=False)

    assert file.effort_goals == ()


def test_an_effort_or_plan_that_is_over_is_not_in_the_plan(world: MeetingWorld) -> None:
    begun(world)
    with world.bench.office.aside() as tx:
        tx.of(Effort).save(replace(tx.of(Effort).get(world.effort_id), until_on=TODAY))
        (other,) = tx.of(OtherPlan).where()
        tx.of(OtherPlan).save(replace(other, until_on=TODAY))

    draft = world.draft(world.subject_id)

    assert draft is not None
    assert (draft.efforts, draft.other_plans) == ((), ())


def test_the_plan_says_which_consent_holds(world: MeetingWorld) -> None:
    begun(world)
    with world.bench.office.aside() as tx:
        given = Consent(ConsentId(0), world.lone.id, "Samarbejde", "Familie og Handicap", "Jeg siger ja.", "Økonomi")
        tx.of(Consent).add(given)
        tx.of(Consent).add(replace(given, purpose="Udløbet", until_on=TODAY))

    draft = world.draft(world.subject_id)

    assert draft is not None
    assert [(each.purpose, each.not_covered, each.member_uid) for each in draft.consents] == [
        ("Samarbejde", "Økonomi", None)
    ]


def test_approving_freezes_a_numbered_version(world: MeetingWorld) -> None:
    file = approved(world)

    (version,) = file.versions
    assert (version.number, version.from_on, version.until_on, version.approved_by_id) == (1, TODAY, None, world.mette)
    assert (version.has_common_goal, version.subject_id) == (True, world.subject_id)
    assert (plan_of(file).from_on, plan_of(file).review_on) == (TODAY, TODAY + timedelta(days=180))
    content = world.version(version.id)
    assert (content.number, content.approved_by, content.approved_on) == (1, "Mette Holm", TODAY)
    assert [goal.title for goal in content.goals] == ["Rolige morgener"]
    assert content.sender.main_phone == "99 12 30 00"
    entry = world.bench.log()[-1]
    assert (entry.action, entry.kind, entry.codes) == (Action.APPROVE_PLAN, "plan_version", "number=1")


def test_a_new_version_ends_the_one_before(world: MeetingWorld) -> None:
    file = approved(world)
    world.bench.clock.pass_days(10)

    file = world.plans.approve(world.actor, plan_of(file))

    assert [(each.number, each.from_on, each.until_on) for each in file.versions] == [
        (1, TODAY, TODAY + timedelta(days=10)),
        (2, TODAY + timedelta(days=10), None),
    ]


def test_an_approved_version_never_changes(world: MeetingWorld) -> None:
    file = approved(world)
    before = file.versions[0]
    content = world.version(before.id)

    world.plans.edit_goal(world.actor, replace(file.goals[0], title="Noget andet"))
    world.plans.write(world.actor, plan_of(file), "own_words", "Nye ord")
    world.bench.clock.pass_days(1)
    after = world.plans.approve(world.actor, plan_of(world.plans.open(world.actor, world.subject_id)))

    assert replace(after.versions[0], until_on=None) == before
    assert world.version(before.id) == content


def test_a_version_changed_from_outside_is_found_out(world: MeetingWorld) -> None:
    version = approved(world).versions[0]
    with world.bench.office.aside() as tx:
        tx.of(PlanVersion).save(replace(version, content=version.content.replace("Rolige", "Urolige")))

    with pytest.raises(SnapshotDamaged):
        world.version(version.id)


def test_nothing_is_approved_that_is_empty_or_stale(world: MeetingWorld) -> None:
    plan = plan_of(world.plans.begin(world.actor, world.subject_id))
    with pytest.raises(NothingToApprove):
        world.plans.approve(world.actor, plan)
    world.plans.write(world.actor, plan, "own_words", "Ro")
    with pytest.raises(StaleVersion):
        world.plans.approve(world.actor, plan)

    assert world.plans.open(world.actor, world.subject_id).versions == ()


def test_the_review_follows_the_municipalitys_interval(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        tx.of(Setting).add(Setting(RowId(0), SettingKey.PLAN_REVIEW_INTERVAL_DAYS, "90", TODAY))

    assert plan_of(approved(world)).review_on == TODAY + timedelta(days=90)


def test_each_outcome_stands_in_one_version(world: MeetingWorld) -> None:
    file = begun(world)
    agreement = world.promises.promise(world.actor, world.subject_id, Promise("Ringer", employee_party(world.kim)))
    decision = world.promises.ask(world.actor, world.subject_id, Question("Støtte", world.handicap, world.ida))
    file = world.plans.approve(world.actor, plan_of(file))
    world.bench.clock.pass_days(5)
    world.promises.done(world.actor, agreement.id)
    world.promises.decide(world.actor, decision.id, "Bevilget", TODAY + timedelta(days=5))
    world.bench.clock.pass_days(5)
    file = world.plans.approve(world.actor, plan_of(file))
    world.bench.clock.pass_days(5)
    file = world.plans.approve(world.actor, plan_of(file))

    contents = [world.version(version.id) for version in file.versions]

    assert [[each.status.value for each in content.agreements] for content in contents] == [["open"], ["done"], []]
    assert [[each.outcome for each in content.pending] for content in contents] == [[""], ["Bevilget"], []]


def test_what_was_settled_before_the_first_version_is_in_none(world: MeetingWorld) -> None:
    agreement = world.promises.promise(world.actor, world.subject_id, Promise("Ringer"))
    decision = world.promises.ask(world.actor, world.subject_id, Question("Støtte"))
    world.promises.done(world.actor, agreement.id)
    world.promises.decide(world.actor, decision.id, "Bevilget", TODAY)

    content = world.version(approved(world).versions[0].id)

    assert (content.agreements, content.pending) == ((), ())


def test_versions_and_the_draft_are_compared(world: MeetingWorld) -> None:
    file = approved(world)
    first = file.versions[0].id
    assert world.plans.compare(world.actor, first) == ()
    world.plans.score(world.actor, file.goals[0].id, 4)
    file = world.plans.approve(world.actor, plan_of(file))
    world.plans.add_goal(world.actor, plan_of(file).id, "Et job")

    between = world.plans.compare(world.actor, first, file.versions[1].id)
    since = world.plans.compare(world.actor, file.versions[1].id)

    assert [change.kind for change in between] == [ChangeKind.GOAL_SCORED]
    assert [(change.kind, change.name) for change in since] == [(ChangeKind.GOAL_NEW, "Et job")]


def test_the_last_version_of_an_ended_plan_has_nothing_new(world: MeetingWorld) -> None:
    file = approved(world)
    with world.bench.office.aside() as tx:
        tx.of(JointPlan).save(replace(plan_of(file), ended_on=TODAY))

    assert world.plans.compare(world.actor, file.versions[0].id) == ()
    assert world.draft(world.subject_id) is None


def test_the_plan_knows_the_next_meeting_and_hides_a_protected_home(world: MeetingWorld) -> None:
    begun(world)
    world.meetings.plan(world.actor, world.subject_id, replace(SOON, starts_on=TODAY - timedelta(days=3)), ())
    world.meetings.plan(world.actor, world.subject_id, replace(SOON, starts_on=TODAY + timedelta(days=9)), ())
    world.meetings.plan(world.actor, world.subject_id, replace(SOON, starts_on=TODAY + timedelta(days=3)), ())

    draft = world.draft(world.subject_id)
    assert draft is not None
    assert draft.next_meeting is not None
    assert (draft.next_meeting.starts_on, draft.next_meeting.place) == (TODAY + timedelta(days=3), SOON.place)

    with world.bench.office.aside() as tx:
        tx.of(type(world.lone)).save(replace(world.lone, protected_address=True))
    hidden = world.draft(world.subject_id)
    assert hidden is not None
    assert hidden.next_meeting is not None
    assert hidden.next_meeting.place == ""


def test_a_familys_plan_keeps_whose_is_whose_also_after_they_moved_out(world: MeetingWorld) -> None:
    with world.bench.office.aside() as tx:
        subject = tx.of(Subject).add(Subject(SubjectId(0), SubjectKind.FAMILY))
        family = tx.of(Family).add(Family(FamilyId(0), tx.new_uid(), subject.id, "Familien Bæk"))
        for citizen in (world.lone, world.anna):
            role = FamilyRole.CHILD if citizen is world.anna else FamilyRole.ADULT
            tx.of(FamilyMembership).add(FamilyMembership(RowId(0), family.id, citizen.id, role, TODAY))
        (step,) = tx.of(StepPeriod).where()
        tx.of(StepPeriod).add(replace(step, id=RowId(0), subject_id=subject.id, step=Step.ONE_CASEWORK))
        plan = tx.of(JointPlan).add(JointPlan(JointPlanId(0), tx.new_uid(), subject.id, None))
    file = world.plans.add_goal(world.actor, plan.id, "En god skoledag")
    world.plans.edit_goal(world.actor, replace(file.goals[0], citizen_id=CitizenId(world.anna.id)))
    with world.bench.office.aside() as tx:
        membership = tx.of(FamilyMembership).where(citizen_id=world.anna.id)[0]
        tx.of(FamilyMembership).save(replace(membership, until_on=TODAY))

    draft = world.draft(subject.id)

    assert draft is not None
    assert draft.goals[0].member_uid == world.anna.uid
    assert not draft.has_common_goal
    assert [member.name for member in draft.subject.members] == ["Lone Bæk"]
    assert {effort.member_uid for effort in draft.efforts} == {world.lone.uid}


def test_a_plan_that_does_not_exist_is_not_found(world: MeetingWorld) -> None:
    with pytest.raises(NotFound):
        world.plans.open(world.actor, SubjectId(99))


def test_two_versions_stand_beside_one_another(world: MeetingWorld) -> None:
    file = approved(world)
    world.promises.promise(world.actor, world.subject_id, Promise("Ringer", employee_party(world.kim)))
    file = world.plans.approve(world.actor, plan_of(file))
    first, second = (version.id for version in file.versions)

    both = world.plans.side_by_side(world.actor, first, second)

    assert (both.old.number, both.new.number) == (1, 2)
    changed = [(each.section, part.mark) for each in both.sections for part in each.changes]
    assert changed == [(PlanSection.AGREEMENTS, Mark.NEW)]
    assert world.plans.side_by_side(world.actor, second).new.number is None
    with world.bench.office.aside() as tx:
        hers = tx.of(JointPlan).add(JointPlan(JointPlanId(0), tx.new_uid(), world.anna.subject_id, None))
        other = tx.of(PlanVersion).add(
            replace(file.versions[0], id=PlanVersionId(0), plan_id=hers.id, subject_id=world.anna.subject_id)
        )
    with pytest.raises(NotFound):
        world.plans.side_by_side(world.actor, first, other.id)


def test_an_answer_from_before_the_newest_version_is_told_when_it_is_noted_later(world: MeetingWorld) -> None:
    file = begun(world)
    decision = world.promises.ask(world.actor, world.subject_id, Question("Støtte", world.handicap, world.ida))
    world.bench.clock.pass_days(5)
    file = world.plans.approve(world.actor, plan_of(file))
    world.bench.clock.pass_days(5)

    world.promises.decide(world.actor, decision.id, "Bevilget", TODAY + timedelta(days=3))
    news = world.plans.compare(world.actor, file.versions[0].id)
    file = world.plans.approve(world.actor, plan_of(file))
    world.bench.clock.pass_days(5)
    file = world.plans.approve(world.actor, plan_of(file))

    contents = [world.version(version.id) for version in file.versions]
    assert [(change.kind, change.after) for change in news][:1] == [(ChangeKind.DECISION_ANSWERED, "Bevilget")]
    assert [[each.outcome for each in content.pending] for content in contents] == [[""], ["Bevilget"], []]


def test_the_next_meeting_is_the_first_of_its_day(world: MeetingWorld) -> None:
    file = begun(world)
    afternoon, morning = (replace(SOON, starts_clock=time(hour)) for hour in (15, 9))
    world.planned(afternoon)
    world.planned(morning)

    draft = world.draft(file.people.subject_id)

    assert draft is not None
    assert draft.next_meeting is not None
    assert draft.next_meeting.starts_clock == time(9)
