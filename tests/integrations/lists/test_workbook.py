import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from koordinator.domain.list_import import ListRefusal, ListRefused, ListRow
from koordinator.integrations.heavy import open_workbook
from koordinator.integrations.lists.reader import read_table
from koordinator.integrations.lists.workbook import cell_text
from tests.integrations.lists.samples import checked

HEADINGS = ("CPR-nr.", "Navn", "Sagsnr.", "Fagenhed", "Oprettet", "Status", "Bemærkning")
ROWS: tuple[tuple[object, ...], ...] = (
    (905540198, "Freja Ågård", "S1", "Familie", date(2018, 7, 14), "Aktiv", 'Siger "det går"\nvil hjem'),
    ("090554-0198", "Freja Ågård", "S2", "Handicap", "22-02-2018", "", "=1+1"),
    (None,) * 7,
    (7506832830, "Ægir Bæk", 20180003, "Sundhed", "2020-05-14", "Lukket"),
)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    book = Workbook()
    book.worksheets[0].sheet_state = "hidden"
    sheet = book.create_sheet("Sager")
    for cells in (HEADINGS, *ROWS):
        sheet.append(cells)
    sheet.cell(3, 7).data_type = "s"
    book.create_sheet("Andet").append(("x",))
    book.active = 1
    book.save(tmp_path / "sager.xlsx")
    return tmp_path / "sager.xlsx"


def repacked(path: Path, member: str, old: bytes, new: bytes) -> Path:
    """The workbook with some bytes of one of its members exchanged."""
    target = path.with_name("andet.xlsx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            archive.writestr(name, content.replace(old, new) if name == member else content)
    return target


def test_first_visible_sheet_is_read_as_text(workbook: Path) -> None:
    table = read_table(workbook)

    assert (table.sheet, table.encoding, table.delimiter) == ("Sager", "", "")
    assert table.headings == HEADINGS
    assert table.rows == (
        ListRow(
            2,
            (
                "905540198",
                "Freja Ågård",
                "S1",
                "Familie",
                "2018-07-14",
                "Aktiv",
                'Siger "det går"\nvil hjem',
            ),
        ),
        ListRow(3, ("090554-0198", "Freja Ågård", "S2", "Handicap", "22-02-2018", "", "=1+1")),
        ListRow(5, ("7506832830", "Ægir Bæk", "20180003", "Sundhed", "2020-05-14", "Lukket", "")),
    )


def test_no_sheet_but_the_one_that_is_read_is_looked_into(workbook: Path) -> None:
    with workbook.open("rb") as file:
        assert [sheet.title for sheet in open_workbook(file).worksheets] == ["Sager"]


def test_numbers_and_dates_of_a_workbook_mean_the_same_as_text(workbook: Path) -> None:
    result = checked(read_table(workbook))

    assert result.faults == ()
    assert [record.cpr for record in result.records] == ["0905540198", "0905540198", "7506832830"]
    assert [record.opened_on for record in result.records] == [date(2018, 7, 14), date(2018, 2, 22), date(2020, 5, 14)]


def test_size_that_the_exporter_wrote_is_not_believed(workbook: Path) -> None:
    wrong = repacked(workbook, "xl/worksheets/sheet2.xml", b'ref="A1:G5"', b'ref="A1"')

    assert read_table(wrong).rows == read_table(workbook).rows


def test_styles_that_excel_did_not_make_are_not_remarked_upon(workbook: Path, recwarn: pytest.WarningsRecorder) -> None:
    read_table(
        repacked(workbook, "xl/styles.xml", b'<cellStyle name="Normal" xfId="0" builtinId="0" hidden="0" />', b"")
    )

    assert list(recwarn) == []


def test_damaged_workbook_is_refused(workbook: Path) -> None:
    for member, old, new in (
        ("xl/worksheets/sheet2.xml", b"</row>", b"</wor>"),
        ("xl/workbook.xml", b"<sheets>", b"<sheets"),
        ("xl/workbook.xml", b"<workbook", b"<?xml version='1.0' encoding='ETF-8'?><workbook"),
    ):
        with pytest.raises(ListRefused) as caught:
            read_table(repacked(workbook, member, old, new))
        assert caught.value.refusal is ListRefusal.DAMAGED, member


def test_workbook_that_swells_when_unpacked_is_refused(workbook: Path) -> None:
    content = bytearray(workbook.read_bytes())
    entry = content.index(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = (2_000_000_000).to_bytes(4, "little")
    workbook.write_bytes(content)

    with pytest.raises(ListRefused) as caught:
        read_table(workbook)

    assert caught.value.refusal is ListRefusal.TOO_BIG


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("Bæk", "Bæk"),
        (905540198, "905540198"),
        (905540198.0, "905540198"),
        (1.5, "1.5"),
        (datetime(2018, 7, 14, tzinfo=UTC).replace(tzinfo=None), "2018-07-14"),
        (datetime(2018, 7, 14, 9, 30, tzinfo=UTC).replace(tzinfo=None), "2018-07-14 09:30:00"),
        (timedelta(hours=25), "1 day, 1:00:00"),
    ],
)
def test_cell_is_written_as_in_a_text_file(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_a_workbook_is_known_by_what_it_is_and_not_by_its_name(workbook: Path) -> None:
    renamed = workbook.rename(workbook.with_suffix(".csv"))

    assert read_table(renamed).headings == HEADINGS


def test_a_few_bytes_that_unpack_to_millions_are_refused(workbook: Path) -> None:
    bomb = workbook.with_name("bombe.xlsx")
    with zipfile.ZipFile(workbook) as source, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, source.read(name))
        archive.writestr("xl/more.xml", bytes(5_000_000))

    with pytest.raises(ListRefused) as caught:
        read_table(bomb)
    assert caught.value.refusal is ListRefusal.DAMAGED
