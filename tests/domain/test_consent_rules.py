"""How a consent is given: whole, in its own words, and with each exception once."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from koordinator.domain.calendar_periods import PeriodBackwards
from koordinator.domain.consent import Consent, GivenConsent, Recipient, consent_exception, consent_party
from koordinator.domain.consent_rules import GeneralThemeExcepted, NobodyNamed, given_consent, other_basis, withdrawn
from koordinator.domain.errors import FieldMissing
from koordinator.domain.ids import CitizenId, ConsentId, DepartmentId, ThemeId
from koordinator.domain.party import Party, PartyKind

TINA = Recipient(Party(PartyKind.EMPLOYEE, 7))
SOCIAL = Recipient(department_id=DepartmentId(4))
CONSENT = Consent(ConsentId(0), CitizenId(1), "Planen", "Alle", "Ja", given_by="Lone Bæk", from_on=date(2026, 11, 21))


def test_a_consent_says_for_what_with_whom_in_which_words_and_by_whom() -> None:
    assert given_consent(GivenConsent(replace(CONSENT, legal_basis="x", basis_reason="y"))) == GivenConsent(CONSENT)
    for lacking in (
        replace(CONSENT, purpose=" "),
        replace(CONSENT, shared_with=""),
        replace(CONSENT, text=""),
        replace(CONSENT, given_by=""),
    ):
        with pytest.raises(FieldMissing):
            given_consent(GivenConsent(lacking))


def test_what_stands_in_its_place_says_why() -> None:
    basis = replace(CONSENT, text="", legal_basis="Barnets lov § 133", basis_reason="Barnets sikkerhed")

    assert other_basis(GivenConsent(basis)).consent == replace(basis, given_by="")
    with pytest.raises(FieldMissing):
        other_basis(GivenConsent(replace(basis, basis_reason="")))


def test_a_consent_for_some_names_somebody_once() -> None:
    some = replace(CONSENT, all_invited=False)
    parties = (consent_party(TINA), consent_party(SOCIAL), consent_party(TINA))

    assert given_consent(GivenConsent(some, parties)).parties == parties[:2]
    assert [row.recipient for row in parties[:2]] == [TINA, SOCIAL]
    assert given_consent(GivenConsent(CONSENT, parties)).parties == ()
    with pytest.raises(NobodyNamed):
        given_consent(GivenConsent(some))


def test_each_exception_once_and_none_of_what_is_general() -> None:
    money, all_of_it = consent_exception(TINA, ThemeId(2)), consent_exception(SOCIAL)

    assert given_consent(GivenConsent(CONSENT, (), (money, all_of_it, money)), [ThemeId(1)]).exceptions == (
        money,
        all_of_it,
    )
    assert (money.recipient, all_of_it.recipient) == (TINA, SOCIAL)
    with pytest.raises(GeneralThemeExcepted):
        given_consent(GivenConsent(CONSENT, (), (money,)), [ThemeId(2)])


def test_a_consent_does_not_end_before_it_begins() -> None:
    with pytest.raises(PeriodBackwards):
        given_consent(GivenConsent(replace(CONSENT, until_on=CONSENT.from_on)))


def test_the_first_withdrawal_stands() -> None:
    first = withdrawn(CONSENT, datetime(2026, 11, 21, 8, tzinfo=UTC))

    assert not first.holds_on(date(2026, 11, 21))
    assert withdrawn(first, datetime(2026, 11, 22, 8, tzinfo=UTC)) is first
