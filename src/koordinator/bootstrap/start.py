"""What the program was started for, found out before anything heavy is imported."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from koordinator.bootstrap import heavy

if TYPE_CHECKING:
    from argparse import Namespace

_PLAIN: Final = ("--database", "--key-file", "--as")


class StartOptions(NamedTuple):
    """The common options. None means the usual place, the usual way in, and the database's owner."""

    database: str | None
    key_file: Path | None
    acting_as: str | None
    unlock: Path | None = None


def asks_for_window(arguments: Sequence[str]) -> bool:
    """True when only common options were given, and no command."""
    if "-h" in arguments or "--help" in arguments:
        return False
    if _plainly(arguments) is not None:
        return True
    _, rest = heavy.common_parser().parse_known_args(arguments)
    return not rest


def window_options(arguments: Sequence[str]) -> StartOptions:
    """The common options of a start without a command."""
    return _plainly(arguments) or start_options(heavy.common_parser().parse_args(arguments))


def start_options(parsed: "Namespace") -> StartOptions:
    """The common options among the parsed arguments."""
    return StartOptions(
        database=getattr(parsed, "database", None),
        key_file=getattr(parsed, "key_file", None),
        acting_as=getattr(parsed, "acting_as", None),
        unlock=getattr(parsed, "unlock", None),
    )


def _plainly(arguments: Sequence[str]) -> StartOptions | None:
    """The options when each is followed by its value, as shortcuts and icons name them: argparse takes 4 ms to come."""
    names, values = arguments[::2], arguments[1::2]
    if len(names) != len(values) or any(value.startswith("-") or not value for value in values):
        return None
    if not all(name in _PLAIN for name in names):
        return None
    given = dict(zip(names, values, strict=True))
    key_file = given.get("--key-file")
    return StartOptions(given.get("--database"), Path(key_file) if key_file else None, given.get("--as"))
