"""What backups are called: the program, the Danish day and time, and nothing about anybody."""

from datetime import datetime
from typing import Final

from koordinator.domain.danish_day import DENMARK

ENDING: Final = ".sikkerhedskopi"
FOLDER: Final = "sikkerhedskopier"
"""Beside the database."""


def backup_name(made_at: datetime) -> str:
    """koordinator-2026-11-22-1130.sikkerhedskopi. In the hour that comes twice in October two can be called alike."""
    return f"koordinator-{_on_the_wall(made_at)}{ENDING}"


def kept_name(database: str, moment: datetime) -> str:
    """The name under which a database is kept when a backup takes its place."""
    return f"{database}.gemt-{_on_the_wall(moment)}"


def _on_the_wall(moment: datetime) -> str:
    return moment.astimezone(DENMARK).strftime("%Y-%m-%d-%H%M")
