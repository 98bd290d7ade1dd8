"""Key stores for tests, real back ends of keyring's interface: one that remembers, and those that trouble."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked
from typing_extensions import override

from koordinator.integrations import key_store
from koordinator.integrations.key_vault import SystemKeyVault


class MemoryKeyring(KeyringBackend):
    """Keeps its secrets as long as it lives. Never chosen by keyring itself."""

    priority = -1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.secrets: dict[tuple[str, str], str] = {}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        del self.secrets[service, username]


class LockedKeyring(MemoryKeyring):
    """The person did not give its password."""

    @override
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("locked")

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("locked")


class BrokenKeyring(MemoryKeyring):
    """Its service went away."""

    @override
    def get_password(self, service: str, username: str) -> str | None:
        raise InitError("no bus")

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError("no bus")


class ForgetfulKeyring(MemoryKeyring):
    """Takes a secret and does not keep it."""

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        return None


class SilentKeyring(MemoryKeyring):
    """Waits for a person who is not there, until it is released."""

    def __init__(self) -> None:
        super().__init__()
        self.released = Event()

    @override
    def get_password(self, service: str, username: str) -> str | None:
        self.released.wait()
        return None


def vault_of(store: type[KeyringBackend], seconds: float = 10.0) -> SystemKeyVault:
    """A vault that trusts this kind of store alone."""
    return SystemKeyVault(safe_stores=frozenset({f"{store.__module__}.{store.__qualname__}"}), seconds=seconds)


@contextmanager
def trusted_keyring() -> Iterator[MemoryKeyring]:
    """The machine's key store meanwhile, one that the program trusts."""
    chosen, memory = keyring.get_keyring(), MemoryKeyring()
    name = f"{MemoryKeyring.__module__}.{MemoryKeyring.__qualname__}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_store, "SAFE_STORES", frozenset({name}))
        keyring.set_keyring(memory)
        yield memory
        keyring.set_keyring(chosen)
