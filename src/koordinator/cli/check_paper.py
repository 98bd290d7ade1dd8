"""`koordinator check-paper`: which paper a PDF is, and whether it is as it was made."""

import argparse
from pathlib import Path

from koordinator.cli.command import FINE, REFUSED, Command, Session, as_json, wants_json
from koordinator.cli.parser import write_out
from koordinator.domain.paper import Handout
from koordinator.domain.paper_check import CheckedPaper, KnownPaper, PaperState
from koordinator.texts import command_line, handout
from koordinator.texts import paper_check as words


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar=command_line.FILE, help=words.FILE_HELP)


def _run(arguments: argparse.Namespace, session: Session) -> int:
    checked = session.services.paper_check.check(session.actor, arguments.file)
    write_out(as_json(_for_programs(checked)) if wants_json(arguments) else "\n".join(_for_people(checked)))
    return FINE if checked.state is PaperState.UNCHANGED else REFUSED


def _for_people(checked: CheckedPaper) -> list[str]:
    return [words.verdict(checked), *(words.lines(checked.known) if checked.known is not None else ())]


def _for_programs(checked: CheckedPaper) -> dict[str, object]:
    known = checked.known
    return {
        "file": checked.file_name,
        "state": checked.state.value,
        "locked": checked.is_locked,
        "paper": _paper(known) if known is not None else None,
    }


def _paper(known: KnownPaper) -> dict[str, object]:
    paper = known.paper
    return {
        "kind": paper.kind.value,
        "title": handout.title(known.facts),
        "version": paper.number,
        "newer_version": known.newer,
        "meeting_on": known.facts.meeting_on.isoformat() if known.facts.meeting_on is not None else None,
        "about": known.about,
        "reader": paper.reader.value,
        "made_for": paper.made_for,
        "made_at": paper.made_at.isoformat(),
        "made_by": known.made_by,
        "sha256": paper.sha256,
        "handed_out": [_handout(each) for each in known.handouts],
    }


def _handout(handout: Handout) -> dict[str, object]:
    return {
        "recipient": handout.recipient,
        "on": handout.handed_on.isoformat(),
        "way": handout.way.value,
        "withdrawn_because": None if handout.counts else handout.withdrawn_because,
    }


CHECK_PAPER = Command("check-paper", words.SUMMARY, _add_arguments, _run)
