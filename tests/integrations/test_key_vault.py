"""The operating system's key store: only safe ones, never in silence, never without an end."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import chainer, fail, null
from typing_extensions import override

from koordinator.domain.database_key import KeyringTrouble, KeyringUnavailable
from koordinator.integrations.key_store import SAFE_STORES
from koordinator.integrations.key_vault import SERVICE, SystemKeyVault
from tests.support.memory_keyring import (
    BrokenKeyring,
    ForgetfulKeyring,
    LockedKeyring,
    MemoryKeyring,
    SilentKeyring,
    vault_of,
)
from tests.support.patience import PATIENCE_SECONDS

ROOT = Path(__file__).parents[2]
SECRET_SERVICE_TOOLS = ("dbus-run-session", "gnome-keyring-daemon")


@pytest.fixture(autouse=True)
def _chosen_store_afterwards() -> Iterator[None]:
    chosen = keyring.get_keyring()
    yield
    keyring.set_keyring(chosen)


def trouble_of(vault: SystemKeyVault) -> KeyringTrouble:
    with pytest.raises(KeyringUnavailable) as caught:
        vault.keep("account", "secret")
    with pytest.raises(KeyringUnavailable):
        vault.fetch("account")
    return caught.value.trouble


def test_a_secret_is_kept_fetched_and_forgotten() -> None:
    store = MemoryKeyring()
    keyring.set_keyring(store)
    vault = vault_of(MemoryKeyring)

    assert vault.fetch("account") is None
    vault.keep("account", "secret")
    assert vault.fetch("account") == "secret"
    assert store.secrets == {(SERVICE, "account"): "secret"}
    vault.forget("account")
    vault.forget("account")
    assert vault.fetch("account") is None


@pytest.mark.parametrize("store", [MemoryKeyring, fail.Keyring, null.Keyring])
def test_a_store_that_is_not_known_to_be_safe_is_not_used(store: type[MemoryKeyring]) -> None:
    chosen = store()
    keyring.set_keyring(chosen)

    assert trouble_of(SystemKeyVault()) is KeyringTrouble.NONE
    assert getattr(chosen, "secrets", {}) == {}


def test_the_safe_one_of_several_stores_is_used() -> None:
    safe, plain = MemoryKeyring(), ForgetfulKeyring()

    class Chain(chainer.ChainerBackend):
        backends = (plain, safe)

    keyring.set_keyring(Chain())  # type: ignore[no-untyped-call]
    vault_of(MemoryKeyring).keep("account", "secret")

    assert safe.secrets == {(SERVICE, "account"): "secret"}


@pytest.mark.parametrize(
    ("store", "trouble"),
    [
        (LockedKeyring, KeyringTrouble.LOCKED),
        (BrokenKeyring, KeyringTrouble.FAILED),
    ],
)
def test_a_store_in_trouble_says_so(store: type[MemoryKeyring], trouble: KeyringTrouble) -> None:
    keyring.set_keyring(store())

    assert trouble_of(vault_of(store)) is trouble


def test_a_store_that_keeps_nothing_is_found_out() -> None:
    keyring.set_keyring(ForgetfulKeyring())

    with pytest.raises(KeyringUnavailable) as caught:
        vault_of(ForgetfulKeyring).keep("account", "secret")
    assert caught.value.trouble is KeyringTrouble.FAILED


def test_a_store_that_vanished_says_so() -> None:
    class Vanished(MemoryKeyring):
        @override
        def get_password(self, service: str, username: str) -> str | None:
            raise keyring.errors.NoKeyringError

    keyring.set_keyring(Vanished())
    with pytest.raises(KeyringUnavailable) as caught:
        vault_of(Vanished).fetch("account")
    assert caught.value.trouble is KeyringTrouble.NONE


def test_a_store_that_does_not_answer_is_not_waited_for() -> None:
    store = SilentKeyring()
    keyring.set_keyring(store)

    with pytest.raises(KeyringUnavailable) as caught:
        vault_of(SilentKeyring, seconds=0.05).fetch("account")
    store.released.set()
    assert caught.value.trouble is KeyringTrouble.NO_ANSWER


def test_the_safe_stores_are_those_of_this_keyring() -> None:
    """A rename in keyring would shut everybody out."""
    for name in SAFE_STORES:
        module, _, kind = name.rpartition(".")
        spec = importlib.util.find_spec(module)
        assert spec is not None
        assert spec.origin is not None
        assert f"class {kind}(" in Path(spec.origin).read_text(encoding="utf-8")


def at_the_machine(folder: Path, machine: str, *sittings: str) -> list[str]:
    """What was said in sittings at a machine that has a real Secret Service of its own."""
    home = folder / machine
    for name in ("run", "data"):
        (home / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    env = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    env |= {"XDG_RUNTIME_DIR": str(home / "run"), "XDG_DATA_HOME": str(home / "data"), "HOME": str(home)}
    unlocked = "printf password | gnome-keyring-daemon --unlock --components=secrets >&2"
    work = f'exec "{sys.executable}" -m tests.integrations.secret_service "{folder}" {" ".join(sittings)}'
    answer = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", f"{unlocked} && {work}"],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.split()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the key store of Linux desktops")
def test_a_database_is_opened_by_a_real_secret_service(tmp_path: Path) -> None:
    if any(shutil.which(tool) is None for tool in SECRET_SERVICE_TOOLS):
        missing = "needs gnome-keyring and dbus (dev.py test installs them where it may)"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)

    assert at_the_machine(tmp_path, "one", "make_and_open") == ["made", "opened"]
    assert at_the_machine(tmp_path, "one", "open_again", "rekey") == ["opened", "rekeyed"]
    assert at_the_machine(tmp_path, "one", "lock_the_store") == ["locked", "opened"]
    assert at_the_machine(tmp_path, "two", "move_in") == ["refused", "opened"]
    assert at_the_machine(tmp_path, "one", "lose_the_entry", "leave") == ["refused", "opened", "refused"]

    keys = (tmp_path / "a.db.keys").read_text()
    assert '"keyring"' not in keys
    assert '"passphrase"' in keys


def test_whether_there_is_a_store_is_told_without_asking_it() -> None:
    keyring.set_keyring(SilentKeyring())
    assert vault_of(SilentKeyring).is_there()

    keyring.set_keyring(null.Keyring())  # type: ignore[no-untyped-call]
    assert not SystemKeyVault().is_there()
