"""`koordinator demo`: the program with the demo data, or the working day where there is no window."""

import argparse
from pathlib import Path
from typing import Final

from koordinator.cli.command import ProgramCommand
from koordinator.texts import command_line as words


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dir", type=Path, metavar=words.FOLDER, help=words.DEMO_DIR)
    parser.add_argument("--no-window", action="store_true", help=words.DEMO_NO_WINDOW)


DEMO: Final = ProgramCommand("demo", words.Summaries.DEMO, _add_arguments)
