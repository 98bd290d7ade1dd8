"""Læring: the practice case, and the model in short."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from koordinator.texts import learning as texts
from koordinator.texts import practice as practice_texts
from koordinator.ui import theme
from koordinator.ui.ask import Question
from koordinator.ui.desk import Desk
from koordinator.ui.figure_colours import figure_colours
from koordinator.ui.focus import focus_inside
from koordinator.ui.notify import MessageStrip
from koordinator.ui.override import override
from koordinator.ui.page import Page
from koordinator.ui.pages.learning.model_card import ModelCard, PrinciplesCard, SidesCard, WaysCard
from koordinator.ui.pages.learning.practice_card import OfferCard, PracticeCard
from koordinator.ui.pages.learning.view_state import next_target
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.scaffold import PageScaffold
from koordinator.usecases import learning as usecase
from koordinator.usecases.ports_meetings import MadePaper


class PracticeDoor(NamedTuple):
    """The way into the practice case, in a process of its own."""

    begin: Callable[[], bool]
    """False when it could not be started."""
    begin_again: Callable[[], None]
    """Closes this window; the case opens anew in the next."""


class LearningPage(Page):
    def __init__(self, desk: Desk, door: PracticeDoor) -> None:
        super().__init__()
        self._desk, self._door = desk, door
        self._practice: usecase.PracticeFile | None = None
        self.messages = MessageStrip()
        self._frame = PageScaffold(texts.TITLE, texts.SUBTITLE)
        self.offer, self.case = OfferCard(), PracticeCard()
        self.model, self.ways = ModelCard(self._ask_model), WaysCard(self._ask_ways)
        for card in (self.offer, self.case, self.model, SidesCard(), PrinciplesCard(), self.ways):
            self._frame.content.addWidget(card)
        self._frame.content.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.messages)
        outer.addWidget(self._frame, 1)
        self._connect()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """A focus proxy would hide from the tabulator what stands before it."""
        super().focusInEvent(event)
        self._primary().setFocus()

    @override
    def reload(self) -> None:
        learning, actor = self._desk.services.learning, self._desk.actor
        self._frame.show_loading()
        self._desk.tasks.read(self, lambda: learning.open(actor), self._show, self._fail)

    def _connect(self) -> None:
        self.offer.asked.connect(self._begin)
        self.case.go_asked.connect(self._go)
        self.case.again_asked.connect(self._begin_again)
        theme.active().changed.connect(self._draw)

    def _show(self, page: usecase.LearningPage) -> None:
        self._practice = page.practice
        self.offer.setVisible(page.practice is None)
        self.case.setVisible(page.practice is not None)
        self.model.show_pace(page.pace)
        self._draw()
        self._frame.show_content()
        focused = focus_inside(self)
        if page.practice is not None:
            self.case.show_case(page.practice)
        if self.isVisible() and (focused is None or self.case.isAncestorOf(focused)):
            self._primary().setFocus()

    def _primary(self) -> Button:
        return self.case.next_button() if self._practice is not None else self.offer.begin

    def _draw(self) -> None:
        """Beside the window, in the colours of the look in force."""
        learning, colours = self._desk.services.learning, figure_colours(theme.active().tokens)
        self._desk.tasks.compute(self, lambda: learning.picture(colours), self.model.picture.show_drawn)

    def _go(self) -> None:
        target = next_target(self._practice) if self._practice is not None else None
        if target is not None:
            self.navigate.emit(target.page, target.thing_id)

    def _begin(self) -> None:
        if self._door.begin():
            self.messages.info(practice_texts.STARTING)
        else:
            self.messages.error(practice_texts.NOT_STARTED)

    def _begin_again(self) -> None:
        heading, text = practice_texts.AGAIN_QUESTION, practice_texts.AGAIN_TEXT
        if Question.confirm(self, heading, text, practice_texts.AGAIN, dangerous=True):
            self._door.begin_again()

    def _ask_model(self, large_print: bool) -> None:
        paper = self._desk.services.learning.paper
        name = texts.file_name(large_print=large_print)
        self._ask_file(texts.SAVE_TITLE, name, lambda: paper(large_print=large_print))

    def _ask_ways(self, large_print: bool) -> None:
        paper = self._desk.services.learning.ways_paper
        name = texts.ways_file_name(large_print=large_print)
        self._ask_file(texts.SAVE_WAYS_TITLE, name, lambda: paper(large_print=large_print))

    def _ask_file(self, title: str, name: str, make: Callable[[], MadePaper]) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, title, name, texts.PDF_FILES)
        if not chosen:
            return
        path, files = Path(chosen), self._desk.services.paper_files
        whole = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")

        def write() -> None:
            files.write(whole, make().content)

        self._desk.tasks.read(self, write, lambda _none: self.messages.done(texts.saved_as(whole.name)))

    def _fail(self, error: Exception) -> None:
        self._frame.show_error(self._desk.tasks.explain(error), self.mark_stale)
