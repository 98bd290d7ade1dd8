"""A newer program opens the database: its schema goes one step on, and nothing that was in it goes."""

import shutil
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from koordinator.storage import migrations
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.schema import HEAD, Schema
from tests.reliability.disk import kept_until_exit
from tests.reliability.house import House, house_in, left_lying, make_house
from tests.reliability.scenario import Scenario, Steps

NEXT: Final = f"{int(HEAD) + 1:04}"
STEP: Final = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "NEXT", "HEAD"


def upgrade():
    with op.batch_alter_table("citizen") as citizen:
        citizen.add_column(sa.Column("nickname", sa.Text, nullable=False, server_default="Lone"))
    op.execute("UPDATE setting SET value = value || ' (ny)'")
"""


@cache
def _newer() -> EncryptedFiles:
    """The files of a program with one migration more, which makes a large table anew."""
    line = kept_until_exit("koordinator-line-") / "line"
    shutil.copytree(Path(migrations.__file__).parent, line, ignore=shutil.ignore_patterns("__pycache__"))
    (line / "versions" / f"v{NEXT}_next.py").write_text(
        STEP.replace("NEXT", NEXT).replace("HEAD", HEAD), encoding="utf-8"
    )
    return EncryptedFiles(Schema(str(line), NEXT))


def _work(folder: Path, step: Steps) -> None:
    step("opened", lambda: _open(folder))


def _open(folder: Path) -> None:
    with house_in(folder, files=_newer()):
        pass


def _faults(folder: Path, _told: Sequence[str]) -> Iterator[str]:
    with house_in(folder, files=_newer()) as house:
        faults = house.opened.handle.verify_pages()
        if faults:
            yield f"pages: {faults}"
        if (found := _contents(house)) != [("Anna Bæk", "Lone"), ("Lone Bæk", "Lone"), ("Lilleby Kommune (ny)", "")]:
            yield f"found {found}"
    yield from left_lying(folder)


def _contents(house: House) -> list[tuple[str, str]]:
    with house.opened.handle.read() as connection:
        citizens = connection.exec_driver_sql("SELECT name, nickname FROM citizen ORDER BY name").all()
        named = connection.exec_driver_sql("SELECT value, '' FROM setting WHERE value LIKE 'Lilleby%'").all()
    return [(str(first), str(second)) for first, second in (*citizens, *named)]


SCENARIO: Final = Scenario(make_house, _work, _faults)
