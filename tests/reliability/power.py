"""What a disk may hold after the power went: all that was synced, and of the rest whatever it likes.

Content that was written and not synced is dropped, kept, kept out of order or torn at its sectors. Names that were
given, changed or taken away may not be so yet where their folder was not synced afterwards.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from random import Random
from typing import Final, NamedTuple, TypeAlias

from tests.reliability.disk import Change, marked

SECTORS: Final = (512, 4096)


class _File:
    """A file's content: what is safe, and what was done to it since."""

    def __init__(self, content: bytes = b"") -> None:
        self.safe = content
        self.since: list[Change] = []


class _Folder:
    """There is nothing to a folder but its name."""


_Thing: TypeAlias = _File | _Folder
_Naming: TypeAlias = tuple[tuple[str, _Thing | None], ...]


class Recording(NamedTuple):
    """A folder's files before (None is a folder), and everything that happened then."""

    before: dict[str, bytes | None]
    changes: tuple[Change, ...]

    def told(self, cut: int) -> list[str]:
        """What the person had been told when the power went."""
        return [words for change in self.changes[:cut] if (words := marked(change)) is not None]


def read_folder(folder: Path) -> dict[str, bytes | None]:
    """Everything in the folder."""
    return {str(path.relative_to(folder)): None if path.is_dir() else path.read_bytes() for path in folder.rglob("*")}


def write_folder(folder: Path, content: dict[str, bytes | None]) -> None:
    """Everything into the folder, which is made. What is one content under two names becomes one file with both."""
    folder.mkdir(parents=True)
    written: dict[int, Path] = {}
    for name, each in sorted(content.items()):
        if each is None:
            (folder / name).mkdir()
        elif each and id(each) in written:
            (folder / name).hardlink_to(written[id(each)])
        else:
            (folder / name).write_bytes(each)
            written[id(each)] = folder / name


def after_cut(recording: Recording, cut: int, random: Random) -> dict[str, bytes | None]:
    """What may be found when the power went after so many changes."""
    disk = _Disk(recording.before)
    for change in recording.changes[:cut]:
        disk.follow(change)
    return disk.found(random)


class _Disk:
    """The disk as the program sees it, and what of that is safe."""

    def __init__(self, before: dict[str, bytes | None]) -> None:
        self._names: dict[str, _Thing] = {
            name: _Folder() if content is None else _File(content) for name, content in before.items()
        }
        self._names[""] = _Folder()
        self._safe_names = dict(self._names)
        self._namings: list[_Naming] = []
        self._open: dict[int, tuple[str, _Thing]] = {}
        self._steps: dict[str, Callable[[Change], None]] = {
            "o": self._opened,
            "c": self._closed,
            "w": self._written,
            "t": self._written,
            "s": self._synced,
            "r": lambda change: self._name((change.second, self._names[change.first]), (change.first, None)),
            "l": lambda change: self._name((change.second, self._names[change.first])),
            "u": lambda change: self._name((change.first, None)),
            "d": lambda change: self._name((change.first, None)),
            "m": lambda change: self._name((change.first, _Folder())),
            "!": lambda _: None,
        }

    def follow(self, change: Change) -> None:
        """One change more."""
        self._steps[change.what](change)

    def found(self, random: Random) -> dict[str, bytes | None]:
        """What is there afterwards."""
        names = dict(self._safe_names)
        for naming in _some(self._namings, random):
            _put(names, naming)
        del names[""]
        whole = {name: thing for name, thing in names.items() if _has_its_folders(name, names)}
        contents = {id(thing): _content(thing, random) for thing in whole.values()}
        return {name: contents[id(thing)] for name, thing in whole.items()}

    def _opened(self, change: Change) -> None:
        is_new, is_emptied = bool(change.size), bool(change.at)
        if is_new:
            self._name((change.first, _File()))
        thing = self._names[change.first]
        self._open[change.file] = change.first, thing
        if is_emptied:
            self._written(change._replace(what="t", at=0))

    def _closed(self, change: Change) -> None:
        del self._open[change.file]

    def _written(self, change: Change) -> None:
        _, thing = self._open[change.file]
        assert isinstance(thing, _File)
        thing.since.append(change)

    def _synced(self, change: Change) -> None:
        name, thing = self._open[change.file]
        if isinstance(thing, _File):
            thing.safe = _applied(thing.safe, thing.since)
            thing.since = []
            return
        for naming in [each for each in self._namings if any(_folder_of(one) == name for one, _ in each)]:
            _put(self._safe_names, naming)
            self._namings.remove(naming)

    def _name(self, *naming: tuple[str, _Thing | None]) -> None:
        _put(self._names, naming)
        self._namings.append(naming)


def _put(names: dict[str, _Thing], naming: _Naming) -> None:
    for name, thing in naming:
        if thing is None:
            names.pop(name, None)
        else:
            names[name] = thing


def _folder_of(name: str) -> str:
    parent = str(PurePosixPath(name).parent)
    return "" if parent == "." else parent


def _has_its_folders(name: str, names: dict[str, _Thing]) -> bool:
    parents = [str(parent) for parent in PurePosixPath(name).parents][:-1]
    return all(isinstance(names.get(parent), _Folder) for parent in parents)


def _some(namings: Sequence[_Naming], random: Random) -> Sequence[_Naming]:
    """The first of them, as where a disk keeps a journal of names, or any."""
    if random.random() < 0.5:
        return namings[: random.randint(0, len(namings))]
    return [naming for naming in namings if random.random() < 0.5]


def _content(thing: _Thing, random: Random) -> bytes | None:
    if isinstance(thing, _Folder):
        return None
    kept = random.choice((0.0, 0.1, 0.5, 0.9, 1.0))
    return _applied(thing.safe, [part for change in thing.since for part in _kept_of(change, kept, random)])


def _kept_of(change: Change, kept: float, random: Random) -> Iterator[Change]:
    """The change, nothing of it, or the sectors of it that reached the disk."""
    if random.random() < kept:
        yield change
    elif change.what == "w" and random.random() < kept:
        sector, end = random.choice(SECTORS), change.at + len(change.content)
        for start in range(change.at // sector * sector, end, sector):
            first, last = max(start, change.at), min(start + sector, end)
            if random.random() < 0.5:
                yield change._replace(at=first, content=change.content[first - change.at : last - change.at])


def _applied(content: bytes, changes: Sequence[Change]) -> bytes:
    if not changes:
        return content
    result = bytearray(content)
    for change in changes:
        end = change.at if change.what == "t" else change.at + len(change.content)
        result.extend(bytes(max(end - len(result), 0)))
        if change.what == "t":
            del result[end:]
        else:
            result[change.at : end] = change.content
    return bytes(result)
