"""The practice case: a small municipality and one citizen with help from many, whom nobody has assessed."""

from dataclasses import dataclass
from typing import Final

from koordinator.domain.contact_note import Contact, ContactKind
from koordinator.domain.setting import PRACTICE_DATA, SettingKey
from koordinator.usecases.demo.clock import StoryClock
from koordinator.usecases.demo.settle import settle_home, settle_office
from koordinator.usecases.demo.town import Town
from koordinator.usecases.services import Services

_KNOWN_SINCE: Final = -60


@dataclass(frozen=True, slots=True)
class PracticeNote:
    """A contact with the citizen or about them, some days ago."""

    kind: ContactKind
    who: str
    what: str
    days_ago: int


@dataclass(frozen=True, slots=True)
class Practice:
    """The town, whose first household's first member is the case, and the contacts so far."""

    town: Town
    notes: tuple[PracticeNote, ...]


def fill_with_practice(services: Services, clock: StoryClock, practice: Practice) -> None:
    """Makes the case. `services` must tell the time by `clock`; the database must be new and founded."""
    office = settle_office(services, clock, practice.town)
    clock.set_day(_KNOWN_SINCE)
    home = settle_home(office, practice.town.households[0])
    case, actor = home.citizens[0], office.actor(home.household.coordinator)
    for note in practice.notes:
        clock.set_day(-note.days_ago)
        contact = Contact(note.kind, note.who, note.what, clock.now())
        services.contact_notes.write(actor, case.subject_id, contact)
    clock.set_day(0)
    services.settings.change(office.owner, {SettingKey.IS_DEMO: PRACTICE_DATA})
