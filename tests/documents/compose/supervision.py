"""Ledelsestilsyn as it is printed: teams, courses that nobody coordinates, and a period without anything counted."""

from datetime import UTC, date, datetime
from typing import Final

from koordinator.domain.content_parts import Sender
from koordinator.domain.periods import DayRange
from koordinator.domain.supervision import (
    TOTAL,
    CountName,
    Group,
    GroupBy,
    GroupKind,
    SupervisionReport,
    SupervisionRow,
    SupervisionScope,
)
from koordinator.domain.supervision_paper import PAPER_COUNTS, SupervisionPaper

_N: Final = CountName
_DAYS: Final = DayRange(date(2026, 7, 1), date(2026, 12, 31))
_AS_OF: Final = datetime(2026, 11, 21, 9, 42, tzinfo=UTC)
_SENDER: Final = Sender("Lilleby Kommune", "99 12 30 00", "Lilleby Kommune, Torvet 1, 9999 Lilleby")


def team(key: int, name: str, held: int, with_meeting: int, courses: int) -> SupervisionRow:
    """A team by its meetings and its courses on trin 2."""
    numbers = {
        _N.MEETINGS_HELD: held,
        _N.STEP2_WITH_MEETING: with_meeting,
        _N.COURSES_STEP2: courses,
        _N.WITH_PLAN: with_meeting,
        _N.COURSES_STEP2_OR_3: courses,
        _N.PROMISES_KEPT: 2 * with_meeting,
        _N.PROMISES_DUE: 3 * courses,
        _N.PAPERS_IN_TIME: held,
        _N.PAPERS_DUE: held,
    }
    return SupervisionRow(Group(GroupKind.TEAM, key), numbers, name=name)


def report_of(*rows: SupervisionRow, by: GroupBy = GroupBy.TEAM) -> SupervisionReport:
    """The report of the rows, whose things are all different."""
    total = {name: sum(row.number(name) for row in rows) for name in PAPER_COUNTS}
    scope = SupervisionScope(_DAYS, by)
    return SupervisionReport(scope, PAPER_COUNTS, _AS_OF, rows, SupervisionRow(TOTAL, total))


SUPERVISION: Final = SupervisionPaper(
    _SENDER,
    report_of(
        team(1, "Familierådgivningen", 6, 2, 2),
        team(2, "Familieteamet", 3, 3, 4),
        team(3, "Jobcenter Ressource", 8, 4, 4),
        team(4, "Myndighed Børn", 2, 1, 1),
        team(5, "Myndighed Voksen", 24, 18, 23),
        team(6, "Ungeindsatsen", 2, 1, 3),
        SupervisionRow(Group(GroupKind.NO_COORDINATOR), {_N.COURSES_STEP2: 1, _N.COURSES_STEP2_OR_3: 1}),
    ),
)
MERGED: Final = SupervisionPaper(
    _SENDER,
    report_of(
        team(5, "Myndighed Voksen", 24, 18, 23),
        SupervisionRow(Group(GroupKind.MERGED), team(0, "", 21, 11, 14).numbers),
    ),
    outside=True,
)
MANY: Final = SupervisionPaper(
    _SENDER, report_of(*(team(key, f"Team {key}", key, key, key + 3) for key in range(1, 46)), by=GroupBy.EMPLOYEE)
)
NOTHING: Final = SupervisionPaper(Sender("", "", ""), report_of())
