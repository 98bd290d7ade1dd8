"""What stands round the goals of the joint plan: each member's part, who sees what, themes, efforts and other plans."""

from dataclasses import replace

from koordinator.domain.access import Action, Actor
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import CitizenId, EffortId, JointPlanId, OtherPlanId, RowId, ThemeId
from koordinator.domain.joint_plan import JointPlan, MemberPart, PlanVersion, ThemeScore, Viewpoint
from koordinator.domain.party import Party
from koordinator.domain.plan_rules import (
    View,
    changed_viewpoint,
    checked_member_part,
    moved_effort,
    new_viewpoint,
    of_type,
    other_of_type,
    scored_theme,
)
from koordinator.domain.plan_types import PlanType, type_on
from koordinator.domain.register import Effort, OtherPlan, PlanRelation
from koordinator.domain.theme import Theme
from koordinator.usecases.one_field import with_field
from koordinator.usecases.plan_file import PlanFile, load_plan_file, score_to_store
from koordinator.usecases.plan_news import plan_changed
from koordinator.usecases.ports import Office, Transaction


class PlanParts:
    """Each change gives the whole plan as it stands afterwards, and raises NotFound where there is no such thing."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def write_member(self, actor: Actor, shown: MemberPart, name: str, text: str) -> PlanFile:
        """The plan with one field of a family member's part as it is written now; the part is made by its first word.

        Raises StaleVersion when that field has become another than the one shown, FieldTooLong or UnusableCharacter.
        """
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            plan = tx.of(JointPlan).get(shown.plan_id)
            parts = tx.of(MemberPart)
            stored = parts.find(plan_id=plan.id, citizen_id=shown.citizen_id)
            written = checked_member_part(
                with_field(stored or blank_part(plan.id, shown.citizen_id), shown, name, text)
            )
            store = parts.save if written.id else parts.add
            store(written)
            return plan_changed(tx, plan, "member_part")

    def add_viewpoint(self, actor: Actor, plan_id: JointPlanId, view: View) -> PlanFile:
        """The plan with how somebody sees it. Raises FieldMissing, FieldTooLong or UnusableCharacter."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            plan = tx.of(JointPlan).get(plan_id)
            tx.of(Viewpoint).add(new_viewpoint(plan_id, view, tx.of(Viewpoint).where(plan_id=plan_id)))
            return plan_changed(tx, plan, "viewpoint_new")

    def change_viewpoint(self, actor: Actor, viewpoint: Viewpoint, view: View) -> PlanFile:
        """The plan with the viewpoint as it is said now. Raises StaleVersion, FieldMissing or FieldTooLong."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            tx.of(Viewpoint).save(changed_viewpoint(viewpoint, view))
            return plan_changed(tx, tx.of(JointPlan).get(viewpoint.plan_id), "viewpoint")

    def remove_viewpoint(self, actor: Actor, viewpoint_id: RowId) -> PlanFile:
        """The plan without the viewpoint; approved versions keep it."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            plan = tx.of(JointPlan).get(tx.of(Viewpoint).get(viewpoint_id).plan_id)
            tx.of(Viewpoint).remove(viewpoint_id)
            return plan_changed(tx, plan, "viewpoint_removed")

    def score_theme(
        self, actor: Actor, plan_id: JointPlanId, theme_id: ThemeId, score: int, by: Party | None = None
    ) -> PlanFile:
        """The plan with somebody's score of a theme today, in place of their earlier one of the same day.

        Nobody named is the citizen, or the family together. Raises ScoreOutOfRange.
        """
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            plan, theme = tx.of(JointPlan).get(plan_id), tx.of(Theme).get(theme_id)
            new = score_to_store(tx, scored_theme(plan.id, theme.id, score, tx.today, by))
            store = tx.of(ThemeScore).save if new.id else tx.of(ThemeScore).add
            store(new)
            return plan_changed(tx, plan, "theme_score")

    def move_effort(self, actor: Actor, plan_id: JointPlanId, effort_id: EffortId, position: int) -> PlanFile:
        """The plan with the effort taken as that number, from 1."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            plan = tx.of(JointPlan).get(plan_id)
            efforts = load_plan_file(tx, plan.subject_id).efforts
            if effort_id not in {effort.id for effort in efforts}:
                raise NotFound("effort", str(effort_id))
            for effort in moved_effort(efforts, effort_id, position):
                tx.of(Effort).save(effort)
            return plan_changed(tx, plan, "effort_order")

    def set_type(self, actor: Actor, plan_id: JointPlanId, key: str) -> PlanFile:
        """The plan as one of the type with the key, or of none; its review is never later than the type demands."""
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            plan, kind = tx.of(JointPlan).get(plan_id), _type(tx, key)
            newest = tx.of(PlanVersion).last(plan_id=plan_id, order_by="number")
            saved = tx.of(JointPlan).save(of_type(plan, kind, newest.from_on if newest else None))
            return plan_changed(tx, saved, f"plan_type={key}")

    def relate(
        self, actor: Actor, plan_id: JointPlanId, other_id: OtherPlanId, relation: PlanRelation, type_key: str = ""
    ) -> PlanFile:
        """The plan with another of the citizen's plans replaced by it, a part of it, or beside it, and of a type.

        The other plan's follow-up is never later than its type demands.
        """
        with self._office.act(actor, Action.EDIT_PLAN) as tx:
            plan = tx.of(JointPlan).get(plan_id)
            other = replace(_other_plan(tx, plan, other_id), relation=relation)
            tx.of(OtherPlan).save(other_of_type(other, _type(tx, type_key), tx.today))
            return plan_changed(tx, plan, f"other_plan={relation}")


def blank_part(plan_id: JointPlanId, citizen_id: CitizenId) -> MemberPart:
    """A member's part in which nothing is written yet."""
    return MemberPart(RowId(0), plan_id, citizen_id)


def _type(tx: Transaction, key: str) -> PlanType | None:
    """The version of the type that holds today. Raises NotFound when there is none by that key."""
    if not key:
        return None
    held = type_on(tx.of(PlanType).where(key=key), key, tx.today)
    if held is None:
        raise NotFound("plan_type", key)
    return held


def _other_plan(tx: Transaction, plan: JointPlan, other_id: OtherPlanId) -> OtherPlan:
    """The other plan, when it is one of the people's whom the joint plan is about."""
    known = {other.id: other for other in load_plan_file(tx, plan.subject_id).other_plans}
    if other_id not in known:
        raise NotFound("other_plan", str(other_id))
    return known[other_id]
