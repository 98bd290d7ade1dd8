"""Whether a deletion was stopped between its list and the database. Light: most databases have no list at all."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

from koordinator.storage import heavy

if TYPE_CHECKING:
    from koordinator.storage.engine import Database

_STILL_THERE: Final = """
SELECT EXISTS (SELECT 1 FROM citizen WHERE uid IN (SELECT value FROM json_each(:listed)))
    OR EXISTS (SELECT 1 FROM family WHERE uid IN (SELECT value FROM json_each(:listed)))
    OR EXISTS (SELECT 1 FROM deletion WHERE cleaned_at IS NULL)
    OR EXISTS (SELECT value FROM json_each(:by_age) EXCEPT SELECT kind || ' ' || uid FROM deletion)
"""


def list_path(database: Path) -> Path:
    """Where the list of a database's deletions lies."""
    return database.with_name(f"{database.name}.deleted")


def is_unfinished(database: "Database") -> bool:
    """Something that is on the list is still here, or the file has not been gone through.

    Raises ListUnreadable or an EnvironmentFault.
    """
    if not list_path(database.path).exists():
        return False
    listed = heavy.listed_deletions(database.path)
    values = {
        "listed": json.dumps([each.what for each in listed if each.kind.is_subject]),
        "by_age": json.dumps([f"{each.kind} {each.what}" for each in listed if not each.kind.is_subject]),
    }
    with database.plain() as connection:
        return bool(connection.execute(_STILL_THERE, values).fetchone()[0])
