"""`koordinator import FILE`: a list from a case system into the register."""

import argparse
from dataclasses import asdict
from pathlib import Path

from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.output_argument import new_file
from koordinator.cli.parser import write_out
from koordinator.domain.list_records import RowFault
from koordinator.texts import command_line as words
from koordinator.texts import import_list as import_words
from koordinator.texts.list_faults import fault_reason
from koordinator.usecases.import_list import ImportReport, Tally


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar=words.FILE, help=words.IMPORT_FILE)
    parser.add_argument("--create-departments", action="store_true", help=words.IMPORT_CREATE)
    parser.add_argument("--take-over", action="store_true", help=words.IMPORT_TAKE)
    parser.add_argument("--bad-rows", type=new_file, metavar=words.FILE, help=words.IMPORT_BAD)


def _run(arguments: argparse.Namespace, session: Session) -> int:
    """The result is written before the refused rows are saved: what went in is told, also if that fails."""
    lists = session.services.lists
    preview = lists.preview(arguments.file, create_departments=arguments.create_departments)
    report = lists.run(session.actor, preview, taking=arguments.take_over)
    write_out(as_json(_for_programs(report)) if wants_json(arguments) else _for_people(report))
    if arguments.bad_rows is not None:
        lists.save_bad_rows(arguments.bad_rows, preview, report.bad)
    return FINE


def _for_programs(report: ImportReport) -> dict[str, object]:
    return {
        "rows": report.rows,
        "citizens": asdict(report.citizens),
        "cases": asdict(report.cases),
        "bad": [_bad_row(fault) for fault in report.bad],
        "held_rows": [record.row for record in report.held],
        "taken_over": report.taken,
        "unconfirmed": {"teams": report.unconfirmed_teams, "employees": report.unconfirmed_employees},
    }


def _bad_row(fault: RowFault) -> dict[str, object]:
    return {"row": fault.row, "column": fault.column, "value": fault.value, "reason": fault_reason(fault)}


def _for_people(report: ImportReport) -> str:
    bad_rows = len({fault.row for fault in report.bad})
    summary = words.import_summary(report.rows, _numbers(report.citizens), _numbers(report.cases), bad_rows)
    lines = [words.bad_row(fault.row, fault.column, fault.value, fault_reason(fault)) for fault in report.bad]
    lines += [words.held_row(record.row, record.name) for record in report.held]
    lines += [import_words.taken(report.taken)] if report.taken else []
    made = words.made_by_import(report.new_departments, report.unconfirmed_teams, report.unconfirmed_employees)
    return "\n".join([summary, *lines, *made])


def _numbers(tally: Tally) -> tuple[int, int, int]:
    return tally.created, tally.updated, tally.unchanged


IMPORT = Command("import", words.Summaries.IMPORT, _add_arguments, _run, makes_database=True)
