"""What nobody may lose sight of, in one line; hidden where there is nothing. The look at the rows is logged."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from koordinator.domain.access import Action, may
from koordinator.texts import handover as texts
from koordinator.texts import ui as ui_texts
from koordinator.texts.assessment import step_short
from koordinator.texts.formats import date_short
from koordinator.ui.desk import Desk
from koordinator.ui.tokens import STEP_TONES
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.ui.widgets.screen_room import set_size
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.unserved import UnservedNumbers, UnservedRow, UnservedRows

_SIZE = (860, 460)


class UnservedCard(Card):
    """Courses without a coordinator, handovers that were not carried out, and meetings cancelled in a row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._words = Label(role=Role.STRONG, wraps=True)
        self.see = Button(texts.SHOW)
        self.see.clicked.connect(self._open)
        line = row(self._words, self.see, gap=12)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.hide()

    def reload(self) -> None:
        """Counts again."""
        unserved = self._desk.services.unserved
        self._desk.tasks.read(self, unserved.numbers, self._show)

    def _show(self, numbers: UnservedNumbers) -> None:
        self._words.setText(texts.unserved(numbers.without_coordinator, numbers.not_handed_over, numbers.not_meeting))
        self.see.setVisible(may(self._desk.actor, Action.OPEN_SUPERVISION_ROWS))
        self.setVisible(numbers.is_any)

    def _open(self) -> None:
        unserved, actor = self._desk.services.unserved, self._desk.actor
        self._desk.tasks.read(
            self, lambda: unserved.rows(actor), lambda found: UnservedDialog(self.window(), found).exec()
        )


class UnservedDialog(QDialog):
    """The rows: names, steps, coordinators and days, and nothing more."""

    def __init__(self, parent: QWidget, found: UnservedRows) -> None:
        super().__init__(parent)
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(texts.UNSERVED_HEADING)
        self.list: DataList[UnservedRow] = DataList(texts.UNSERVED_HEADING, _columns(), lambda line: line)
        self.list.set_rows(found.rows)
        close = Button(ui_texts.CLOSE, Kind.PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(10)
        outer.addWidget(Label(texts.UNSERVED_HEADING, Role.LEAD, wraps=True))
        outer.addWidget(self.list, 1)
        if found.hidden:
            outer.addWidget(Label(texts.unserved_hidden(found.hidden), Role.SMALL_MUTED, wraps=True))
        outer.addLayout(row(STRETCH, close))
        set_size(self, *_SIZE)
        self.list.setFocus()


def _columns() -> tuple[Column[UnservedRow], ...]:
    return (
        Column(
            texts.NAME,
            lambda line: line.subject_name,
            0,
            Look.STRONG,
            lambda line: texts.unserved_why(line.receiver, line.cancelled),
        ),
        Column(
            texts.STEP,
            lambda line: step_short(line.step) if line.step is not None else "",
            90,
            badge=lambda line: STEP_TONES[line.step or 0],
        ),
        Column(texts.COORDINATOR, lambda line: line.coordinator or texts.NOBODY, 205),
        Column(texts.SINCE, lambda line: date_short(line.since_on) if line.since_on is not None else "", 105),
    )
