"""The municipality's colour: typed or picked, seen in colour and in grey, and only one that can be read."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QWidget

from koordinator.domain.letterhead_colour import STANDARD_ACCENT, FaintColour, NotAColour, checked_accent
from koordinator.texts import letterhead as texts
from koordinator.ui import theme
from koordinator.ui.override import override
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.fields import TextField
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Flow, column, holder, row

_MOST: Final = 20
_SIDE: Final = 26


class ColourField(TextField):
    """Tells what is wrong, and `nearest` is what could be used instead."""

    def __init__(self) -> None:
        super().__init__(texts.COLOUR, limit=_MOST, hint=texts.COLOUR_HINT, placeholder=STANDARD_ACCENT)

    @override
    def fault(self) -> str:
        try:
            checked_accent(self.value())
        except (NotAColour, FaintColour) as error:
            return texts.ERRORS[type(error)](error)
        return ""

    @property
    def nearest(self) -> str:
        """The nearest colour that can be read; nothing where the typed one can, or is none."""
        try:
            checked_accent(self.value())
        except FaintColour as error:
            return error.nearest
        except NotAColour:
            return ""
        return ""

    @property
    def colour(self) -> str:
        """The colour as it will be printed; the standard one until it can be used."""
        return STANDARD_ACCENT if self.fault() else checked_accent(self.value()) or STANDARD_ACCENT


class ColourChooser(QWidget):
    """The field with a button that opens the colours, one that takes the nearest readable, and two patches."""

    def __init__(self) -> None:
        super().__init__()
        self.field = ColourField()
        self._pick = Button(texts.PICK_COLOUR)
        self._nearest = Button()
        self._patches = (_Patch(), _Patch())
        self._pick.clicked.connect(self._open)
        self._nearest.clicked.connect(lambda: self.field.set_value(self.field.nearest))
        seen = Flow(gap=12)
        for patch, words in zip(self._patches, (texts.IN_COLOUR, texts.IN_GREY), strict=True):
            seen.addWidget(holder(row(patch, Label(words, Role.SMALL_MUTED), gap=6)))
        seen.addWidget(self._pick)
        seen.addWidget(self._nearest)
        self.setLayout(column(self.field, holder(seen), gap=8))
        self.field.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        nearest = self.field.nearest
        self._nearest.setText(texts.use(nearest))
        self._nearest.setVisible(bool(nearest))
        colour = QColor(nearest or self.field.colour)
        grey = round(0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue())
        self._patches[0].show_colour(colour)
        self._patches[1].show_colour(QColor(grey, grey, grey))

    def _open(self) -> None:
        chosen = QColorDialog.getColor(QColor(self.field.colour), self, texts.PICK_COLOUR)
        if chosen.isValid():
            self.field.set_value(chosen.name().upper())


class _Patch(QWidget):
    """A square of the colour."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = QColor()
        side = theme.active().px(_SIDE)
        self.setFixedSize(QSize(side, side))

    def show_colour(self, colour: QColor) -> None:
        self._colour = colour
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colour)
        painter.setPen(QColor(theme.active().tokens.line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
