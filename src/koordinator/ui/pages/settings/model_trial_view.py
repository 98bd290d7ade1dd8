"""Trying a draft on old assessments: how far it is, how many would move from which step to which, and why each."""

from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from koordinator.domain.assessment_model import AssessmentModel
from koordinator.domain.model_trial import ChangedOutcome, TrialReport
from koordinator.domain.steps import Step
from koordinator.texts import model_editor as editor_texts
from koordinator.texts import model_trial as texts
from koordinator.texts.formats import date_short, number
from koordinator.ui.tokens import STEP_TONES
from koordinator.ui.widgets.bullets import bullets
from koordinator.ui.widgets.buttons import Button, Kind, LinkButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import ElidedLabel, Label, Role
from koordinator.ui.widgets.layout import STRETCH, clear, column, holder, row
from koordinator.ui.widgets.progress import Progress, ProgressWords
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look

_MOVES_WIDTH: Final = 5
_CHANGED_WIDTH: Final = 8


class _Move(NamedTuple):
    from_step: Step | None
    to_step: Step | None
    number: int


class TrialView(QWidget):
    back = Signal()
    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._report: TrialReport | None = None
        self._heading = ElidedLabel(role=Role.CARD)
        self._summary = Label(role=Role.LEAD, wraps=True)
        self.progress = Progress(ProgressWords(texts.TITLE, texts.STOP, texts.STOPPING, texts.running))
        self._again = Button(texts.AGAIN, icon="refresh-cw")
        self._again.clicked.connect(self.again_asked)
        self._moves, self._changed = _move_list(), _changed_list()
        self._reasons = column(gap=4)
        self._running, self._found = Card(), QWidget()
        self._lay_out()
        self._moves.selected.connect(self._show_changed)
        self._changed.selected.connect(self._show_reasons)

    def begin(self, model: AssessmentModel) -> None:
        """A trial has been started."""
        self._report = None
        self._heading.setText(editor_texts.heading(model))
        self._summary.hide()
        self._found.hide()
        self._again.hide()
        self._running.show()
        self.progress.begin()
        self.progress.stop.setFocus()

    def show_report(self, report: TrialReport) -> None:
        self._report = report
        self._running.hide()
        self._summary.setText(texts.summary(report))
        self._summary.show()
        self._again.setVisible(report.was_stopped)
        self._found.setVisible(bool(report.changed))
        moves = [_Move(*move) for move in report.moves()]
        self._moves.set_rows([_Move(None, None, len(report.changed)), *moves] if len(moves) > 1 else moves)
        if report.changed:
            self._moves.selectRow(0)
            self._show_changed(self._moves.current_row())
            self._moves.setFocus()

    def _lay_out(self) -> None:
        back = LinkButton(f"‹ {texts.BACK}", Kind.CRUMB)
        back.clicked.connect(self.back)
        self._running.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._running.body.addWidget(self.progress)
        moves, changed, why = Card(texts.MOVES, fills=True), Card(texts.CHANGED, fills=True), Card(texts.WHY)
        moves.body.addWidget(self._moves, 1)
        changed.body.addWidget(self._changed, 1)
        why.body.addWidget(holder(self._reasons))
        right = column(gap=12)
        right.addWidget(changed, 1)
        right.addWidget(why)
        both = QHBoxLayout(self._found)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(16)
        both.addWidget(moves, _MOVES_WIDTH)
        both.addLayout(right, _CHANGED_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(row(back, self._heading, STRETCH, gap=16))
        told = row(gap=12)
        told.addWidget(self._summary, 1)
        told.addWidget(self._again)
        outer.addLayout(told)
        outer.addWidget(Label(texts.EXPLANATION, Role.SMALL_MUTED, wraps=True))
        outer.addWidget(self._running)
        outer.addWidget(self._found, 1)
        outer.addStretch(0)

    def _show_changed(self, move: _Move | None) -> None:
        if self._report is None or move is None:
            return
        changed = self._report.changed
        if move.from_step is not None:
            changed = tuple(
                each for each in changed if (each.from_step, each.to_step) == (move.from_step, move.to_step)
            )
        self._changed.set_rows(changed)
        if changed:
            self._changed.selectRow(0)
        self._show_reasons(self._changed.current_row())

    def _show_reasons(self, outcome: ChangedOutcome | None) -> None:
        clear(self._reasons)
        if outcome is None:
            self._reasons.addWidget(Label(texts.CHOOSE_ROW, Role.MUTED))
            return
        head = f"{texts.who(outcome)} · {texts.move(outcome.from_step, outcome.to_step)}"
        self._reasons.addWidget(Label(head, Role.STRONG, wraps=True))
        self._reasons.addWidget(bullets(texts.reasons(outcome)))


def _move_list() -> DataList[_Move]:
    return DataList(
        texts.MOVES,
        (
            Column(texts.MOVE, _words, look=Look.STRONG),
            Column(texts.COUNT, lambda each: number(each.number), 90, is_number=True),
        ),
        lambda each: (each.from_step, each.to_step),
    )


def _changed_list() -> DataList[ChangedOutcome]:
    return DataList(
        texts.CHANGED,
        (
            Column(texts.ASSESSED, lambda each: date_short(each.assessed_on), 104, order=lambda each: each.assessed_on),
            Column(texts.WHO, texts.who, 130, look=Look.STRONG),
            Column(
                texts.MOVE,
                lambda each: editor_texts.step_badge(each.to_step),
                110,
                badge=lambda each: STEP_TONES[each.to_step],
            ),
            Column(texts.REASON, texts.why),
        ),
        lambda each: each.assessment_id,
    )


def _words(move: _Move) -> str:
    if move.from_step is None or move.to_step is None:
        return texts.ALL_MOVES
    return texts.move(move.from_step, move.to_step)
