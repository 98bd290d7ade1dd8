"""The recovery code: what is written can be read, and a slip is told by its group."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from koordinator.domain.recovery_code import (
    ALPHABET,
    GROUPS,
    SECRET_BYTES,
    RecoveryCodeLength,
    RecoveryCodeMistyped,
    read_recovery_code,
    write_recovery_code,
)

SECRETS = st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES)


@given(SECRETS)
def test_what_is_written_is_read_again(secret: bytes) -> None:
    assert read_recovery_code(write_recovery_code(secret)) == secret


@given(SECRETS)
def test_it_is_seven_groups_of_characters_that_are_not_taken_for_another(secret: bytes) -> None:
    groups = write_recovery_code(secret).split("-")

    assert [len(group) for group in groups] == [5] * GROUPS
    assert not set("".join(groups)) & set("01OQILU")


@given(SECRETS)
def test_case_and_separators_do_not_matter(secret: bytes) -> None:
    typed = write_recovery_code(secret).lower().replace("-", " – \n")

    assert read_recovery_code(typed) == secret


@given(SECRETS, st.integers(0, 34), st.sampled_from(ALPHABET))
def test_a_wrong_character_is_told_by_its_group(secret: bytes, place: int, other: str) -> None:
    plain = write_recovery_code(secret).replace("-", "")
    assume(plain[place] != other)

    with pytest.raises(RecoveryCodeMistyped) as caught:
        read_recovery_code(plain[:place] + other + plain[place + 1 :])

    assert caught.value.group == place // 5 + 1


@given(SECRETS, st.integers(0, 6), st.permutations(range(5)))
def test_two_swapped_characters_of_a_group_are_noticed(secret: bytes, group: int, places: list[int]) -> None:
    characters = list(write_recovery_code(secret).replace("-", ""))
    first, second = (group * 5 + place for place in places[:2])
    assume(characters[first] != characters[second])
    characters[first], characters[second] = characters[second], characters[first]

    with pytest.raises(RecoveryCodeMistyped):
        read_recovery_code("".join(characters))


@given(SECRETS, st.integers(0, 6), st.integers(0, 6))
def test_two_swapped_groups_are_noticed(secret: bytes, first: int, second: int) -> None:
    groups = write_recovery_code(secret).split("-")
    assume(groups[first] != groups[second])
    groups[first], groups[second] = groups[second], groups[first]

    with pytest.raises(RecoveryCodeMistyped):
        read_recovery_code("-".join(groups))


def test_a_missing_character_is_told_by_the_length() -> None:
    with pytest.raises(RecoveryCodeLength) as caught:
        read_recovery_code(write_recovery_code(bytes(SECRET_BYTES))[:-1])

    assert (caught.value.length, caught.value.expected) == (34, 35)


def test_a_character_outside_the_alphabet_is_a_slip() -> None:
    with pytest.raises(RecoveryCodeMistyped) as caught:
        read_recovery_code("O" + write_recovery_code(bytes(SECRET_BYTES))[1:])

    assert caught.value.group == 1


def test_groups_that_check_but_hold_too_great_a_number_are_a_slip() -> None:
    with pytest.raises(RecoveryCodeMistyped) as caught:
        read_recovery_code("ZZZZH-ZZZZJ-ZZZZK-ZZZZM-ZZZZN-ZZZZP-ZZZZR")

    assert caught.value.group == GROUPS


def test_a_code_holds_no_other_number_of_bytes() -> None:
    with pytest.raises(ValueError, match="17 bytes"):
        write_recovery_code(b"short")
