"""Importing a list from a case system: look at it, correct the columns, put it into the register.

A list never erases: an empty cell or a column that is not there says nothing. Each citizen is one
transaction, so that a run can be stopped and run again; the same list twice changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from koordinator.domain.access import Action, Actor
from koordinator.domain.list_check import CheckedList, check_list
from koordinator.domain.list_import import ColumnMapping, ColumnsMissing, ListTable, match_headings
from koordinator.domain.list_records import ListRecord, ListRules, RowFault
from koordinator.domain.organisation import Department
from koordinator.usecases.import_citizen import CitizenOutcome, Outcome, import_citizen, take_citizen
from koordinator.usecases.import_organisation import KnownOrganisation, prepare_organisation
from koordinator.usecases.list_files import ListFiles
from koordinator.usecases.long_work import Progress, always_on
from koordinator.usecases.ports import Clock, Office


@dataclass(frozen=True, slots=True)
class ListPreview:
    """A list as it would go in with this mapping; nothing is stored yet."""

    table: ListTable
    mapping: ColumnMapping
    checked: CheckedList

    def only(self, records: tuple[ListRecord, ...]) -> "ListPreview":
        """The rows of it that were held back, to be put in when that is asked for."""
        return replace(self, checked=self.checked.only(records))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things were made, changed, or stood as the list says already."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0

    def with_one(self, outcome: Outcome) -> "Tally":
        """The tally with one more of the outcome."""
        return replace(self, **{outcome.value: getattr(self, outcome.value) + 1})


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. `new_departments` were made because that was asked for; `unconfirmed_*` are the names of
    the teams and caseworkers it had to make.

    `held` are rows that did not go in: one of the citizen's would make whoever imports the caseworker of a citizen whom
    others have. That is asked about; `taken` is how many such citizens there were of whom it was wanted.

    `cancelled` is true when it was stopped; what had gone in stays, and it can be run again.
    """

    rows: int
    citizens: Tally
    cases: Tally
    bad: tuple[RowFault, ...]
    new_departments: tuple[str, ...] = ()
    unconfirmed_teams: tuple[str, ...] = ()
    unconfirmed_employees: tuple[str, ...] = ()
    cancelled: bool = False
    held: tuple[ListRecord, ...] = ()
    taken: int = 0


class ListImport:
    """Lists into the register."""

    def __init__(
        self, office: Office, files: ListFiles, clock: Clock, before: Callable[[], object] = lambda: None
    ) -> None:
        """`before` makes a backup, so that a wrong list can be taken back."""
        self._office = office
        self._files = files
        self._clock = clock
        self._before = before

    def preview(self, path: Path, *, create_departments: bool = False) -> ListPreview:
        """The list in the file with the columns as their headings suggest.

        Raises ListRefused when the file is no list; a mapping that lacks a required field is shown
        without rows, so that it can be corrected.
        """
        table = self._files.read(path)
        mapping = match_headings(table.headings, self._files.vocabulary())
        return self.with_mapping(table, mapping, create_departments=create_departments)

    def with_mapping(
        self, table: ListTable, mapping: ColumnMapping, *, create_departments: bool = False
    ) -> ListPreview:
        """The same list read with corrected columns."""
        if mapping.missing:
            return ListPreview(table, mapping, CheckedList(len(table.rows), (), (), ()))
        names = None if create_departments else self._department_names()
        rules = ListRules(self._files.vocabulary(), self._clock.today(), names)
        return ListPreview(table, mapping, check_list(table.rows, mapping, rules))

    def run(
        self, actor: Actor, preview: ListPreview, progress: Progress = always_on, *, taking: bool = False
    ) -> ImportReport:
        """Puts the good rows in, one transaction a citizen, and lists the bad ones.

        Where a row would make the actor the caseworker of a citizen whom others have, the citizen's cases are held
        back. With `taking` they go in: that is an entry of its own in the log, and those who have the citizen are told.

        One audit entry for the list and one for each citizen.
        Raises ColumnsMissing when a required field has no column.
        """
        checked = check_again(preview)
        self._before()
        with self._office.act(actor, Action.IMPORT_LIST) as tx:
            known = prepare_organisation(tx, checked.records, preview.mapping)
            tx.about("list", 0, codes=f"rows={checked.row_count} bad={checked.bad_row_count}")
        putting = _Putting(self._office, actor, known, taking=taking)
        cancelled = putting.all(_by_citizen(known.accepted), progress)
        return ImportReport(
            rows=checked.row_count,
            citizens=putting.citizens,
            cases=replace(putting.cases, unchanged=putting.cases.unchanged + len(checked.repeated)),
            bad=tuple(sorted((*checked.faults, *known.faults), key=lambda fault: fault.row)),
            new_departments=known.new_departments,
            unconfirmed_teams=known.new_teams,
            unconfirmed_employees=known.new_employees,
            cancelled=cancelled,
            held=tuple(putting.held),
            taken=putting.taken,
        )

    def save_bad_rows(self, path: Path, preview: ListPreview, faults: tuple[RowFault, ...]) -> None:
        """Writes the refused rows to a CSV file that can be sent back."""
        self._files.write_bad_rows(path, preview.table, faults)

    def _department_names(self) -> frozenset[str]:
        with self._office.aside() as tx:
            return frozenset(department.name for department in tx.of(Department).where())


class _Putting:
    """The citizens of a list, each in a transaction of its own, and what has become of them so far."""

    def __init__(self, office: Office, actor: Actor, known: KnownOrganisation, *, taking: bool) -> None:
        self._office, self._actor, self._known, self._taking = office, actor, known, taking
        self.citizens, self.cases = Tally(), Tally()
        self.held: list[ListRecord] = []
        self.taken = 0

    def all(self, groups: list[tuple[ListRecord, ...]], progress: Progress) -> bool:
        """Puts them in until it is stopped; whether it was."""
        for done, records in enumerate(groups):
            if not progress(done, len(groups)):
                return True
            with self._office.act(self._actor, Action.IMPORT_CITIZEN) as tx:
                result = import_citizen(tx, records, self._known, self._actor)
            self.citizens = self.citizens.with_one(result.citizen)
            self._count(result)
            if result.held:
                self._ask_or_take(result.held)
        progress(len(groups), len(groups))
        return False

    def _ask_or_take(self, held: tuple[ListRecord, ...]) -> None:
        if not self._taking:
            self.held += held
            return
        with self._office.act(self._actor, Action.TAKE_FROM_LIST) as tx:
            result = take_citizen(tx, held, self._known, self._actor)
        self.taken += 1
        self._count(result)

    def _count(self, result: CitizenOutcome) -> None:
        for outcome in result.cases:
            if outcome is not Outcome.HELD:
                self.cases = self.cases.with_one(outcome)


def check_again(preview: ListPreview) -> CheckedList:
    """The preview's rows, unless a required field has no column. Raises ColumnsMissing."""
    if preview.mapping.missing:
        raise ColumnsMissing(preview.mapping.missing)
    return preview.checked


def _by_citizen(records: tuple[ListRecord, ...]) -> list[tuple[ListRecord, ...]]:
    groups: dict[str, list[ListRecord]] = {}
    for record in records:
        groups.setdefault(record.cpr, []).append(record)
    return [tuple(group) for group in groups.values()]
