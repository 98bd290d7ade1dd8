"""A press with a process for each processor: drawing is work that threads cannot share."""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Self

from typing_extensions import override

from koordinator.documents.content import Document
from koordinator.documents.pdf import Pdf, PdfPress
from koordinator.domain.letterhead import Letterhead


class PressPool(PdfPress):
    """As many threads as there are processes have their documents drawn at once, byte for byte as one press does it.

    Open it with `with`. Processes that die (a machine short of memory) are done without: the rest is drawn here.
    """

    def __init__(self, fonts: Path, paper: Callable[[], Letterhead], processes: int) -> None:
        super().__init__(fonts, paper)
        # The window's process has threads, and a process that is forked from it could stand still.
        self._pool = ProcessPoolExecutor(processes, get_context("spawn"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._pool.shutdown(cancel_futures=True)

    @override
    def _drawn(self, document: Document, letterhead: Letterhead) -> Pdf:
        """Waits until a process has drawn it."""
        try:
            return self._pool.submit(_draw, self._fonts, document, letterhead).result()
        except BrokenProcessPool:
            return super()._drawn(document, letterhead)


def _draw(fonts: Path, document: Document, letterhead: Letterhead) -> Pdf:
    return PdfPress(fonts).render(document, letterhead)
