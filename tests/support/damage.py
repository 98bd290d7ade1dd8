"""What somebody with the key and a database tool could do behind the program's back."""

from pathlib import Path

from koordinator.storage.cipher import connect
from koordinator.usecases.ports_keys import DatabaseKey

LOG = "UPDATE audit_entry SET codes = 'x' WHERE sequence = 1"
ASSESSMENT = "UPDATE assessment SET deviation_reason = 'En anden grund', decided_step = 1 WHERE locked_at IS NOT NULL"
PLAN = "UPDATE plan_version SET content = replace(content, 'morgener', 'aftener')"

MINUTES = "UPDATE minutes_version SET content = replace(content, 'Rolige', 'Urolige')"
MINUTES_NUMBER = "UPDATE minutes_version SET correction = 'Rettet bagefter'"
PAPER = "UPDATE paper_content SET content = CAST('x' || substr(content, 2) AS BLOB)"
PAPER_GONE = "DELETE FROM paper_content"


def run_behind_its_back(path: Path, key: DatabaseKey, statement: str) -> None:
    """Runs the statement with every trigger taken away."""
    connection = connect(path, key)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute(statement)
    connection.close()


def spoil_pages(path: Path) -> None:
    """Flips a byte in each page of the file from the tenth on."""
    content = bytearray(path.read_bytes())
    for place in range(10 * 4096 + 100, len(content), 4096):
        content[place] ^= 0xFF
    path.write_bytes(content)
