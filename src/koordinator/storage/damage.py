"""That a database's file was found damaged: heeded at once by whoever has it open, and remembered beside it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from koordinator.domain.database_file import DatabaseDamaged, WritingStopped


def mark_path(path: Path) -> Path:
    """The empty file that says the database was found damaged: it is looked at wholly before it is opened again."""
    return path.with_name(f"{path.name}.damaged")


class Damage:
    """What is known of an open file. Once it is damaged, nothing more is written, so that nothing gets worse."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._is_known = False
        self._hear: list[Callable[[], object]] = []

    @property
    def is_known(self) -> bool:
        """Whether the file was found damaged."""
        return self._is_known

    def refuse_if_known(self) -> None:
        """Raises WritingStopped."""
        if self._is_known:
            raise WritingStopped(str(self._path))

    def note(self) -> None:
        """The file is damaged."""
        if not self._is_known:
            self._is_known = True
            # Where nothing can be written beside it, nothing can be made worse in it either.
            with suppress(OSError):
                mark_path(self._path).touch()
            for hear in self._hear:
                hear()

    def when_known(self, hear: Callable[[], object]) -> None:
        """Calls when damage is found, on whichever thread finds it; at once when it is known already."""
        self._hear.append(hear)
        if self._is_known:
            hear()

    @contextmanager
    def heeded(self) -> Iterator[None]:
        """Damage that shows inside is noted."""
        try:
            yield
        except DatabaseDamaged:
            self.note()
            raise
