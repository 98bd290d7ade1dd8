"""`koordinator citizens`: who there is, on which step, and what comes next."""

import argparse
from collections.abc import Sequence

from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.parser import write_out
from koordinator.domain.citizen_list import CitizenFilter
from koordinator.texts import citizens as words
from koordinator.texts import guide
from koordinator.usecases.citizen_list import CitizenLine


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--search", metavar=words.TEXT, default="", help=words.SEARCH_HELP)
    parser.add_argument("--mine", action="store_true", help=words.MINE_HELP)


def _run(arguments: argparse.Namespace, session: Session) -> int:
    chosen = CitizenFilter(mine=arguments.mine, text=arguments.search, families=False)
    lines = session.services.citizen_list.lines(session.actor, chosen, most=None).lines
    write_out(as_json([_for_programs(line) for line in lines]) if wants_json(arguments) else _for_people(lines))
    return FINE


def _for_programs(line: CitizenLine) -> dict[str, object]:
    return {
        "id": line.thing_id,
        "name": line.name,
        "cpr_masked": line.cpr_masked,
        "step": None if line.step is None else int(line.step),
        "coordinator": line.coordinator or None,
        "next_step": guide.sentence(line.next_step, line.name),
    }


def _for_people(lines: Sequence[CitizenLine]) -> str:
    if not lines:
        return words.NOBODY_FOUND
    rows = [words.TABLE_HEADINGS, *map(_cells, lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _cells(line: CitizenLine) -> tuple[str, ...]:
    return (
        str(line.thing_id),
        line.name,
        line.cpr_masked,
        words.standing(line.step, assessed=line.assessed, ended=line.ended),
        line.coordinator,
        guide.sentence(line.next_step, line.name),
    )


CITIZENS = Command("citizens", words.SUMMARY, _add_arguments, _run)
