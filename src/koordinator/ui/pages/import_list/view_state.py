"""What the page of a list shows: the list before it goes in, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from koordinator.domain.cpr import BadCpr, masked_cpr, parse_cpr
from koordinator.domain.list_import import ColumnMapping, ListField, ListTable
from koordinator.domain.list_records import RowFault, shown_value
from koordinator.texts import import_list as texts
from koordinator.texts.list_faults import fault_reason
from koordinator.usecases.import_list import ImportReport, ListPreview, Tally

SAMPLE_ROWS: Final = 3
MOST_COLUMNS: Final = 60


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column of the list: its place, its heading, what it means, and what stands in the first rows."""

    column: int
    heading: str
    field: ListField | None
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FaultLine:
    """One thing that is wrong with a row."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class PreviewView:
    """The list before it goes in. `remark` is what has to be done first, or what will be made."""

    in_a_line: str
    usable: str
    citizens: str
    cases: str
    bad_rows: int
    columns: tuple[ColumnLine, ...]
    sample_headings: tuple[str, ...]
    columns_cut: str
    missing: str
    departments: str
    offers_departments: bool
    faults: tuple[FaultLine, ...]
    run: str
    can_run: bool


@dataclass(frozen=True, slots=True)
class ResultView:
    """What an import did."""

    heading: str
    remark: str
    citizens: str
    citizens_rest: str
    cases: str
    cases_rest: str
    bad_rows: int
    made: tuple[str, ...]
    faults: tuple[FaultLine, ...]
    held: str = ""
    take_question: str = ""
    taken: str = ""


def preview_of(preview: ListPreview, made_departments: Sequence[str] = ()) -> PreviewView:
    """What to show of a list; `made_departments` are those that it will make because that was asked for."""
    table, checked = preview.table, preview.checked
    good = checked.row_count - checked.bad_row_count if not preview.mapping.missing else 0
    unknown = checked.unknown_departments
    departments = texts.unknown_departments(unknown) if unknown else ""
    if made_departments:
        departments = texts.departments_will_be_made(made_departments)
    columns = columns_of(table, preview.mapping)
    return PreviewView(
        in_a_line=texts.list_in_a_line(table.file_name, checked.row_count, len(table.headings)),
        usable=texts.of_rows(good, checked.row_count),
        citizens=str(len({record.cpr for record in checked.records})),
        cases=texts.cases_in_list(len(checked.records)),
        bad_rows=checked.bad_row_count,
        columns=columns,
        sample_headings=tuple(texts.sample_heading(row.number) for row in table.rows[:SAMPLE_ROWS]),
        columns_cut=texts.columns_cut(len(columns), len(table.headings)) if len(columns) < len(table.headings) else "",
        missing=texts.missing(preview.mapping.missing) if preview.mapping.missing else "",
        departments=departments,
        offers_departments=bool(unknown),
        faults=faults_of(checked.faults),
        run=texts.import_rows(good),
        can_run=good > 0,
    )


def columns_of(table: ListTable, mapping: ColumnMapping) -> tuple[ColumnLine, ...]:
    """The columns in their order; of very many, those that are used and the first of the others."""
    used = [column for column, field in enumerate(mapping.fields) if field is not None]
    unused = [column for column, field in enumerate(mapping.fields) if field is None]
    shown = sorted(used + unused[: max(MOST_COLUMNS - len(used), 0)])
    return tuple(
        ColumnLine(
            column,
            table.headings[column],
            mapping.fields[column],
            tuple(_sample(row.cells, column, mapping.fields[column]) for row in table.rows[:SAMPLE_ROWS]),
        )
        for column in shown
    )


def faults_of(faults: Sequence[RowFault]) -> tuple[FaultLine, ...]:
    """The faults in the order of the list."""
    return tuple(FaultLine(fault.row, fault.column, fault.value, fault_reason(fault)) for fault in faults)


def result_of(report: ImportReport) -> ResultView:
    """What to show of an import that is over; of those held back, two of one name are two."""
    held = tuple({record.cpr: record.name for record in report.held}.values())
    return ResultView(
        heading=texts.STOPPED if report.cancelled else texts.DONE,
        remark=texts.STOPPED_REMARK if report.cancelled else "",
        citizens=texts.created(report.citizens.created),
        citizens_rest=_rest(report.citizens),
        cases=texts.created(report.cases.created),
        cases_rest=_rest(report.cases),
        bad_rows=len({fault.row for fault in report.bad}),
        made=_made(report),
        faults=faults_of(report.bad),
        held=texts.held(held) if held else "",
        take_question=texts.take_question(held) if held else "",
        taken=texts.taken(report.taken) if report.taken else "",
    )


def with_taken(report: ImportReport, taken: ImportReport) -> ImportReport:
    """The report of the list, with what came of taking over those of it that were held back."""
    return replace(
        report,
        cases=Tally(*(getattr(report.cases, each) + getattr(taken.cases, each) for each in Tally.__slots__)),
        bad=tuple(sorted((*report.bad, *taken.bad), key=lambda fault: fault.row)),
        unconfirmed_teams=_each_once(report.unconfirmed_teams, taken.unconfirmed_teams),
        unconfirmed_employees=_each_once(report.unconfirmed_employees, taken.unconfirmed_employees),
        cancelled=report.cancelled or taken.cancelled,
        held=taken.held,
        taken=report.taken + taken.taken,
    )


def _each_once(before: tuple[str, ...], then: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*before, *then)))


def _rest(tally: Tally) -> str:
    return texts.rest(tally.updated, tally.unchanged)


def _made(report: ImportReport) -> tuple[str, ...]:
    kinds = (
        (texts.NEW_DEPARTMENTS, report.new_departments),
        (texts.TEAMS, report.unconfirmed_teams),
        (texts.CASEWORKERS, report.unconfirmed_employees),
    )
    return tuple(texts.names(label, those) for label, those in kinds if those)


def _sample(cells: Sequence[str], column: int, field: ListField | None) -> str:
    """The cell in a line; a CPR number is masked here as everywhere, one that is wrong is shown as it is."""
    cell = cells[column] if column < len(cells) else ""
    if field is ListField.CPR:
        try:
            return masked_cpr(parse_cpr(cell))
        except BadCpr:
            pass
    return shown_value(cell)
