"""The plan as a paper or a frozen version says it: the plan file turned into content that stands on its own."""

from koordinator.domain.agreement import Agreement, PendingDecision
from koordinator.domain.consent import Consent
from koordinator.domain.content_parts import AgreementContent, PendingContent, ThemeContent, Uid
from koordinator.domain.ids import JointPlanId, SubjectId
from koordinator.domain.joint_plan import JointPlan, MemberPart, Viewpoint
from koordinator.domain.party import party_of
from koordinator.domain.plan_content import (
    ConsentContent,
    EffortContent,
    MemberPartContent,
    OtherPlanContent,
    PlanContent,
    ThemeScores,
    ViewpointContent,
    read_plan,
)
from koordinator.domain.register import Effort, OtherPlan
from koordinator.domain.snapshot import SnapshotDamaged, SnapshotTooNew
from koordinator.domain.theme import theme_of_goals
from koordinator.usecases.paper_parts import (
    agreement_content,
    appointment_content,
    goal_contents,
    member_uid,
    pending_content,
    score_content,
    sender_of,
    subject_content,
)
from koordinator.usecases.plan_file import PlanFile
from koordinator.usecases.ports import Transaction

_NO_PLAN = JointPlan(JointPlanId(0), "", SubjectId(0), None)


def plan_content(tx: Transaction, file: PlanFile, number: int | None = None, approved_by: str = "") -> PlanContent:
    """What the plan says today: a draft without a number, else the version with that number.

    Where no plan has been begun it holds whom it is about and who helps with what.
    """
    plan = file.plan or _NO_PLAN
    return PlanContent(
        uid=Uid(plan.uid),
        sender=sender_of(tx),
        subject=subject_content(file.people),
        number=number,
        approved_on=file.today,
        approved_by=approved_by,
        step=file.step,
        plan_type=file.plan_type.name if file.plan_type else "",
        legal_basis=plan.legal_basis,
        own_words=plan.own_words,
        must_not_be_lost=plan.must_not_be_lost,
        strengths=plan.strengths,
        challenges=plan.challenges,
        disagreements=plan.disagreements,
        own_contribution=plan.own_contribution,
        relatives_contribution=plan.relatives_contribution,
        members=tuple(_member_part(each, file) for each in file.members),
        viewpoints=tuple(_viewpoint(each, file) for each in file.viewpoints),
        theme_scores=_theme_scores(file),
        goals=goal_contents(file.goals, file.subgoals, file.scores, file.parties),
        efforts=tuple(_effort(effort, file) for effort in file.efforts),
        agreements=_agreements(file),
        pending=_pending(file),
        contacts=file.contacts,
        other_plans=tuple(_other_plan(each, file) for each in file.other_plans if _is_current(each, file)),
        consents=tuple(_consent(consent, file) for consent in file.consents),
        next_meeting=appointment_content(file.next_meeting, file.people) if file.next_meeting else None,
        from_on=plan.from_on,
        review_on=plan.review_on,
        statutory_on=file.statutory_on if number is None else file.statutory_after(file.today),
        promises_due=file.promises.due,
        promises_kept=file.promises.kept,
    )


def _member_part(part: MemberPart, file: PlanFile) -> MemberPartContent:
    return MemberPartContent(
        Uid(file.parties.citizens[part.citizen_id].uid),
        part.own_words,
        part.strengths,
        part.challenges,
        part.own_contribution,
    )


def _viewpoint(view: Viewpoint, file: PlanFile) -> ViewpointContent:
    party = party_of(view)
    citizen = file.parties.citizen(party)
    return ViewpointContent(
        view.about,
        view.says,
        file.parties.name(party),
        Uid(citizen.uid) if citizen else None,
        member_uid(view.member_id, file.parties),
    )


def _theme_scores(file: PlanFile) -> tuple[ThemeScores, ...]:
    """The themes that have been scored, in their order."""
    scored = {
        ThemeContent(theme.key, theme.name): tuple(
            score_content(each, file.parties) for each in file.theme_scores if each.theme_id == theme.id
        )
        for theme in file.themes
    }
    return tuple(ThemeScores(theme, scores) for theme, scores in scored.items() if scores)


def _effort(effort: Effort, file: PlanFile) -> EffortContent:
    uid_of = {goal.id: Uid(goal.uid) for goal in file.goals}
    ties = [tie.goal_id for tie in file.effort_goals if tie.effort_id == effort.id]
    served = [goal for goal_id in ties for goal in file.goals if goal.id == goal_id]
    return EffortContent(
        name=effort.name,
        purpose=effort.purpose,
        provider=effort.provider,
        department=file.parties.department(effort.department_id),
        legal_basis=effort.legal_basis,
        amount=effort.amount,
        paid_by=effort.paid_by,
        from_on=effort.from_on,
        until_on=effort.until_on,
        member_uid=_member(effort, file),
        goal_uids=tuple(uid_of[goal.id] for goal in served),
        theme=file.parties.theme(effort.theme_id, theme_of_goals(served)),
    )


def _agreements(file: PlanFile) -> tuple[AgreementContent, ...]:
    goals = {goal.id: goal for goal in file.goals}
    return tuple(agreement_content(each, file.parties, goals) for each in file.agreements if _tells(each, file))


def _tells(agreement: Agreement, file: PlanFile) -> bool:
    """Open, or settled since the version before, so that each outcome stands in one version."""
    if agreement.settled_on is None:
        return True
    newest = file.newest_version
    return newest is not None and agreement.settled_on >= newest.from_on


def _pending(file: PlanFile) -> tuple[PendingContent, ...]:
    asked = _left_open(file)
    return tuple(pending_content(each, file.parties) for each in file.decisions if _still_tells(each, file, asked))


def _still_tells(decision: PendingDecision, file: PlanFile, asked: frozenset[Uid]) -> bool:
    """Open, or answered since the version before; an answer may be noted days after it came."""
    if decision.outcome_on is None or decision.uid in asked:
        return True
    newest = file.newest_version
    return newest is not None and decision.outcome_on >= newest.from_on


def _left_open(file: PlanFile) -> frozenset[Uid]:
    """What the version before still asks; nothing where it cannot be read."""
    if file.newest_version is None or all(each.is_open for each in file.decisions):
        return frozenset()
    try:
        before = read_plan(file.newest_version)
    except (SnapshotDamaged, SnapshotTooNew):
        return frozenset()
    return frozenset(each.uid for each in before.pending if each.outcome_on is None)


def _other_plan(plan: OtherPlan, file: PlanFile) -> OtherPlanContent:
    return OtherPlanContent(
        plan.title,
        plan.owner,
        plan.goal,
        plan.legal_basis,
        plan.relation,
        plan.from_on,
        plan.until_on,
        plan.follow_up_on,
        _member(plan, file),
    )


def _is_current(plan: OtherPlan, file: PlanFile) -> bool:
    return plan.until_on is None or file.today < plan.until_on


def _consent(consent: Consent, file: PlanFile) -> ConsentContent:
    return ConsentContent(
        consent.purpose,
        consent.shared_with,
        consent.not_covered,
        consent.given_by,
        consent.legal_basis,
        consent.from_on,
        consent.until_on,
        _member(consent, file),
    )


def _member(row: Effort | OtherPlan | Consent, file: PlanFile) -> Uid | None:
    """Whose it is in a family's plan; in one citizen's plan all is the citizen's."""
    return Uid(file.parties.citizens[row.citizen_id].uid) if file.people.is_family else None
