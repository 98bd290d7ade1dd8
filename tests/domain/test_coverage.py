"""Who may be told what: by the consents of each member, and in doubt nothing."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.consent import (
    Consent,
    ConsentException,
    GivenConsent,
    Recipient,
    consent_exception,
    consent_party,
)
from koordinator.domain.coverage import NOT_COVERED, WHOLE, Coverage, Listener, coverage
from koordinator.domain.ids import CitizenId, ConsentId, DepartmentId, ThemeId
from koordinator.domain.party import Party, PartyKind

TODAY = date(2026, 11, 21)
AT = datetime(2026, 11, 21, 8, tzinfo=UTC)
LONE, ANNA = CitizenId(1), CitizenId(2)
TINA, KIM = Party(PartyKind.EMPLOYEE, 7), Party(PartyKind.CONTACT_PERSON, 7)
HEALTH, MONEY, HOME = ThemeId(1), ThemeId(2), ThemeId(3)
SOCIAL = DepartmentId(4)
TO_TINA = Recipient(TINA)
LISTENER = Listener(frozenset({TINA}), frozenset({SOCIAL}))
CONSENT = Consent(ConsentId(1), LONE, "Planen", "Alle, der er inviteret", "Ja", from_on=TODAY)
GIVEN = GivenConsent(CONSENT)


def allowed(*consents: GivenConsent, listener: Listener = LISTENER, day: date = TODAY) -> Coverage:
    return coverage(consents, [LONE], listener, day)


def but(theme: ThemeId | None, recipient: Recipient = TO_TINA, base: GivenConsent = GIVEN) -> GivenConsent:
    return replace(base, exceptions=(*base.exceptions, consent_exception(recipient, theme)))


def over(base: GivenConsent) -> GivenConsent:
    return replace(base, consent=replace(base.consent, withdrawn_at=AT))


def numbered(number: int, base: GivenConsent = GIVEN) -> GivenConsent:
    return replace(base, consent=replace(base.consent, id=ConsentId(number)))


def named(*recipients: Recipient) -> GivenConsent:
    consent = replace(CONSENT, all_invited=False)
    return GivenConsent(consent, tuple(consent_party(each) for each in recipients))


def basis(number: int = 9, *recipients: Recipient) -> GivenConsent:
    whole = named(*recipients) if recipients else GIVEN
    return replace(whole, consent=replace(whole.consent, id=ConsentId(number), legal_basis="Barnets lov § 133"))


def test_one_consent_covers_all_who_are_invited() -> None:
    assert allowed(GIVEN) == WHOLE
    assert allowed(GIVEN, listener=replace(LISTENER, invited=False)) == NOT_COVERED
    assert allowed() == NOT_COVERED
    assert coverage([GIVEN], [], LISTENER, TODAY) == NOT_COVERED


@pytest.mark.parametrize(
    ("recipient", "covered"),
    [
        (Recipient(TINA), True),
        (Recipient(KIM), False),
        (Recipient(department_id=SOCIAL), True),
        (Recipient(department_id=DepartmentId(9)), False),
    ],
)
def test_a_consent_for_some_covers_those_it_names(recipient: Recipient, covered: bool) -> None:
    assert allowed(named(recipient)) == Coverage(covered)
    assert allowed(named(recipient), listener=replace(LISTENER, invited=False)) == Coverage(covered)


def test_a_contact_person_is_the_employee_behind_it() -> None:
    both = replace(LISTENER, parties=frozenset({TINA, KIM}))

    assert allowed(but(MONEY, Recipient(KIM)), listener=both).excepted == {MONEY}


def test_an_exception_is_of_a_theme_or_of_everything() -> None:
    assert allowed(but(MONEY)) == Coverage(covered=True, excepted=frozenset({MONEY}))
    assert allowed(but(MONEY, Recipient(department_id=SOCIAL))).excepted == {MONEY}
    assert allowed(but(MONEY, Recipient(KIM))) == WHOLE
    assert allowed(but(None)) == NOT_COVERED


def test_what_has_no_theme_is_held_back_from_who_has_an_exception() -> None:
    partly = allowed(but(MONEY))

    assert [partly.shows(theme) for theme in (HEALTH, MONEY, None)] == [True, False, False]
    assert WHOLE.shows(None)
    assert not NOT_COVERED.shows(HEALTH)
    assert (WHOLE.is_whole, partly.is_whole, NOT_COVERED.is_whole) == (True, False, False)


def test_a_consent_covers_from_its_first_day_until_it_runs_out_or_is_withdrawn() -> None:
    ending = replace(GIVEN, consent=replace(CONSENT, until_on=TODAY + timedelta(days=2)))

    days = [TODAY + timedelta(days=n) for n in (-1, 0, 1, 2)]
    assert [allowed(ending, day=day).covered for day in days] == [False, True, True, False]
    assert allowed(over(GIVEN)) == NOT_COVERED


def test_what_the_last_consent_left_out_stays_so_until_a_newer_one_is_in_force() -> None:
    newer = numbered(2, but(MONEY))

    assert allowed(GIVEN, newer).excepted == {MONEY}
    assert allowed(GIVEN, over(newer)).excepted == {MONEY}
    assert allowed(numbered(3), over(newer)) == WHOLE


def test_another_legal_basis_is_a_way_of_its_own() -> None:
    assert allowed(basis()) == WHOLE
    assert allowed(but(None), basis(9, Recipient(TINA))) == WHOLE
    assert allowed(but(None), basis(9, Recipient(KIM))) == NOT_COVERED
    assert allowed(but(MONEY), but(HEALTH, base=basis())).excepted == frozenset()
    assert allowed(over(basis())) == NOT_COVERED
    assert allowed(but(MONEY), over(basis())).excepted == {MONEY}


def test_a_family_needs_everybodys_consent_and_a_member_their_own() -> None:
    annas = numbered(2, replace(GIVEN, consent=replace(CONSENT, citizen_id=ANNA)))
    both = [LONE, ANNA]

    assert coverage([GIVEN], both, LISTENER, TODAY) == NOT_COVERED
    assert coverage([GIVEN], [LONE], LISTENER, TODAY) == WHOLE
    assert coverage([but(HEALTH), but(MONEY, base=annas)], both, LISTENER, TODAY).excepted == {HEALTH, MONEY}
    assert coverage([GIVEN, but(MONEY, base=annas)], [LONE], LISTENER, TODAY) == WHOLE


def test_who_needs_no_consent_is_told_whatever_the_consents_say() -> None:
    own = replace(LISTENER, needs_none_for=frozenset({LONE}))

    assert allowed(listener=own) == WHOLE
    assert allowed(but(None), listener=own) == WHOLE
    assert coverage([], [LONE, ANNA], own, TODAY) == NOT_COVERED


RECIPIENTS = st.sampled_from([Recipient(TINA), Recipient(KIM), Recipient(department_id=SOCIAL)])
THEMES = st.sampled_from([HEALTH, MONEY, HOME])
EXCEPTIONS = st.builds(consent_exception, RECIPIENTS, st.none() | THEMES)
DAYS = st.integers(-3, 3).map(lambda n: TODAY + timedelta(days=n))


@st.composite
def consents(draw: st.DrawFn) -> list[GivenConsent]:
    made = []
    for number in range(1, draw(st.integers(1, 5))):
        consent = replace(
            CONSENT,
            id=ConsentId(number),
            citizen_id=draw(st.sampled_from([LONE, ANNA])),
            all_invited=draw(st.booleans()),
            legal_basis=draw(st.sampled_from(["", "", "Barnets lov"])),
            from_on=draw(st.none() | DAYS),
            until_on=draw(st.none() | DAYS),
            withdrawn_at=draw(st.sampled_from([None, None, AT])),
        )
        parties = tuple(consent_party(each) for each in draw(st.lists(RECIPIENTS, max_size=2)))
        made.append(GivenConsent(consent, parties, tuple(draw(st.lists(EXCEPTIONS, max_size=3)))))
    return made


LISTENERS = st.builds(
    Listener,
    st.sampled_from([frozenset({TINA}), frozenset({KIM}), frozenset({TINA, KIM})]),
    st.sampled_from([frozenset[DepartmentId](), frozenset({SOCIAL})]),
    st.sampled_from([frozenset[CitizenId](), frozenset({LONE})]),
    st.booleans(),
)
MEMBERS = st.sampled_from([[LONE], [ANNA], [LONE, ANNA]])


def shown(
    given_consents: Collection[GivenConsent], members: list[CitizenId], listener: Listener
) -> set[ThemeId | None]:
    held = coverage(given_consents, members, listener, TODAY)
    return {theme for theme in (HEALTH, MONEY, HOME, None) if held.shows(theme)}


@given(consents(), MEMBERS, LISTENERS, st.integers(0, 9), EXCEPTIONS)
def test_an_exception_more_never_shows_more(
    every: list[GivenConsent], members: list[CitizenId], listener: Listener, which: int, exception: ConsentException
) -> None:
    if every:
        at = which % len(every)
        narrower = replace(every[at], exceptions=(*every[at].exceptions, exception))
        after = [*every[:at], narrower, *every[at + 1 :]]
        assert shown(after, members, listener) <= shown(every, members, listener)


@given(consents(), MEMBERS, LISTENERS, st.integers(0, 9))
def test_withdrawing_the_last_consent_or_a_basis_never_shows_more(
    every: list[GivenConsent], members: list[CitizenId], listener: Listener, which: int
) -> None:
    bases = [each for each in every if each.consent.is_other_basis]
    taken = (every[-1:] + bases)[which % (1 + len(bases))] if every else None
    after = [over(each) if each is taken else each for each in every]

    assert shown(after, members, listener) <= shown(every, members, listener)


@given(consents(), LISTENERS)
def test_what_is_common_needs_each_members_yes(every: list[GivenConsent], listener: Listener) -> None:
    alone = [coverage(every, [member], listener, TODAY) for member in (LONE, ANNA)]

    assert coverage(every, [LONE, ANNA], listener, TODAY) == alone[0].and_also(alone[1])


@given(consents(), MEMBERS)
def test_nobody_is_told_without_a_consent_in_force(every: list[GivenConsent], members: list[CitizenId]) -> None:
    later = [over(each) for each in every]

    assert coverage(later, members, LISTENER, TODAY) == NOT_COVERED
