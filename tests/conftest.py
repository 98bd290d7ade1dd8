"""What holds for every test: no window, no network, no log line that nobody expected."""

import gc
import logging
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from typing_extensions import override

from tests.support.demo import make_demo
from tests.support.office import Bench, make_template, open_office
from tests.support.patience import PATIENCE_SECONDS, PatientQtBot

os.environ["QT_QPA_PLATFORM"] = "offscreen"

settings.register_profile(
    "ordinary",
    derandomize=True,
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", max_examples=5_000, deadline=None)
settings.load_profile("ordinary")


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QtBot]:
    """Every wait is patient (tests/support/patience.py), and no pause between two keys is the typist's.

    Rings of dead objects are swept between the tests: Python would look for them on a worker's thread too, and
    destroy the widgets of an earlier test there (see `koordinator.ui.sweeper`).
    """
    qapp.setKeyboardInputInterval(PATIENCE_SECONDS * 1_000)
    gc.collect(1)
    gc.disable()
    yield PatientQtBot(request)
    _close_what_is_left()
    gc.enable()


def _close_what_is_left() -> None:
    """A window that outlives its test takes the keyboard from the next, and each new style goes through all of it."""
    for window in QApplication.topLevelWidgets():
        if isValid(window) and window.parent() is None:
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    logger, heard = logging.getLogger("koordinator"), _Heard()
    logger.addHandler(heard)
    yield
    logger.removeHandler(heard)
    if heard.lines and request.node.get_closest_marker("expects_log") is None:
        pytest.fail("Unexpected in the log:\n" + "\n".join(heard.lines), pytrace=False)


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Sockets reach this machine's own processes by a file name, and nothing else."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex", "sendto"):
        patch.setattr(socket.socket, name, _only_local(getattr(socket.socket, name)))
    yield
    patch.undo()


def _only_local(method: Callable[..., object]) -> Callable[..., object]:
    def guarded(self: socket.socket, *arguments: object) -> object:
        if self.family != getattr(socket, "AF_UNIX", None):
            raise PermissionError(f"A test tried to reach the network: {arguments[-1]}")
        return method(self, *arguments)

    return guarded


@pytest.fixture(autouse=True, scope="session")
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The data, settings and keys of the person who runs the tests are out of reach."""
    home = tmp_path_factory.mktemp("home")
    patch = pytest.MonkeyPatch()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        patch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        patch.setenv(name, str(home / name.lower()))
    patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    patch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    patch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={home / 'no bus'}")
    yield
    patch.undo()


@pytest.fixture(scope="session")
def database_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A founded database that each test copies."""
    return make_template(tmp_path_factory.mktemp("template"))


@pytest.fixture
def bench(tmp_path: Path, database_template: Path) -> Iterator[Bench]:
    """A real encrypted database, new for each test (tests/support/office.py)."""
    with open_office(tmp_path, database_template) as opened:
        yield opened


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo; to be looked at, not changed (tests/support/demo.py copies it)."""
    return make_demo(tmp_path_factory.mktemp("demo"))
