"""The demo's database, made once a run; a test that changes it works on a copy."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from koordinator.bootstrap.container import connect, nobody_listens
from koordinator.bootstrap.demo import DATABASE_NAME, KEY_NAME, open_demo
from koordinator.bootstrap.keys import OpenDatabase, close
from koordinator.domain.access import Channel
from koordinator.integrations.clock import SystemClock
from koordinator.storage.audit_key import audit_key
from koordinator.storage.office import SqlOffice
from koordinator.usecases.services import Services


def make_demo(folder: Path) -> Path:
    """The folder with a whole demo, closed."""
    close(open_demo(folder))
    return folder


def copy_demo(made: Path, folder: Path) -> Path:
    """A copy to change."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in (DATABASE_NAME, f"{DATABASE_NAME}.keys", KEY_NAME):
        shutil.copy2(made / name, folder / name)
    return folder


@contextmanager
def opened_demo(folder: Path) -> Iterator[OpenDatabase]:
    """The demo in the folder, open."""
    opened = open_demo(folder)
    try:
        yield opened
    finally:
        close(opened)


def office_of(opened: OpenDatabase) -> SqlOffice:
    """The one door to the open demo's store."""
    return SqlOffice(opened.handle, audit_key(opened.handle), SystemClock(), nobody_listens)


def services_of(opened: OpenDatabase) -> Services:
    """Every use case over the open demo, as the window gets them."""
    return connect(opened, Channel.WINDOW)
