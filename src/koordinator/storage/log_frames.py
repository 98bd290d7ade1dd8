"""The log of changes beside the database (SQLite's write-ahead log), read without SQLite, byte for byte.

SQLite passes over whatever it cannot read at the log's end in silence. That is right after a power cut, where what
was not acknowledged may be torn; but a damaged log would lose acknowledged changes the same way.
"""

import struct
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from koordinator.storage.cipher import PAGE_BYTES

_HEAD: Final = struct.Struct(">IIIIIIII")
_FRAME: Final = struct.Struct(">IIIIII")
_FRAME_BYTES: Final = _FRAME.size + PAGE_BYTES
_MAGIC: Final = 0x377F0682
_VERSION: Final = 3007000
_MASK: Final = 0xFFFFFFFF
_SURE_COMMITS: Final = 2
"""Of two changes that follow what cannot be read, the first was safe on the disk before the second was begun."""

_Sum = tuple[int, int]


class Frame(NamedTuple):
    """One page in the log. `pages_after` is the database's size where the frame ends a transaction, else 0."""

    number: int
    pages_after: int
    salts: tuple[int, int]
    sum: _Sum
    page: bytes

    @property
    def is_commit(self) -> bool:
        """A transaction ends here."""
        return self.pages_after > 0


class LogFrames(NamedTuple):
    """What a log holds: what SQLite would read, and what comes after it although it belongs to the same log."""

    committed: tuple[Frame, ...]
    lost: tuple[Frame, ...]
    has_whole_head: bool

    @property
    def pages(self) -> dict[int, bytes]:
        """The newest committed content of each page."""
        return {frame.number: frame.page for frame in self.committed}

    @property
    def page_count(self) -> int:
        """The database's size after the last transaction; 0 when nothing is committed."""
        return self.committed[-1].pages_after if self.committed else 0

    @property
    def is_damaged(self) -> bool:
        """Changes that were safe on the disk can no longer be read: no power cut leaves that."""
        if not self.has_whole_head:
            return bool(self.committed or self.lost)
        return sum(frame.is_commit for frame in self.lost) >= _SURE_COMMITS

    @property
    def is_cut(self) -> bool:
        """The end is missing of a change that was being saved. It was hardly acknowledged, but may have been."""
        return bool(self.lost) and not self.is_damaged


def read_frames(content: bytes) -> LogFrames:
    """What the bytes of a log hold; leftovers of an older log in the same file are left out."""
    if len(content) < _HEAD.size + _FRAME_BYTES:
        return LogFrames((), (), has_whole_head=True)
    head = _HEAD.unpack_from(content)
    worked_out, stored = _summed(content[: _HEAD.size - 8], (0, 0)), (head[6], head[7])
    is_whole = worked_out == stored and head[0] == _MAGIC and head[1] == _VERSION and head[2] == PAGE_BYTES
    frames = list(_frames(content))
    salts = (head[4], head[5]) if is_whole else frames[0].salts
    starts = (stored,) if is_whole else (stored, worked_out)
    valid = max((_valid(frames, salts, start) for start in starts), key=len)
    ends = [place for place, frame in enumerate(valid, start=1) if frame.is_commit]
    last = ends[-1] if ends else 0
    return LogFrames(tuple(frames[:last]), tuple(_of_same_log(frames, last, salts, valid)), is_whole)


def _frames(content: bytes) -> Iterator[Frame]:
    for start in range(_HEAD.size, len(content) - _FRAME_BYTES + 1, _FRAME_BYTES):
        number, pages_after, *salts_and_sum = _FRAME.unpack_from(content, start)
        salt, salt_more, first, second = salts_and_sum
        page = content[start + _FRAME.size : start + _FRAME_BYTES]
        yield Frame(number, pages_after, (salt, salt_more), (first, second), page)


def _valid(frames: Sequence[Frame], salts: tuple[int, int], start: _Sum) -> list[Frame]:
    """The frames that follow each other from the start without a gap, as SQLite checks them."""
    valid: list[Frame] = []
    for frame in frames:
        if frame.salts != salts or _sum_of(frame, start) != frame.sum:
            break
        valid.append(frame)
        start = frame.sum
    return valid


def _of_same_log(
    frames: Sequence[Frame], first: int, salts: tuple[int, int], valid: Sequence[Frame]
) -> Iterator[Frame]:
    for place in range(first, len(frames)):
        frame = frames[place]
        follows = place == len(valid) > 0 and _sum_of(frame, valid[-1].sum) == frame.sum
        if follows or any(mine == theirs for mine, theirs in zip(frame.salts, salts, strict=True)):
            yield frame


def _sum_of(frame: Frame, start: _Sum) -> _Sum:
    return _summed(struct.pack(">II", frame.number, frame.pages_after) + frame.page, start)


def _summed(content: bytes, start: _Sum) -> _Sum:
    """SQLite's running sum over pairs of little-endian words."""
    first, second = start
    words = struct.unpack(f"<{len(content) // 4}I", content)
    for place in range(0, len(words), 2):
        first = (first + words[place] + second) & _MASK
        second = (second + words[place + 1] + first) & _MASK
    return first, second
