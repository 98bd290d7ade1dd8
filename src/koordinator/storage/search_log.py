"""What was searched for: the words in a table that can be emptied, their keyed hash in the audit chain."""

import hmac

from sqlalchemy import Connection, insert

from koordinator.storage.tables.log import SEARCH_TERM


def code_of(audit_key: bytes, term: str) -> str:
    """The term's keyed hash: shows later that this was searched for, and tells nobody else what it was."""
    own_key = hmac.digest(audit_key, b"search term", "sha256")
    return f"term={hmac.digest(own_key, term.encode(), 'sha256').hex()}"


def keep(connection: Connection, sequence: int, term: str) -> None:
    """The term of the audit entry with the sequence."""
    connection.execute(insert(SEARCH_TERM), {"sequence": sequence, "term": term})
