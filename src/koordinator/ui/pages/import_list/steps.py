"""The steps of bringing a list in: look at it, wait for it, see what it did."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.texts import import_list as texts
from koordinator.ui.ask import Question
from koordinator.ui.pages.import_list.columns_table import ColumnsTable
from koordinator.ui.pages.import_list.view_state import FaultLine, PreviewView, ResultView
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.figures import StatTile, Tiles
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import clear, column
from koordinator.ui.widgets.progress import Progress, ProgressWords
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column
from koordinator.ui.widgets.tabs import Tabs

_COLUMNS = "columns"
_FAULTS = "faults"


class FaultList(Card):
    """Everything that is wrong with the list, with a way to send it back."""

    save_asked = Signal()

    def __init__(self) -> None:
        super().__init__(texts.FAULTS, fills=True)
        self.list: DataList[FaultLine] = DataList(
            texts.FAULTS,
            (
                Column(texts.FAULT_ROW, lambda line: str(line.row), 80, is_number=True),
                Column(texts.FAULT_COLUMN, lambda line: line.column, 190),
                Column(texts.FAULT_VALUE, lambda line: line.value, 220),
                Column(texts.FAULT_REASON, lambda line: line.reason),
            ),
            lambda line: (line.row, line.column),
            empty=texts.NO_FAULTS,
        )
        self.save = Button(texts.SAVE_BAD_ROWS, icon="download")
        self.save.clicked.connect(self.save_asked)
        self.add_to_head(self.save)
        self.body.addWidget(self.list, 1)

    def show_faults(self, faults: Sequence[FaultLine]) -> None:
        self.list.set_rows(faults)
        self.save.setEnabled(bool(faults))


class PreviewStep(QWidget):
    """The list as it was read, before anything goes in."""

    departments_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.columns = ColumnsTable()
        self.faults = FaultList()
        self._missing = Panel("", Tone.SOON)
        self._departments = Panel("", Tone.SOON)
        self.make_departments = Button(texts.CREATE_DEPARTMENTS)
        self.make_departments.clicked.connect(self.departments_wanted)
        self._departments.add_button(self.make_departments)
        self._usable = StatTile(texts.USABLE)
        self._citizens = StatTile(texts.CITIZENS)
        self._bad = StatTile(texts.UNUSABLE)
        self._tiles = Tiles(self._usable, self._citizens, self._bad)
        self.tabs = Tabs(texts.PARTS)
        self.tabs.add(_COLUMNS, texts.COLUMNS_TAB, self._columns_card)
        self.tabs.add(_FAULTS, texts.FAULTS, lambda: self.faults)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(16)
        outer.addWidget(self._missing)
        outer.addWidget(self._departments)
        outer.addWidget(self._tiles)
        outer.addWidget(self.tabs, 1)

    def show_view(self, view: PreviewView) -> None:
        self._missing.set_text(view.missing)
        self._missing.setVisible(bool(view.missing))
        self._departments.set_text(view.departments, Tone.SOON if view.offers_departments else Tone.INFO)
        self._departments.setVisible(bool(view.departments))
        self.make_departments.setVisible(view.offers_departments)
        self._usable.show_figure(view.usable)
        self._citizens.show_figure(view.citizens, view.cases)
        self._bad.show_figure(str(view.bad_rows), texts.LEFT_OUT if view.bad_rows else "")
        self._tiles.setVisible(not view.missing)
        self.tabs.set_title(_FAULTS, texts.faults_tab(view.bad_rows))
        self.columns.show_view(view)
        self.faults.show_faults(view.faults)

    def show_columns(self) -> None:
        """Brings the columns in front, for a new list."""
        self.tabs.show_tab(_COLUMNS)

    def _columns_card(self) -> QWidget:
        card = Card()
        card.body.addWidget(self.columns)
        return card


class RunningStep(Card):
    """How far the import is, and the button that stops it."""

    def __init__(self) -> None:
        super().__init__(texts.IMPORTING)
        self.progress = Progress(ProgressWords(texts.PROGRESS, texts.STOP, texts.STOPPING, texts.so_far))
        self.body.addWidget(self.progress)
        self.body.addWidget(Label(texts.KEPT, Role.MUTED, wraps=True))


class ResultStep(QWidget):
    """What the import did."""

    taking_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._remark = Panel("", Tone.SOON)
        self._held = Panel("", Tone.SOON)
        self.take = Button(texts.TAKE)
        self._take_question = ""
        self.take.clicked.connect(self._ask_to_take)
        self._held.add_button(self.take)
        self._taken = Panel("", Tone.DONE)
        self._citizens = StatTile(texts.RESULT_CITIZENS)
        self._cases = StatTile(texts.RESULT_CASES)
        self._bad = StatTile(texts.UNUSABLE)
        self._made = Card(texts.UNCONFIRMED)
        self._made_lines = column(gap=4)
        self._made.body.addLayout(self._made_lines)
        self._made.body.addWidget(Label(texts.CONFIRM_THEM, Role.MUTED, wraps=True))
        self.faults = FaultList()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(16)
        for panel in (self._remark, self._held, self._taken):
            outer.addWidget(panel)
        outer.addWidget(Tiles(self._citizens, self._cases, self._bad))
        outer.addWidget(self._made)
        outer.addWidget(self.faults, 1)
        outer.addStretch()

    def show_view(self, view: ResultView) -> None:
        for panel, text in ((self._remark, view.remark), (self._held, view.held), (self._taken, view.taken)):
            panel.set_text(text)
            panel.setVisible(bool(text))
        self._take_question = view.take_question
        self._citizens.show_figure(view.citizens, view.citizens_rest)
        self._cases.show_figure(view.cases, view.cases_rest)
        self._bad.show_figure(str(view.bad_rows), "" if view.bad_rows else texts.NO_BAD_ROWS)
        clear(self._made_lines)
        for line in view.made:
            self._made_lines.addWidget(Label(line, wraps=True))
        self._made.setVisible(bool(view.made))
        self.faults.show_faults(view.faults)
        self.faults.setVisible(bool(view.faults))

    def _ask_to_take(self) -> None:
        """Nobody takes others' citizens over with one key: there is no way back."""
        if Question.confirm(self, texts.TAKE_HEADING, self._take_question, texts.TAKE, dangerous=True):
            self.taking_wanted.emit()
