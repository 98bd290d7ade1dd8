"""Lists that would take all time or memory there is: each is refused, or its row, by what it claims in a few bytes."""

import zipfile
from pathlib import Path

import pytest

from koordinator.domain.list_import import ListRefusal, ListRefused
from koordinator.integrations.lists import reader as readers
from koordinator.integrations.lists import sheet, text_file, xml_parts
from koordinator.integrations.lists.reader import read_table
from tests.integrations.lists.books import write_book

HEADINGS = '<row><c t="inlineStr"><is><t>Cpr</t></is></c><c t="inlineStr"><is><t>Navn</t></is></c></row>'
ROW = "<row><c><v>1</v></c><c><v>2</v></c></row>"


def refusal(path: Path) -> ListRefusal:
    with pytest.raises(ListRefused) as caught:
        read_table(path)
    return caught.value.refusal


def refusal_of(path: Path, rows: str, shared: str = "<sst/>") -> ListRefusal:
    return refusal(write_book(path / "liste.xlsx", HEADINGS + ROW + rows, shared=shared))


def test_a_part_that_declares_anything_is_refused(tmp_path: Path) -> None:
    laughs = '<!DOCTYPE a [<!ENTITY a0 "ha"><!ENTITY a1 "&a0;&a0;">]><sst><si><t>&a1;</t></si></sst>'

    assert refusal_of(tmp_path, "", shared=laughs) is ListRefusal.DAMAGED
    assert refusal_of(tmp_path, "", shared="<!DOCTYPE sst SYSTEM 'file:///etc/passwd'><sst/>") is ListRefusal.DAMAGED


@pytest.mark.parametrize(
    "rows",
    [
        f"<a {' ' * 1_500_000}/>",
        f"<!--{'<>' * 750_000}-->",
        "<a>" * 100_000 + "</a>" * 100_000,
        "".join(f"<a{number}/>" for number in range(3_000)),
        "<row>" + "<c/>" * 20_000 + "</row>",
        '<row r="1048577"><c><v>1</v></c></row>',
        '<row r="2"><c><v>1</v></c></row>',
        '<row><c r="XFE9"><v>1</v></c></row>',
        '<row><c r="AAAAAAAAAAAA9"><v>1</v></c></row>',
        '<row><c t="s"><v>-1</v></c></row>',
        '<row><c t="s"><v>7</v></c></row>',
    ],
    ids=["tag", "comment", "depth", "names", "cells", "row", "again", "column", "letters", "before", "after"],
)
def test_a_sheet_that_is_like_no_sheet_is_refused(tmp_path: Path, rows: str) -> None:
    assert refusal_of(tmp_path, rows) is ListRefusal.DAMAGED


def test_a_workbook_with_more_looks_than_anybody_uses_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xml_parts, "_MOST_FOUND", 100)

    styles = f"<styleSheet><cellXfs>{'<xf/>' * 101}</cellXfs></styleSheet>"

    assert refusal(write_book(tmp_path / "liste.xlsx", HEADINGS + ROW, styles=styles)) is ListRefusal.DAMAGED


def test_a_workbook_packed_as_no_office_program_packs_is_refused(tmp_path: Path) -> None:
    path = write_book(tmp_path / "liste.xlsx", HEADINGS + ROW, packing=zipfile.ZIP_LZMA)

    assert refusal(path) is ListRefusal.DAMAGED


def test_a_workbook_with_more_tags_than_are_read_has_too_many_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xml_parts, "MAX_TAGS", 500)

    assert read_table(write_book(tmp_path / "kort.xlsx", HEADINGS + ROW * 40)).rows
    assert refusal_of(tmp_path, ROW * 50) is ListRefusal.TOO_MANY_CELLS


def test_cells_that_nobody_filled_are_cells_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MAX_CELLS", 100_000)

    assert refusal_of(tmp_path, '<row><c r="XFD9"><v>1</v></c></row>' * 7) is ListRefusal.TOO_MANY_CELLS


def test_short_rows_under_wide_headings_are_refused_before_they_are_filled_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "MAX_CELLS", 100_000)
    wide = '<row><c><v>1</v></c><c r="XFD1"><v>1</v></c></row>'

    assert refusal(write_book(tmp_path / "liste.xlsx", wide + ROW * 7)) is ListRefusal.TOO_MANY_CELLS


def test_row_with_a_million_fields_is_the_rows_own_matter(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_text("Cpr;Navn\n1;2\n" + ";" * 1_000_000 + "\n3;4\n", encoding="ascii")

    assert [(row.number, row.is_broken) for row in read_table(path).rows] == [(2, False), (3, True), (4, False)]


def test_endless_line_is_taken_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_file, "_LONGEST_LINE", 150_000)
    path = tmp_path / "liste.csv"
    path.write_text("Cpr;Navn\n1;2\n" + "x" * 450_000 + "\n3;4\n", encoding="ascii")

    assert [row.is_broken for row in read_table(path).rows] == [False, True, True, True, False]


def test_text_file_with_more_lines_or_cells_than_are_taken_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_file, "LAST_ROW", 1_000)
    monkeypatch.setattr(text_file, "MAX_CELLS", 100)
    path = tmp_path / "liste.csv"

    for content in ("Cpr;Navn\n1;2\n" + "\n" * 2_000, "Cpr;Navn\n" + "1;2\n" * 50):
        path.write_text(content, encoding="ascii")
        assert refusal(path) is ListRefusal.TOO_MANY_CELLS
