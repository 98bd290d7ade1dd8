"""Agreements and pending decisions as lists: what, who, by when; settled with a button, corrected with another."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from typing import Final, NamedTuple, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from koordinator.domain.agreement import Agreement, AgreementStatus, PendingDecision
from koordinator.domain.agreement_rules import Promise, Question, promise_of, question_of
from koordinator.domain.ids import SubjectId
from koordinator.domain.limits import PARAGRAPH
from koordinator.domain.party import party_of
from koordinator.texts import formats
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.texts import subject as subject_texts
from koordinator.ui.ask_value import Asked, AskText
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.focus import place_kept
from koordinator.ui.in_pieces import InPieces
from koordinator.ui.tabs.dialogs.choices import choices_from
from koordinator.ui.tabs.dialogs.outcome import Outcome, OutcomeDialog
from koordinator.ui.tabs.dialogs.promise import PromiseChoices, PromiseDialog, QuestionChoices, QuestionDialog
from koordinator.ui.tabs.plan_people import Named, ask_people, member_name, members_of, themes_of
from koordinator.ui.tokens import Tone
from koordinator.ui.widgets.badges import Badge
from koordinator.ui.widgets.buttons import Button, IconButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.choices import CheckBox
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Separator, column, holder, row
from koordinator.usecases.organisation import OrganisationView
from koordinator.usecases.plan_file import PlanFile

Filled = TypeVar("Filled")
_HANDFUL: Final = 12
"""As many lines as are in sight."""


class _Line(NamedTuple):
    """An agreement or a question, and what stands below its words."""

    thing: Agreement | PendingDecision
    below: str


class PlanPromises(Card):
    """Open agreements and what waits for an answer; what is settled when it is asked for.

    `saved` hears of the plan as it stands after a change.
    """

    def __init__(self, desk: Desk, saved: Callable[[PlanFile], None]) -> None:
        super().__init__(texts.AGREEMENTS)
        self._desk, self._saved = desk, saved
        self._file: PlanFile | None = None
        for words, ask in ((tab_texts.NEW_QUESTION, self._new_question), (tab_texts.NEW_PROMISE, self._new_promise)):
            button = Button(words, icon="plus")
            button.clicked.connect(ask)
            self.add_to_head(button)
        self._lines = column(gap=8)
        self._shown: dict[_Line, QWidget] = {}
        self._later = InPieces(self, a_turn=1)
        self._settled = CheckBox("")
        self._settled.toggled.connect(lambda _on: self._build_again())
        self._none = Label(tab_texts.NO_PROMISES, Role.MUTED)
        self._list = holder(self._lines)
        self.body.addWidget(self._none)
        self.body.addWidget(self._list)
        self.body.addWidget(self._settled)

    def show_file(self, file: PlanFile) -> None:
        """Shows all of the subject's agreements and what waits for an answer."""
        before, self._file = self._file, file
        if before is None or (before.agreements, before.decisions) != (file.agreements, file.decisions):
            self._build_again()

    def _build_again(self) -> None:
        if self._file is not None:
            with place_kept(self._list):
                self._build(self._file)

    def _build(self, file: PlanFile) -> None:
        """What says the same as before stays where it is."""
        settled = [each for each in file.agreements if each.status is not AgreementStatus.OPEN]
        answered = [each for each in file.decisions if not each.is_open]
        shown = self._settled.isChecked()
        agreements = [each for each in file.agreements if each.status is AgreementStatus.OPEN]
        decisions = [each for each in file.decisions if each.is_open]
        lines = [self._promise_line(file, each) for each in (*agreements, *(settled if shown else ()))]
        lines += [self._question_line(file, each) for each in (*decisions, *(answered if shown else ()))]
        self._none.setVisible(not file.agreements)
        self._put(lines)
        count = len(settled) + len(answered)
        self._settled.setVisible(count > 0)
        self._settled.setText(tab_texts.SHOW_SETTLED.format(count=formats.number(count)))
        self._settled.setAccessibleName(self._settled.text())

    def _put(self, lines: list["_Line"]) -> None:
        """The lines in their order, a handful in each turn where much is new."""
        self._later.finish()
        wanted = set(lines)
        for gone in [line for line in self._shown if line not in wanted]:
            widget = self._shown.pop(gone)
            self._lines.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        handfuls = (lines[start : start + _HANDFUL] for start in range(0, len(lines), _HANDFUL))
        self._later.begin((partial(self._put_some, n * _HANDFUL, some) for n, some in enumerate(handfuls)), at_once=1)

    def _put_some(self, place: int, lines: list["_Line"]) -> None:
        """From the place on; hidden meanwhile where more than one is new, since each would be laid out by itself."""
        is_much = len([line for line in lines if line not in self._shown]) > 1
        with place_kept(self._list) if is_much else nullcontext():
            self._list.setHidden(is_much)
            for number, line in enumerate(lines, start=place):
                if line not in self._shown:
                    self._shown[line] = holder(self._built(line))
                if self._lines.indexOf(self._shown[line]) != number:
                    self._lines.insertWidget(number, self._shown[line])
            self._list.show()

    def _built(self, line: "_Line") -> QVBoxLayout | QHBoxLayout:
        if isinstance(line.thing, PendingDecision):
            return self._decision(line.thing, line.below)
        return column(self._agreement(line.thing, line.below), Separator(), gap=8)

    def _promise_line(self, file: PlanFile, agreement: Agreement) -> "_Line":
        who = file.parties.name(party_of(agreement)) or texts.NOBODY
        about = (who, texts.when_due(agreement), member_name(file, agreement.member_id))
        return _Line(agreement, " · ".join(filter(None, about)))

    def _question_line(self, file: PlanFile, decision: PendingDecision) -> "_Line":
        answered = decision.outcome or texts.who_answers(decision, file.parties.employee(decision.employee_id))
        member = member_name(file, decision.member_id)
        return _Line(decision, " · ".join(filter(None, (answered, member))))

    def _agreement(self, agreement: Agreement, below: str) -> QHBoxLayout:
        line = _line(agreement.what, below)
        is_open = agreement.status is AgreementStatus.OPEN
        if not is_open:
            line.addWidget(Badge(texts.AGREEMENT_STATUS[agreement.status], Tone.DONE))
        buttons: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (tab_texts.DONE, "check", partial(self._done, agreement)),
            (tab_texts.NOT_DONE, "", partial(self._not_done, agreement)),
        )
        for words, icon, act in buttons if is_open else ((tab_texts.OPEN_AGAIN, "", partial(self._open, agreement)),):
            button = Button(words, icon=icon)
            button.setAccessibleName(f"{words}: {agreement.what}")
            button.clicked.connect(act)
            line.addWidget(button)
        if is_open:
            line.addWidget(_pencil(agreement.what, partial(self._change_promise, agreement)))
        return line

    def _decision(self, decision: PendingDecision, below: str) -> QHBoxLayout:
        line = _line(f"{texts.TO_DECIDE}: {decision.what}", below, Role.STRONG)
        if decision.is_open:
            button = Button(tab_texts.OUTCOME)
            button.setAccessibleName(f"{tab_texts.OUTCOME}: {decision.what}")
            button.clicked.connect(partial(self._decide, decision))
            line.addWidget(button)
            line.addWidget(_pencil(decision.what, partial(self._change_question, decision)))
        return line

    def _new_promise(self) -> None:
        promises, actor = self._desk.services.promises, self._desk.actor
        file = self._file
        if file is not None:
            key = file.people.subject_id
            self._ask_promise(Promise(""), lambda promise: promises.promise(actor, key, promise))

    def _change_promise(self, agreement: Agreement) -> None:
        promises, actor = self._desk.services.promises, self._desk.actor
        self._ask_promise(promise_of(agreement), lambda promise: promises.change(actor, agreement, promise))

    def _ask_promise(self, start: Promise, save: Callable[[Promise], object]) -> None:
        file = self._file
        if file is None:
            return

        def ask(named: Named) -> None:
            goals = ((None, tab_texts.NO_GOAL), *((goal.id, goal.title) for goal in file.goals))
            themes = themes_of(file, start.theme_id)
            choices = PromiseChoices(((None, texts.NOBODY), *named), goals, members_of(file), themes, file.today)
            self._fill_in(start, lambda now: PromiseDialog.ask(self, choices, now), save)

        ask_people(self._desk, self, file, ask)

    def _new_question(self) -> None:
        promises, actor = self._desk.services.promises, self._desk.actor
        file = self._file
        if file is not None:
            key = file.people.subject_id
            self._ask_question(Question(""), lambda question: promises.ask(actor, key, question))

    def _change_question(self, decision: PendingDecision) -> None:
        promises, actor = self._desk.services.promises, self._desk.actor
        self._ask_question(question_of(decision), lambda question: promises.change_question(actor, decision, question))

    def _ask_question(self, start: Question, save: Callable[[Question], object]) -> None:
        file, organisation, actor = self._file, self._desk.services.organisation, self._desk.actor
        if file is None:
            return

        def ask(view: OrganisationView) -> None:
            themes = themes_of(file, start.theme_id)
            choices = QuestionChoices(choices_from(view, file.today), members_of(file), themes)
            self._fill_in(start, lambda now: QuestionDialog.ask(self, choices, now), save)

        self._desk.tasks.read(self, lambda: organisation.view(actor), ask)

    def _done(self, agreement: Agreement) -> None:
        self._write(lambda: self._desk.services.promises.done(self._desk.actor, agreement.id))

    def _open(self, agreement: Agreement) -> None:
        self._write(lambda: self._desk.services.promises.open_again(self._desk.actor, agreement.id))

    def _not_done(self, agreement: Agreement) -> None:
        promises, actor, asked = (
            self._desk.services.promises,
            self._desk.actor,
            Asked(agreement.what, tab_texts.WHY_NOT),
        )
        self._fill_in(
            "",
            lambda reason: AskText.paragraph(self, asked, reason, limit=PARAGRAPH),
            lambda reason: promises.not_done(actor, agreement.id, reason),
        )

    def _decide(self, decision: PendingDecision) -> None:
        file, promises, actor = self._file, self._desk.services.promises, self._desk.actor
        if file is not None:
            self._fill_in(
                Outcome("", file.today),
                lambda outcome: OutcomeDialog.ask(self, decision.what, file.today, outcome),
                lambda outcome: promises.decide(actor, decision.id, outcome.text, outcome.on),
            )

    def _fill_in(self, start: Filled, ask: Callable[[Filled], Filled | None], save: Callable[[Filled], object]) -> None:
        read = self._read()
        ask_until_saved(self._desk.tasks, self, start, ask, lambda filled: (save(filled), read())[1], self._saved)

    def _write(self, work: Callable[[], object]) -> None:
        read = self._read()
        self._desk.tasks.write(self, lambda: (work(), read())[1], self._saved)

    def _read(self) -> Callable[[], PlanFile]:
        """The plan is read again: somebody new may be named in it, and what is new in it is another."""
        plans, actor = self._desk.services.plans, self._desk.actor
        key = self._file.people.subject_id if self._file is not None else SubjectId(0)
        return lambda: plans.open(actor, key)


def _line(what: str, below: str, role: Role = Role.BODY) -> QHBoxLayout:
    line = row(gap=8)
    line.addLayout(column(Label(what, role, wraps=True), Label(below, Role.SMALL_MUTED, wraps=True), gap=0), 1)
    return line


def _pencil(what: str, act: Callable[[], None]) -> IconButton:
    button = IconButton("pencil", f"{subject_texts.EDIT}: {what}")
    button.clicked.connect(act)
    return button
