"""A page that is asked for before the program has made ready what pages are made of."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout

from koordinator.ui.override import override
from koordinator.ui.page import Page, Shortcut
from koordinator.ui.widgets.scaffold import PageScaffold

WhenReady = Callable[[Callable[[], None]], None]
"""Calls back once pages can be made; at once, when they can be already."""


class LatePage(Page):
    """Says that something is on its way, then is the page."""

    def __init__(self, when_ready: WhenReady, make: Callable[[], Page]) -> None:
        super().__init__()
        self._make = make
        self._page: Page | None = None
        self._frame = PageScaffold()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._frame)
        when_ready(self._arrive)

    @override
    def show_for(self, thing_id: object) -> None:
        super().show_for(thing_id)
        if self._page is not None:
            self._page.show_for(thing_id)

    @override
    def reload(self) -> None:
        if self._page is None:
            self._frame.show_loading()
        else:
            self._page.mark_stale()

    @override
    def heard(self, change: object) -> None:
        if self._page is not None:
            self._page.heard(change)

    @override
    def shortcuts(self) -> Sequence[Shortcut]:
        return self._page.shortcuts() if self._page is not None else ()

    @override
    def take_focus(self) -> None:
        if self._page is not None:
            self._page.take_focus()
        else:
            super().take_focus()

    @override
    def step_back(self) -> bool:
        return self._page is not None and self._page.step_back()

    @override
    def leave(self) -> None:
        if self._page is not None:
            self._page.leave()

    def _arrive(self) -> None:
        page = self._make()
        page.setAccessibleName(self.accessibleName())
        page.navigate.connect(self.navigate)
        page.note_asked.connect(self.note_asked)
        page.filling.connect(self._fill)
        self._page = page
        self._frame.hide()
        self._column.addWidget(page)
        page.show_for(self.shown_id)
        if self.hasFocus():
            page.take_focus()

    def _fill(self) -> None:
        if self._page is not None:
            self.fills_window = self._page.fills_window
            self.filling.emit()
