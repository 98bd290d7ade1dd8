"""The operating system's key store: Windows Credential Manager, Secret Service, KWallet or macOS Keychain.

Only stores that keep secrets enciphered are used, known by name. A store may show a window of its own and wait for the
person, so each question has a thread of its own and a time limit.
"""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final

from koordinator.domain.database_key import KeyringTrouble, KeyringUnavailable

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE: Final = "koordinator"
SAFE_STORES: Final = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.macOS.Keyring",
    }
)
SECONDS: Final = 60.0
"""Long enough to type the password of a locked store."""

Question = Callable[["KeyringBackend"], str | None]


class SystemKeyVault:
    """Keeps keys in the operating system's store (see `usecases.ports_keys.KeyVault`)."""

    def __init__(self, *, safe_stores: frozenset[str] = SAFE_STORES, seconds: float = SECONDS) -> None:
        self._safe_stores = safe_stores
        self._seconds = seconds

    def keep(self, account: str, secret: str) -> None:
        """Stores the secret and reads it back. Raises KeyringUnavailable."""

        def question(store: "KeyringBackend") -> str | None:
            store.set_password(SERVICE, account, secret)
            return store.get_password(SERVICE, account)

        if self._ask(question) != secret:
            raise KeyringUnavailable(KeyringTrouble.FAILED)

    def fetch(self, account: str) -> str | None:
        """The secret, or None when the store does not know the account. Raises KeyringUnavailable."""
        return self._ask(lambda store: store.get_password(SERVICE, account))

    def forget(self, account: str) -> None:
        """Takes the secret away, if it is there. Raises KeyringUnavailable."""

        def question(store: "KeyringBackend") -> None:
            if store.get_password(SERVICE, account) is not None:
                store.delete_password(SERVICE, account)

        self._ask(question)

    def _ask(self, question: Question) -> str | None:
        # A daemon, unlike a pool's thread: a store that never answers must not keep the program from ending.
        answers: SimpleQueue[str | KeyringTrouble | None] = SimpleQueue()
        Thread(target=lambda: answers.put(self._answer(question)), name="key store", daemon=True).start()
        try:
            answer = answers.get(timeout=self._seconds)
        except Empty:
            raise KeyringUnavailable(KeyringTrouble.NO_ANSWER) from None
        if isinstance(answer, KeyringTrouble):
            raise KeyringUnavailable(answer)
        return answer

    def _answer(self, question: Question) -> str | KeyringTrouble | None:
        from keyring.errors import KeyringLocked, NoKeyringError  # noqa: PLC0415  # slow, and most tests need none

        try:
            store = self._store()
            return KeyringTrouble.NONE if store is None else question(store)
        except NoKeyringError:
            return KeyringTrouble.NONE
        except KeyringLocked:
            return KeyringTrouble.LOCKED
        except Exception:  # noqa: BLE001  # a store raises whatever its system does; none of it holds the key
            return KeyringTrouble.FAILED

    def _store(self) -> "KeyringBackend | None":
        """The first safe store among those the person's settings allow."""
        from keyring import get_keyring  # noqa: PLC0415
        from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415

        chosen = get_keyring()
        stores = chosen.backends if isinstance(chosen, ChainerBackend) else [chosen]
        return next((store for store in stores if _name(store) in self._safe_stores), None)


def _name(store: "KeyringBackend") -> str:
    return f"{type(store).__module__}.{type(store).__qualname__}"
