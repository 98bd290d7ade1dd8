"""The disk under a process that was begun with `disk.c` before libc: its changes are noted, and can be made to fail.

A process that shall be seen is begun by `begin`; inside it `watch`, `mark` and `let_fail` speak to the library.
"""

import atexit
import ctypes
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[2]
SOURCE: Final = Path(__file__).with_name("disk.c")
COMPILER: Final = "gcc"

_HEAD: Final = struct.Struct("<iiqqii")
_MARK: Final = "!"


class Change(NamedTuple):
    """One line of what was noted: what was done (see `disk.c`) with which open file, where, and with what bytes."""

    what: str
    file: int
    at: int
    size: int
    first: str
    second: str
    content: bytes


@cache
def library() -> Path:
    """The library, compiled once a process into a folder of its own."""
    target = kept_until_exit("koordinator-disk-") / "disk.so"
    subprocess.run([COMPILER, "-O1", "-shared", "-fPIC", "-o", target, SOURCE, "-ldl", "-lpthread"], check=True)
    return target


def kept_until_exit(prefix: str) -> Path:
    """A new folder that goes with the process."""
    folder = mkdtemp(prefix=prefix)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def said_by(module: str, *arguments: object) -> str:
    """What a module says that is run over the watched disk. Raises CalledProcessError."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    env = os.environ | {"LD_PRELOAD": str(library())}
    return subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, check=True).stdout


def watch(folder: Path, log: Path) -> None:
    """Within a watched process: from now on every change of the folder is written to the log."""
    _loaded().disk_watch(os.fsencode(folder), os.fsencode(log))


def let_fail(at: int, error: int) -> None:
    """Within a watched process: the change with this number from now on fails, once; 0 lets none fail."""
    _loaded().disk_fail(at, error)


def changes_counted() -> int:
    """Within a watched process: how many changes there have been since `let_fail`."""
    return int(_loaded().disk_count())


def mark(log: Path, words: str) -> None:
    """Notes in the log that the person was told something."""
    text = words.encode()
    with log.open("ab", buffering=0) as file:
        file.write(_HEAD.pack(ord(_MARK), -1, 0, 0, len(text), 0) + text)


def marked(change: Change) -> str | None:
    """What the person was told, where the line is such a mark."""
    return change.first if change.what == _MARK else None


def noted(log: Path) -> Iterator[Change]:
    """The lines of the log, in order."""
    content, at = log.read_bytes(), 0
    while at < len(content):
        what, file, place, size, first, second = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        written = size if chr(what) == "w" else 0
        parts = []
        for length in (first, second, written):
            parts.append(content[at : at + length])
            at += length
        yield Change(chr(what), file, place, size, parts[0].decode(), parts[1].decode(), parts[2])


@cache
def _loaded() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    library.disk_fail.argtypes = (ctypes.c_long, ctypes.c_int)
    library.disk_count.restype = ctypes.c_long
    return library
