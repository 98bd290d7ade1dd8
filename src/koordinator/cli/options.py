"""The command line's grammar: Danish in every word, with the common options before or after the command."""

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from koordinator.texts import command_line as words

if TYPE_CHECKING:
    from typing_extensions import override
else:
    # The window reads its options too, and starts sooner without the import.
    _Method = TypeVar("_Method")

    def override(method: _Method) -> _Method:
        return method


WRONG_USAGE = 2


class DanishParser(argparse.ArgumentParser):
    """argparse with its own few words translated."""

    def __init__(self, *, prog: str | None = None, description: str | None = None) -> None:
        super().__init__(
            prog=prog, description=description, add_help=False, formatter_class=DanishFormatter, allow_abbrev=False
        )
        self._positionals.title = words.ARGUMENTS
        self._optionals.title = words.OPTIONS
        self.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=words.HELP)

    @override
    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USAGE, f"{self.format_usage()}{words.wrong_usage(message)}\n")


class DanishFormatter(argparse.HelpFormatter):
    """Writes "brug:" where argparse writes "usage:"."""

    @override
    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        super().add_usage(usage, actions, groups, words.USAGE if prefix is None else prefix)


def row_number(text: str) -> int:
    """The number of something in the database, as the lists show it. Raises ValueError."""
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise ValueError(text)
    return int(text)


def add_common(parser: argparse.ArgumentParser) -> None:
    """The options that go with every command. SUPPRESS, or the command would reset what stood before it."""
    common = parser.add_argument_group(words.COMMON_OPTIONS)
    common.add_argument("--database", metavar=words.PATH, default=argparse.SUPPRESS, help=words.DATABASE)
    common.add_argument("--key-file", type=Path, metavar=words.FILE, default=argparse.SUPPRESS, help=words.KEY_FILE)
    common.add_argument(
        "--as", dest="acting_as", metavar=words.EMPLOYEE, default=argparse.SUPPRESS, help=words.ACTING_AS
    )
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=words.JSON)


def add_subcommand(subparsers: "argparse._SubParsersAction[DanishParser]", name: str, summary: str) -> DanishParser:
    """A command below a command ("plan pdf"), with the common options of its own."""
    parser = subparsers.add_parser(name, help=summary, description=summary)
    add_common(parser)
    parser.add_argument("--unlock", type=Path, metavar=words.FILE, default=argparse.SUPPRESS, help=words.UNLOCK)
    return parser


def add_subcommands(parser: argparse.ArgumentParser, name: str) -> "argparse._SubParsersAction[DanishParser]":
    """Room for commands below the command; one of them must be named, and lands in `name`."""
    return parser.add_subparsers(
        dest=name, required=True, metavar=words.COMMAND, title=words.COMMANDS, parser_class=DanishParser
    )
