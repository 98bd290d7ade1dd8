"""Working on the joint plan: goals, scores, what the citizen does themselves - and approving it."""

from dataclasses import dataclass, replace

from koordinator.domain.access import Action, Actor
from koordinator.domain.course import NoOpenCourse, NotOnStep
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import CitizenId, EffortId, GoalId, JointPlanId, PlanVersionId, RowId, SubjectId
from koordinator.domain.joint_plan import Goal, GoalScore, JointPlan, PlanVersion, Subgoal
from koordinator.domain.organisation import Employee
from koordinator.domain.party import Party
from koordinator.domain.plan_comparison import ComparedSection, compared
from koordinator.domain.plan_content import PlanContent, read_plan
from koordinator.domain.plan_difference import PlanChange, difference
from koordinator.domain.plan_rules import (
    check_approvable,
    checked_goal,
    checked_plan,
    checked_subgoal,
    frozen,
    moved_goal,
    new_goal,
    new_subgoal,
    scored,
    with_dates_of_approval,
)
from koordinator.domain.plan_types import PlanType, type_on
from koordinator.domain.register import Effort, EffortGoal
from koordinator.domain.setting import SettingKey
from koordinator.domain.steps import Step
from koordinator.usecases.one_field import with_field
from koordinator.usecases.plan_file import PlanFile, goals_of, load_plan_file, score_to_store
from koordinator.usecases.plan_news import plan_changed, with_news
from koordinator.usecases.plan_snapshot import plan_content
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.settings import current_number
from koordinator.usecases.subject_people import open_course, people_of, step_on


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two versions and their parts beside one another. The newer one is the plan as it stands today where asked for."""

    old: PlanContent
    new: PlanContent
    sections: tuple[ComparedSection, ...]


class Plans:
    """The use cases of the plan page. Each change gives the whole plan as it stands afterwards."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def open(self, actor: Actor, subject_id: SubjectId) -> PlanFile:
        """The subject's plan with all that belongs to it; also when none has been begun. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_PLAN) as tx:
            tx.about("subject", subject_id, subject_id)
            return with_news(tx, load_plan_file(tx, subject_id))

    def begin(self, actor: Actor, subject_id: SubjectId) -> PlanFile:
        """The plan, made empty when there is none. Raises NoOpenCourse, or NotOnStep below trin 2."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            tx.about("subject", subject_id, subject_id)
            plan = open_plan(tx, subject_id) or tx.of(JointPlan).add(empty_plan(tx, subject_id))
            return plan_changed(tx, plan, "begun")

    def write(self, actor: Actor, shown: JointPlan, name: str, text: str) -> PlanFile:
        """The plan with the one of its own fields as it is written now, the others as they are stored.

        Raises StaleVersion when that field has become another than the one shown, NotFound, FieldTooLong
        or UnusableCharacter.
        """
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            written = with_field(tx.of(JointPlan).get(shown.id), shown, name, text)
            return plan_changed(tx, tx.of(JointPlan).save(checked_plan(written)), "fields")

    def add_goal(self, actor: Actor, plan_id: JointPlanId, title: str, member_id: CitizenId | None = None) -> PlanFile:
        """The plan with one more goal, after the others; common, or in a family member's part.

        Raises FieldMissing, FieldTooLong or UnusableCharacter.
        """
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            plan = tx.of(JointPlan).get(plan_id)
            tx.of(Goal).add(new_goal(tx.new_uid(), plan_id, title, goals_of(tx, plan_id), member_id))
            return plan_changed(tx, plan, "goal_new")

    def edit_goal(self, actor: Actor, goal: Goal) -> PlanFile:
        """The plan with the goal changed: its words, the citizen's part, its status, whose it is.

        Raises StaleVersion, FieldMissing, FieldTooLong or UnusableCharacter.
        """
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            tx.of(Goal).save(checked_goal(goal))
            return plan_changed(tx, tx.of(JointPlan).get(goal.plan_id), "goal")

    def move_goal(self, actor: Actor, goal_id: GoalId, position: int) -> PlanFile:
        """The plan with the goal put at the position, from 1. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            plan = tx.of(JointPlan).get(tx.of(Goal).get(goal_id).plan_id)
            for goal in moved_goal(goals_of(tx, plan.id), goal_id, position):
                tx.of(Goal).save(goal)
            return plan_changed(tx, plan, "goal_order")

    def add_subgoal(self, actor: Actor, goal_id: GoalId, title: str) -> PlanFile:
        """The plan with one more subgoal. Raises NotFound, FieldMissing, FieldTooLong or UnusableCharacter."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            plan = tx.of(JointPlan).get(tx.of(Goal).get(goal_id).plan_id)
            tx.of(Subgoal).add(new_subgoal(goal_id, title, tx.of(Subgoal).where(goal_id=goal_id)))
            return plan_changed(tx, plan, "subgoal_new")

    def edit_subgoal(self, actor: Actor, subgoal: Subgoal) -> PlanFile:
        """The plan with the subgoal changed or reached. Raises StaleVersion, FieldMissing or FieldTooLong."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            tx.of(Subgoal).save(checked_subgoal(subgoal))
            return plan_changed(tx, tx.of(JointPlan).get(tx.of(Goal).get(subgoal.goal_id).plan_id), "subgoal")

    def remove_subgoal(self, actor: Actor, subgoal_id: RowId) -> PlanFile:
        """The plan without the subgoal. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            goal = tx.of(Goal).get(tx.of(Subgoal).get(subgoal_id).goal_id)
            tx.of(Subgoal).remove(subgoal_id)
            return plan_changed(tx, tx.of(JointPlan).get(goal.plan_id), "subgoal_removed")

    def score(self, actor: Actor, goal_id: GoalId, score: int, by: Party | None = None) -> PlanFile:
        """The plan with somebody's score of the goal today, in place of their earlier one of the same day.

        Nobody named is the citizen, or the family together.

        Raises NotFound or ScoreOutOfRange.
        """
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            plan = tx.of(JointPlan).get(tx.of(Goal).get(goal_id).plan_id)
            new = score_to_store(tx, scored(goal_id, score, tx.today, by))
            store = tx.of(GoalScore).save if new.id else tx.of(GoalScore).add
            store(new)
            return plan_changed(tx, plan, "score")

    def tie_effort(self, actor: Actor, effort_id: EffortId, goal_id: GoalId, *, tied: bool) -> PlanFile:
        """The plan with the effort serving the goal, or not any more. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            plan = tx.of(JointPlan).get(tx.of(Goal).get(goal_id).plan_id)
            tie = tx.of(EffortGoal).find(effort_id=tx.of(Effort).get(effort_id).id, goal_id=goal_id)
            if tied and tie is None:
                tx.of(EffortGoal).add(EffortGoal(RowId(0), effort_id, goal_id))
            if not tied and tie is not None:
                tx.of(EffortGoal).remove(tie.id)
            return plan_changed(tx, plan, "effort_goal")

    def approve(self, actor: Actor, plan: JointPlan) -> PlanFile:
        """The plan with a new frozen version; the version before it ends today.

        Raises NothingToApprove, or StaleVersion when the plan is not the one that was read.
        """
        with self._office.act(actor, Action.APPROVE_PLAN) as tx:
            interval = current_number(tx, SettingKey.PLAN_REVIEW_INTERVAL_DAYS)
            kind = type_on(tx.of(PlanType).where(key=plan.plan_type), plan.plan_type, tx.today)
            saved = tx.of(JointPlan).save(with_dates_of_approval(checked_plan(plan), tx.today, interval, kind))
            version = _approve(tx, actor, saved)
            tx.about("plan_version", version.id, plan.subject_id, f"number={version.number}")
            return with_news(tx, load_plan_file(tx, plan.subject_id))

    def compare(
        self, actor: Actor, old_id: PlanVersionId, new_id: PlanVersionId | None = None
    ) -> tuple[PlanChange, ...]:
        """What is new since the old version, in another version or (None) in the plan as it stands today."""
        with self._office.act(actor, Action.OPEN_PLAN) as tx:
            old = tx.of(PlanVersion).get(old_id)
            tx.about("plan_version", old_id, old.subject_id)
            return difference(read_plan(old), _later(tx, old, new_id))

    def side_by_side(self, actor: Actor, old_id: PlanVersionId, new_id: PlanVersionId | None = None) -> SideBySide:
        """Any two versions beside one another, also what is as it was; None is the plan as it stands today.

        Raises NotFound, also when the two are of different plans, SnapshotDamaged or SnapshotTooNew.
        """
        with self._office.act(actor, Action.OPEN_PLAN) as tx:
            old = tx.of(PlanVersion).get(old_id)
            tx.about("plan_version", old_id, old.subject_id, "compared")
            before, after = read_plan(old), _later(tx, old, new_id)
            return SideBySide(before, after, compared(before, after))


def open_plan(tx: Transaction, subject_id: SubjectId) -> JointPlan | None:
    """The subject's plan, or None when none has been begun."""
    return tx.of(JointPlan).find(subject_id=subject_id, ended_on=None)


def empty_plan(tx: Transaction, subject_id: SubjectId) -> JointPlan:
    """A plan to begin with. Raises NoOpenCourse or NotOnStep."""
    course, step = open_course(tx, subject_id), step_on(tx, subject_id, tx.today)
    if course is None or step is None:
        raise NoOpenCourse(people_of(tx, subject_id).name)
    if not step.has_joint_plan:
        raise NotOnStep(Step.MEETINGS, step)
    return JointPlan(JointPlanId(0), tx.new_uid(), subject_id, course.id)


def _approve(tx: Transaction, actor: Actor, plan: JointPlan) -> PlanVersion:
    file = load_plan_file(tx, plan.subject_id)
    check_approvable(plan, file.goals)
    newest = file.newest_version
    number = newest.number + 1 if newest else 1
    if newest is not None:
        tx.of(PlanVersion).save(replace(newest, until_on=tx.today))
    approved_by = tx.of(Employee).get(actor.employee_id).name
    blank = PlanVersion(
        id=PlanVersionId(0),
        plan_id=plan.id,
        subject_id=plan.subject_id,
        number=number,
        content="",
        schema_number=0,
        sha256="",
        has_common_goal=False,
        approved_at=tx.now,
        approved_by_id=actor.employee_id,
        from_on=tx.today,
    )
    return tx.of(PlanVersion).add(frozen(blank, plan_content(tx, file, number, approved_by)))


def _later(tx: Transaction, old: PlanVersion, new_id: PlanVersionId | None) -> PlanContent:
    if new_id is not None:
        new = tx.of(PlanVersion).get(new_id)
        if new.subject_id != old.subject_id:
            raise NotFound("plan_version", str(new_id))
        return read_plan(new)
    file = load_plan_file(tx, old.subject_id)
    return plan_content(tx, file) if file.plan else read_plan(old)
