"""The agenda comes from a template and is then the room's own to order."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.agenda import (
    AgendaTemplate,
    ItemMinutesOutOfRange,
    TemplateItem,
    UnusableTemplate,
    agenda_items,
    agenda_minutes,
    checked_item,
    current_item,
    in_position,
    moved_item,
    read_template,
    renumbered,
)
from koordinator.domain.errors import FieldMissing
from koordinator.domain.ids import AgendaItemId, MeetingId
from koordinator.domain.meeting import AgendaKind
from tests.domain.meetings import an_item

ROW = {"kind": "citizens_words", "title": "{navns} ord", "minutes": 15}
TEMPLATE = AgendaTemplate((TemplateItem(AgendaKind.WELCOME, "Velkomst", 5), TemplateItem(AgendaKind.GOALS, "Mål", 15)))


def test_a_template_gets_the_citizens_name() -> None:
    template = read_template({"item": [ROW]}, "Lones")

    assert template.items == (TemplateItem(AgendaKind.CITIZENS_WORDS, "Lones ord", 15),)
    assert template.minutes == 15


@pytest.mark.parametrize(
    ("table", "place"),
    [
        ({}, "item"),
        ({"item": []}, "item"),
        ({"item": "x"}, "item"),
        ({"item": [ROW, 7]}, "item[2]"),
        ({"item": [ROW | {"kind": "song"}]}, "item[1].kind"),
        ({"item": [ROW | {"kind": ["welcome"]}]}, "item[1].kind"),
        ({"item": [ROW | {"title": " "}]}, "item[1].title"),
        ({"item": [ROW | {"title": 7}]}, "item[1].title"),
        ({"item": [ROW | {"minutes": -1}]}, "item[1].minutes"),
        ({"item": [ROW | {"minutes": True}]}, "item[1].minutes"),
        ({"item": [ROW | {"minutes": 601}]}, "item[1].minutes"),
    ],
)
def test_a_template_with_a_fault_says_where(table: dict[str, Any], place: str) -> None:
    with pytest.raises(UnusableTemplate) as caught:
        read_template(table, "Lones")
    assert caught.value.place == place


def test_the_meeting_gets_the_items_in_order() -> None:
    items = agenda_items(TEMPLATE, MeetingId(4))

    assert [(item.position, item.title, item.minutes, item.meeting_id) for item in items] == [
        (1, "Velkomst", 5, 4),
        (2, "Mål", 15, 4),
    ]
    assert agenda_minutes(items) == 20


def test_an_item_needs_a_title_and_a_sensible_time() -> None:
    assert checked_item(replace(an_item(1, 1), title=" Tolk ")).title == "Tolk"
    with pytest.raises(FieldMissing):
        checked_item(replace(an_item(1, 1), title=""))
    for minutes in (-1, 601):
        with pytest.raises(ItemMinutesOutOfRange):
            checked_item(replace(an_item(1, 1), minutes=minutes))


def test_the_current_item_is_the_first_that_is_not_done() -> None:
    items = [an_item(2, 2), replace(an_item(1, 1), done=True)]

    assert current_item(items) == items[0]
    assert current_item([items[1]]) is None


@given(st.permutations([1, 2, 3, 4]), st.integers(1, 4), st.integers(-2, 9))
def test_a_moved_item_stands_where_it_was_put_and_positions_have_no_holes(
    positions: list[int], number: int, position: int
) -> None:
    items = {AgendaItemId(n): an_item(n, where) for n, where in enumerate(positions, start=1)}
    before = [item.id for item in in_position(items.values())]

    items |= {item.id: item for item in moved_item(items.values(), AgendaItemId(number), position)}

    after = in_position(items.values())
    assert [item.position for item in after] == [1, 2, 3, 4]
    assert after[min(max(position, 1), 4) - 1].id == number
    assert [each.id for each in after if each.id != number] == [each for each in before if each != number]


def test_numbers_close_up_after_a_removal() -> None:
    assert renumbered([an_item(1, 1), an_item(3, 3)]) == (an_item(3, 2),)
