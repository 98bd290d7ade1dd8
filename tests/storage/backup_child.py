"""Another process that makes one backup after another: python -m tests.storage.backup_child DATABASE KEY FOLDER."""

import sys
from itertools import count
from pathlib import Path

from koordinator.usecases.ports_keys import DatabaseKey
from tests.storage.backups import backup_of

if __name__ == "__main__":
    _, database, hexadecimal, folder = sys.argv
    for number in count(1):
        backup_of(Path(database), DatabaseKey.from_hex(hexadecimal), Path(folder) / f"b{number}")
        sys.stdout.write(f"b{number}\n")
        sys.stdout.flush()
