"""An employee's teams are filled in anew, and what has been stays as it was."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.errors import DomainError
from koordinator.domain.ids import EmployeeId, RowId, TeamId
from koordinator.domain.organisation import TeamMembership
from koordinator.domain.periods import holds_on
from koordinator.domain.team_places import (
    PlaceBackwards,
    PlaceChanges,
    PlaceTwice,
    UnusableShare,
    changed_places,
    live_places,
    most_share,
    share_on,
)

TODAY = date(2026, 11, 21)
LONG_AGO, SOON = TODAY - timedelta(days=400), TODAY + timedelta(days=30)
HOME = TeamMembership(RowId(1), EmployeeId(5), TeamId(2), LONG_AGO)
CROSS = TeamMembership(RowId(0), EmployeeId(5), TeamId(9), TODAY, SOON, 40)


def test_the_home_team_is_kept_beside_the_new_one() -> None:
    assert changed_places((HOME,), (HOME, CROSS), TODAY) == PlaceChanges(added=(CROSS,))
    assert share_on((HOME, CROSS), TODAY) == 140
    assert share_on((HOME, CROSS), SOON) == 100
    assert most_share((HOME, replace(CROSS, from_on=SOON, until_on=None)), TODAY) == 140
    assert most_share((), TODAY) == 0


def test_another_share_holds_from_today() -> None:
    changes = changed_places((HOME,), (replace(HOME, share_percent=60),), TODAY)

    assert changes.saved == (replace(HOME, until_on=TODAY),)
    assert changes.added == (replace(HOME, id=RowId(0), from_on=TODAY, share_percent=60),)


def test_an_end_is_set_and_moved() -> None:
    until = replace(HOME, until_on=SOON)

    assert changed_places((HOME,), (until,), TODAY).saved == (until,)
    assert changed_places((until,), (HOME,), TODAY).saved == (HOME,)
    assert changed_places((until,), (until,), TODAY) == PlaceChanges()


def test_who_is_taken_out_leaves_today_and_what_never_held_goes() -> None:
    to_come = replace(CROSS, id=RowId(7), from_on=SOON, until_on=None)

    assert changed_places((HOME,), (), TODAY).saved == (replace(HOME, until_on=TODAY),)
    assert changed_places((to_come,), (), TODAY).removed == (RowId(7),)
    assert changed_places((to_come,), (replace(to_come, from_on=TODAY),), TODAY).saved[0].from_on == TODAY


def test_what_is_over_is_left_alone() -> None:
    over = replace(HOME, until_on=TODAY)

    assert live_places((over, CROSS), TODAY) == (CROSS,)
    assert changed_places((over,), (), TODAY) == PlaceChanges()


@pytest.mark.parametrize(
    ("row", "error"),
    [
        (replace(CROSS, share_percent=0), UnusableShare),
        (replace(CROSS, share_percent=101), UnusableShare),
        (replace(CROSS, until_on=TODAY), PlaceBackwards),
        (replace(CROSS, from_on=LONG_AGO, until_on=TODAY - timedelta(days=1)), PlaceBackwards),
        (replace(CROSS, team_id=HOME.team_id), PlaceTwice),
        (replace(CROSS, team_id=HOME.team_id, from_on=LONG_AGO - timedelta(days=9), until_on=TODAY), PlaceTwice),
    ],
)
def test_what_cannot_be_is_refused(row: TeamMembership, error: type[DomainError]) -> None:
    with pytest.raises(error):
        changed_places((HOME,), (HOME, row), TODAY)


def test_one_team_twice_after_another_is_fine() -> None:
    first = replace(HOME, until_on=SOON)
    again = replace(HOME, id=RowId(0), from_on=SOON)

    assert changed_places((HOME,), (first, again), TODAY) == PlaceChanges((first,), (again,))


_DAYS = st.dates(LONG_AGO, TODAY - timedelta(days=1))


@given(st.lists(_DAYS, max_size=4), st.data())
def test_no_day_that_has_been_is_changed(begun: list[date], data: st.DataObject) -> None:
    held = [replace(HOME, id=RowId(n), team_id=TeamId(n), from_on=day) for n, day in enumerate(begun, start=1)]
    wanted = [
        replace(row, share_percent=data.draw(st.integers(1, 100)), until_on=data.draw(st.none() | st.just(SOON)))
        for row in data.draw(st.lists(st.sampled_from(held), unique=True) if held else st.just([]))
    ]

    changes = changed_places(held, wanted, TODAY)

    after = {row.id: row for row in held} | {row.id: row for row in changes.saved}
    rows = [*(row for key, row in after.items() if key not in changes.removed), *changes.added]
    yesterday = TODAY - timedelta(days=1)
    assert share_on(rows, yesterday) == share_on(held, yesterday)
    assert {(row.team_id, row.share_percent, row.until_on) for row in rows if holds_on(row, TODAY)} == {
        (row.team_id, row.share_percent, row.until_on) for row in wanted
    }
