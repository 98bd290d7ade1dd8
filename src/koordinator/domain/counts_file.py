"""Counts files: what one database counted, without names of citizens, so that a leader can put many together.

As long as each caseworker has a database of her own, the same course can stand in two of them. A
counts file therefore holds a line a thing (course, meeting, plan ...) under a token: an HMAC of the
citizen's CPR number, or of the family members', with the municipality's counting key. The key is
made in one program and handed out as a phrase; with the same key the same citizen has the same token
everywhere, and without the key nobody can work out a CPR number from a token (whoever has both can:
the lines are pseudonymous, not anonymous). Employees, teams and departments stand with their names.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from koordinator.domain.errors import DomainError, EnvironmentFault
from koordinator.domain.periods import DayRange
from koordinator.domain.recovery_code import RecoveryCodeLength, RecoveryCodeMistyped, read_recovery_code
from koordinator.domain.supervision import (
    DEFINITION_VERSION,
    REST_OF,
    WHOLE_OF,
    Cell,
    CountName,
    GroupBy,
    Holder,
    SupervisionReport,
    SupervisionScope,
    fold,
    fold_for_outside,
    group_of,
    in_danish_order,
)

FILED_COUNTS: Final = tuple(name for name in CountName if name not in {*REST_OF, CountName.COURSES_STEP2_OR_3})
"""What a counts file holds; the others are worked out when the files are put together."""
_TOKEN_LENGTH: Final = 32


class ThingKind(StrEnum):
    """What a line is about. A course and a plan last; the others happen on a day."""

    COURSE = "course"
    MEETING = "meeting"
    PLAN = "plan"
    MOVE = "move"
    ASSESSMENT = "assessment"
    APPLICATION = "application"
    PROMISE = "promise"
    OTHER_PLAN = "other_plan"

    @property
    def lasts(self) -> bool:
        """A subject has one of these at a time, so two that overlap are the same."""
        return self in (ThingKind.COURSE, ThingKind.PLAN)


_KINDS: Final[Mapping[CountName, ThingKind]] = {
    CountName.MEETINGS_HELD: ThingKind.MEETING,
    CountName.MEETINGS_WITHOUT_CITIZEN: ThingKind.MEETING,
    CountName.PLANS_IN_FORCE: ThingKind.PLAN,
    CountName.PLANS_APPROVED: ThingKind.PLAN,
    CountName.PLANS_WITH_GOAL: ThingKind.PLAN,
    CountName.MOVES_UP: ThingKind.MOVE,
    CountName.MOVES_DOWN: ThingKind.MOVE,
    CountName.ASSESSMENTS_MADE: ThingKind.ASSESSMENT,
    CountName.APPLICATIONS_DUE: ThingKind.APPLICATION,
    CountName.APPLICATIONS_IN_TIME: ThingKind.APPLICATION,
    CountName.PROMISES_DUE: ThingKind.PROMISE,
    CountName.PROMISES_KEPT: ThingKind.PROMISE,
    CountName.PLANS_REPLACED: ThingKind.OTHER_PLAN,
    CountName.PAPERS_DUE: ThingKind.MEETING,
    CountName.PAPERS_IN_TIME: ThingKind.MEETING,
}
_ONE_ANSWER: Final[tuple[frozenset[CountName], ...]] = (
    frozenset({CountName.MEETINGS_HELD, CountName.MEETINGS_WITHOUT_CITIZEN}),
    frozenset({CountName.STEP1_AT_START, CountName.STEP2_AT_START, CountName.STEP3_AT_START}),
    frozenset({CountName.STEP1_AT_END, CountName.STEP2_AT_END, CountName.STEP3_AT_END}),
    frozenset({CountName.MOVES_UP, CountName.MOVES_DOWN}),
)
"""Counts of which a thing is in one alone: there the best file's answer holds."""


@dataclass(frozen=True, slots=True)
class HolderName:
    """Whom a thing is counted for, by name. `employee_key` is the e-mail, or the name where there is none."""

    employee: str = ""
    employee_key: str = ""
    team: str = ""
    department: str = ""

    @property
    def holder(self) -> Holder:
        """The same as keys, so that the same employee or team of two files is one."""
        team = f"{self.department}\n{self.team}".casefold() if self.team else None
        return Holder(self.employee_key.casefold() or None, team, self.department.casefold() or None)

    def name_by(self, by: GroupBy) -> str:
        """What a row is called that the thing stands in."""
        return {GroupBy.EMPLOYEE: self.employee, GroupBy.TEAM: self.team, GroupBy.DEPARTMENT: self.department}[by]


@dataclass(frozen=True, slots=True)
class CountsLine:
    """One thing: whom it is about (a token), its days, and the counts it is among, each with its holders.

    `nth` tells things of the same kind, subject and day apart.
    """

    kind: ThingKind
    subject: str
    from_on: date
    until_on: date | None
    nth: int
    counts: Mapping[CountName, tuple[HolderName, ...]]


@dataclass(frozen=True, slots=True)
class CountsFile:
    """What one database counted. `source` tells databases apart, `key_mark` counting keys."""

    source: str
    key_mark: str
    days: DayRange
    as_of: datetime
    lines: tuple[CountsLine, ...]
    definition_version: int = DEFINITION_VERSION


@dataclass(frozen=True, slots=True)
class MergedCounts:
    """Many files as one report, with the number of things that stood in more than one."""

    report: SupervisionReport
    files: int
    repeated: int


class CountingKeyMistyped(DomainError):
    """The phrase is no counting key. `group` (counted from 1) does not check; 0 when the length is wrong."""

    group: int


class CountsFileUnreadable(EnvironmentFault):
    """The file is not there, or the machine will not let it be read."""

    name: str


class CountsFileForeign(DomainError):
    """The file is something else than a counts file."""

    name: str


class CountsFileDamaged(DomainError):
    """The file was cut short or changed on its way."""

    name: str


class CountsFileNewer(DomainError):
    """The file was written by a newer program, or by another version of the definition."""

    name: str


class CountsKeyDiffers(DomainError):
    """The file was made with another counting key than the first, so that the same course cannot be told."""

    name: str


class CountsPeriodDiffers(DomainError):
    """The file counts another period than the first."""

    name: str
    first_on: date
    last_on: date


def read_counting_key(phrase: str) -> bytes:
    """The key that a phrase was made of. Raises CountingKeyMistyped."""
    try:
        return read_recovery_code(phrase)
    except RecoveryCodeLength as error:
        raise CountingKeyMistyped(0) from error
    except RecoveryCodeMistyped as error:
        raise CountingKeyMistyped(error.group) from error


def token(key: bytes, *parts: str) -> str:
    """What stands for the parts in a file: 32 hex digits of their HMAC-SHA256."""
    text = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()[:_TOKEN_LENGTH]


def key_mark(key: bytes) -> str:
    """What tells one counting key from another."""
    return token(key, "counting key")


def kind_of(name: CountName) -> ThingKind:
    """What the count counts."""
    return _KINDS.get(name, ThingKind.COURSE)


def check_same(files: Mapping[str, CountsFile]) -> None:
    """Raises CountsKeyDiffers or CountsPeriodDiffers for the first file (by name) that cannot go with the others."""
    (_, first), *others = files.items()
    for name, file in others:
        if file.key_mark != first.key_mark:
            raise CountsKeyDiffers(name)
        if file.days != first.days:
            raise CountsPeriodDiffers(name, file.days.first_on, file.days.last_on)


def merge(
    files: Iterable[CountsFile], by: GroupBy, names: tuple[CountName, ...], *, outside: bool = False
) -> MergedCounts:
    """One report over all files; the same thing in several files is one.

    Of several files from one database the newest is taken. The same thing is told by kind, token and
    day - courses and plans by days that overlap, since two caseworkers seldom registered the same
    first day. Where files disagree on whose it is, one that knows a coordinator goes before one
    that does not, and then the newest. `outside` is a report that leaves the house: see `fold_for_outside`, which
    raises TooFewToShare.
    """
    newest = _newest_of_each(files)
    things = _recognised(newest)
    cells = (cell for number, known in enumerate(things) for cell in _cells(f"{number}", known))
    as_of = max(file.as_of for file in newest)
    scope = SupervisionScope(newest[0].days, by)
    report = fold_for_outside(cells, scope, as_of, names) if outside else fold(cells, scope, as_of, names=names)
    labels = {group_of(holder.holder, by): holder.name_by(by) for file in newest for holder in _holders(file.lines)}
    rows = in_danish_order(row.called(labels.get(row.group, "")) for row in report.rows)
    return MergedCounts(replace(report, rows=rows), len(newest), sum(len(known) > 1 for known in things))


@dataclass(frozen=True, slots=True)
class _Known:
    line: CountsLine
    as_of: datetime


def _newest_of_each(files: Iterable[CountsFile]) -> tuple[CountsFile, ...]:
    by_source = {file.source: file for file in sorted(files, key=lambda file: file.as_of)}
    return tuple(by_source.values())


def _recognised(files: Sequence[CountsFile]) -> list[list[_Known]]:
    """The lines of all files, those about the same thing together."""
    lines = [_Known(line, file.as_of) for file in files for line in file.lines]
    things: dict[tuple[object, ...], list[_Known]] = {}
    for known in sorted(lines, key=lambda known: (known.line.from_on, known.line.nth)):
        line = known.line
        key: tuple[object, ...] = (line.kind, line.subject)
        if not line.kind.lasts:
            key = (*key, line.from_on, line.nth)
        things.setdefault(key, []).append(known)
    return [same for found in things.values() for same in _the_same(found)]


def _the_same(lines: list[_Known]) -> list[list[_Known]]:
    """Lines in order of their first day; those that last are split where one begins after all before it ended."""
    if not lines[0].line.kind.lasts:
        return [lines]
    groups: list[list[_Known]] = []
    end: date | None = date.min
    for known in lines:
        if end is not None and known.line.from_on >= end:
            groups.append([])
            end = date.min
        groups[-1].append(known)
        until_on = known.line.until_on
        end = None if end is None or until_on is None else max(end, until_on)
    return groups


def _cells(key: str, known: list[_Known]) -> Iterable[Cell]:
    for name, holders in _answers(known).items():
        for holder in holders:
            yield Cell(name, holder.holder, 1, (key,))


def _answers(known: list[_Known]) -> dict[CountName, tuple[HolderName, ...]]:
    """The counts that the thing is among, with the best file's holders; a part stands where its whole does."""
    answers: dict[CountName, tuple[HolderName, ...]] = {}
    for file in sorted(known, key=_trust, reverse=True):
        for name, holders in file.line.counts.items():
            rivals = next((names for names in _ONE_ANSWER if name in names), frozenset({name}))
            if not rivals & answers.keys():
                answers[name] = holders
    on_steps = [answers[name] for name in (CountName.COURSES_STEP2, CountName.COURSES_STEP3) if name in answers]
    if on_steps:
        answers[CountName.COURSES_STEP2_OR_3] = tuple({holder: None for holders in on_steps for holder in holders})
    return {name: answers.get(WHOLE_OF.get(name, name), holders) for name, holders in answers.items()}


def _trust(known: _Known) -> tuple[bool, datetime]:
    return any(holder.employee for holder in _holders([known.line])), known.as_of


def _holders(lines: Iterable[CountsLine]) -> Iterator[HolderName]:
    return (holder for line in lines for holders in line.counts.values() for holder in holders)
