"""Who is covered by a consent: the words have to name them or where they belong, and in doubt the answer is no."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.consent import Consent
from koordinator.domain.consent_rules import covers
from koordinator.domain.ids import CitizenId, ConsentId

TODAY = date(2026, 11, 21)
GIVEN = Consent(
    ConsentId(1), CitizenId(1), "Samarbejde", "Handicap, familie, Arbejdsmarked og Uddannelse", "Ja", from_on=TODAY
)
KIM = ("Kim Møller", "Familie")


def is_covered(consent: Consent, names: tuple[str, ...] = KIM, called: str = "Kim", day: date = TODAY) -> bool:
    return covers([consent], day, names, called)


@pytest.mark.parametrize(
    ("shared_with", "covered"),
    [
        ("Familie", True),
        ("FAMILIE-afdelingen", True),
        ("Kim Moeller", True),
        ("Handicap", False),
        ("Familiehuset", False),
        ("Kim", False),
        ("", False),
    ],
)
def test_the_words_name_the_person_or_where_they_belong(shared_with: str, covered: bool) -> None:
    assert is_covered(replace(GIVEN, shared_with=shared_with)) is covered


@pytest.mark.parametrize("left_out", ["Kim ikke om økonomi", "Kim Møller", "Familie må ikke høre om gælden"])
def test_whoever_is_left_out_is_not_covered(left_out: str) -> None:
    assert not is_covered(replace(GIVEN, not_covered=left_out))
    assert is_covered(replace(GIVEN, not_covered="Økonomi og min søn Kimmer"))


def test_a_consent_covers_while_it_is_in_force() -> None:
    assert is_covered(GIVEN)
    assert not is_covered(GIVEN, day=date(2026, 11, 20))
    assert not is_covered(replace(GIVEN, until_on=TODAY))
    assert not is_covered(replace(GIVEN, withdrawn_at=datetime(2026, 11, 21, 8, tzinfo=UTC)))


def test_nobody_without_a_name_is_covered() -> None:
    assert not is_covered(GIVEN, ("", ""), "")
    assert not is_covered(GIVEN, ("–",), "")
    assert not covers([], TODAY, KIM, "Kim")


@given(st.text(max_size=40), st.text(max_size=40))
def test_another_consent_that_leaves_somebody_out_never_covers_more(shared_with: str, not_covered: str) -> None:
    one = replace(GIVEN, shared_with=shared_with)

    if covers([one, replace(GIVEN, shared_with="", not_covered=not_covered)], TODAY, KIM, "Kim"):
        assert is_covered(one)
