"""How counted things are put together: rows, totals, and what may leave the house."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.periods import DayRange
from koordinator.domain.supervision import (
    ALL_COUNTS,
    DEFINED_COUNTS,
    NOBODY,
    SMALLEST_GROUP,
    TOTAL,
    Cell,
    CountName,
    Group,
    GroupBy,
    GroupKind,
    Holder,
    SupervisionRow,
    SupervisionScope,
    TooFewToShare,
    counted_for,
    fold,
    fold_for_outside,
    in_danish_order,
)
from tests.support.counted_world import AS_OF

SCOPE = SupervisionScope(DayRange(date(2026, 7, 1), date(2026, 12, 31)), GroupBy.EMPLOYEE)
ANE, BO, CARLA = Holder(1, 10, 100), Holder(2, 10, 100), Holder(3, 11, 100)
COURSES, PLANNED = CountName.COURSES_STEP2_OR_3, CountName.WITH_PLAN


def employee(key: int) -> Group:
    return Group(GroupKind.EMPLOYEE, key)


def numbers(cells: list[Cell], scope: SupervisionScope = SCOPE) -> dict[Group, dict[CountName, int]]:
    report = fold(cells, scope, AS_OF)
    return {row.group: dict(row.numbers) for row in (*report.rows, report.total)}


def test_counted_and_named_things_add_up() -> None:
    cells = [
        Cell(COURSES, ANE, 3),
        Cell(COURSES, ANE, 1, (7,)),
        Cell(COURSES, BO, 1, (7,)),
        Cell(PLANNED, ANE, 2),
        Cell(PLANNED, ANE, 1, (7,)),
    ]
    rest = CountName.WITHOUT_PLAN

    assert numbers(cells) == {
        employee(1): {COURSES: 4, PLANNED: 3, rest: 1},
        employee(2): {COURSES: 1, rest: 1},
        TOTAL: {COURSES: 4, PLANNED: 3, rest: 1},
    }


def test_only_leaves_one_employees_things() -> None:
    cells = [Cell(COURSES, ANE, 3), Cell(COURSES, BO, 2), Cell(COURSES, NOBODY, 1)]
    mine = SupervisionScope(SCOPE.days, GroupBy.TEAM, only=2)

    assert numbers(cells, mine) == {
        Group(GroupKind.TEAM, 10): {COURSES: 2, CountName.WITHOUT_PLAN: 2},
        TOTAL: {COURSES: 2, CountName.WITHOUT_PLAN: 2},
    }


def test_rows_without_numbers_are_left_out_and_nobody_comes_last() -> None:
    cells = [Cell(COURSES, NOBODY, 1), Cell(COURSES, BO, 1), Cell(COURSES, ANE, 0), Cell(PLANNED, CARLA, 0)]

    report = fold(cells, SCOPE, AS_OF, names=(COURSES,))

    assert [row.group for row in report.rows] == [employee(2), Group(GroupKind.NO_COORDINATOR)]


def test_a_count_is_never_a_bare_number() -> None:
    cells = [Cell(COURSES, ANE, 1, (7,)), Cell(COURSES, ANE, 1, (3,))]
    listed = fold(cells, SCOPE, AS_OF, listed=True)
    (row,) = listed.rows

    count = listed.count(row, COURSES)

    assert (count.name, count.number, count.ids) == (COURSES, 2, (3, 7))
    assert (count.definition_version, count.as_of) == (2, AS_OF)
    assert listed.count(row, CountName.MOVES_UP).ids == ()
    unopened = fold(cells, SCOPE, AS_OF)
    assert unopened.count(unopened.total, COURSES).ids is None


def test_what_must_be_counted_to_show_a_rest() -> None:
    assert counted_for({CountName.MOVES_UP}) == {CountName.MOVES_UP}
    assert counted_for({CountName.WITHOUT_PLAN}) == {PLANNED, COURSES}
    assert ALL_COUNTS[:9] == DEFINED_COUNTS


def test_rows_stand_as_in_a_danish_list() -> None:
    names = ["Åse", "Ole", "", "Aase", "Ærtebjerg", "anna", "Østergaard", "Zita"]
    rows = [SupervisionRow(TOTAL, {}, name=name) for name in names]

    assert [row.name for row in in_danish_order(rows)] == [
        "anna", "Ole", "Zita", "Ærtebjerg", "Østergaard", "Åse", "Aase", "",
    ]  # fmt: skip


def test_groups_under_five_are_one_row_outside() -> None:
    cells = [Cell(COURSES, ANE, 7), Cell(COURSES, BO, 4), Cell(COURSES, CARLA, 1), Cell(CountName.MOVES_UP, NOBODY, 2)]

    report = fold_for_outside(cells, SCOPE, AS_OF)

    assert [(row.group, row.number(COURSES)) for row in report.rows] == [
        (employee(1), 7),
        (Group(GroupKind.MERGED), 5),
    ]
    assert report.rows[1].number(CountName.MOVES_UP) == 2
    assert report.total.number(COURSES) == 12


def test_one_small_group_takes_the_next_with_it_so_that_nobody_can_subtract() -> None:
    cells = [Cell(COURSES, ANE, 9), Cell(COURSES, BO, 6), Cell(COURSES, CARLA, 2)]

    report = fold_for_outside(cells, SCOPE, AS_OF)

    assert [(row.group, row.number(COURSES)) for row in report.rows] == [
        (employee(1), 9),
        (Group(GroupKind.MERGED), 8),
    ]


def test_the_size_of_a_group_need_not_be_among_what_is_shown() -> None:
    met = CountName.MEETINGS_HELD
    cells = [Cell(COURSES, ANE, 5), Cell(met, ANE, 8), Cell(met, BO, 1), Cell(COURSES, CARLA, 6), Cell(met, CARLA, 2)]

    report = fold_for_outside(cells, SCOPE, AS_OF, (met,))

    assert [(row.group, dict(row.numbers)) for row in report.rows] == [
        (employee(3), {met: 2}),
        (Group(GroupKind.MERGED), {met: 9}),
    ]


def test_a_course_of_two_small_groups_is_one_when_they_are_merged() -> None:
    cells = [Cell(COURSES, ANE, 5), Cell(COURSES, BO, 3), Cell(COURSES, BO, 1, (7,)), Cell(COURSES, CARLA, 1, (7,))]

    report = fold_for_outside(cells, SCOPE, AS_OF)

    assert [(row.group.kind, row.number(COURSES)) for row in report.rows] == [(GroupKind.MERGED, 9)]


def test_large_groups_stay_as_they_are() -> None:
    cells = [Cell(COURSES, ANE, 5), Cell(COURSES, BO, 6)]

    assert fold_for_outside(cells, SCOPE, AS_OF) == fold(cells, SCOPE, AS_OF)


def test_fewer_than_five_in_all_stay_in_the_house() -> None:
    with pytest.raises(TooFewToShare) as caught:
        fold_for_outside([Cell(COURSES, ANE, 4)], SCOPE, AS_OF)

    assert (caught.value.courses, caught.value.smallest) == (4, 5)


@given(
    st.lists(
        st.builds(
            Cell,
            st.sampled_from([COURSES, CountName.MEETINGS_HELD]),
            st.sampled_from([ANE, BO, CARLA, NOBODY]),
            st.integers(0, 9),
            st.just(()),
        )
    )
)
def test_no_row_that_leaves_the_house_is_small(cells: list[Cell]) -> None:
    inside = fold(cells, SCOPE, AS_OF)
    try:
        outside = fold_for_outside(cells, SCOPE, AS_OF)
    except TooFewToShare:
        assert inside.total.number(COURSES) < SMALLEST_GROUP
        return

    assert all(row.number(COURSES) >= SMALLEST_GROUP for row in outside.rows)
    assert outside.total == inside.total
    assert sum(row.number(COURSES) for row in outside.rows) == inside.total.number(COURSES)
