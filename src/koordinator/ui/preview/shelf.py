"""The pictures of one paper's pages: drawn one at a time off the window's thread, what is looked at first.

So many bytes of pictures are kept and no more, however many pages the paper has.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from koordinator.domain.page_picture import PagePicture, PageSize
from koordinator.ui.tasks import Tasks
from koordinator.usecases.page_pictures import PaperPages

MOST_BYTES: Final = 96_000_000
"""Three whole pages at the largest size, or all of an ordinary paper as it is read."""
WIDEST: Final = 3_600
"""In pixels; at a larger zoom than that the picture is stretched."""


class Wish(NamedTuple):
    """A page, and how many pixels wide it is to be."""

    number: int
    width: int


Wishes: TypeAlias = Sequence[Wish]


class Shelf(QObject):
    """`drawn` tells the number of a page of which there is a new picture; `failed` what went wrong with the paper."""

    changed = Signal()
    """Another paper, or none."""
    drawn = Signal(int)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pages: PaperPages | None = None
        self._pictures: OrderedDict[Wish, QImage] = OrderedDict()
        self._wishes: dict[int, Wishes] = {}
        self._drawing: Wish | None = None

    @property
    def sizes(self) -> tuple[PageSize, ...]:
        """One for each page; none where no paper is shown."""
        return self._pages.sizes if self._pages is not None else ()

    def put_up(self, pages: PaperPages | None) -> None:
        """Shows this paper and lets go of the one before."""
        before, self._pages = self._pages, pages
        self._pictures.clear()
        self._wishes.clear()
        self._drawing = None
        self.changed.emit()
        if before is not None:
            # Beside the window: a page that is being drawn is waited for.
            self._tasks.compute(self, before.close, lambda _closed: None)

    def picture(self, wish: Wish) -> QImage | None:
        """The page as it is wished, if it has been drawn."""
        picture = self._pictures.get(wish)
        if picture is not None:
            self._pictures.move_to_end(wish)
        return picture

    def likeness(self, number: int) -> QImage | None:
        """The page in whatever size there is, the largest first, until the wished one comes."""
        there = [picture for wish, picture in self._pictures.items() if wish.number == number]
        return max(there, key=QImage.width) if there else None

    def want(self, place: int, wishes: Wishes) -> None:
        """What is looked at now, instead of what `place` wished before. Lower places come first."""
        self._wishes[place] = wishes
        self._draw_next()

    def read(self, number: int, then: Callable[[str], object]) -> None:
        """The words on the page."""
        pages = self._pages
        if pages is not None:
            self._tasks.compute(
                self, lambda: pages.words(number), lambda words: pages is self._pages and then(words), self._refuse
            )

    def _draw_next(self) -> None:
        pages = self._pages
        if pages is None or self._drawing is not None:
            return
        wish = next((each for each in self._wished() if each not in self._pictures), None)
        if wish is not None:
            self._drawing = wish
            self._tasks.compute(
                self,
                lambda: image_of(pages.picture(wish.number, wish.width)),
                partial(self._keep, pages, wish),
                partial(self._fail, pages),
            )

    def _keep(self, pages: PaperPages, wish: Wish, image: QImage) -> None:
        if pages is not self._pages:
            return
        self._drawing = None
        self._pictures[wish] = image
        self._throw_out()
        self.drawn.emit(wish.number)
        self._draw_next()

    def _fail(self, pages: PaperPages, error: Exception) -> None:
        if pages is self._pages:
            self._drawing = None
            self._wishes.clear()
            self.failed.emit(error)

    def _refuse(self, _error: Exception) -> None:
        """Words that cannot be read leave the page as it is seen; a page that cannot be drawn is told of."""

    def _wished(self) -> list[Wish]:
        return [wish for place in sorted(self._wishes) for wish in self._wishes[place]]

    def _throw_out(self) -> None:
        """The longest unseen first, and never what is looked at."""
        kept, size = set(self._wished()), sum(image.sizeInBytes() for image in self._pictures.values())
        for wish in [each for each in self._pictures if each not in kept]:
            if size <= MOST_BYTES:
                return
            size -= self._pictures.pop(wish).sizeInBytes()


def image_of(picture: PagePicture) -> QImage:
    """The picture as Qt paints it quickest."""
    bytes_a_row = len(picture.pixels) // picture.height
    image = QImage(picture.pixels, picture.width, picture.height, bytes_a_row, QImage.Format.Format_RGB32)
    return image.copy()
