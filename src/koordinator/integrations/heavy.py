"""The one place of this layer that imports heavy libraries, and only when they are first needed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from koordinator.domain.database_key import KeyringTrouble

if TYPE_CHECKING:
    from hunspell import Hunspell
    from keyring.backend import KeyringBackend

    from koordinator.integrations.logo_files import DrawSvg, LogoFilesOnDisk


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
