"""The most characters each kind of field holds, and the check that says so."""

from typing import Final

from koordinator.domain.errors import FieldMissing, FieldTooLong, UnusableCharacter

SHORT: Final = 80
"""A name of a thing, a telephone number, a case number."""
LINE: Final = 200
"""One line: a person's name, an address, a title."""
PARAGRAPH: Final = 2_000
"""A few sentences: a reason, an agreement, a purpose."""
LONG: Final = 20_000
"""Some pages: own words, a meeting note, a consent text."""

_ALLOWED_CONTROLS: Final = frozenset("\n\t")


def checked(field: str, text: str, limit: int, *, required: bool = False) -> str:
    """The text without space at its ends, when it is within its limit.

    Raises FieldMissing, FieldTooLong or UnusableCharacter, each with the field's English name.
    """
    trimmed = text.replace("\r\n", "\n").strip()
    if required and not trimmed:
        raise FieldMissing(field)
    if len(trimmed) > limit:
        raise FieldTooLong(field, limit, len(trimmed))
    if any(ord(character) < 32 and character not in _ALLOWED_CONTROLS for character in trimmed):
        raise UnusableCharacter(field)
    return trimmed
