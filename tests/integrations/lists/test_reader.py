import csv
import io
import string
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koordinator.domain.list_import import ListRefusal, ListRefused, ListRow
from koordinator.integrations.lists.limits import MAX_MEGABYTES, MAX_ROWS
from koordinator.integrations.lists.reader import read_table

HEADINGS = ("Cpr", "Navn", "Bemærkning")
EUROPEAN = st.text(string.digits + string.ascii_letters + string.punctuation + " \næøåÆØÅéöü")
ANYTHING = st.text(st.characters(exclude_categories=["C"], include_characters="\n\r\t", exclude_characters="\ufffd"))


def refusal(path: Path) -> ListRefusal:
    with pytest.raises(ListRefused) as caught:
        read_table(path)
    assert caught.value.file_name == path.name
    return caught.value.refusal


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def as_csv(rows: list[tuple[str, ...]], delimiter: str) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows([HEADINGS, *rows])
    return text.getvalue()


def rows_of(cells: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[str, ...]]]:
    row = st.tuples(st.just("x"), cells, cells)
    return st.lists(row, min_size=1, max_size=5)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@given(rows=rows_of(ANYTHING))
def test_any_rows_are_read_back(tmp_path: Path, rows: list[tuple[str, ...]], encoding: str, delimiter: str) -> None:
    table = read_table(written(tmp_path / "liste.csv", as_csv(rows, delimiter).encode(encoding)))

    assert table.headings == HEADINGS
    assert table.delimiter == delimiter
    assert [row.cells for row in table.rows] == rows
    assert [row.number for row in table.rows] == list(range(2, len(rows) + 2))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
@given(rows=rows_of(EUROPEAN))
def test_european_rows_need_no_byte_order_mark(
    tmp_path: Path, rows: list[tuple[str, ...]], encoding: str, delimiter: str
) -> None:
    table = read_table(written(tmp_path / "liste.csv", as_csv(rows, delimiter).encode(encoding)))

    assert table.encoding == encoding
    assert [row.cells for row in table.rows] == rows


def test_note_with_line_breaks_is_one_record_and_empty_lines_are_none(tmp_path: Path) -> None:
    table = read_table(written(tmp_path / "a.csv", 'Cpr;Note\r\n1;"to\nlinjer"\r\n\r\n;\r\n2;x\r\n'))

    assert table.rows == (ListRow(2, ("1", "to\nlinjer")), ListRow(5, ("2", "x")))


def test_commas_in_the_text_do_not_make_it_comma_separated(tmp_path: Path) -> None:
    lines = "Navn, fornavn;Adresse\n" + "Bæk, Noah;Møllebakken 95, 2., tv.\n" * 5

    assert read_table(written(tmp_path / "a.csv", lines)).delimiter == ";"


def test_excels_own_hint_names_the_delimiter_and_is_no_row(tmp_path: Path) -> None:
    table = read_table(written(tmp_path / "a.csv", "sep=|\r\nCpr|Navn\r\n1|Bæk\r\n"))

    assert (table.delimiter, table.headings, table.rows) == ("|", ("Cpr", "Navn"), (ListRow(2, ("1", "Bæk")),))


def test_headings_are_tidied_and_nameless_columns_at_the_end_left_out(tmp_path: Path) -> None:
    table = read_table(written(tmp_path / "a.csv", 'Cpr;"Borgers\nnavn"; ;Sag;;\n1;2;3;4;;\n'))

    assert table.headings == ("Cpr", "Borgers navn", "", "Sag")


def test_open_quotation_mark_breaks_its_own_row_only(tmp_path: Path) -> None:
    content = 'Cpr;Navn\n1;"Noah" Bæk\n2;Freja\n3;"Åse\n4;Ida\n'

    assert read_table(written(tmp_path / "a.csv", content)).rows == (
        ListRow(2, (), is_broken=True),
        ListRow(3, ("2", "Freja")),
        ListRow(4, (), is_broken=True),
    )


def test_cell_of_hundred_thousand_characters_and_a_nul_are_the_rows_own_matter(tmp_path: Path) -> None:
    table = read_table(written(tmp_path / "a.csv", f"Cpr;Navn\n1;{'x' * 100_000}\n2;Fre\0ja\n3;{'y' * 200_000}\n4;z\n"))

    assert [(row.number, row.is_broken) for row in table.rows] == [(2, False), (3, False), (4, True), (5, False)]
    assert table.rows[1].cells == ("2", "Fre\0ja")


def test_torn_character_spoils_its_own_cell_only(tmp_path: Path) -> None:
    content = "Cpr;Navn\n1;Freja Ågård\n2;Ægir Øster".encode() + b"g\xc3\n3;\xc3\x86gir\n"
    table = read_table(written(tmp_path / "a.csv", content))

    assert table.encoding == "utf-8"
    assert [row.cells[1] for row in table.rows] == ["Freja Ågård", "Ægir Østerg\ufffd", "Ægir"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", ListRefusal.EMPTY),
        (b"\xef\xbb\xbf", ListRefusal.EMPTY),
        (b"\r\n;;\r\n \r\n", ListRefusal.EMPTY),
        (b"CPR-nr.;Navn\r\n", ListRefusal.NO_ROWS),
        (b'"CPR-nr.;Navn\n1;2\n', ListRefusal.NOT_A_LIST),
        (b"%PDF-1.7\n", ListRefusal.NOT_A_LIST),
        (b"<!DOCTYPE html><table><tr><td>Cpr</td></tr></table>", ListRefusal.NOT_A_LIST),
        (bytes(range(256)) * 8, ListRefusal.NOT_A_LIST),
        (b"\0" * 4096, ListRefusal.NOT_A_LIST),
        (bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 512, ListRefusal.OLD_EXCEL),
        (
            bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"),
            ListRefusal.PROTECTED,
        ),
        (b"PK\x03\x04 and no more", ListRefusal.DAMAGED),
    ],
)
def test_file_that_is_no_list_is_refused(tmp_path: Path, content: bytes, expected: ListRefusal) -> None:
    assert refusal(written(tmp_path / "liste.csv", content)) is expected


def test_file_that_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) is ListRefusal.IS_FOLDER
    assert refusal(tmp_path / "findes-ikke.csv") is ListRefusal.NOT_FOUND
    # A name that no file system takes is refused by the system itself.
    assert refusal(tmp_path / ("x" * 300)) is ListRefusal.NO_ACCESS


def test_list_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "stor.csv").open("wb") as file:
        file.truncate(MAX_MEGABYTES * 1_000_000 + 1)

    assert refusal(tmp_path / "stor.csv") is ListRefusal.TOO_BIG
    assert refusal(written(tmp_path / "lang.csv", "a;b\n" + "1;2\n" * (MAX_ROWS + 1))) is ListRefusal.TOO_MANY_ROWS


def test_other_zipped_documents_are_no_lists(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "liste.ods", "w") as archive:
        archive.writestr("content.xml", "<x/>")

    assert refusal(tmp_path / "liste.ods") is ListRefusal.NOT_A_LIST
