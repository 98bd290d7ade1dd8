"""What Opfølgning shows, made of what falls due. Without Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from koordinator.domain.follow_up import DueItem, DueKind, Urgency
from koordinator.texts import follow_up_page as texts
from koordinator.texts.ui import joined
from koordinator.ui.tokens import Tone
from koordinator.usecases.follow_up import FollowUpPage


class Act(StrEnum):
    """What can be done with a line."""

    DONE = "done"
    NOT_DONE = "not_done"
    NEW_DAY = "new_day"
    OPEN = "open"


_TONES: Final = {
    Urgency.OVERDUE: Tone.OVERDUE,
    Urgency.LACKING: Tone.SOON,
    Urgency.THIS_WEEK: Tone.SOON,
    Urgency.LATER: Tone.NEUTRAL,
    Urgency.ONGOING: Tone.NEUTRAL,
}
_ACTS: Final = {DueKind.AGREEMENT: frozenset(Act), DueKind.DECISION: frozenset({Act.DONE, Act.OPEN})}
_BUTTONS: Final = {DueKind.AGREEMENT: texts.DONE, DueKind.DECISION: texts.OUTCOME}
_TABS: Final = {
    DueKind.AGREEMENT: "plan",
    DueKind.DECISION: "plan",
    DueKind.PLAN_REVIEW: "plan",
    DueKind.CASE_DEADLINE: "network",
    DueKind.CASE_ANSWER: "network",
    DueKind.OTHER_PLAN: "network",
    DueKind.REASSESSMENT: "assessment",
}


@dataclass(frozen=True, slots=True)
class DueRow:
    """A line. `detail` is whose and of what kind, `button` what the one key does, `tab` where it is seen."""

    item: DueItem
    what: str
    detail: str
    who: str
    department: str
    when: str
    tone: Tone
    button: str
    tab: str

    @property
    def key(self) -> tuple[DueKind, int]:
        """Which thing it is."""
        return self.item.kind, self.item.thing_id

    def can(self, act: Act) -> bool:
        """Agreements are settled here, decisions answered; everything else is done where it stands."""
        return act in _ACTS.get(self.item.kind, {Act.OPEN})


@dataclass(frozen=True, slots=True)
class GroupView:
    """What is equally pressing."""

    urgency: Urgency
    title: str
    rows: tuple[DueRow, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which lines to show: of one kind or all, with all of the words in them."""

    kind: DueKind | None = None
    text: str = ""


def groups_of(page: FollowUpPage, chosen: Chosen) -> tuple[GroupView, ...]:
    """The groups that have lines to show, the most pressing first."""
    words = chosen.text.casefold().split()
    groups = (
        (group.urgency, tuple(_row(item, page.today) for item in group.items if _fits(item, chosen.kind, words)))
        for group in page.groups
    )
    return tuple(GroupView(urgency, texts.group_title(urgency, len(rows)), rows) for urgency, rows in groups if rows)


def _fits(item: DueItem, kind: DueKind | None, words: Sequence[str]) -> bool:
    if kind is not None and item.kind is not kind:
        return False
    text = f"{item.what} {item.subject_name} {item.who} {item.department}".casefold()
    return all(word in text for word in words)


def _row(item: DueItem, today: date) -> DueRow:
    kind = texts.kind_line(item)
    return DueRow(
        item=item,
        what=item.what or kind,
        detail=joined((item.subject_name, kind if item.what else "")),
        who=item.who or (texts.NO_NAME if item.lacks else ""),
        department=item.department,
        when=texts.when(item, today),
        tone=_TONES[item.urgency(today)],
        button=_BUTTONS.get(item.kind, texts.OPEN),
        tab=_TABS[item.kind],
    )
