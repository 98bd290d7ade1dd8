"""Databases with fictional people, each with its key open beside it: the demo, and the practice case (øvelse)."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from koordinator.bootstrap.container import connect
from koordinator.bootstrap.keys import OpenDatabase, close, make_keys
from koordinator.bootstrap.resources import resources_dir
from koordinator.domain.access import Channel
from koordinator.domain.practice import NotPracticeData
from koordinator.domain.setting import PRACTICE_DATA, SettingKey
from koordinator.integrations.clock import SystemClock
from koordinator.integrations.demo_town import read_practice, read_town
from koordinator.storage.durable_file import explained
from koordinator.storage.key_file import write_key_file
from koordinator.storage.key_slots import keys_path
from koordinator.usecases.demo.build import SETTLED_DAYS_AGO, Progress, fill_with_demo_data, is_half_done
from koordinator.usecases.demo.clock import StoryClock
from koordinator.usecases.demo.practice import fill_with_practice
from koordinator.usecases.ports_keys import KEY_BYTES, DatabaseKey
from koordinator.usecases.services import Services
from koordinator.usecases.unlock import FromKeyFile

DATABASE_NAME: Final = "demo.db"
KEY_NAME: Final = "demo.key"
PRACTICE_NAME: Final = "oevelse.db"
PRACTICE_KEY_NAME: Final = "oevelse.key"


class _Place(NamedTuple):
    database: Path
    key_file: Path


Fill = Callable[[Services, StoryClock], None]


def open_demo(folder: Path, progress: Progress | None = None) -> OpenDatabase:
    """The demo's database, made the first time.

    One that was left half made is made anew. Raises KeyFileUnusable, WrongKey and the rest where something else
    lies under one of the names; it is left alone.
    """

    def fill(services: Services, clock: StoryClock) -> None:
        fill_with_demo_data(services, clock, read_town(resources_dir() / "demo"), progress)

    return _open(_Place(folder / DATABASE_NAME, folder / KEY_NAME), fill)


def open_practice(folder: Path, *, fresh: bool = False) -> OpenDatabase:
    """The practice case where one left it, or from the beginning; made and refused as the demo is.

    Raises NotPracticeData where a `fresh` one would take the place of something else.
    """
    place = _Place(folder / PRACTICE_NAME, folder / PRACTICE_KEY_NAME)
    if fresh and place.database.exists():
        _check_practice(place)
        _remove(place)

    def fill(services: Services, clock: StoryClock) -> None:
        fill_with_practice(services, clock, read_practice(resources_dir() / "demo"))

    return _open(place, fill)


def _check_practice(place: _Place) -> None:
    with _opened(place) as opened:
        services = connect(opened, Channel.SYSTEM)
        is_ours = services.settings.values()[SettingKey.IS_DEMO] == PRACTICE_DATA or is_half_done(services)
    close(opened)
    if not is_ours:
        raise NotPracticeData(str(place.database))


def _open(place: _Place, fill: Fill) -> OpenDatabase:
    with explained(place.database):
        place.database.parent.mkdir(parents=True, exist_ok=True)
    if not place.key_file.exists() and not place.database.exists():
        write_key_file(place.key_file, DatabaseKey(secrets.token_bytes(KEY_BYTES)))
    opened = _filled(place, fill)
    if opened is None:
        _remove(place)
        opened = _filled(place, fill)
    if opened is None:
        raise RuntimeError("the database was made and is only half done")
    return opened


def _remove(place: _Place) -> None:
    with explained(place.database):
        for left in (place.database, keys_path(place.database)):
            left.unlink(missing_ok=True)


def _filled(place: _Place, fill: Fill) -> OpenDatabase | None:
    """The filled database; None when it had been left half made."""
    with _opened(place) as opened:
        clock = StoryClock(SystemClock().today())
        clock.set_day(SETTLED_DAYS_AGO)
        services = connect(opened, Channel.SYSTEM, clock=clock)
        if services.founding.ensure():
            fill(services, clock)
        clock.set_day(0)  # a setting says what it said on the clock's day
        is_whole = not is_half_done(services)
    if is_whole:
        return opened
    close(opened)
    return None


@contextmanager
def _opened(place: _Place) -> Iterator[OpenDatabase]:
    """The open database, closed again only where something goes wrong."""
    opened = make_keys().open_database(place.database, FromKeyFile(place.key_file))
    try:
        yield opened
    except BaseException:
        close(opened)
        raise
