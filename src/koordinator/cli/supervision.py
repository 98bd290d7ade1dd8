"""`koordinator supervision`: the numbers of ledelsestilsyn, as a table, JSON, CSV or a workbook, and counts files."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.output_argument import new_file
from koordinator.cli.parser import write_out
from koordinator.domain.calendar_periods import day_range
from koordinator.domain.supervision import (
    ALL_COUNTS,
    DEFINED_COUNTS,
    CountName,
    GroupBy,
    SupervisionReport,
    SupervisionRow,
    SupervisionScope,
)
from koordinator.domain.supervision_paper import PAPER_COUNTS
from koordinator.texts import command_line
from koordinator.texts import supervision as words
from koordinator.texts import supervision_command as command_words
from koordinator.usecases.table_files import TableFiles

TABLE: Final = "table"
JSON: Final = "json"
CSV: Final = "csv"
XLSX: Final = "xlsx"
PDF: Final = "pdf"
_FORMATS: Final = (TABLE, JSON, CSV, XLSX, PDF)
_IN_FILES: Final = (XLSX, PDF)


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    texts = command_words
    parser.add_argument("--from", dest="first_on", type=danish_or_iso_day, metavar=texts.DAY, help=texts.FROM)
    parser.add_argument("--to", dest="last_on", type=danish_or_iso_day, metavar=texts.DAY, help=texts.TO)
    parser.add_argument("--by", type=GroupBy, choices=tuple(GroupBy), default=GroupBy.EMPLOYEE, help=texts.BY)
    parser.add_argument("--format", choices=_FORMATS, default=TABLE, help=texts.FORMAT)
    parser.add_argument("-o", "--output", type=new_file, metavar=command_line.FILE, help=texts.OUTPUT)
    parser.add_argument("--ids", action="store_true", help=texts.IDS)
    parser.add_argument("--all", action="store_true", dest="all_counts", help=texts.ALL)
    parser.add_argument("--outside", action="store_true", help=texts.OUTSIDE)
    parser.add_argument("--large", action="store_true", help=texts.LARGE)
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--counts-file", type=new_file, metavar=command_line.FILE, help=texts.COUNTS_FILE)
    instead.add_argument("--merge", type=Path, nargs="+", metavar=command_line.FILE, help=texts.MERGE)
    instead.add_argument("--write-counting-key", type=new_file, metavar=command_line.FILE, help=texts.WRITE_KEY)
    instead.add_argument("--counting-key", type=Path, metavar=command_line.FILE, help=texts.COUNTING_KEY)


def danish_or_iso_day(text: str) -> date:
    """2026-07-01 or 01.07.2026. Raises ValueError."""
    if "." not in text:
        return date.fromisoformat(text)
    day, month, year = map(int, text.split("."))
    try:
        return date(year, month, day)
    except OverflowError as error:
        raise ValueError(text) from error


def _wrong_usage(arguments: argparse.Namespace) -> str:
    chosen = _format(arguments)
    if _needs_days(arguments) and None in (arguments.first_on, arguments.last_on):
        return command_words.DAYS_MISSING
    if chosen in _IN_FILES and arguments.output is None:
        return command_words.NEEDS_OUTPUT[chosen]
    if arguments.ids and (chosen != JSON or arguments.outside or arguments.merge):
        return command_words.IDS_NEED_JSON
    return ""


def _needs_days(arguments: argparse.Namespace) -> bool:
    return not (arguments.merge or arguments.write_counting_key or arguments.counting_key)


def _format(arguments: argparse.Namespace) -> str:
    return JSON if wants_json(arguments) else str(arguments.format)


def _run(arguments: argparse.Namespace, session: Session) -> int:
    for option, action in _INSTEAD.items():
        if getattr(arguments, option):
            return action(arguments, session)
    return _show(arguments, session, _counted(arguments, session), [])


def _counted(arguments: argparse.Namespace, session: Session) -> SupervisionReport:
    names = _names(arguments)
    scope = SupervisionScope(day_range(arguments.first_on, arguments.last_on), arguments.by)
    supervision = session.services.supervision
    if arguments.ids:
        return supervision.listed(session.actor, scope, names)
    if arguments.outside or arguments.output is not None or _format(arguments) == CSV:
        return supervision.export(session.actor, scope, names, outside=arguments.outside)
    return supervision.report(session.actor, scope, names)


def _merge(arguments: argparse.Namespace, session: Session) -> int:
    files, names = session.services.counts_files, _names(arguments)
    merged = files.merge(session.actor, arguments.merge, arguments.by, names, outside=arguments.outside)
    return _show(arguments, session, merged.report, [words.merged_line(merged.files, merged.repeated)])


def _write_counts_file(arguments: argparse.Namespace, session: Session) -> int:
    days, path = day_range(arguments.first_on, arguments.last_on), arguments.counts_file
    lines = len(session.services.counts_files.write(session.actor, days, path).lines)
    for_people = command_words.counts_file_written(str(path), lines)
    write_out(as_json({"file": str(path), "lines": lines}) if _format(arguments) == JSON else for_people)
    return FINE


def _write_key(arguments: argparse.Namespace, session: Session) -> int:
    path = arguments.write_counting_key
    session.services.counts_files.write_counting_key(session.actor, path)
    write_out(as_json({"file": str(path)}) if _format(arguments) == JSON else command_words.key_written(str(path)))
    return FINE


def _take_key(arguments: argparse.Namespace, session: Session) -> int:
    session.services.counts_files.take_counting_key(session.actor, arguments.counting_key)
    write_out(as_json({"taken": True}) if _format(arguments) == JSON else command_words.KEY_TAKEN)
    return FINE


_INSTEAD: Final[Mapping[str, Callable[[argparse.Namespace, Session], int]]] = {
    "counts_file": _write_counts_file,
    "merge": _merge,
    "write_counting_key": _write_key,
    "counting_key": _take_key,
}


def _names(arguments: argparse.Namespace) -> tuple[CountName, ...]:
    if _format(arguments) == PDF:
        return PAPER_COUNTS
    return ALL_COUNTS if arguments.all_counts else DEFINED_COUNTS


def _show(arguments: argparse.Namespace, session: Session, report: SupervisionReport, remarks: list[str]) -> int:
    tables, chosen, output = session.services.tables, _format(arguments), arguments.output
    if chosen == PDF:
        papers, files = session.services.supervision_papers, session.services.paper_files
        made = papers.of_report(report, outside=arguments.outside, large_print=arguments.large)
        files.write(output, made.content)
    elif chosen == XLSX:
        tables.write_xlsx(output, (words.table_of(report), words.meanings_of(report)), report.as_of)
    elif chosen == CSV and output is not None:
        tables.write_csv(output, words.table_of(report))
    elif output is not None:
        tables.write_text(output, _text(chosen, tables, report, remarks))
    else:
        write_out(_text(chosen, tables, report, remarks))
    if output is not None and chosen != JSON:
        write_out(command_words.written(str(output)))
    return FINE


def _text(chosen: str, tables: TableFiles, report: SupervisionReport, remarks: list[str]) -> str:
    if chosen == JSON:
        return as_json(_for_programs(report))
    if chosen == CSV:
        return tables.csv(words.table_of(report)).rstrip("\r\n")
    return _for_people(report, remarks)


def _for_programs(report: SupervisionReport) -> dict[str, object]:
    return {
        "from": report.scope.days.first_on.isoformat(),
        "to": report.scope.days.last_on.isoformat(),
        "by": report.scope.by.value,
        "definition_version": report.definition_version,
        "as_of": report.as_of.isoformat(),
        "rows": [_row(row, report.names) for row in report.rows],
        "total": _row(report.total, report.names),
    }


def _row(row: SupervisionRow, names: tuple[CountName, ...]) -> dict[str, object]:
    numbers: dict[str, object] = {"name": words.row_name(row), **{name.value: row.number(name) for name in names}}
    if row.ids is not None:
        numbers["ids"] = {name.value: list(row.ids.get(name, ())) for name in names}
    return numbers


def _for_people(report: SupervisionReport, remarks: list[str]) -> str:
    table = words.table_of(report)
    rows = [table.headings, *([str(cell) for cell in row] for row in table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join([table.title, "", *(_line(row, widths) for row in rows), "", words.counted_line(report), *remarks])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    (name, name_width), *numbers = zip(cells, widths, strict=True)
    return "  ".join([name.ljust(name_width), *(cell.rjust(width) for cell, width in numbers)])


SUPERVISION: Final = Command("supervision", command_words.SUMMARY, _add_arguments, _run, _wrong_usage)
