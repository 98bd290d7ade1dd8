"""Consent to share information: given, withdrawn, or another legal basis in its place.

The exact text that was shown is kept, so a consent is never edited: a new one is given.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from koordinator.domain.access import Action, Actor
from koordinator.domain.citizen import Citizen
from koordinator.domain.consent import Consent, ConsentException, ConsentParty, GivenConsent
from koordinator.domain.consent_rules import given_consent, other_basis, withdrawn
from koordinator.domain.coverage import Coverage
from koordinator.domain.ids import CitizenId, ConsentId, SubjectId, ThemeId
from koordinator.domain.meeting import Meeting, Participant, Preparation
from koordinator.domain.organisation import Department
from koordinator.domain.party import Party, keys_of, party_of
from koordinator.domain.preparation_rules import suggested_exceptions
from koordinator.domain.presence_wish import PresenceWish, not_wanted
from koordinator.domain.theme import Theme
from koordinator.usecases.participants import candidates
from koordinator.usecases.parties import Parties, parties_for
from koordinator.usecases.plan_file import next_meeting
from koordinator.usecases.ports import Office, Transaction
from koordinator.usecases.sharing import Sharing, sharing_of
from koordinator.usecases.subject_people import SubjectPeople, people_of
from koordinator.usecases.themes import themes_of

_Check = Callable[[GivenConsent, Collection[ThemeId]], GivenConsent]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody round the subject, and what may be shared with them today."""

    party: Party
    name: str
    belongs_to: str
    coverage: Coverage
    needs_none: bool
    invited: bool


@dataclass(frozen=True, slots=True)
class ConsentFile:
    """A subject's consents with everybody round it: what the page shows, and whom a consent can name.

    `given` are all that the subject's citizens ever gave, the newest last; `people` stand as they are suggested for
    a meeting. `suggested` is what a new consent could leave out, by the talk before the next meeting.
    """

    people: SubjectPeople
    today: date
    now: datetime
    themes: tuple[Theme, ...]
    departments: tuple[Department, ...]
    sharing: Sharing
    round_it: tuple[Person, ...]
    suggested: tuple[ConsentException, ...] = ()

    @property
    def given(self) -> tuple[GivenConsent, ...]:
        """All consents, the newest last."""
        return self.sharing.given


class Consents:
    """The use cases of consent."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def open(self, actor: Actor, subject_id: SubjectId) -> ConsentFile:
        """The subject's consents, and what may be shared with each of those round it. Raises NotFound."""
        with self._office.act(actor, Action.OPEN_CITIZEN) as tx:
            tx.about("subject", subject_id, subject_id, "consents")
            return consent_file(tx, people_of(tx, subject_id))

    def give(self, actor: Actor, given: GivenConsent) -> GivenConsent:
        """A new consent, from today unless it says another day.

        Raises FieldMissing, FieldTooLong, UnusableCharacter, PeriodBackwards, NobodyNamed, GeneralThemeExcepted or
        NotFound.
        """
        return self._add(actor, given, given_consent, "given=1")

    def share_on_other_basis(self, actor: Actor, given: GivenConsent) -> GivenConsent:
        """What allows sharing where there is no consent: the legal basis and the reason. Raises as `give`."""
        return self._add(actor, given, other_basis, "other_basis=1")

    def withdraw(self, actor: Actor, consent_id: ConsentId) -> Consent:
        """From this moment nothing is shared on it. Raises NotFound."""
        with self._office.act(actor, Action.EDIT_CONSENT) as tx:
            consent = tx.of(Consent).get(consent_id)
            _about(tx, consent, "withdrawn=1")
            over = withdrawn(consent, tx.now)
            return consent if over is consent else tx.of(Consent).save(over)

    def _add(self, actor: Actor, given: GivenConsent, check: _Check, codes: str) -> GivenConsent:
        with self._office.act(actor, Action.EDIT_CONSENT) as tx:
            general = [theme.id for theme in themes_of(tx) if theme.is_general]
            from_on = given.consent.from_on or tx.today
            begun = replace(given.consent, from_on=from_on, given_at=tx.now, withdrawn_at=None)
            checked = check(replace(given, consent=begun), general)
            consent = tx.of(Consent).add(checked.consent)
            _about(tx, consent, codes)
            parties = tuple(tx.of(ConsentParty).add(replace(row, consent_id=consent.id)) for row in checked.parties)
            exceptions = tuple(
                tx.of(ConsentException).add(replace(row, consent_id=consent.id)) for row in checked.exceptions
            )
            return GivenConsent(consent, parties, exceptions)


def new_consent(citizen_id: CitizenId, purpose: str, shared_with: str, text: str) -> Consent:
    """A consent that is not stored yet."""
    return Consent(ConsentId(0), citizen_id, purpose, shared_with, text)


def without(file: ConsentFile, consent_id: ConsentId) -> ConsentFile:
    """The file as it is once the consent is withdrawn: what that means for each of those round the subject."""
    given = tuple(
        replace(each, consent=withdrawn(each.consent, file.now)) if each.consent.id == consent_id else each
        for each in file.given
    )
    sharing = replace(file.sharing, given=given)
    round_it = tuple(replace(each, coverage=sharing.coverage(each.party, file.today)) for each in file.round_it)
    return replace(file, sharing=sharing, round_it=round_it)


def consent_file(tx: Transaction, people: SubjectPeople) -> ConsentFile:
    """The subject's consents, and what may be shared with each of those round it."""
    meetings = tuple(meeting.id for meeting in tx.of(Meeting).where(subject_id=people.subject_id))
    asked = (party_of(each) for each in tx.of(Participant).where(meeting_id=meetings))
    found = dict.fromkeys(each.party for each in candidates(tx, people))
    found |= dict.fromkeys(party for party in asked if party is not None)
    parties = parties_for(tx, people, [keys_of(party) for party in found])
    sharing = sharing_of(tx, people, parties)
    round_it = tuple(_person(party, parties, sharing, tx.today) for party in found)
    return ConsentFile(
        people=people,
        today=tx.today,
        now=tx.now,
        themes=sharing.themes,
        departments=tx.of(Department).where(order_by="name"),
        sharing=sharing,
        round_it=round_it,
        suggested=_suggested(tx, people.subject_id, round_it, sharing.themes),
    )


def _suggested(
    tx: Transaction, subject_id: SubjectId, round_it: Collection[Person], themes: Collection[Theme]
) -> tuple[ConsentException, ...]:
    """What the citizen did not want talked about at the next meeting, and who was not wanted there."""
    meeting = next_meeting(tx, subject_id)
    if meeting is None:
        return ()
    preparation = tx.of(Preparation).find(meeting_id=meeting.id)
    return suggested_exceptions(
        preparation.must_not_be_discussed if preparation else "",
        not_wanted(tx.of(PresenceWish).where(meeting_id=meeting.id)),
        {person.party: person.name for person in round_it if not person.needs_none},
        [theme for theme in themes if not theme.is_general],
    )


def _person(party: Party, parties: Parties, sharing: Sharing, today: date) -> Person:
    listener = sharing.listeners[party]
    return Person(
        party=party,
        name=parties.name(party),
        belongs_to=parties.organisation(party) or parties.role(party),
        coverage=sharing.coverage(party, today),
        needs_none=sharing.needs_none(party),
        invited=listener.invited,
    )


def _about(tx: Transaction, consent: Consent, codes: str) -> None:
    tx.about("consent", consent.id, tx.of(Citizen).get(consent.citizen_id).subject_id, codes)
