"""Papers as they look: what the window asks of whoever can draw the pages of a PDF."""

import hashlib
from typing import Protocol

from koordinator.domain.page_picture import ChangedPaper, PagePicture, PageSize
from koordinator.usecases.papers import HandedPaper


class PaperPages(Protocol):
    """The pages of one paper, numbered from 0. They may be asked for on any thread, and wait for each other."""

    @property
    def sizes(self) -> tuple[PageSize, ...]:
        """One for each page; there is at least one."""

    def picture(self, number: int, width: int, rows: range | None = None) -> PagePicture:
        """The page so many pixels wide: all of it, or only these rows. Raises UnreadablePaper."""

    def words(self, number: int) -> str:
        """What stands on the page, in reading order, a line each. Raises UnreadablePaper."""

    def close(self) -> None:
        """Lets go of the paper; what is asked for afterwards raises UnreadablePaper."""


class PageReader(Protocol):
    """Opens papers that lie in memory; their words never come near a file."""

    def open(self, content: bytes) -> PaperPages:
        """The paper's pages; `close` them. Raises UnreadablePaper."""


def exact_bytes(paper: HandedPaper) -> bytes:
    """The bytes, when they are those that the paper was kept with. Raises ChangedPaper."""
    if hashlib.sha256(paper.content).hexdigest() != paper.paper.sha256:
        raise ChangedPaper
    return paper.content
