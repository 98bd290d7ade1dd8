"""The lists that real exports look like, to the last row."""

from collections import Counter
from datetime import date

import pytest

from koordinator.domain.cpr import is_replacement
from koordinator.domain.list_records import FaultReason, RowFault
from koordinator.domain.register import CaseStatus
from tests.integrations.lists.samples import checked, sample


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter", "cases", "citizens"),
    [
        ("sager-excel-dansk.csv", "cp1252", ";", 725, 304),
        ("sager-utf8.csv", "utf-8-sig", ",", 725, 304),
        ("sager-unicode-tekst.txt", "utf-16", "\t", 120, 55),
    ],
)
def test_good_lists_go_in_whole(name: str, encoding: str, delimiter: str, cases: int, citizens: int) -> None:
    table = sample(name)
    result = checked(table)

    assert (table.file_name, table.encoding, table.delimiter) == (name, encoding, delimiter)
    assert (result.faults, result.repeated) == ((), ())
    assert len(result.records) == len({record.case_number for record in result.records}) == cases
    assert len({record.cpr for record in result.records}) == citizens


def test_same_list_in_two_forms_says_the_same() -> None:
    danish = checked(sample("sager-excel-dansk.csv")).records

    assert danish == checked(sample("sager-utf8.csv")).records
    assert sum(is_replacement(cpr) for cpr in {record.cpr for record in danish}) == 7
    assert Counter(record.status for record in danish) == {
        CaseStatus.ACTIVE: 447,
        CaseStatus.CLOSED: 146,
        CaseStatus.WAITING: 132,
    }
    first = danish[0]
    assert (first.cpr, first.name, first.city, first.team) == (
        "0905540198",
        "Freja Ågård",
        "Bindslev",
        "Familierådgivningen",
    )
    assert (first.opened_on, first.deadline_on) == (date(2018, 7, 14), None)


def test_other_headings_name_the_same_things() -> None:
    by_number = {record.case_number: record for record in checked(sample("sager-utf8.csv")).records}
    records = checked(sample("sager-unicode-tekst.txt")).records

    for record in records:
        full = by_number[record.case_number]
        assert (record.cpr, record.name, record.caseworker) == (full.cpr, full.name, full.caseworker)
        assert (record.department, record.team) == (full.department, full.team)
    assert Counter(record.note for record in records) == {
        "Ring før kl. 10": 38,
        'Siger selv "det går bedre"\nvil gerne mødes hjemme': 29,
        "": 28,
        '=HYPERLINK("x")': 25,
    }


def test_ten_faults_are_found_in_their_rows() -> None:
    result = checked(sample("sager-med-fejl.csv"))

    assert result.faults == (
        RowFault(5, "CPR-nr.", "3102801234", FaultReason.CPR_NO_SUCH_DATE),
        RowFault(7, "CPR-nr.", "12345", FaultReason.CPR_SHAPE),
        RowFault(9, "Navn", "", FaultReason.MISSING),
        RowFault(11, "Fagenhed", "Rumfart", FaultReason.UNKNOWN_DEPARTMENT),
        RowFault(13, "Oprettet", "31-02-2020", FaultReason.NO_SUCH_DATE),
        RowFault(15, "By", "", FaultReason.SHORT_ROW, 4),
        RowFault(19, "CPR-nr.", "", FaultReason.MISSING),
        RowFault(21, "By", "x" * 79 + "…", FaultReason.TOO_LONG, 80),
        RowFault(23, "Navn", "<img src=file:///etc/passwd> & <b>", FaultReason.OTHER_NAME, 22),
    )
    assert [record.row for record in result.repeated] == [17]
    assert [record.row for record in result.records] == [
        row for row in range(2, 42) if row not in (5, 7, 9, 11, 13, 15, 17, 19, 21, 23)
    ]
    assert (result.row_count, result.bad_row_count, result.unknown_departments) == (40, 9, ("Rumfart",))
