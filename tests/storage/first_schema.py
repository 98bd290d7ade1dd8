"""The statements of the first migration, made from the tables: python -m tests.storage.first_schema writes them.

Only until a version is out. From then on the first migration stays, and a change of the tables is a new one.
"""

import importlib
import pkgutil
from pathlib import Path
from typing import Final

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from koordinator.storage import migrations, tables
from koordinator.storage.columns import ALSO, metadata

SCRIPT: Final = Path(migrations.__file__).parent / "versions" / "v0001_first.sql"


def first_schema() -> str:
    """Each table with its indexes, after those it refers to."""
    for module in pkgutil.iter_modules(tables.__path__, f"{tables.__name__}."):
        importlib.import_module(module.name)
    dialect = sqlite.dialect()
    made = []
    for table in metadata.sorted_tables:
        made.append(CreateTable(table).compile(dialect=dialect))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [CreateIndex(index).compile(dialect=dialect) for index in indexes]
        made += table.info.get(ALSO, ())
    return "".join(f"{tidy(str(statement))};\n" for statement in made)


def tidy(statement: str) -> str:
    return "\n".join(line.rstrip() for line in statement.strip().splitlines())


if __name__ == "__main__":
    SCRIPT.write_text(first_schema(), encoding="utf-8", newline="\n")
