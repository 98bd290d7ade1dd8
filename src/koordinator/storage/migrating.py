"""Runs Alembic in this process, on our own connection, without a settings file."""

from io import StringIO
from pathlib import Path

from alembic import command
from alembic.config import Config

from koordinator.storage.cipher import WAIT_SECONDS
from koordinator.storage.dialect import APPLICATION_ID, BEGIN_WRITE, CREATE_VERSION_TABLE
from koordinator.storage.pool import BEGIN, make_engine
from koordinator.usecases.ports_keys import DatabaseKey


def migrate(path: Path, key: DatabaseKey, location: str) -> None:
    """Runs what is missing of the migrations at the location, in one transaction. Raises an EnvironmentFault."""
    engine = make_engine(path, key, WAIT_SECONDS, foreign_keys=False)
    try:
        with engine.execution_options(**{BEGIN: BEGIN_WRITE}).begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            # Alembic's own version table would not be STRICT.
            connection.exec_driver_sql(CREATE_VERSION_TABLE)
            config = Config(stdout=StringIO(), attributes={"connection": connection})
            config.set_main_option("script_location", location)
            command.upgrade(config, "head")
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise RuntimeError("a migration left a reference to a row that is not there")
    finally:
        engine.dispose()
