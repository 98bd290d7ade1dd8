"""The note in the key store of how far the log has come."""

import pytest

from koordinator.domain.access import Action
from koordinator.domain.audit import LogHead
from koordinator.domain.audit_check import HeadSource, KnownHead
from koordinator.domain.database_key import KeyringTrouble, KeyringUnavailable, KeysDamaged
from koordinator.storage.audit_key import audit_key
from koordinator.storage.store_check import SqlStoreCheck
from koordinator.usecases.log_heads import HeadState, LogHeads, all_known
from tests.support import damage
from tests.support.long_log import lengthen
from tests.support.office import KEY, Bench


class Vault:
    """A key store in memory, that may not answer."""

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}
        self.answers = True

    def keep(self, account: str, secret: str) -> None:
        self._ask()
        self.secrets[account] = secret

    def fetch(self, account: str) -> str | None:
        self._ask()
        return self.secrets.get(account)

    def forget(self, account: str) -> None:
        self.secrets.pop(account, None)

    def _ask(self) -> None:
        if not self.answers:
            raise KeyringUnavailable(KeyringTrouble.LOCKED)


@pytest.fixture
def vault() -> Vault:
    return Vault()


@pytest.fixture
def heads(bench: Bench, vault: Vault) -> LogHeads:
    lengthen(bench, 11)
    return LogHeads(SqlStoreCheck(bench.database, audit_key(bench.database)), vault, lambda: "abc log")


def test_it_is_kept_beside_the_key_and_follows_the_log(bench: Bench, vault: Vault, heads: LogHeads) -> None:
    assert heads.state is HeadState.NOT_YET
    assert heads.keep() is HeadState.KEPT
    lengthen(bench, 5)
    assert heads.keep() is HeadState.KEPT

    (known,) = all_known([heads])

    last = bench.log()[-1]
    assert known == KnownHead(LogHead(17, last.seal), HeadSource.KEY_STORE)
    assert vault.secrets.keys() == {"abc log"}


def test_a_log_that_does_not_go_on_from_it_leaves_it_as_it_is(bench: Bench, vault: Vault, heads: LogHeads) -> None:
    heads.keep()
    noted = dict(vault.secrets)
    damage.run_behind_its_back(bench.database.path, KEY, "DELETE FROM audit_entry WHERE sequence > 6")

    assert heads.keep() is HeadState.DIFFERS
    assert heads.differs
    lengthen(bench, 20)
    assert heads.keep() is HeadState.DIFFERS
    assert vault.secrets == noted


def test_a_key_store_that_does_not_answer_is_said_and_stops_nothing(vault: Vault, heads: LogHeads) -> None:
    vault.answers = False

    assert heads.keep() is HeadState.NO_ANSWER
    assert heads.known_heads() == ()
    assert heads.state is HeadState.NO_ANSWER


def test_a_ruined_file_of_keys_is_no_reason_to_stop_either(bench: Bench, vault: Vault) -> None:
    def ruined() -> str | None:
        raise KeysDamaged("a.db.keys")

    heads = LogHeads(SqlStoreCheck(bench.database, audit_key(bench.database)), vault, ruined)

    assert heads.keep() is HeadState.NO_ANSWER
    assert heads.known_heads() == ()


def test_without_a_key_in_the_key_store_nothing_is_noted(bench: Bench, vault: Vault) -> None:
    heads = LogHeads(SqlStoreCheck(bench.database, audit_key(bench.database)), vault, lambda: None)

    assert heads.keep() is HeadState.NO_PLACE
    assert heads.known_heads() == ()
    assert vault.secrets == {}


def test_it_says_which_return_it_comes_after_and_of_long_ago_none(bench: Bench, vault: Vault, heads: LogHeads) -> None:
    with bench.office.act(bench.actor, Action.RESTORE_BACKUP) as tx:
        tx.about("database", 3)
    heads.keep()
    assert [known.head.after_return for known in heads.known_heads()] == [3]

    vault.secrets["abc log"] = f"13 {'0' * 64}"

    assert [known.head for known in heads.known_heads()] == [LogHead(13, "0" * 64)]


@pytest.mark.parametrize("nonsense", ["", "x y", "12", "12 ", "¹ a", "12 a x"])
def test_what_is_no_note_counts_as_none(vault: Vault, heads: LogHeads, nonsense: str) -> None:
    vault.secrets["abc log"] = nonsense

    assert heads.known_heads() == ()
    assert heads.keep() is HeadState.KEPT
