"""The first tables. Their statements stand in v0001_first.sql, and stay as they are once a version is out."""

import secrets
from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes every table and index, and the log's own key."""
    statements = Path(__file__).with_suffix(".sql").read_text("utf-8").split(";\n")
    for statement in filter(str.strip, statements):
        op.get_bind().exec_driver_sql(statement)
    op.get_bind().exec_driver_sql("INSERT INTO log_key (id, secret) VALUES (1, ?)", (secrets.token_bytes(32),))
