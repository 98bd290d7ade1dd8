"""Holding the rows of a list against each other: what goes in, what is refused, what says nothing new."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from koordinator.domain.list_import import ColumnMapping, ListField, ListRow
from koordinator.domain.list_records import (
    FaultReason,
    ListRecord,
    ListRules,
    RecordReader,
    RowFault,
    RowReading,
    shown_value,
)


@dataclass(frozen=True, slots=True)
class CheckedList:
    """A list ready to go into the register. Every row is a record, a repeated record or has faults.

    `repeated` say word for word what an earlier record says: unchanged, not bad.
    """

    row_count: int
    records: tuple[ListRecord, ...]
    repeated: tuple[ListRecord, ...]
    faults: tuple[RowFault, ...]

    @property
    def unknown_departments(self) -> tuple[str, ...]:
        """The department names that the register lacks, each once, in the order of the list."""
        unknown = (fault.value for fault in self.faults if fault.reason is FaultReason.UNKNOWN_DEPARTMENT)
        return tuple(dict.fromkeys(unknown))

    def only(self, records: tuple[ListRecord, ...]) -> "CheckedList":
        """The list as it would be with these rows alone."""
        return CheckedList(len(records), records, (), ())

    @property
    def bad_row_count(self) -> int:
        """How many rows are refused; a row can have several faults."""
        return len({fault.row for fault in self.faults})


def check_list(rows: Iterable[ListRow], mapping: ColumnMapping, rules: ListRules) -> CheckedList:
    """Read all rows. Any fault refuses the whole row, and all faults of a row are listed.

    Between rows: the first of two names for one CPR number stays and the later row is refused; a case
    number stands once, and again only in a row that says the same. Refused rows bind nobody.
    Raises ColumnsMissing.
    """
    reader = RecordReader(mapping, rules)
    gathered = _Gathered(mapping)
    for row in rows:
        gathered.take(reader.read(row))
    return CheckedList(gathered.row_count, tuple(gathered.records), tuple(gathered.repeated), tuple(gathered.faults))


@dataclass
class _Gathered:
    """What the rows so far have said."""

    mapping: ColumnMapping
    row_count: int = 0
    records: list[ListRecord] = field(default_factory=list)
    repeated: list[ListRecord] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)
    first_of_cpr: dict[str, ListRecord] = field(default_factory=dict)
    first_of_case: dict[str, ListRecord] = field(default_factory=dict)

    def take(self, reading: RowReading) -> None:
        record = reading.record
        faults = (*reading.faults, *self._disagreements(record))
        self.row_count += 1
        self.faults.extend(faults)
        if faults:
            return
        if record.case_number in self.first_of_case:
            self.repeated.append(record)
            return
        self.records.append(record)
        self.first_of_case[record.case_number] = record
        self.first_of_cpr.setdefault(record.cpr, record)

    def _disagreements(self, record: ListRecord) -> Iterable[RowFault]:
        same_person = self.first_of_cpr.get(record.cpr)
        if same_person is not None and record.name and record.name != same_person.name:
            yield self._fault(record, ListField.NAME, record.name, FaultReason.OTHER_NAME, same_person)
        same_case = self.first_of_case.get(record.case_number)
        if same_case is not None and record.cpr and record.cpr != same_case.cpr:
            yield self._fault(record, ListField.CASE_NUMBER, record.case_number, FaultReason.CASE_OF_ANOTHER, same_case)
        elif same_case is not None and record != same_case:
            yield self._fault(record, ListField.CASE_NUMBER, record.case_number, FaultReason.CASE_DIFFERS, same_case)

    def _fault(
        self, record: ListRecord, held: ListField, value: str, reason: FaultReason, first: ListRecord
    ) -> RowFault:
        heading = self.mapping.headings[self.mapping.fields.index(held)]
        return RowFault(record.row, heading, shown_value(value), reason, first.row)
