"""Lists that would take all time or memory there is: each is refused, or its row, by what it claims in a few bytes."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from koordinator.domain.list_import import ListRefusal, ListRefused
from koordinator.integrations.lists import reader as readers
from koordinator.integrations.lists import text_file, weight, workbook
from koordinator.integrations.lists.reader import read_table

SHEET = "xl/worksheets/sheet1.xml"
DECLARED = '<!DOCTYPE a [<!ENTITY a0 "ha"><!ENTITY a1 "&a0;&a0;">]>'
ROW = b"<row><c><v>1</v></c><c><v>2</v></c></row>"

Spoil = Callable[[bytes], bytes]


def book(path: Path, spoil: Spoil = bytes, packing: int = zipfile.ZIP_DEFLATED) -> Path:
    """A workbook of a few rows, of which a part was changed by hand."""
    made = Workbook()
    made.worksheets[0].append(("Cpr", "Navn"))
    made.worksheets[0].append(("1", "Freja"))
    made.save(path.with_suffix(".whole"))
    with zipfile.ZipFile(path.with_suffix(".whole")) as source, zipfile.ZipFile(path, "w", packing) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, spoil(content) if name == SHEET else content)
    return path


def with_rows(rows: bytes) -> Spoil:
    return lambda content: content.replace(b"</sheetData>", rows + b"</sheetData>")


def after_rows(tags: bytes) -> Spoil:
    return lambda content: content.replace(b"</sheetData>", b"</sheetData>" + tags)


def refusal(path: Path) -> ListRefusal:
    with pytest.raises(ListRefused) as caught:
        read_table(path)
    return caught.value.refusal


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_that_declares_anything_is_refused(tmp_path: Path, encoding: str) -> None:
    def declaring(content: bytes) -> bytes:
        text = content.decode().removeprefix('<?xml version="1.0"?>').replace("Freja", "&a1;")
        return f'<?xml version="1.0" encoding="{encoding}"?>{DECLARED}{text}'.encode(encoding)

    assert refusal(book(tmp_path / "liste.xlsx", declaring)) is ListRefusal.DAMAGED


@pytest.mark.parametrize(
    "tag",
    [b"<a " + b" " * 2_000_000 + b"/>", b"<!--" + b">" * 2_000_000 + b"-->", b"<a b='" + b">" * 2_000_000 + b"'/>"],
    ids=["tag", "comment", "attribute"],
)
def test_a_tag_that_has_no_end_for_a_million_letters_is_refused(tmp_path: Path, tag: bytes) -> None:
    assert refusal(book(tmp_path / "liste.xlsx", after_rows(tag), packing=zipfile.ZIP_STORED)) is ListRefusal.DAMAGED


def test_tags_of_a_list_weigh_little_and_all_others_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weight, "MAX_WEIGHT", 10_000)

    assert len(read_table(book(tmp_path / "a.xlsx", with_rows(ROW * 100))).rows) == 101
    for spoilt in (with_rows(ROW * 2_000), after_rows(b"<mergeCell/>" * 1_000), after_rows(b"<x:b x:c='1'/>" * 1_000)):
        assert refusal(book(tmp_path / "b.xlsx", spoilt)) is ListRefusal.TOO_MANY_CELLS


def test_attributes_are_counted_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weight, "MAX_ATTRIBUTES", 1_000)
    many = b"<a " + b" ".join(b"a%d=''" % number for number in range(1_000)) + b"/>"

    assert read_table(book(tmp_path / "a.xlsx")).rows
    assert refusal(book(tmp_path / "b.xlsx", after_rows(many))) is ListRefusal.TOO_MANY_CELLS


def test_a_picture_in_a_workbook_weighs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weight, "MAX_WEIGHT", 10_000)
    path = book(tmp_path / "liste.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/media/logo.png", b"\x89PNG" + b"<" * 20_000)

    assert read_table(path).rows


def test_a_part_that_begins_with_nothing_for_long_is_refused(tmp_path: Path) -> None:
    blank = book(tmp_path / "liste.xlsx", lambda content: b" " * 300_000 + content)

    assert refusal(blank) is ListRefusal.DAMAGED


def test_a_workbook_packed_as_no_office_program_packs_is_refused(tmp_path: Path) -> None:
    assert refusal(book(tmp_path / "liste.xlsx", packing=zipfile.ZIP_LZMA)) is ListRefusal.DAMAGED


def test_a_row_further_down_than_sheets_go_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "LAST_ROW", 50_000)
    below = with_rows(b'<row r="1000000000"><c><v>1</v></c></row>')

    assert refusal(book(tmp_path / "liste.xlsx", below)) is ListRefusal.DAMAGED


def test_cells_that_nobody_filled_are_cells_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_CELLS", 100_000)
    far = with_rows(b'<row><c r="XFD9"><v>1</v></c></row>' * 7)

    assert refusal(book(tmp_path / "liste.xlsx", far)) is ListRefusal.TOO_MANY_CELLS


def test_short_rows_under_wide_headings_are_refused_before_they_are_filled_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "MAX_CELLS", 100_000)

    def wide(content: bytes) -> bytes:
        first = content.index(b"<row")
        heading = b'<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>'
        return content[:first] + heading + ROW * 7 + content[content.index(b"</sheetData>") :]

    assert refusal(book(tmp_path / "liste.xlsx", wide)) is ListRefusal.TOO_MANY_CELLS


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
