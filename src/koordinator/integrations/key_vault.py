"""The operating system's key store: Windows Credential Manager, Secret Service, KWallet or macOS Keychain.

Only stores that keep secrets enciphered are used (`key_store`). A store may show a window of its own and wait for the
person, so each question has a thread of its own and a time limit.
"""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final

from koordinator.domain.database_key import KeyringTrouble, KeyringUnavailable
from koordinator.integrations import heavy

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE: Final = "koordinator"
SECONDS: Final = 60.0
"""Long enough to type the password of a locked store."""

Question = Callable[["KeyringBackend"], str | None]


class SystemKeyVault:
    """Keeps keys in the operating system's store (see `usecases.ports_keys.KeyVault`)."""

    def __init__(self, *, safe_stores: frozenset[str] | None = None, seconds: float = SECONDS) -> None:
        """Other stores than the known safe ones are for tests."""
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

    def is_there(self) -> bool:
        """Whether the system has a store that is used here. The store itself is not asked: it may be locked."""
        try:
            return self._ask(lambda _store: SERVICE) == SERVICE
        except KeyringUnavailable:
            return False

    def _ask(self, question: Question) -> str | None:
        answers: SimpleQueue[str | KeyringTrouble | None] = SimpleQueue()
        # A daemon, unlike a pool's thread: a store that never answers must not keep the program from ending.
        Thread(
            target=lambda: answers.put(heavy.ask_key_store(question, self._safe_stores)), name="key store", daemon=True
        ).start()
        try:
            answer = answers.get(timeout=self._seconds)
        except Empty:
            raise KeyringUnavailable(KeyringTrouble.NO_ANSWER) from None
        if isinstance(answer, KeyringTrouble):
            raise KeyringUnavailable(answer)
        return answer
