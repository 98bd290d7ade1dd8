"""The pages of a damaged database that are as they were written, deciphered past SQLite.

SQLCipher gives a connection up at the first page that is not whole; here each page is judged alone.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from koordinator.domain.database_file import DatabaseDamaged
from koordinator.storage.cipher import PAGE_BYTES, SALT_BYTES, PageSeals
from koordinator.storage.durable_file import explained
from koordinator.storage.file_checks import has_log, log_path
from koordinator.storage.log_frames import LogFrames, read_frames
from koordinator.usecases.ports_keys import DatabaseKey

USABLE_BYTES: Final = PAGE_BYTES - 80
"""What SQLite sees of a page: at its end SQLCipher keeps 16 bytes to decipher it with, and its seal of 64."""

_IV_BYTES: Final = 16
_FIRST_BYTES: Final = b"SQLite format 3\x00"
_PAGES_TO_KNOW_A_SALT: Final = 8


class WholePages:
    """A closed database's file with its log, opened for reading only."""

    def __init__(self, path: Path, key: DatabaseKey) -> None:
        """Raises DatabaseDamaged where the beginning of the file is so destroyed that no page can be recognised."""
        self._path, self._key = path, key
        with explained(path):
            self._file: BinaryIO = path.open("rb")
            self._in_file = -(-self._file.seek(0, 2) // PAGE_BYTES)
            self.log: LogFrames = read_frames(log_path(path).read_bytes() if has_log(path) else b"")
        try:
            self._newer: dict[int, bytes] = {}
            self._seals = self._recognise() or self._recognised_by_the_log()
        except DatabaseDamaged:
            self._file.close()
            raise
        if all(self._seals.fits(number, page) for number, page in self.log.pages.items()):
            self._newer = self.log.pages
        else:
            # It was written for another file.
            self.log = LogFrames((), (*self.log.committed, *self.log.lost), has_whole_head=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    @property
    def count(self) -> int:
        """How many pages there are, or were as far as can be seen."""
        return self.log.page_count or self._in_file

    def plain(self, number: int) -> bytes | None:
        """What SQLite sees of the page; None when it is not as it was written."""
        page = self._sealed(number)
        if number < 1 or not self._seals.fits(number, page):
            return None
        return self._deciphered(number, page)

    def _sealed(self, number: int) -> bytes:
        if number in self._newer:
            return self._newer[number]
        with explained(self._path):
            self._file.seek(max(number - 1, 0) * PAGE_BYTES)
            return self._file.read(PAGE_BYTES)

    def _deciphered(self, number: int, page: bytes) -> bytes:
        iv = page[USABLE_BYTES : USABLE_BYTES + _IV_BYTES]
        first = SALT_BYTES if number == 1 else 0
        cipher = Cipher(algorithms.AES(self._key.raw), modes.CBC(iv)).decryptor()
        plain = cipher.update(page[first:USABLE_BYTES]) + cipher.finalize()
        return (_FIRST_BYTES if number == 1 else b"") + plain

    def _recognised_by_the_log(self) -> PageSeals:
        """Where too little lies in the file itself."""
        self._newer = self.log.pages
        seals = self._recognise()
        if seals is None:
            raise DatabaseDamaged(str(self._path))
        return seals

    def _recognise(self) -> PageSeals | None:
        """The seals by the salt at the file's beginning, also where one of its bytes is wrong."""
        known = [self._sealed(number) for number in self._some()]
        for salt in _candidates(self._sealed(1)[:SALT_BYTES]):
            seals = PageSeals(salt, self._key)
            if any(seals.fits(number, page) for number, page in zip(self._some(), known, strict=True)):
                return seals
        return None

    def _some(self) -> Iterable[int]:
        step = max(self.count // _PAGES_TO_KNOW_A_SALT, 1)
        return range(2, max(self.count, 2) + 1, step)


def _candidates(salt: bytes) -> Iterator[bytes]:
    yield salt
    for place in range(len(salt)):
        for byte in range(256):
            if byte != salt[place]:
                yield salt[:place] + bytes((byte,)) + salt[place + 1 :]
