"""Sheets as different programs write them, held against what openpyxl reads."""

import warnings
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook

from koordinator.integrations.lists.cell_texts import cell_text, iso_text, number_text
from koordinator.integrations.lists.reader import read_table
from tests.integrations.lists.books import MAIN, write_book

FORMATS = (
    "General", "0.00", "dd-mm-yyyy", "[$-406]d. mmmm yyyy", "yyyy/mm/dd hh:mm", "hh:mm", "[h]:mm:ss", "mm:ss.0",
    "#,##0 [Red]", '0 "dage"', '"d"0', r"0\d", "_-* #,##0_-", "[mm]:ss", "d/m/yy;@", "@", "0%", "[Blue]0.0;[Red]-0.0",
)  # fmt: skip
NUMBERS = (0, 0.5, 1, 1.25, 59, 60, 61, 36_526, 46_000, 46_000.75, 46_000.123456, -1, 905540198, 1.5, 3_000_000, 1e15)


def cells_of(path: Path) -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(path).rows]


def as_openpyxl_reads(path: Path) -> list[tuple[str, ...]]:
    with warnings.catch_warnings(action="ignore"):
        sheet = load_workbook(path, data_only=True).worksheets[0]
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
    return [tuple("" if value is None else cell_text(value) for value in row) for row in rows]


@pytest.mark.parametrize("is_from_1904", [False, True])
def test_numbers_days_and_times_are_those_that_openpyxl_reads(tmp_path: Path, *, is_from_1904: bool) -> None:
    path = tmp_path / "tal.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": is_from_1904}) as book:
        sheet = book.add_worksheet()
        for column, code in enumerate(FORMATS):
            sheet.write(0, column, code)
            look = book.add_format({"num_format": code})
            for row, number in enumerate(NUMBERS, start=1):
                sheet.write_number(row, column, number, look)
        for column, code in enumerate((*range(14, 23), 45, 46, 47, 49), start=len(FORMATS)):
            sheet.write(0, column, f"n{code}")
            look = book.add_format({"num_format": code})
            for row, number in enumerate(NUMBERS, start=1):
                sheet.write_number(row, column, number, look)

    ours, theirs = cells_of(path), as_openpyxl_reads(path)
    differing = [
        (number, mine, other)
        for number, row, rows in zip(NUMBERS, ours, theirs, strict=True)
        for mine, other in zip(row, rows, strict=True)
        # What is no day is an error there, and here the number that stands in the cell.
        if mine != other and other != "#VALUE!"
    ]
    assert differing == []


def test_what_openpyxl_writes_is_read_as_it_reads_it(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Cpr", "Navn", "Sag", "Note"))
    for value in (
        date(2026, 1, 2), datetime(2026, 1, 2, 3, 4, 5), time(3, 4), timedelta(hours=30), True, False, 7, 7.5, "æøå",  # noqa: DTZ001
        "  to  ", "a\nb", "x" * 40_000, "<&>", "0012",
    ):  # fmt: skip
        sheet.append((value, "x"))
    sheet["D3"] = "=1+1"
    sheet.append((None, None, "sidst"))
    book.save(tmp_path / "a.xlsx")

    assert cells_of(tmp_path / "a.xlsx") == as_openpyxl_reads(tmp_path / "a.xlsx")


def test_names_may_have_a_prefix_and_rows_and_cells_no_number(tmp_path: Path) -> None:
    row = '<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c r="D9" t="str"><x:v>D</x:v></x:c><x:c><x:v>5</x:v></x:c></x:row>'
    shared = f'<y:sst xmlns:y="{MAIN}"><y:si><y:t>delt</y:t></y:si></y:sst>'
    sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{row * 2}</x:sheetData></x:worksheet>'

    assert cells_of(write_book(tmp_path / "a.xlsx", sheet=sheet, shared=shared)) == [("delt", "", "", "D", "5")]


def test_text_in_pieces_is_whole_and_how_it_is_pronounced_is_left_out(tmp_path: Path) -> None:
    shared = (
        "<sst><si><t>Cpr</t></si><si><r><rPr><b/></rPr><t>Freja </t></r><r><t>Ågård</t></r>"
        '<rPh sb="0" eb="1"><t>frɑjɑ</t></rPh><phoneticPr fontId="1"/></si><si/></sst>'
    )
    rows = (
        '<row><c t="s"><v>0</v></c></row>'
        '<row><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c>'
        '<c t="s"><v>2</v></c><c t="inlineStr"/><c t="e"><v>#N/A</v></c><c><f>1+1</f><v>2</v></c><c><f>9</f></c></row>'
    )

    assert cells_of(write_book(tmp_path / "a.xlsx", rows, shared=shared)) == [
        ("Freja Ågård", "a b", "", "", "#N/A", "2", "")
    ]


def test_what_xml_cannot_say_is_written_out(tmp_path: Path) -> None:
    texts = ("a_x000D_b", "_x005F_x000D_", "_xD800_", "x_x00_")
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)

    (row,) = cells_of(write_book(tmp_path / "a.xlsx", f"<row><c><v>1</v></c></row><row>{cells}</row>"))

    assert row == ("a\rb", "_x000D_", "_xD800_", "x_x00_")


def test_a_bad_number_is_the_rows_own_matter(tmp_path: Path) -> None:
    styles = '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>'
    cells = '<c><v>NaNa</v></c><c s="1"><v>1e300</v></c><c s="1"><v>i dag</v></c><c t="d"><v>i dag</v></c>'
    path = write_book(tmp_path / "a.xlsx", f"<row><c><v>1</v></c></row><row>{cells}</row>", styles=styles)

    assert cells_of(path) == [("NaNa", str(int(1e300)), "i dag", "i dag")]


def test_formats_of_other_things_than_cells_are_no_cells(tmp_path: Path) -> None:
    styles = (
        '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="yyyy"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/></cellXfs>'
        '<dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs></styleSheet>'
    )
    path = write_book(tmp_path / "a.xlsx", "<row><c><v>1</v></c></row><row><c><v>46000</v></c></row>", styles=styles)

    assert cells_of(path) == [("46000",)]


def test_number_and_day_as_text() -> None:
    assert [number_text(value) for value in ("007", "0", "9.05540198E8", "-5", "1.50", "x")] == [
        "7", "0", "905540198", "-5", "1.5", "x",
    ]  # fmt: skip
    assert [iso_text(value) for value in ("2026-01-02", "2026-01-02T00:00:00Z", "2026-01-02T03:04:05")] == [
        "2026-01-02", "2026-01-02", "2026-01-02 03:04:05",
    ]  # fmt: skip
