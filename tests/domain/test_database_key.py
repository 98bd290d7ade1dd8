"""What a passphrase must be."""

import pytest

from koordinator.domain.database_key import (
    PASSPHRASE_AT_LEAST,
    PASSPHRASE_AT_MOST,
    PassphraseTooLong,
    PassphraseTooShort,
    checked_passphrase,
    spelt,
)


def test_a_passphrase_is_the_same_from_every_keyboard() -> None:
    decomposed = "fire røde a\u030ar"

    assert checked_passphrase(decomposed) == spelt("fire røde år")


def test_space_is_part_of_a_passphrase() -> None:
    assert checked_passphrase("  fire røde år ") == "  fire røde år "


def test_a_passphrase_has_a_least_and_a_greatest_length() -> None:
    assert checked_passphrase("x" * PASSPHRASE_AT_LEAST)
    assert checked_passphrase("x" * PASSPHRASE_AT_MOST)
    with pytest.raises(PassphraseTooShort) as short:
        checked_passphrase("x" * (PASSPHRASE_AT_LEAST - 1))
    with pytest.raises(PassphraseTooLong) as long:
        checked_passphrase("x" * (PASSPHRASE_AT_MOST + 1))

    assert (short.value.at_least, long.value.at_most) == (PASSPHRASE_AT_LEAST, PASSPHRASE_AT_MOST)
