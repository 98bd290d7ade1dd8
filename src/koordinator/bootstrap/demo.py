"""The demo's database: fictional people, in a folder of its own, with its key beside it."""

import secrets
from pathlib import Path
from typing import Final

from koordinator.bootstrap.container import connect
from koordinator.bootstrap.keys import OpenDatabase, close, make_keys
from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.access import Channel
from koordinator.integrations.clock import SystemClock
from koordinator.integrations.demo_town import read_town
from koordinator.storage.durable_file import explained
from koordinator.storage.key_file import write_key_file
from koordinator.storage.key_slots import keys_path
from koordinator.usecases.demo.build import SETTLED_DAYS_AGO, Progress, fill_with_demo_data, is_half_done
from koordinator.usecases.demo.clock import StoryClock
from koordinator.usecases.ports_keys import KEY_BYTES, DatabaseKey
from koordinator.usecases.unlock import FromKeyFile

DATABASE_NAME: Final = "demo.db"
KEY_NAME: Final = "demo.key"


def open_demo(folder: Path, progress: Progress | None = None) -> OpenDatabase:
    """The demo's database, made the first time. The key lies open beside it: its people are invented.

    One that was left half made is made anew. Raises KeyFileUnusable, WrongKey and the rest where something else
    lies under one of the names; it is left alone.
    """
    with explained(folder / DATABASE_NAME):
        folder.mkdir(parents=True, exist_ok=True)
    key_file = folder / KEY_NAME
    if not key_file.exists() and not (folder / DATABASE_NAME).exists():
        write_key_file(key_file, DatabaseKey(secrets.token_bytes(KEY_BYTES)))
    opened = _opened(folder, key_file, progress)
    if opened is None:
        for left in (folder / DATABASE_NAME, keys_path(folder / DATABASE_NAME)):
            left.unlink(missing_ok=True)
        opened = _opened(folder, key_file, progress)
    if opened is None:
        raise RuntimeError("the demo was made and is only half done")
    return opened


def _opened(folder: Path, key_file: Path, progress: Progress | None) -> OpenDatabase | None:
    """The filled demo; None when it had been left half made."""
    opened = make_keys().open_database(folder / DATABASE_NAME, FromKeyFile(key_file))
    try:
        clock = StoryClock(SystemClock().today())
        clock.set_day(SETTLED_DAYS_AGO)
        services = connect(opened, Channel.SYSTEM, clock=clock)
        is_new = services.founding.ensure()
        clock.set_day(0)  # a setting says what it said on the clock's day
        if is_new:
            fill_with_demo_data(services, clock, read_town(resources_dir() / "demo"), progress)
        elif is_half_done(services):
            close(opened)
            return None
    except BaseException:
        close(opened)
        raise
    return opened
