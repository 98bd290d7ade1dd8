"""An agenda of what must get done: what the citizen wants to talk about, and what stands open or unconnected."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from koordinator.domain import limits
from koordinator.domain.agreement import Agreement
from koordinator.domain.ids import AgreementId, EffortId, GoalId, ThemeId
from koordinator.domain.joint_plan import Goal, GoalStatus
from koordinator.domain.meeting import AgendaItem, AgendaKind
from koordinator.domain.party import Party, PartyKind, party_of
from koordinator.domain.register import CaseFile, Effort, OtherPlan


class ProposalKind(StrEnum):
    """Why something belongs on the agenda; the citizen's own points come first."""

    CITIZENS_POINT = "point"
    ANOTHER_WAY = "another_way"
    OVERDUE = "overdue"
    OPEN = "open"
    EFFORT_WITHOUT_GOAL = "effort"
    GOAL_WITHOUT_EFFORT = "goal"
    CASE_DEADLINE = "case"
    PLAN_FOLLOW_UP = "other_plan"


_UNDER: Final[dict[ProposalKind, AgendaKind]] = {
    ProposalKind.CITIZENS_POINT: AgendaKind.CITIZENS_WORDS,
    ProposalKind.ANOTHER_WAY: AgendaKind.SINCE_LAST,
    ProposalKind.OVERDUE: AgendaKind.SINCE_LAST,
    ProposalKind.OPEN: AgendaKind.SINCE_LAST,
    ProposalKind.EFFORT_WITHOUT_GOAL: AgendaKind.EFFORTS,
    ProposalKind.GOAL_WITHOUT_EFFORT: AgendaKind.GOALS,
    ProposalKind.CASE_DEADLINE: AgendaKind.EFFORTS,
    ProposalKind.PLAN_FOLLOW_UP: AgendaKind.EFFORTS,
}
_MINUTES: Final[dict[ProposalKind, int]] = {
    ProposalKind.CITIZENS_POINT: 5,
    ProposalKind.ANOTHER_WAY: 10,
    ProposalKind.OVERDUE: 5,
    ProposalKind.OPEN: 2,
    ProposalKind.EFFORT_WITHOUT_GOAL: 5,
    ProposalKind.GOAL_WITHOUT_EFFORT: 5,
    ProposalKind.CASE_DEADLINE: 5,
    ProposalKind.PLAN_FOLLOW_UP: 5,
}
_MARKS: Final = re.compile(r"^[\s\-–•*·]+|^\d{1,2}[.)]\s+")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something to take up. `about` is its name or the citizen's words, `on` the day it is due.

    `origin` is kept on the item that is made of it, so that it is not proposed again. `who` could present it.
    """

    kind: ProposalKind
    origin: str
    about: str
    on: date | None = None
    who: Party | None = None
    theme_id: ThemeId | None = None

    @property
    def minutes(self) -> int:
        """The time to set aside."""
        return _MINUTES[self.kind]

    @property
    def under(self) -> AgendaKind:
        """The item of the template that it goes below."""
        return _UNDER[self.kind]

    @property
    def item_kind(self) -> AgendaKind:
        """What an item made of it is for; the citizen's points are the citizen's words."""
        return AgendaKind.CITIZENS_WORDS if self.kind is ProposalKind.CITIZENS_POINT else AgendaKind.OTHER


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What stands open round a subject. `asking` are the agreements that ask for another way, `tied_efforts` and
    `tied_goals` what an effort serves; `until_on` is the day after which a deadline can wait.
    """

    held_on: date
    until_on: date
    citizens_points: str = ""
    speaker: Party | None = None
    agreements: tuple[Agreement, ...] = ()
    asking: frozenset[AgreementId] = frozenset()
    goals: tuple[Goal, ...] = ()
    efforts: tuple[Effort, ...] = ()
    tied_efforts: frozenset[EffortId] = frozenset()
    tied_goals: frozenset[GoalId] = frozenset()
    cases: tuple[CaseFile, ...] = ()
    other_plans: tuple[OtherPlan, ...] = ()


def proposals(unsettled: Unsettled, agenda: Iterable[AgendaItem]) -> tuple[Proposal, ...]:
    """What could be on the agenda and is not there yet: the citizen's points first, then by what it is about."""
    there = {item.origin for item in agenda}
    every = (*_points(unsettled), *_agreements(unsettled), *_loose_ends(unsettled), *_deadlines(unsettled))
    order = list(ProposalKind)
    missing = [each for each in every if each.origin not in there]
    return tuple(sorted(missing, key=lambda each: (order.index(each.kind), each.on or date.max)))


def points_in(words: str) -> tuple[str, ...]:
    """Each line as a point, without the mark before it; as long as a title may be."""
    lines = (_MARKS.sub("", line).strip() for line in words.splitlines())
    return tuple(line if len(line) <= limits.LINE else f"{line[: limits.LINE - 1]}…" for line in lines if line)


def points_left(words: str, agenda: Iterable[AgendaItem]) -> tuple[str, ...]:
    """The citizen's points that are not on the agenda yet."""
    there = {item.origin for item in agenda}
    return tuple(point for point in points_in(words) if _origin_of(point) not in there)


def place_under(items: Iterable[AgendaItem], kind: AgendaKind) -> int:
    """The position from 1 below the item of the kind and what was proposed below it before.

    Without such an item it is above the next meeting, else at the end.
    """
    ordered = sorted(items, key=lambda item: (item.position, item.id))
    kinds = [item.kind if not item.origin else None for item in ordered]
    if kind not in kinds:
        return kinds.index(AgendaKind.NEXT_MEETING) + 1 if AgendaKind.NEXT_MEETING in kinds else len(ordered) + 1
    position = kinds.index(kind) + 1
    while position < len(ordered) and ordered[position].origin:
        position += 1
    return position + 1


def _points(unsettled: Unsettled) -> Iterator[Proposal]:
    for point in points_in(unsettled.citizens_points):
        yield Proposal(ProposalKind.CITIZENS_POINT, _origin_of(point), point, who=unsettled.speaker)


def _origin_of(point: str) -> str:
    return f"{ProposalKind.CITIZENS_POINT}:{point}"


def _agreements(unsettled: Unsettled) -> Iterator[Proposal]:
    themes = {goal.id: goal.theme_id for goal in unsettled.goals}
    for agreement in unsettled.agreements:
        kind = ProposalKind.OVERDUE if agreement.is_overdue(unsettled.held_on) else ProposalKind.OPEN
        if agreement.id in unsettled.asking:
            kind = ProposalKind.ANOTHER_WAY
        goals_theme = themes.get(agreement.goal_id) if agreement.goal_id is not None else None
        yield Proposal(
            kind,
            f"agreement:{agreement.id}",
            agreement.what,
            agreement.due_on,
            party_of(agreement),
            agreement.theme_id or goals_theme,
        )


def _loose_ends(unsettled: Unsettled) -> Iterator[Proposal]:
    for effort in unsettled.efforts:
        over = effort.until_on is not None and effort.until_on <= unsettled.held_on
        if effort.id not in unsettled.tied_efforts and not over:
            kind = ProposalKind.EFFORT_WITHOUT_GOAL
            yield Proposal(kind, f"{kind}:{effort.id}", effort.name, theme_id=effort.theme_id)
    for goal in unsettled.goals:
        if goal.status is GoalStatus.ACTIVE and goal.id not in unsettled.tied_goals:
            kind = ProposalKind.GOAL_WITHOUT_EFFORT
            yield Proposal(kind, f"{kind}:{goal.id}", goal.title, theme_id=goal.theme_id)


def _deadlines(unsettled: Unsettled) -> Iterator[Proposal]:
    for case in unsettled.cases:
        due = min(filter(None, (case.deadline_on, _awaited(case))), default=None)
        if case.status.is_open and due is not None and due <= unsettled.until_on:
            who = Party(PartyKind.EMPLOYEE, case.caseworker_id) if case.caseworker_id is not None else None
            kind = ProposalKind.CASE_DEADLINE
            yield Proposal(kind, f"{kind}:{case.id}:{due}", case.title or case.number, due, who)
    for plan in unsettled.other_plans:
        over = plan.until_on is not None and plan.until_on <= unsettled.held_on
        if plan.follow_up_on is not None and plan.follow_up_on <= unsettled.until_on and not over:
            kind = ProposalKind.PLAN_FOLLOW_UP
            yield Proposal(kind, f"{kind}:{plan.id}:{plan.follow_up_on}", plan.title, plan.follow_up_on)


def _awaited(case: CaseFile) -> date | None:
    """When the answer to an application is due, while it is not there."""
    return case.answer_due_on if case.answered_on is None else None
