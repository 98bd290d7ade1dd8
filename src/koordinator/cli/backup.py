"""`koordinator backup`: a backup now, in the usual places or where one says."""

import argparse
from pathlib import Path

from koordinator.cli.command import FINE, REFUSED, Command, Session, as_json, wants_json
from koordinator.cli.parser import write_error, write_out
from koordinator.texts import backups as words
from koordinator.texts import command_line
from koordinator.texts.errors import sentence_at_terminal


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar=command_line.PATH, help=words.BACKUP_TO_HELP)


def _run(arguments: argparse.Namespace, session: Session) -> int:
    backups, target = session.services.backups, arguments.output
    made = backups.make(session.actor) if target is None else backups.make_at(session.actor, target.absolute())
    why = "" if made.not_elsewhere is None else sentence_at_terminal(made.not_elsewhere)
    if wants_json(arguments):
        manifest = made.manifest
        answer = {"file": str(made.file), "sha256": manifest.sha256, "log_entries": manifest.log.count}
        write_out(as_json(answer | {"not_elsewhere": why or None}))
    else:
        write_out(str(made.file))
    if why:
        write_error(words.here_alone(why))
        return REFUSED
    return FINE


BACKUP = Command("backup", words.BACKUP_SUMMARY, _add_arguments, _run)
