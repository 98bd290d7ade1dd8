"""One question: the words to ask, the answers, the citizen's own answer beside, and a note."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from koordinator.domain import limits
from koordinator.domain.assessment_model import ParameterKey
from koordinator.texts import assessment_page as texts
from koordinator.ui.override import override
from koordinator.ui.pages.assessment.answer_rows import AnswerRows
from koordinator.ui.pages.assessment.parts import Body
from koordinator.ui.pages.assessment.view_state import QuestionView
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row
from koordinator.ui.widgets.note_edit import NoteEdit

_NOTE_LINES: Final = 1


class QuestionBody(Body):
    """`chosen` and `citizen_chosen` with an answer's key, `noted` and `note_draft` with the note's text."""

    chosen = Signal(str)
    citizen_chosen = Signal(str)
    noted = Signal(str)
    note_draft = Signal(str)
    citizen_asked = Signal()
    """Room for the citizen's answer is wanted where the model has none."""

    def __init__(self) -> None:
        super().__init__()
        self._parameter: ParameterKey | None = None
        self._position = Label(role=Role.SMALL_MUTED)
        self._question = Label(role=Role.LEAD, wraps=True)
        self._ask = Label(role=Role.MUTED, wraps=True)
        self._help = Label(role=Role.SMALL_MUTED, wraps=True)
        self._registered = Label(role=Role.SMALL_MUTED, wraps=True)
        self._last = Label(role=Role.SMALL_MUTED, wraps=True)
        self._members = Label(role=Role.SMALL, wraps=True)
        self.rows = AnswerRows()
        self._note = NoteEdit(texts.NOTE, limit=limits.PARAGRAPH, lines=_NOTE_LINES, most_lines=8)
        self._note.set_placeholder(texts.NOTE_HINT)
        self._ask_citizen = LinkButton()
        self._connect()
        self._lay_out()

    @property
    def is_too_long(self) -> bool:
        """The note is over its limit and not stored: it must be shortened before the question is left."""
        return self._note.is_too_long()

    def show_question(self, view: QuestionView, draft: str = "") -> None:
        """Shows the question; a note that is being written on the same question is left in peace."""
        is_new = view.parameter != self._parameter
        self._parameter = view.parameter
        self._position.setText(view.position)
        self._question.setText(view.question)
        self._ask.setText(view.ask)
        self._help.setText(view.help)
        beside = ((self._registered, view.registered), (self._members, view.members), (self._last, view.last))
        for label, said in beside:
            label.setText(said)
            label.setVisible(bool(said))
        self.rows.show_question(view)
        self._ask_citizen.set_words(texts.add_citizens_answer(view.name))
        self._ask_citizen.setVisible(not view.asks_citizen)
        if is_new:
            self._note.set_text(view.note)
            if draft:
                self._note.restore_draft(draft)

    def forget(self) -> None:
        """The next question is shown anew, also when it is the same one."""
        self._parameter = None

    def commit(self) -> None:
        """Hands the note over now."""
        self._note.commit()

    def focus_note(self) -> None:
        """The keyboard goes to the note."""
        self._note.setFocus()

    @override
    def press(self, digit: int, *, for_citizen: bool = False) -> None:
        if for_citizen:
            self.rows.choose_for_citizen(digit - 1)
        else:
            self.rows.choose(digit - 1)

    @override
    def take_focus(self) -> None:
        self.rows.take_focus()

    def _connect(self) -> None:
        self.rows.chosen.connect(self.chosen)
        self.rows.citizen_chosen.connect(self.citizen_chosen)
        self._note.committed.connect(self.noted)
        self._note.draft_due.connect(self.note_draft)
        self._ask_citizen.clicked.connect(self.citizen_asked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._position, self._question, self._ask, self._registered, self._members):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self.rows)
        column.addSpacing(4)
        column.addWidget(self._last)
        column.addWidget(self._help)
        column.addWidget(self._note)
        column.addLayout(row(self._ask_citizen, STRETCH))
        column.addStretch(1)
