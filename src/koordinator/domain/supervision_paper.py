"""The supervision report on paper: numbers and what they are held against, and no case content."""

from dataclasses import dataclass
from typing import Final

from koordinator.domain.content_parts import Sender
from koordinator.domain.supervision import WHOLE_OF, CountName, SupervisionReport, SupervisionRow

HELD_AGAINST: Final = (
    CountName.STEP2_WITH_MEETING,
    CountName.STEP3_WITH_MEETING,
    CountName.WITH_PLAN,
    CountName.PLANS_WITH_GOAL,
    CountName.PROMISES_KEPT,
    CountName.PAPERS_IN_TIME,
    CountName.APPLICATIONS_IN_TIME,
)
"""What is drawn for each group, as a part of its whole."""
PAPER_COUNTS: Final = tuple(
    dict.fromkeys(
        (
            CountName.MEETINGS_HELD,
            CountName.MEETINGS_WITHOUT_CITIZEN,
            *(name for part in HELD_AGAINST for name in (part, WHOLE_OF[part])),
            CountName.PLANS_APPROVED,
            CountName.PLANS_REPLACED,
            CountName.STEP1_AT_START,
            CountName.STEP1_AT_END,
            CountName.STEP2_AT_START,
            CountName.STEP2_AT_END,
            CountName.STEP3_AT_START,
            CountName.STEP3_AT_END,
            CountName.MOVES_UP,
            CountName.MOVES_DOWN,
            CountName.ASSESSMENTS_MADE,
            CountName.COURSES_ENDED,
        )
    )
)
"""What the paper counts."""


@dataclass(frozen=True, slots=True)
class SupervisionPaper:
    """The report as it is printed. `outside` is one that leaves the house: its smallest groups are one."""

    sender: Sender
    report: SupervisionReport
    outside: bool = False


def share(row: SupervisionRow, name: CountName) -> float | None:
    """The count as a part of its whole (0 to 1); None where there is no whole, or nothing in it."""
    whole = WHOLE_OF.get(name)
    total = row.number(whole) if whole is not None else 0
    return row.number(name) / total if total else None
