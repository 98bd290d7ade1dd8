"""Handover: what may be handed over, from when, and how it ends."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.errors import FieldMissing, FieldTooLong
from koordinator.domain.handover import (
    MOST_ITEMS,
    CannotReturn,
    ChecklistTooLong,
    Handover,
    HandoverDayPast,
    HandoverItem,
    HandoverKind,
    HandoverNotYet,
    HandoverOutcome,
    HandoverOver,
    HandoverTerms,
    HandoverToSelf,
    begun,
    cancelled,
    carried_out,
    checked_items,
    checked_terms,
    current_one,
    introduction_day,
    missing_items,
    overtaken,
    returned,
    spread,
    ticked,
)
from koordinator.domain.ids import EmployeeId, HandoverId, RowId, SubjectId
from koordinator.domain.working_days import is_working_day

TODAY = date(2026, 11, 20)
LATER = TODAY + timedelta(days=10)
GIVER, RECEIVER, OTHER = EmployeeId(1), EmployeeId(2), EmployeeId(3)
TERMS = HandoverTerms(HandoverKind.ABSENCE, GIVER, LATER, " Ring helst om formiddagen. ")
UNDER_WAY = replace(begun(checked_terms(TERMS, TODAY), SubjectId(4), RECEIVER, TODAY), id=HandoverId(5))
ITEM = HandoverItem(RowId(6), HandoverId(5), 1, "Borgeren er orienteret")
DONE = carried_out(UNDER_WAY, LATER)


def no_holiday(_day: date) -> bool:
    return False


def test_it_begins_with_what_the_giver_wrote() -> None:
    assert (
        Handover(
            HandoverId(5),
            SubjectId(4),
            HandoverKind.ABSENCE,
            GIVER,
            RECEIVER,
            LATER,
            TODAY,
            "Ring helst om formiddagen.",
        )
        == UNDER_WAY
    )
    assert UNDER_WAY.is_open


def test_it_is_so_from_today_at_the_earliest() -> None:
    with pytest.raises(HandoverDayPast) as refused:
        checked_terms(replace(TERMS, takes_effect_on=TODAY - timedelta(days=1)), TODAY)

    assert refused.value.earliest_on == TODAY
    assert checked_terms(replace(TERMS, takes_effect_on=TODAY), TODAY).takes_effect_on == TODAY
    with pytest.raises(FieldTooLong):
        checked_terms(replace(TERMS, told="a" * 2_001), TODAY)


def test_nobody_hands_over_to_themselves() -> None:
    with pytest.raises(HandoverToSelf):
        begun(TERMS, SubjectId(4), GIVER, TODAY)


def test_it_presses_from_its_day_until_it_is_carried_out() -> None:
    assert not UNDER_WAY.presses_on(LATER - timedelta(days=1))
    assert UNDER_WAY.presses_on(LATER)
    assert not DONE.presses_on(LATER)


def test_it_is_carried_out_on_its_day_or_later() -> None:
    with pytest.raises(HandoverNotYet) as refused:
        carried_out(UNDER_WAY, TODAY)

    assert refused.value.takes_effect_on == LATER
    assert (DONE.outcome, DONE.ended_on, DONE.is_open) == (HandoverOutcome.CARRIED_OUT, LATER, False)


def test_what_is_over_stays() -> None:
    called_off = cancelled(UNDER_WAY, " Mette bliver alligevel. ", TODAY)

    assert (called_off.outcome, called_off.cancel_reason) == (HandoverOutcome.CANCELLED, "Mette bliver alligevel.")
    for over in (called_off, DONE, overtaken(UNDER_WAY, TODAY)):
        with pytest.raises(HandoverOver):
            carried_out(over, LATER)
        with pytest.raises(HandoverOver):
            cancelled(over, "Fejl", LATER)


def test_calling_off_needs_a_reason() -> None:
    with pytest.raises(FieldMissing):
        cancelled(UNDER_WAY, " ", TODAY)


def test_a_line_is_ticked_and_not_ticked_also_after_the_day() -> None:
    done = ticked(ITEM, DONE, OTHER, LATER, is_done=True)

    assert (done.done_on, done.done_by_id) == (LATER, OTHER)
    assert ticked(done, UNDER_WAY, OTHER, LATER, is_done=False) == ITEM
    assert (missing_items((ITEM, done)), missing_items(())) == (1, 0)
    with pytest.raises(HandoverOver):
        ticked(ITEM, cancelled(UNDER_WAY, "Fejl", TODAY), OTHER, TODAY, is_done=True)


def test_only_an_absence_goes_back_and_only_once() -> None:
    back = returned(DONE, LATER)

    assert back.returned_on == LATER
    for other in (back, UNDER_WAY, replace(DONE, kind=HandoverKind.RESIGNATION)):
        with pytest.raises(CannotReturn):
            returned(other, LATER)


def test_the_one_to_show_is_the_open_one_else_the_one_that_can_go_back() -> None:
    newer = replace(DONE, id=HandoverId(7), begun_on=LATER, kind=HandoverKind.PLANNED)

    assert current_one((newer, DONE, replace(UNDER_WAY, id=HandoverId(8)))) == replace(UNDER_WAY, id=HandoverId(8))
    assert current_one((newer, DONE)) == DONE
    assert current_one((newer,)) is None
    assert current_one((newer,), {newer.id}) == newer
    assert current_one((newer, DONE), {newer.id}) == DONE, "what can go back comes first"
    assert current_one((replace(newer, returned_on=LATER),), {newer.id}) is None
    assert current_one(()) is None


def test_the_checklist_is_what_says_something_each_once() -> None:
    assert checked_items((" Brevet ", "", "Brevet", "Mødet")) == ("Brevet", "Mødet")
    most = [f"Punkt {number}" for number in range(MOST_ITEMS)]
    assert checked_items([*most, most[0]]) == tuple(most)
    with pytest.raises(ChecklistTooLong):
        checked_items([*most, "Endnu et"])


@given(st.dates(TODAY, TODAY + timedelta(days=60)))
def test_the_introduction_is_on_a_working_day_ahead_of_the_day_where_there_is_time(day: date) -> None:
    proposed = introduction_day(day, TODAY, no_holiday)

    assert is_working_day(proposed, no_holiday)
    assert proposed > TODAY
    assert proposed <= day or day < TODAY + timedelta(days=7)


@given(
    st.lists(st.integers(1, 90).map(SubjectId), max_size=40, unique=True),
    st.lists(
        st.tuples(st.integers(1, 9).map(EmployeeId), st.integers(0, 30)), max_size=5, unique_by=lambda one: one[0]
    ),
)
def test_each_subject_gets_one_receiver_and_nobody_much_more_than_the_others(
    subject_ids: list[SubjectId], receivers: list[tuple[EmployeeId, int]]
) -> None:
    found = spread(subject_ids, receivers)

    assert [subject for subject, _ in found] == (subject_ids if receivers else [])
    load = dict(receivers)
    for _, receiver in found:
        assert load[receiver] == min(load.values())
        load[receiver] += 1
