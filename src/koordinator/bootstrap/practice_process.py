"""The practice case in a process of its own, so that it never meets real data: this very program, started once more."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess


def start_practice(folder: Path | None = None, *, fresh: bool = False) -> bool:
    """Starts it in the folder, or in the usual one; False when it could not be started."""
    program, *arguments = practice_command(folder, fresh=fresh)
    started, _process_id = QProcess.startDetached(program, arguments, "")
    return started


def practice_command(folder: Path | None, *, fresh: bool) -> list[str]:
    """The command, from source and when packaged: there the executable is the program itself."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "koordinator"]
    return [*program, "practice", *(["--dir", str(folder)] if folder else []), *(["--fresh"] if fresh else [])]
