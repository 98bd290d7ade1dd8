"""`koordinator wheel`: a year of one's own follow-ups as a sheet for the wall or a calendar, with counts only."""

import argparse
from pathlib import Path
from typing import Final

from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.output_argument import new_file
from koordinator.cli.parser import write_out
from koordinator.domain.year_wheel import Counts, WheelKind, YearCounts
from koordinator.texts import command_line
from koordinator.texts import year_wheel_command as words
from koordinator.texts.meeting_command import LARGE_HELP, written
from koordinator.usecases.year_wheel import WheelFile, Whose

_KINDS: Final = {kind.ending: kind for kind in (WheelFile.PDF, WheelFile.ICS)}


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=int, metavar=words.YEAR, required=True, help=words.YEAR_HELP)
    parser.add_argument("-o", "--output", type=new_file, metavar=command_line.FILE, required=True, help=words.OUTPUT)
    parser.add_argument("--large", action="store_true", help=LARGE_HELP)


def _wrong_usage(arguments: argparse.Namespace) -> str:
    return "" if _ending(arguments.output) in _KINDS else words.WRONG_ENDING


def _run(arguments: argparse.Namespace, session: Session) -> int:
    kind = _KINDS[_ending(arguments.output)]
    if arguments.large and kind is WheelFile.PDF:
        kind = WheelFile.LARGE_PDF
    page, made = session.services.year_wheels.file(session.actor, arguments.year, Whose.MINE, kind)
    session.services.paper_files.write(arguments.output, made.content)
    counts = page.sheet.counts
    write_out(as_json(_for_programs(counts)) if wants_json(arguments) else written(str(arguments.output)))
    return FINE


def _ending(path: Path) -> str:
    return path.suffix.lower()


def _for_programs(counts: YearCounts) -> dict[str, object]:
    months = [{"month": number, "counts": _numbers(each)} for number, each in enumerate(counts.months, start=1)]
    return {"year": counts.year, "months": months, "total": _numbers(counts.total)}


def _numbers(counts: Counts) -> dict[str, int]:
    return {kind.value: counts.of(kind) for kind in WheelKind}


WHEEL = Command("wheel", words.SUMMARY, _add_arguments, _run, _wrong_usage)
