"""Where the screen finds its files; the folders are handed in by whoever starts the program."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class UiResources:
    fonts: Path
    icons: Path
    translations: Path
    """Qt's own `qtbase_da.qm`, for standard buttons and menus."""
