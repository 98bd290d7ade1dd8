"""Where the program's own files are: models, templates, letter texts, fonts, icons, help, demo data."""

from pathlib import Path

import koordinator


def resources_dir() -> Path:
    """The folder `resources/`: inside the package when installed, beside `src/` in the source tree."""
    package = Path(koordinator.__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent.parent / "resources"
