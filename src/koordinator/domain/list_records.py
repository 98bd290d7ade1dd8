"""Reading one row of a list: a record of a citizen and a case, or everything that is wrong with it."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from koordinator.domain import limits
from koordinator.domain.cpr import BadCpr, CprFault, CprNumber, parse_cpr
from koordinator.domain.errors import FieldTooLong, UnusableCharacter
from koordinator.domain.list_import import (
    REQUIRED_FIELDS,
    ColumnMapping,
    ColumnsMissing,
    ListField,
    ListRow,
    ListVocabulary,
    word_key,
)
from koordinator.domain.register import ApplicationKind, CaseStatus
from koordinator.domain.spreadsheet_text import unguarded

Meaning = TypeVar("Meaning")

FIELD_LIMITS: Final[Mapping[ListField, int]] = {
    ListField.NAME: limits.LINE,
    ListField.ADDRESS: limits.LINE,
    ListField.TITLE: limits.LINE,
    ListField.LEGAL_BASIS: limits.LINE,
    ListField.CASEWORKER: limits.LINE,
    ListField.CASEWORKER_EMAIL: limits.LINE,
    ListField.NOTE: limits.LONG,
}
"""In characters; a field that is not named holds `limits.SHORT`."""

SHOWN_VALUE: Final = 80
"""How much of a faulty value is shown, in characters."""

_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_TIME_OF_DAY: Final = re.compile(r"[ T][0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2})?([.,][0-9]{1,6})?$")
_YEARS: Final = range(1900, 2200)
_BLANKS: Final = re.compile(r"[ \t\r\n\u00a0]+")
# What a byte that its encoding does not know is read as.
_UNREADABLE: Final = "\ufffd"


class FaultReason(StrEnum):
    """What is wrong with a row."""

    BROKEN_ROW = "broken_row"
    SHORT_ROW = "short_row"
    LONG_ROW = "long_row"
    MISSING = "missing"
    TOO_LONG = "too_long"
    UNUSABLE_CHARACTER = "unusable_character"
    CPR_SHAPE = "cpr_shape"
    CPR_NO_SUCH_DATE = "cpr_no_such_date"
    CPR_NOT_BORN_YET = "cpr_not_born_yet"
    NO_SUCH_DATE = "no_such_date"
    UNKNOWN_STATUS = "unknown_status"
    UNKNOWN_APPLICATION = "unknown_application"
    UNKNOWN_DEPARTMENT = "unknown_department"
    OTHER_NAME = "other_name"
    CASE_OF_ANOTHER = "case_of_another"
    CASE_DIFFERS = "case_differs"


_CPR_REASONS: Final = {
    CprFault.SHAPE: FaultReason.CPR_SHAPE,
    CprFault.NO_SUCH_DATE: FaultReason.CPR_NO_SUCH_DATE,
    CprFault.NOT_BORN_YET: FaultReason.CPR_NOT_BORN_YET,
}


@dataclass(frozen=True, slots=True)
class RowFault:
    """One thing that is wrong with a row, in the list's own words.

    `column` is the heading as it stands in the list, `value` at most 80 characters that can be shown.
    `number` is what the reason speaks of: the limit, the number of cells, or the row it disagrees with.
    """

    row: int
    column: str
    value: str
    reason: FaultReason
    number: int = 0


@dataclass(frozen=True, slots=True)
class ListRecord:
    """What one row says about a citizen and a case. An empty text or None says nothing and erases nothing.

    Two records are equal when they say the same, wherever they stand.
    """

    row: int = field(compare=False)
    cpr: CprNumber
    name: str
    case_number: str
    department: str
    address: str = ""
    postal_code: str = ""
    city: str = ""
    title: str = ""
    legal_basis: str = ""
    team: str = ""
    caseworker: str = ""
    caseworker_email: str = ""
    caseworker_phone: str = ""
    opened_on: date | None = None
    status: CaseStatus | None = None
    deadline_on: date | None = None
    application: ApplicationKind | None = None
    received_on: date | None = None
    answer_due_on: date | None = None
    answered_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class RowReading:
    """A row as far as it could be read: with a fault, the record is refused and the faulty fields are empty."""

    record: ListRecord
    faults: tuple[RowFault, ...]


@dataclass(frozen=True, slots=True)
class ListRules:
    """What rows are held against.

    `departments` are the names that the register knows; None accepts every name (they are made instead).
    """

    vocabulary: ListVocabulary
    today: date
    departments: frozenset[str] | None = None


class RecordReader:
    """Reads the rows of one list. Raises ColumnsMissing when the mapping lacks a required field."""

    def __init__(self, mapping: ColumnMapping, rules: ListRules) -> None:
        if mapping.missing:
            raise ColumnsMissing(mapping.missing)
        self.headings = mapping.headings
        self.columns = {held: column for column, held in enumerate(mapping.fields) if held is not None}
        self.vocabulary = rules.vocabulary
        self.today = rules.today
        self.departments = None if rules.departments is None else frozenset(map(word_key, rules.departments))

    def read(self, row: ListRow) -> RowReading:
        """The row's record and all its faults; markup in a name is text and no fault."""
        cells = _Cells(self, row)
        cells.check_shape()
        record = ListRecord(
            row=row.number,
            cpr=cells.cpr(),
            name=cells.text(ListField.NAME),
            case_number=cells.text(ListField.CASE_NUMBER),
            department=cells.department(),
            address=cells.text(ListField.ADDRESS),
            postal_code=cells.text(ListField.POSTAL_CODE),
            city=cells.text(ListField.CITY),
            title=cells.text(ListField.TITLE),
            legal_basis=cells.text(ListField.LEGAL_BASIS),
            team=cells.text(ListField.TEAM),
            caseworker=cells.text(ListField.CASEWORKER),
            caseworker_email=cells.text(ListField.CASEWORKER_EMAIL),
            caseworker_phone=cells.text(ListField.CASEWORKER_PHONE),
            opened_on=cells.day(ListField.OPENED_ON),
            status=cells.word(ListField.STATUS, self.vocabulary.statuses, FaultReason.UNKNOWN_STATUS),
            deadline_on=cells.day(ListField.DEADLINE_ON),
            application=cells.word(
                ListField.APPLICATION, self.vocabulary.applications, FaultReason.UNKNOWN_APPLICATION
            ),
            received_on=cells.day(ListField.RECEIVED_ON),
            answer_due_on=cells.day(ListField.ANSWER_DUE_ON),
            answered_on=cells.day(ListField.ANSWERED_ON),
            note=cells.text(ListField.NOTE),
        )
        return RowReading(record, tuple(cells.faults))


class _Cells:
    """One row's cells by field, gathering the faults on the way."""

    def __init__(self, reader: RecordReader, row: ListRow) -> None:
        self._reader = reader
        self._row = row
        self.faults: list[RowFault] = []

    def check_shape(self) -> None:
        """A row with too few or too many cells has its values in the wrong columns."""
        cells, headings = self._row.cells, self._reader.headings
        if self._row.is_broken:
            self._add(0, "", FaultReason.BROKEN_ROW)
        elif len(cells) < len(headings):
            self._add(len(cells), "", FaultReason.SHORT_ROW, len(cells))
        elif any(cells[len(headings) :]):
            self._add(len(headings) - 1, next(filter(None, cells[len(headings) :])), FaultReason.LONG_ROW, len(cells))

    def text(self, held: ListField) -> str:
        """The field's text without needless blanks; line breaks are kept in a note only."""
        raw = self._raw(held)
        text = self._tidied(held, raw) if raw else ""
        if text == "" and held in REQUIRED_FIELDS and self._is_there(held):
            self._refuse(held, FaultReason.MISSING)
        return text or ""

    def _tidied(self, held: ListField, raw: str) -> str | None:
        """The text, or None beside its fault."""
        tidy = unguarded(unicodedata.normalize("NFC", raw if held is ListField.NOTE else _BLANKS.sub(" ", raw)).strip())
        try:
            text = limits.checked(held.value, tidy, FIELD_LIMITS.get(held, limits.SHORT))
            if _UNREADABLE in text:
                raise UnusableCharacter(held.value)
        except FieldTooLong as fault:
            self._refuse(held, FaultReason.TOO_LONG, fault.limit)
            return None
        except UnusableCharacter:
            self._refuse(held, FaultReason.UNUSABLE_CHARACTER)
            return None
        return text

    def cpr(self) -> CprNumber:
        """The CPR number, or an empty one beside a fault."""
        text = self.text(ListField.CPR)
        try:
            return parse_cpr(text, self._reader.today) if text else CprNumber("")
        except BadCpr as bad:
            self._refuse(ListField.CPR, _CPR_REASONS[bad.fault])
            return CprNumber("")

    def department(self) -> str:
        """The department's name, which the register must know unless all names are welcome."""
        name, known = self.text(ListField.DEPARTMENT), self._reader.departments
        if name and known is not None and word_key(name) not in known:
            self._refuse(ListField.DEPARTMENT, FaultReason.UNKNOWN_DEPARTMENT)
        return name

    def day(self, held: ListField) -> date | None:
        """A date as day-month-year or year-month-day; a time of day behind it is not used."""
        text = self.text(held)
        day = read_day(text)
        if text and day is None:
            self._refuse(held, FaultReason.NO_SUCH_DATE)
        return day

    def word(self, held: ListField, words: Mapping[str, Meaning], unknown: FaultReason) -> Meaning | None:
        """What the field's word means."""
        text = self.text(held)
        meaning = words.get(word_key(text))
        if text and meaning is None:
            self._refuse(held, unknown)
        return meaning

    def _is_there(self, held: ListField) -> bool:
        return self._reader.columns[held] < len(self._row.cells)

    def _raw(self, held: ListField) -> str:
        column = self._reader.columns.get(held)
        return "" if column is None or column >= len(self._row.cells) else self._row.cells[column]

    def _refuse(self, held: ListField, reason: FaultReason, number: int = 0) -> None:
        self._add(self._reader.columns[held], self._raw(held), reason, number)

    def _add(self, column: int, value: str, reason: FaultReason, number: int = 0) -> None:
        heading = self._reader.headings[column]
        self.faults.append(RowFault(self._row.number, heading, shown_value(value), reason, number))


def read_day(text: str) -> date | None:
    """The day that the text names (31-12-2026, 31.12.2026, 1/7/2026 or 2026-12-31), or None when there is none."""
    day_text = _TIME_OF_DAY.sub("", text)
    if shape := _DAY_FIRST.fullmatch(day_text):
        day, month, year = int(shape[1]), int(shape[3]), int(shape[4])
    elif shape := _YEAR_FIRST.fullmatch(day_text):
        year, month, day = int(shape[1]), int(shape[2]), int(shape[3])
    else:
        return None
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def shown_value(value: str) -> str:
    """The value cut to what can be shown in a line, with a mark for each character that cannot."""
    line = _BLANKS.sub(" ", value[: 2 * SHOWN_VALUE]).strip()
    cut = line if len(line) <= SHOWN_VALUE else line[: SHOWN_VALUE - 1] + "…"
    return "".join(_UNREADABLE if unicodedata.category(character) in ("Cc", "Cs") else character for character in cut)
