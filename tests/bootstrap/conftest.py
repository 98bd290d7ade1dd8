"""The program's own start, with the real theme; what the window's tests have, these have too."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from koordinator.storage.key_record import SealCost
from koordinator.storage.key_slots import SlotFiles
from koordinator.texts.errors import sentence
from koordinator.ui.tasks import Tasks
from tests.support.memory_keyring import MemoryKeyring, trusted_keyring
from tests.ui.conftest import crashes, dressed, tasks, theme
from tests.ui.parts import Crashes

__all__ = ["crashes", "dressed", "tasks", "theme"]


@pytest.fixture
def _cheap_seals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sealing a slot takes a second of a computer; here it takes none."""
    monkeypatch.setattr(SlotFiles.__init__, "__defaults__", (SealCost(passes=1, memory_kib=64, lanes=1),))


@pytest.fixture
def store() -> Iterator[MemoryKeyring]:
    """The machine's key store, and one that is trusted."""
    with trusted_keyring() as trusted:
        yield trusted


@pytest.fixture
def office_tasks(qtbot: QtBot, crashes: Crashes) -> Tasks:
    """Workers that tell faults in the program's own words."""
    return Tasks(sentence, crashes)
