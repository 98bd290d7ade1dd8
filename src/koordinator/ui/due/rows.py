"""One thing that falls due as a line on the screen, and what can be done with it. Without Qt."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from koordinator.domain.follow_up import MOVABLE, DueItem, DueKind, Urgency
from koordinator.texts import follow_up_page as texts
from koordinator.texts.ui import joined
from koordinator.ui.tokens import Tone


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
_ACTS: Final = {
    DueKind.AGREEMENT: frozenset(Act),
    **dict.fromkeys((DueKind.DECISION, DueKind.REQUEST), frozenset({Act.DONE, Act.OPEN})),
    **dict.fromkeys(MOVABLE, frozenset({Act.NEW_DAY, Act.OPEN})),
}
_BUTTONS: Final = {DueKind.AGREEMENT: texts.DONE, DueKind.DECISION: texts.OUTCOME, DueKind.REQUEST: texts.OUTCOME}
_TABS: Final = {
    DueKind.AGREEMENT: "plan",
    DueKind.DECISION: "plan",
    DueKind.PLAN_REVIEW: "plan",
    DueKind.CASE_DEADLINE: "network",
    DueKind.CASE_ANSWER: "network",
    DueKind.OTHER_PLAN: "network",
    DueKind.REASSESSMENT: "assessment",
    DueKind.EFFORT: "network",
    DueKind.CONSENT: "consent",
    DueKind.REQUEST: "documents",
    DueKind.MEETING: "meetings",
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
        """Agreements are settled, decisions and requests answered; what the caseworker plans gets another day."""
        return act in _ACTS.get(self.item.kind, {Act.OPEN})


def due_row(item: DueItem, today: date) -> DueRow:
    """The line about the thing, as it stands today."""
    kind = texts.kind_line(item)
    return DueRow(
        item=item,
        what=item.what or kind,
        detail=joined((item.subject_name, kind if item.what else "")),
        who=item.who or (texts.NO_NAME if item.lacks else ""),
        department=item.department,
        when=texts.when(item, today),
        tone=Tone.NEUTRAL if item.kind is DueKind.MEETING else _TONES[item.urgency(today)],
        button=_BUTTONS.get(item.kind, texts.OPEN),
        tab=_TABS[item.kind],
    )
