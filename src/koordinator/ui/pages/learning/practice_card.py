"""Øvelse: the tasks with their ticks in the practice case; in every other database the offer to begin."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from koordinator.domain.practice import PracticeTask, TaskState
from koordinator.texts import practice as texts
from koordinator.texts.formats import first_name
from koordinator.ui.pages.learning.view_state import TaskRow, rows_of
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.bullets import bullets
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.labels import IconLabel, Label, Role
from koordinator.ui.widgets.layout import STRETCH, clear, column, row
from koordinator.usecases.learning import PracticeFile

_ICONS: Final = {
    TaskState.DONE: "circle-check",
    TaskState.NEXT: "circle-dot",
    TaskState.COMES: "circle",
    TaskState.PASSED_OVER: "minus",
}
_ROLES: Final = {TaskState.NEXT: Role.STRONG, TaskState.COMES: Role.BODY}


class OfferCard(Card):
    """Begins the practice case in a window of its own."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__(texts.HEADING)
        self.begin = Button(texts.BEGIN, Kind.PRIMARY, icon="graduation-cap")
        self.begin.clicked.connect(self.asked)
        line = row(gap=24)
        line.addWidget(Label(texts.OFFER, wraps=True), 1)
        line.addWidget(self.begin)
        self.body.addLayout(line)


class PracticeCard(Card):
    """The case's tasks. `go_asked` for the next one, `again_asked` to begin from the beginning."""

    go_asked = Signal()
    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__(texts.HEADING)
        self.again = Button(texts.AGAIN, icon="refresh-cw")
        self.again.clicked.connect(self.again_asked)
        self.add_to_head(self.again)
        self._about = Label(wraps=True)
        self._progress = Label(role=Role.MUTED)
        self._stray = Panel("", Tone.SOON)
        self._end = _Ending()
        self._rows = tuple(_Row() for _ in PracticeTask)
        for part in (self._about, self._progress, self._end, self._stray):
            self.body.addWidget(part)
        for each in self._rows:
            each.go.clicked.connect(self.go_asked)
            self.body.addWidget(each)

    def show_case(self, file: PracticeFile) -> None:
        """The tasks as they stand."""
        name, rows = file.citizen.name, rows_of(file)
        done = sum(line.state is TaskState.DONE for line in rows)
        is_over = not any(line.state is TaskState.NEXT for line in rows)
        self.set_title(texts.title(name))
        self._about.setText(texts.about(first_name(name), file.departments))
        self._about.setVisible(not is_over)
        self._progress.setText(texts.progress(done, len(rows)))
        self._end.setVisible(is_over)
        self._end.show_name(first_name(name))
        step = file.facts.decided
        self._stray.setVisible(file.facts.strayed)
        if step is not None:
            self._stray.set_text(texts.strayed(step))
        for widget, line in zip(self._rows, rows, strict=True):
            widget.show_row(line)

    def next_button(self) -> Button:
        """What the keyboard is put on: the next task's button, or the one to begin again."""
        return next((each.go for each in self._rows if not each.go.isHidden()), self.again)


class _Row(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._mark = column(gap=0)
        self._title = Label(wraps=True)
        self._why = Label(role=Role.SMALL_MUTED, wraps=True)
        self.go = Button(texts.GO, Kind.PRIMARY)
        line = row(gap=12)
        line.setContentsMargins(0, 1, 0, 1)
        line.addLayout(self._mark)
        line.addLayout(column(self._title, self._why, gap=0), 1)
        line.addWidget(self.go, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)

    def show_row(self, task: TaskRow) -> None:
        clear(self._mark)
        self._mark.addWidget(IconLabel(_ICONS[task.state], 22), 0, Qt.AlignmentFlag.AlignTop)
        self._title.setText(task.title)
        self._title.set_role(_ROLES.get(task.state, Role.MUTED))
        self._why.setText(task.why)
        self.go.setVisible(task.state is TaskState.NEXT)
        self.go.setAccessibleName(f"{texts.GO}: {task.title}")
        self.setAccessibleName(task.spoken)


class _Ending(QWidget):
    """What was learned, when everything has been gone through."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = Label(role=Role.LEAD, wraps=True)
        inside = column(self._heading, bullets(texts.LEARNED), Label(texts.FINISHED_NEXT, wraps=True), STRETCH, gap=8)
        inside.setContentsMargins(0, 0, 0, 8)
        self.setLayout(inside)

    def show_name(self, name: str) -> None:
        self._heading.setText(texts.FINISHED.format(name=name))
