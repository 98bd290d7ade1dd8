"""How often a citizen or family meets: one choice, saved when it is made."""

from typing import Final

from PySide6.QtWidgets import QComboBox

from koordinator.domain.ids import SubjectId
from koordinator.domain.meeting_rhythm import MeetingRhythm
from koordinator.domain.setting import SettingKey
from koordinator.texts import meeting_days as texts
from koordinator.ui.desk import Desk
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import Choice
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import row

_WEEKS: Final = (1, 2, 3, 4, 5, 6, 8, 10, 12, 13, 16, 20, 26, 52)


class RhythmCard(Card):
    """The weeks from one meeting to the next, or the municipality's usual interval."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._subject_id: SubjectId | None = None
        self._usual = 0
        caption = Label(texts.RHYTHM, Role.STRONG)
        self.choice = Choice(name=texts.RHYTHM)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.chosen.connect(self._keep)
        caption.setBuddy(self.choice)
        line = row(gap=12)
        line.addWidget(caption)
        line.addWidget(self.choice)
        line.addWidget(Label(texts.RHYTHM_HINT, Role.SMALL_MUTED, wraps=True), 1)
        self.body.addLayout(line)

    def show_subject(self, subject_id: SubjectId) -> None:
        """Reads the subject's rhythm and the usual interval."""
        self._subject_id = subject_id
        services, actor = self._desk.services, self._desk.actor
        self._desk.tasks.read(
            self,
            lambda: (services.settings.values(), services.rhythms.of(actor, subject_id)),
            lambda read: self._begin(int(read[0][SettingKey.MEETING_INTERVAL_DAYS]), read[1]),
        )

    def _begin(self, usual: int, rhythm: MeetingRhythm | None) -> None:
        self._usual = usual
        self._show(rhythm)

    def _show(self, rhythm: MeetingRhythm | None) -> None:
        weeks = rhythm.weeks if rhythm is not None else None
        offered = sorted({*_WEEKS, *(() if weeks is None else (weeks,))})
        self.choice.set_options([(each, texts.every(each, self._usual)) for each in (None, *offered)])
        self.choice.choose(weeks)

    def _keep(self, chosen: object) -> None:
        subject_id = self._subject_id
        if subject_id is not None:
            weeks = int(str(chosen)) if chosen is not None else None
            rhythms, actor = self._desk.services.rhythms, self._desk.actor
            self._desk.tasks.write(self, lambda: rhythms.keep(actor, subject_id, weeks), self._show)
