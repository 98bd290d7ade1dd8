"""Whether something may be shared with somebody: the one place where consents are weighed. In doubt the answer is no.

Source: forvaltningsloven § 28, retssikkerhedsloven §§ 11 a and 11 b, databeskyttelsesforordningen art. 7.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from koordinator.domain.consent import ConsentException, GivenConsent, Recipient
from koordinator.domain.errors import DomainError
from koordinator.domain.ids import CitizenId, DepartmentId, ThemeId
from koordinator.domain.party import Party


class NotCoveredByConsent(DomainError):
    """No consent, and nothing in its place, lets the person have any of it."""

    name: str


class ConsentWithdrawn(DomainError):
    """A paper that was made for the person holds more than the consents let them have today."""

    name: str


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody who could be told something.

    `parties` are all the entries that stand for the one person (a contact person and the employee behind it),
    `departments` where they belong. `needs_none_for` are the citizens for whom no consent is needed to tell them:
    themselves, whom they stand for, and whose coordinator or primary caseworker they are. `invited`: they are, or
    have been, asked to the subject's meetings.
    """

    parties: frozenset[Party]
    departments: frozenset[DepartmentId] = frozenset()
    needs_none_for: frozenset[CitizenId] = frozenset()
    invited: bool = True


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether something may be shared with somebody at all, and the themes that may not."""

    covered: bool
    excepted: frozenset[ThemeId] = frozenset()

    @property
    def is_whole(self) -> bool:
        """Everything may be shared."""
        return self.covered and not self.excepted

    def and_also(self, other: "Coverage") -> "Coverage":
        """What both allow."""
        return Coverage(self.covered and other.covered, self.excepted | other.excepted)

    def shows(self, theme_id: ThemeId | None) -> bool:
        """Whether what is about the theme may be shared; without a theme only where nothing is excepted."""
        return self.covered and (not self.excepted or (theme_id is not None and theme_id not in self.excepted))


class Standing(StrEnum):
    """How somebody stands to the consents; the citizens, who acts for them, and the coordinator need none."""

    COVERED = "covered"
    PARTLY = "partly"
    NOT_COVERED = "not_covered"
    NEEDS_NONE = "needs_none"


NOT_COVERED = Coverage(covered=False)
WHOLE = Coverage(covered=True)


def coverage(given: Iterable[GivenConsent], members: Collection[CitizenId], listener: Listener, day: date) -> Coverage:
    """What may be shared with the listener on the day of matters that are the members' together.

    Each member has to allow it. `given` are all consents the members ever gave, also those that are over.
    """
    every = tuple(given)
    whole = WHOLE if members else NOT_COVERED
    for member in members:
        if member not in listener.needs_none_for:
            whole = whole.and_also(
                _of_member([each for each in every if each.consent.citizen_id == member], listener, day)
            )
    return whole


def _of_member(given: Collection[GivenConsent], listener: Listener, day: date) -> Coverage:
    """The citizen's consents together are one way to share, each other legal basis is one; one way is enough."""
    bases = [each for each in given if each.consent.is_other_basis and each.consent.holds_on(day)]
    ways = [_consents([each for each in given if not each.consent.is_other_basis], listener, day)]
    ways += [_narrowed(_includes(each, listener), each.exceptions, listener) for each in bases]
    open_ways = [way.excepted for way in ways if way.covered]
    return Coverage(covered=True, excepted=frozenset.intersection(*open_ways)) if open_ways else NOT_COVERED


def _consents(given: Collection[GivenConsent], listener: Listener, day: date) -> Coverage:
    """What a consent leaves out stays left out by the ones before it until a newer one is in force."""
    holding = [each for each in given if each.consent.holds_on(day)]
    newest = max((each.consent.id for each in holding), default=0)
    last_words = [each for each in given if each.consent.id > newest and each.consent.has_begun(day)]
    exceptions = [exception for each in (*holding, *last_words) for exception in each.exceptions]
    return _narrowed(any(_includes(each, listener) for each in holding), exceptions, listener)


def _includes(given: GivenConsent, listener: Listener) -> bool:
    if given.consent.all_invited:
        return listener.invited
    return any(_is(listener, party.recipient) for party in given.parties)


def _narrowed(included: bool, exceptions: Iterable[ConsentException], listener: Listener) -> Coverage:
    hitting = {exception.theme_id for exception in exceptions if _is(listener, exception.recipient)}
    if not included or None in hitting:
        return NOT_COVERED
    return Coverage(covered=True, excepted=frozenset(theme for theme in hitting if theme is not None))


def _is(listener: Listener, recipient: Recipient) -> bool:
    return recipient.party in listener.parties or recipient.department_id in listener.departments
