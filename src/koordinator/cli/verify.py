"""`koordinator verify`: the database's pages, the audit chain, and what is frozen."""

import argparse

from koordinator.cli.command import FINE, REFUSED, Command, Session, as_json, wants_json
from koordinator.cli.parser import write_error, write_out
from koordinator.domain.audit_check import LogFault
from koordinator.domain.verification import Verification
from koordinator.texts import verify as words


def _no_arguments(_parser: argparse.ArgumentParser) -> None:
    """The command has none of its own."""


def _run(arguments: argparse.Namespace, session: Session) -> int:
    checked = session.services.verify.run(session.actor)
    write_out(as_json(_for_programs(checked)) if wants_json(arguments) else words.checked(checked))
    for line in words.faults(checked):
        write_error(line)
    return FINE if checked.is_whole else REFUSED


def _for_programs(checked: Verification) -> dict[str, object]:
    return {
        "whole": checked.is_whole,
        "page_faults": checked.page_faults,
        "log_entries": checked.log.entries,
        "log_heads_compared": checked.log.compared,
        "log_faults": [_log_fault(fault) for fault in checked.log.faults],
        "assessments": checked.assessments,
        "assessment_faults": [{"id": key, "fault": fault.value} for key, fault in checked.assessment_faults],
        "plan_versions": checked.plan_versions,
        "plan_faults": checked.plan_faults,
        "minutes_versions": checked.minutes_versions,
        "minutes_faults": checked.minutes_faults,
        "papers": checked.papers,
        "paper_faults": checked.paper_faults,
    }


def _log_fault(fault: LogFault) -> dict[str, object]:
    known = fault.known
    return {
        "kind": fault.kind.value,
        "first": fault.first,
        "last": fault.last,
        "belongs": fault.belongs or None,
        "known_from": known and (known.name or known.source.value),
    }


VERIFY = Command("verify", words.SUMMARY, _no_arguments, _run)
