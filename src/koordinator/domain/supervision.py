"""Ledelsestilsyn: what is counted, for whom, and how single things become rows and a total.

This is version 2 of the definition: the counts of version 1 as they were, and from meeting to paper beside them. What
each count holds is decided in `supervision_rules`. Who is deleted goes on being counted as they were, under no name: a
count of a period that is over never changes by a deletion. Here is how counted things are put together: a row for each
group, and a total of distinct things.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final, NamedTuple

from koordinator.domain.errors import DomainError
from koordinator.domain.folding import danish_order
from koordinator.domain.ids import SubjectId
from koordinator.domain.periods import DayRange
from koordinator.domain.steps import Step

DEFINITION_VERSION: Final = 2
SMALLEST_GROUP: Final = 5
"""Groups of fewer courses are merged in what leaves the house."""

Key = int | str
"""A row's key in this database, or what stands for it in a counts file."""


class CountName(StrEnum):
    """Every count: of courses, meetings, plans, changes of step, assessments, applications, promises or papers."""

    MEETINGS_HELD = "meetings_held"
    MEETINGS_WITHOUT_CITIZEN = "meetings_without_citizen"
    COURSES_STEP2 = "courses_step2"
    COURSES_STEP3 = "courses_step3"
    STEP2_WITH_MEETING = "step2_with_meeting"
    WITH_PLAN = "with_plan"
    PLANS_IN_FORCE = "plans_in_force"
    PLANS_APPROVED = "plans_approved"
    PLANS_WITH_GOAL = "plans_with_goal"
    STEP2_WITHOUT_MEETING = "step2_without_meeting"
    STEP3_WITH_MEETING = "step3_with_meeting"
    STEP3_WITHOUT_MEETING = "step3_without_meeting"
    COURSES_STEP2_OR_3 = "courses_step2_or_3"
    WITHOUT_PLAN = "without_plan"
    STEP1_AT_START = "step1_at_start"
    STEP2_AT_START = "step2_at_start"
    STEP3_AT_START = "step3_at_start"
    STEP1_AT_END = "step1_at_end"
    STEP2_AT_END = "step2_at_end"
    STEP3_AT_END = "step3_at_end"
    MOVES_UP = "moves_up"
    MOVES_DOWN = "moves_down"
    ASSESSMENTS_MADE = "assessments_made"
    COURSES_ENDED = "courses_ended"
    APPLICATIONS_DUE = "applications_due"
    APPLICATIONS_IN_TIME = "applications_in_time"
    PROMISES_DUE = "promises_due"
    PROMISES_KEPT = "promises_kept"
    PLANS_REPLACED = "plans_replaced"
    PAPERS_DUE = "papers_due"
    PAPERS_IN_TIME = "papers_in_time"
    PAPERS_LATE = "papers_late"


ALL_COUNTS: Final = tuple(CountName)
DEFINED_COUNTS: Final = ALL_COUNTS[: ALL_COUNTS.index(CountName.PLANS_WITH_GOAL) + 1]
"""The counts that the definition names one by one; the others stand beside them."""

WHOLE_OF: Final[Mapping[CountName, CountName]] = {
    CountName.STEP2_WITH_MEETING: CountName.COURSES_STEP2,
    CountName.STEP3_WITH_MEETING: CountName.COURSES_STEP3,
    CountName.WITH_PLAN: CountName.COURSES_STEP2_OR_3,
    CountName.PLANS_WITH_GOAL: CountName.PLANS_IN_FORCE,
    CountName.APPLICATIONS_IN_TIME: CountName.APPLICATIONS_DUE,
    CountName.PROMISES_KEPT: CountName.PROMISES_DUE,
    CountName.PAPERS_IN_TIME: CountName.PAPERS_DUE,
}
"""What a count is held against. Its things are among those of the whole, in every row."""

REST_OF: Final[Mapping[CountName, CountName]] = {
    CountName.STEP2_WITHOUT_MEETING: CountName.STEP2_WITH_MEETING,
    CountName.STEP3_WITHOUT_MEETING: CountName.STEP3_WITH_MEETING,
    CountName.WITHOUT_PLAN: CountName.WITH_PLAN,
    CountName.PAPERS_LATE: CountName.PAPERS_IN_TIME,
}
"""Who lacks it: the whole of the named count without the named count."""


class GroupBy(StrEnum):
    """What makes a row."""

    EMPLOYEE = "employee"
    TEAM = "team"
    DEPARTMENT = "department"


class GroupKind(StrEnum):
    """What a row is about."""

    EMPLOYEE = "employee"
    TEAM = "team"
    DEPARTMENT = "department"
    NO_TEAM = "no_team"
    NO_DEPARTMENT = "no_department"
    NO_CASEWORKER = "no_caseworker"
    NO_COORDINATOR = "no_coordinator"
    MERGED = "merged"
    TOTAL = "total"


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """What a row is about; `key` is the employee's, team's or department's."""

    kind: GroupKind
    key: Key = 0


TOTAL: Final = Group(GroupKind.TOTAL)


class Holder(NamedTuple):
    """Whom a thing is counted for: the employee, and the team and department they had then."""

    employee: Key | None = None
    team: Key | None = None
    department: Key | None = None


NOBODY: Final = Holder()
"""Without a coordinator nothing has a team or a department either."""


@dataclass(frozen=True, slots=True)
class SupervisionScope:
    """What is asked for. `only` leaves nothing but what is counted for one employee ("Mine tal")."""

    days: DayRange
    by: GroupBy
    only: Key | None = None


class Cell(NamedTuple):
    """Things of one count with one holder. A report is made of hundreds, so these two are tuples.

    Either merely counted (`ids` empty): then each of them stands in no other cell of that count.
    Or named by their ids, and then the same thing may stand in several cells and is still one.
    """

    name: CountName
    holder: Holder
    number: int
    ids: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class CountedThing:
    """One of the things behind a number: a course, meeting, plan, move, assessment or application, and its days.

    `until_on` is the first day without it. An application has its deadline and the day it was answered.
    """

    id: int
    subject_id: SubjectId
    holder: Holder
    step: Step | None
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True)
class Count:
    """A number that can be trusted: what it counts, by which definition, as of when, and which things.

    `ids` is None until the number is opened.
    """

    name: CountName
    number: int
    ids: tuple[Key, ...] | None
    definition_version: int
    as_of: datetime


@dataclass(frozen=True, slots=True)
class SupervisionRow:
    """One group's numbers; what is not counted for the group is 0. `ids` is None unless they were asked for."""

    group: Group
    numbers: Mapping[CountName, int]
    ids: Mapping[CountName, tuple[Key, ...]] | None = None
    name: str = ""

    def number(self, name: CountName) -> int:
        """The count, 0 when the group has none."""
        return self.numbers.get(name, 0)

    def called(self, name: str) -> "SupervisionRow":
        """The row with its group's name."""
        return SupervisionRow(self.group, self.numbers, self.ids, name)


@dataclass(frozen=True, slots=True)
class SupervisionReport:
    """Rows and total of one moment (`as_of`, UTC), counted by one version of the definition."""

    scope: SupervisionScope
    names: tuple[CountName, ...]
    as_of: datetime
    rows: tuple[SupervisionRow, ...]
    total: SupervisionRow
    definition_version: int = DEFINITION_VERSION

    def count(self, row: SupervisionRow, name: CountName) -> Count:
        """One of the report's numbers with what it stands on."""
        ids = None if row.ids is None else row.ids.get(name, ())
        return Count(name, row.number(name), ids, self.definition_version, self.as_of)


class TooFewToShare(DomainError):
    """So few courses in all that numbers about them would point at persons; they stay in the house."""

    courses: int
    smallest: int


def counted_for(names: Iterable[CountName]) -> frozenset[CountName]:
    """The counts that must be made to show these: those themselves, or what a rest is worked out from."""
    asked = frozenset(names)
    parts = {REST_OF[name] for name in asked & REST_OF.keys()}
    return (asked - REST_OF.keys()) | parts | {WHOLE_OF[part] for part in parts}


def group_of(holder: Holder, by: GroupBy) -> Group:
    """The row that a thing with the holder stands in.

    An application without caseworker still has the department that received it, and is told from a
    course without coordinator by that.
    """
    if by is GroupBy.EMPLOYEE and holder.employee is not None:
        return Group(GroupKind.EMPLOYEE, holder.employee)
    if by is GroupBy.TEAM and holder.team is not None:
        return Group(GroupKind.TEAM, holder.team)
    if by is GroupBy.DEPARTMENT and holder.department is not None:
        return Group(GroupKind.DEPARTMENT, holder.department)
    if holder == NOBODY:
        return Group(GroupKind.NO_COORDINATOR)
    return Group(_LEFT_OUT[by])


_LEFT_OUT: Final = {
    GroupBy.EMPLOYEE: GroupKind.NO_CASEWORKER,
    GroupBy.TEAM: GroupKind.NO_TEAM,
    GroupBy.DEPARTMENT: GroupKind.NO_DEPARTMENT,
}


@dataclass(slots=True)
class _Tally:
    counted: dict[CountName, int] = field(default_factory=dict)
    named: dict[CountName, set[Key]] = field(default_factory=dict)

    def add(self, cell: Cell) -> None:
        if cell.ids:
            self.named.setdefault(cell.name, set()).update(cell.ids)
        else:
            self.counted[cell.name] = self.counted.get(cell.name, 0) + cell.number

    def take(self, other: "_Tally") -> None:
        for name, number in other.counted.items():
            self.counted[name] = self.counted.get(name, 0) + number
        for name, ids in other.named.items():
            self.named.setdefault(name, set()).update(ids)

    def row(self, group: Group, names: tuple[CountName, ...], *, listed: bool) -> SupervisionRow:
        for rest in names:
            if rest in REST_OF:
                self._subtract(rest, REST_OF[rest])
        numbers = {name: number for name in names if (number := self._number(name))}
        ids = {name: tuple(sorted(self.named.get(name, ()), key=_by_kind)) for name in names} if listed else None
        return SupervisionRow(group, numbers, ids)

    def _number(self, name: CountName) -> int:
        counted = self.counted.get(name, 0)
        return counted + len(self.named[name]) if name in self.named else counted

    def _subtract(self, rest: CountName, part: CountName) -> None:
        whole = WHOLE_OF[part]
        self.counted[rest] = self.counted.get(whole, 0) - self.counted.get(part, 0)
        self.named[rest] = self.named.get(whole, set()) - self.named.get(part, set())


def fold(
    cells: Iterable[Cell],
    scope: SupervisionScope,
    as_of: datetime,
    *,
    names: tuple[CountName, ...] = ALL_COUNTS,
    listed: bool = False,
    row_of: Callable[[Group], Group] | None = None,
) -> SupervisionReport:
    """The report that the cells add up to: a row a group, in the groups' order, and the total.

    The total counts distinct things and is not the sum of the rows. `row_of` puts groups together.
    """
    tallies: dict[Group, _Tally] = {}

    def tally_for(holder: Holder) -> _Tally | None:
        if scope.only is not None and holder.employee != scope.only:
            return None
        group = group_of(holder, scope.by)
        return tallies.setdefault(row_of(group) if row_of else group, _Tally())

    known: dict[Holder, _Tally | None] = {}
    for cell in cells:
        if cell.holder not in known:
            known[cell.holder] = tally_for(cell.holder)
        if (tally := known[cell.holder]) is not None:
            tally.add(cell)
    total = _Tally()
    for tally in tallies.values():
        total.take(tally)
    rows = (tally.row(group, names, listed=listed) for group, tally in sorted(tallies.items(), key=_group_order))
    kept = tuple(row for row in rows if row.numbers)
    return SupervisionReport(scope, names, as_of, kept, total.row(TOTAL, names, listed=listed))


def in_danish_order(rows: Iterable[SupervisionRow]) -> tuple[SupervisionRow, ...]:
    """The rows by name; those that are about nobody by name come last, as they are."""
    return tuple(sorted(rows, key=lambda row: (not row.name, danish_order(row.name))))


def fold_for_outside(
    cells: Iterable[Cell], scope: SupervisionScope, as_of: datetime, names: tuple[CountName, ...] = ALL_COUNTS
) -> SupervisionReport:
    """The report as it may leave the house: groups of fewer than five courses on trin 2 or 3 are one row.

    When that row would still be under five, the smallest of the others goes in with it, so that
    nobody can work it out from the total. Raises TooFewToShare when there are not five in all.
    """
    kept = tuple(cells)
    sizes = fold(kept, scope, as_of, names=(CountName.COURSES_STEP2_OR_3, *names))
    courses = _size(sizes.total)
    if courses < SMALLEST_GROUP:
        raise TooFewToShare(courses, SMALLEST_GROUP)
    smallest_first = sorted(sizes.rows, key=_size)
    merged = frozenset(row.group for row in smallest_first if _size(row) < SMALLEST_GROUP)
    while merged and _merged_size(kept, sizes, merged) < SMALLEST_GROUP:
        merged |= {next(row.group for row in smallest_first if row.group not in merged)}
    return fold(kept, scope, as_of, names=names, row_of=_merging(merged))


def _merged_size(cells: tuple[Cell, ...], report: SupervisionReport, merged: frozenset[Group]) -> int:
    """Courses that moved between two of the groups are one course, so the sizes cannot be added."""
    inside = (cell for cell in cells if group_of(cell.holder, report.scope.by) in merged)
    return _size(fold(inside, report.scope, report.as_of, names=report.names).total)


def _merging(groups: frozenset[Group]) -> Callable[[Group], Group]:
    return lambda group: Group(GroupKind.MERGED) if group in groups else group


def _size(row: SupervisionRow) -> int:
    return row.number(CountName.COURSES_STEP2_OR_3)


def _group_order(item: tuple[Group, object]) -> tuple[int, str, Key]:
    group, _ = item
    return _KIND_ORDER[group.kind], *_by_kind(group.key)


def _by_kind(key: Key) -> tuple[str, Key]:
    return type(key).__name__, key


_KIND_ORDER: Final = {kind: order for order, kind in enumerate(GroupKind)}
