"""The goals of the citizen's plan, each with how it goes and what is done about it."""

from collections.abc import Iterator
from typing import Final

from koordinator.documents.compose.parts import Telling, facts
from koordinator.documents.compose.plan_layers import member_layers
from koordinator.documents.compose.plan_parts import goal_title, goal_words, helping, subgoal_list
from koordinator.documents.content import (
    Drawing,
    Heading,
    KeepTogether,
    Paragraph,
    Part,
    Text,
    Tone,
    citizens_words,
)
from koordinator.documents.figures import ScorePoint, progress_line
from koordinator.domain.content_parts import GoalContent, ScoreContent, SubgoalContent, Uid, latest_of_each
from koordinator.domain.joint_plan import GoalStatus
from koordinator.domain.plan_content import EffortContent, PlanContent
from koordinator.texts import paper_plan, paper_plan_layers
from koordinator.texts.paper_voice import Voice, quoted_once, says_i

_MOST_POINTS: Final = 6
_MOST_POINTS_LARGE: Final = 3


def numbered_goals(plan: PlanContent) -> dict[Uid, int]:
    """The goals' numbers on paper: the ones worked on first, as on the first page; then those reached or put aside."""
    ordered = sorted(in_layers(plan), key=lambda goal: goal.status is not GoalStatus.ACTIVE)
    return {goal.uid: number for number, goal in enumerate(ordered, start=1)}


def in_layers(plan: PlanContent) -> tuple[GoalContent, ...]:
    """The common goals first, then each member's, in the plan's order."""
    places = {member.uid: place for place, member in enumerate(plan.subject.members)}
    return tuple(
        sorted(
            plan.goals,
            key=lambda goal: (goal.member_uid is not None, places.get(goal.member_uid, 0) if goal.member_uid else 0),
        )
    )


def goals(plan: PlanContent, telling: Telling, *, large_print: bool) -> Iterator[Part]:
    """The common goals in the order of their numbers, then each member's part with the member's own."""
    numbers, known = numbered_goals(plan), {goal.uid: goal for goal in plan.goals}
    members = {member.uid for member in plan.subject.members} if plan.subject.is_family else set()

    def tell(goal: GoalContent) -> Iterator[Part]:
        voice = telling.voice_of(goal.member_uid)
        yield Heading(paper_plan.goal_heading(numbers[goal.uid], goal_title(goal, telling)))
        yield from goal_words(goal, telling)
        yield from _progress(goal.own_scores, voice, _MOST_POINTS_LARGE if large_print else _MOST_POINTS)
        yield from _others_scores(goal)
        yield from _subgoals(goal.subgoals)
        yield from _what_is_done(goal, plan.efforts, voice)

    for uid in numbers:
        if known[uid].member_uid not in members:
            yield from tell(known[uid])
    yield from member_layers(plan, telling, tell)


def _others_scores(goal: GoalContent) -> Iterator[Part]:
    """What others gave the goal, apart from the citizen's own number."""
    if goal.others_scores:
        said = (paper_plan_layers.others_score(each) for each in latest_of_each(goal.others_scores))
        yield Paragraph(" ".join((paper_plan_layers.OTHERS_SEE, *said)), Tone.SMALL)


def _progress(scores: tuple[ScoreContent, ...], voice: Voice, most: int) -> Iterator[Part]:
    if not scores:
        return
    heading = Heading(paper_plan.PROGRESS, 3)
    if len(scores) == 1:
        yield KeepTogether((heading, Paragraph(paper_plan.single_score(scores[0], voice))))
        return
    shown = scores if len(scores) <= most else (scores[0], *scores[1 - most :])
    with_year = len({score.scored_on.year for score in shown}) > 1
    points = tuple(
        ScorePoint(paper_plan.score_label(each.scored_on, with_year=with_year), each.score) for each in shown
    )
    every = paper_plan.every_score((each.label, each.score) for each in points)
    said = f"{paper_plan.progress_said(scores, voice)} {every}"
    yield KeepTogether((heading, Drawing(progress_line(points, said), said)))


def _subgoals(subgoals: tuple[SubgoalContent, ...]) -> Iterator[Part]:
    if subgoals:
        yield Heading(paper_plan.ON_THE_WAY, 3)
        yield subgoal_list(subgoals)


def _what_is_done(goal: GoalContent, efforts: tuple[EffortContent, ...], voice: Voice) -> Iterator[Part]:
    yield from facts(
        (paper_plan.you_do(voice), in_their_voice(goal.own_part)),
        (paper_plan.you_practise(voice), in_their_voice(goal.practising)),
        (paper_plan.WE_HELP_WITH, helping(goal, efforts)),
    )


def in_their_voice(text: str) -> Text:
    """What is written with "jeg" is the citizen speaking, so it is a quote; the rest is told."""
    return (citizens_words(quoted_once(text)),) if says_i(text) else text.strip()
