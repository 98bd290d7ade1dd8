"""The lists that case systems export: what stands in them, and in which column.

A list is a table of texts. Which heading means which field is told by a vocabulary (data) and can be
corrected by a person. `list_records` reads the rows, `list_check` holds them against each other.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from koordinator.domain.errors import DomainError, EnvironmentFault
from koordinator.domain.register import ApplicationKind, CaseStatus


class ListField(StrEnum):
    """What a column of a list can hold."""

    CPR = "cpr"
    NAME = "name"
    ADDRESS = "address"
    POSTAL_CODE = "postal_code"
    CITY = "city"
    CASE_NUMBER = "case_number"
    TITLE = "title"
    LEGAL_BASIS = "legal_basis"
    DEPARTMENT = "department"
    TEAM = "team"
    CASEWORKER = "caseworker"
    CASEWORKER_EMAIL = "caseworker_email"
    CASEWORKER_PHONE = "caseworker_phone"
    OPENED_ON = "opened_on"
    STATUS = "status"
    DEADLINE_ON = "deadline_on"
    APPLICATION = "application"
    RECEIVED_ON = "received_on"
    ANSWER_DUE_ON = "answer_due_on"
    ANSWERED_ON = "answered_on"
    NOTE = "note"


REQUIRED_FIELDS: Final = (ListField.CPR, ListField.NAME, ListField.CASE_NUMBER, ListField.DEPARTMENT)


@dataclass(frozen=True, slots=True)
class ListRow:
    """One record of a list. The headings are row 1; a note with line breaks is still one row.

    `is_broken`: the record could not be taken apart into cells (a quotation mark that is never closed).
    """

    number: int
    cells: tuple[str, ...]
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class ListTable:
    """A list as it stood in the file; `encoding` and `delimiter` are empty for a workbook, `sheet` for a text file."""

    file_name: str
    headings: tuple[str, ...]
    rows: tuple[ListRow, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


class ListRefusal(StrEnum):
    """Why a file as a whole cannot be read as a list."""

    NOT_FOUND = "not_found"
    IS_FOLDER = "is_folder"
    NO_ACCESS = "no_access"
    EMPTY = "empty"
    NO_ROWS = "no_rows"
    TOO_BIG = "too_big"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_CELLS = "too_many_cells"
    PROTECTED = "protected"
    OLD_EXCEL = "old_excel"
    DAMAGED = "damaged"
    NOT_A_LIST = "not_a_list"


@dataclass
class ListRefused(EnvironmentFault):
    """The file cannot be read as a list. `limit` is the number of rows or megabytes that was passed."""

    file_name: str
    refusal: ListRefusal
    limit: int = 0


@dataclass
class ListFileNotWritten(EnvironmentFault):
    """The refused rows cannot be saved under this name."""

    file_name: str


@dataclass
class ColumnsMissing(DomainError):
    """No column of the list was found to hold these fields, and every row must have them."""

    fields: tuple[ListField, ...]


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The headings that mean a field. `otherwise` are taken only by a field that found none of its `headings`.

    "Afdeling" is a department in one system and a team in the next: whichever is still missing.
    """

    field: ListField
    headings: tuple[str, ...]
    otherwise: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListVocabulary:
    """The words of the lists we know. The words of `statuses` and `applications` are word keys (`word_key`)."""

    fields: tuple[FieldWords, ...]
    statuses: Mapping[str, CaseStatus]
    applications: Mapping[str, ApplicationKind]


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which field each column holds, or None for a column that is not used. A field has one column at most."""

    headings: tuple[str, ...]
    fields: tuple[ListField | None, ...]

    def with_field(self, column: int, field: ListField | None) -> "ColumnMapping":
        """The mapping with the column corrected; the field is taken from the column that had it."""
        fields: list[ListField | None] = [None if held is field else held for held in self.fields]
        fields[column] = field
        return replace(self, fields=tuple(fields))

    @property
    def missing(self) -> tuple[ListField, ...]:
        """The required fields that no column holds yet."""
        return tuple(field for field in REQUIRED_FIELDS if field not in self.fields)


def word_key(text: str) -> str:
    """What two spellings of a heading or a name have in common: "CPR-nr." and "cpr nr" are both "cprnr"."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if character.isalnum())


def match_headings(headings: Sequence[str], vocabulary: ListVocabulary) -> ColumnMapping:
    """The mapping that the vocabulary suggests; where two columns fit a field, its earlier word decides."""
    keys = [word_key(heading) for heading in headings]
    fields: list[ListField | None] = [None] * len(keys)
    sure = [(words.field, words.headings) for words in vocabulary.fields]
    unsure = [(words.field, words.otherwise) for words in vocabulary.fields]
    for field, candidates in (*sure, *unsure):
        column = _free_column(candidates, keys, fields)
        if column is not None and field not in fields:
            fields[column] = field
    return ColumnMapping(tuple(headings), tuple(fields))


def _free_column(words: Sequence[str], keys: Sequence[str], fields: Sequence[ListField | None]) -> int | None:
    for word in map(word_key, words):
        if word in keys and fields[keys.index(word)] is None:
            return keys.index(word)
    return None
