"""`koordinator rescue`: saves what can be read of a damaged database."""

import argparse

from koordinator.bootstrap.key_source import key_source
from koordinator.bootstrap.rescue import rescue_keys
from koordinator.bootstrap.start import start_options
from koordinator.cli.rescue import tell
from koordinator.domain.database_file import DatabaseMissing
from koordinator.usecases.unlock import database_path


def run_rescue(arguments: argparse.Namespace) -> int:
    """The exit code. Raises DatabaseMissing, DatabaseExists, NothingToRescue, and what is wrong with the key."""
    damaged, target = database_path(arguments.damaged), database_path(arguments.to)
    if not damaged.is_file():
        raise DatabaseMissing(str(damaged))
    keys = rescue_keys(target)
    source = key_source(keys, damaged, start_options(arguments))
    tell(arguments, keys.open_database(damaged, source).handle, target)
    return 0
