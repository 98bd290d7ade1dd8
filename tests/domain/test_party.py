"""A party is one person in one of three registers, and comes back from the keys it is stored by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koordinator.domain.party import Party, PartyKeys, PartyKind, keys_of, party_of


@given(st.sampled_from(list(PartyKind)), st.integers(1, 10_000))
def test_a_party_comes_back_from_its_keys(kind: PartyKind, number: int) -> None:
    party = Party(kind, number)

    assert party_of(keys_of(party)) == party


@pytest.mark.parametrize("kind", list(PartyKind))
def test_exactly_one_key_is_set(kind: PartyKind) -> None:
    keys = keys_of(Party(kind, 7))

    assert [key for key in (keys.citizen_id, keys.employee_id, keys.contact_person_id) if key is not None] == [7]


def test_nobody_has_no_key() -> None:
    assert keys_of(None) == PartyKeys()
    assert party_of(PartyKeys()) is None
