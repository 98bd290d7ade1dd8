"""Where the screen finds its files; the folders are handed in by whoever starts the program."""

from pathlib import Path
from typing import NamedTuple


class UiResources(NamedTuple):
    fonts: Path
    icons: Path
    translations: Path
    """Qt's own `qtbase_da.qm`, for standard buttons and menus."""
