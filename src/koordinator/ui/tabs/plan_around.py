"""What stands round the goals: efforts in their order, who helps with what, other plans, the next meeting."""

from collections.abc import Callable
from functools import partial

from koordinator.domain.content_parts import ContactCard
from koordinator.domain.register import Effort, OtherPlan
from koordinator.texts import formats, paper_common
from koordinator.texts import plan as texts
from koordinator.texts import plan_tab as tab_texts
from koordinator.texts import register as register_texts
from koordinator.texts import subject as subject_texts
from koordinator.ui.asking import ask_until_saved
from koordinator.ui.desk import Desk
from koordinator.ui.focus import place_kept
from koordinator.ui.tabs.dialogs.plan_parts import Standing, StandingDialog
from koordinator.ui.tabs.plan_people import member_name, plan_type_names
from koordinator.ui.tabs.register_forms import RegisterForms
from koordinator.ui.widgets.buttons import Button, IconButton
from koordinator.ui.widgets.card import Card
from koordinator.ui.widgets.labels import Label, Role
from koordinator.ui.widgets.layout import Separator, clear, column, row
from koordinator.usecases.plan_file import PlanFile


class PlanEfforts(Card):
    """Purpose, provider, period, legal basis and goals of each, in the order they are taken."""

    def __init__(self, desk: Desk, saved: Callable[[PlanFile], None], forms: RegisterForms) -> None:
        super().__init__(tab_texts.EFFORTS)
        self._desk, self._saved, self._forms = desk, saved, forms
        self._file: PlanFile | None = None
        new = Button(register_texts.NEW_EFFORT, icon="plus")
        new.clicked.connect(forms.new_effort)
        self.add_to_head(new)
        self._lines = column(gap=8)
        self.body.addLayout(self._lines)

    def show_file(self, file: PlanFile) -> None:
        """Shows the efforts that are given."""
        before, self._file = self._file, file
        if before is None or _of_efforts(before) != _of_efforts(file):
            with place_kept(self):
                self._build(file)

    def _build(self, file: PlanFile) -> None:
        clear(self._lines)
        for number, effort in enumerate(file.efforts, start=1):
            if number > 1:
                self._lines.addWidget(Separator())
            self._add(file, effort, number)
        if not file.efforts:
            self._lines.addWidget(Label(tab_texts.NO_EFFORTS, Role.MUTED, wraps=True))

    def _add(self, file: PlanFile, effort: Effort, number: int) -> None:
        facts = effort_lines(file, effort)
        words = column(Label(f"{number}. {effort.name}", Role.STRONG, wraps=True), gap=0)
        for fact in facts:
            words.addWidget(Label(fact, Role.SMALL_MUTED, wraps=True))
        line = row(gap=4)
        line.addLayout(words, 1)
        for icon, name, act, may in (
            ("chevron-up", tab_texts.MOVE_UP, partial(self._move, effort, number - 1), number > 1),
            ("chevron-down", tab_texts.MOVE_DOWN, partial(self._move, effort, number + 1), number < len(file.efforts)),
            ("pencil", subject_texts.EDIT, partial(self._forms.edit_effort, effort), True),
        ):
            button = IconButton(icon, f"{name}: {effort.name}")
            button.setEnabled(may)
            button.clicked.connect(act)
            line.addWidget(button)
        self._lines.addLayout(line)

    def _move(self, effort: Effort, position: int) -> None:
        plan = self._file.plan if self._file is not None else None
        if plan is not None:
            parts, actor = self._desk.services.plan_parts, self._desk.actor
            self._desk.tasks.write(self, lambda: parts.move_effort(actor, plan.id, effort.id, position), self._saved)


def effort_lines(file: PlanFile, effort: Effort) -> tuple[str, ...]:
    """What is known of the effort, a line for each kind of thing."""
    numbers = {goal.id: number for number, goal in enumerate(file.goals, start=1)}
    served = sorted(numbers[tie.goal_id] for tie in file.effort_goals if tie.effort_id == effort.id)
    goals = formats.join_with_og([str(number) for number in served])
    member = member_name(file, effort.citizen_id) if file.people.is_family else ""
    given = (member, effort.provider or file.parties.department(effort.department_id), effort.amount)
    period = paper_common.period(effort.from_on, effort.until_on)
    lines = (
        effort.purpose,
        " · ".join(filter(None, given)),
        " · ".join(filter(None, (period, effort.legal_basis))),
        tab_texts.SERVES.format(numbers=goals) if served else tab_texts.SERVES_NONE,
    )
    return tuple(filter(None, lines))


def _of_efforts(file: PlanFile) -> tuple[object, ...]:
    return file.efforts, file.effort_goals, tuple(goal.id for goal in file.goals)


class PlanContacts(Card):
    """Hvem hjælper med hvad, as it stands on paper."""

    def __init__(self) -> None:
        super().__init__(tab_texts.CONTACTS_CARD)
        self._shown: tuple[ContactCard, ...] | None = None
        self._lines = column(gap=10)
        self.body.addLayout(self._lines)

    def show_file(self, file: PlanFile) -> None:
        """Shows the cards, the coordinator's first."""
        if file.contacts == self._shown:
            return
        self._shown = file.contacts
        clear(self._lines)
        for card in file.contacts:
            role = paper_common.role_words(card)
            reach = " · ".join(filter(None, (paper_common.phone_line(card), card.email)))
            words = column(Label(" · ".join(filter(None, (card.name, role))), Role.STRONG, wraps=True), gap=0)
            for said in filter(None, (card.helps_with, reach)):
                words.addWidget(Label(said, Role.SMALL_MUTED, wraps=True))
            self._lines.addLayout(words)
        if not file.contacts:
            self._lines.addWidget(Label(tab_texts.NO_CONTACTS, Role.MUTED, wraps=True))


class PlanOthers(Card):
    """The plans elsewhere, and how each stands to this one; how many it has replaced is said."""

    def __init__(self, desk: Desk, saved: Callable[[PlanFile], None], forms: RegisterForms) -> None:
        super().__init__(tab_texts.OTHER_PLANS)
        self._desk, self._saved, self._forms = desk, saved, forms
        self._file: PlanFile | None = None
        new = Button(register_texts.NEW_OTHER_PLAN, icon="plus")
        new.clicked.connect(forms.new_plan)
        self.add_to_head(new)
        self._replaced = Label(role=Role.MUTED, wraps=True)
        self._lines = column(gap=8)
        self.body.addWidget(self._replaced)
        self.body.addLayout(self._lines)

    def show_file(self, file: PlanFile) -> None:
        """Shows the plans that hold today, and those that this one has replaced."""
        before, self._file = self._file, file
        if before is None or before.other_plans != file.other_plans:
            with place_kept(self):
                self._build(file)

    def _build(self, file: PlanFile) -> None:
        clear(self._lines)
        count = len(file.replaced_plans)
        self._replaced.setText(tab_texts.REPLACED_COUNT.format(count=texts.plans_count(count)))
        self._replaced.setVisible(count > 0)
        for other in file.other_plans:
            self._add(file, other)
        if not file.other_plans:
            self._lines.addWidget(Label(tab_texts.NO_OTHER_PLANS, Role.MUTED, wraps=True))

    def _add(self, file: PlanFile, other: OtherPlan) -> None:
        follow_up = tab_texts.OTHER_PLAN_FOLLOW_UP.format(day=formats.date_short(other.follow_up_on or file.today))
        whose = member_name(file, other.citizen_id) if file.people.is_family else ""
        period = paper_common.period(other.from_on, other.until_on)
        words = column(Label(other.title, Role.STRONG, wraps=True), gap=0)
        for said in (
            texts.RELATIONS[other.relation],
            " · ".join(filter(None, (whose, other.owner, period, follow_up if other.follow_up_on else ""))),
            other.goal,
        ):
            if said:
                words.addWidget(Label(said, Role.SMALL_MUTED, wraps=True))
        line = row(gap=4)
        line.addLayout(words, 1)
        for icon, name, act in (
            ("link", tab_texts.RELATE, partial(self._relate, other)),
            ("pencil", subject_texts.EDIT, partial(self._forms.edit_plan, other)),
        ):
            button = IconButton(icon, f"{name}: {other.title}")
            button.clicked.connect(act)
            line.addWidget(button)
        self._lines.addLayout(line)

    def _relate(self, other: OtherPlan) -> None:
        file, plan = self._file, self._file.plan if self._file is not None else None
        if file is None or plan is None:
            return
        parts, actor, key = self._desk.services.plan_parts, self._desk.actor, plan.id
        types = plan_type_names(file, joint=False)
        ask_until_saved(
            self._desk.tasks,
            self,
            Standing(other.relation, other.plan_type),
            lambda start: StandingDialog.ask(self, other.title, types, start),
            lambda now: parts.relate(actor, key, other.id, now.relation, now.plan_type),
            self._saved,
        )
