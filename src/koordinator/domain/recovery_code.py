"""The recovery code: 136 random bits as seven groups of five characters, made to be written down and typed again.

The 29 characters leave out those that are taken for another (0, O, Q, 1, I, L, U). The fifth character of each group
checks the other four and the group's place, so that a slip is told at once and by group.
"""

from typing import Final

from koordinator.domain.errors import DomainError

ALPHABET: Final = "23456789ABCDEFGHJKMNPRSTVWXYZ"
SECRET_BYTES: Final = 17
GROUPS: Final = 7
_GROUP: Final = 5
_BASE: Final = len(ALPHABET)
"""A prime: then every exchanged character and every swapped pair in a group changes the check."""
_SEPARATORS: Final = str.maketrans("", "", " \t\r\n-–—_.")


class RecoveryCodeLength(DomainError):
    """The code has too few or too many characters, separators not counted."""

    length: int
    expected: int


class RecoveryCodeMistyped(DomainError):
    """A group (counted from 1) does not check: a character is wrong or two are swapped."""

    group: int


def write_recovery_code(secret: bytes) -> str:
    """The code of 17 random bytes."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery code holds 17 bytes")
    number = int.from_bytes(secret)
    values = []
    for _ in range(GROUPS * (_GROUP - 1)):
        number, value = divmod(number, _BASE)
        values.append(value)
    groups = (values[start : start + _GROUP - 1] for start in range(0, len(values), _GROUP - 1))
    return "-".join(
        "".join(ALPHABET[value] for value in (*group, _check(index, group))) for index, group in enumerate(groups)
    )


def read_recovery_code(text: str) -> bytes:
    """The 17 bytes of a typed code; case, spaces and hyphens do not matter.

    Raises RecoveryCodeLength or RecoveryCodeMistyped.
    """
    plain = text.translate(_SEPARATORS).upper()
    if len(plain) != GROUPS * _GROUP:
        raise RecoveryCodeLength(len(plain), GROUPS * _GROUP)
    values: list[int] = []
    for index in range(GROUPS):
        *group, check = (ALPHABET.find(character) for character in plain[index * _GROUP : (index + 1) * _GROUP])
        if min(*group, check) < 0 or check != _check(index, group):
            raise RecoveryCodeMistyped(index + 1)
        values.extend(group)
    number = 0
    for value in reversed(values):
        number = number * _BASE + value
    if number >= 1 << (8 * SECRET_BYTES):
        raise RecoveryCodeMistyped(GROUPS)
    return number.to_bytes(SECRET_BYTES)


def _check(index: int, group: list[int]) -> int:
    weighted = sum((place + 2) * value for place, value in enumerate(group))
    return (weighted + index) % _BASE
