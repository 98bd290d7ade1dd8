"""One question to the operating system's key store, through keyring. Slow to import: see `heavy`."""

from collections.abc import Callable
from typing import Final

from keyring import get_keyring
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringLocked, NoKeyringError

from koordinator.domain.database_key import KeyringTrouble

SAFE_STORES: Final = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.macOS.Keyring",
    }
)
"""The stores that keep their secrets enciphered."""


def ask_key_store(
    question: Callable[[KeyringBackend], str | None], safe_stores: frozenset[str]
) -> str | KeyringTrouble | None:
    """The store's answer, or what was in the way of one."""
    try:
        store = _safe_store(safe_stores)
        return KeyringTrouble.NONE if store is None else question(store)
    except NoKeyringError:
        return KeyringTrouble.NONE
    except KeyringLocked:
        return KeyringTrouble.LOCKED
    except Exception:  # noqa: BLE001  # a store raises whatever its system does
        return KeyringTrouble.FAILED


def _safe_store(safe_stores: frozenset[str]) -> KeyringBackend | None:
    """The first safe store among those the person's settings allow."""
    chosen = get_keyring()
    stores = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
    names = ((store, f"{type(store).__module__}.{type(store).__qualname__}") for store in stores)
    return next((store for store, name in names if name in safe_stores), None)
