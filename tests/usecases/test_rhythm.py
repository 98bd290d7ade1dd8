"""How often one meets, and the days that suit, on a real database."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from koordinator.domain.calendar_periods import PeriodBackwards
from koordinator.domain.errors import NotAllowed
from koordinator.domain.ids import RowId
from koordinator.domain.meeting_rhythm import DayFault, RhythmOutOfRange, SchoolHoliday
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.register import ContactPerson
from koordinator.usecases.rhythm import Rhythms
from tests.support.meeting_world import SOON, MeetingWorld, employee_party
from tests.support.office import TODAY

TUESDAY = replace(SOON, starts_on=date(2027, 2, 9))
WINTER = SchoolHoliday(RowId(0), "Vinterferie", date(2027, 2, 13), date(2027, 2, 22))


@pytest.fixture
def rhythms(world: MeetingWorld) -> Rhythms:
    return Rhythms(world.bench.office)


def test_a_rhythm_is_set_changed_and_given_up(world: MeetingWorld, rhythms: Rhythms) -> None:
    assert rhythms.of(world.actor, world.subject_id) is None
    for weeks in (6, 8):
        kept = rhythms.keep(world.actor, world.subject_id, weeks)
        assert kept is not None
        assert kept == rhythms.of(world.actor, world.subject_id)
        assert kept.weeks == weeks
    with pytest.raises(RhythmOutOfRange):
        rhythms.keep(world.actor, world.subject_id, 53)
    for _again in range(2):
        assert rhythms.keep(world.actor, world.subject_id, None) is None
    assert rhythms.of(world.actor, world.subject_id) is None
    with pytest.raises(RhythmOutOfRange):
        rhythms.keep(world.actor, world.subject_id, 0)


def test_the_next_meeting_is_proposed_in_rhythm(world: MeetingWorld, rhythms: Rhythms) -> None:
    world.closing.close(world.actor, world.running().meeting.id)
    rhythms.keep(world.actor, world.subject_id, 6)

    suggestion = world.meetings.suggest(world.actor, world.subject_id)

    # Six weeks on is a Saturday, and the town hall closes between Christmas and New Year's Eve only in part.
    assert suggestion.appointment.starts_on == suggestion.days[0].on
    assert suggestion.days[0].on >= TODAY + timedelta(weeks=6)
    assert len(suggestion.days) == 3


def test_school_holidays_are_gone_round(world: MeetingWorld, rhythms: Rhythms) -> None:
    (added,) = rhythms.add_school_holiday(world.actor, WINTER)
    assert rhythms.school_holidays() == (added,)

    days = rhythms.days_for(world.actor, world.subject_id, replace(TUESDAY, starts_on=date(2027, 2, 16)), ())

    assert days[0].on == date(2027, 2, 22)
    assert days[0].passed_over[0].name == "Vinterferie"
    with pytest.raises(PeriodBackwards):
        rhythms.add_school_holiday(world.actor, replace(WINTER, until_on=WINTER.from_on))
    assert rhythms.remove_school_holiday(world.actor, added.id) == ()
    days = rhythms.days_for(world.actor, world.subject_id, replace(TUESDAY, starts_on=date(2027, 2, 16)), ())
    assert days[0].on == date(2027, 2, 16)


def test_nobody_is_asked_while_at_another_meeting(world: MeetingWorld, rhythms: Rhythms) -> None:
    with world.bench.office.aside() as tx:
        kim_of_the_network = tx.of(ContactPerson).where(name="Kim Møller")[0]
    busy = world.meetings.plan(
        world.actor, world.subject_id, replace(TUESDAY, starts_clock=time(14)), (employee_party(world.kim),)
    )
    as_contact = Party(PartyKind.CONTACT_PERSON, kim_of_the_network.id)

    for party in (employee_party(world.kim), as_contact):
        first, *_rest = rhythms.days_for(world.actor, world.subject_id, TUESDAY, (party,))
        assert first.on == date(2027, 2, 10)
        assert [(each.fault, each.name) for each in first.passed_over] == [(DayFault.SOMEBODY_ELSEWHERE, "Kim Møller")]
    (free, *_others) = rhythms.days_for(world.actor, world.subject_id, TUESDAY, (employee_party(world.bo),))
    assert free.on == TUESDAY.starts_on
    world.invitations.cancel(world.actor, busy.meeting, "Kim er syg")
    (free, *_others) = rhythms.days_for(world.actor, world.subject_id, TUESDAY, (employee_party(world.kim),))
    assert free.on == TUESDAY.starts_on


def test_only_an_administrator_sets_school_holidays(world: MeetingWorld, rhythms: Rhythms) -> None:
    with pytest.raises(NotAllowed):
        rhythms.add_school_holiday(world.colleague(world.kim), WINTER)
