"""A key store for tests that outlives the process: each secret is a file."""

from pathlib import Path

from keyring.backend import KeyringBackend
from typing_extensions import override


class FolderKeyring(KeyringBackend):
    """Keeps its secrets in a folder. Never chosen by keyring itself."""

    priority = -1.0

    def __init__(self, folder: Path) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._folder = folder

    @override
    def get_password(self, service: str, username: str) -> str | None:
        file = self._folder / username
        return file.read_text() if file.exists() else None

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        fresh = self._folder / f"{username}.new"
        fresh.write_text(password)
        fresh.replace(self._folder / username)

    @override
    def delete_password(self, service: str, username: str) -> None:
        (self._folder / username).unlink()
