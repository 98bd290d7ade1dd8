"""`koordinator practice`: the practice case (øvelse), where one left it or from the beginning."""

import argparse
from pathlib import Path
from typing import Final

from koordinator.cli.command import ProgramCommand
from koordinator.texts import command_line as words


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dir", type=Path, metavar=words.FOLDER, help=words.PRACTICE_DIR)
    parser.add_argument("--fresh", action="store_true", help=words.PRACTICE_FRESH)


PRACTICE: Final = ProgramCommand("practice", words.Summaries.PRACTICE, _add_arguments)
