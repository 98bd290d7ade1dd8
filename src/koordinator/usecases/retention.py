"""Keeping no longer than is necessary: whose time is up, what keeps them all the same, and the periods behind it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from koordinator.domain.access import Action, Actor, require
from koordinator.domain.citizen import Citizen, Family, FamilyMembership
from koordinator.domain.cpr import CprNumber, masked_cpr
from koordinator.domain.deletion import DeletedKind, Deletion
from koordinator.domain.errors import NotFound
from koordinator.domain.folding import danish_order
from koordinator.domain.ids import EmployeeId, RowId, SubjectId
from koordinator.domain.organisation import Employee
from koordinator.domain.retention import (
    OwnPeriod,
    PeriodInForce,
    RetentionKind,
    StandardPeriod,
    checked_own,
    from_today_on,
    period_on,
    read_periods,
    write_periods,
)
from koordinator.domain.retention_due import (
    DueSubject,
    HeldSubject,
    Hold,
    OldThings,
    checked_hold,
    due_subject,
    hold_on,
)
from koordinator.usecases.plan_types import TextFiles
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.ports_first import Shelves

Standard = Callable[[], tuple[StandardPeriod, ...]]
"""The periods that come with the program."""
_GROUPS = {
    RetentionKind.CONSENT: DeletedKind.CONSENT,
    RetentionKind.PAPER: DeletedKind.PAPER,
    RetentionKind.DRAFT: DeletedKind.DRAFT,
}
"""What is deleted by its age, many at a time."""


class PeriodFiles(TextFiles, Protocol):
    """Files of periods."""


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A citizen or family that must not be deleted now, and why."""

    subject: HeldSubject
    hold: Hold


@dataclass(frozen=True, slots=True)
class RetentionShelf:
    """What there is to decide, what was decided, and by which periods; as of `today`.

    `due` stands in the order of the day since when. `deletions` are the proofs, the newest first; `who` names those
    who deleted.
    """

    due: tuple[DueSubject, ...]
    groups: tuple[OldThings, ...]
    holds: tuple[HeldBack, ...]
    periods: tuple[PeriodInForce, ...]
    deletions: tuple[Deletion, ...]
    who: Mapping[EmployeeId, str]
    today: date


@dataclass(frozen=True, slots=True)
class Periods:
    """The period of every kind, as of `today`."""

    in_force: tuple[PeriodInForce, ...]
    today: date


class Retention:
    """Each change gives what there is to see afterwards."""

    def __init__(self, office: Office, standard: Standard, files: PeriodFiles) -> None:
        self._office = office
        self._standard = standard
        self._files = files

    def shelf(self, actor: Actor) -> RetentionShelf:
        """Whose time is up, what is held back, the periods and the proofs."""
        with self._office.act(actor, Action.OPEN_RETENTION) as tx:
            return _shelf(tx, self._standard())

    def periods(self, actor: Actor) -> Periods:
        """The period of every kind today, for whoever sets them up."""
        with self._office.act(actor, Action.OPEN_SETTINGS) as tx:
            return self._periods(tx)

    def hold(self, actor: Actor, subject_id: SubjectId, reason: str, until_on: date | None = None) -> RetentionShelf:
        """Must not be deleted: until the day, or until it is lifted where there is none.

        Raises KeptTooShort, FieldMissing, FieldTooLong, UnusableCharacter or NotFound.
        """
        with self._office.act(actor, Action.HOLD_SUBJECT) as tx:
            tx.erasing.uid_of(subject_id)
            made = Hold(RowId(0), subject_id, reason, actor.employee_id, tx.now, until_on)
            kept = tx.of(Hold).add(checked_hold(made, tx.today))
            tx.about("hold", kept.id, subject_id, codes="until=" + (until_on.isoformat() if until_on else ""))
            return _shelf(tx, self._standard())

    def hold_person(self, actor: Actor, cpr: CprNumber, reason: str, until_on: date | None = None) -> RetentionShelf:
        """The same for the citizen with the CPR number, also long before their time is up. Raises as `hold` does."""
        require(actor, Action.HOLD_SUBJECT)
        with self._office.glance() as view:
            citizen_id = view.search.citizen_with(cpr)
            found = view.of(Citizen).where(id=citizen_id) if citizen_id is not None else ()
        if not found:
            raise NotFound("citizen", masked_cpr(cpr))
        return self.hold(actor, found[0].subject_id, reason, until_on)

    def lift(self, actor: Actor, subject_id: SubjectId) -> RetentionShelf:
        """Everything that keeps the subject is lifted; where its time is up it is due again. Raises NotFound."""
        with self._office.act(actor, Action.HOLD_SUBJECT) as tx:
            tx.erasing.uid_of(subject_id)
            for hold in tx.of(Hold).where(subject_id=subject_id, lifted_at=None):
                tx.of(Hold).save(replace(hold, lifted_at=tx.now, lifted_by_id=actor.employee_id))
            tx.about("hold", 0, subject_id, codes="lifted=1")
            return _shelf(tx, self._standard())

    def set_period(self, actor: Actor, kind: RetentionKind, months: int | None, reason: str, from_on: date) -> Periods:
        """The municipality's own period from a day on; None goes with the citizen. Raises what `checked_own` raises."""
        with self._office.act(actor, Action.EDIT_RETENTION) as tx:
            made = OwnPeriod(RowId(0), kind, months, reason, from_on, actor.employee_id, tx.now)
            kept = tx.of(OwnPeriod).add(checked_own(made, tx.today))
            tx.about("retention_period", kept.id, codes=f"{kind} months={months or 0}")
            return self._periods(tx)

    def read_file(self, actor: Actor, path: Path) -> Periods:
        """The periods of a file that say something else than what counts on their day, as the municipality's own.

        What began before today begins today; what is over says nothing. Raises what the file raises and what
        `set_period` raises; then nothing is changed.
        """
        read, changed = read_periods(self._files.read(path)), 0
        with self._office.act(actor, Action.EDIT_RETENTION) as tx:
            for each in from_today_on(read, tx.today):
                decided = tx.of(OwnPeriod).where()
                if period_on(each.kind, self._standard(), decided, each.from_on).months != each.months:
                    own = OwnPeriod(
                        RowId(0), each.kind, each.months, each.source, each.from_on, actor.employee_id, tx.now
                    )
                    tx.of(OwnPeriod).add(checked_own(own, tx.today))
                    changed += 1
            tx.about("retention_period", 0, codes=f"read={changed}")
            return self._periods(tx)

    def write_file(self, actor: Actor, path: Path) -> None:
        """The periods in force as a file, to be changed and read again."""
        self._files.write(path, write_periods(self.periods(actor).in_force))

    def _periods(self, tx: Shelves) -> Periods:
        return Periods(tuple(periods_today(tx, self._standard()).values()), tx.today)


def periods_today(tx: Shelves, standard: Iterable[StandardPeriod]) -> dict[RetentionKind, PeriodInForce]:
    """The period of each kind today."""
    known, own = tuple(standard), tx.of(OwnPeriod).where()
    return {kind: period_on(kind, known, own, tx.today) for kind in RetentionKind}


def holds_today(tx: Shelves) -> dict[SubjectId, Hold]:
    """What keeps whom today: a citizen's hold keeps the families they were ever in, and a family's its members."""
    own = _own_holds(tx)
    if not own:
        return {}
    kept, subjects = dict(own), tuple(own)
    citizens = {row.id: row.subject_id for row in tx.of(Citizen).where(subject_id=subjects)}
    families = {row.id: row.subject_id for row in tx.of(Family).where(subject_id=subjects)}
    of_citizens = tx.of(FamilyMembership).where(citizen_id=tuple(citizens))
    of_families = tx.of(FamilyMembership).where(family_id=tuple(families))
    theirs = {row.id: row.subject_id for row in tx.of(Family).where(id=tuple(row.family_id for row in of_citizens))}
    members = {row.id: row.subject_id for row in tx.of(Citizen).where(id=tuple(row.citizen_id for row in of_families))}
    for row in of_citizens:
        kept.setdefault(theirs[row.family_id], own[citizens[row.citizen_id]])
    for row in of_families:
        kept.setdefault(members[row.citizen_id], own[families[row.family_id]])
    return kept


def _own_holds(tx: Shelves) -> dict[SubjectId, Hold]:
    rows: dict[SubjectId, list[Hold]] = {}
    for hold in tx.of(Hold).where(lifted_at=None):
        rows.setdefault(hold.subject_id, []).append(hold)
    standing = {subject_id: hold_on(holds, tx.today) for subject_id, holds in rows.items()}
    return {subject_id: hold for subject_id, hold in standing.items() if hold is not None}


def old_groups(
    tx: Transaction, periods: Mapping[RetentionKind, PeriodInForce], spared: Iterable[SubjectId]
) -> tuple[OldThings, ...]:
    """The small things whose time is up, by kind; nothing of those that must be kept."""
    found, kept = [], tuple(spared)
    for kind, deleted in _GROUPS.items():
        before = periods[kind].before(tx.today)
        number = tx.erasing.old(deleted, before, kept) if before else 0
        if before and number:
            found.append(OldThings(kind, number, before, periods[kind]))
    return tuple(found)


def _shelf(tx: Transaction, standard: Iterable[StandardPeriod]) -> RetentionShelf:
    periods, holds = periods_today(tx, standard), holds_today(tx)
    held = tx.erasing.held()
    found = (due_subject(each, periods, holds.get(each.subject_id), tx.today) for each in held)
    due = sorted((each for each in found if each is not None), key=lambda each: (each.due_on, danish_order(each.name)))
    own = _own_holds(tx)
    back = (HeldBack(each, own[each.subject_id]) for each in held if each.subject_id in own)
    deletions = tx.of(Deletion).where()
    ids = {each.deleted_by_id for each in deletions if each.deleted_by_id is not None}
    return RetentionShelf(
        due=tuple(due),
        groups=old_groups(tx, periods, holds),
        holds=tuple(sorted(back, key=lambda each: danish_order(each.subject.name))),
        periods=tuple(periods.values()),
        deletions=tuple(reversed(deletions)),
        who={row.id: row.name for row in tx.of(Employee).where(id=tuple(ids))},
        today=tx.today,
    )
