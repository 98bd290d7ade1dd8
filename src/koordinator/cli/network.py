"""`koordinator network CITIZEN`: who stands round the citizen, the efforts and the questions; with -o as a PDF."""

import argparse
from datetime import date
from pathlib import Path

from koordinator.cli.citizen_argument import citizen_id
from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.output_argument import new_file
from koordinator.cli.parser import write_out
from koordinator.domain.ids import SubjectId
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.register import Effort
from koordinator.texts import command_line
from koordinator.texts import meeting_command as words
from koordinator.texts import network as texts
from koordinator.usecases.network_file import NetworkFile


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("citizen", metavar=command_line.CITIZEN, help=command_line.NETWORK_CITIZEN)
    parser.add_argument("-o", "--output", type=new_file, metavar=command_line.FILE, help=words.OUTPUT)


def _run(arguments: argparse.Namespace, session: Session) -> int:
    services, actor = session.services, session.actor
    subject_id = services.citizens.open(actor, citizen_id(session, arguments.citizen)).citizen.subject_id
    told = _made(arguments.output, subject_id, session) if arguments.output is not None else ""
    file = services.network.open(actor, subject_id)
    if wants_json(arguments):
        write_out(as_json({**_for_programs(file), **({"file": told} if told else {})}))
    else:
        write_out(words.written(told) if told else "\n".join(texts.network_lines(file.content)))
    return FINE


def _made(output: Path, subject_id: SubjectId, session: Session) -> str:
    made = session.services.papers.make(session.actor, PaperOrder(PaperKind.NETWORK, subject_id))
    session.services.paper_files.write(output, made.content)
    return str(output)


def _for_programs(file: NetworkFile) -> dict[str, object]:
    areas = [texts.area_title(area) for area in file.content.areas for _ in area.people]
    people = zip(file.persons, file.content.people, areas, strict=True)
    return {
        "contacts": [
            {
                "id": person.contact.id or None,
                "name": member.card.name,
                "role": member.card.role,
                "area": area,
                "kind": member.card.kind.value,
                "closeness": member.closeness.value,
                "helps_with": member.card.helps_with,
            }
            for person, member, area in people
        ],
        "efforts": [_effort(effort, file) for effort in file.efforts],
        "questions": [
            {
                "kind": asked.question.kind.value,
                "question": texts.question(asked.content),
                "state": asked.standing.value,
            }
            for asked in file.questions
        ],
    }


def _effort(effort: Effort, file: NetworkFile) -> dict[str, object]:
    named = file.departments[effort.department_id] if effort.department_id is not None else None
    return {
        "id": effort.id,
        "name": effort.name,
        "department": named,
        "from": _day(effort.from_on),
        "until": _day(effort.until_on),
        "goals": [goal.title for goal in file.goals_of(effort)],
    }


def _day(day: date | None) -> str | None:
    """ISO 8601; an effort lasts until the day, not on it."""
    return day.isoformat() if day is not None else None


NETWORK = Command("network", command_line.Summaries.NETWORK, _add_arguments, _run)
