"""Whether the log in the database is as it was written (see `domain.audit_check`)."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from typing import Final

from sqlalchemy import Connection

from koordinator.domain.access import Action
from koordinator.domain.audit import BETWEEN, SEALED, LogHead, LogReturn
from koordinator.domain.audit_check import KnownHead, Link, LogCheck, LogCut, LogNotes, check_chain, excused
from koordinator.storage import audit_log
from koordinator.storage.reading import run

_FACTS: Final = f" || char({ord(BETWEEN)}) || ".join(SEALED)
_LINKS: Final = f"SELECT sequence, previous_seal, seal, {_FACTS} FROM audit_entry ORDER BY sequence"  # noqa: S608
_FIRST: Final = "SELECT coalesce(min(sequence), 0) FROM audit_entry"
_SEAL_AT: Final = "SELECT seal FROM audit_entry WHERE sequence = ?"
_SAID: Final = "SELECT sequence, thing_id, codes FROM audit_entry WHERE action = ? ORDER BY sequence"
_SEAL: Final = "seal="
_AT_A_TIME: Final = 10_000


def check(
    connection: Connection,
    key: bytes,
    heads: Sequence[KnownHead] = (),
    told: Callable[[int], None] = lambda _done: None,
) -> LogCheck:
    """Whether every link holds, and whether what was noted outside fits; `told` hears how many are gone through."""
    cuts = tuple(
        LogCut(sequence, until, codes.removeprefix(_SEAL).partition(" ")[0])
        for sequence, until, codes in run(connection, _SAID, (str(Action.PRUNE_LOG),))
    )
    return check_chain(key, lambda: _links(connection, told), LogNotes(cuts, _returns(connection), heads))


def follows(connection: Connection, known: LogHead) -> bool:
    """Whether the log goes on from the head, or says that an older database was put back since."""
    found = run(connection, _SEAL_AT, (known.count,)).fetchone()
    if found is None:
        return known.count < max(_first(connection), 1) or excused(known, _returns(connection))
    return bool(found[0] == known.seal) or excused(known, _returns(connection))


def _first(connection: Connection) -> int:
    found: tuple[int] = run(connection, _FIRST, ()).fetchone()
    return found[0]


def _returns(connection: Connection) -> tuple[LogReturn, ...]:
    return audit_log.returns(partial(run, connection))


def _links(connection: Connection, told: Callable[[int], None]) -> Iterable[Link]:
    """Past SQLAlchemy, and the sealed text put together by SQLite: a million are gone through in seconds."""
    cursor = run(connection, _LINKS, ())
    done = 0

    def some() -> list[Link]:
        nonlocal done
        told(done)
        found: list[Link] = cursor.fetchmany(_AT_A_TIME)
        done += len(found)
        return found

    return chain.from_iterable(iter(some, []))
