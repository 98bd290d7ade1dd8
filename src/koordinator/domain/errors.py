"""The root of what can go wrong in ways the program can explain.

An error carries codes and values only. `texts/` makes the Danish sentence: what happened, that
nothing is lost, what to do. Everything that is not a `DomainError` is our own fault.

Errors are not frozen (a context manager sets their traceback) and are compared as objects. A subclass
names its values as a dataclass does, but is none: dozens can be raised before the first page is seen, and
making a dataclass of each would keep the page waiting.
"""

from inspect import get_annotations
from typing import Any, ClassVar, dataclass_transform


@dataclass_transform(eq_default=False)
class DomainError(Exception):
    """Something the person can be told about in one sentence."""

    value_names: ClassVar[tuple[str, ...]] = ()
    """In the order in which the values are given."""

    def __init_subclass__(cls) -> None:  # type: ignore[explicit-override] # typing.override came with Python 3.12
        cls.value_names += tuple(get_annotations(cls))

    def __init__(self, *values: Any, **named: Any) -> None:  # noqa: ANN401 - the subclass says what they are
        names = self.value_names
        given = dict(zip(names, values, strict=False), **named)
        is_whole = all(name in given or hasattr(self, name) for name in names)
        if not is_whole or len(values) > len(names) or not given.keys() <= set(names):
            raise TypeError(f"{type(self).__qualname__} takes {names}")
        self.__dict__.update(given)


class EnvironmentFault(DomainError):
    """The machine, the disk, the file or the network is at fault, not the person and not the program."""


class NotAllowed(DomainError):
    """The acting employee's roles do not allow the action (see `domain.access`)."""

    action: str


class NotYours(NotAllowed):
    """The roles allow the action, but not with the citizen or family: the actor has nothing to do with them."""


class NotFound(DomainError):
    """The thing does not exist, or not any more. `kind` is a glossary word, `key` what was looked for."""

    kind: str
    key: str


class NoLongerHere(NotFound):
    """What the thing belongs to was deleted since it was read: whose it was is not told, and nothing is stored."""


class StaleVersion(DomainError):
    """Somebody else changed the thing since it was read; nothing was overwritten."""

    kind: str


class AlreadyLocked(DomainError):
    """An approved plan, a locked assessment or closed minutes are never changed; a correction is a new version."""

    kind: str


class FieldTooLong(DomainError):
    """A field is over its limit (`domain.limits`), both counted in characters."""

    field: str
    limit: int
    length: int


class FieldMissing(DomainError):
    """A field that must be filled in is empty."""

    field: str


class UnusableCharacter(DomainError):
    """A field holds a character that no paper and no screen can show (NUL and other controls)."""

    field: str
