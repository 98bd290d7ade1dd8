"""The citizen's three questions: 0-4, or no answer."""

from typing import Final

from PySide6.QtCore import Qt

from koordinator.domain.meeting_rules import Evaluation
from koordinator.texts import meeting as words
from koordinator.texts import meeting_page as texts
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import Choice
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, row

_QUESTIONS: Final = (words.HEARD, words.MAKES_SENSE, words.SAME_DIRECTION)
_OPTIONS: Final = (
    (None, words.NO_ANSWER),
    *((score, f"{score} · {word}") for score, word in enumerate(words.EVALUATION_SCALE)),
)


class QuestionsCard(Card):
    """Saved as they are given; the button says that all were asked, also where nothing was answered."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._hint = Label(texts.QUESTIONS_HINT, Role.MUTED, wraps=True)
        self.body.addWidget(self._hint)
        self.answers = tuple(Choice(_OPTIONS, question) for question in _QUESTIONS)
        for answer in self.answers:
            answer.chosen.connect(lambda _score: self._save())
        for question, answer in zip(_QUESTIONS, self.answers, strict=True):
            label = Label(question, Role.VOICE, wraps=True)
            label.setBuddy(answer)
            line = row(gap=12)
            line.addWidget(label, 3)
            line.addWidget(answer, 2)
            self.body.addLayout(line)
        self.save = Button(texts.SAVE_ANSWERS)
        self.save.clicked.connect(self._save)
        self._asked = Label(role=Role.MUTED)
        self._asked.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row(self.save, self._asked, STRETCH))

    def show_file(self) -> None:
        """Shows the stored answers; those chosen and not saved yet stay."""
        file = self._work.file
        self.set_title(texts.with_name(texts.QUESTIONS, file.people.name))
        meeting = file.meeting
        self._asked.setText(texts.ANSWERS_SAVED if meeting.evaluation_asked else "")
        stored = (meeting.evaluation_heard, meeting.evaluation_makes_sense, meeting.evaluation_same_direction)
        if meeting.evaluation_asked:
            for answer, score in zip(self.answers, stored, strict=True):
                answer.choose(score)

    def _save(self) -> None:
        work, meeting_id = self._work, self._work.file.meeting.id
        heard, makes_sense, same_direction = (self._score(answer) for answer in self.answers)
        evaluation = Evaluation(heard, makes_sense, same_direction)
        work.act(lambda: work.desk.services.meeting_closing.evaluate(work.actor, meeting_id, evaluation))

    @staticmethod
    def _score(answer: Choice) -> int | None:
        key = answer.key()
        return key if isinstance(key, int) else None
