"""A key as a file of 64 hexadecimal digits."""

import sys
from pathlib import Path

import pytest

from koordinator.domain.database_key import KeyFileUnusable
from koordinator.storage.key_file import read_key_file, write_key_file
from koordinator.usecases.ports_keys import DatabaseKey

DIGITS = "00ffAB" + "7" * 58


@pytest.mark.parametrize("text", [DIGITS, DIGITS + "\n", f"  {DIGITS}\r\n", DIGITS.upper(), DIGITS.lower()])
def test_64_digits_are_a_key(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.key"
    file.write_bytes(text.encode())

    assert read_key_file(file).hex == DIGITS.lower()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        DIGITS[:-1].encode(),
        DIGITS.encode() + b"0",
        DIGITS[:-1].encode() + b"g",
        f"{DIGITS[:32]} {DIGITS[32:]}".encode(),
        bytes(range(32)),
        DIGITS.encode("utf-16"),
        "０".encode() * 64,
        b"0" * 10_000_000,
    ],
    ids=["empty", "63", "65", "letter", "space", "raw", "utf-16", "wide digits", "huge"],
)
def test_anything_else_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.key"
    file.write_bytes(content)

    with pytest.raises(KeyFileUnusable) as caught:
        read_key_file(file)
    assert caught.value.path == str(file)


def test_a_file_that_is_not_there_or_not_a_file_is_refused(tmp_path: Path) -> None:
    for place in (tmp_path / "none", tmp_path):
        with pytest.raises(KeyFileUnusable):
            read_key_file(place)


def test_a_written_key_is_read_again_and_never_overwritten(tmp_path: Path, key: DatabaseKey) -> None:
    file = tmp_path / "a.key"
    write_key_file(file, key)

    assert read_key_file(file).raw == key.raw
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        write_key_file(file, key)
