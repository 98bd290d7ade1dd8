"""Opening the database without asking anybody: by a key file, or by the machine's own key store."""

from pathlib import Path
from typing import NamedTuple

from koordinator.bootstrap.keys import OpenDatabase, close, keys_without_words
from koordinator.bootstrap.places import named_database
from koordinator.bootstrap.seat import Seat, take_seat
from koordinator.bootstrap.start import StartOptions
from koordinator.domain.database_key import KeyNotInKeyring, KeyringUnavailable
from koordinator.domain.errors import DomainError
from koordinator.usecases.ports import Clock
from koordinator.usecases.unlock import FromKeyFile, FromKeyring, Lock, LockState


class Asking(NamedTuple):
    """The person has to be asked. `fault` is what stood in the way of the usual way in."""

    path: Path
    state: LockState
    fault: DomainError | None = None


def find_seat(options: StartOptions, clock: Clock) -> Seat | Asking:
    """The open database with whoever sits at it. Takes a moment, and longer where the key store asks the person.

    Raises the DomainError that says why the file, its place or its key cannot be used.
    """
    found = _open(options)
    return found if isinstance(found, Asking) else seated_or_closed(found, clock, options.acting_as)


def seated_or_closed(opened: OpenDatabase, clock: Clock, acting_as: str | None) -> Seat:
    """The seat; the database is closed again where there is none. Raises what `take_seat` raises."""
    try:
        return take_seat(opened, clock, acting_as)
    except BaseException:
        close(opened)
        raise


def _open(options: StartOptions) -> OpenDatabase | Asking:
    keys, path = keys_without_words(), named_database(options.database)
    if options.key_file is not None:
        return keys.open_database(path, FromKeyFile(options.key_file))
    state = keys.state(path)
    if state.lock is not Lock.KEYRING:
        return Asking(path, state)
    try:
        return keys.open_database(path, FromKeyring())
    except (KeyringUnavailable, KeyNotInKeyring) as fault:
        return Asking(path, state, fault)
