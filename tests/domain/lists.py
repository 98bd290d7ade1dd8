"""Small lists for the tests of their rules."""

from collections.abc import Mapping
from datetime import date

from koordinator.domain.list_import import (
    ColumnMapping,
    FieldWords,
    ListField,
    ListRow,
    ListVocabulary,
    match_headings,
)
from koordinator.domain.list_records import ListRules
from koordinator.domain.register import ApplicationKind, CaseStatus

VOCABULARY = ListVocabulary(
    fields=(
        FieldWords(ListField.CPR, ("CPR-nr.", "Cpr")),
        FieldWords(ListField.NAME, ("Navn", "Borger")),
        FieldWords(ListField.CASE_NUMBER, ("Sagsnr.",), ("Sag",)),
        FieldWords(ListField.TITLE, ("Ydelse",), ("Sag",)),
        FieldWords(ListField.DEPARTMENT, ("Fagenhed",), ("Enhed", "Afdeling")),
        FieldWords(ListField.TEAM, ("Team",), ("Afdeling", "Enhed")),
        FieldWords(ListField.STATUS, ("Status",)),
        FieldWords(ListField.APPLICATION, ("Ny/genansøgning",)),
        FieldWords(ListField.OPENED_ON, ("Oprettet",)),
        FieldWords(ListField.NOTE, ("Bemærkning",)),
    ),
    statuses={"aktiv": CaseStatus.ACTIVE, "lukket": CaseStatus.CLOSED},
    applications={"ny": ApplicationKind.NEW},
)
RULES = ListRules(VOCABULARY, date(2026, 1, 1))
HEADINGS = ("CPR-nr.", "Navn", "Sagsnr.", "Fagenhed", "Status", "Ny/genansøgning", "Oprettet", "Bemærkning")
GOOD = ("090554-0198", "Freja Ågård", "S1", "Familie", "Aktiv", "Ny", "14-07-2018", "Ring før kl. 10")


def mapping(headings: tuple[str, ...] = HEADINGS) -> ColumnMapping:
    return match_headings(headings, VOCABULARY)


def row(number: int = 2, named: Mapping[str, str] | None = None, **changed: str) -> ListRow:
    """The good row with some of its cells changed, by field name."""
    fields = mapping().fields
    cells = dict(zip((field.value for field in fields if field), GOOD, strict=True)) | dict(named or {}) | changed
    return ListRow(number, tuple(cells.values()))
