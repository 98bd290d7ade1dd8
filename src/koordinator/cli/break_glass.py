"""`koordinator break-glass CPR --reason WHY`: a citizen one does not work with, opened for a short time."""

import argparse

from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.parser import write_out
from koordinator.cli.supervision import danish_or_iso_day
from koordinator.domain.access_grant import WantedCitizen
from koordinator.domain.cpr import parse_cpr
from koordinator.texts import access_grants as words
from koordinator.texts import command_line


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("cpr", nargs="?", metavar=command_line.CITIZEN, help=words.CITIZEN_HELP)
    parser.add_argument("--name", default="", metavar=words.NAME_ARGUMENT, help=words.NAME_HELP)
    parser.add_argument("--born", type=danish_or_iso_day, metavar=words.DAY, help=words.BORN_HELP)
    parser.add_argument("--reason", required=True, metavar=words.REASON_ARGUMENT, help=words.REASON_HELP)


def _wrong_usage(arguments: argparse.Namespace) -> str:
    by_name = bool(arguments.name) and arguments.born is not None
    return "" if (arguments.cpr is not None) is not by_name and (by_name or not arguments.name) else words.NEEDS_WHO


def _run(arguments: argparse.Namespace, session: Session) -> int:
    cpr = parse_cpr(arguments.cpr) if arguments.cpr is not None else None
    wanted = WantedCitizen(cpr, arguments.name, arguments.born)
    opened = session.services.access_grants.open(session.actor, wanted, arguments.reason)
    if wants_json(arguments):
        until = opened.until_at.isoformat() if opened.until_at is not None else None
        write_out(as_json({"citizen": opened.citizen_id, "until": until}))
    else:
        write_out(words.open_until(opened.until_at) if opened.until_at is not None else words.OPEN_ALREADY)
    return FINE


BREAK_GLASS = Command("break-glass", words.SUMMARY, _add_arguments, _run, _wrong_usage)
