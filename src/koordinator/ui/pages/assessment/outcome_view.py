"""What the decision came to, and the one next thing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain.steps import Step
from koordinator.texts import assessment as words
from koordinator.texts import assessment_page as texts
from koordinator.texts import guide
from koordinator.ui.pages.assessment.view_state import called
from koordinator.ui.widgets.bullets import bullets
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Separator, clear, column, row
from koordinator.ui.widgets.staircase import Staircase
from koordinator.usecases.assessments import Decided


class OutcomeView(Card):
    """`left` when the person goes on to the citizen's or family's page."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._staircase = Staircase(large=True)
        self._lines = column(gap=8)
        self._on = Button("", Kind.PRIMARY)
        self._on.clicked.connect(self.left)
        both = row(gap=32)
        both.addLayout(column(self._staircase, STRETCH, gap=0))
        words_column = QVBoxLayout()
        words_column.addLayout(self._lines)
        words_column.addSpacing(8)
        words_column.addLayout(row(self._on, STRETCH))
        words_column.addStretch(1)
        both.addLayout(words_column, 1)
        self.body.addLayout(both)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_decided(self, decided: Decided) -> None:
        """Shows the locked assessment; the keyboard is on the way onward."""
        assessment, name = decided.assessment, called(decided.people)
        step = assessment.decided_step or Step.NO_NEED
        self._staircase.set_step(int(step))
        clear(self._lines)
        self._lines.addWidget(Label(texts.locked_heading(step), Role.LEAD, wraps=True))
        self._lines.addWidget(Label(words.step_meaning(step), Role.MUTED, wraps=True))
        for part in _reasons(decided, name):
            self._lines.addWidget(part)
        self._lines.addWidget(Separator())
        self._lines.addWidget(Label(texts.NOW, Role.CARD))
        self._lines.addWidget(Label(texts.moved(name, decided.step_before, step), wraps=True))
        self._lines.addWidget(Label(guide.heading(decided.next_step, decided.people.name), Role.STRONG, wraps=True))
        self._lines.addWidget(Label(guide.sentence(decided.next_step, decided.people.name), Role.MUTED, wraps=True))
        self._on.setText(texts.go_to(name))

    def take_focus(self) -> None:
        """Enter goes on."""
        self._on.setFocus()


def _reasons(decided: Decided, name: str) -> tuple[QWidget, ...]:
    assessment = decided.assessment
    recommended = assessment.recommended_step
    if recommended is None:
        return ()
    if assessment.deviates:
        return (Label(texts.deviation(recommended, assessment.deviation_reason), wraps=True),)
    clauses = words.because_clauses(assessment.model, assessment.recommendation(), name)
    return (Label(texts.pointed_because(recommended), Role.STRONG), bullets(clauses)) if clauses else ()
