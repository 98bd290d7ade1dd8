"""What every error does with its values."""

import pytest

from koordinator.domain.errors import DomainError, NotFound


def test_values_are_given_in_their_order_or_by_name() -> None:
    assert vars(NotFound("citizen", key="7")) == {"kind": "citizen", "key": "7"}


@pytest.mark.parametrize(
    ("values", "named"), [(("citizen",), {}), (("citizen", "7", "8"), {}), (("citizen", "7"), {"colour": "red"})]
)
def test_an_error_is_made_with_all_its_values_and_no_others(values: tuple[str, ...], named: dict[str, str]) -> None:
    kind: type[DomainError] = NotFound
    with pytest.raises(TypeError, match="NotFound takes"):
        kind(*values, **named)
