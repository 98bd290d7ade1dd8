"""The decision: four steps to choose among, and the reason when it is another than the answers point to."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain import limits
from koordinator.domain.steps import Step
from koordinator.texts import assessment as words
from koordinator.texts import assessment_page as texts
from koordinator.ui.override import override
from koordinator.ui.pages.assessment.parts import Body
from koordinator.ui.pages.assessment.view_state import DecisionView
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.bullets import bullets
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import clear, column
from koordinator.ui.widgets.note_edit import NoteEdit
from koordinator.ui.widgets.option_card import OptionCards

_REASON_LINES: Final = 2


class DecisionBody(Body):
    """`reason_draft` with the text of the reason while it is written, `step_chosen` with a step."""

    deviated = Signal(QWidget)
    """Another step is chosen than the recommended one: the field for the reason."""
    reason_draft = Signal(str)
    step_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._view: DecisionView | None = None
        self._missing = Panel("", Tone.SOON)
        self._steps = _StepCards(texts.DECISION_HEADING)
        self._move = Label(role=Role.STRONG, wraps=True)
        self._reason_label = Label(words.DEVIATION_QUESTION, Role.STRONG, wraps=True)
        self._reason = NoteEdit(words.DEVIATION_QUESTION, limit=limits.PARAGRAPH, lines=_REASON_LINES, most_lines=8)
        self._against_heading = Label(texts.SAYS_OTHERWISE, Role.STRONG)
        self._against = column(gap=0)
        self._steps.chosen.connect(self._choose)
        self._reason.draft_due.connect(self.reason_draft)
        self._reason.committed.connect(self.reason_draft)
        self._lay_out()

    @property
    def step(self) -> Step | None:
        """The chosen step."""
        key = self._steps.key()
        return None if key is None else Step(int(key))

    @property
    def reason(self) -> str:
        """The reason; nothing where none is asked for."""
        return self._reason.text().strip() if self.deviates else ""

    @property
    def deviates(self) -> bool:
        """Another step is chosen than the answers point to."""
        return self._view is not None and self.step is not None and self.step is not self._view.recommended

    @property
    def can_lock(self) -> bool:
        """A step is chosen, with a reason where one is needed."""
        needs_reason = self.deviates and not self.reason
        return self.step is not None and not needs_reason and not self._reason.is_too_long()

    def show_steps(self, view: DecisionView, draft: str = "", chosen_before: Step | None = None) -> None:
        """The recommended step is chosen to begin with; what has been chosen since, or the last time, stays."""
        if view == self._view:
            return
        if self._view is None:
            kept = view.recommended if chosen_before is None else chosen_before
        else:
            kept = self.step if view.recommended is self._view.recommended else view.recommended
        self._view = view
        chosen = None if kept is None else str(int(kept))
        self._steps.show_options(texts.DECISION_HEADING, view.options, chosen)
        self._missing.set_text(view.missing)
        self._missing.setVisible(bool(view.missing))
        clear(self._against)
        self._against.addWidget(bullets(view.against))
        self._against_heading.setVisible(bool(view.against))
        if draft:
            self._reason.restore_draft(draft)
        self._show_reason()

    def forget(self) -> None:
        """For another assessment: no step chosen, no reason written."""
        self._view = None
        self._reason.set_text("")

    def focus_reason(self) -> None:
        """The keyboard goes to the reason."""
        self._reason.setFocus()

    @override
    def press(self, digit: int, *, for_citizen: bool = False) -> None:
        if not for_citizen:
            self._steps.choose(digit)

    @override
    def take_focus(self) -> None:
        if self.step is not None:
            self._steps.focus_chosen()

    def _choose(self) -> None:
        self._show_reason()
        self.step_chosen.emit(self.step)
        if self.deviates:
            self.deviated.emit(self._reason)

    def _show_reason(self) -> None:
        view = self._view
        if view is not None and view.casework_of:
            self._move.setText(texts.would_stand_beside(view.name, view.casework_of))
        elif view is not None and self.step is not None:
            self._move.setText(texts.would_move(view.name, view.now, self.step))
        self._move.setVisible(self.step is not None)
        self._reason_label.setVisible(self.deviates)
        self._reason.setVisible(self.deviates)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(Label(texts.DECISION, Role.SMALL_MUTED))
        whole.addWidget(Label(texts.DECISION_HEADING, Role.LEAD, wraps=True))
        for part in (self._missing, self._steps, self._reason_label, self._reason, self._move):
            whole.addWidget(part)
        whole.addSpacing(4)
        whole.addWidget(self._against_heading)
        whole.addLayout(self._against)
        whole.addWidget(Label(texts.LOCK_REMARK, Role.SMALL_MUTED, wraps=True))
        whole.addStretch(1)


class _StepCards(OptionCards):
    """The digit of a step chooses it: 2 is trin 2, 0 is no need."""

    def focus_chosen(self) -> None:
        card = self._group.checkedButton()
        if card is not None:
            card.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
