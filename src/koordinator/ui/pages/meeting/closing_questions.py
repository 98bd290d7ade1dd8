"""The citizen's three questions: 0-4, or no answer, large enough for the citizen to press."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from koordinator.domain.meeting_rules import BEST_SCORE, Evaluation
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.ui.override import override
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Flow, row

_QUESTIONS: Final = (words.HEARD, words.MAKES_SENSE, words.SAME_DIRECTION)


_NONE_KEYS: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Minus)
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class AnswerButton(Button):
    """A number with its word below."""

    def __init__(self, question: str, score: int | None, takes: Callable[[QKeyEvent], bool]) -> None:
        text = words.NO_ANSWER if score is None else f"{score}\n{words.EVALUATION_SCALE[score]}"
        super().__init__(text)
        self.score = score
        self._takes = takes
        self.setCheckable(True)
        self.setAccessibleName(f"{question} {text}".replace("\n", ", "))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._takes(event):
            super().keyPressEvent(event)


class AnswerRow(QWidget):
    """The answers to one question; `chosen` when one is pressed. None is lit before one is given.

    One stop for Tab: 0-4 answer, Delete gives no answer, the arrows go from one to the next.
    """

    chosen = Signal()

    def __init__(self, question: str) -> None:
        super().__init__()
        self.setAccessibleName(question)
        scores = (*range(BEST_SCORE + 1), None)
        self.buttons = tuple(AnswerButton(question, score, self._take_key) for score in scores)
        flow = Flow(gap=8)
        flow.setContentsMargins(0, 0, 0, 0)
        for button in self.buttons:
            button.clicked.connect(partial(self._press, button))
            flow.addWidget(button)
        self.setLayout(flow)
        self._stop_at(self.buttons[0])

    def score(self) -> int | None:
        """The answer; None where there is none."""
        return next((button.score for button in self.buttons if button.isChecked()), None)

    def choose(self, score: int | None) -> None:
        """Lights the number; that there is no answer is lit only by whoever presses it."""
        if score is not None or self.score() is not None:
            self._light(self._button(score))

    def forget(self) -> None:
        """Nothing is lit: another meeting's question."""
        for button in self.buttons:
            button.setChecked(False)
        self._stop_at(self.buttons[0])

    def stop(self) -> AnswerButton:
        """Where Tab stops."""
        return next(button for button in self.buttons if button.focusPolicy() is Qt.FocusPolicy.StrongFocus)

    def _button(self, score: int | None) -> AnswerButton:
        return next(button for button in self.buttons if button.score == score)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, step = event.text(), _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            at = self.buttons.index(self.stop()) + step
            self._go_to(self.buttons[min(max(at, 0), len(self.buttons) - 1)])
        elif key.isascii() and key.isdigit() and int(key) <= BEST_SCORE:
            self._press(self._button(int(key)))
        elif event.key() in _NONE_KEYS:
            self._press(self._button(None))
        else:
            return False
        return True

    def _press(self, button: AnswerButton) -> None:
        self._light(button)
        self._go_to(button)
        self.chosen.emit()

    def _light(self, lit: AnswerButton) -> None:
        for button in self.buttons:
            button.setChecked(button is lit)

    def _go_to(self, button: AnswerButton) -> None:
        self._stop_at(button)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_at(self, stop: AnswerButton) -> None:
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)


class QuestionsCard(Card):
    """Saved as they are given; the button says that all were asked, also where nothing was answered."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._meeting_id = 0
        self._on_its_way: Evaluation | None = None
        self.body.addWidget(Label(texts.QUESTIONS_HINT, Role.MUTED, wraps=True))
        self.answers = tuple(AnswerRow(question) for question in _QUESTIONS)
        for question, answer in zip(_QUESTIONS, self.answers, strict=True):
            answer.chosen.connect(self._save)
            self.body.addWidget(Label(question, Role.VOICE, wraps=True))
            self.body.addWidget(answer)
        self.save = Button(texts.SAVE_ANSWERS)
        self.save.clicked.connect(self._save)
        self._asked = Label(role=Role.MUTED)
        self._asked.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row(self.save, self._asked, STRETCH))

    def show_file(self) -> None:
        """Shows the stored answers; those chosen and not saved yet stay."""
        file = self._work.file
        if self._meeting_id != file.meeting.id:
            self._meeting_id, self._on_its_way = file.meeting.id, None
            for answer in self.answers:
                answer.forget()
        self.set_title(texts.with_name(texts.QUESTIONS, file.people.name))
        meeting = file.meeting
        self._asked.setText(texts.ANSWERS_SAVED if meeting.evaluation_asked else "")
        stored = (meeting.evaluation_heard, meeting.evaluation_makes_sense, meeting.evaluation_same_direction)
        if self._on_its_way == Evaluation(*stored):
            self._on_its_way = None
        if meeting.evaluation_asked and self._on_its_way is None:
            for answer, score in zip(self.answers, stored, strict=True):
                answer.choose(score)

    def take_keyboard(self) -> None:
        """At the first question that has no answer yet."""
        first = next((answer for answer in self.answers if answer.score() is None), self.answers[0])
        first.stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        evaluation = self._on_its_way = Evaluation(*(answer.score() for answer in self.answers))
        work.act(
            lambda: work.desk.services.meeting_closing.evaluate(work.actor, meeting_id, evaluation), self._not_saved
        )

    def _not_saved(self) -> None:
        self._on_its_way = None
