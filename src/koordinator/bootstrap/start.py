"""What the program was started for, found out before anything heavy is imported."""

import argparse
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from koordinator.cli.options import DanishParser, add_common


class StartOptions(NamedTuple):
    """The common options. None means the usual place, the usual way in, and the database's owner."""

    database: str | None
    key_file: Path | None
    acting_as: str | None


def asks_for_window(arguments: Sequence[str]) -> bool:
    """True when only common options were given, and no command."""
    if "-h" in arguments or "--help" in arguments:
        return False
    if not arguments:
        return True
    _, rest = _common_parser().parse_known_args(arguments)
    return not rest


def window_options(arguments: Sequence[str]) -> StartOptions:
    """The common options of a start without a command."""
    return start_options(_common_parser().parse_args(arguments))


def start_options(parsed: argparse.Namespace) -> StartOptions:
    """The common options among the parsed arguments."""
    return StartOptions(
        database=getattr(parsed, "database", None),
        key_file=getattr(parsed, "key_file", None),
        acting_as=getattr(parsed, "acting_as", None),
    )


@cache
def _common_parser() -> DanishParser:
    parser = DanishParser(prog="koordinator")
    add_common(parser)
    return parser
