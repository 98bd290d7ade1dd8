"""`koordinator self-test`: opens, writes, reads, draws a paper and closes."""

import argparse

from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.parser import write_out
from koordinator.texts import command_line as words


def _no_arguments(_parser: argparse.ArgumentParser) -> None:
    """The command has none of its own."""


def _run(arguments: argparse.Namespace, session: Session) -> int:
    size = session.services.self_test.run(session.actor)
    write_out(as_json({"works": True, "paper_bytes": size}) if wants_json(arguments) else words.SELF_TEST_FINE)
    return FINE


SELF_TEST = Command("self-test", words.Summaries.SELF_TEST, _no_arguments, _run)
