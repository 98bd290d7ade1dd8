"""What the decision came to, and the one next thing with its button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain.steps import Step
from koordinator.texts import assessment as words
from koordinator.texts import assessment_page as texts
from koordinator.texts import guide
from koordinator.ui.pages.assessment.view_state import called
from koordinator.ui.stations import stations_of
from koordinator.ui.widgets.bullets import bullets
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.guide_band import GuideBand
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, clear, column, row
from koordinator.ui.widgets.staircase import Staircase
from koordinator.usecases.assessments import Decided


class OutcomeView(QWidget):
    """`left` when the person goes on to the citizen's or family's page, `acted` when to what is next."""

    left = Signal()
    acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._staircase = Staircase(large=True)
        self._lines = column(gap=8)
        self._band = GuideBand()
        self._band.acted.connect(self.acted)
        self._on = Button("")
        self._on.clicked.connect(self.left)
        both = row(gap=32)
        both.addLayout(column(self._staircase, STRETCH, gap=0))
        both.addLayout(column(self._lines, STRETCH, gap=0), 1)
        card = Card()
        card.body.addLayout(both)
        card.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        for part in (card, self._band):
            whole.addWidget(part)
        whole.addLayout(row(self._on, STRETCH))
        whole.addStretch(1)

    def show_decided(self, decided: Decided) -> None:
        """Shows the locked assessment and what follows from it."""
        assessment, name = decided.assessment, called(decided.people)
        step, before = assessment.decided_step or Step.NO_NEED, decided.step_before
        self._staircase.set_step(int(step), None if before is None else int(before))
        clear(self._lines)
        self._lines.addWidget(Label(texts.locked_heading(step), Role.LEAD, wraps=True))
        family = decided.casework_of
        became = texts.stands_beside(name, family) if family else texts.moved(name, before, step)
        self._lines.addWidget(Label(became, Role.STRONG, wraps=True))
        self._lines.addWidget(Label(words.step_meaning(step), Role.MUTED, wraps=True))
        for part in (*_reasons(decided, name), *_disagreements(decided, name)):
            self._lines.addWidget(part)
        self._show_next(decided)
        self._on.setText(texts.go_to(name))

    def take_focus(self) -> None:
        """Enter does what is next; where nothing waits it goes on to the page."""
        if not self._band.focus_button():
            self._on.setFocus()

    def _show_next(self, decided: Decided) -> None:
        following, name = decided.next_step, decided.people.name
        action = guide.button(following) if following.waits else ""
        step, today = decided.assessment.decided_step, decided.assessment.decided_on
        due = guide.due(following, today) if today is not None else ""
        edge, why = None if step is None else int(step), guide.sentence(following, name)
        self._band.show_next(guide.heading(following, name), due, action, edge, why=why)
        self._band.show_way(stations_of(following) if following.waits else ())


def _reasons(decided: Decided, name: str) -> tuple[QWidget, ...]:
    assessment = decided.assessment
    recommended = assessment.recommended_step
    if recommended is None:
        return ()
    if assessment.deviates:
        return (Label(texts.deviation(recommended, assessment.deviation_reason), wraps=True),)
    clauses = words.because_clauses(assessment.model, assessment.recommendation(), name)
    return (Label(texts.pointed_because(recommended), Role.STRONG), bullets(clauses)) if clauses else ()


def _disagreements(decided: Decided, name: str) -> tuple[QWidget, ...]:
    """Where the citizen sees it otherwise: shown, and no part of the result."""
    assessment = decided.assessment
    lines = [words.disagreement_line(assessment.model, each, name) for each in assessment.disagreements]
    return (Label(texts.sees_it_otherwise(name), Role.VOICE), bullets(lines)) if lines else ()
