"""The checks that only the store itself can make."""

from collections.abc import Callable, Sequence
from functools import partial

from koordinator.domain.audit import LogHead
from koordinator.domain.audit_check import KnownHead, LogCheck
from koordinator.storage import audit_log, audit_verify
from koordinator.storage.engine import Database
from koordinator.storage.reading import run


class SqlStoreCheck:
    """The pages of the file, and the chain of the log."""

    def __init__(self, database: Database, audit_key: bytes) -> None:
        self._database = database
        self._audit_key = audit_key

    def verify_pages(self) -> tuple[str, ...]:
        """What is wrong with the file; nothing when every page is whole."""
        return self._database.verify_pages()

    def check_log(self, heads: Sequence[KnownHead], told: Callable[[int], None]) -> LogCheck:
        """What is wrong with the chain of the log; see the port."""
        with self._database.read() as connection:
            return audit_verify.check(connection, self._audit_key, heads, told)

    def head(self) -> LogHead:
        """How far the log has come."""
        with self._database.read() as connection:
            return audit_log.head(partial(run, connection))

    def follows(self, head: LogHead) -> bool:
        """Whether the log goes on from the head; see `usecases.log_heads.LogEnd`."""
        with self._database.read() as connection:
            return audit_verify.follows(connection, head)
