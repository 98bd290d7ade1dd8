"""What each column of a list means, with the first rows beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from koordinator.domain.list_import import ListField
from koordinator.texts import import_list as texts
from koordinator.ui import theme
from koordinator.ui.pages.import_list.view_state import ColumnLine, PreviewView
from koordinator.ui.widgets.choices import Choice
from koordinator.ui.widgets.labels import ElidedLabel, Label, Role
from koordinator.ui.widgets.layout import clear

_HEADING_WIDTH = 190
_MEANING_WIDTH = 230
_OPTIONS = ((None, texts.NOT_USED), *((field, texts.meaning(field)) for field in ListField))


class ColumnsTable(QWidget):
    """A line for each column; the choice in it corrects the meaning."""

    corrected = Signal(int, object)
    """The column's place, and the field it holds or None."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: dict[int, Choice] = {}
        self._shown: tuple[tuple[str, ...], ...] = ()
        self._cut = Label("", Role.MUTED, wraps=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._cut)
        outer.addLayout(self._grid)
        outer.addStretch(1)

    def show_view(self, view: PreviewView) -> None:
        """Another meaning of the same list changes the choices alone, so that the keyboard stays where it is."""
        shown = tuple((line.heading, *line.samples) for line in view.columns)
        if shown != self._shown:
            self._shown = shown
            self._build(view)
        for line in view.columns:
            self._choices[line.column].choose(line.field)
        self._cut.setText(view.columns_cut)
        self._cut.setVisible(bool(view.columns_cut))

    def choice(self, column: int) -> Choice:
        """The choice of the column with the place."""
        return self._choices[column]

    def _build(self, view: PreviewView) -> None:
        clear(self._grid)
        self._choices = {}
        for place, heading in enumerate((texts.HEADING, texts.MEANING, *view.sample_headings)):
            self._grid.addWidget(Label(heading, Role.SMALL_MUTED), 0, place)
            self._grid.setColumnStretch(place, 1 if place > 1 else 0)
        for number, line in enumerate(view.columns, start=1):
            self._add_line(number, line)

    def _add_line(self, number: int, line: ColumnLine) -> None:
        look = theme.active()
        heading = ElidedLabel(line.heading, Role.STRONG)
        heading.setMinimumWidth(look.px(_HEADING_WIDTH))
        choice = Choice(_OPTIONS, texts.column_name(line.heading))
        choice.setMinimumWidth(look.px(_MEANING_WIDTH))
        choice.chosen.connect(lambda field, column=line.column: self.corrected.emit(column, field))
        self._choices[line.column] = choice
        self._grid.addWidget(heading, number, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(choice, number, 1)
        for place, sample in enumerate(line.samples, start=2):
            shown = ElidedLabel(sample, Role.MUTED)
            shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._grid.addWidget(shown, number, place, Qt.AlignmentFlag.AlignVCenter)
