"""Every test of the window sees the real theme, fonts and icons; what it opens is closed again."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from koordinator.ui.look import dress
from koordinator.ui.resources import UiResources
from koordinator.ui.sweeper import Sweeper
from koordinator.ui.tasks import Tasks
from koordinator.ui.theme import Scheme, Theme
from tests.ui.parts import Crashes, explained

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = UiResources(
    fonts=ROOT / "resources" / "fonts",
    icons=ROOT / "resources" / "icons",
    translations=Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    return dress(qapp, RESOURCES, Scheme.LIGHT)


@pytest.fixture(autouse=True)
def theme(dressed: Theme) -> Iterator[Theme]:
    """Light and 100 %, whatever the test before did."""
    yield dressed
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # windows that are closed are gone
    if dressed.scheme is not Scheme.LIGHT:
        dressed.set_scheme(Scheme.LIGHT)
    if dressed.text_scale != 1.0:
        dressed.set_text_scale(1.0)


@pytest.fixture
def crashes() -> Crashes:
    return Crashes()


@pytest.fixture
def tasks(qtbot: QtBot, crashes: Crashes) -> Iterator[Tasks]:
    workers = Tasks(explained, crashes)
    yield workers
    if not workers.is_idle:
        with qtbot.waitSignal(workers.idle):
            pass
    workers.shut_down()


@pytest.fixture
def sweeper(qtbot: QtBot) -> Iterator[Sweeper]:
    """Rings of dead objects are swept on this thread alone, as in the program."""
    parent = QObject()
    yield Sweeper(parent)
    delete(parent)
    gc.unfreeze()
