"""`koordinator keys`: how the database is opened, and its key."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Final

from koordinator.cli.command import FINE, Command, Session, as_json, wants_json
from koordinator.cli.options import add_subcommand, add_subcommands
from koordinator.cli.output_argument import new_file
from koordinator.cli.parser import write_out
from koordinator.cli.secret_input import read_secret
from koordinator.domain.database_key import PassphrasesDiffer, SlotKind
from koordinator.texts import command_line
from koordinator.texts import keys as key_words
from koordinator.texts import keys_command as words
from koordinator.usecases.key_changes import RekeySecrets

_LIST: Final = "list"
_PASSPHRASE: Final = "passphrase"  # the name of a way in
_SHEET: Final = "recovery-sheet"
_KEYRING: Final = "keyring"
_REMOVE: Final = "remove"
_REKEY: Final = "rekey"
_ON, _OFF = "on", "off"
_REMOVABLE: Final = {"passphrase": SlotKind.PASSPHRASE, "recovery-code": SlotKind.RECOVERY_CODE}


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    commands = add_subcommands(parser, "keys_command")
    add_subcommand(commands, _LIST, words.LIST)
    passphrase = add_subcommand(commands, _PASSPHRASE, words.PASSPHRASE)
    passphrase.add_argument("--new", type=Path, metavar=command_line.FILE, help=words.NEW_FILE)
    sheet = add_subcommand(commands, _SHEET, words.SHEET)
    keyring = add_subcommand(commands, _KEYRING, words.KEYRING)
    keyring.add_argument("state", choices=(_ON, _OFF), help=words.ON_OFF)
    remove = add_subcommand(commands, _REMOVE, words.REMOVE)
    remove.add_argument("way", choices=tuple(_REMOVABLE), help=words.WAY)
    rekey = add_subcommand(commands, _REKEY, words.REKEY)
    for knows_it in (passphrase, rekey):
        knows_it.add_argument("--current", type=Path, metavar=command_line.FILE, help=words.CURRENT_FILE)
    for makes_sheet in (sheet, rekey):
        makes_sheet.add_argument(
            "-o", "--output", type=new_file, required=True, metavar=command_line.PATH, help=words.SHEET_FILE
        )


def _run(arguments: argparse.Namespace, session: Session) -> int:
    done = _CARRY_OUT[arguments.keys_command](arguments, session)
    ways = session.services.keys.ways_in()
    if wants_json(arguments):
        output = getattr(arguments, "output", None)
        answer: dict[str, object] = {"path": str(ways.path), "ways": sorted(ways.kinds)}
        write_out(as_json(answer | ({"file": str(output)} if output is not None else {})))
    else:
        write_out("\n".join(line for line in (done, words.now_opens_with(ways.kinds)) if line))
    return FINE


def _list(_arguments: argparse.Namespace, session: Session) -> str:
    return str(session.services.keys.ways_in().path)


def _change_passphrase(arguments: argparse.Namespace, session: Session) -> str:
    keys, actor = session.services.keys, session.actor
    has_one = SlotKind.PASSPHRASE in keys.ways_in().kinds
    current = read_secret(arguments.current, words.CURRENT_PROMPT) if has_one else ""
    new = read_secret(arguments.new, words.NEW_PROMPT)
    if arguments.new is None and read_secret(None, words.AGAIN_PROMPT) != new:
        raise PassphrasesDiffer
    if has_one:
        keys.change_passphrase(actor, current, new)
    else:
        keys.set_passphrase(actor, new)
    return key_words.PASSPHRASE_CHANGED


def _renew_sheet(arguments: argparse.Namespace, session: Session) -> str:
    """The old sheet opens until the new one is safe on the disk."""
    keys, actor = session.services.keys, session.actor
    keys.save_sheet(arguments.output, keys.offer_recovery_code(actor).code)
    keys.trust_recovery_code(actor)
    return words.SHEET_SAVED.format(file=arguments.output)


def _turn_keyring(arguments: argparse.Namespace, session: Session) -> str:
    keys, actor = session.services.keys, session.actor
    if arguments.state == _ON:
        keys.use_keyring(actor)
        return key_words.KEYRING_USED
    keys.close_way(actor, SlotKind.KEYRING)
    return key_words.KEYRING_LEFT


def _remove(arguments: argparse.Namespace, session: Session) -> str:
    kind = _REMOVABLE[arguments.way]
    session.services.keys.close_way(session.actor, kind)
    return key_words.PASSPHRASE_REMOVED if kind is SlotKind.PASSPHRASE else key_words.SHEET_CANCELLED


def _rekey(arguments: argparse.Namespace, session: Session) -> str:
    """The sheet is safe on the disk before the key is changed: it opens the database whatever happens then."""
    keys, actor = session.services.keys, session.actor
    has_passphrase = SlotKind.PASSPHRASE in keys.ways_in().kinds
    passphrase = read_secret(arguments.current, words.CURRENT_PROMPT) if has_passphrase else None
    made = keys.begin_rekey(actor, passphrase)
    keys.save_sheet(arguments.output, made.code)
    keys.rekey(actor, RekeySecrets(passphrase, made.code))
    return words.REKEYED.format(file=arguments.output)


_CARRY_OUT: Final[dict[str, Callable[[argparse.Namespace, Session], str]]] = {
    _LIST: _list,
    _PASSPHRASE: _change_passphrase,
    _SHEET: _renew_sheet,
    _KEYRING: _turn_keyring,
    _REMOVE: _remove,
    _REKEY: _rekey,
}

KEYS = Command("keys", words.SUMMARY, _add_arguments, _run)
