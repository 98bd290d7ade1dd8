"""The tab Vurdering: the begun assessment, and the earlier ones with why, what was new, and the citizen's own view."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from koordinator.domain.access import Action, roles_for
from koordinator.domain.guide_kinds import NextStepKind
from koordinator.domain.ids import AssessmentId, SubjectId
from koordinator.domain.paper_order import note_order
from koordinator.texts import assessment_page as texts
from koordinator.texts import subject as subject_texts
from koordinator.texts.formats import spoken_name
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.tabs.assessment_lines import AssessmentLine, assessment_lines, begun_line
from koordinator.ui.tabs.save_paper import save_paper
from koordinator.ui.tabs.tab import SubjectTab, SubjectView
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.badges import StepBadge
from koordinator.ui.widgets.bullets import bullets
from koordinator.ui.widgets.buttons import Button, LinkButton
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, clear, column, holder, row
from koordinator.ui.widgets.scaffold import EmptyState
from koordinator.usecases.assessments import AssessmentHistory
from koordinator.usecases.papers import HandedPaper

_PAGE = "assessment"


class AssessmentTab(SubjectTab):
    """The newest assessment is open, the earlier ones can be unfolded."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._may_assess = bool(desk.actor.roles & roles_for(Action.ASSESS))
        self._subject_id: SubjectId | None = None
        self._title = Label(texts.EARLIER, Role.LEAD)
        self._assess = Button(texts.ASSESS, icon="clipboard-check")
        self._assess.clicked.connect(self._go)
        self._family_id: SubjectId | None = None
        self._assess_family = Button(subject_texts.ASSESS_FAMILY, icon="users")
        self._assess_family.clicked.connect(lambda: self.navigate.emit(_PAGE, self._family_id))
        self._said = Label(role=Role.SMALL_MUTED, wraps=True)
        self._begun = Panel("", Tone.INFO)
        self._waiting = Panel("", Tone.SOON)
        self._carry_out = Button(texts.CARRY_OUT)
        self._carry_out.clicked.connect(self._do_carry_out)
        self._waiting.add_button(self._carry_out)
        # Shown before it stands anywhere it would be a window of its own, and take the keyboard.
        self._carry_out.setVisible(bool(desk.actor.roles & roles_for(Action.MOVE_STEP)))
        self._is_waiting = False
        self._newest: AssessmentId | None = None
        self._list = column(gap=16)
        self._head = holder(row(self._title, STRETCH, self._assess_family, self._assess, gap=12))
        whole = column(self._head, self._waiting, self._begun, self._list, self._said, STRETCH, gap=16)
        self.setLayout(whole)
        self._head.hide()
        self._begun.hide()
        self._waiting.hide()

    @override
    def show_subject(self, view: SubjectView) -> None:
        in_family = view.citizen.family if view.citizen is not None else None
        self._family_id = in_family.family.subject_id if in_family is not None else None
        next_step = view.course_file.next_step
        self._is_waiting = next_step.kind is NextStepKind.CARRY_OUT_ASSESSMENT and not next_step.of_family
        self.show_for(view.subject_id)

    def show_for(self, subject_id: SubjectId) -> None:
        """Reads the subject's assessments and shows them."""
        self._subject_id = subject_id
        services, actor = self._desk.services, self._desk.actor
        self._desk.tasks.read(self, lambda: services.assessments.history(actor, subject_id), self._show)

    def _show(self, history: AssessmentHistory) -> None:
        if history.people.subject_id != self._subject_id:
            return
        clear(self._list)
        self._assess.setText(texts.CONTINUE if history.begun is not None else texts.ASSESS)
        has_any = bool(history.locked) or history.begun is not None
        self._title.setVisible(has_any)
        self._assess.setVisible(self._may_assess and has_any)
        self._assess_family.setVisible(self._may_assess and self._family_id is not None)
        self._head.setVisible(has_any or not self._assess_family.isHidden())
        self._said.setText("")
        self._show_waiting(history)
        self._begun.setVisible(history.begun is not None)
        if history.begun is not None:
            self._begun.set_text(begun_line(history.begun))
        for number, line in enumerate(assessment_lines(history)):
            card = _AssessmentCard(line, is_open=number == 0, makes_note=self._may_assess)
            card.note_asked.connect(self._make_note)
            self._list.addWidget(card)
        if not history.locked and history.begun is None:
            self._list.addWidget(self._empty(history))

    def _empty(self, history: AssessmentHistory) -> QWidget:
        sentence = texts.none_yet(spoken_name(history.people.name, is_family=history.people.is_family))
        action = texts.ASSESS if self._may_assess else ""
        return EmptyState("clipboard-check", sentence, action, self._go)

    def _show_waiting(self, history: AssessmentHistory) -> None:
        """A decision that has not become a course yet: the newest one waits to be carried out."""
        newest = history.locked[0] if self._is_waiting and history.locked else None
        decided = newest.decided_step if newest is not None else None
        self._newest = newest.id if newest is not None else None
        self._waiting.setVisible(decided is not None)
        if decided is not None:
            name = spoken_name(history.people.name, is_family=history.people.is_family)
            self._waiting.set_text(texts.waits_to_be_carried_out(name, decided))

    def _do_carry_out(self) -> None:
        courses, actor, assessment_id = self._desk.services.courses, self._desk.actor, self._newest
        if assessment_id is not None:
            self._desk.tasks.write(
                self, lambda: courses.carry_out(actor, assessment_id), lambda _period: self.changed.emit()
            )

    def _make_note(self, assessment_id: AssessmentId) -> None:
        papers, actor = self._desk.services.papers, self._desk.actor
        if self._subject_id is not None:
            order = note_order(self._subject_id, assessment_id)
            self._desk.tasks.write(self, lambda: papers.make(actor, order), self._save_note)

    def _save_note(self, made: HandedPaper) -> None:
        save_paper(self._desk, self, made, self._said.setText)

    def _go(self) -> None:
        self.navigate.emit(_PAGE, self._subject_id)


class _AssessmentCard(Card):
    note_asked = Signal(object)
    """A note for the file is wanted: the assessment's key."""

    def __init__(self, line: AssessmentLine, *, is_open: bool, makes_note: bool) -> None:
        super().__init__()
        self._line = line
        self._is_open = is_open
        self._fold = LinkButton()
        self._fold.clicked.connect(self._unfold)
        self._rest = holder(_rest(line))
        note = LinkButton(texts.NOTE_PAPER)
        note.setAccessibleName(texts.note_paper(line.day))
        note.clicked.connect(lambda: self.note_asked.emit(line.id))
        head = row(Label(line.made, Role.CARD), StepBadge(int(line.step)), STRETCH, note, self._fold, gap=12)
        note.setVisible(makes_note)
        self.body.addLayout(head)
        self.body.addWidget(Label(line.decision, Role.MUTED, wraps=True))
        self.body.addWidget(self._rest)
        self._show()

    def _unfold(self) -> None:
        self._is_open = not self._is_open
        self._show()

    def _show(self) -> None:
        self._rest.setVisible(self._is_open)
        self._fold.set_words(texts.HIDE if self._is_open else texts.SHOW)
        self._fold.setAccessibleName(texts.unfold(self._line.day, is_open=self._is_open))


def _rest(line: AssessmentLine) -> QVBoxLayout:
    """Why, what was new, and where the citizen saw it otherwise."""
    lines = column(gap=12)
    if line.reason:
        lines.addWidget(Label(line.reason, wraps=True))
    why = column(*_section(line.pointed, line.because, Role.STRONG), STRETCH)
    beside = (
        *_section(line.otherwise, line.disagreements, Role.VOICE),
        *_section(texts.SINCE_LAST, line.differences, Role.STRONG),
    )
    both = row(gap=32)
    both.addLayout(why, 1)
    if beside:
        both.addLayout(column(*beside, STRETCH), 1)
    lines.addLayout(both)
    return lines


def _section(heading: str, clauses: Sequence[str], role: Role) -> tuple[QWidget, ...]:
    return (Label(heading, role, wraps=True), bullets(clauses)) if clauses else ()
