"""`koordinator rescue DAMAGED.db --to NEW.db`: saves what can be read of a damaged database into a new one."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Final

from koordinator.cli.command import ProgramCommand, as_json, wants_json
from koordinator.cli.parser import write_out
from koordinator.domain.rescue import Rescue
from koordinator.texts import command_line
from koordinator.texts import rescue as words


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("damaged", metavar=words.DAMAGED, help=words.DAMAGED_HELP)
    parser.add_argument("--to", required=True, metavar=command_line.PATH, help=words.TO_HELP)


def tell(arguments: argparse.Namespace, outcome: Rescue, target: Path) -> None:
    """Writes what was saved and what is missing; no names, which stand in the new database alone."""
    if wants_json(arguments):
        write_out(as_json({"file": str(target), "whole": outcome.is_whole, **asdict(outcome)}))
        return
    for line in words.told(outcome, str(target)):
        write_out(line)


RESCUE: Final = ProgramCommand("rescue", words.SUMMARY, _add_arguments)
