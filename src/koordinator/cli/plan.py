"""`koordinator plan pdf CITIZEN`: the joint plan on paper; for a member of a family on trin 3 the family's plan."""

import argparse
from pathlib import Path
from typing import Final

from koordinator.cli.citizen_argument import citizen_id
from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.options import add_subcommand, add_subcommands
from koordinator.cli.parser import write_out
from koordinator.domain.ids import SubjectId
from koordinator.domain.paper import Reader
from koordinator.texts import command_line
from koordinator.texts import meeting_command as words
from koordinator.usecases.papers import HandedPaper
from koordinator.usecases.ports_meetings import PaperStyle

_CITIZEN: Final = "citizen"
_PROFESSIONAL: Final = "professional"
_CONTACTS: Final = "contacts"


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    papers = add_subcommands(parser, "paper")
    pdf = add_subcommand(papers, "pdf", command_line.Summaries.PLAN)
    pdf.add_argument("citizen", metavar=command_line.CITIZEN, help=command_line.PLAN_CITIZEN)
    pdf.add_argument("-o", "--output", type=Path, metavar=command_line.FILE, required=True, help=words.OUTPUT)
    pdf.add_argument(
        "--for",
        dest="reader",
        choices=(_CITIZEN, _PROFESSIONAL, _CONTACTS),
        default=_CITIZEN,
        help=command_line.PLAN_FOR,
    )
    pdf.add_argument("--plan-version", type=int, metavar=command_line.NUMBER, help=command_line.PLAN_VERSION)


def _run(arguments: argparse.Namespace, session: Session) -> int:
    made = _made(arguments, session, _subject(arguments.citizen, session))
    session.services.paper_files.write(arguments.output, made.content)
    told = str(arguments.output)
    write_out(as_json({"file": told}) if wants_json(arguments) else words.written(told))
    return FINE


def _subject(text: str, session: Session) -> SubjectId:
    file = session.services.citizens.open(session.actor, citizen_id(session, text))
    own_course = file.course_file.course is not None
    if file.family is not None and not own_course:
        return file.family.family.subject_id
    return file.citizen.subject_id


def _made(arguments: argparse.Namespace, session: Session, subject_id: SubjectId) -> HandedPaper:
    papers = session.services.papers
    if arguments.reader == _CONTACTS:
        return papers.contacts(session.actor, subject_id, PaperStyle())
    style = PaperStyle(Reader(arguments.reader))
    return papers.plan(session.actor, subject_id, style, arguments.plan_version)


PLAN = Command("plan", command_line.Summaries.PLAN, _add_arguments, _run)
