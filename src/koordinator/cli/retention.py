"""`koordinator retention list|delete|hold|release`: whose time is up, and what is decided about them."""

import argparse
from typing import Final

from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.options import add_subcommand, add_subcommands, row_number
from koordinator.cli.parser import write_out
from koordinator.cli.supervision import danish_or_iso_day
from koordinator.domain.deletion import ArchiveAnswer, Deletion
from koordinator.domain.ids import SubjectId
from koordinator.texts import retention as texts
from koordinator.texts import retention_command as words
from koordinator.usecases.deletion import DeletionPreview
from koordinator.usecases.retention import RetentionShelf

_LIST: Final = "list"
_DELETE: Final = "delete"
_HOLD: Final = "hold"
_RELEASE: Final = "release"


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    commands = add_subcommands(parser, "retention_command")
    add_subcommand(commands, _LIST, words.LIST)
    for name, summary in ((_DELETE, words.DELETE), (_HOLD, words.HOLD), (_RELEASE, words.RELEASE)):
        command = add_subcommand(commands, name, summary)
        command.add_argument("subject", type=row_number, metavar=words.SUBJECT, help=words.SUBJECT_HELP)
        if name == _DELETE:
            command.add_argument("--archive", choices=[answer.value for answer in ArchiveAnswer], help=words.ARCHIVE)
        if name == _HOLD:
            command.add_argument("--reason", required=True, metavar=words.REASON, help=words.REASON_HELP)
            command.add_argument("--until", type=danish_or_iso_day, metavar=words.UNTIL, help=words.UNTIL_HELP)


def _run(arguments: argparse.Namespace, session: Session) -> int:
    retention, actor = session.services.retention, session.actor
    if arguments.retention_command == _DELETE:
        return _delete(arguments, session)
    if arguments.retention_command == _HOLD:
        shelf = retention.hold(actor, SubjectId(arguments.subject), arguments.reason, arguments.until)
    elif arguments.retention_command == _RELEASE:
        shelf = retention.lift(actor, SubjectId(arguments.subject))
    else:
        shelf = retention.shelf(actor)
    write_out(as_json(_shelf_for_programs(shelf)) if wants_json(arguments) else _shelf_for_people(shelf))
    return FINE


def _delete(arguments: argparse.Namespace, session: Session) -> int:
    deletions, actor, subject_id = session.services.deletions, session.actor, SubjectId(arguments.subject)
    preview = deletions.preview(actor, subject_id)
    if arguments.archive is None:
        write_out(as_json(_preview_for_programs(preview)) if wants_json(arguments) else _preview_for_people(preview))
        return FINE
    (proof,) = deletions.delete(actor, (subject_id,), ArchiveAnswer(arguments.archive))
    if wants_json(arguments):
        write_out(as_json(_proof_for_programs(proof)))
    else:
        who = session.services.retention.shelf(actor).who
        write_out(texts.receipt(texts.receipt_lines(proof, who[actor.employee_id])))
    return FINE


def _shelf_for_people(shelf: RetentionShelf) -> str:
    lines = [words.due_line(each) for each in shelf.due] or [words.NOTHING_DUE]
    lines += [words.group_line(each) for each in shelf.groups]
    due = {each.subject_id for each in shelf.due}
    lines += [
        words.hold_line(each.subject.subject_id, each.subject.name, each.hold.reason, each.hold.until_on)
        for each in shelf.holds
        if each.subject.subject_id not in due
    ]
    return "\n".join(lines)


def _shelf_for_programs(shelf: RetentionShelf) -> dict[str, object]:
    return {
        "due": [
            {
                "subject": each.subject_id,
                "kind": each.kind.value,
                "name": each.name,
                "rule": each.period.kind.value,
                "event": each.period.event.value,
                "event_on": each.event_on.isoformat(),
                "months": each.period.months,
                "source": each.period.source,
                "due_on": each.due_on.isoformat(),
                "held": each.hold.reason if each.hold else None,
            }
            for each in shelf.due
        ],
        "old": [
            {"kind": each.kind.value, "number": each.number, "until": each.before.isoformat()} for each in shelf.groups
        ],
        "held": [
            {
                "subject": each.subject.subject_id,
                "name": each.subject.name,
                "reason": each.hold.reason,
                "until": each.hold.until_on.isoformat() if each.hold.until_on else None,
            }
            for each in shelf.holds
        ],
        "deleted": [_proof_for_programs(each) for each in shelf.deletions],
    }


def _preview_for_people(preview: DeletionPreview) -> str:
    said = words.preview(preview.subject.name, preview.removed.counts, preview.removed.mentions)
    if preview.hold is not None:
        return f"{said}\n{words.is_kept(preview.hold.reason, preview.hold.until_on)}"
    return f"{said}\n{words.NOT_DELETED if preview.due is not None else words.NOT_YET}"


def _preview_for_programs(preview: DeletionPreview) -> dict[str, object]:
    return {
        "subject": preview.subject.subject_id,
        "name": preview.subject.name,
        "may_be_deleted": preview.due is not None and preview.hold is None,
        "rows": dict(preview.removed.counts),
        "mentions": preview.removed.mentions,
    }


def _proof_for_programs(proof: Deletion) -> dict[str, object]:
    return {
        "kind": proof.kind.value,
        "uid": proof.uid,
        "deleted_at": proof.deleted_at.isoformat(),
        "rule": proof.rule.value if proof.rule else None,
        "rows": proof.counts,
        "log_sequence": proof.log_sequence,
        "cleaned": proof.cleaned_at is not None,
    }


RETENTION = Command("retention", words.SUMMARY, _add_arguments, _run)
