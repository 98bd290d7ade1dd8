"""What a goal's card says. Without Qt."""

from dataclasses import dataclass, replace

from koordinator.domain.content_parts import LatestScore, latest_of_each
from koordinator.domain.joint_plan import Goal, Subgoal
from koordinator.domain.plan_rules import owners_scores
from koordinator.texts import formats
from koordinator.texts import plan as texts
from koordinator.ui.tabs.plan_people import member_name, theme_name
from koordinator.usecases.paper_parts import score_content
from koordinator.usecases.plan_file import PlanFile


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """What a goal's card says, without which of its subgoals are ticked.

    `scores` are sentences: the citizen's or the member's own first, then everybody else's by name. `line` is the
    own one over time.
    """

    goal: Goal
    number: int
    theme: str
    subgoals: tuple[Subgoal, ...]
    scores: tuple[str, ...]
    line: tuple[int, ...]
    served: str
    is_served: bool
    can_tie: bool


def goal_facts(file: PlanFile, goal: Goal, number: int) -> GoalFacts:
    """The facts of the goal with that number."""
    tied = {tie.effort_id for tie in file.effort_goals if tie.goal_id == goal.id}
    efforts = tuple(effort.name for effort in file.efforts if effort.id in tied)
    scores = file.scores_of(goal.id)
    own = owners_scores(goal, scores)
    others = [score_content(score, file.parties) for score in scores if score not in own]
    owner = member_name(file, goal.citizen_id) or file.people.name
    line = tuple(score.score for score in own)
    own_said = texts.progress(line[0] if len(line) > 1 else None, line[-1] if line else None)
    when = f" · {formats.date_short(own[-1].scored_on)}" if own else ""
    return GoalFacts(
        goal=goal,
        number=number,
        theme=theme_name(file, goal.theme_id),
        subgoals=tuple(replace(each, reached_on=None, version=0) for each in file.subgoals_of(goal.id)),
        scores=(
            f"{formats.capitalised(formats.spoken_name(owner))}: {own_said}{when}",
            *map(said_by, latest_of_each(others)),
        ),
        line=line,
        served=formats.join_with_og(efforts) if efforts else texts.NO_EFFORT,
        is_served=bool(efforts),
        can_tie=bool(file.efforts),
    )


def said_by(given: LatestScore) -> str:
    """Kim Møller: 4 af 10 · 12.11.2026 (før 3)"""
    latest, before = given
    return texts.said_by(latest.who, latest.score, latest.scored_on, before.score if before else None)
