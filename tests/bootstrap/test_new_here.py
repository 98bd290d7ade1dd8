"""A database that came from another machine, or lost its place in the key store, gets a way in for every day."""

from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from pytestqt.qtbot import QtBot

from koordinator.bootstrap.keys import close, make_keys
from koordinator.texts import opening as texts
from koordinator.ui.opening.new_here import NewHereDialog
from koordinator.ui.opening.unlock import UnlockDialog
from koordinator.ui.tasks import Tasks
from koordinator.usecases.unlock import FromPassphrase
from tests.bootstrap.test_opening import ENTER, WORDS, hit, lines, made, press, said, unlocked, write
from tests.support.memory_keyring import MemoryKeyring
from tests.ui.office_window import when_dialog_opens

pytestmark = pytest.mark.usefixtures("_cheap_seals")


def test_another_machine_without_a_key_store_gets_a_passphrase(
    qtbot: QtBot, office_tasks: Tasks, tmp_path: Path, store: MemoryKeyring
) -> None:
    code = made(tmp_path / "a.db", keyring=True, passphrase=None)
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]

    def act(dialog: UnlockDialog) -> None:
        (field,) = lines(dialog).values()
        write(field, code)
        when_dialog_opens(NewHereDialog, choose)
        hit(dialog, ENTER)

    def choose(offer: NewHereDialog) -> None:
        for field in lines(offer).values():
            write(field, "kort")
        press(offer, texts.USE_WAY)
        assert texts.PASSPHRASE_LENGTH in said(offer)
        for field in lines(offer).values():
            write(field, WORDS)
        press(offer, texts.USE_WAY)

    opened = unlocked(office_tasks, tmp_path / "a.db", act)

    assert opened is not None
    close(opened)
    close(make_keys().open_database(tmp_path / "a.db", FromPassphrase(WORDS)))


def test_key_store_that_fails_again_says_so_and_is_not_needed(
    qtbot: QtBot, office_tasks: Tasks, tmp_path: Path, store: MemoryKeyring
) -> None:
    code = made(tmp_path / "a.db", keyring=True, passphrase=WORDS)
    store.secrets.clear()

    def act(dialog: UnlockDialog) -> None:
        (field,) = lines(dialog).values()
        write(field, WORDS)
        when_dialog_opens(NewHereDialog, lose_the_store)
        hit(dialog, ENTER)

    def lose_the_store(offer: NewHereDialog) -> None:
        keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
        hit(offer, ENTER)
        qtbot.waitUntil(lambda: "Denne computer har ikke en nøglering" in said(offer))
        press(offer, texts.NOT_NOW)

    opened = unlocked(office_tasks, tmp_path / "a.db", act)

    assert opened is not None
    assert code
    close(opened)
