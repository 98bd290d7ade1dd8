"""`koordinator guide`: for each citizen in a course the one next thing, why, and by when."""

import argparse
from collections.abc import Sequence

from koordinator.cli.citizen_argument import citizen_id
from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.parser import write_out
from koordinator.texts import command_line, formats
from koordinator.texts import guide as words
from koordinator.usecases.guide_list import GuideList
from koordinator.usecases.overview import SubjectLine


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("citizen", metavar=command_line.CITIZEN, nargs="?", help=words.GUIDE_CITIZEN)
    parser.add_argument("--mine", action="store_true", help=words.GUIDE_MINE)


def _wrong_usage(arguments: argparse.Namespace) -> str:
    return words.ONE_OR_MINE if arguments.mine and arguments.citizen is not None else ""


def _run(arguments: argparse.Namespace, session: Session) -> int:
    guide, actor = session.services.guide_list, session.actor
    if arguments.citizen is not None:
        found = guide.of_citizen(actor, citizen_id(session, arguments.citizen))
    else:
        found = guide.of_all(actor, mine=arguments.mine)
    write_out(as_json(list(map(_for_programs, found.lines))) if wants_json(arguments) else _for_people(found))
    return FINE


def _for_programs(line: SubjectLine) -> dict[str, object]:
    step = line.next_step
    return {
        "citizen": line.key,
        "next_step": _heading(line),
        "why": words.sentence(step, line.name),
        "by": step.by_on.isoformat() if step.by_on is not None and step.waits else None,
        "button": words.button(step),
    }


def _for_people(found: GuideList) -> str:
    if not found.lines:
        return words.NOBODY_IN_COURSE
    rows = [words.GUIDE_HEADINGS, *(_cells(line) for line in found.lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_row(cells, widths) for cells in rows)


def _cells(line: SubjectLine) -> tuple[str, ...]:
    step = line.next_step
    by = formats.date_short(step.by_on) if step.by_on is not None and step.waits else ""
    return str(line.key), line.name, _heading(line), by, words.sentence(step, line.name)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _heading(line: SubjectLine) -> str:
    return words.heading(line.next_step, line.name)


GUIDE = Command("guide", words.GUIDE_SUMMARY, _add_arguments, _run, _wrong_usage)
