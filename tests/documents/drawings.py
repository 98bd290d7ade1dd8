"""What there is to draw: a long course with everything in it, a full year wheel, the model's numbers."""

from dataclasses import replace
from datetime import date
from typing import Final

from koordinator.domain.codes import EndReason
from koordinator.domain.course_history import CourseHistory, Event, EventKind, PersonSpan, StepSpan
from koordinator.domain.follow_up import DueItem, DueKind
from koordinator.domain.holidays import Holiday, closed_on
from koordinator.domain.ids import SubjectId
from koordinator.domain.model_pace import ModelPace
from koordinator.domain.steps import Step
from koordinator.domain.year_wheel import WHEEL_KINDS, wheel_of
from koordinator.domain.year_wheel_days import notable_days
from koordinator.domain.year_wheel_sheet import WheelSheet

PACE: Final = ModelPace("Lilleby Kommune", date(2026, 11, 21), 14, 42, 180, 180, 5, 14, 5, 10)

ITEM: Final = DueItem(
    DueKind.MEETING, 1, SubjectId(1), "Lone Bæk", "Taler med skolen", date(2028, 2, 29), who="Kim Møller"
)


def sheet_of(*items: DueItem, year: int = 2028, today: date = date(2028, 10, 25)) -> WheelSheet:
    notable = notable_days(year, closed_on(Holiday))
    return WheelSheet(wheel_of(year, items).counts, today, notable, "Lilleby Kommune", "f00d")


FULL_WHEEL: Final = sheet_of(*(replace(ITEM, kind=kind, thing_id=key) for kind in WHEEL_KINDS for key in range(120)))

NO_COURSE: Final = CourseHistory(date(2026, 11, 21), "Lone Bæk")
_METTE: Final = "Mette Holm"
LONG_COURSE: Final = CourseHistory(
    date(2026, 11, 21),
    "Lone Bæk",
    steps=(
        StepSpan(Step.ALIGNMENT, date(2025, 9, 1), date(2026, 2, 12)),
        StepSpan(Step.MEETINGS, date(2026, 2, 12), None),
    ),
    coordinators=(
        PersonSpan("Ida Mikkelsen", date(2026, 2, 12), date(2026, 8, 1)),
        PersonSpan(_METTE, date(2026, 8, 1), None),
    ),
    primaries=(PersonSpan("Bo Thygesen", date(2025, 10, 1), None),),
    events=(
        Event(EventKind.CANCELLED, date(2026, 11, 3), reason="Lone var syg."),
        Event(EventKind.PLAN_APPROVED, date(2026, 9, 1), number=2, by=_METTE),
        Event(EventKind.HELD, date(2026, 8, 20)),
        Event(EventKind.COORDINATOR, date(2026, 8, 1), by=_METTE),
        Event(EventKind.HELD, date(2026, 3, 3)),
        Event(EventKind.STEP, date(2026, 2, 12), step=Step.MEETINGS),
        Event(
            EventKind.DEVIATED,
            date(2026, 2, 12),
            step=Step.MEETINGS,
            recommended=Step.ALIGNMENT,
            by=_METTE,
            reason="Der er mange om bordet, og Lone er træt af at fortælle det samme.",
        ),
        Event(EventKind.STEP, date(2025, 9, 1), date(2026, 2, 12), Step.ALIGNMENT, from_before=True),
        Event(EventKind.ENDED, date(2025, 3, 1), end_reason=EndReason.LESS_NEED, reason="Jeg klarer mig."),
    ),
)
