"""`koordinator restore FILE --to NEW.db`: a backup into a new database, held against the present one."""

import argparse
from pathlib import Path
from typing import Any, Final

from koordinator.cli.command import ProgramCommand, as_json, wants_json
from koordinator.cli.parser import write_out
from koordinator.texts import backups as words
from koordinator.texts import command_line
from koordinator.usecases.restoring import Restored


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar=words.RESTORE_FILE_ARGUMENT, type=Path, help=words.RESTORE_FILE_HELP)
    parser.add_argument("--to", required=True, metavar=command_line.PATH, help=words.RESTORE_TO_HELP)


def tell(arguments: argparse.Namespace, restored: Restored[Any], target: Path) -> None:
    """Writes where it lies now, and how it stands to the present database."""
    facts, compared = restored.facts, restored.comparison
    if wants_json(arguments):
        write_out(
            as_json(
                {
                    "file": str(target),
                    "made_at": restored.manifest.made_at.isoformat(),
                    "log_entries": facts.log.count,
                    "deleted_again": restored.deleted_again,
                    "relation": None if compared is None else compared.relation,
                    "counts": {kind.value: count for kind, count in facts.counts},
                    "present_counts": {kind.value: count for kind, _, count in compared.counts} if compared else None,
                }
            )
        )
        return
    write_out(words.RESTORED_TO.format(path=target))
    for line in words.told(facts, compared, restored.deleted_again):
        write_out(line)


RESTORE: Final = ProgramCommand("restore", words.RESTORE_SUMMARY, _add_arguments)
