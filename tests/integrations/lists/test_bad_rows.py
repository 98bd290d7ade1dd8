import csv
from pathlib import Path

import pytest

from koordinator.domain.list_import import ListFileNotWritten, ListRow, ListTable
from koordinator.domain.list_records import FaultReason, RowFault
from koordinator.integrations.lists.bad_rows import write_bad_rows
from koordinator.integrations.lists.reader import read_table
from tests.integrations.lists.samples import checked, sample


def lines(path: Path) -> list[list[str]]:
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def test_refused_rows_are_sent_back_with_what_is_wrong(tmp_path: Path) -> None:
    table = sample("sager-med-fejl.csv")
    write_bad_rows(tmp_path / "fejl.csv", table, checked(table).faults)

    headings, *rows = lines(tmp_path / "fejl.csv")
    assert headings == [*table.headings, "Række", "Kolonne", "Værdi", "Fejl"]
    assert [row[-4] for row in rows] == ["5", "7", "9", "11", "13", "15", "19", "21", "23"]
    assert {len(row) for row in rows} == {19}
    assert rows[0][:2] == ["3102801234", "Noah Bæk"]
    assert rows[0][-3:] == ["CPR-nr.", "3102801234", "CPR-nummeret begynder ikke med en dato, der findes."]


def test_corrected_rows_can_be_read_again_as_they_are(tmp_path: Path) -> None:
    table = sample("sager-unicode-tekst.txt")
    faults = [RowFault(row.number, "Sag", "", FaultReason.MISSING) for row in table.rows]
    write_bad_rows(tmp_path / "rettet.csv", table, faults)

    assert checked(read_table(tmp_path / "rettet.csv")).records == checked(table).records


def test_no_cell_runs_as_a_formula(tmp_path: Path) -> None:
    table = ListTable("a.csv", ("=A1", "Navn"), (ListRow(2, ("=HYPERLINK(1)", "+45", "-1", "@x")),))
    write_bad_rows(tmp_path / "fejl.csv", table, [RowFault(2, "=A1", "=HYPERLINK(1)", FaultReason.MISSING)])

    assert all(not cell.startswith(("=", "+", "-", "@")) for line in lines(tmp_path / "fejl.csv") for cell in line)


def test_row_that_could_not_be_taken_apart_is_listed_too(tmp_path: Path) -> None:
    table = ListTable("a.csv", ("Cpr", "Navn"), (ListRow(2, (), is_broken=True),))
    write_bad_rows(tmp_path / "fejl.csv", table, [RowFault(2, "Cpr", "", FaultReason.BROKEN_ROW)])

    assert lines(tmp_path / "fejl.csv")[1][:4] == ["", "", "2", "Cpr"]


def test_no_faults_leave_the_headings_alone(tmp_path: Path) -> None:
    write_bad_rows(tmp_path / "fejl.csv", ListTable("a.csv", ("Cpr",), ()), [])

    assert lines(tmp_path / "fejl.csv") == [["Cpr", "Række", "Kolonne", "Værdi", "Fejl"]]


def test_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(ListFileNotWritten) as caught:
        write_bad_rows(tmp_path / "findes-ikke" / "fejl.csv", ListTable("a.csv", ("Cpr",), ()), [])

    assert caught.value.file_name == "fejl.csv"
