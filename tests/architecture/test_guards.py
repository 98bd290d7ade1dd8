"""The guards of conftest.py stand."""

import logging
import os
import socket
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot


def test_network_is_out_of_reach() -> None:
    with pytest.raises(PermissionError, match="network"):
        socket.create_connection(("127.0.0.1", 9))


def test_home_is_the_tests_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(tmp_path_factory.getbasetemp())


@pytest.mark.expects_log
def test_declared_log_line_is_no_fault() -> None:
    logging.getLogger("koordinator.guards").warning("declared")


def test_windows_are_off_the_screen(qtbot: QtBot) -> None:
    assert QApplication.platformName() == "offscreen"
