"""Counts files: made in each caseworker's own database, put together in the leader's program."""

import secrets
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import Protocol

from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import Citizen, Family, FamilyMembership
from koordinator.domain.counts_file import (
    FILED_COUNTS,
    CountsFile,
    CountsLine,
    HolderName,
    MergedCounts,
    ThingKind,
    check_same,
    key_mark,
    kind_of,
    merge,
    read_counting_key,
    token,
)
from koordinator.domain.course import Course
from koordinator.domain.deletion import Deletion
from koordinator.domain.ids import EmployeeId, FamilyId, RowId, SubjectId
from koordinator.domain.joint_plan import JointPlan
from koordinator.domain.organisation import Department, Employee, Team
from koordinator.domain.periods import DayRange, holds_on
from koordinator.domain.recovery_code import SECRET_BYTES, write_recovery_code
from koordinator.domain.setting import Setting, SettingKey, value_on
from koordinator.domain.supervision import (
    DEFINED_COUNTS,
    CountedThing,
    CountName,
    GroupBy,
    Holder,
    Key,
    SupervisionScope,
)
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.supervision import own_scope, rows_with


class CountsFileStore(Protocol):
    """Counts files on disk."""

    def write(self, path: Path, counts: CountsFile) -> None:
        """Writes the file, or leaves an older one as it was. Raises OutputNotWritten."""

    def read(self, path: Path) -> CountsFile:
        """The file. Raises CountsFileUnreadable, CountsFileForeign, CountsFileDamaged or CountsFileNewer."""

    def write_phrase(self, path: Path, phrase: str) -> None:
        """Writes a counting key's phrase. Raises OutputNotWritten."""

    def read_phrase(self, path: Path) -> str:
        """What stands in a counting key's file. Raises CountsFileUnreadable."""


class CountsFiles:
    """Making, and putting together."""

    def __init__(self, office: Office, files: CountsFileStore) -> None:
        self._office = office
        self._files = files

    def counting_key(self, actor: Actor) -> str:
        """The phrase of the counting key, to hand out; made now where there is none."""
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            tx.about("setting", 0, codes=SettingKey.COUNTING_KEY)
            return _kept(tx, SettingKey.COUNTING_KEY, _new_phrase())

    def write_counting_key(self, actor: Actor, path: Path) -> None:
        """The phrase in a small file. Raises OutputNotWritten."""
        self._files.write_phrase(path, self.counting_key(actor))

    def take_counting_key(self, actor: Actor, phrase: str | Path) -> None:
        """Counts from now on with the key that somebody else made, typed or in their file.

        Raises CountingKeyMistyped or CountsFileUnreadable.
        """
        text = phrase if isinstance(phrase, str) else self._files.read_phrase(phrase)
        key = write_recovery_code(read_counting_key(text))
        with self._office.act(actor, Action.EDIT_SETTINGS) as tx:
            tx.about("setting", 0, codes=SettingKey.COUNTING_KEY)
            tx.of(Setting).add(Setting(RowId(0), SettingKey.COUNTING_KEY, key, tx.today))

    def write(self, actor: Actor, days: DayRange, path: Path) -> CountsFile:
        """Writes what the actor may see of the period's counts, under tokens.

        Without a counting key from outside one is made: then only this database's own files can be
        put together.
        """
        with self._office.act(actor, Action.EXPORT_SUPERVISION) as tx:
            counts = _Gathering(tx, days).counts(own_scope(actor, SupervisionScope(days, GroupBy.EMPLOYEE)).only)
            tx.about("counts_file", 0, codes=f"{days.first_on} {days.last_on} lines={len(counts.lines)}")
            self._files.write(path, counts)
            return counts

    def merge(
        self,
        actor: Actor,
        paths: Iterable[Path],
        by: GroupBy,
        names: tuple[CountName, ...] = DEFINED_COUNTS,
        *,
        outside: bool = False,
    ) -> MergedCounts:
        """The files as one report; one that leaves the house has no group of fewer than five courses.

        Raises what reading raises, CountsKeyDiffers, CountsPeriodDiffers, and TooFewToShare.
        """
        with self._office.act(actor, Action.MERGE_COUNTS) as tx:
            files = {path.name: self._files.read(path) for path in paths}
            check_same(files)
            merged = merge(files.values(), by, names, outside=outside)
            codes = f"{by} files={merged.files} repeated={merged.repeated} outside={int(outside)}"
            tx.about("counts_file", 0, codes=codes)
            return merged


class _Gathering:
    """One database's counts on their way into a file."""

    def __init__(self, tx: Transaction, days: DayRange) -> None:
        self._tx = tx
        self._days = days
        self._key = read_counting_key(_kept(tx, SettingKey.COUNTING_KEY, _new_phrase()))
        self._employees = {row.id: row for row in tx.of(Employee).where()}
        self._teams: dict[Key | None, str] = {row.id: row.name for row in tx.of(Team).where()}
        self._departments: dict[Key | None, str] = {row.id: row.name for row in tx.of(Department).where()}

    def counts(self, only: Key | None) -> CountsFile:
        """Everything that is counted, or what is counted for one employee."""
        things: dict[tuple[ThingKind, int], list[tuple[CountName, CountedThing]]] = {}
        for name in FILED_COUNTS:
            for thing in self._tx.supervision.things(self._days, name):
                if only is None or thing.holder.employee == only:
                    things.setdefault((kind_of(name), thing.id), []).append((name, thing))
        return CountsFile(
            source=_kept(self._tx, SettingKey.COUNTING_SOURCE, self._tx.new_uid()),
            key_mark=key_mark(self._key),
            days=self._days,
            as_of=self._tx.now,
            lines=self._lines(things),
        )

    def _lines(
        self, things: dict[tuple[ThingKind, int], list[tuple[CountName, CountedThing]]]
    ) -> tuple[CountsLine, ...]:
        subjects = self._subjects({found[0][1].subject_id for found in things.values()})
        spans = self._spans(things)
        seen: dict[tuple[object, ...], int] = {}
        lines = []
        for (kind, key), found in sorted(things.items()):
            _, thing = found[0]
            from_on, until_on = spans.get((kind, key), (thing.from_on, None))
            same_day = (kind, thing.subject_id, from_on)
            seen[same_day] = seen.get(same_day, 0) + 1
            counts: dict[CountName, tuple[HolderName, ...]] = {}
            for name, counted in found:
                counts[name] = (*counts.get(name, ()), self._name(counted.holder))
            lines.append(CountsLine(kind, subjects[thing.subject_id], from_on, until_on, seen[same_day], counts))
        return tuple(lines)

    def _name(self, holder: Holder) -> HolderName:
        employee = self._employees.get(EmployeeId(int(holder.employee))) if holder.employee else None
        return HolderName(
            employee=employee.name if employee else "",
            employee_key=(employee.email or employee.name) if employee else "",
            team=self._teams.get(holder.team, ""),
            department=self._departments.get(holder.department, ""),
        )

    def _spans(self, keys: Collection[tuple[ThingKind, int]]) -> dict[tuple[ThingKind, int], tuple[date, date | None]]:
        """The days of courses, and of plans as those of their course: one course, one plan."""
        plan_ids = [key for kind, key in keys if kind is ThingKind.PLAN]
        plans = {plan.id: plan.course_id for plan in rows_with(self._tx, JointPlan, "id", plan_ids)}
        course_ids = {key for kind, key in keys if kind is ThingKind.COURSE} | {key for key in plans.values() if key}
        courses = {row.id: (row.from_on, row.until_on) for row in rows_with(self._tx, Course, "id", course_ids)}
        spans = {(ThingKind.COURSE, key): span for key, span in courses.items()}
        return spans | {(ThingKind.PLAN, key): courses[course] for key, course in plans.items() if course}

    def _subjects(self, subject_ids: Iterable[SubjectId]) -> dict[SubjectId, str]:
        """A token for each citizen and family: of the CPR numbers where there are any, else this database's own.

        Who was deleted has one that nobody can tie to them, so another database's file counts them beside it.
        """
        wanted = set(subject_ids)
        deleted = rows_with(self._tx, Deletion, "subject_id", wanted)
        tokens = {row.subject_id: token(self._key, "deleted", row.uid) for row in deleted if row.subject_id}
        for citizen in rows_with(self._tx, Citizen, "subject_id", wanted):
            tokens[citizen.subject_id] = token(self._key, "citizen", citizen.cpr or citizen.uid)
        for family in rows_with(self._tx, Family, "subject_id", wanted):
            tokens[family.subject_id] = token(self._key, "family", *(self._members(family.id) or (family.uid,)))
        return tokens

    def _members(self, family_id: FamilyId) -> list[str]:
        memberships = self._tx.of(FamilyMembership).where(family_id=family_id)
        last_day = [row.citizen_id for row in memberships if holds_on(row, self._days.last_on)]
        return sorted(row.cpr for row in rows_with(self._tx, Citizen, "id", last_day) if row.cpr)


def _kept(tx: Transaction, key: SettingKey, otherwise: str) -> str:
    """The setting's value; where it has none, it has the other one from now on."""
    value = value_on(tx.of(Setting).where(), key, tx.today)
    if value:
        return value
    tx.of(Setting).add(Setting(RowId(0), key, otherwise, tx.today))
    return otherwise


def _new_phrase() -> str:
    return write_recovery_code(secrets.token_bytes(SECRET_BYTES))
