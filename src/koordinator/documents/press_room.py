"""Many papers drawn at once: a process for each processor, since drawing is work that threads cannot share."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from koordinator.documents.content import Document
from koordinator.documents.pdf import Pdf, PdfPress
from koordinator.domain.letterhead import Letterhead

_MOST_PROCESSES: Final = 8
_AHEAD: Final = 2
"""Papers waiting for each process: enough that none is idle, and few enough that memory stays as it is."""
_WORTH_IT_FROM: Final = 12
"""Papers: a process takes as long to begin as some six papers to be drawn."""


class Sheet(NamedTuple):
    """What is to be drawn, and on which paper."""

    document: Document
    letterhead: Letterhead


class PressRoom:
    """Open it with `with`. What it draws is byte for byte what one press draws.

    Processes that die (a machine short of memory) are done without: the rest is drawn here.
    """

    def __init__(self, fonts: Path, processes: int | None = None) -> None:
        self._fonts = fonts
        self._own = PdfPress(fonts)
        self._size = processes or min(os.cpu_count() or 1, _MOST_PROCESSES)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def drawn(self, sheets: Iterable[Sheet]) -> Iterator[Pdf]:
        """The papers in the order of the sheets, which are asked for as they are needed."""
        rest = iter(sheets)
        first = tuple(islice(rest, _WORTH_IT_FROM))
        if self._size == 1 or len(first) < _WORTH_IT_FROM:
            yield from map(self._draw_here, chain(first, rest))
        else:
            yield from self._by_processes(chain(first, rest))

    def _by_processes(self, sheets: Iterator[Sheet]) -> Iterator[Pdf]:
        pool = self._processes()
        waiting: deque[tuple[Sheet, Future[Pdf] | None]] = deque()
        for sheet in sheets:
            waiting.append((sheet, self._begun(pool, sheet)))
            if len(waiting) >= self._size * _AHEAD:
                yield self._finished(*waiting.popleft())
        while waiting:
            yield self._finished(*waiting.popleft())

    def _begun(self, pool: ProcessPoolExecutor, sheet: Sheet) -> "Future[Pdf] | None":
        try:
            return pool.submit(_draw, self._fonts, sheet)
        except BrokenProcessPool:
            return None

    def _finished(self, sheet: Sheet, drawing: "Future[Pdf] | None") -> Pdf:
        try:
            return drawing.result() if drawing is not None else self._draw_here(sheet)
        except BrokenProcessPool:
            return self._draw_here(sheet)

    def _draw_here(self, sheet: Sheet) -> Pdf:
        return self._own.render(*sheet)

    def _processes(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # The window's process has threads, and a process that is forked from it could stand still.
            self._pool = ProcessPoolExecutor(self._size, get_context("spawn"))
        return self._pool


def _draw(fonts: Path, sheet: Sheet) -> Pdf:
    return PdfPress(fonts).render(*sheet)
