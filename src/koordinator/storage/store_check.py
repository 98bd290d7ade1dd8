"""The checks that only the store itself can make."""

from koordinator.storage import audit_log
from koordinator.storage.engine import Database


class SqlStoreCheck:
    """The pages of the file, and the chain of the log."""

    def __init__(self, database: Database, audit_key: bytes) -> None:
        self._database = database
        self._audit_key = audit_key

    def verify_pages(self) -> tuple[str, ...]:
        """What is wrong with the file; nothing when every page is whole."""
        return self._database.verify_pages()

    def verify_log(self) -> int:
        """The number of audit entries when the chain is whole. Raises AuditChainBroken."""
        with self._database.read() as connection:
            return audit_log.verify(connection, self._audit_key)
