"""Tables for a spreadsheet: XLSX and CSV. What people typed is text there, never a formula, a link or a number."""

import csv
import re
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Final, NamedTuple, TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from koordinator.documents.plain import one_line, plain
from koordinator.domain.spreadsheet_text import guarded
from koordinator.texts.documents import UNNAMED_SHEET
from koordinator.texts.formats import date_short, decimal

Value: TypeAlias = str | int | float | date | None

_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LONGEST_CELL: Final = 32_767
_LONGEST_TITLE: Final = 31
_FORBIDDEN_IN_TITLE: Final = re.compile(r"[\[\]:*?/\\]")
_NARROWEST: Final = 9
_WIDEST: Final = 60
_FIRST_DAY: Final = date(1900, 1, 1)
_A4: Final = 9
_CUT_SHORT: Final = "…"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled table; a value is text, a number, a day or nothing."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


class _Looks(NamedTuple):
    head: Format
    text: Format
    day: Format


def xlsx_file(sheets: tuple[Sheet, ...], made_at: datetime) -> bytes:
    """One workbook: same sheets and time in, same bytes out. Text longer than a cell can hold ends in "…"."""
    output = BytesIO()
    with Workbook(output, _OPTIONS) as workbook:
        workbook.set_properties({"created": made_at.replace(tzinfo=None)})
        looks = _Looks(
            workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            workbook.add_format({"text_wrap": True, "valign": "top"}),
            workbook.add_format({"num_format": "dd.mm.yyyy", "align": "left", "valign": "top"}),
        )
        for title, sheet in zip(_titles(sheets), sheets, strict=True):
            _fill(workbook.add_worksheet(title), sheet, looks)
    return output.getvalue()


def csv_file(sheet: Sheet) -> bytes:
    """What a Danish Excel opens by a double click: UTF-8 with its mark, semicolons, decimal comma."""
    output = StringIO(newline="")
    writer = csv.writer(output, delimiter=";", lineterminator="\r\n")
    writer.writerow([_csv_cell(heading) for heading in sheet.headings])
    writer.writerows([_csv_cell(value) for value in row] for row in sheet.rows)
    return output.getvalue().encode("utf-8-sig")


def _csv_cell(value: Value) -> str:
    # A number or a day is ours and harmless; only text can pretend to be a formula.
    return guarded(plain(value)) if isinstance(value, str) else _written(value)


def _written(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return date_short(value)
    return decimal(value) if isinstance(value, float) else str(value)


def _titles(sheets: tuple[Sheet, ...]) -> list[str]:
    """Titles that Excel takes, each different from the others."""
    titles: list[str] = []
    for sheet in sheets:
        wanted = _FORBIDDEN_IN_TITLE.sub(" ", one_line(sheet.title)).strip(" '") or UNNAMED_SHEET
        title, number = wanted[:_LONGEST_TITLE], 1
        while title.casefold() in map(str.casefold, titles):
            number += 1
            ending = f" {number}"
            title = wanted[: _LONGEST_TITLE - len(ending)] + ending
        titles.append(title)
    return titles


def _fill(worksheet: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    for column, heading in enumerate(sheet.headings):
        worksheet.write_string(0, column, one_line(heading), looks.head)
        worksheet.set_column(column, column, _width(sheet, column))
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            _write(worksheet, (number, column), value, looks)
    worksheet.freeze_panes(1, 0)
    worksheet.repeat_rows(0)
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 0)


def _write(worksheet: Worksheet, place: tuple[int, int], value: Value, looks: _Looks) -> None:
    if isinstance(value, str):
        text = plain(value)
        shown = text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + _CUT_SHORT
        worksheet.write_string(*place, shown, looks.text)
    elif isinstance(value, date):
        if value >= _FIRST_DAY:
            worksheet.write_datetime(*place, value, looks.day)
        else:
            worksheet.write_string(*place, date_short(value), looks.day)
    elif value is not None:
        worksheet.write_number(*place, value)


def _width(sheet: Sheet, column: int) -> float:
    """As wide as the column's longest line, within reason."""
    texts = (one_line(sheet.headings[column]), *(_written(row[column]) for row in sheet.rows))
    longest = max(len(line) for text in texts for line in text.split("\n"))
    return min(max(longest + 2, _NARROWEST), _WIDEST)
