"""At the side of the plan: the next meeting, the day it is gone through, and how we keep what we promise."""

from collections.abc import Callable

from koordinator.domain.paper_after import PaperAfterMeeting
from koordinator.domain.party import party_of
from koordinator.texts import formats
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.ui.ask_value import AskChoice, Asked
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.tabs.plan_people import plan_type_names
from koordinator.ui.widgets.buttons import Button, LinkButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import STRETCH, Separator, clear, column, row
from koordinator.usecases.plan_file import PlanFile


class PlanNext(Card):
    """When we meet next, by when the plan is gone through, and what the law wants of a plan of its type."""

    def __init__(self, desk: Desk, saved: Callable[[PlanFile], None]) -> None:
        super().__init__(tab_texts.NEXT_MEETING)
        self._desk, self._saved = desk, saved
        self._file: PlanFile | None = None
        self._meeting, self._review = Label(wraps=True), Label(role=Role.MUTED, wraps=True)
        self._type, self._law = Label(role=Role.STRONG, wraps=True), Label(role=Role.SMALL_MUTED, wraps=True)
        choose = Button(tab_texts.CHOOSE_TYPE)
        choose.clicked.connect(self._choose)
        for part in (self._meeting, self._review, Separator(), self._type, self._law):
            self.body.addWidget(part)
        self.body.addLayout(row(choose, STRETCH))

    def show_file(self, file: PlanFile) -> None:
        """Shows them, or that there is none."""
        self._file = file
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
        kind = file.plan_type
        named = " · ".join(filter(None, (kind.name, kind.legal_basis))) if kind else tab_texts.NO_PLAN_TYPE
        self._type.setText(named)
        self._law.setText(_law_words(file))
        self._law.setVisible(kind is not None)

    def _choose(self) -> None:
        file = self._file
        plan = file.plan if file is not None else None
        if file is not None and plan is not None:
            parts, actor, key = self._desk.services.plan_parts, self._desk.actor, plan.id
            asked = Asked(tab_texts.CHOOSE_TYPE, tab_texts.PLAN_TYPE, tab_texts.TYPE_INTRO)
            types = plan_type_names(file, joint=True)
            ask_until_saved(
                self._desk.tasks,
                self,
                plan.plan_type,
                lambda start: AskChoice.one_of(self, asked, types, start),
                lambda chosen: parts.set_type(actor, key, str(chosen)),
                self._saved,
            )


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


def _law_words(file: PlanFile) -> str:
    """The law's deadline, or why there is none; what such a plan must say, and where the demand comes from."""
    kind, due = file.plan_type, file.statutory_on
    if kind is None:
        return ""
    if due is not None:
        said = tab_texts.STATUTORY.format(day=formats.date_short(due))
    else:
        demands = kind.first_follow_up_months or kind.follow_up_months
        said = tab_texts.NOT_IN_FORCE if demands and file.newest_version is None else tab_texts.NO_STATUTORY
    return "\n".join(filter(None, (said, kind.must_hold, kind.source)))


def _paper_words(file: PlanFile) -> str:
    last: PaperAfterMeeting | None = file.last_paper
    if last is None:
        return ""
    days, met = texts.days_count(last.days(file.today)), formats.date_short(last.met_on)
    if last.handed_on is None:
        return tab_texts.PAPER_NOT_HANDED.format(met=met, days=days)
    after = tab_texts.PAPER_AFTER.format(days=days) if last.handed_on > last.met_on else tab_texts.PAPER_SAME_DAY
    return tab_texts.PAPER_HANDED.format(met=met, after=after)
