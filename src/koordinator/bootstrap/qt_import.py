"""Qt, imported in less time than PySide takes by itself: its import is the longest part of a start."""

import _ctypes
import builtins
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, cache_from_source, find_spec, source_hash
from pathlib import Path
from types import CodeType
from typing import Any, Final

KEPT: Final = Path(cache_from_source(__file__)).with_suffix(".helpers")
"""Beside our own bytecode, and as safe as that."""
_LIBRARIES: Final = ("libQt6Widgets.so.6", "libQt6Svg.so.6")
_THEIRS: Final = ("shibokensupport/", "signature_bootstrap.py")
_NEVER_USED: Final = ("signature/lib/pyi_generator.py", "signature/lib/enum_sig.py")
"""They write stub files for type checkers, and take a fifth of the import of all Qt: left empty."""


def load_libraries() -> None:
    """Loads Qt's libraries, for its import to find: inside an import everything else stands still meanwhile.

    Qt's alone: PySide's own may want Python's attention while they are loaded. Elsewhere than on Linux the import
    loads them all.
    """
    found = find_spec("PySide6") if sys.platform == "linux" else None
    if found is not None and found.origin is not None:
        folder = Path(found.origin).parent / "Qt" / "lib"
        for library in _LIBRARIES:
            with suppress(OSError):
                _ctypes.dlopen(str(folder / library), os.RTLD_NOW)


@contextmanager
def quickened(kept: Path = KEPT) -> Iterator[None]:
    """For the import of Qt."""
    with _compiled_once(kept):
        yield
    # PySide's own import reads the source of every module from now on, only
    # to see whether it asks for names_in_this_way, which nothing here does.
    vars(builtins)["__import__"] = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def _compiled_once(file: Path) -> Iterator[None]:
    """PySide carries a dozen of its modules as text and compiles them at each start: the bytecode is kept in `file`."""
    kept, new = _read(file), dict[str, tuple[bytes, CodeType]]()
    compile_anew = builtins.compile

    def compiled(source: Any, filename: Any, *more: Any, **named: Any) -> Any:  # noqa: ANN401 - as `compile` has it
        if not (isinstance(source, bytes | str) and isinstance(filename, str) and filename.startswith(_THEIRS)):
            return compile_anew(source, filename, *more, **named)
        if filename.endswith(_NEVER_USED):
            source = b""
        mark = source_hash(source if isinstance(source, bytes) else source.encode())
        if filename in kept and kept[filename][0] == mark:
            return kept[filename][1]
        code = compile_anew(source, filename, *more, **named)
        new[filename] = mark, code
        return code

    vars(builtins)["compile"] = compiled
    try:
        yield
    finally:
        vars(builtins)["compile"] = compile_anew
    if new and not sys.dont_write_bytecode:
        _write(file, kept | new)


def _read(file: Path) -> dict[str, tuple[bytes, CodeType]]:
    with suppress(OSError, EOFError, ValueError, TypeError):
        magic, kept = marshal.loads(file.read_bytes())  # noqa: S302 - Python reads its own bytecode so
        if magic == MAGIC_NUMBER:
            return dict(kept)
    return {}


def _write(file: Path, kept: dict[str, tuple[bytes, CodeType]]) -> None:
    """Nothing is lost where it cannot be written: PySide compiles as ever."""
    beside = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        beside.write_bytes(marshal.dumps((MAGIC_NUMBER, kept)))
        beside.replace(file)
