"""The papers of a held meeting: minutes and plan to look at, the versions of the minutes, and putting them right."""

from dataclasses import replace
from functools import partial

from koordinator.domain.danish_day import danish_day
from koordinator.domain.ids import MeetingId
from koordinator.domain.minutes_correction import correction_of
from koordinator.domain.paper import PaperKind
from koordinator.domain.paper_order import PaperOrder
from koordinator.texts import meeting_page as texts
from koordinator.texts.formats import date_short
from koordinator.ui import heavy
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.pages.meeting.all_papers import AllPapers
from koordinator.ui.pages.meeting.correction import CorrectionDialog
from koordinator.ui.pages.meeting.held_readers import HeldReaders
from koordinator.ui.pages.meeting.work import Work
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.buttons import Button, IconButton, Kind
from koordinator.ui.widgets.card import Card, Panel
from koordinator.ui.widgets.labels import Label
from koordinator.ui.widgets.layout import STRETCH, Flow, clear, column, row


class HeldPapers:
    """The buttons and the card; `saved` is the panel that says where the papers went."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._meeting_id: MeetingId | None = None
        self.minutes = Button(texts.MINUTES_PDF, Kind.PRIMARY, icon="file-text")
        self.plan = Button(texts.PLAN_PDF, icon="file-text")
        self.minutes_large = Button(texts.MINUTES_LARGE)
        self.plan_large = Button(texts.PLAN_LARGE)
        self.correct = Button(texts.CORRECT, icon="pencil")
        self.card = Card(texts.PAPERS)
        self.saved = Panel("", Tone.DONE)
        self._versions = column(gap=4)
        self.all = AllPapers(work)
        self.readers = HeldReaders(work, self._make)
        large = Flow(gap=8)
        for button in (self.minutes_large, self.plan_large):
            large.addWidget(button)
        self.card.body.addWidget(self.all)
        self.card.body.addLayout(large)
        self.card.body.addLayout(self.readers.lines)
        self.card.body.addLayout(self._versions)
        self.card.body.addLayout(row(self.correct, STRETCH))
        self.minutes.clicked.connect(partial(self._make_own, PaperKind.MINUTES))
        self.minutes_large.clicked.connect(partial(self._make_own, PaperKind.MINUTES, large_print=True))
        self.plan.clicked.connect(partial(self._make_own, PaperKind.PLAN))
        self.plan_large.clicked.connect(partial(self._make_own, PaperKind.PLAN, large_print=True))
        self.correct.clicked.connect(self._correct)
        self.all.saved.connect(self.show_saved)

    def show_file(self, *, was_held: bool) -> None:
        """Shows what can be made; the plan where there is one."""
        file = self._work.file
        if file.meeting.id != self._meeting_id:
            self._meeting_id = file.meeting.id
            self.saved.hide()
        self.minutes.setVisible(was_held)
        self.card.setVisible(was_held)
        for button in (self.plan, self.plan_large):
            button.setVisible(was_held and file.plan is not None)
        if was_held:
            self.readers.show_file()
        clear(self._versions)
        for version in file.minutes:
            made = date_short(danish_day(version.made_at))
            words = texts.minutes_version(version.number, made, version.correction)
            pdf = IconButton("file-text", texts.spoken_button(texts.MINUTES_PDF, words))
            pdf.clicked.connect(partial(self._make_own, PaperKind.MINUTES, number=version.number))
            line = row(gap=8)
            line.addWidget(Label(words, wraps=True), 1)
            line.addWidget(pdf)
            self._versions.addLayout(line)

    def _make_own(self, kind: PaperKind, *, large_print: bool = False, number: int | None = None) -> None:
        """The copy for the citizen or the family."""
        self._make(replace(self._work.order(kind), large_print=large_print, number=number))

    def _make(self, order: PaperOrder) -> None:
        """Shown first; what was kept can then be handed out here too."""
        if heavy.preview().show_order(self.card, self._work.desk, order):
            self._work.stale.emit()

    def show_saved(self, said: str) -> None:
        """It stands there until another meeting is shown; this one is read again, so that the new can be handed out."""
        self._work.stale.emit()
        self.saved.set_text(said)
        self.saved.show()

    def _correct(self) -> None:
        work, minutes = self._work, self._work.opened.minutes
        if minutes is None:
            return
        closing, meeting_id, number = work.desk.services.meeting_closing, work.file.meeting.id, minutes.number or 1
        ask_until_saved(
            work.desk.tasks,
            self.card,
            correction_of(minutes),
            lambda start: CorrectionDialog.ask(self.card, minutes, start),
            lambda correction: closing.correct(work.actor, meeting_id, number, correction),
            work.take,
        )
