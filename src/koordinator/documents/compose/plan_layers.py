"""What is said round the goals: who sees what, themes, what people do themselves, each member's own part."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from koordinator.documents.compose.parts import Telling, agreement_table, bullets_or_text, facts, in_time, quote
from koordinator.documents.content import Heading, Paragraph, Part, Tone, citizens_words
from koordinator.domain.content_parts import (
    AgreementContent,
    GoalContent,
    MemberContent,
    PendingContent,
    Uid,
    latest_of_each,
)
from koordinator.domain.plan_content import PlanContent, ThemeScores, ViewpointContent
from koordinator.texts import paper_plan
from koordinator.texts import paper_plan_layers as words
from koordinator.texts.paper_voice import Voice, call_name, quoted_once

Goals = Callable[[GoalContent], Iterator[Part]]


def disagreements(plan: PlanContent, telling: Telling, heading: str) -> Iterator[Part]:
    """Where we disagree, in the common part: what about, and how each one sees it."""
    views = tuple(view for view in plan.viewpoints if view.member_uid is None)
    if plan.disagreements or views:
        yield Heading(heading)
        yield from bullets_or_text(plan.disagreements)
        yield from _views(views, telling)


def contributions(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    """What the citizen and those near them do themselves."""
    voice = telling.voice
    for heading, text in (
        (words.you_do_yourself(voice), plan.own_contribution),
        (words.relatives_do(voice), plan.relatives_contribution),
    ):
        if text:
            yield Heading(heading)
            yield from bullets_or_text(text)


def themes(plan: PlanContent, telling: Telling) -> Iterator[Part]:
    """How it goes with each theme that has a number."""
    if plan.theme_scores:
        yield Heading(words.THEMES)
        yield from facts(*((each.theme.name, _theme(each, telling.voice)) for each in plan.theme_scores))
        yield Paragraph(words.TEN_IS_BEST, Tone.SMALL)


def promises(plan: PlanContent) -> Iterator[Part]:
    """How many of our own promises we kept in time; nothing before the first fell due."""
    if plan.promises_due:
        yield Paragraph(words.promises_kept(plan.promises_kept, plan.promises_due))


def common_agreements(plan: PlanContent) -> tuple[AgreementContent, ...]:
    """Those that stand in no member's part."""
    return tuple(each for each in plan.agreements if not _of_member(each, plan))


def member_layers(plan: PlanContent, telling: Telling, goals: Goals) -> Iterator[Part]:
    """Each member's own part under the member's name; nothing in one citizen's plan."""
    for member in plan.subject.members if plan.subject.is_family else ():
        parts = tuple(_layer(plan, telling, member, goals))
        if parts and telling.member in (None, member):
            yield Heading(words.members_part(member.name))
            yield from parts


def with_member(decision: PendingContent, telling: Telling) -> PendingContent:
    """In a family's plan what is to be decided for one of them says so: Anna: støtte om morgenen."""
    name = telling.member_name(decision.member_uid)
    return replace(decision, what=f"{call_name(name)}: {decision.what}") if name else decision


def _layer(plan: PlanContent, telling: Telling, member: MemberContent, goals: Goals) -> Iterator[Part]:
    part, name = plan.member_part(member.uid), call_name(member.name)
    yield from quote(words.members_words(name), part.own_words)
    yield from facts(
        (words.MEMBERS_STRENGTHS, part.strengths),
        (paper_plan.CHALLENGES, part.challenges),
        (words.members_contribution(name), part.own_contribution),
    )
    yield from _views(tuple(view for view in plan.viewpoints if view.member_uid == member.uid), telling)
    for goal in plan.goals:
        if goal.member_uid == member.uid:
            yield from goals(goal)
    own = tuple(each for each in plan.agreements if _of_member(each, plan) == member.uid)
    if own and not telling.by_name:
        yield Heading(words.members_agreements(name), 3)
        yield agreement_table(in_time(own), telling)


def _of_member(agreement: AgreementContent, plan: PlanContent) -> Uid | None:
    """In whose part it stands: as it says, or as the goal it is for."""
    if agreement.member_uid is not None:
        return agreement.member_uid
    return next((goal.member_uid for goal in plan.goals if goal.uid == agreement.goal_uid), None)


def _views(views: tuple[ViewpointContent, ...], telling: Telling) -> Iterator[Part]:
    """Each under the name of whoever sees it so; the citizens' own words as a quote."""
    yield from facts(
        *(
            (
                words.seen_by(_who(view, telling), view.about),
                (citizens_words(quoted_once(view.says)),) if not view.who or view.who_uid else view.says,
            )
            for view in views
        )
    )


def _who(view: ViewpointContent, telling: Telling) -> str:
    if view.who:
        return telling.who(view.who, view.who_uid)
    return telling.subject.name if telling.by_name else telling.voice.you_first


def _theme(theme: ThemeScores, voice: Voice) -> str:
    return "\n".join(words.theme_score(given, voice) for given in latest_of_each(theme.scores))
