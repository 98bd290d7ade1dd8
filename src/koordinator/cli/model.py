"""`koordinator model check FILE.toml` and `koordinator model try FILE.toml`."""

import argparse
from pathlib import Path
from typing import Final

from koordinator.cli.command import FINE, REFUSED, Bare, Command, Session, as_json, wants_json
from koordinator.cli.options import add_subcommand, add_subcommands
from koordinator.cli.parser import write_error, write_out
from koordinator.domain.model_trial import ChangedOutcome, TrialReport
from koordinator.texts import command_line
from koordinator.texts import model_command as words
from koordinator.texts import model_trial as trial_words
from koordinator.texts.model_faults import fault_words, model_fault
from koordinator.usecases.model_check import CheckedModel, check_model_file

_CHECK: Final = "check"
_TRY: Final = "try"


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    commands = add_subcommands(parser, "model_command")
    for name, summary in ((_CHECK, words.CHECK), (_TRY, words.TRY)):
        add_subcommand(commands, name, summary).add_argument(
            "file", type=Path, metavar=command_line.FILE, help=words.MODEL_FILE
        )


def _run_bare(arguments: argparse.Namespace, bare: Bare) -> int | None:
    """The check; trying needs old assessments."""
    if arguments.model_command != _CHECK:
        return None
    checked = check_model_file(bare.model_files, arguments.file)
    if wants_json(arguments):
        write_out(as_json(_check_for_programs(checked)))
    elif checked.model is not None and checked.is_fine:
        model = checked.model
        write_out(words.fine(model.title, model.version, len(model.parameters), len(model.rules)))
    if checked.is_fine:
        return FINE
    write_error("\n".join((words.not_fine(len(checked.faults)), *map(model_fault, checked.faults))))
    return REFUSED


def _run(arguments: argparse.Namespace, session: Session) -> int:
    report = session.services.assessment_models.try_file(session.actor, arguments.file)
    write_out(as_json(_trial_for_programs(report)) if wants_json(arguments) else _trial_for_people(report))
    return FINE


def _check_for_programs(checked: CheckedModel) -> dict[str, object]:
    model = checked.model
    return {
        "ok": checked.is_fine,
        "version": model.version if model else None,
        "parameters": len(model.parameters) if model else None,
        "faults": [{"where": fault.where, "line": fault.line, "what": fault_words(fault)} for fault in checked.faults],
    }


def _trial_for_programs(report: TrialReport) -> dict[str, object]:
    return {"tried": report.tried, "same": report.same, "changed": [_changed(outcome) for outcome in report.changed]}


def _changed(outcome: ChangedOutcome) -> dict[str, object]:
    return {
        "assessment": outcome.assessment_id,
        "citizen": outcome.citizen_id,
        "from_step": int(outcome.from_step),
        "to_step": int(outcome.to_step),
        "why": trial_words.why(outcome),
    }


def _trial_for_people(report: TrialReport) -> str:
    moves = [f"{trial_words.move(before, after)}: {count}" for before, after, count in report.moves()]
    return "\n".join([trial_words.summary(report), *moves, *map(trial_words.line, report.changed)])


MODEL = Command("model", words.SUMMARY, _add_arguments, _run, run_bare=_run_bare)
