"""What each column of a list means, with the first rows beside it."""

from PySide6.QtCore import Qt, QTimer, Signal
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
_AT_A_TIME = 6
_OPTIONS = ((None, texts.NOT_USED), *((field, texts.meaning(field)) for field in ListField))


class ColumnsTable(QWidget):
    """A line for each column; the choice in it corrects the meaning."""

    corrected = Signal(int, object)
    """The column's place, and the field it holds or None."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: dict[int, Choice] = {}
        self._shown: tuple[tuple[str, ...], ...] = ()
        self._waiting: list[ColumnLine] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._add_some)
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
            self._clear(view)
        for line in view.columns:
            if line.column in self._choices:
                self._choices[line.column].choose(line.field)
        self._waiting = [line for line in view.columns if line.column not in self._choices]
        self._add_some()
        self._cut.setText(view.columns_cut)
        self._cut.setVisible(bool(view.columns_cut))

    def choice(self, column: int) -> Choice:
        """The choice of the column with the place."""
        return self._choices[column]

    def _clear(self, view: PreviewView) -> None:
        clear(self._grid)
        self._choices = {}
        for place, heading in enumerate((texts.HEADING, texts.MEANING, *view.sample_headings)):
            self._grid.addWidget(Label(heading, Role.SMALL_MUTED), 0, place)
            self._grid.setColumnStretch(place, 1 if place > 1 else 0)

    def _add_some(self) -> None:
        """A few lines at a time: fifty choices at once would keep the window waiting."""
        self._pause.stop()
        for line in self._waiting[:_AT_A_TIME]:
            self._add_line(len(self._choices) + 1, line)
        self._waiting = self._waiting[_AT_A_TIME:]
        if self._waiting:
            self._pause.start()

    def _add_line(self, number: int, line: ColumnLine) -> None:
        look = theme.active()
        heading = ElidedLabel(line.heading, Role.STRONG)
        heading.setMinimumWidth(look.px(_HEADING_WIDTH))
        choice = Choice(_OPTIONS, texts.column_name(line.heading))
        choice.setMinimumWidth(look.px(_MEANING_WIDTH))
        choice.choose(line.field)
        choice.chosen.connect(lambda field, column=line.column: self.corrected.emit(column, field))
        self._choices[line.column] = choice
        self._grid.addWidget(heading, number, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(choice, number, 1)
        for place, sample in enumerate(line.samples, start=2):
            shown = ElidedLabel(sample, Role.MUTED)
            shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._grid.addWidget(shown, number, place, Qt.AlignmentFlag.AlignVCenter)
