"""The pages, made when they are first gone to, and the way back."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from koordinator.ui.page import Page


class PageEntry(NamedTuple):
    """A page that works, for someone who may see it.

    Without `icon` it is reached from other pages only, and the rail marks the entry `belongs_to`.
    """

    key: str
    title: str
    make: Callable[[], Page]
    icon: str = ""
    belongs_to: str = ""


class Place(NamedTuple):
    key: str
    thing_id: object = None


class PageStack(QStackedWidget):
    arrived = Signal(str)
    """The key of the rail's entry for the page now in front."""
    note_asked = Signal()
    """The page in front asks for a note about what it shows."""
    filled = Signal(bool)
    """Whether the page in front stands alone in the window."""

    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self._entries = {entry.key: entry for entry in entries}
        self._pages: dict[str, Page] = {}
        self._trail: list[Place] = []
        self._at = -1

    def has(self, key: str) -> bool:
        return key in self._entries

    def go(self, key: str, thing_id: object = None) -> None:
        """Shows a page; what lay ahead in the trail is forgotten."""
        place = Place(key, thing_id)
        if self._at < 0 or self._trail[self._at] != place:
            del self._trail[self._at + 1 :]
            self._trail.append(place)
            self._at += 1
        self._arrive(place)

    def back(self) -> None:
        """Inside the page first, where it has steps of its own."""
        page = self.page()
        if page is None or not page.step_back():
            self._step(-1)

    def forward(self) -> None:
        self._step(1)

    def page(self) -> Page | None:
        front = self.currentWidget()
        return front if isinstance(front, Page) else None

    def place(self) -> Place | None:
        return self._trail[self._at] if self._at >= 0 else None

    def heard(self, change: object) -> None:
        for page in self._pages.values():
            page.heard(change)

    def _step(self, way: int) -> None:
        if 0 <= self._at + way < len(self._trail):
            self._at += way
            self._arrive(self._trail[self._at])

    def _arrive(self, place: Place) -> None:
        leaving = self.page()
        if leaving is not None:
            leaving.leave()
        entry = self._entries[place.key]
        page = self._pages.get(place.key) or self._make(entry)
        page.show_for(place.thing_id)
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        if page.isVisible():
            page.take_focus()
        self.arrived.emit(entry.belongs_to or entry.key)
        self.filled.emit(page.fills_window)

    def _tell_filling(self) -> None:
        page = self.page()
        if page is not None:
            self.filled.emit(page.fills_window)

    def _make(self, entry: PageEntry) -> Page:
        page = entry.make()
        page.setAccessibleName(entry.title)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.navigate.connect(self.go)
        page.filling.connect(self._tell_filling)
        page.note_asked.connect(self.note_asked)
        self._pages[entry.key] = page
        return page
