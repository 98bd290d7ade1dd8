"""A widget as a picture in a file, also where there is no display."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class PictureNotSaved(OSError):
    """The disk would not take the picture."""


def render(widget: QWidget, path: Path, size: QSize | None = None) -> None:
    """Saves `widget` as it looks now, as a PNG; `size` lays it out anew first."""
    if size is not None:
        widget.resize(size)
    if not widget.grab().save(str(path), "PNG"):
        raise PictureNotSaved(str(path))
