"""The parts of two versions of a plan put together: which part of the one is which part of the other."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from koordinator.domain.content_parts import AgreementContent, ContactCard, GoalContent, PendingContent
from koordinator.domain.plan_content import (
    EffortContent,
    MemberPartContent,
    OtherPlanContent,
    ThemeScores,
    ViewpointContent,
)

Part = TypeVar("Part")


def paired(
    old: Iterable[Part], new: Iterable[Part], key: Callable[[Part], object]
) -> Iterator[tuple[Part | None, Part | None]]:
    """Each part as it was and as it is, in the new order; those that are gone (None after) come last.

    Several with the same key in one version are told apart by their turn.
    """
    before, after = _by_key(old, key), _by_key(new, key)
    for name, part in after.items():
        yield before.get(name), part
    for name, part in before.items():
        if name not in after:
            yield part, None


def _by_key(parts: Iterable[Part], key: Callable[[Part], object]) -> dict[object, Part]:
    turns: Counter[object] = Counter()
    found: dict[object, Part] = {}
    for part in parts:
        name = key(part)
        found[name, turns[name]] = part
        turns[name] += 1
    return found


def by_uid(part: GoalContent | AgreementContent | PendingContent) -> object:
    """It is the same one whatever is written in it."""
    return part.uid


def effort_key(effort: EffortContent) -> object:
    """The same help to the same person from the same provider."""
    return effort.name, effort.member_uid, effort.provider


def contact_key(card: ContactCard) -> object:
    """The same person in the same place."""
    return card.name, card.organisation


def other_plan_key(plan: OtherPlanContent) -> object:
    """The same plan of the same owner for the same person."""
    return plan.title, plan.owner, plan.member_uid


def member_key(part: MemberPartContent) -> object:
    """Each member has one part."""
    return part.member_uid


def viewpoint_key(view: ViewpointContent) -> object:
    """What one person says about one thing in one part."""
    return view.who, view.who_uid, view.about, view.member_uid


def theme_key(scores: ThemeScores) -> object:
    """The same theme, also when it has got another name."""
    return scores.theme.key
