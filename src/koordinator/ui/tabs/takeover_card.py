"""The card with the take-over checklist of trin 3; on a member's page the way to the family's."""

from typing import Final

from PySide6.QtCore import Signal

from koordinator.domain.access import Action, may
from koordinator.domain.ids import DepartmentId, TakeoverId
from koordinator.domain.steps import Step
from koordinator.domain.takeover import Takeover, TakeoverOutcome
from koordinator.texts import takeover as texts
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.takeover import change_takeover
from koordinator.ui.tabs.tab import SubjectView
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look

_TONES: Final[dict[TakeoverOutcome | None, Tone]] = {
    None: Tone.SOON,
    TakeoverOutcome.TAKEN_OVER: Tone.DONE,
    TakeoverOutcome.NOT_HANDED_OVER: Tone.NEUTRAL,
}


class TakeoverCard(Card):
    """Hidden but for whom trin 3 covers. A line is opened to be changed, or corrected by a new one."""

    navigate = Signal(str, object)
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(texts.TITLE)
        self._desk = desk
        self._view: SubjectView | None = None
        self._words = Label(role=Role.MUTED, wraps=True)
        self.list: DataList[Takeover] = DataList(texts.TITLE, self._columns(), lambda line: line.id, fits_rows=True)
        self.list.opened.connect(self._change)
        self.add = Button(texts.NEW, icon="plus")
        self.add.clicked.connect(self._add)
        self.see_family = Button(texts.SEE_FAMILY)
        self.see_family.clicked.connect(self._go_to_family)
        self.add_to_head(self.add)
        self.body.addWidget(self._words)
        self.body.addWidget(self.list)
        self.body.addLayout(row(self.see_family, STRETCH))

    def show_subject(self, view: SubjectView) -> None:
        """Shows the lines of this time on trin 3, those that wait first."""
        self._view = view
        file = view.course_file
        is_own = file.step is not None and file.step.step is Step.ONE_CASEWORK
        family = "" if is_own else file.next_step.of_family
        lines = file.checklist if is_own else ()
        said = texts.of_family(family) if family else texts.summary(lines) or texts.EMPTY
        self.list.set_rows(lines)
        self._words.setText(said)
        self.list.setVisible(bool(lines))
        self.add.setVisible(is_own and may(self._desk.actor, Action.EDIT_TAKEOVER))
        self.see_family.setVisible(bool(family))
        self.setVisible(is_own or bool(family))

    def _columns(self) -> tuple[Column[Takeover], ...]:
        return (
            Column(texts.DEPARTMENT, self._department, 0, Look.STRONG, lambda line: line.what),
            Column(
                texts.MEANWHILE,
                self._meanwhile,
                240,
                detail=lambda line: line.wait_reason if line.waits else "",
                least=150,
            ),
            Column(texts.STANDS, texts.state, 180, badge=self._tone),
        )

    def _department(self, line: Takeover) -> str:
        file = self._view and (self._view.citizen or self._view.family)
        return file.departments[line.department_id].name if file else ""

    def _meanwhile(self, line: Takeover) -> str:
        """Who is responsible until then; once it is over why it is not handed over."""
        file = (self._view.citizen or self._view.family) if self._view is not None else None
        if file is None or not line.waits:
            return line.outcome_reason
        return file.employees[line.employee_id].name if line.employee_id is not None else texts.NOBODY

    def _tone(self, line: Takeover) -> Tone:
        late = self._view is not None and line.waits and line.expected_on < self._view.course_file.today
        return Tone.OVERDUE if late else _TONES[line.outcome]

    def _add(self) -> None:
        file = self._view.course_file if self._view is not None else None
        if file is not None and file.step is not None:
            stay = file.step
            self._change(
                Takeover(TakeoverId(0), file.subject_id, stay.course_id, DepartmentId(0), "", file.today, stay.from_on)
            )

    def _change(self, line: Takeover) -> None:
        if self._view is not None:
            change_takeover(self._desk, self, line, self._view.course_file.today, self.changed.emit)

    def _go_to_family(self) -> None:
        file = self._view.citizen if self._view is not None else None
        if file is not None and file.family is not None:
            self.navigate.emit("family", file.family.family.id)
