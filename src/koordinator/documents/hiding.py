"""Protected addresses taken out of a document, in whatever field of it somebody wrote them."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from koordinator.documents.content import Document
from koordinator.domain.protected_address import hidden
from koordinator.texts.documents import HIDDEN_ADDRESS


def without_addresses(document: Document, addresses: tuple[str, ...]) -> Document:
    """The document with a word in the place of each address."""
    changed: Document = _without(document, addresses)
    return changed


def _without(thing: Any, addresses: tuple[str, ...]) -> Any:  # noqa: ANN401 (any part of a document)
    if type(thing) is str:
        return hidden(thing, addresses, HIDDEN_ADDRESS)
    if isinstance(thing, tuple):
        parts = [_without(part, addresses) for part in thing]
        return type(thing)(*parts) if hasattr(thing, "_fields") else tuple(parts)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{each.name: _without(getattr(thing, each.name), addresses) for each in fields(thing)})
    return thing
