"""What falls due, by how pressing it is."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.follow_up import DueItem, DueKind, Urgency, grouped
from koordinator.domain.ids import SubjectId
from tests.domain.meetings import DAY

ITEM = DueItem(DueKind.AGREEMENT, 1, SubjectId(1), "Lone Bæk", "Taler med skolen", DAY, who="Kim Møller")


@pytest.mark.parametrize(
    ("item", "urgency"),
    [
        (replace(ITEM, due_on=DAY - timedelta(days=1)), Urgency.OVERDUE),
        (replace(ITEM, due_on=DAY - timedelta(days=1), who=""), Urgency.OVERDUE),
        (ITEM, Urgency.THIS_WEEK),
        (replace(ITEM, due_on=DAY + timedelta(days=6)), Urgency.THIS_WEEK),
        (replace(ITEM, due_on=DAY + timedelta(days=7)), Urgency.LATER),
        (replace(ITEM, due_on=None), Urgency.LACKING),
        (replace(ITEM, who=""), Urgency.LACKING),
        (replace(ITEM, due_on=None, rhythm="hver fredag"), Urgency.ONGOING),
        (replace(ITEM, kind=DueKind.DECISION, who=""), Urgency.LACKING),
        (replace(ITEM, kind=DueKind.OTHER_PLAN, who=""), Urgency.THIS_WEEK),
    ],
)
def test_how_pressing_it_is(item: DueItem, urgency: Urgency) -> None:
    assert item.urgency(DAY) is urgency


@given(st.lists(st.from_type(DueItem), max_size=30))
def test_every_item_stands_in_one_group_and_the_oldest_first(items: list[DueItem]) -> None:
    groups = grouped(items, DAY)

    listed = [item for group in groups for item in group.items]
    assert sorted(listed, key=repr) == sorted(items, key=repr)
    order = list(Urgency)
    assert [group.urgency for group in groups] == sorted((group.urgency for group in groups), key=order.index)
    for group in groups:
        days = [item.due_on for item in group.items if item.due_on is not None]
        assert group.items
        assert days == sorted(days)
