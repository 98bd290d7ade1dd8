"""What the register knows, to be confirmed at one glance before the first question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from koordinator.texts import assessment_page as texts
from koordinator.texts import subject
from koordinator.ui.override import override
from koordinator.ui.pages.assessment.family_state import FamilyView
from koordinator.ui.pages.assessment.parts import Body
from koordinator.ui.pages.assessment.view_state import RegisterLine
from koordinator.ui.tabs.siblings import SiblingsApart
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.bullets import bullets
from koordinator.ui.widgets.buttons import Button, LinkButton
from koordinator.ui.widgets.card import Panel
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Separator, clear, column, row


class RegisterBody(Body):
    """`corrected` with the question whose answer does not fit, `renewed` with one that takes the register's."""

    corrected = Signal(object)
    renewed = Signal(object)
    shared = Signal(object)
    """One fast sagsbehandler is wanted for siblings who have not the same: the SiblingsApart."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[RegisterLine, ...] = ()
        self._family: FamilyView | None = None
        self._heading = Label(role=Role.LEAD, wraps=True)
        self._rows = column(gap=10)
        self._members = column(gap=8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(Label(texts.REGISTER, Role.SMALL_MUTED))
        whole.addWidget(self._heading)
        whole.addWidget(Label(texts.REGISTER_INTRO, Role.MUTED, wraps=True))
        whole.addSpacing(8)
        whole.addLayout(self._rows)
        whole.addLayout(self._members)
        whole.addStretch(1)

    def show_family(self, family: FamilyView | None) -> None:
        """Who is in the family, who is not, and siblings who should share a caseworker."""
        if family == self._family:
            return
        self._family = family
        clear(self._members)
        if family is None:
            return
        self._members.addWidget(Separator())
        if family.members:
            self._members.addWidget(Label(texts.IN_FAMILY, Role.STRONG))
            self._members.addWidget(bullets(family.members, Role.SMALL))
        for remark in family.remarks:
            self._members.addWidget(Label(remark, Role.SMALL_MUTED, wraps=True))
        if family.apart is not None:
            self._members.addWidget(self._siblings(family.apart))

    def show_lines(self, name: str, lines: Sequence[RegisterLine]) -> None:
        """One line a question."""
        self._heading.setText(texts.register_question(name))
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        clear(self._rows)
        for number, line in enumerate(lines, 1):
            if number > 1:
                self._rows.addWidget(Separator())
            self._rows.addLayout(self._line(number, line))
            if line.says_now:
                self._rows.addWidget(self._news(line))

    @override
    def press(self, digit: int, *, for_citizen: bool = False) -> None:
        """The digit of a line corrects it; the citizen is not asked what the register counts."""
        if not for_citizen and 1 <= digit <= len(self._lines):
            self.corrected.emit(self._lines[digit - 1].parameter)

    def _line(self, number: int, line: RegisterLine) -> QHBoxLayout:
        link = LinkButton(f"{texts.CORRECT} ({number})")
        link.setAccessibleName(texts.correct_answer(line.label))
        link.clicked.connect(lambda: self.corrected.emit(line.parameter))
        head = row(Label(line.label, Role.STRONG), Label(line.answer), STRETCH, gap=8)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(column(head, Label(line.counted, Role.SMALL_MUTED, wraps=True), gap=2), 1)
        both.addWidget(link, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return both

    def _siblings(self, apart: SiblingsApart) -> QWidget:
        panel = Panel(apart.remark, Tone.SOON)
        button = Button(subject.ONE_FOR_ALL)
        button.clicked.connect(lambda: self.shared.emit(apart))
        panel.add_button(button)
        return panel

    def _news(self, line: RegisterLine) -> QWidget:
        panel = Panel(texts.register_says_now(line.says_now), Tone.SOON)
        button = Button(texts.USE_REGISTER)
        button.setAccessibleName(f"{texts.USE_REGISTER}: {line.label}, {line.says_now}")
        button.clicked.connect(lambda: self.renewed.emit(line.parameter))
        panel.add_button(button)
        return panel
