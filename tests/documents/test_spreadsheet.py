"""Spreadsheets read back as Excel would: what people typed is text."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from koordinator.documents.spreadsheet import Sheet, csv_file, xlsx_file

MADE_AT = datetime(2026, 11, 21, 9, 42, tzinfo=UTC)
FORMULAS = ["=1+1", "+45 99 12 34 56", "-2", "@SUM(A1)", '=HYPERLINK("http://x")', "https://example.com", "0042", "1e5"]
SHEET = Sheet(
    "Ledelsestilsyn",
    ("Navn", "Møder", "Andel", "Første møde"),
    (("Mette Holm", 12, 37.5, date(2026, 7, 1)), ("Uden koordinerende sagsbehandler", 0, None, None)),
)


def opened(*sheets: Sheet) -> Workbook:
    return load_workbook(BytesIO(xlsx_file(sheets, MADE_AT)))


def cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_a_workbook_holds_numbers_days_and_text() -> None:
    workbook = opened(SHEET)
    sheet = workbook["Ledelsestilsyn"]

    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows == [
        ["Navn", "Møder", "Andel", "Første møde"],
        ["Mette Holm", 12, 37.5, datetime(2026, 7, 1)],  # noqa: DTZ001 a day, as Excel has it
        ["Uden koordinerende sagsbehandler", 0, None, None],
    ]
    assert sheet["D2"].number_format == "dd.mm.yyyy"
    assert sheet["A1"].font.bold
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].width > sheet.column_dimensions["B"].width


@pytest.mark.parametrize("text", FORMULAS)
def test_text_is_never_a_formula_a_link_or_a_number(text: str) -> None:
    cell = opened(Sheet("Ark", ("Note",), ((text,),))).worksheets[0]["A2"]

    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.hyperlink is None


def test_a_heading_is_text_too() -> None:
    assert opened(Sheet("Ark", ("=1+1",), ())).worksheets[0]["A1"].data_type == "s"


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert xlsx_file((SHEET,), MADE_AT) == xlsx_file((SHEET,), MADE_AT)
    assert opened(SHEET).properties.created == MADE_AT.replace(tzinfo=None)


def test_a_text_too_long_for_a_cell_is_seen_to_be_cut() -> None:
    value = opened(Sheet("Ark", ("Note",), (("x" * 100_000,),))).worksheets[0]["A2"].value

    assert len(value) == 32_767
    assert value.endswith("x…")


def test_titles_are_made_fit_and_different() -> None:
    titles = ["[Team]: a/b*?\\", "", "", "x" * 40, "X" * 40, "'ark'"]

    workbook = opened(*(Sheet(title, ("a",), ()) for title in titles))

    assert workbook.sheetnames == ["Team   a b", "Ark", "Ark 2", "x" * 31, "X" * 29 + " 2", "ark 3"]


def test_a_day_before_excels_calendar_is_text() -> None:
    assert opened(Sheet("Ark", ("Dag",), ((date(1899, 12, 31),),))).worksheets[0]["A2"].value == "31.12.1899"


def test_csv_opens_in_a_danish_excel() -> None:
    content = csv_file(SHEET)

    assert content.startswith(b"\xef\xbb\xbfNavn;M\xc3\xb8der;Andel;F\xc3\xb8rste m\xc3\xb8de\r\n")
    assert cells(content)[1:] == [
        ["Mette Holm", "12", "37,5", "01.07.2026"],
        ["Uden koordinerende sagsbehandler", "0", "", ""],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+45", "-2", "@a"])
def test_csv_marks_what_begins_like_a_formula(text: str) -> None:
    sheet = Sheet("Ark", (text,), ((text, -2),))

    assert cells(csv_file(sheet)) == [[f"'{text}"], [f"'{text}", "-2"]]


def test_a_note_of_several_lines_stays_one_cell() -> None:
    sheet = Sheet("Ark", ("Note", "Navn"), (('En "note";\r\nmed linjer', "Åse"),))

    assert cells(csv_file(sheet))[1] == ['En "note";\nmed linjer', "Åse"]


@given(st.text(max_size=100))
def test_any_text_can_be_written(text: str) -> None:
    sheet = Sheet(text, (text,), ((text,),))

    assert opened(sheet).worksheets[0]["A2"].data_type in ("s", "n")
    assert len(cells(csv_file(sheet))) in (1, 2)
