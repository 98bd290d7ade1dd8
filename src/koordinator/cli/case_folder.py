"""`koordinator case-folder`: what is to be filed of a meeting or a plan, as a folder to drag into the case system."""

import argparse
from dataclasses import replace
from pathlib import Path

from koordinator.cli.citizen_argument import subject_of
from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.options import row_number
from koordinator.cli.parser import write_out
from koordinator.domain.case_filing import CaseFiling, Sensitivity
from koordinator.domain.ids import MeetingId, SubjectId
from koordinator.texts import case_folder as words
from koordinator.texts import command_line
from koordinator.usecases.case_folder import FolderWanted


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("citizen", nargs="?", metavar=command_line.CITIZEN, help=words.CITIZEN_HELP)
    parser.add_argument("--meeting", type=row_number, metavar=words.MEETING, help=words.MEETING_HELP)
    parser.add_argument("--dir", type=Path, metavar=command_line.FOLDER, required=True, help=words.DIR_HELP)
    parser.add_argument("--case-number", metavar=command_line.NUMBER, help=words.CASE_NUMBER_HELP)
    parser.add_argument("--kle", metavar=command_line.NUMBER, help=words.KLE_HELP)
    parser.add_argument("--sensitivity", choices=tuple(Sensitivity), help=words.SENSITIVITY_HELP)


def _wrong_usage(arguments: argparse.Namespace) -> str:
    return words.WHOM if (arguments.citizen is None) == (arguments.meeting is None) else ""


def _run(arguments: argparse.Namespace, session: Session) -> int:
    folders, actor = session.services.case_folders, session.actor
    subject_id, meeting_id = _whom(arguments, session)
    filing = _filing(arguments, folders.offer(actor, subject_id, meeting_id).filing)
    made = folders.write(actor, FolderWanted(subject_id, meeting_id, filing), arguments.dir)
    files = sorted(path.name for path in made.iterdir())
    write_out(as_json({"folder": str(made), "files": files}) if wants_json(arguments) else words.written(str(made)))
    return FINE


def _whom(arguments: argparse.Namespace, session: Session) -> tuple[SubjectId, MeetingId | None]:
    if arguments.meeting is None:
        return subject_of(session, arguments.citizen), None
    meeting_id = MeetingId(arguments.meeting)
    return session.services.meetings.open(session.actor, meeting_id).meeting.subject_id, meeting_id


def _filing(arguments: argparse.Namespace, before: CaseFiling) -> CaseFiling | None:
    """None where nothing is said of it: then it stays as it was."""
    said = {
        "case_number": arguments.case_number,
        "kle_subject": arguments.kle,
        "sensitivity": Sensitivity(arguments.sensitivity) if arguments.sensitivity else None,
    }
    changed = {name: value for name, value in said.items() if value is not None}
    return replace(before, **changed) if changed else None


CASE_FOLDER = Command("case-folder", words.SUMMARY, _add_arguments, _run, _wrong_usage)
