"""Who acts for a citizen does so for as long as they are to, and custody ends when the child is of age."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from koordinator.domain.citizen import Citizen, Relation, RelationKind
from koordinator.domain.coverage import NotCoveredByConsent
from koordinator.domain.ids import ContactPersonId, RowId
from koordinator.domain.meeting import Attendance
from koordinator.domain.paper import PaperKind
from koordinator.domain.party import Party, PartyKind
from koordinator.domain.register import ContactKind, ContactPerson
from tests.support.meeting_world import SOON, MeetingWorld, citizen_party
from tests.support.office import TODAY

TOMORROW = TODAY + timedelta(days=1)


@pytest.mark.parametrize(("from_on", "until_on"), [(None, TODAY), (TOMORROW, None)], ids=["over", "not yet"])
def test_a_representative_who_is_none_today_needs_a_consent(
    world: MeetingWorld, from_on: date | None, until_on: date | None
) -> None:
    jens = Party(PartyKind.CONTACT_PERSON, world.jens)
    meeting = world.meetings.plan(world.actor, world.subject_id, SOON, (*world.parties, jens)).meeting
    assert jens in _who_need_none(world)

    with world.bench.office.aside() as tx:
        tx.of(ContactPerson).save(replace(tx.of(ContactPerson).get(world.jens), from_on=from_on, until_on=until_on))

    assert jens not in _who_need_none(world)
    file = world.room.open(world.actor, meeting.id)
    there = world.room.attend(world.actor, file.participants[-1], Attendance.PRESENT)
    assert not there.with_citizen
    with pytest.raises(NotCoveredByConsent):
        world.make(PaperKind.MINUTES, world.subject_id, meeting_id=meeting.id, party=jens)


def test_custody_is_over_when_the_citizen_is_of_age(world: MeetingWorld) -> None:
    holder = ContactPerson(ContactPersonId(0), world.lone.id, "Ole Bæk", ContactKind.CUSTODY_HOLDER)
    with world.bench.office.aside() as tx:
        tx.of(Relation).add(Relation(RowId(0), world.lone.id, world.anna.id, RelationKind.CUSTODY_HOLDER))
        ole = Party(PartyKind.CONTACT_PERSON, tx.of(ContactPerson).add(holder).id)
        born_on = TODAY.replace(year=TODAY.year - 18)
        child = tx.of(Citizen).save(replace(world.lone, born_on=born_on + timedelta(days=1)))
    parents = {citizen_party(world.anna.id), ole}
    world.meetings.plan(world.actor, world.subject_id, SOON, tuple(parents))
    assert parents <= _who_need_none(world)

    with world.bench.office.aside() as tx:
        tx.of(Citizen).save(replace(child, born_on=born_on))

    assert not parents & _who_need_none(world)


def _who_need_none(world: MeetingWorld) -> set[Party]:
    return {each.party for each in world.consents.open(world.actor, world.subject_id).round_it if each.needs_none}
