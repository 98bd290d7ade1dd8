"""A citizen's right of access: who else stands in what is held, what may be shown, and the papers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from koordinator.domain.citizen import Citizen
from koordinator.domain.citizen_request import waiting_for_access
from koordinator.domain.limits import PARAGRAPH
from koordinator.domain.paper import PaperKind
from koordinator.domain.right_of_access import AccessVerdict, Other, OtherKey
from koordinator.texts import citizen_requests as request_texts
from koordinator.texts import right_of_access_page as texts
from koordinator.texts import ui as ui_texts
from koordinator.ui.ask import Question
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.dialogs.citizen_requests import RequestsDialog
from koordinator.ui.tabs.save_paper import save_paper
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button, Kind
from koordinator.ui.widgets.choices import CheckBox
from koordinator.ui.widgets.fields import CheckField, ChoiceField, NoteField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role, tooltip
from koordinator.ui.widgets.layout import STRETCH, holder, row
from koordinator.ui.widgets.screen_room import set_size
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.citizen_requests import RequestShelf
from koordinator.usecases.papers import HandedPaper

_SIZE: Final = (1020, 680)
_ANSWERS: Final = (PaperKind.RIGHT_OF_ACCESS, PaperKind.ACCESS_DATA)
_TONES: Final = {AccessVerdict.SHOWN: Tone.DONE, AccessVerdict.MASKED: Tone.NEUTRAL}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided about one, and whether the others of its kind go with it."""

    verdict: AccessVerdict
    reason: str = ""
    for_all: bool = False


class DecideDialog(FormDialog):
    """Whether one is shown, and why."""

    @classmethod
    def ask(cls, parent: QWidget, other: Other, alike: int, start: Verdict) -> Verdict | None:
        """The verdict, or None. `alike` are the others of its kind that are not decided yet."""
        dialog = cls(parent, texts.who(other), intro=texts.beside(other), save=texts.SAVE_DECISION)
        choice = dialog.form.add(ChoiceField(texts.DECISION, texts.OPTIONS, chosen=start.verdict))
        reason = NoteField(texts.REASON, start.reason, limit=PARAGRAPH, required=True, hint=texts.REASON_HINT)
        dialog.form.add(reason)
        same = CheckField(texts.the_same(alike), start.for_all)
        if alike:
            dialog.form.add(same)
        if not dialog.run():
            return None
        return Verdict(AccessVerdict(str(choice.value())), reason.value(), bool(alike and same.value()))


class AccessDialog(QDialog):
    """The list of those to decide about, and what can be made of it now."""

    def __init__(self, parent: QWidget | None, desk: Desk, citizen: Citizen, made: Callable[[], object]) -> None:
        super().__init__(parent)
        self._desk, self._citizen, self._told = desk, citizen, made
        heading = texts.heading(citizen.name)
        self.setWindowTitle(ui_texts.PROGRAM)
        self.setAccessibleName(heading)
        self.list: DataList[Other] = DataList(texts.OTHERS, _COLUMNS, lambda other: other.key, empty=texts.NOBODY)
        self.list.opened.connect(self._decide)
        self.decide = Button(texts.DECIDE)
        self.decide.clicked.connect(self._decide_current)
        self.decide.setEnabled(False)
        self.list.selected.connect(lambda other: self.decide.setEnabled(other is not None))
        self.large_print = CheckBox(texts.LARGE_PRINT)
        self._left = Label(role=Role.MUTED, wraps=True)
        self._said = Label(role=Role.SMALL_MUTED, wraps=True)
        self._said.hide()
        self._lay_out(heading)
        set_size(self, *_SIZE)

    @classmethod
    def open_for(cls, parent: QWidget, desk: Desk, citizen: Citizen, made: Callable[[], object]) -> None:
        """Until it is closed; `made` is told when a paper is there."""
        dialog = cls(parent, desk, citizen, made)
        dialog.read()
        dialog.exec()

    def read(self) -> None:
        """Reads those to decide about; the look is logged."""
        access, actor = self._desk.services.right_of_access, self._desk.actor
        self._desk.tasks.read(self, lambda: access.others(actor, self._citizen.id), self._show)

    def _lay_out(self, heading: str) -> None:
        access, citizen_id, actor = self._desk.services.right_of_access, self._citizen.id, self._desk.actor
        pdf = Button(texts.SAVE_PDF, Kind.PRIMARY, icon="file-text")
        pdf.clicked.connect(
            lambda: self._make(partial(access.report, actor, citizen_id, large_print=self.large_print.isChecked()))
        )
        data = Button(texts.SAVE_DATA, icon="download")
        data.clicked.connect(lambda: self._make(partial(access.data, actor, citizen_id)))
        log = Button(texts.SAVE_LOG, icon="history")
        log.setToolTip(tooltip(texts.SAVE_LOG_HINT))
        log.clicked.connect(
            lambda: self._make(partial(access.log, actor, citizen_id, large_print=self.large_print.isChecked()))
        )
        close = Button(ui_texts.CLOSE)
        close.clicked.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(10)
        requests = Button(request_texts.HEADING, icon="message-square-quote")
        requests.clicked.connect(self._open_requests)
        head = row(Label(heading, Role.LEAD, wraps=True), requests, gap=12)
        head.setStretch(0, 1)
        outer.addLayout(head)
        outer.addWidget(Label(texts.INTRO, Role.MUTED, wraps=True))
        outer.addWidget(self.list, 1)
        decide = row(self._left, self.decide, gap=12)
        decide.setStretch(0, 1)
        outer.addLayout(decide)
        outer.addWidget(Label(texts.READ_IT, Role.SMALL_MUTED, wraps=True))
        outer.addWidget(self._said)
        self._papers = holder(row(log, STRETCH, self.large_print, data, pdf, gap=12))
        outer.addLayout(row(self._papers, close, gap=12))
        self.list.setFocus()

    def _show(self, others: Sequence[Other]) -> None:
        self.list.set_rows(others)
        undecided = sum(other.decision is None for other in others)
        self._left.setText(texts.left(undecided) if others else "")
        if others and self.list.current_row() is None:
            self.list.choose(others[0].key)

    def _open_requests(self) -> None:
        if RequestsDialog.open_for(self, self._desk, self._citizen):
            self._told()

    def _decide_current(self) -> None:
        if (other := self.list.current_row()) is not None:
            self._decide(other)

    def _decide(self, other: Other) -> None:
        access, actor, citizen_id = self._desk.services.right_of_access, self._desk.actor, self._citizen.id
        alike = [each.key for each in self.list.rows() if _is_alike(each, other)]
        decision = other.decision
        start = Verdict(decision.verdict, decision.reason) if decision else Verdict(AccessVerdict.MASKED)

        def save(verdict: Verdict) -> tuple[Other, ...]:
            keys: list[OtherKey] = [other.key, *(alike if verdict.for_all else ())]
            return access.decide(actor, citizen_id, keys, verdict.verdict, verdict.reason)

        ask_until_saved(
            self._desk.tasks,
            self,
            start,
            lambda filled: DecideDialog.ask(self, other, len(alike), filled),
            save,
            self._show,
        )

    def _make(self, make: Callable[[], HandedPaper]) -> None:
        """Hundreds of pages take seconds, in which others can save."""
        self._say(texts.MAKING)
        self.list.setFocus()
        self._papers.setEnabled(False)
        self._desk.tasks.run_long(self, lambda _job: make(), self._save, _tell_nobody, self._fail)

    def _save(self, made: HandedPaper) -> None:
        self._papers.setEnabled(True)
        self._say("")
        self._told()
        save_paper(self._desk, self, made, partial(self._saved, made.paper.kind))

    def _saved(self, kind: PaperKind, words: str) -> None:
        """Where the citizen has asked to see it, the paper is the answer."""
        self._say(words)
        if kind in _ANSWERS:
            requests, actor = self._desk.services.citizen_requests, self._desk.actor
            self._desk.tasks.read(self, lambda: requests.open(actor, self._citizen.id), self._ask_whether_given)

    def _ask_whether_given(self, shelf: RequestShelf) -> None:
        waiting = waiting_for_access(shelf.requests)
        if not waiting:
            return
        text = request_texts.asked_for_access(shelf.name, waiting[-1])
        question = Question(self, request_texts.ACCESS_GIVEN_HEADING, text)
        question.add_answers(request_texts.ACCESS_GIVEN_YES, request_texts.ACCESS_GIVEN_NO)
        if question.exec() == QDialog.DialogCode.Accepted:
            requests, actor = self._desk.services.citizen_requests, self._desk.actor
            self._desk.tasks.write(self, lambda: requests.access_given(actor, self._citizen.id), self._given)

    def _given(self, _settled: object) -> None:
        self._told()
        self._say(request_texts.ACCESS_GIVEN)

    def _fail(self, error: Exception) -> None:
        self._papers.setEnabled(True)
        self._say("")
        self._desk.tasks.failed.emit(self._desk.tasks.explain(error))

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))


def _tell_nobody(_done: int, _total: int) -> None:
    """There is no telling how far a paper is."""


def _is_alike(other: Other, one: Other) -> bool:
    """Of the same kind, not decided yet, and not the one itself."""
    same = (other.key.kind, other.known_as) == (one.key.kind, one.known_as)
    return same and other.decision is None and other.key != one.key


def _tone(other: Other) -> Tone:
    return _TONES[other.decision.verdict] if other.decision else Tone.SOON


_COLUMNS: Final = (
    Column[Other](texts.NUMBER, lambda other: str(other.number), 56, is_number=True),
    Column[Other](texts.WHO, texts.who, 0, Look.STRONG, texts.beside),
    Column[Other](texts.IN_REPORT, texts.standing, 120, badge=_tone, order=texts.standing),
    Column[Other](texts.WHY, texts.why, 300),
)
