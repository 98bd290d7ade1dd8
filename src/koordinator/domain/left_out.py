"""What one copy of a paper does not hold, and why: said to whoever makes it, never on the paper itself."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol

from koordinator.domain.content_parts import ThemeContent
from koordinator.domain.minutes_content import MinutesContent
from koordinator.domain.plan_content import PlanContent


class LeftOutThing(StrEnum):
    """What kind of thing it is."""

    GOALS = "goals"
    AGREEMENTS = "agreements"
    PENDING = "pending"
    EFFORTS = "efforts"
    AGENDA_ITEMS = "agenda_items"
    OWN_WORDS = "own_words"
    VIEWPOINTS = "viewpoints"
    SCORES = "scores"
    CONTACTS = "contacts"
    OTHER_PLANS = "other_plans"
    CONSENTS = "consents"
    LEGAL_BASES = "legal_bases"
    SUMMARY = "summary"
    EVALUATION = "evaluation"
    CONTRIBUTIONS = "contributions"
    CORRECTION = "correction"
    NOTES = "notes"
    NAMES = "names"
    ADDRESS = "address"


class WhyLeftOut(StrEnum):
    """Why it is not in this copy."""

    CONSENT = "consent"
    NO_CONSENT = "no_consent"
    OTHER_MEMBER = "other_member"
    PROFESSIONALS_ONLY = "professionals_only"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """So many things of a kind. `theme` is the name of the theme they are about, empty where they have none."""

    what: LeftOutThing
    count: int
    why: WhyLeftOut
    theme: str = ""


class _Themed(Protocol):
    @property
    def theme(self) -> ThemeContent | None: ...


_PLAN_WORDS: Final = (
    *("own_words", "must_not_be_lost", "strengths", "challenges"),
    *("disagreements", "own_contribution", "relatives_contribution"),
)
_MEMBER_WORDS: Final = ("own_words", "strengths", "challenges", "own_contribution")


def left_out_of_plan(whole: PlanContent, copy: PlanContent, why: WhyLeftOut) -> tuple[LeftOut, ...]:
    """What the copy lacks of the whole plan."""
    return (
        *_themed(LeftOutThing.GOALS, whole.goals, copy.goals, why),
        *_themed(LeftOutThing.AGREEMENTS, whole.agreements, copy.agreements, why),
        *_themed(LeftOutThing.PENDING, whole.pending, copy.pending, why),
        *_themed(LeftOutThing.EFFORTS, whole.efforts, copy.efforts, why),
        *_fewer(LeftOutThing.OWN_WORDS, _words(whole), _words(copy), why),
        *_fewer(LeftOutThing.VIEWPOINTS, len(whole.viewpoints), len(copy.viewpoints), why),
        *_fewer(LeftOutThing.SCORES, _scores(whole), _scores(copy), why),
        *_fewer(LeftOutThing.CONTACTS, len(whole.contacts), len(copy.contacts), why),
        *_fewer(LeftOutThing.OTHER_PLANS, len(whole.other_plans), len(copy.other_plans), why),
        *_fewer(LeftOutThing.CONSENTS, len(whole.consents), len(copy.consents), why),
    )


def left_to_professionals(plan: PlanContent) -> tuple[LeftOut, ...]:
    """What the citizen's paper leaves to that for professionals: after which act something is given, and who pays."""
    bases = (
        *(effort.legal_basis or effort.paid_by for effort in plan.efforts),
        *(each.legal_basis for each in plan.other_plans),
        *(consent.legal_basis for consent in plan.consents),
    )
    return tuple(_fewer(LeftOutThing.LEGAL_BASES, len(tuple(filter(None, bases))), 0, WhyLeftOut.PROFESSIONALS_ONLY))


def left_out_of_minutes(whole: MinutesContent, copy: MinutesContent) -> tuple[LeftOut, ...]:
    """What the consents take out of the minutes."""
    why = WhyLeftOut.CONSENT
    withheld = tuple(item for item, shown in zip(whole.agenda, copy.agenda, strict=True) if shown.withheld)
    return (
        *left_out_items(withheld),
        *_themed(LeftOutThing.GOALS, whole.goals, copy.goals, why),
        *_themed(LeftOutThing.AGREEMENTS, _agreements(whole), _agreements(copy), why),
        *_themed(LeftOutThing.PENDING, whole.pending, copy.pending, why),
        *_fewer(LeftOutThing.SUMMARY, bool(whole.summary), bool(copy.summary), why),
        *_fewer(LeftOutThing.EVALUATION, whole.evaluation.asked, copy.evaluation.asked, why),
        *_fewer(LeftOutThing.CONTRIBUTIONS, _contributions(whole), _contributions(copy), why),
        *_fewer(LeftOutThing.CORRECTION, bool(whole.correction), bool(copy.correction), why),
    )


def left_out_items(items: Iterable[_Themed], why: WhyLeftOut = WhyLeftOut.CONSENT) -> tuple[LeftOut, ...]:
    """The items of an agenda that the consents keep from the reader."""
    return tuple(_themed(LeftOutThing.AGENDA_ITEMS, items, (), why))


def _themed(
    what: LeftOutThing, whole: Iterable[_Themed], copy: Iterable[_Themed], why: WhyLeftOut
) -> Iterator[LeftOut]:
    missing = Counter(map(_theme, whole))
    missing.subtract(map(_theme, copy))
    for theme, count in missing.items():
        yield from _fewer(what, count, 0, why, theme)


def _theme(thing: _Themed) -> str:
    return thing.theme.name if thing.theme is not None else ""


def _fewer(what: LeftOutThing, whole: int, copy: int, why: WhyLeftOut, theme: str = "") -> Iterator[LeftOut]:
    if whole > copy:
        yield LeftOut(what, whole - copy, why, theme)


def _words(plan: PlanContent) -> int:
    common = sum(bool(getattr(plan, name)) for name in _PLAN_WORDS)
    return common + sum(bool(getattr(part, name)) for part in plan.members for name in _MEMBER_WORDS)


def _scores(plan: PlanContent) -> int:
    """Of the themes; those of a goal go where the goal goes."""
    return sum(len(theme.scores) for theme in plan.theme_scores)


def _agreements(minutes: MinutesContent) -> tuple[_Themed, ...]:
    return (*minutes.agreements, *minutes.since_last)


def _contributions(minutes: MinutesContent) -> int:
    return sum(bool(each.written_contribution or each.answer_note) for each in minutes.attendees)
