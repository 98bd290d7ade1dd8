"""This very program, started once more: the practice case never meets real data, and a restore begins anew."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QProcess


def start_practice(folder: Path | None = None, *, fresh: bool = False) -> bool:
    """Starts it in the folder, or in the usual one; False when it could not be started."""
    program, *arguments = practice_command(folder, fresh=fresh)
    started, _process_id = QProcess.startDetached(program, arguments, "")
    return started


def start_again(arguments: Sequence[str]) -> bool:
    """Starts the program once more with the same options; False when it could not be started."""
    program, *before = _program()
    started, _process_id = QProcess.startDetached(program, [*before, *arguments], "")
    return started


def _program() -> list[str]:
    """From source, and when packaged: there the executable is the program itself."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "koordinator"]


def practice_command(folder: Path | None, *, fresh: bool) -> list[str]:
    """The command that starts the practice case."""
    return [*_program(), "practice", *(["--dir", str(folder)] if folder else []), *(["--fresh"] if fresh else [])]
