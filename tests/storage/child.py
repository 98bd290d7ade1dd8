"""Another process with the same database: python -m tests.storage.child WHAT PATH KEY. It says each step on a line."""

import sys
from pathlib import Path

from koordinator.storage.cipher import connect
from koordinator.storage.dialect import BEGIN_WRITE
from koordinator.usecases.ports_keys import DatabaseKey


def say(text: object) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def write_without_end(path: Path, key: DatabaseKey) -> None:
    """One committed row after another, each said when it is safe."""
    connection = connect(path, key)
    number = 0
    while True:
        number += 1
        connection.execute(BEGIN_WRITE)
        connection.execute("INSERT INTO note (body) VALUES (?)", (f"row {number}",))
        connection.execute("COMMIT")
        say(number)


def hold_the_pen(path: Path, key: DatabaseKey) -> None:
    """A write transaction that lasts until a line comes in."""
    connection = connect(path, key)
    connection.execute(BEGIN_WRITE)
    say("writing")
    sys.stdin.readline()
    connection.execute("COMMIT")
    connection.close()
    say("done")


def leave_unclosed(path: Path, key: DatabaseKey) -> None:
    """A committed row in the log, another in a transaction, then nothing more until the process is killed."""
    connection = connect(path, key)
    connection.execute("INSERT INTO note (body) VALUES ('in the log')")
    connection.execute(BEGIN_WRITE)
    connection.execute("INSERT INTO note (body) VALUES ('never committed')")
    say("written")
    sys.stdin.readline()


if __name__ == "__main__":
    _, what, where, hexadecimal = sys.argv
    ACTIONS = {action.__name__: action for action in (write_without_end, hold_the_pen, leave_unclosed)}
    ACTIONS[what](Path(where), DatabaseKey.from_hex(hexadecimal))
