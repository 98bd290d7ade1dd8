"""Two versions of a plan beside one another, part by part, also what is as it was: for reading, not for counting."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from koordinator.domain.content_parts import (
    AgreementContent,
    AppointmentContent,
    ContactCard,
    GoalContent,
    PendingContent,
)
from koordinator.domain.plan_content import (
    EffortContent,
    MemberPartContent,
    OtherPlanContent,
    PlanContent,
    ThemeScores,
    ViewpointContent,
)
from koordinator.domain.plan_pairs import (
    Part,
    by_uid,
    contact_key,
    effort_key,
    member_key,
    other_plan_key,
    paired,
    theme_key,
    viewpoint_key,
)


class Mark(StrEnum):
    """What became of a part between the two versions."""

    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


class PlanSection(StrEnum):
    """The plan's sections, in its order."""

    WORDS = "words"
    MEMBERS = "members"
    VIEWPOINTS = "viewpoints"
    THEMES = "themes"
    GOALS = "goals"
    EFFORTS = "efforts"
    AGREEMENTS = "agreements"
    DECISIONS = "decisions"
    CONTACTS = "contacts"
    OTHER_PLANS = "other_plans"
    MEETING = "meeting"


class WordsOf(NamedTuple):
    """One of the plan's own fields and what stands in it."""

    field: str
    text: str


PlanPart: TypeAlias = (
    WordsOf
    | MemberPartContent
    | ViewpointContent
    | ThemeScores
    | GoalContent
    | EffortContent
    | AgreementContent
    | PendingContent
    | ContactCard
    | OtherPlanContent
    | AppointmentContent
)


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """One part as it was and as it is; at least one of the two is there."""

    before: PlanPart | None
    after: PlanPart | None

    @property
    def mark(self) -> Mark:
        """What became of it."""
        if self.before is None:
            return Mark.NEW
        if self.after is None:
            return Mark.GONE
        return Mark.SAME if self.before == self.after else Mark.CHANGED


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """A section that has something in one of the versions."""

    section: PlanSection
    parts: tuple[ComparedPart, ...]

    @property
    def changes(self) -> tuple[ComparedPart, ...]:
        """The parts that are not as they were."""
        return tuple(part for part in self.parts if part.mark is not Mark.SAME)


FIELDS: Final = (
    "own_words",
    "must_not_be_lost",
    "strengths",
    "challenges",
    "disagreements",
    "own_contribution",
    "relatives_contribution",
)
"""The plan's own fields, in its order."""


def compared(old: PlanContent, new: PlanContent) -> tuple[ComparedSection, ...]:
    """The two versions section by section; one that is empty in both is left out."""
    sections = (ComparedSection(section, tuple(parts)) for section, parts in _sections(old, new))
    return tuple(section for section in sections if section.parts)


def _sections(old: PlanContent, new: PlanContent) -> Iterator[tuple[PlanSection, Iterator[ComparedPart]]]:
    yield PlanSection.WORDS, _parts(_words(old), _words(new), lambda words: words.field)
    yield PlanSection.MEMBERS, _parts(old.members, new.members, member_key)
    yield PlanSection.VIEWPOINTS, _parts(old.viewpoints, new.viewpoints, viewpoint_key)
    yield PlanSection.THEMES, _parts(old.theme_scores, new.theme_scores, theme_key)
    yield PlanSection.GOALS, _parts(old.goals, new.goals, by_uid)
    yield PlanSection.EFFORTS, _parts(old.efforts, new.efforts, effort_key)
    yield PlanSection.AGREEMENTS, _parts(old.agreements, new.agreements, by_uid)
    yield PlanSection.DECISIONS, _parts(old.pending, new.pending, by_uid)
    yield PlanSection.CONTACTS, _parts(old.contacts, new.contacts, contact_key)
    yield PlanSection.OTHER_PLANS, _parts(old.other_plans, new.other_plans, other_plan_key)
    yield PlanSection.MEETING, _parts(_meeting(old), _meeting(new), lambda _meeting: "next")


def _parts(old: Iterable[Part], new: Iterable[Part], key: Callable[[Part], object]) -> Iterator[ComparedPart]:
    return (ComparedPart(before, after) for before, after in paired(old, new, key))  # type: ignore[arg-type]


def _words(plan: PlanContent) -> tuple[WordsOf, ...]:
    return tuple(WordsOf(field, text) for field in FIELDS if (text := getattr(plan, field)))


def _meeting(plan: PlanContent) -> tuple[AppointmentContent, ...]:
    return (plan.next_meeting,) if plan.next_meeting else ()
