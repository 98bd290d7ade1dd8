"""Ledelsestilsyn: numbers for those who lead, and the rows behind a number for the leader of that team.

Leaders and administrators see everybody's numbers, a caseworker her own ("Mine tal"). What lies
behind a number - names, steps, coordinators, days and nothing more - is shown to a leader for the
teams she is in, to a caseworker for what is counted for herself, and to the owner of a database of
her own. Every look is logged.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, TypeVar

from koordinator.domain.access import Action, Actor
from koordinator.domain.calendar_periods import same_time_before
from koordinator.domain.citizen import Citizen, Family
from koordinator.domain.errors import NotAllowed
from koordinator.domain.folding import danish_order
from koordinator.domain.ids import EmployeeId, SubjectId
from koordinator.domain.organisation import Department, Employee, Role, Team, TeamMembership
from koordinator.domain.periods import DayRange, holds_on
from koordinator.domain.setting import Setting, SettingKey, value_on
from koordinator.domain.steps import Step
from koordinator.domain.supervision import (
    DEFINED_COUNTS,
    DEFINITION_VERSION,
    TOTAL,
    Count,
    CountedThing,
    CountName,
    Group,
    GroupBy,
    Holder,
    SupervisionReport,
    SupervisionScope,
    fold,
    fold_for_outside,
    group_of,
    in_danish_order,
)
from koordinator.domain.team_load import TeamLoad, team_load
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.settings import current_number

PAGE_COUNTS: Final = (
    CountName.MEETINGS_HELD,
    CountName.MEETINGS_WITHOUT_CITIZEN,
    CountName.COURSES_STEP2,
    CountName.STEP2_WITH_MEETING,
    CountName.COURSES_STEP3,
    CountName.STEP3_WITH_MEETING,
    CountName.COURSES_STEP2_OR_3,
    CountName.WITH_PLAN,
    CountName.PAPERS_DUE,
    CountName.PAPERS_IN_TIME,
)
"""What the page opens with; the other counts are asked for when somebody wants them."""
Row = TypeVar("Row")
_SEES_ALL: Final = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR})
_KINDS: Final[Mapping[GroupBy, type[Employee | Team | Department]]] = {
    GroupBy.EMPLOYEE: Employee,
    GroupBy.TEAM: Team,
    GroupBy.DEPARTMENT: Department,
}
_AT_ONCE: Final = 5_000
"""How many keys are looked up in one statement."""


@dataclass(frozen=True, slots=True)
class Capacity:
    """Courses on trin 3 today, and how many are expected. The expectation plans, it never limits."""

    number: int
    expected_from: int
    expected_to: int


@dataclass(frozen=True, slots=True)
class SupervisionOverview:
    """The report, the same meetings one period earlier (None before all time), and trin 3 today with who carries it."""

    report: SupervisionReport
    days_before: DayRange | None
    meetings_before: int
    capacity: Capacity
    team: TeamLoad


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One thing behind a number. `subject_name` is empty of who was deleted, `coordinator` where there was none."""

    subject_name: str
    step: Step | None
    coordinator: str
    from_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True)
class OpenedNumber:
    """A number with the rows that the actor may see. `hidden` belong to other teams."""

    count: Count
    rows: tuple[NumberRow, ...]
    hidden: int


class Supervision:
    """The use cases of ledelsestilsyn in one database."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def report(
        self, actor: Actor, scope: SupervisionScope, names: tuple[CountName, ...] = DEFINED_COUNTS
    ) -> SupervisionReport:
        """The numbers that the actor may see, without what lies behind them."""
        with self._office.act(actor, Action.OPEN_SUPERVISION) as tx:
            tx.about("supervision", 0, codes=_codes(scope))
            return _report(tx, own_scope(actor, scope), names)

    def overview(
        self, actor: Actor, scope: SupervisionScope, names: tuple[CountName, ...] = PAGE_COUNTS
    ) -> SupervisionOverview:
        """The numbers with what they are compared with."""
        with self._office.act(actor, Action.OPEN_SUPERVISION) as tx:
            tx.about("supervision", 0, codes=_codes(scope))
            own = own_scope(actor, scope)
            before = same_time_before(scope.days, tx.today)
            report, meetings = _report(tx, own, names), _meetings(tx, own, before)
            return SupervisionOverview(report, before, meetings, _capacity(tx, own), _team(tx, own))

    def listed(
        self, actor: Actor, scope: SupervisionScope, names: tuple[CountName, ...] = DEFINED_COUNTS
    ) -> SupervisionReport:
        """The numbers of what the actor may open, with its keys. Raises NotAllowed for who sees numbers only."""
        with self._office.act(actor, Action.OPEN_SUPERVISION_ROWS) as tx:
            tx.about("supervision", 0, codes=_codes(scope))
            own, may_see = own_scope(actor, scope), Sight(tx, actor)
            cells = [cell for cell in tx.supervision.cells(scope.days, names, listed=True) if may_see(cell.holder)]
            return named(tx, fold(cells, own, tx.now, names=names, listed=True))

    def export(
        self,
        actor: Actor,
        scope: SupervisionScope,
        names: tuple[CountName, ...] = DEFINED_COUNTS,
        *,
        outside: bool = False,
    ) -> SupervisionReport:
        """The numbers for a file. One that leaves the house has no group of fewer than five courses.

        Raises TooFewToShare when there are not five courses in all to share numbers about.
        """
        with self._office.act(actor, Action.EXPORT_SUPERVISION) as tx:
            tx.about("supervision", 0, codes=f"{_codes(scope)} outside={int(outside)}")
            own = own_scope(actor, scope)
            if not outside:
                return _report(tx, own, names)
            cells = tx.supervision.cells(scope.days, (*names, CountName.COURSES_STEP2_OR_3))
            return named(tx, fold_for_outside(cells, own, tx.now, names))

    def open_number(self, actor: Actor, scope: SupervisionScope, group: Group, name: CountName) -> OpenedNumber:
        """The rows behind one number of a group or of the total.

        The entry in the log holds the keys of the subjects that were shown. Raises NotAllowed when
        every row belongs to somebody else's team, or the actor sees numbers only.
        """
        with self._office.act(actor, Action.OPEN_SUPERVISION_ROWS) as tx:
            own = own_scope(actor, scope)
            things = [thing for thing in tx.supervision.things(scope.days, name) if _is_in(thing.holder, own, group)]
            may_see = Sight(tx, actor)
            shown = [thing for thing in things if may_see(thing.holder)]
            if things and not shown:
                raise NotAllowed(Action.OPEN_SUPERVISION_ROWS)
            subjects = " ".join(map(str, sorted({thing.subject_id for thing in shown})))
            tx.about("supervision", 0, codes=f"{_codes(own)} {name} {group.kind}={group.key} subjects={subjects}")
            ids = tuple(sorted({thing.id for thing in things}))
            count = Count(name, len(ids), ids, DEFINITION_VERSION, tx.now)
            return OpenedNumber(count, _rows(tx, shown), len(ids) - len({thing.id for thing in shown}))


class Sight:
    """Whose rows the actor may open.

    What nobody coordinates is in no team, and is shown to whoever leads one: somebody must see it. An application
    without a caseworker is its team's, where it has one.
    """

    def __init__(self, tx: Transaction, actor: Actor) -> None:
        owner = value_on(tx.of(Setting).where(), SettingKey.OWNER_EMPLOYEE_ID, tx.today)
        self._own = actor.employee_id
        self._sees_all = owner == str(actor.employee_id)
        memberships = tx.of(TeamMembership).where(employee_id=actor.employee_id)
        leads = Role.SUPERVISOR in actor.roles
        self._leads = frozenset(row.team_id for row in memberships if leads and holds_on(row, tx.today))

    def __call__(self, holder: Holder) -> bool:
        return (
            self._sees_all
            or holder.employee == self._own
            or holder.team in self._leads
            or (holder.employee is None and holder.team is None and bool(self._leads))
        )


def own_scope(actor: Actor, scope: SupervisionScope) -> SupervisionScope:
    """What the actor's roles leave of the scope."""
    return scope if actor.roles & _SEES_ALL else replace(scope, only=actor.employee_id)


def _codes(scope: SupervisionScope) -> str:
    only = "" if scope.only is None else f" only={scope.only}"
    return f"{scope.by} {scope.days.first_on} {scope.days.last_on}{only}"


def _is_in(holder: Holder, scope: SupervisionScope, group: Group) -> bool:
    mine = scope.only is None or holder.employee == scope.only
    return mine and group in (TOTAL, group_of(holder, scope.by))


def _report(tx: Transaction, scope: SupervisionScope, names: tuple[CountName, ...]) -> SupervisionReport:
    return named(tx, fold(tx.supervision.cells(scope.days, names), scope, tx.now, names=names))


def named(tx: Transaction, report: SupervisionReport) -> SupervisionReport:
    """The report with its rows' names, which come last, in the order of a Danish list."""
    by = report.scope.by
    keys = tuple(int(row.group.key) for row in report.rows if row.group.kind.value == by.value)
    names: dict[int, str] = {row.id: row.name for row in tx.of(_KINDS[by]).where(id=keys)}
    twice = Counter(names.values())
    told_apart_by = _told_apart_by(tx, by, tuple(key for key, name in names.items() if twice[name] > 1))
    labels = {key: f"{name} ({told_apart_by[key]})" if told_apart_by.get(key) else name for key, name in names.items()}
    rows = (row.called(labels.get(int(row.group.key), "")) for row in report.rows)
    return replace(report, rows=in_danish_order(rows))


def _told_apart_by(tx: Transaction, by: GroupBy, keys: tuple[int, ...]) -> dict[int, str]:
    """What tells those of the same name from each other: a team's department, an employee's e-mail or team."""
    if not keys:
        return {}
    if by is GroupBy.TEAM:
        departments = {row.id: row.name for row in tx.of(Department).where()}
        return {row.id: departments[row.department_id] for row in tx.of(Team).where(id=keys) if row.department_id}
    teams = {row.id: row.name for row in tx.of(Team).where()}
    homes = {row.employee_id: teams[row.team_id] for row in tx.of(TeamMembership).where(employee_id=keys)}
    return {row.id: row.email or homes.get(row.id, "") for row in tx.of(Employee).where(id=keys)}


def _meetings(tx: Transaction, scope: SupervisionScope, days: DayRange | None) -> int:
    if days is None:
        return 0
    names = (CountName.MEETINGS_HELD,)
    return fold(tx.supervision.cells(days, names), scope, tx.now, names=names).total.number(CountName.MEETINGS_HELD)


def _capacity(tx: Transaction, scope: SupervisionScope) -> Capacity:
    names = (CountName.STEP3_AT_END,)
    today = fold(tx.supervision.cells(DayRange(tx.today, tx.today), names), scope, tx.now, names=names)
    return Capacity(
        number=today.total.number(CountName.STEP3_AT_END),
        expected_from=current_number(tx, SettingKey.EXPECTED_ON_STEP3_FROM),
        expected_to=current_number(tx, SettingKey.EXPECTED_ON_STEP3_TO),
    )


def _team(tx: Transaction, scope: SupervisionScope) -> TeamLoad:
    members = tx.supervision.team_load()
    return team_load(tx.now, (row for row in members if scope.only in (None, row.employee_id)))


def _rows(tx: Transaction, things: list[CountedThing]) -> tuple[NumberRow, ...]:
    subjects = _subject_names(tx, frozenset(thing.subject_id for thing in things))
    employees = {row.id: row.name for row in tx.of(Employee).where()}
    rows = (
        NumberRow(
            subject_name=subjects.get(thing.subject_id, ""),
            step=thing.step,
            coordinator=employees[EmployeeId(int(thing.holder.employee))] if thing.holder.employee else "",
            from_on=thing.from_on,
            until_on=thing.until_on,
        )
        for thing in things
    )
    return tuple(sorted(rows, key=lambda row: (danish_order(row.subject_name), row.from_on)))


def _subject_names(tx: Transaction, subject_ids: frozenset[SubjectId]) -> dict[SubjectId, str]:
    citizens = {row.subject_id: row.name for row in rows_with(tx, Citizen, "subject_id", subject_ids)}
    families = {row.subject_id: row.name for row in rows_with(tx, Family, "subject_id", subject_ids)}
    return citizens | families


def rows_with(tx: Transaction, kind: type[Row], field: str, keys: Iterable[int]) -> Iterator[Row]:
    """The things whose field is one of the keys, however many: a statement takes only so many at once."""
    wanted = sorted(keys)
    for start in range(0, len(wanted), _AT_ONCE):
        some: dict[str, Any] = {field: tuple(wanted[start : start + _AT_ONCE])}
        yield from tx.of(kind).where(**some)
