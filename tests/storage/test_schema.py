"""The tables are made by the migrations and by nothing else, and every step is taken wholly or not at all."""

import textwrap
from pathlib import Path
from shutil import copyfile

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from koordinator.domain.backup import BackupReason
from koordinator.domain.backup_names import FOLDER
from koordinator.domain.database_file import DatabaseExists, DatabaseNewer
from koordinator.storage import migrations
from koordinator.storage.backup_file import BackupFile
from koordinator.storage.columns import metadata
from koordinator.storage.database_files import EncryptedFiles
from koordinator.storage.dialect import VERSION_TABLE
from koordinator.storage.schema import HEAD, Schema
from koordinator.usecases.ports_keys import DatabaseKey
from tests.storage.backups import restore_backup
from tests.storage.databases import bodies, contents, note_database
from tests.storage.first_schema import SCRIPT, first_schema

FIRST = """
    op.execute("CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
    op.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT, author_id INTEGER REFERENCES author (id)) STRICT")
    op.execute("CREATE UNIQUE INDEX ux_note_body ON note (body) WHERE author_id IS NULL")
    op.execute("INSERT INTO author (name) VALUES ('Ane')")
    op.execute("INSERT INTO note (body, author_id) VALUES ('from the first', 1)")
"""
SECOND = """
    with op.batch_alter_table("author") as author:
        author.add_column(sa.Column("phone", sa.Text, nullable=False, server_default=""))
        author.alter_column("name", nullable=True)
    op.execute("INSERT INTO note (body) VALUES ('from the second')")
"""
FAILING = f"{SECOND}    op.drop_table('nothing_like_it')\n"
ORPHANING = f"{SECOND}    op.bulk_insert(sa.table('note', sa.column('author_id')), [{{'author_id': 99}}])\n"


def migration_line(folder: Path, *steps: str) -> Schema:
    """Migrations of our own, run as the program runs its own."""
    versions = folder / "versions"
    versions.mkdir(parents=True, exist_ok=True)
    copyfile(Path(migrations.__file__).with_name("env.py"), folder / "env.py")
    for number, step in enumerate(steps, start=1):
        before = f'"{number - 1:04}"' if number > 1 else "None"
        head = f'import sqlalchemy as sa\nfrom alembic import op\nrevision, down_revision = "{number:04}", {before}\n'
        body = f"\n\ndef upgrade():\n{textwrap.indent(textwrap.dedent(step).strip(), '    ')}\n"
        (versions / f"v{number:04}.py").write_text(head + body)
    return Schema(str(folder), f"{len(steps):04}")


def backups_beside(path: Path) -> list[Path]:
    return sorted((path.parent / FOLDER).iterdir())


def test_the_first_migration_is_what_the_tables_say() -> None:
    """After a change of the tables: python -m tests.storage.first_schema."""
    assert SCRIPT.read_text(encoding="utf-8") == first_schema()


def test_a_new_database_has_the_tables_and_no_drift(path: Path, key: DatabaseKey) -> None:
    database = EncryptedFiles().create(path, key)
    with database.read() as connection:
        tables = connection.exec_driver_sql("SELECT name, strict FROM pragma_table_list WHERE type = 'table'").all()
        ours = {name: strict for name, strict in tables if not name.startswith("sqlite_")}
        assert set(ours) == {*metadata.tables, VERSION_TABLE}
        assert [name for name, strict in ours.items() if not strict] == []

        # The tables that a search index keeps to itself are not ours to compare.
        options = {"compare_type": True, "include_name": lambda name, kind, _: kind != "table" or name in ours}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []
    database.close()


def test_revisions_are_numbered_and_the_last_is_ours() -> None:
    config = Config()
    config.set_main_option("script_location", Schema().location)
    script = ScriptDirectory.from_config(config)

    assert script.get_current_head() == HEAD
    newest_first = [revision.revision for revision in script.walk_revisions()]
    assert newest_first == [f"{number:04}" for number in range(len(newest_first), 0, -1)]


def test_a_database_is_not_made_over_anything(path: Path, key: DatabaseKey) -> None:
    files = EncryptedFiles()
    files.create(path, key).close()
    before = contents(path.parent)

    assert set(before) == {path.name}
    with pytest.raises(DatabaseExists):
        files.create(path, key)
    assert contents(path.parent) == before


def test_an_upgrade_keeps_data_and_strictness_and_makes_a_backup_first(
    path: Path, key: DatabaseKey, tmp_path_factory: pytest.TempPathFactory
) -> None:
    line = tmp_path_factory.mktemp("line")
    EncryptedFiles(migration_line(line, FIRST)).create(path, key).close()
    two = EncryptedFiles(migration_line(line, FIRST, SECOND))

    upgraded = two.open(path, key)
    assert bodies(upgraded) == ["from the first", "from the second"]
    with upgraded.read() as connection:
        options = inspect(connection).get_table_options("author")
        assert options["sqlite_strict"]
        assert connection.exec_driver_sql("SELECT name, phone FROM author").all() == [("Ane", "")]
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
    upgraded.close()

    (backup,) = backups_beside(path)
    manifest = BackupFile(backup).manifest
    assert (manifest.reason, manifest.schema) == (BackupReason.MIGRATION, "0001")
    restore_backup(backup, (key,), path.with_name("older.db"))
    with note_database(path.with_name("older.db"), key) as older:
        assert bodies(older) == ["from the first"]
    two.open(path, key).close()
    assert backups_beside(path) == [backup]


@pytest.mark.parametrize("step", [FAILING, ORPHANING], ids=["failing", "leaving orphans"])
def test_an_upgrade_that_fails_changes_nothing_and_leaves_the_backups(
    path: Path, key: DatabaseKey, step: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    line = tmp_path_factory.mktemp("line")
    one = EncryptedFiles(migration_line(line, FIRST))
    one.create(path, key).close()
    before = contents(path.parent)
    broken = EncryptedFiles(migration_line(line, FIRST, step))

    for _ in range(2):
        with pytest.raises(Exception, match=r"nothing_like_it|not there"):
            broken.open(path, key)
    assert contents(path.parent) == before
    assert len(backups_beside(path)) == 2
    database = one.open(path, key)
    assert bodies(database) == ["from the first"]
    assert database.verify_pages() == ()
    database.close()


def test_what_a_killed_program_left_is_cleared_and_other_files_are_not(path: Path, key: DatabaseKey) -> None:
    EncryptedFiles().create(path, key).close()
    left = ("new-0123abcd", "new-0123abcd-wal", "keys.0123abcd")
    others = {f"{path.name}.new-old", f"{path.name}.new-00011", f"my-{path.name}.new-0123abcd", f"{path.name}.new"}
    for name in (*(f"{path.name}.{ending}" for ending in left), *others):
        path.with_name(name).touch()

    EncryptedFiles().open(path, key).close()

    assert set(contents(path.parent)) == {path.name, *others}


def test_an_older_program_leaves_an_upgraded_database_alone(
    path: Path, key: DatabaseKey, tmp_path_factory: pytest.TempPathFactory
) -> None:
    line = tmp_path_factory.mktemp("line")
    EncryptedFiles(migration_line(line, FIRST, SECOND)).create(path, key).close()
    before = contents(path.parent)

    with pytest.raises(DatabaseNewer):
        EncryptedFiles(Schema(str(line), "0001")).open(path, key)
    assert contents(path.parent) == before
