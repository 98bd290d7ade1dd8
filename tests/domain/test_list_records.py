from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.list_import import ColumnsMissing, ListField, ListRow
from koordinator.domain.list_records import (
    FaultReason,
    ListRecord,
    RecordReader,
    RowFault,
    RowReading,
    read_day,
    shown_value,
)
from koordinator.domain.register import ApplicationKind, CaseStatus
from tests.domain.lists import GOOD, HEADINGS, RULES, mapping, row


def read(list_row: ListRow) -> RowReading:
    return RecordReader(mapping(), RULES).read(list_row)


def only_fault(list_row: ListRow) -> RowFault:
    (fault,) = read(list_row).faults
    return fault


def test_reads_a_citizen_and_a_case() -> None:
    reading = read(row())

    assert reading.faults == ()
    assert reading.record.row == 2
    assert reading.record.cpr == "0905540198"
    assert reading.record.name == "Freja Ågård"
    assert reading.record.case_number == "S1"
    assert reading.record.department == "Familie"
    assert reading.record.status is CaseStatus.ACTIVE
    assert reading.record.application is ApplicationKind.NEW
    assert reading.record.opened_on == date(2018, 7, 14)
    assert reading.record.note == "Ring før kl. 10"


def test_says_nothing_where_the_list_has_no_column_or_an_empty_cell() -> None:
    record = read(row(status="", application="", opened_on="", note="  ")).record

    assert (record.status, record.application, record.opened_on, record.note) == (None, None, None, "")
    assert (record.address, record.team, record.deadline_on) == ("", "", None)


def test_records_that_say_the_same_are_equal_wherever_they_stand() -> None:
    assert read(row(2)).record == read(row(9, cpr="905540198", opened_on="2018-07-14", name=" Freja  Ågård")).record


def test_text_is_tidied_and_line_breaks_stay_in_a_note() -> None:
    record = read(row(name="Freja\u00a0A\u030aga\u030ard\r\n", note="Første linje\r\nanden\tlinje\n")).record

    assert record.name == "Freja Ågård"
    assert record.note == "Første linje\nanden\tlinje"


def test_markup_is_text_and_a_formula_loses_the_mark_our_own_lists_give_it() -> None:
    record = read(row(name="<b>Freja</b> & <img src=x>", note="'=HYPERLINK(1)")).record

    assert record.name == "<b>Freja</b> & <img src=x>"
    assert record.note == "=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("cpr", "12345", FaultReason.CPR_SHAPE),
        ("cpr", "3102801234", FaultReason.CPR_NO_SUCH_DATE),
        ("cpr", "0202264000", FaultReason.CPR_NOT_BORN_YET),
        ("cpr", "", FaultReason.MISSING),
        ("name", " ", FaultReason.MISSING),
        ("case_number", "", FaultReason.MISSING),
        ("department", "", FaultReason.MISSING),
        ("status", "Måske", FaultReason.UNKNOWN_STATUS),
        ("status", "!!", FaultReason.UNKNOWN_STATUS),
        ("application", "Gammel", FaultReason.UNKNOWN_APPLICATION),
        ("opened_on", "31-02-2020", FaultReason.NO_SUCH_DATE),
        ("name", "Fre\x00ja", FaultReason.UNUSABLE_CHARACTER),
        ("name", "\x1fFreja\x1b", FaultReason.UNUSABLE_CHARACTER),
        ("name", "Freja \ufffdgård", FaultReason.UNUSABLE_CHARACTER),
    ],
)
def test_names_the_column_the_value_and_the_reason(field: str, value: str, reason: FaultReason) -> None:
    heading = HEADINGS[[held and held.value for held in mapping().fields].index(field)]

    assert only_fault(row(7, {field: value})) == RowFault(7, heading, shown_value(value), reason)


@pytest.mark.parametrize(("field", "limit"), [("name", 200), ("case_number", 80), ("note", 20_000), ("status", 80)])
def test_field_over_its_limit_is_refused(field: str, limit: int) -> None:
    fault = only_fault(row(2, {field: "x" * 100_000}))

    assert (fault.reason, fault.number) == (FaultReason.TOO_LONG, limit)
    assert fault.value == "x" * 79 + "…"


@pytest.mark.parametrize("field", ["name", "case_number", "note"])
def test_field_at_its_limit_is_accepted(field: str) -> None:
    limit = {"name": 200, "case_number": 80, "note": 20_000}[field]

    assert read(row(2, {field: "æ" * limit})).faults == ()


def test_all_faults_of_a_row_are_listed() -> None:
    reading = read(row(cpr="1", name="", opened_on="i går"))

    assert [fault.reason for fault in reading.faults] == [
        FaultReason.CPR_SHAPE,
        FaultReason.MISSING,
        FaultReason.NO_SUCH_DATE,
    ]
    assert (reading.record.cpr, reading.record.name, reading.record.opened_on) == ("", "", None)


def test_short_row_lists_what_stands_in_it_and_no_more() -> None:
    assert only_fault(ListRow(5, GOOD[:2])) == RowFault(5, "Sagsnr.", "", FaultReason.SHORT_ROW, 2)
    assert [fault.reason for fault in read(ListRow(5, ("1",))).faults] == [FaultReason.SHORT_ROW, FaultReason.CPR_SHAPE]


def test_row_with_more_cells_than_headings_has_its_values_in_the_wrong_columns() -> None:
    assert only_fault(ListRow(5, (*GOOD, "", "løs"))) == RowFault(5, "Bemærkning", "løs", FaultReason.LONG_ROW, 10)
    assert read(ListRow(5, (*GOOD, "", ""))).faults == ()


def test_row_that_could_not_be_taken_apart_is_refused() -> None:
    assert only_fault(ListRow(5, (), is_broken=True)) == RowFault(5, "CPR-nr.", "", FaultReason.BROKEN_ROW)


def test_department_must_be_known_unless_all_are_welcome() -> None:
    strict = replace(RULES, departments=frozenset({"Familie", "Arbejdsmarked og Uddannelse"}))
    reader = RecordReader(mapping(), strict)

    assert reader.read(row(department="arbejdsmarked  og uddannelse")).faults == ()
    assert reader.read(row(department="Rumfart")).faults == (
        RowFault(2, "Fagenhed", "Rumfart", FaultReason.UNKNOWN_DEPARTMENT),
    )
    assert read(row(department="Rumfart")).faults == ()


def test_list_without_a_required_column_is_not_read() -> None:
    with pytest.raises(ColumnsMissing) as caught:
        RecordReader(mapping(("CPR-nr.", "Fagenhed")), RULES)

    assert caught.value.fields == (ListField.NAME, ListField.CASE_NUMBER)


@pytest.mark.parametrize(
    "text",
    [
        "14-07-2018",
        "14.07.2018",
        "14/7/2018",
        "14-7-2018",
        "2018-07-14",
        "2018-7-14",
        "14-07-2018 00:00:00",
        "2018-07-14T09.30",
        "2018-07-14 09:30:12.5",
    ],
)
def test_day_is_read_in_every_form(text: str) -> None:
    assert read_day(text) == date(2018, 7, 14)


@pytest.mark.parametrize(
    "text", ["", "31-02-2020", "14-07.2018", "14-07-18", "20180714", "43295", "14-07-0218", "2018-13-01", "x 10:30"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_leads_back(day: date) -> None:
    assert read_day(f"{day:%d-%m-%Y}") == read_day(f"{day:%d.%m.%Y}") == read_day(day.isoformat()) == day


def test_value_is_shown_on_one_line_without_what_cannot_be_seen() -> None:
    assert shown_value(" to\r\nlinjer\x00 ") == "to linjer\ufffd"
    assert shown_value("\ud800") == "\ufffd"
    assert shown_value("x" * 80) == "x" * 80


@given(st.tuples(*[st.text()] * len(HEADINGS)))
def test_any_texts_are_a_record_or_have_faults(cells: tuple[str, ...]) -> None:
    reading = read(ListRow(2, cells))

    assert isinstance(reading.record, ListRecord)
    assert reading.faults or (reading.record.cpr and reading.record.name and reading.record.case_number)
    assert all(len(fault.value) <= 80 for fault in reading.faults)
