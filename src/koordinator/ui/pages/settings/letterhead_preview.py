"""The first page of a letter as it would be printed with what is being typed."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from koordinator.texts import letterhead as texts
from koordinator.ui import theme
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.preview.shelf import image_of
from koordinator.ui.tasks import Cancel
from koordinator.ui.tokens import PAPER

_AFTER_MS: Final = 250
_A4: Final = 297 / 210
_LEAST: Final = QSize(240, 340)

Make = Callable[[], bytes]
"""Prints the letter; called on a worker."""


class _Seen(NamedTuple):
    picture: QImage
    words: str


class LetterPreview(QWidget):
    """`draw` is called for each change; the last page stays until the next one is there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._make: Make | None = None
        self._picture: QImage | None = None
        self._asked: Cancel | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._draw)
        self.setAccessibleName(texts.PREVIEW_NAME)
        self.setAccessibleDescription(texts.PREVIEW_WAITS)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def draw(self, make: Make) -> None:
        """Shows the letter that `make` prints: the first one at once, the next ones when the typing pauses."""
        self._make = make
        self._pause.start(_AFTER_MS if self._picture else 0)

    @property
    def is_drawn(self) -> bool:
        """The page shows what was last asked for."""
        return self._picture is not None and not self._pause.isActive() and self._asked is None

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return round(width * _A4)

    @override
    def sizeHint(self) -> QSize:
        return _LEAST

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._make is not None and event.size().width() != event.oldSize().width():
            self._pause.start(_AFTER_MS)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper, in the dark look too."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(PAPER))
        if self._picture is not None:
            painter.drawImage(self.rect(), self._picture)
        painter.setPen(QColor(theme.active().tokens.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _draw(self) -> None:
        make, reader, width = (
            self._make,
            self._desk.services.page_reader,
            round(self.width() * self.devicePixelRatioF()),
        )
        if make is None:
            return
        if self._asked is not None:
            self._asked.request()

        def look() -> _Seen:
            pages = reader.open(make())
            try:
                return _Seen(image_of(pages.picture(0, width)), pages.words(0))
            finally:
                pages.close()

        self._asked = self._desk.tasks.read(self, look, self._show, self._leave)

    def _show(self, seen: _Seen) -> None:
        self._asked = None
        self._picture = seen.picture
        self.setAccessibleDescription(seen.words)
        self.update()

    def _leave(self, _error: Exception) -> None:
        """What cannot be printed is said on its field; the page stays as it was."""
        self._asked = None
