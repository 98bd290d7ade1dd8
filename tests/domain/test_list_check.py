from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.list_check import CheckedList, check_list
from koordinator.domain.list_import import ListRow
from koordinator.domain.list_records import FaultReason, RowFault
from tests.domain.lists import RULES, mapping, row


def check(*rows: ListRow) -> CheckedList:
    return check_list(rows, mapping(), RULES)


def test_good_rows_go_in_and_bad_ones_are_listed() -> None:
    checked = check(row(2), row(3, case_number="S2"), row(4, case_number="S3", cpr="1", name=""))

    assert [record.row for record in checked.records] == [2, 3]
    assert [(fault.row, fault.column) for fault in checked.faults] == [(4, "CPR-nr."), (4, "Navn")]
    assert (checked.row_count, checked.bad_row_count) == (3, 1)


def test_identical_row_again_is_unchanged_and_not_bad() -> None:
    checked = check(row(2), row(3, cpr="905540198"), row(4))

    assert [record.row for record in checked.records] == [2]
    assert [record.row for record in checked.repeated] == [3, 4]
    assert checked.faults == ()


def test_first_of_two_names_for_one_cpr_stays() -> None:
    checked = check(row(2), row(3, case_number="S2", name="<b>Freja</b>"), row(4, case_number="S3"))

    assert [record.row for record in checked.records] == [2, 4]
    assert checked.faults == (RowFault(3, "Navn", "<b>Freja</b>", FaultReason.OTHER_NAME, 2),)


def test_refused_row_binds_nobody() -> None:
    checked = check(row(2, name="Freya Ågård", opened_on="i går"), row(3))

    assert [record.row for record in checked.records] == [3]
    assert [fault.row for fault in checked.faults] == [2]


def test_case_number_again_with_other_content_is_bad() -> None:
    checked = check(row(2), row(3, note="Noget andet"), row(4))

    assert checked.faults == (RowFault(3, "Sagsnr.", "S1", FaultReason.CASE_DIFFERS, 2),)
    assert [record.row for record in checked.repeated] == [4]


def test_case_number_of_another_citizen_is_bad() -> None:
    checked = check(row(2), row(3, cpr="110665-2361", name="Øjvind Bæk"))

    assert checked.faults == (RowFault(3, "Sagsnr.", "S1", FaultReason.CASE_OF_ANOTHER, 2),)


def test_row_with_faults_of_its_own_is_held_against_the_others_too() -> None:
    checked = check(row(2), row(3, case_number="S2", name="Freya", opened_on="i går"), row(4, cpr="", note="ny"))

    assert [(fault.row, fault.reason) for fault in checked.faults] == [
        (3, FaultReason.NO_SUCH_DATE),
        (3, FaultReason.OTHER_NAME),
        (4, FaultReason.MISSING),
        (4, FaultReason.CASE_DIFFERS),
    ]


def test_unknown_departments_are_gathered_for_the_preview() -> None:
    rules = replace(RULES, departments=frozenset({"Familie"}))
    rows = [row(2), row(3, department="Rumfart"), row(4, department="Havvind"), row(5, department="Rumfart")]

    assert check_list(rows, mapping(), rules).unknown_departments == ("Rumfart", "Havvind")


@given(
    st.lists(
        st.builds(
            row,
            cpr=st.sampled_from(["0905540198", "1106652361", "12345"]),
            name=st.sampled_from(["Freja", "Øjvind", ""]),
            case_number=st.sampled_from(["S1", "S2", "S3"]),
            note=st.sampled_from(["", "x"]),
        ),
        max_size=12,
    )
)
def test_every_row_goes_in_repeats_or_is_listed(rows: list[ListRow]) -> None:
    numbered = [replace(one, number=number) for number, one in enumerate(rows, start=2)]
    checked = check(*numbered)

    placed = [record.row for record in (*checked.records, *checked.repeated)]
    placed += {fault.row for fault in checked.faults}
    assert sorted(placed) == [one.number for one in numbered]
    assert len({record.case_number for record in checked.records}) == len(checked.records)
    assert len({(record.cpr, record.name) for record in checked.records}) == len(
        {record.cpr for record in checked.records}
    )
