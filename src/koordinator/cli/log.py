"""`koordinator log`: who did what when, newest first, as lines or for other programs; and away with what is too old."""

import argparse
from collections.abc import Sequence
from typing import Final

from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.options import row_number
from koordinator.cli.parser import write_out
from koordinator.cli.supervision import danish_or_iso_day
from koordinator.domain.access import Channel
from koordinator.domain.errors import NotFound
from koordinator.domain.folding import folded
from koordinator.domain.ids import EmployeeId
from koordinator.domain.log_filter import ActionGroup, LogFilter
from koordinator.domain.organisation import SeveralEmployees
from koordinator.texts import log_command as command_words
from koordinator.texts import log_page as words
from koordinator.usecases.log_book import LogAge, LogLine

_MOST: Final = 100


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    texts = command_words
    parser.add_argument("--from", dest="first_on", type=danish_or_iso_day, metavar=texts.DAY, help=texts.FROM)
    parser.add_argument("--to", dest="last_on", type=danish_or_iso_day, metavar=texts.DAY, help=texts.TO)
    parser.add_argument("--employee", metavar=texts.NAME, help=texts.EMPLOYEE)
    parser.add_argument("--citizen", metavar=texts.CITIZEN_ARGUMENT, default="", help=texts.CITIZEN)
    parser.add_argument("--group", type=ActionGroup, choices=tuple(ActionGroup), help=texts.GROUP)
    parser.add_argument("--channel", type=Channel, choices=tuple(Channel), help=texts.CHANNEL)
    parser.add_argument("--before", type=row_number, metavar=texts.NUMBER, help=texts.BEFORE)
    parser.add_argument("--most", type=int, metavar=texts.NUMBER, default=_MOST, help=texts.MOST)
    old = parser.add_mutually_exclusive_group()
    old.add_argument("--old", action="store_true", help=texts.OLD)
    old.add_argument("--delete-old", action="store_true", help=texts.DELETE_OLD)


def _wrong_usage(arguments: argparse.Namespace) -> str:
    if arguments.most < 1:
        return command_words.TOO_FEW
    filters = (arguments.first_on, arguments.last_on, arguments.employee, arguments.citizen, arguments.group)
    is_narrowed = any((*filters, arguments.channel, arguments.before))
    return command_words.OLD_IS_ALL if is_narrowed and (arguments.old or arguments.delete_old) else ""


def _run(arguments: argparse.Namespace, session: Session) -> int:
    if arguments.old:
        age = session.services.log_book.outline(session.actor).age
        write_out(as_json(_age_for_programs(age)) if wants_json(arguments) else _age_for_people(age))
        return FINE
    if arguments.delete_old:
        deleted = session.services.log_book.thin_out(session.actor)
        write_out(as_json({"deleted": deleted}) if wants_json(arguments) else words.thinned_out(deleted))
        return FINE
    lines = _read(arguments, session)
    write_out(as_json([_for_programs(line) for line in lines]) if wants_json(arguments) else _for_people(lines))
    return FINE


def _read(arguments: argparse.Namespace, session: Session) -> list[LogLine]:
    """Page by page, each of which is logged as a look."""
    book, actor = session.services.log_book, session.actor
    wanted = LogFilter(
        arguments.first_on, arguments.last_on, _employee(arguments, session), arguments.group, arguments.channel
    )
    lines: list[LogLine] = []
    before = arguments.before
    while len(lines) < arguments.most:
        page = book.page(actor, wanted, arguments.citizen, before)
        lines += page.lines
        if not page.has_more:
            break
        before = page.lines[-1].entry.sequence
    return lines[: arguments.most]


def _employee(arguments: argparse.Namespace, session: Session) -> EmployeeId | None:
    if not arguments.employee:
        return None
    wanted = folded(arguments.employee)
    named = session.services.log_book.outline(session.actor).employees
    found = [each for each, name in named if wanted in (folded(name), str(each))]
    if not found:
        raise NotFound("employee", arguments.employee)
    if len(found) > 1:
        raise SeveralEmployees(arguments.employee)
    return found[0]


def _for_programs(line: LogLine) -> dict[str, object]:
    entry = line.entry
    return {
        "sequence": entry.sequence,
        "at": entry.at.isoformat(),
        "employee_id": entry.actor_id,
        "employee": line.who or None,
        "roles": entry.roles.split(),
        "channel": entry.channel.value,
        "action": entry.action.value,
        "kind": entry.kind,
        "thing_id": entry.thing_id,
        "subject_id": entry.subject_id,
        "about": line.about or None,
        "searched_for": line.term or None,
        "codes": entry.codes,
    }


def _for_people(lines: Sequence[LogLine]) -> str:
    if not lines:
        return words.NOTHING_FITS
    cells = [tuple(map(str, words.cells(each.entry, each.who, each.about, each.term))) for each in lines]
    return table_text([words.HEADINGS, *cells])


def _age_for_programs(age: LogAge) -> dict[str, object]:
    return {
        "oldest": age.oldest_on.isoformat() if age.oldest_on else None,
        "months": age.period.months,
        "too_old_until": age.last_on.isoformat() if age.last_on else None,
    }


def _age_for_people(age: LogAge) -> str:
    return words.age(age.oldest_on, age.last_on, age.period.months)


def table_text(rows: Sequence[tuple[str, ...]]) -> str:
    """Rows of cells as columns that stand under one another."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


LOG = Command("log", words.SUMMARY, _add_arguments, _run, _wrong_usage)
