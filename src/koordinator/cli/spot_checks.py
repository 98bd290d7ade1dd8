"""`koordinator spot-checks`: the looks that were drawn from the log, and what the leader found."""

import argparse

from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.log import table_text
from koordinator.cli.options import row_number
from koordinator.cli.parser import write_out
from koordinator.domain.ids import RowId
from koordinator.domain.spot_check import SpotAnswer, SpotDraw
from koordinator.texts import log_command as command_words
from koordinator.texts import spot_checks as words
from koordinator.usecases.spot_checks import SpotLine, SpotShelf


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    texts = command_words
    parser.add_argument("--answer", type=row_number, metavar=texts.NUMBER, help=texts.ANSWER)
    parser.add_argument("--verdict", type=SpotAnswer, choices=tuple(SpotAnswer), help=texts.VERDICT)
    parser.add_argument("--note", metavar=texts.TEXT, default="", help=texts.NOTE)


def _wrong_usage(arguments: argparse.Namespace) -> str:
    return command_words.ANSWER_NEEDS_VERDICT if (arguments.answer is None) is not (arguments.verdict is None) else ""


def _run(arguments: argparse.Namespace, session: Session) -> int:
    checks, actor = session.services.spot_checks, session.actor
    if arguments.answer is None:
        shelf = checks.open(actor)
    else:
        shelf = checks.answer(actor, RowId(arguments.answer), arguments.verdict, arguments.note)
    write_out(as_json(_for_programs(shelf)) if wants_json(arguments) else _for_people(shelf))
    return FINE


def _for_programs(shelf: SpotShelf) -> dict[str, object]:
    return {"draws": [_draw(each) for each in shelf.draws], "looks": [_look(line) for line in shelf.lines]}


def _draw(draw: SpotDraw) -> dict[str, object]:
    return {
        "month": f"{draw.month_on:%Y-%m}",
        "seed": draw.seed,
        "after_sequence": draw.after_sequence,
        "until_sequence": draw.until_sequence,
        "pool": draw.pool,
        "drawn": draw.drawn,
    }


def _look(line: SpotLine) -> dict[str, object]:
    check = line.check
    return {
        "id": check.id,
        "sequence": check.sequence,
        "at": check.looked_at.isoformat(),
        "employee": line.who or None,
        "citizen": line.citizen or None,
        "action": check.action.value,
        "relation": check.relation.value if check.relation else None,
        "answer": check.answer.value if check.answer else None,
        "note": check.note,
        "is_own": line.is_own,
    }


def _for_people(shelf: SpotShelf) -> str:
    if not shelf.lines:
        return words.NONE
    rows = [command_words.HEADINGS, *map(_cells, shelf.lines)]
    return "\n".join([table_text(rows), "", words.counted(shelf.counts), *map(words.draw_line, shelf.draws)])


def _cells(line: SpotLine) -> tuple[str, ...]:
    check = line.check
    return (
        str(check.id),
        words.when(check),
        line.who or words.UNKNOWN,
        line.citizen or words.DELETED,
        words.what(check.action),
        words.RELATIONS[check.relation],
        words.answer(check),
        words.note(check),
    )


SPOT_CHECKS = Command("spot-checks", words.SUMMARY, _add_arguments, _run, _wrong_usage)
