"""At the side of the plan: the next meeting, the day it is gone through, and how we keep what we promise."""

from koordinator.domain.party import party_of
from koordinator.domain.promises import PaperAfterMeeting
from koordinator.texts import formats
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.ui.widgets.buttons import LinkButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import clear, column
from koordinator.usecases.plan_file import PlanFile


class PlanNext(Card):
    """When we meet next, and by when the plan is gone through."""

    def __init__(self) -> None:
        super().__init__(tab_texts.NEXT_MEETING)
        self._meeting, self._review = Label(wraps=True), Label(role=Role.MUTED, wraps=True)
        self.body.addWidget(self._meeting)
        self.body.addWidget(self._review)

    def show_file(self, file: PlanFile) -> None:
        """Shows both, or that there is none."""
        meeting, review_on = file.next_meeting, file.plan.review_on if file.plan is not None else None
        day = formats.weekday_date(meeting.starts_on) if meeting else ""
        said = (
            tab_texts.MEETING_AT.format(day=formats.capitalised(day), clock=formats.clock(meeting.starts_clock))
            if meeting
            else ""
        )
        self._meeting.setText(said or tab_texts.NO_NEXT_MEETING)
        self._review.setText(tab_texts.REVIEW.format(day=formats.date_short(review_on)) if review_on else "")
        self._review.setVisible(review_on is not None)


class PlanKept(Card):
    """How many of the authority's promises were kept in time, and which; how soon the paper came after the meeting."""

    def __init__(self) -> None:
        super().__init__(tab_texts.KEPT)
        self._file: PlanFile | None = None
        self._count, self._paper = Label(wraps=True), Label(role=Role.SMALL_MUTED, wraps=True)
        self._which = LinkButton(tab_texts.KEPT_SHOW)
        self._which.clicked.connect(self._toggle)
        self._open = False
        self._lines = column(gap=4)
        for part in (self._count, self._which):
            self.body.addWidget(part)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._paper)

    def show_file(self, file: PlanFile) -> None:
        """Shows the count, its agreements when they are asked for, and the paper of the last meeting."""
        self._file = file
        kept = file.promises
        said = tab_texts.KEPT_OF.format(kept=formats.number(kept.kept), due=formats.number(kept.due))
        self._count.setText(said if kept.due else tab_texts.KEPT_NONE)
        self._which.setVisible(kept.due > 0)
        self._paper.setText(_paper_words(file))
        self._paper.setVisible(bool(self._paper.text()))
        self._show_lines()

    def _toggle(self) -> None:
        self._open = not self._open
        self._show_lines()

    def _show_lines(self) -> None:
        clear(self._lines)
        self._which.set_words(tab_texts.KEPT_HIDE if self._open else tab_texts.KEPT_SHOW)
        file = self._file
        if file is None or not self._open:
            return
        kept = file.promises
        for agreement in file.agreements:
            if agreement.id in kept.due_ids and agreement.due_on is not None:
                mark = tab_texts.KEPT_IN_TIME if agreement.id in kept.kept_ids else tab_texts.KEPT_LATE
                who, day = file.parties.name(party_of(agreement)), formats.date_short(agreement.due_on)
                self._lines.addWidget(Label(agreement.what, Role.SMALL, wraps=True))
                self._lines.addWidget(Label(f"{who} · {day} · {mark}", Role.SMALL_MUTED, wraps=True))


def _paper_words(file: PlanFile) -> str:
    last: PaperAfterMeeting | None = file.last_paper
    if last is None:
        return ""
    days, met = texts.days_count(last.days(file.today)), formats.date_short(last.met_on)
    if last.handed_on is None:
        return tab_texts.PAPER_NOT_HANDED.format(met=met, days=days)
    after = tab_texts.PAPER_AFTER.format(days=days) if last.handed_on > last.met_on else tab_texts.PAPER_SAME_DAY
    return tab_texts.PAPER_HANDED.format(met=met, after=after)
