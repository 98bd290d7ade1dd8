"""Which numbers a setting takes."""

import pytest

from koordinator.domain.setting import NUMBERS, STANDARD_VALUES, SettingKey, UnusableNumber, checked_number


def test_every_standard_number_can_be_set() -> None:
    numbers = {key for key, value in STANDARD_VALUES.items() if value.isdecimal()}

    assert numbers == set(NUMBERS)
    assert {key: checked_number(key, STANDARD_VALUES[key]) for key in numbers} == {
        key: STANDARD_VALUES[key] for key in numbers
    }


@pytest.mark.parametrize("key", NUMBERS)
def test_a_number_holds_both_ends_and_nothing_beyond(key: SettingKey) -> None:
    least, most = NUMBERS[key]

    assert [checked_number(key, str(number)) for number in (least, most)] == [str(least), str(most)]
    for beyond in (str(least - 1), str(most + 1)):
        with pytest.raises(UnusableNumber) as refused:
            checked_number(key, beyond)
        assert (refused.value.key, refused.value.least, refused.value.most) == (key.value, least, most)
