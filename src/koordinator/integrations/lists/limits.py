"""How much of a list is taken: what is read within five seconds on a slow machine, however the file is made."""

from typing import Final

MAX_ROWS: Final = 100_000
MAX_CELLS: Final = 4_000_000
MAX_MEGABYTES: Final = 100
MAX_UNPACKED_MEGABYTES: Final = 200

LAST_ROW: Final = 1 << 20
LAST_COLUMN: Final = 1 << 14
"""The last ones of a sheet; a few bytes can claim any number of both, also in a text file."""


class TooMuch(Exception):
    """The list has more cells than are taken."""
