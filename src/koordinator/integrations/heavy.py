"""The one place of this layer that imports heavy libraries, and only when they are first needed."""

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from koordinator.domain.database_key import KeyringTrouble

if TYPE_CHECKING:
    from hunspell import Hunspell
    from keyring.backend import KeyringBackend
    from openpyxl.workbook import Workbook

    from koordinator.integrations.logo_files import DrawSvg, LogoFilesOnDisk


def open_workbook(file: "BinaryIO") -> "Workbook":
    """The workbook (XLSX) in an open file with one sheet, the first that can be seen: values, row by row.

    openpyxl takes 0.2 s to import.
    """
    from koordinator.integrations.lists.first_sheet import FirstSheetReader  # noqa: PLC0415

    # Its remarks on styles and drop-down lists are English and say nothing about the cells.
    warnings.filterwarnings("ignore", module="openpyxl")
    reader = FirstSheetReader(file, read_only=True, data_only=True, keep_links=False)
    reader.read()
    return reader.wb


def ask_key_store(
    question: "Callable[[KeyringBackend], str | None]", safe_stores: frozenset[str] | None
) -> str | KeyringTrouble | None:
    """See `key_store.ask_key_store`; keyring takes 0.1 s to import, and a key file needs none."""
    from koordinator.integrations import key_store  # noqa: PLC0415

    return key_store.ask_key_store(question, safe_stores or key_store.SAFE_STORES)


def logo_files(draw_svg: "DrawSvg") -> "LogoFilesOnDisk":
    """See `logo_files.LogoFilesOnDisk`; with Pillow."""
    from koordinator.integrations.logo_files import LogoFilesOnDisk  # noqa: PLC0415

    return LogoFilesOnDisk(draw_svg)


def dictionary(folder: Path) -> "Hunspell":
    """The Danish dictionary in the folder; 0.2 s and 22 MiB."""
    from hunspell import Hunspell  # noqa: PLC0415

    return Hunspell("da_DK", hunspell_data_dir=str(folder))
