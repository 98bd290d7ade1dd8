"""`koordinator access CITIZEN -o FILE.pdf`: everything held about a citizen, as PDF or JSON; who has seen it; what is
left out, and deciding about it.
"""

import argparse
from typing import Final

from koordinator.cli.citizen_argument import citizen_id
from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.output_argument import new_file
from koordinator.cli.parser import write_out
from koordinator.domain.errors import NotFound
from koordinator.domain.ids import CitizenId
from koordinator.domain.right_of_access import AccessVerdict, Other
from koordinator.texts import access_command as words
from koordinator.texts import command_line
from koordinator.texts import right_of_access as texts
from koordinator.usecases.papers import HandedPaper

_JSON: Final = ".json"


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("citizen", metavar=command_line.CITIZEN, help=words.CITIZEN)
    parser.add_argument("-o", "--output", type=new_file, metavar=command_line.FILE, help=words.OUTPUT)
    parser.add_argument("--log", action="store_true", help=words.LOG)
    parser.add_argument("--large", dest="large_print", action="store_true", help=words.LARGE_PRINT)
    parser.add_argument("--given", action="store_true", help=words.GIVEN_HELP)
    decide = parser.add_mutually_exclusive_group()
    decide.add_argument("--show", type=int, nargs="+", metavar=words.NUMBER, help=words.SHOW)
    decide.add_argument("--mask", type=int, nargs="+", metavar=words.NUMBER, help=words.MASK)
    parser.add_argument("--reason", default="", metavar=words.REASON, help=words.REASON_HELP)


def _wrong_usage(arguments: argparse.Namespace) -> str:
    decides = arguments.show or arguments.mask
    if decides and not arguments.reason.strip():
        return words.REASON_MISSING
    if arguments.reason and not decides:
        return words.REASON_ALONE
    if arguments.log and (arguments.output is None or arguments.output.suffix.lower() == _JSON):
        return words.LOG_NEEDS_PDF
    if arguments.given and (arguments.output is None or arguments.log):
        return words.GIVEN_NEEDS_REPORT
    return ""


def _run(arguments: argparse.Namespace, session: Session) -> int:
    citizen = citizen_id(session, arguments.citizen)
    _decide(arguments, session, citizen)
    if arguments.output is None:
        _list(arguments, session.services.right_of_access.others(session.actor, citizen))
        return FINE
    made = _made(arguments, session, citizen)
    session.services.paper_files.write(arguments.output, made.content)
    requests = session.services.citizen_requests
    settled = requests.access_given(session.actor, citizen) if arguments.given else ()
    told = str(arguments.output)
    if wants_json(arguments):
        write_out(as_json({"file": told, "settled": len(settled)}))
    else:
        write_out(words.written(told, len(settled)))
    return FINE


def _decide(arguments: argparse.Namespace, session: Session, citizen: CitizenId) -> None:
    numbers = arguments.show or arguments.mask
    if not numbers:
        return
    access, actor = session.services.right_of_access, session.actor
    keys = {other.number: other.key for other in access.others(actor, citizen)}
    unknown = [number for number in numbers if number not in keys]
    if unknown:
        raise NotFound("access_other", str(unknown[0]))
    verdict = AccessVerdict.SHOWN if arguments.show else AccessVerdict.MASKED
    access.decide(actor, citizen, [keys[number] for number in numbers], verdict, arguments.reason)


def _made(arguments: argparse.Namespace, session: Session, citizen: CitizenId) -> HandedPaper:
    access, actor, large_print = session.services.right_of_access, session.actor, arguments.large_print
    if arguments.log:
        return access.log(actor, citizen, large_print=large_print)
    if arguments.output.suffix.lower() == _JSON:
        return access.data(actor, citizen)
    return access.report(actor, citizen, large_print=large_print)


def _list(arguments: argparse.Namespace, others: tuple[Other, ...]) -> None:
    if wants_json(arguments):
        write_out(as_json([_for_programs(other) for other in others]))
    else:
        write_out("\n".join(words.line(other) for other in others) or texts.NOTHING_TO_DECIDE)


def _for_programs(other: Other) -> dict[str, object]:
    decision = other.decision
    return {
        "number": other.number,
        "kind": other.key.kind.value,
        "name": other.name,
        "known_as": other.known_as.value if other.known_as else None,
        "detail": other.detail,
        "verdict": decision.verdict.value if decision else None,
        "reason": decision.reason if decision else None,
    }


ACCESS = Command("access", words.SUMMARY, _add_arguments, _run, _wrong_usage)
