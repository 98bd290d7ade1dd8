"""The quick import of Qt: what it keeps, and that nothing is missing after it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

IMPORT: Final = """
import builtins, sys
from pathlib import Path
own_compile = builtins.compile
from koordinator.bootstrap.qt_import import load_libraries, quickened
load_libraries()
with quickened(Path(sys.argv[1])):
    import PySide6.QtWidgets
assert builtins.__import__ is not builtins.__feature_import__
assert builtins.compile is own_compile
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
try:
    QLabel().setText(3)
except TypeError as error:
    print("setText(arg__1: str, /)" in str(error))
"""


OFFSCREEN: Final = {"QT_QPA_PLATFORM": "offscreen"}


def imported(kept: Path, **settings: str) -> str:
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    run = subprocess.run(
        [sys.executable, "-c", IMPORT, str(kept)],
        env=usual | OFFSCREEN | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def test_helpers_are_compiled_once_and_qt_still_explains_a_wrong_call(tmp_path: Path) -> None:
    kept = tmp_path / "__pycache__" / "kept"

    assert imported(kept) == "True"
    written = kept.read_bytes()
    assert imported(kept) == "True"

    assert len(written) > 10_000
    assert kept.read_bytes() == written
    assert list(kept.parent.iterdir()) == [kept]


@pytest.mark.parametrize("ruined", [b"", b"\xff", b"i\x01\x00\x00\x00", b"not bytecode"])
def test_what_cannot_be_read_is_made_anew(tmp_path: Path, ruined: bytes) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(ruined)

    assert imported(kept) == "True"

    assert len(kept.read_bytes()) > 10_000


def test_nothing_is_kept_where_python_keeps_no_bytecode(tmp_path: Path) -> None:
    assert imported(tmp_path / "kept", PYTHONDONTWRITEBYTECODE="1") == "True"

    assert list(tmp_path.iterdir()) == []


def test_where_nothing_can_be_written_qt_is_imported_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert imported(tmp_path / "file" / "kept") == "True"
