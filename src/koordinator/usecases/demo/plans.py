"""The joint plan in the stories: filled in, scored by the citizen and by those who help, approved and handed out."""

from dataclasses import replace

from koordinator.domain.handouts import HandedOver, HandedThing
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.paper import HandoutWay, PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.plan_rules import BEST_PROGRESS, View
from koordinator.domain.register import PlanRelation
from koordinator.usecases.demo.acts import Cast
from koordinator.usecases.demo.town import ThemeChild, ThemeView
from koordinator.usecases.plan_file import PlanFile
from koordinator.usecases.plan_parts import blank_part


def approve_plan(cast: Cast) -> None:
    """The plan with the citizen's words and the efforts tied to its goals, approved."""
    services, actor, theme = cast.office.services, cast.actor, cast.theme
    file = services.plans.open(actor, cast.subject_id)
    if file.plan is None:
        return
    for effort in file.efforts:
        known = next((each for each in theme.efforts if each.name == effort.name), None)
        if known is not None and 0 < known.goal <= len(file.goals):
            file = services.plans.tie_effort(actor, effort.id, file.goals[known.goal - 1].id, tied=True)
    plan = _enriched(cast, file)
    services.plans.approve(
        actor,
        replace(
            plan,
            own_words=theme.own_words,
            must_not_be_lost=theme.must_not_be_lost,
            strengths=theme.strengths,
            challenges=theme.challenges,
            disagreements=theme.disagreements,
            own_contribution=theme.own_contribution,
            relatives_contribution=theme.relatives,
        ),
    )


def hand_out_plan(cast: Cast, way: HandoutWay = HandoutWay.AT_MEETING) -> None:
    """The plan on paper, in the citizen's hand."""
    services, actor = cast.office.services, cast.actor
    paper = services.papers.make(actor, PaperOrder(PaperKind.PLAN, cast.subject_id)).paper
    name = cast.home.citizens[cast.number].name
    handed = HandedOver(name, cast.office.clock.today(), way)
    services.handouts.note(actor, cast.subject_id, HandedThing(paper.id), (handed,))


def _enriched(cast: Cast, file: PlanFile) -> JointPlan:
    """Scores by theme and by whoever helps each time; the first time who sees what, and each child's own part."""
    services, actor, theme, plan = cast.office.services, cast.actor, cast.theme, file.plan
    if plan is None:
        raise RuntimeError
    turn, parts = len(file.versions), services.plan_parts
    for line in theme.life:
        if turn < len(line.scores):
            parts.score_theme(actor, plan.id, cast.office.themes[line.theme], line.scores[turn])
            if line.helper and not turn:
                parts.score_theme(actor, plan.id, cast.office.themes[line.theme], line.helper, cast.helper(1))
    for goal in file.goals[:1]:
        score = min(goal.position + 3 + turn, BEST_PROGRESS)
        services.plans.score(actor, goal.id, score, cast.helper(1))
    if not turn:
        _first_time(cast, file, plan)
    opened = services.plans.open(actor, cast.subject_id).plan
    return opened or plan


def _first_time(cast: Cast, file: PlanFile, plan: JointPlan) -> None:
    parts, actor, theme = cast.office.services.plan_parts, cast.actor, cast.theme
    for view in theme.views:
        parts.add_viewpoint(actor, plan.id, View(view.says, _who(cast, view), view.about))
    if theme.plan_type:
        parts.set_type(actor, plan.id, theme.plan_type)
    for other in file.other_plans[:1]:
        parts.relate(actor, plan.id, other.id, PlanRelation.REPLACED)
    if file.people.is_family:
        children = [citizen for citizen in file.people.citizens if citizen.id in file.people.children]
        for child, told in zip(children, theme.children, strict=False):
            _tell_child(cast, plan, Party(PartyKind.CITIZEN, child.id), told)


def _tell_child(cast: Cast, plan: JointPlan, child: Party, told: ThemeChild) -> None:
    """The child's own words, a goal of the child's own, and the number the child gives it."""
    services, actor = cast.office.services, cast.actor
    member = next(each for each in cast.home.citizens if each.id == child.id)
    for field, words in (
        ("own_words", told.own_words),
        ("strengths", told.strengths),
        ("challenges", told.challenges),
        ("own_contribution", told.own),
    ):
        services.plan_parts.write_member(actor, blank_part(plan.id, member.id), field, words)
    goal = services.plans.add_goal(actor, plan.id, told.goal, member.id).goals[-1]
    services.plans.score(actor, goal.id, told.score, child)


def _who(cast: Cast, view: ThemeView) -> Party | None:
    """Nobody named is the citizen."""
    if view.who == "citizen":
        return None
    if view.who == "coordinator":
        return Party(PartyKind.EMPLOYEE, cast.actor.employee_id)
    return cast.helper(int(view.who))
