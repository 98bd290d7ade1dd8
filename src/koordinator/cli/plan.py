"""`koordinator plan pdf` and `plan compare`: the joint plan on paper, and two of its versions beside one another.

For a member of a family on trin 3 it is the family's plan.
"""

import argparse
from collections.abc import Iterator
from typing import Final

from koordinator.cli.citizen_argument import subject_of
from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.options import add_subcommand, add_subcommands, row_number
from koordinator.cli.output_argument import new_file
from koordinator.cli.parser import write_out
from koordinator.cli.reader_argument import CITIZEN, PROFESSIONAL, add_reader, somebody_round
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import PlanVersionId, SubjectId
from koordinator.domain.paper import PaperKind, Reader
from koordinator.domain.paper_order import PaperOrder
from koordinator.domain.plan_comparison import ComparedPart, PlanPart
from koordinator.domain.plan_content import PlanContent
from koordinator.texts import command_line, plan_difference
from koordinator.texts import meeting_command as words
from koordinator.texts import plan_comparison as compared_words
from koordinator.usecases.papers import HandedPaper
from koordinator.usecases.plans import SideBySide

_CONTACTS: Final = "contacts"


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    commands = add_subcommands(parser, "paper")
    pdf = add_subcommand(commands, "pdf", command_line.Summaries.PLAN)
    pdf.add_argument("citizen", metavar=command_line.CITIZEN, help=command_line.PLAN_CITIZEN)
    pdf.add_argument("-o", "--output", type=new_file, metavar=command_line.FILE, required=True, help=words.OUTPUT)
    pdf.add_argument(
        "--for",
        dest="reader",
        choices=(CITIZEN, PROFESSIONAL, _CONTACTS),
        default=CITIZEN,
        help=command_line.PLAN_FOR,
    )
    add_reader(pdf)
    pdf.add_argument("--plan-version", type=row_number, metavar=command_line.NUMBER, help=command_line.PLAN_VERSION)
    pdf.set_defaults(do=_write_pdf)
    compare = add_subcommand(commands, "compare", command_line.Summaries.PLAN_COMPARE)
    compare.add_argument("citizen", metavar=command_line.CITIZEN, help=command_line.PLAN_CITIZEN)
    number = command_line.NUMBER
    compare.add_argument("--from", dest="old", type=int, metavar=number, required=True, help=command_line.COMPARE_FROM)
    compare.add_argument("--to", dest="new", type=int, metavar=number, help=command_line.COMPARE_TO)
    compare.set_defaults(do=_compare)


def _run(arguments: argparse.Namespace, session: Session) -> int:
    result: int = arguments.do(arguments, session)
    return result


def _write_pdf(arguments: argparse.Namespace, session: Session) -> int:
    made = _made(arguments, session, subject_of(session, arguments.citizen))
    session.services.paper_files.write(arguments.output, made.content)
    told = str(arguments.output)
    write_out(as_json({"file": told}) if wants_json(arguments) else words.written(told))
    return FINE


def _compare(arguments: argparse.Namespace, session: Session) -> int:
    plans, subject_id = session.services.plans, subject_of(session, arguments.citizen)
    ids = {version.number: version.id for version in plans.open(session.actor, subject_id).versions}
    new_id = None if arguments.new is None else _version(ids, arguments.new)
    both = plans.side_by_side(session.actor, _version(ids, arguments.old), new_id)
    write_out(as_json(_for_programs(both)) if wants_json(arguments) else "\n".join(_for_people(both)))
    return FINE


def _version(ids: dict[int, PlanVersionId], number: int) -> PlanVersionId:
    if number not in ids:
        raise NotFound("plan_version", str(number))
    return ids[number]


def _for_people(both: SideBySide) -> Iterator[str]:
    yield f"{compared_words.version_name(both.old)} – {compared_words.version_name(both.new)}"
    changed = [section for section in both.sections if section.changes]
    for section in changed:
        yield f"\n{compared_words.section_heading(section)}"
        for part in section.changes:
            yield from _part(part, both)
    if not changed:
        yield plan_difference.NOTHING_NEW


def _part(part: ComparedPart, both: SideBySide) -> Iterator[str]:
    yield f"  {compared_words.MARKS[part.mark]}"
    for label, said, plan in (
        (compared_words.BEFORE, part.before, both.old),
        (compared_words.NOW, part.after, both.new),
    ):
        if said is not None:
            yield f"    {label}: {' · '.join(compared_words.lines(said, plan))}"


def _for_programs(both: SideBySide) -> dict[str, object]:
    return {
        "from": both.old.number,
        "to": both.new.number,
        "changes": [
            {
                "section": section.section.value,
                "mark": part.mark.value,
                "before": _lines(part.before, both.old),
                "after": _lines(part.after, both.new),
            }
            for section in both.sections
            for part in section.changes
        ],
    }


def _lines(part: PlanPart | None, plan: PlanContent) -> list[str] | None:
    return list(compared_words.lines(part, plan)) if part is not None else None


def _made(arguments: argparse.Namespace, session: Session, subject_id: SubjectId) -> HandedPaper:
    if arguments.person is None and arguments.reader == _CONTACTS:
        order = PaperOrder(PaperKind.CONTACTS, subject_id)
    else:
        party = somebody_round(session, subject_id, arguments.person) if arguments.person is not None else None
        reader = Reader(arguments.reader) if party is None else Reader.CITIZEN
        number = arguments.plan_version or _newest(session, subject_id)
        order = PaperOrder(PaperKind.PLAN, subject_id, reader, party=party, number=number)
    return session.services.papers.make(session.actor, order)


def _newest(session: Session, subject_id: SubjectId) -> int | None:
    """The number of the newest approved version, None before there is one."""
    newest = session.services.plans.open(session.actor, subject_id).newest_version
    return newest.number if newest is not None else None


PLAN = Command("plan", command_line.Summaries.PLAN, _add_arguments, _run)
