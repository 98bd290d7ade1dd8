"""`koordinator letters`: the municipality's letter texts, seen, checked, and kept in a file."""

import argparse
from pathlib import Path
from typing import Final

from koordinator.cli.command import FINE, Bare, Command, Session, as_json, wants_json
from koordinator.cli.options import add_subcommand, add_subcommands
from koordinator.cli.output_argument import new_file
from koordinator.cli.parser import write_out
from koordinator.domain.errors import NotFound
from koordinator.domain.letter_kinds import LetterKey
from koordinator.texts import command_line
from koordinator.texts import letters_command as words
from koordinator.usecases.letter_texts import LetterShelf, check_letter_file

_LIST: Final = "list"
_SHOW: Final = "show"
_CHECK: Final = "check"
_EXPORT: Final = "export"
_IMPORT: Final = "import"


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    commands = add_subcommands(parser, "letters_command")
    add_subcommand(commands, _LIST, words.LIST)
    show = add_subcommand(commands, _SHOW, words.SHOW)
    show.add_argument("key", metavar=words.KEY, help=words.KEY_HELP)
    for name, summary in ((_CHECK, words.CHECK), (_EXPORT, words.EXPORT), (_IMPORT, words.IMPORT)):
        add_subcommand(commands, name, summary).add_argument(
            "file",
            type=new_file if name == _EXPORT else Path,
            metavar=command_line.FILE,
            help=words.LETTER_FILE,
        )


def _run_bare(arguments: argparse.Namespace, bare: Bare) -> int | None:
    """The check; the others need what the municipality has saved."""
    if arguments.letters_command != _CHECK:
        return None
    keys = check_letter_file(bare.letter_files, bare.letter_standard(), arguments.file)
    write_out(as_json({"ok": True, "letters": keys}) if wants_json(arguments) else words.fine(tuple(keys)))
    return FINE


def _run(arguments: argparse.Namespace, session: Session) -> int:
    letters, actor = session.services.letter_texts, session.actor
    if arguments.letters_command == _IMPORT:
        changed = letters.read_file(actor, arguments.file)
        write_out(as_json({"changed": changed}) if wants_json(arguments) else words.imported(changed))
    elif arguments.letters_command == _EXPORT:
        letters.write_file(actor, arguments.file)
        write_out(as_json({"file": str(arguments.file)}) if wants_json(arguments) else str(arguments.file))
    elif arguments.letters_command == _SHOW:
        key, shelf = _key(arguments.key), letters.all(actor)
        write_out(as_json(_for_programs(shelf, key)) if wants_json(arguments) else shelf.text(key))
    else:
        shelf = letters.all(actor)
        rows = [words.line(key, shelf.newest(key), is_own=shelf.is_own(key)) for key in LetterKey]
        listed = [_for_programs(shelf, key) for key in LetterKey]
        write_out(as_json(listed) if wants_json(arguments) else "\n".join(rows))
    return FINE


def _key(text: str) -> LetterKey:
    """Raises NotFound."""
    if text not in list(LetterKey):
        raise NotFound("letter_text", text)
    return LetterKey(text)


def _for_programs(shelf: LetterShelf, key: LetterKey) -> dict[str, object]:
    newest = shelf.newest(key)
    return {
        "key": key,
        "text": shelf.text(key),
        "own": shelf.is_own(key),
        "saved_at": newest.saved_at.isoformat() if newest else None,
        "saved_by": shelf.names[newest.saved_by_id] if newest else None,
    }


LETTERS = Command("letters", words.SUMMARY, _add_arguments, _run, run_bare=_run_bare)
