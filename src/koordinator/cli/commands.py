"""Every command there is."""

from typing import Final

from koordinator.cli.command import Command
from koordinator.cli.import_list import IMPORT

COMMANDS: Final[tuple[Command, ...]] = (IMPORT,)
