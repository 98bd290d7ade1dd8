"""Lanes of efforts and the gaps in them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.ids import CitizenId, DepartmentId, EffortId
from koordinator.domain.network_timeline import Gap, lanes_of
from koordinator.domain.periods import holds_from_to
from koordinator.domain.register import Effort

FAMILY, AGED = DepartmentId(1), DepartmentId(2)
NAMES = {FAMILY: "Familie", AGED: "Ældre"}
FIRST = date(2026, 1, 1)


def effort(key: int, first: int | None, last: int | None, department: DepartmentId | None = FAMILY) -> Effort:
    """From a day of 2026 to another."""
    begin = FIRST + timedelta(days=first) if first is not None else None
    end = FIRST + timedelta(days=last) if last is not None else None
    return Effort(EffortId(key), CitizenId(1), "Bostøtte", department_id=department, from_on=begin, until_on=end)


def test_lanes_by_name_and_those_of_no_department_last() -> None:
    rows = (effort(1, 0, 9, None), effort(2, 0, 9, AGED), effort(3, 5, 9), effort(4, 0, 9))
    lanes = lanes_of(rows, NAMES)
    assert [(lane.department_id, [each.id for each in lane.efforts]) for lane in lanes] == [
        (FAMILY, [4, 3]),
        (AGED, [2]),
        (None, [1]),
    ]


def test_days_without_anything_are_a_gap() -> None:
    (lane,) = lanes_of((effort(1, 0, 10), effort(2, 20, 30), effort(3, 5, 12)), NAMES)
    assert lane.gaps == (Gap(FIRST + timedelta(days=12), FIRST + timedelta(days=20)),)


def test_what_goes_on_leaves_no_gap() -> None:
    (lane,) = lanes_of((effort(1, None, None), effort(2, 20, 30)), NAMES)
    assert lane.gaps == ()
    assert lanes_of((), NAMES) == ()


_DAYS = st.one_of(st.none(), st.integers(0, 90))


@given(st.lists(st.tuples(_DAYS, st.one_of(st.none(), st.integers(91, 200))), min_size=1, max_size=9))
def test_no_effort_is_given_in_a_gap(periods: list[tuple[int | None, int | None]]) -> None:
    efforts = [effort(n, *period) for n, period in enumerate(periods, start=1)]
    for lane in lanes_of(efforts, NAMES):
        for gap in lane.gaps:
            assert gap.from_on < gap.until_on
            assert not any(holds_from_to(each.from_on, each.until_on, gap.from_on) for each in efforts)
