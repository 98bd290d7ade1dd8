"""A held meeting after which many people get an extract of their own, as an exception in the consent asks."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Final

from koordinator.domain.agreement_rules import Promise
from koordinator.domain.consent import Consent, GivenConsent, Recipient, consent_exception
from koordinator.domain.ids import ConsentId, EmployeeId, MeetingId
from koordinator.domain.meeting import NoteKind
from koordinator.domain.note_rules import NoteDraft
from koordinator.domain.organisation import Employee
from koordinator.domain.theme import Theme
from tests.support.meeting_world import SOON, MeetingWorld, employee_party
from tests.support.office import TODAY

_NOTES: Final = 24
_GOALS: Final = 4
_AGREEMENTS: Final = 8
_SAID: Final = "Jeg bliver så træt af at skulle fortælle det samme til fire forskellige mennesker."


def colleagues(world: MeetingWorld, count: int) -> tuple[EmployeeId, ...]:
    """As many who can be at the table."""
    with world.bench.office.aside() as tx:
        made = [Employee(EmployeeId(0), f"Fagperson {n}", f"fag{n}@lilleby.example") for n in range(1, count + 1)]
        return tuple(tx.of(Employee).add(each).id for each in made)


def consent_without_money(world: MeetingWorld, who: Iterable[EmployeeId]) -> None:
    """Lone's consent for all who are invited; these hear nothing of her money."""
    with world.bench.office.aside() as tx:
        (money,) = [theme.id for theme in tx.of(Theme).where() if theme.key == "finances"]
    consent = Consent(ConsentId(0), world.lone.id, "Planen", "Alle", "Ja", given_by="Lone Bæk")
    exceptions = tuple(consent_exception(Recipient(employee_party(each)), money) for each in who)
    world.consents.give(world.actor, GivenConsent(consent, (), exceptions))


def held_with_extracts(world: MeetingWorld, readers: int) -> MeetingId:
    """An ordinary meeting with a plan and the next one set; so many at the table get an extract."""
    them = colleagues(world, readers)
    consent_without_money(world, them)
    parties = (*world.parties, *map(employee_party, them))
    file = world.meetings.plan(world.actor, world.subject_id, SOON, parties)
    meeting_id = file.meeting.id
    world.room.open(world.actor, meeting_id)
    for number in range(_NOTES):
        item = file.agenda[number % len(file.agenda)]
        world.room_plan.note(world.actor, meeting_id, NoteDraft(NoteKind.SAID, f"{_SAID} ({number})", item.id))
    for number in range(_GOALS):
        world.room_plan.set_goal(world.actor, meeting_id, f"Rolige morgener ({number})")
    for number in range(_AGREEMENTS):
        promise = Promise(f"Ringer til skolen ({number})", employee_party(world.kim), TODAY + timedelta(days=number))
        world.room_plan.promise(world.actor, meeting_id, promise)
    world.closing.set_next(world.actor, meeting_id, replace(SOON, starts_on=TODAY + timedelta(days=56)))
    world.closing.close(world.actor, meeting_id)
    return meeting_id
