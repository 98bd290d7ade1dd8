"""Where the program keeps things on the person's machine: the usual folders of Windows, macOS and the XDG rules."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from koordinator.usecases.unlock import database_path

_NAME: Final = "Koordinator"


def usual_database() -> Path:
    """The database that is opened when none is named."""
    return _data() / "koordinator.db"


def named_database(name: str | None) -> Path:
    """The named file, or the usual one, whose folder is made the first time. Raises ServerNotSupported."""
    if name:
        return database_path(name)
    path = usual_database()
    # Where it cannot be made, looking at it says why.
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    return path


def usual_demo_folder() -> Path:
    """Where the demo data and the working day's papers go when no folder is named."""
    return _data() / "koordinator-demo"


def usual_practice_folder() -> Path:
    """Where the practice case lies when no folder is named."""
    return _data() / "koordinator-oevelse"


def log_folder() -> Path:
    """Where crash reports go."""
    if sys.platform == "win32":
        return _data() / "Logs"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / _NAME
    return _xdg("XDG_STATE_HOME", ".local/state") / _NAME / "log"


def window_memory_file() -> Path:
    """What the window remembers."""
    if sys.platform in ("win32", "darwin"):
        return _data() / "window.json"
    return _xdg("XDG_CONFIG_HOME", ".config") / _NAME / "window.json"


def _data() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / _NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / _NAME
    return _xdg("XDG_DATA_HOME", ".local/share") / _NAME


def _xdg(variable: str, otherwise: str) -> Path:
    """A relative path in the variable is to be ignored (XDG Base Directory Specification)."""
    named = os.environ.get(variable, "")
    return Path(named) if Path(named).is_absolute() else Path.home() / otherwise
