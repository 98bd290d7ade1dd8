"""Another program that takes the database for itself: python -m tests.ui.pages.meeting.locking_child PATH.

It says when it has the file, and lets it go when it is told anything.
"""

import sys
from pathlib import Path

from koordinator.storage.database_files import EncryptedFiles
from tests.support.office import KEY


def hold(path: Path) -> None:
    database = EncryptedFiles().open(path, KEY)
    with database.plain() as connection:
        connection.execute("BEGIN EXCLUSIVE")
        sys.stdout.write("held\n")
        sys.stdout.flush()
        sys.stdin.readline()
        connection.execute("ROLLBACK")
    database.close()


if __name__ == "__main__":
    hold(Path(sys.argv[1]))
