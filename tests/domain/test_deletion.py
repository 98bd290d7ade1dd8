"""The proof of a deletion, and the list by which it stays so."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.deletion import (
    DeletedKind,
    Deletion,
    ListedDeletion,
    Removed,
    counts_of,
    joined_lists,
    read_list,
    written_list,
)
from koordinator.domain.ids import EmployeeId, RowId

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
LISTS = st.lists(
    st.builds(
        ListedDeletion,
        st.sampled_from(DeletedKind),
        st.text("0123456789abcdef", min_size=1, max_size=32),
        st.datetimes(timezones=st.just(UTC)),
    ),
    max_size=5,
)


@given(LISTS)
def test_a_list_is_read_as_it_was_written(listed: list[ListedDeletion]) -> None:
    assert read_list(written_list(listed)) == tuple(listed)


@given(LISTS, st.data())
def test_a_list_whose_end_was_torn_off_has_every_whole_line(listed: list[ListedDeletion], data: st.DataObject) -> None:
    text = written_list(listed)
    cut = data.draw(st.integers(text.index("\n") + 1, len(text)))

    assert read_list(text[:cut]) == tuple(listed[: text[:cut].count("\n") - 1])


@pytest.mark.parametrize(
    "text", ["", "koordinator", "something\n", "koordinator deletions 1\nx\n", "koordinator deletions 1\ncitizen a b\n"]
)
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_list(text)


@pytest.mark.parametrize("line", ["citizen  2026-11-22T12:00:00+00:00", "citizen a 2026-11-22T12:00:00"])
def test_a_line_names_something_and_a_moment(line: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_list(f"koordinator deletions 1\n{line}\n")


def test_lists_are_joined_with_each_thing_once() -> None:
    first, again = (
        ListedDeletion(DeletedKind.CITIZEN, "a", AT),
        ListedDeletion(DeletedKind.CITIZEN, "a", AT.replace(hour=13)),
    )
    other = ListedDeletion(DeletedKind.FAMILY, "a", AT.replace(hour=11))

    assert joined_lists((again,), (first, other)) == (other, first)


def test_what_went_by_its_age_is_listed_each_time() -> None:
    first = ListedDeletion(DeletedKind.DRAFT, "2026-05-22", AT)
    later = first._replace(at=AT.replace(hour=13))

    assert joined_lists((later, first), (later,)) == (first, later)


def test_a_proof_says_how_much_went_and_what_its_line_is() -> None:
    removed = Removed((("case_file", 3), ("paper", 2)), 1)
    proof = Deletion(RowId(1), "a", DeletedKind.CITIZEN, AT, EmployeeId(1), removed.as_text, 9)

    assert removed.rows == 5
    assert counts_of(proof.counts) == removed.counts
    assert proof.listed == ListedDeletion(DeletedKind.CITIZEN, "a", AT)
    assert [kind for kind in DeletedKind if kind.is_subject] == [DeletedKind.CITIZEN, DeletedKind.FAMILY]
