"""Stikprøver: looks that were drawn at random, what the leader found, and how they were drawn."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from koordinator.domain.limits import PARAGRAPH
from koordinator.domain.spot_check import SpotAnswer
from koordinator.texts import spot_checks as texts
from koordinator.ui.ask import Question
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.page_tab import PageTab
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.fields import ChoiceField, NoteField
from koordinator.ui.widgets.form import FormDialog
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, column
from koordinator.ui.widgets.said import Said
from koordinator.ui.widgets.table import DataList
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.spot_checks import SpotLine, SpotShelf

_MOST_ROWS: Final = 8
_TONES: Final = {
    SpotAnswer.IN_ORDER: Tone.DONE,
    SpotAnswer.ASKED: Tone.SOON,
    SpotAnswer.NOT_IN_ORDER: Tone.OVERDUE,
    None: Tone.NEUTRAL,
}


@dataclass(frozen=True, slots=True)
class Found:
    """What the leader found."""

    answer: SpotAnswer | None
    note: str


class AnswerDialog(FormDialog):
    """Whether the look was in order, and what the employee said."""

    @classmethod
    def ask(cls, parent: QWidget, line: SpotLine, start: Found) -> Found | None:
        """The answer, or None."""
        dialog = cls(parent, texts.QUESTION, intro=texts.look_line(line.who, line.citizen, line.check))
        options = ((None, texts.NOT_ANSWERED), *texts.ANSWERS.items())
        choice = dialog.form.add(ChoiceField(texts.ANSWER, options, start.answer, required=True))
        note = dialog.form.add(NoteField(texts.NOTE, start.note, limit=PARAGRAPH, hint=texts.NOTE_HINT))
        return Found(SpotAnswer(str(choice.value())), note.value()) if dialog.run() else None


class SpotChecksTab(PageTab):
    """Enter or a click on a look answers it, or shows the answer."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list: DataList[SpotLine] = DataList(
            texts.LIST,
            _columns(),
            lambda line: line.check.id,
            empty=texts.NONE,
        )
        self.list.grow_to(_MOST_ROWS)
        self.list.opened.connect(self._open)
        self.list.acted.connect(lambda line, _column: self._open(line))
        self.counted, self.said = Label(role=Role.STRONG, wraps=True), Said()
        self.alone = Label(texts.ALONE, Role.MUTED, wraps=True)
        self.alone.hide()
        self.draws = Label(role=Role.SMALL_MUTED, wraps=True)
        card, how = Card(texts.LIST), Card(texts.HOW_HEADING)
        for part in (Label(texts.INTRO, Role.MUTED, wraps=True), self.alone, self.counted, self.said, self.list):
            card.body.addWidget(part)
        for words in (Label(texts.HOW, Role.MUTED, wraps=True), self.draws):
            how.body.addWidget(words)
        self.setLayout(column(card, how, STRETCH, gap=16))

    @override
    def reload(self) -> None:
        checks, actor = self._desk.services.spot_checks, self._desk.actor
        # Once a month thousands of looks are gone through; whoever reads something else meanwhile does not wait.
        self._desk.tasks.run_long(self, lambda _job: checks.open(actor), self._show, _tell_nobody)

    def _show(self, shelf: SpotShelf) -> None:
        self.list.set_rows(shelf.lines)
        self.counted.setText(texts.counted(shelf.counts))
        self.counted.setVisible(bool(shelf.lines))
        self.alone.setVisible(shelf.answers_own)
        self.draws.setText("\n".join(map(texts.draw_line, shelf.draws)))
        self.draws.setVisible(bool(shelf.draws))

    def _open(self, line: SpotLine) -> None:
        if _is_open(line) and line.is_own:
            Question.message(self, texts.OTHER_LEADER, texts.OTHER_LEADER_TEXT)
        elif _is_open(line):
            self._ask(line)
        else:
            look = texts.look_line(line.who, line.citizen, line.check)
            Question.message(self, texts.answer(line.check), texts.told(look, texts.note(line.check)))

    def _ask(self, line: SpotLine) -> None:
        checks, actor = self._desk.services.spot_checks, self._desk.actor

        def save(found: Found) -> SpotShelf:
            answer = found.answer or SpotAnswer.ASKED
            return checks.answer(actor, line.check.id, answer, found.note, line.check.version)

        ask_until_saved(
            self._desk.tasks,
            self,
            Found(line.check.answer, line.check.note),
            partial(AnswerDialog.ask, self, line),
            save,
            self._saved,
        )

    def _saved(self, shelf: SpotShelf) -> None:
        self._show(shelf)
        self.said.say(texts.SAVED)


def _tell_nobody(_done: int, _total: int) -> None:
    """It takes a moment, and most times none."""


def _columns() -> tuple[Column[SpotLine], ...]:
    return (
        Column(texts.WHEN, lambda line: texts.when(line.check), 160),
        Column(
            texts.WHO,
            lambda line: line.who or texts.UNKNOWN,
            220,
            Look.STRONG,
            detail=lambda line: texts.relation(line.check),
            least=150,
        ),
        Column(
            texts.CITIZEN,
            lambda line: line.citizen or texts.DELETED,
            180,
            detail=lambda line: texts.what(line.check.action),
            least=110,
        ),
        Column(
            texts.ANSWER,
            lambda line: texts.answer(line.check),
            190,
            badge=lambda line: _TONES[line.check.answer],
        ),
        Column(texts.NOTE, lambda line: texts.note(line.check), least=200),
        Column("", lambda line: texts.to_answer(is_open=_is_open(line), is_own=line.is_own), 140, is_action=True),
    )


def _is_open(line: SpotLine) -> bool:
    return line.check.answer in (None, SpotAnswer.ASKED)
