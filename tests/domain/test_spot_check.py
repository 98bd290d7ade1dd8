"""Stikprøver: drawn by chance, the same again for whoever repeats it, and answered once."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.access import Action, Relation
from koordinator.domain.errors import FieldTooLong
from koordinator.domain.ids import EmployeeId, RowId, SubjectId
from koordinator.domain.limits import PARAGRAPH
from koordinator.domain.spot_check import (
    OUTSIDE_WEIGHT,
    AlreadyAnswered,
    NoteNeeded,
    SpotAnswer,
    SpotCheck,
    SpotLook,
    answered,
    drawn,
    month_after,
    months_to_draw,
    weight_of,
)

NOW = datetime(2026, 11, 21, 11, tzinfo=UTC)
CHECK = SpotCheck(RowId(1), RowId(1), 5, NOW, EmployeeId(2), SubjectId(3), Action.OPEN_CITIZEN, Relation.OWN, version=1)
LEADER = EmployeeId(9)


@given(st.text(max_size=20), st.lists(st.integers(1, 10_000), unique=True, max_size=40), st.integers(0, 45))
def test_a_draw_is_of_the_pool_and_as_many_as_wanted(seed: str, sequences: list[int], wanted: int) -> None:
    pool = [SpotLook(sequence, None) for sequence in sequences]

    found = drawn(seed, pool, wanted)

    assert len(found) == min(wanted, len(pool))
    assert set(found) <= set(pool)
    assert all(one.sequence < other.sequence for one, other in pairwise(found))
    assert drawn(seed, pool[::-1], wanted) == found


def test_another_seed_draws_others_and_each_look_has_its_chance() -> None:
    pool = [SpotLook(sequence, Relation.OWN) for sequence in range(1, 21)]
    times = dict.fromkeys(range(1, 21), 0)

    for seed in range(2_000):
        for look in drawn(str(seed), pool, 5):
            times[look.sequence] += 1

    # A quarter of 2,000 each; five standard deviations to either side.
    assert all(400 < count < 600 for count in times.values())


def test_a_look_from_outside_is_three_times_as_likely() -> None:
    pool = [SpotLook(sequence, Relation.OWN if sequence > 10 else None) for sequence in range(1, 21)]

    outside = sum(look.relation is None for seed in range(2_000) for look in drawn(str(seed), pool, 1))

    assert OUTSIDE_WEIGHT == 3
    assert 0.70 < outside / 2_000 < 0.80


@pytest.mark.parametrize("relation", [*Relation, None])
def test_who_works_with_the_citizen_weighs_one(relation: Relation | None) -> None:
    works = {Relation.OWN, Relation.SHARED, Relation.TEAM, Relation.UNTAKEN}

    assert weight_of(relation) == (1 if relation in works else OUTSIDE_WEIGHT)


def test_an_answer_stays_but_for_one_that_the_employee_was_asked_about() -> None:
    asked = answered(CHECK, SpotAnswer.ASKED, " Spurgt i dag ", LEADER, NOW)
    found = answered(asked, SpotAnswer.IN_ORDER, "", LEADER, NOW)

    assert (asked.answer, asked.note, asked.answered_by_id, asked.answered_at) == (
        SpotAnswer.ASKED,
        "Spurgt i dag",
        LEADER,
        NOW,
    )
    assert found.answer is SpotAnswer.IN_ORDER
    with pytest.raises(AlreadyAnswered):
        answered(found, SpotAnswer.NOT_IN_ORDER, "Alligevel ikke", LEADER, NOW)


@pytest.mark.parametrize("answer", [SpotAnswer.ASKED, SpotAnswer.NOT_IN_ORDER])
def test_what_is_not_simply_in_order_needs_a_note(answer: SpotAnswer) -> None:
    with pytest.raises(NoteNeeded):
        answered(CHECK, answer, "  ", LEADER, NOW)
    with pytest.raises(FieldTooLong):
        answered(CHECK, answer, "x" * (PARAGRAPH + 1), LEADER, NOW)


def test_the_months_that_are_over_are_drawn_once() -> None:
    months = (date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1))

    assert months_to_draw(date(2027, 2, 14), frozenset()) == months
    assert months_to_draw(date(2027, 2, 1), frozenset(months[:2])) == months[2:]
    assert [month_after(month) for month in months] == [*months[1:], date(2027, 2, 1)]
