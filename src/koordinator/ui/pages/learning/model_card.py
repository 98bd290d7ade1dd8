"""Modellen kort: the staircase, and under it what one does on each step, with the municipality's own numbers."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from koordinator.domain.model_pace import ModelPace
from koordinator.texts import learning as texts
from koordinator.ui.widgets.badges import StepBadge
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.figure_view import FigureView
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Separator, clear, column, holder, row

_TOP: Final = Qt.AlignmentFlag.AlignTop
_GAP: Final = 24


class ModelCard(Card):
    """`save` is asked for the sheet for the wall, in large print or not."""

    def __init__(self, save: Callable[[bool], None]) -> None:
        super().__init__(texts.MODEL)
        self.picture = FigureView()
        self.files = _file_buttons(save, texts.MODEL)
        self._levels = QVBoxLayout()
        for button in self.files.values():
            self.add_to_head(button)
        self.body.setSpacing(16)
        self.body.addWidget(Label(texts.LEAD, Role.MUTED, wraps=True))
        self.body.addWidget(self.picture)
        self.body.addLayout(self._levels)

    def show_pace(self, pace: ModelPace) -> None:
        """The steps with these numbers."""
        clear(self._levels)
        self._levels.addWidget(_levels_grid(pace))


class WaysCard(Card):
    """The model explained to citizens, as a sheet to hand out; `save` as for the model."""

    def __init__(self, save: Callable[[bool], None]) -> None:
        super().__init__(texts.WAYS)
        self.files = _file_buttons(save, texts.WAYS)
        for button in self.files.values():
            self.add_to_head(button)
        self.body.addWidget(Label(texts.WAYS_LEAD, Role.MUTED, wraps=True))


class PrinciplesCard(Card):
    """What is held on to on every step, and beside the steps."""

    def __init__(self) -> None:
        super().__init__(texts.PRINCIPLES_HEADING)
        self.body.addWidget(_two_columns(texts.PRINCIPLES))


class SidesCard(Card):
    """No need for coordination, and the end of a course: as worth seeing as a step up."""

    def __init__(self) -> None:
        super().__init__()
        self.body.addWidget(_two_columns(((texts.NO_NEED, texts.NO_NEED_TEXT), (texts.END, texts.END_TEXT))))


def _file_buttons(save: Callable[[bool], None], about: str) -> dict[bool, Button]:
    """One for ordinary print and one for large."""
    buttons = {False: Button(texts.PDF, icon="printer"), True: Button(texts.PDF_LARGE)}
    for large_print, button in buttons.items():
        button.setAccessibleName(f"{button.text()}: {about}")
        button.clicked.connect(lambda _on=False, large_print=large_print: save(large_print))
    return buttons


def _levels_grid(pace: ModelPace) -> QWidget:
    grid, levels = _grid(), texts.levels(pace)
    for at, level in enumerate(levels, start=1):
        grid.setColumnStretch(at, 1)
        head = column(row(StepBadge(at), STRETCH), Label(level.name, Role.STRONG, wraps=True), gap=4)
        grid.addLayout(head, 0, at, _TOP)
    rows = (
        (texts.WHO, (level.who for level in levels)),
        (texts.WHAT, (level.what for level in levels)),
        (texts.OFTEN, (level.often for level in levels)),
        (texts.GETS, (level.gets for level in levels)),
    )
    for number, (heading, cells) in enumerate(rows, start=1):
        grid.addWidget(Separator(), 2 * number - 1, 0, 1, 4)
        grid.addWidget(Label(heading, Role.MUTED), 2 * number, 0, _TOP)
        for at, text in enumerate(cells, start=1):
            grid.addWidget(Label(text, wraps=True), 2 * number, at, _TOP)
    return holder(grid)


def _two_columns(parts: tuple[tuple[str, str], ...]) -> QWidget:
    grid = _grid()
    for number, (head, text) in enumerate(parts):
        both = column(Label(head.rstrip("."), Role.STRONG, wraps=True), Label(text, wraps=True), gap=0)
        grid.addLayout(both, number // 2, number % 2, _TOP)
        grid.setColumnStretch(number % 2, 1)
    return holder(grid)


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(_GAP)
    grid.setVerticalSpacing(10)
    return grid
