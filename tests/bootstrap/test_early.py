"""Opening without asking anybody: what can be opened is, and what cannot says why or whom to ask."""

from pathlib import Path

import pytest

from koordinator.bootstrap.early import Asking, find_seat
from koordinator.bootstrap.keys import close, has_key_store, make_keys
from koordinator.bootstrap.places import usual_database
from koordinator.bootstrap.seat import Seat
from koordinator.bootstrap.start import StartOptions
from koordinator.domain.database_file import (
    DatabaseDamaged,
    DatabaseNewer,
    ForeignFile,
    NotOurDatabase,
    OnNetworkDrive,
    ServerNotSupported,
)
from koordinator.domain.database_key import KeyFileUnusable, KeyNotInKeyring, KeyringUnavailable, WrongKey
from koordinator.domain.errors import DomainError, NotFound
from koordinator.storage import file_checks
from koordinator.storage.key_file import write_key_file
from koordinator.texts.errors import sentence
from koordinator.usecases.ports_keys import DatabaseKey
from koordinator.usecases.unlock import Lock
from tests.support.memory_keyring import MemoryKeyring
from tests.support.office import KEY, SetClock

CLOCK = SetClock()


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    write_key_file(tmp_path / "k.key", KEY)
    return tmp_path / "k.key"


def seat_of(path: Path, key_file: Path | None = None, acting_as: str | None = None) -> Seat:
    found = find_seat(StartOptions(str(path), key_file, acting_as), CLOCK)
    assert isinstance(found, Seat)
    return found


def asked(path: Path) -> Asking:
    found = find_seat(StartOptions(str(path), None, None), CLOCK)
    assert isinstance(found, Asking)
    return found


def test_key_file_makes_a_database_founds_it_and_opens_it_again(tmp_path: Path, key_file: Path) -> None:
    first = seat_of(tmp_path / "a.db", key_file)
    close(first.opened)
    again = seat_of(tmp_path / "a.db", key_file)

    assert first.place.actor == again.place.actor
    assert first.first is not None
    assert again.first is not None
    close(again.opened)


def test_named_colleague_sits_down_and_an_unknown_one_leaves_the_file_closed(tmp_path: Path, key_file: Path) -> None:
    close(seat_of(tmp_path / "a.db", key_file).opened)

    with pytest.raises(NotFound):
        seat_of(tmp_path / "a.db", key_file, "Nis")

    assert [file.name for file in tmp_path.iterdir() if file.name.endswith(("-wal", "-shm"))] == []


def test_where_there_is_no_database_somebody_has_to_say_what_to_do(tmp_path: Path) -> None:
    assert asked(tmp_path / "a.db").state.lock is Lock.NO_DATABASE


def test_usual_folder_is_made_the_first_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "new"))

    found = find_seat(StartOptions(None, None, None), CLOCK)

    assert isinstance(found, Asking)
    assert (found.path, found.path.parent.is_dir()) == (usual_database(), True)


@pytest.mark.usefixtures("_cheap_seals")
def test_key_store_opens_without_asking(tmp_path: Path, store: MemoryKeyring) -> None:
    close(make_keys().create_database(tmp_path / "a.db", keyring=True, passphrase=None).opened)

    close(seat_of(tmp_path / "a.db").opened)

    assert has_key_store()


@pytest.mark.usefixtures("_cheap_seals")
def test_key_store_that_does_not_help_is_told_of_when_asking(tmp_path: Path, store: MemoryKeyring) -> None:
    close(make_keys().create_database(tmp_path / "a.db", keyring=True, passphrase=None).opened)
    store.secrets.clear()

    asking = asked(tmp_path / "a.db")

    assert isinstance(asking.fault, KeyNotInKeyring)
    assert asking.state.without_keyring is Lock.RECOVERY_CODE


@pytest.mark.usefixtures("_cheap_seals")
def test_machine_without_a_key_store_asks_for_the_passphrase(tmp_path: Path, store: MemoryKeyring) -> None:
    words = "en lang sætning om havet"
    close(make_keys().create_database(tmp_path / "a.db", keyring=True, passphrase=words).opened)
    no_longer = find_seat_without_store(tmp_path / "a.db")

    assert isinstance(no_longer.fault, KeyringUnavailable)
    assert no_longer.state.without_keyring is Lock.PASSPHRASE


def find_seat_without_store(path: Path) -> Asking:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("koordinator.integrations.key_store.SAFE_STORES", frozenset())
        assert not has_key_store()
        return asked(path)


def plain_file(path: Path) -> None:
    path.write_bytes(b"dette er et brev og ikke en database" * 200)


def newer_database(path: Path) -> None:
    seat = seat_of(path, path.with_name("k.key"))
    with seat.opened.handle.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    close(seat.opened)


def anothers_database(path: Path) -> None:
    write_key_file(path.with_name("other.key"), DatabaseKey(bytes(range(1, 33))))
    close(seat_of(path, path.with_name("other.key")).opened)


def damaged_database(path: Path) -> None:
    close(seat_of(path, path.with_name("k.key")).opened)
    content = bytearray(path.read_bytes())
    content[:4096] = content[:4096][::-1]
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("lay", "expected"),
    [
        (plain_file, NotOurDatabase),
        (newer_database, DatabaseNewer),
        (anothers_database, WrongKey),
        (damaged_database, DatabaseDamaged),
    ],
)
def test_what_cannot_be_opened_says_why_and_is_left_alone(
    tmp_path: Path, key_file: Path, lay: object, expected: type[DomainError]
) -> None:
    path = tmp_path / "a.db"
    lay(path)  # type: ignore[operator]
    before = path.read_bytes()

    with pytest.raises(expected) as caught:
        seat_of(path, key_file)

    assert path.read_bytes() == before
    assert str(path) in sentence(caught.value)


def test_network_drive_is_refused(tmp_path: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    close(seat_of(path, key_file).opened)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    monkeypatch.setattr(file_checks, "is_on_network", lambda _path: True)

    with pytest.raises(OnNetworkDrive):
        seat_of(path, key_file)

    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_server_and_spoilt_key_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ServerNotSupported):
        find_seat(StartOptions("postgresql://kontor/db", None, None), CLOCK)
    (tmp_path / "k.key").write_text("ikke en nøgle")
    with pytest.raises(KeyFileUnusable):
        seat_of(tmp_path / "a.db", tmp_path / "k.key")


def test_folder_in_the_database_s_place(tmp_path: Path) -> None:
    (tmp_path / "a.db").mkdir()

    with pytest.raises(NotOurDatabase) as caught:
        seat_of(tmp_path / "a.db")

    assert caught.value.found is ForeignFile.FOLDER


def test_first_page_that_cannot_be_read_does_not_keep_the_window_away(
    tmp_path: Path, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(seat_of(tmp_path / "a.db", key_file).opened)
    monkeypatch.setattr("koordinator.bootstrap.seat.Overview.open", _busy)

    seat = seat_of(tmp_path / "a.db", key_file)

    assert seat.first is None
    close(seat.opened)


def _busy(*_arguments: object) -> None:
    raise NotFound("overview", "")
