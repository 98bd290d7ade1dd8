"""`koordinator papers`: every document in every variant about one citizen or about all, with a manifest."""

import argparse
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from koordinator.cli.citizen_argument import citizen_id
from koordinator.cli.command import FINE, REFUSED, Command, Session, as_json, wants_json
from koordinator.cli.parser import write_error, write_out
from koordinator.domain.citizen_list import CitizenFilter
from koordinator.domain.ids import SubjectId
from koordinator.domain.paper_manifest import MANIFEST_NAME
from koordinator.texts import command_line
from koordinator.texts import papers_command as words
from koordinator.usecases.paper_archive import Archived


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("citizen", nargs="?", metavar=command_line.CITIZEN, help=words.CITIZEN_HELP)
    parser.add_argument("--all", action="store_true", dest="everybody", help=words.ALL_HELP)
    parser.add_argument("--dir", type=Path, metavar=command_line.FOLDER, required=True, help=words.DIR_HELP)


def _wrong_usage(arguments: argparse.Namespace) -> str:
    return words.WHOM if arguments.everybody == (arguments.citizen is not None) else ""


def _run(arguments: argparse.Namespace, session: Session) -> int:
    told = _Watch(silent=wants_json(arguments))
    with told.stopped_by_ctrl_c():
        done = session.services.paper_archive.write(
            session.actor, _subjects(arguments.citizen, session), arguments.dir, told.progress
        )
    count, folder = len(done.entries), str(arguments.dir)
    if wants_json(arguments):
        write_out(as_json(_for_programs(done, arguments.dir)))
    elif not done.was_stopped:
        write_out(words.written(count, folder))
    if done.was_stopped:
        write_error(words.stopped(count, folder))
    return REFUSED if done.was_stopped else FINE


def _subjects(citizen: str | None, session: Session) -> tuple[SubjectId, ...]:
    """Everybody, or the citizen and the family whose casework covers them. Raises BadCpr or NotFound."""
    services, actor = session.services, session.actor
    if citizen is None:
        return tuple(line.subject_id for line in services.citizen_list.lines(actor, CitizenFilter(), None).lines)
    file = services.citizens.open(actor, citizen_id(session, citizen))
    if file.family is None or file.course_file.course is not None:
        return (file.citizen.subject_id,)
    return (file.citizen.subject_id, file.family.family.subject_id)


def _for_programs(done: Archived, folder: Path) -> dict[str, object]:
    return {
        "manifest": str(folder / MANIFEST_NAME),
        "files": len(done.entries),
        "bytes": sum(entry.file.size for entry in done.entries),
        "complete": not done.was_stopped,
    }


class _Watch:
    """Tells a person how far it is, and hears Ctrl-C: what is being written then is finished first."""

    def __init__(self, *, silent: bool) -> None:
        self._silent = silent
        self._goes_on = True

    def progress(self, done: int, total: int) -> bool:
        if not self._silent:
            write_error(words.progress(done, total))
        return self._goes_on

    @contextmanager
    def stopped_by_ctrl_c(self) -> Iterator[None]:
        usual = signal.signal(signal.SIGINT, self._stop)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, usual)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._goes_on = False


PAPERS = Command("papers", words.SUMMARY, _add_arguments, _run, _wrong_usage)
