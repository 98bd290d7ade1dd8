"""The one paper that is made beside the use cases: the sheet with the recovery code is kept nowhere."""

from pathlib import Path

from koordinator.bootstrap.resources import resources_dir
from koordinator.documents import heavy as documents
from koordinator.domain.sheet_content import RecoverySheet
from koordinator.integrations.clock import SystemClock
from koordinator.storage.durable_file import explained, replace_file


def save_recovery_sheet(file: Path, code: str, database_name: str, municipality: str) -> None:
    """Saves the sheet as PDF, for its owner's eyes only. Raises an EnvironmentFault where it cannot be written."""
    sheet = RecoverySheet(code, SystemClock().today(), database_name, municipality)
    content = documents.recovery_sheet(resources_dir() / "fonts", sheet)
    with explained(file):
        replace_file(file, content)
