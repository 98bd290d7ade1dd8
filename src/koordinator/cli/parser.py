"""The whole command line: every command with its arguments."""

import argparse
import sys
from collections.abc import Sequence
from functools import cache

from koordinator.cli.command import AnyCommand
from koordinator.cli.options import DanishParser, add_common, add_subcommand, add_subcommands
from koordinator.texts import command_line as words


@cache
def build_parser(commands: tuple[AnyCommand, ...]) -> DanishParser:
    """The whole grammar; whoever runs several commands in one process builds it once."""
    parser = DanishParser(prog="koordinator", description=words.PROGRAM)
    add_common(parser)
    subparsers = add_subcommands(parser, "command")
    for command in commands:
        command.add_arguments(add_subcommand(subparsers, command.name, command.summary))
    return parser


def parse(commands: tuple[AnyCommand, ...], arguments: Sequence[str]) -> tuple[AnyCommand, argparse.Namespace]:
    """The command that was asked for, and its arguments. Wrong usage ends the program with code 2."""
    parser = build_parser(commands)
    parsed = parser.parse_args(arguments)
    command = next(command for command in commands if command.name == parsed.command)
    if wrong := command.wrong_usage(parsed):
        parser.error(wrong)
    return command, parsed


def write_out(text: str) -> None:
    """Writes a line of result."""
    sys.stdout.write(f"{text}\n")


def write_error(text: str) -> None:
    """Writes a sentence about what went wrong."""
    sys.stderr.write(f"{text}\n")
