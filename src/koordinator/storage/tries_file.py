"""`NAME.tries` beside the database: how often it was tried to be opened with wrong words, and when last."""

import json
from datetime import datetime
from pathlib import Path

from koordinator.domain.wrong_tries import WrongTries
from koordinator.storage.durable_file import explained, replace_file


def tries_path(path: Path) -> Path:
    """Where the tries of a database are counted."""
    return path.with_name(path.name + ".tries")


class TriesFiles:
    """See `usecases.ports_keys.TriesShelf`."""

    def get(self, path: Path) -> WrongTries:
        """What cannot be read counts as none: whoever can write here can also take the file away."""
        try:
            found = json.loads(tries_path(path).read_text(encoding="utf-8"))
            tries = WrongTries(int(found["wrong"]), datetime.fromisoformat(found["last_at"]), int(found["untold"]))
        except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
            return WrongTries()
        has_zone = tries.last_at is not None and tries.last_at.tzinfo is not None
        return tries if has_zone else WrongTries()

    def put(self, path: Path, tries: WrongTries) -> None:
        """Safe against a power cut. No file where there is nothing to count."""
        file = tries_path(path)
        with explained(file):
            if tries.last_at is None or not (tries.wrong or tries.untold):
                file.unlink(missing_ok=True)
                return
            facts = {"wrong": tries.wrong, "last_at": tries.last_at.isoformat(), "untold": tries.untold}
            replace_file(file, json.dumps(facts).encode())
