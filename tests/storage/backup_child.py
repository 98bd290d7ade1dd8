"""Another process that makes one backup after another, or restores one again and again, saying each when it is done.

python -m tests.storage.backup_child backup|restore FILE KEY FOLDER
"""

import sys
from itertools import count
from pathlib import Path

from koordinator.usecases.ports_keys import DatabaseKey
from tests.storage.backups import backup_of, restore_backup

if __name__ == "__main__":
    _, what, file, hexadecimal, folder = sys.argv
    key = DatabaseKey.from_hex(hexadecimal)
    for number in count(1):
        target = Path(folder) / f"b{number}"
        if what == "backup":
            backup_of(Path(file), key, target)
        else:
            restore_backup(Path(file), (key,), target)
        sys.stdout.write(f"b{number}\n")
        sys.stdout.flush()
