"""Where the program keeps things on the person's machine."""

from pathlib import Path

from platformdirs import PlatformDirs

_PLACES = PlatformDirs("Koordinator", appauthor=False, roaming=False)


def usual_database() -> Path:
    """The database that is opened when none is named."""
    return Path(_PLACES.user_data_dir) / "koordinator.db"


def usual_demo_folder() -> Path:
    """Where the demo data and the working day's papers go when no folder is named."""
    return Path(_PLACES.user_data_dir) / "koordinator-demo"


def log_folder() -> Path:
    """Where crash reports go."""
    return Path(_PLACES.user_log_dir)


def window_memory_file() -> Path:
    """What the window remembers."""
    return Path(_PLACES.user_config_dir) / "window.json"
