"""The most characters each kind of field holds, and the check that says so."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from koordinator.domain.errors import FieldMissing, FieldTooLong, UnusableCharacter

SHORT: Final = 80
"""A name of a thing, a telephone number, a case number."""
LINE: Final = 200
"""One line: a person's name, an address, a title."""
PARAGRAPH: Final = 2_000
"""A few sentences: a reason, an agreement, a purpose."""
LONG: Final = 20_000
"""Some pages: own words, a meeting note, a consent text."""

MODEL_CHARACTERS: Final = 500_000
"""The whole text of an assessment model; the standard model has some 25,000."""
MODEL_BYTES: Final = 4 * MODEL_CHARACTERS
"""Of a model's file: no more is read."""
MODEL_PARAMETERS: Final = 40
MODEL_OPTIONS: Final = 8
"""Of one parameter. With "ved ikke" they are chosen by the keys 1-9."""
MODEL_RULES: Final = 60
MODEL_CONDITION_DEPTH: Final = 6
"""Groups of conditions within one another."""

_UNUSABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Controls (C0, DEL and C1) other than a tab or a line break, and half characters, as broken input can hold."""

Thing = TypeVar("Thing")


def checked(field: str, text: str, limit: int, *, required: bool = False) -> str:
    """The text without space at its ends, when it is within its limit.

    Raises FieldMissing, FieldTooLong or UnusableCharacter, each with the field's English name.
    """
    trimmed = text.replace("\r\n", "\n").strip()
    if required and not trimmed:
        raise FieldMissing(field)
    if len(trimmed) > limit:
        raise FieldTooLong(field, limit, len(trimmed))
    if _UNUSABLE.search(trimmed):
        raise UnusableCharacter(field)
    return trimmed


def checked_fields(thing: Thing, limit_of: Mapping[str, int], required: Collection[str] = ()) -> Thing:
    """The dataclass with each of the named text fields as `checked` gives it back; raises what `checked` raises."""
    texts: dict[str, Any] = {
        name: checked(name, getattr(thing, name), limit, required=name in required) for name, limit in limit_of.items()
    }
    return replace(thing, **texts)  # type: ignore[type-var]
