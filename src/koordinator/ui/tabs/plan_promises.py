"""Agreements and pending decisions as lists: what, who, by when; settled with a button."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from koordinator.domain.agreement import Agreement, AgreementStatus, PendingDecision
from koordinator.domain.limits import PARAGRAPH
from koordinator.domain.party import party_of
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.desk import Desk
from koordinator.ui.focus import place_kept
from koordinator.ui.tabs.dialogs.promise import PromiseDialog
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.badges import Badge
from koordinator.ui.widgets.buttons import Button
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Separator, clear, column, row
from koordinator.usecases.meetings import MeetingSuggestion
from koordinator.usecases.plan_file import PlanFile


class PlanPromises(Card):
    """Open agreements first, then those that were settled. `saved` hears of the plan as it stands after a change."""

    def __init__(self, desk: Desk, saved: Callable[[PlanFile], None]) -> None:
        super().__init__(texts.AGREEMENTS)
        self._desk, self._saved = desk, saved
        self._file: PlanFile | None = None
        new = Button(tab_texts.NEW_PROMISE, icon="plus")
        new.clicked.connect(self._ask_who)
        self.add_to_head(new)
        self._lines = column(gap=8)
        self.body.addLayout(self._lines)

    def show_file(self, file: PlanFile) -> None:
        """Shows all of the subject's agreements and what waits for an answer."""
        before, self._file = self._file, file
        if before is None or (before.agreements, before.decisions) != (file.agreements, file.decisions):
            with place_kept(self):
                self._build(file)

    def _build(self, file: PlanFile) -> None:
        clear(self._lines)
        for agreement in sorted(file.agreements, key=lambda each: (each.status is not AgreementStatus.OPEN, each.id)):
            self._lines.addLayout(self._agreement(file, agreement))
            self._lines.addWidget(Separator())
        if not file.agreements:
            self._lines.addWidget(Label(tab_texts.NO_PROMISES, Role.MUTED))
        for decision in file.decisions:
            self._lines.addLayout(self._decision(file, decision))

    def _agreement(self, file: PlanFile, agreement: Agreement) -> QHBoxLayout:
        who = file.parties.name(party_of(agreement)) or tab_texts.NOBODY
        words = column(
            Label(agreement.what, wraps=True), Label(f"{who} · {texts.when_due(agreement)}", Role.SMALL_MUTED), gap=0
        )
        line = row(gap=8)
        line.addLayout(words, 1)
        if agreement.status is AgreementStatus.OPEN:
            done = Button(tab_texts.DONE, icon="check")
            done.setAccessibleName(f"{tab_texts.DONE}: {agreement.what}")
            done.clicked.connect(partial(self._done, agreement))
            dropped = Button(tab_texts.NOT_DONE)
            dropped.setAccessibleName(f"{tab_texts.NOT_DONE}: {agreement.what}")
            dropped.clicked.connect(partial(self._not_done, agreement))
            line.addWidget(done)
            line.addWidget(dropped)
        else:
            line.addWidget(Badge(texts.AGREEMENT_STATUS[agreement.status], Tone.DONE))
        return line

    def _decision(self, file: PlanFile, decision: PendingDecision) -> QHBoxLayout:
        answered = decision.outcome or texts.who_answers(decision, file.parties.employee(decision.employee_id))
        words = column(
            Label(f"{texts.TO_DECIDE}: {decision.what}", Role.STRONG, wraps=True),
            Label(answered, Role.SMALL_MUTED, wraps=True),
            gap=0,
        )
        line = row(gap=8)
        line.addLayout(words, 1)
        if decision.is_open:
            button = Button(tab_texts.OUTCOME)
            button.setAccessibleName(f"{tab_texts.OUTCOME}: {decision.what}")
            button.clicked.connect(partial(self._decide, decision))
            line.addWidget(button)
        return line

    def _ask_who(self) -> None:
        file = self._file
        if file is not None:
            services, actor, key = self._desk.services, self._desk.actor, file.people.subject_id
            self._desk.tasks.read(self, lambda: services.meetings.suggest(actor, key), self._ask_promise)

    def _ask_promise(self, suggestion: MeetingSuggestion) -> None:
        file = self._file
        promise = PromiseDialog.ask(self, suggestion.candidates, file.today) if file is not None else None
        if file is not None and promise is not None:
            key = file.people.subject_id
            self._write(lambda: self._desk.services.promises.promise(self._desk.actor, key, promise))

    def _done(self, agreement: Agreement) -> None:
        self._write(lambda: self._desk.services.promises.done(self._desk.actor, agreement.id))

    def _not_done(self, agreement: Agreement) -> None:
        asked = Asked(agreement.what, tab_texts.WHY_NOT)
        reason = AskText.paragraph(self, asked, limit=PARAGRAPH)
        if reason is not None:
            self._write(lambda: self._desk.services.promises.not_done(self._desk.actor, agreement.id, reason))

    def _decide(self, decision: PendingDecision) -> None:
        outcome = AskText.paragraph(self, Asked(decision.what, tab_texts.OUTCOME_LABEL), limit=PARAGRAPH)
        if outcome is not None and self._file is not None:
            today = self._file.today
            self._write(lambda: self._desk.services.promises.decide(self._desk.actor, decision.id, outcome, today))

    def _write(self, work: Callable[[], object]) -> None:
        """The plan is read again: somebody new may be named in it, and what is new in it is another."""
        file = self._file
        if file is None:
            return
        plans, actor, key = self._desk.services.plans, self._desk.actor, file.people.subject_id

        def saved() -> PlanFile:
            work()
            return plans.open(actor, key)

        self._desk.tasks.write(self, saved, self._saved)
