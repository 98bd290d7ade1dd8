"""The one place of this layer that imports heavy libraries, and only when they are first needed."""

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


def open_workbook(path: Path) -> "Workbook":
    """The workbook (XLSX), values instead of formulas, to be read row by row; openpyxl takes 0.2 s to import."""
    import openpyxl  # noqa: PLC0415

    # Its remarks on styles and drop-down lists are English and say nothing about the cells.
    warnings.filterwarnings("ignore", module="openpyxl")
    return openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
