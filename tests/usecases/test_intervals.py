"""Intervals that hold from a day to come, on a real database."""

from datetime import timedelta

import pytest

from koordinator.domain.access import Action
from koordinator.domain.guide_kinds import NextStepKind
from koordinator.domain.ids import RowId
from koordinator.domain.setting import Setting, SettingKey, UnusableNumber
from koordinator.domain.setting_times import NotFromToday, SettingInForce
from koordinator.domain.steps import Step
from koordinator.usecases.citizens import Citizens
from koordinator.usecases.intervals import Intervals
from koordinator.usecases.settings import Settings
from tests.support.histories import Histories
from tests.support.office import TODAY, Bench

FIRST_MEETING = SettingKey.FIRST_MEETING_WITHIN_DAYS
SOON = TODAY + timedelta(days=10)


def said(bench: Bench) -> list[str]:
    return [row.value for row in Intervals(bench.office).times((FIRST_MEETING,)).values[FIRST_MEETING]]


def test_a_value_to_come_waits_for_its_day_and_the_guide_follows(bench: Bench) -> None:
    histories, lone = Histories(bench), bench.add_citizen()
    histories.course(lone.subject_id, Step.MEETINGS, TODAY, by=histories.employee())
    histories.assessment(lone.subject_id, Step.MEETINGS, TODAY)
    Intervals(bench.office).plan(bench.actor, FIRST_MEETING, "060", SOON)

    def by_on() -> object:
        step = Citizens(bench.office).open(bench.actor, lone.id).course_file.next_step
        assert step.kind is NextStepKind.PLAN_FIRST_MEETING
        return step.why.on

    assert Settings(bench.office).values()[FIRST_MEETING] == "28"
    assert by_on() == TODAY + timedelta(days=28)
    bench.clock.pass_days(10)
    assert Settings(bench.office).values()[FIRST_MEETING] == "60"
    assert by_on() == TODAY + timedelta(days=60)
    assert [entry.codes for entry in bench.log() if entry.action is Action.EDIT_SETTINGS] == [
        f"first_meeting_within_days from={SOON}"
    ]


def test_a_value_to_come_is_taken_back_and_one_in_force_is_not(bench: Bench) -> None:
    intervals = Intervals(bench.office)
    coming = intervals.plan(bench.actor, FIRST_MEETING, "60", SOON)
    now = intervals.plan(bench.actor, FIRST_MEETING, "30", TODAY)
    assert said(bench) == ["28", "30", "60"]

    intervals.take_back(bench.actor, coming.id)
    with pytest.raises(SettingInForce):
        intervals.take_back(bench.actor, now.id)

    assert said(bench) == ["28", "30"]


def test_one_day_has_one_value(bench: Bench) -> None:
    for value in ("60", "50"):
        Intervals(bench.office).plan(bench.actor, FIRST_MEETING, value, SOON)
    for value in ("20", "21"):
        Settings(bench.office).change(bench.actor, {FIRST_MEETING: value})

    assert said(bench) == ["28", "21", "50"]
    with bench.office.aside() as tx:
        assert len(tx.of(Setting).where(key=FIRST_MEETING)) == 2


def test_nothing_is_changed_backwards_or_beyond_reason(bench: Bench) -> None:
    intervals = Intervals(bench.office)
    with pytest.raises(NotFromToday):
        intervals.plan(bench.actor, FIRST_MEETING, "30", TODAY - timedelta(days=1))
    with pytest.raises(UnusableNumber):
        intervals.plan(bench.actor, FIRST_MEETING, "0", SOON)
    assert said(bench) == ["28"]
    assert intervals.times((FIRST_MEETING,)).values[FIRST_MEETING][0].setting_id == RowId(0)
