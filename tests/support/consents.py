"""Consents for the tests: for all who are invited, but for somebody and a theme."""

from dataclasses import replace

from koordinator.domain.citizen import Citizen
from koordinator.domain.consent import Consent, GivenConsent, Recipient, consent_exception, consent_party
from koordinator.domain.ids import EmployeeId, ThemeId
from koordinator.domain.party import Party, PartyKind
from koordinator.usecases.consents import new_consent
from tests.support.meeting_world import MeetingWorld


def theme_id(world: MeetingWorld, key: str) -> ThemeId:
    """The theme of a new database with the key."""
    return next(theme.id for theme in world.themes.all(world.actor) if theme.key == key)


def employee(employee_id: EmployeeId) -> Recipient:
    """The employee as a consent names them."""
    return Recipient(Party(PartyKind.EMPLOYEE, employee_id))


def given_to_all(
    world: MeetingWorld, *left_out: tuple[Recipient, str | None], citizen: Citizen | None = None
) -> GivenConsent:
    """Lone's (or the citizen's) consent as stored, for all but these: of the theme with the key, or of everything."""
    whose = citizen or world.lone
    consent = replace(new_consent(whose.id, "Planen", "Alle", "Jeg siger ja"), given_by=whose.name)
    exceptions = tuple(
        consent_exception(recipient, None if key is None else theme_id(world, key)) for recipient, key in left_out
    )
    return world.consents.give(world.actor, GivenConsent(consent, (), exceptions))


def given_to(world: MeetingWorld, recipient: Recipient, *but_for: str) -> GivenConsent:
    """Lone's consent as stored, for the one alone and but for the themes with the keys."""
    consent = replace(new_consent(world.lone.id, "Planen", "Kun én", "Jeg siger ja"), given_by=world.lone.name)
    left_out = tuple(consent_exception(recipient, theme_id(world, key)) for key in but_for)
    some = GivenConsent(replace(consent, all_invited=False), (consent_party(recipient),), left_out)
    return world.consents.give(world.actor, some)


def withdraw(world: MeetingWorld, given: GivenConsent) -> Consent:
    """The consent taken back."""
    return world.consents.withdraw(world.actor, given.consent.id)
