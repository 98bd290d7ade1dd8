"""Frozen content as canonical JSON: the same thing always gives the same text, and the text gives the thing back.

Used for approved plans and closed minutes (with schema number and SHA-256), and for the rows of a
meeting's journal. A field that came later is filled in with its default when an older text is read.
"""

import hashlib
import json
from dataclasses import fields
from datetime import date, datetime, time
from functools import cache
from types import UnionType
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from koordinator.domain.errors import DomainError

Thing = TypeVar("Thing")
_UNIONS: Final = (Union, UnionType)
"""`int | None` is the one, `NewType | None` the other."""


class SnapshotTooNew(DomainError):
    """The frozen content was written by a newer program; this one cannot read it."""

    kind: str


class SnapshotDamaged(DomainError):
    """The frozen content is not the one that was locked: its SHA-256 differs."""

    kind: str


def canonical_json(thing: object) -> str:
    """The dataclass as JSON with sorted keys, without space, days and times in ISO form."""
    return json.dumps(thing, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_json(kind: type[Thing], text: str) -> Thing:
    """The dataclass that `canonical_json` wrote."""
    thing: Thing = _read(kind, json.loads(text))
    return thing


def sha256_of(text: str) -> str:
    """The text's SHA-256 as 64 hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def frozen_fields(text: str, sha256: str) -> dict[str, Any] | None:
    """What a frozen text says, field by field; None when it is not the text that was frozen, or not canonical."""
    if sha256_of(text) != sha256:
        return None
    try:
        said = json.loads(text)
    except ValueError:
        return None
    return said if isinstance(said, dict) and canonical_json(said) == text else None


def check_snapshot(kind: str, text: str, sha256: str) -> str:
    """The text when it is the one that was locked. Raises SnapshotDamaged."""
    if sha256_of(text) != sha256:
        raise SnapshotDamaged(kind)
    return text


def _plain(value: object) -> object:
    if isinstance(value, date | time):
        return value.isoformat()
    return {field.name: getattr(value, field.name) for field in fields(value)}  # type: ignore[arg-type]


def _read(kind: Any, raw: Any) -> Any:  # noqa: ANN401 (JSON values and the types that say what they are)
    if raw is None:
        return None
    if get_origin(kind) in _UNIONS:
        kind = next(part for part in get_args(kind) if part is not type(None))
    kind = getattr(kind, "__supertype__", kind)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], part) for part in raw)
    if hasattr(kind, "__dataclass_fields__"):
        hints = _hints(kind)
        return kind(**{name: _read(hints[name], value) for name, value in raw.items()})
    if kind in (date, datetime, time):
        return kind.fromisoformat(raw)
    return kind(raw)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
