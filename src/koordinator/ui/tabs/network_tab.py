"""The tab Netværk as a list: who helps with what, the efforts, and the citizen's plans elsewhere."""

from collections.abc import Callable
from functools import partial

from koordinator.domain.ids import ContactPersonId, EffortId, OtherPlanId
from koordinator.domain.periods import holds_from_to
from koordinator.domain.register import ContactPerson, Effort, OtherPlan
from koordinator.texts import formats
from koordinator.texts import register as texts
from koordinator.texts import subject as subject_texts
from koordinator.ui.desk import Desk
from koordinator.ui.override import override
from koordinator.ui.tabs.dialogs.choices import Choices, choices_from
from koordinator.ui.tabs.dialogs.register import ContactDialog, EffortDialog, OtherPlanDialog
from koordinator.ui.tabs.tab import SubjectTab, SubjectView
from koordinator.ui.tabs.things_card import ThingsCard
from koordinator.ui.widgets.layout import STRETCH, column, row
from koordinator.ui.widgets.table_model import Column, Look
from koordinator.usecases.citizen_file import CitizenFile


class NetworkTab(SubjectTab):
    """Only what holds today is listed; what is over stays in the history."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: CitizenFile | None = None
        self._contacts = self._contacts_card()
        self._efforts = self._efforts_card()
        self._plans = self._plans_card()
        both = row(gap=20)
        both.addLayout(column(self._efforts, STRETCH), 1)
        both.addLayout(column(self._plans, STRETCH), 1)
        whole = column(self._contacts, gap=16)
        whole.addLayout(both)
        whole.addStretch(1)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)

    @override
    def show_subject(self, view: SubjectView) -> None:
        file = view.citizen
        if file is None:
            return
        self._file = file
        today, called = file.course_file.today, formats.first_name(file.citizen.name)
        self._contacts.set_title(texts.WHO_HELPS.format(name=called))
        self._contacts.set_empty(texts.NO_CONTACTS.format(name=called))
        self._contacts.show_things([row for row in file.contacts if holds_from_to(row.from_on, row.until_on, today)])
        self._efforts.show_things([row for row in file.efforts if row.until_on is None or row.until_on > today])
        self._plans.show_things([row for row in file.other_plans if row.until_on is None or row.until_on > today])

    def _contacts_card(self) -> ThingsCard[ContactPerson]:
        return ThingsCard(
            texts.WHO_HELPS,
            (
                Column(texts.CONTACT_NAME, lambda row: row.name, 0, Look.STRONG, _who),
                Column(texts.HELPS_WITH, lambda row: row.helps_with, 220),
                Column(texts.PHONE, lambda row: row.phone, 130, detail=lambda row: row.phone_hours),
            ),
            lambda row: row.id,
            lambda contact: self._edit(partial(self._ask_contact, contact)),
            add=(texts.NEW_CONTACT, lambda: self._edit(self._new_contact)),
        )

    def _efforts_card(self) -> ThingsCard[Effort]:
        return ThingsCard(
            texts.EFFORTS,
            (
                Column(texts.EFFORT_NAME, lambda row: row.name, 0, Look.STRONG, lambda row: row.purpose),
                Column(texts.AMOUNT, lambda row: row.amount, 130, detail=_until),
            ),
            lambda row: row.id,
            lambda effort: self._edit(partial(self._ask_effort, effort)),
            add=(texts.NEW_EFFORT, lambda: self._edit(self._new_effort)),
            empty=texts.NO_EFFORTS,
        )

    def _plans_card(self) -> ThingsCard[OtherPlan]:
        return ThingsCard(
            texts.OTHER_PLANS,
            (
                Column(texts.PLAN_TITLE, lambda row: row.title, 0, Look.STRONG, lambda row: row.goal),
                Column(texts.PLAN_OWNER, lambda row: row.owner, 150, detail=_relation),
            ),
            lambda row: row.id,
            lambda plan: self._edit(partial(self._ask_plan, plan)),
            add=(texts.NEW_OTHER_PLAN, lambda: self._edit(self._new_plan)),
            empty=texts.NO_OTHER_PLANS,
        )

    def _edit(self, ask: Callable[[Choices], None]) -> None:
        if self._file is None:
            return
        services, actor, today = self._desk.services, self._desk.actor, self._file.course_file.today
        self._desk.tasks.read(
            self, lambda: services.organisation.view(actor), lambda known: ask(choices_from(known, today))
        )

    def _new_contact(self, choices: Choices) -> None:
        if self._file is not None:
            self._ask_contact(ContactPerson(ContactPersonId(0), self._file.citizen.id, ""), choices)

    def _new_effort(self, choices: Choices) -> None:
        if self._file is not None:
            self._ask_effort(Effort(EffortId(0), self._file.citizen.id, ""), choices)

    def _new_plan(self, choices: Choices) -> None:
        if self._file is not None:
            self._ask_plan(OtherPlan(OtherPlanId(0), self._file.citizen.id, ""), choices)

    def _ask_contact(self, contact: ContactPerson, choices: Choices) -> None:
        filled = ContactDialog.edit(self, contact, choices)
        if filled is not None:
            self._write(lambda: self._desk.services.register.save_contact(self._desk.actor, filled))

    def _ask_effort(self, effort: Effort, choices: Choices) -> None:
        filled = EffortDialog.edit(self, effort, choices)
        if filled is not None:
            self._write(lambda: self._desk.services.register.save_effort(self._desk.actor, filled))

    def _ask_plan(self, plan: OtherPlan, choices: Choices) -> None:
        filled = OtherPlanDialog.edit(self, plan, choices)
        if filled is not None:
            self._write(lambda: self._desk.services.register.save_other_plan(self._desk.actor, filled))

    def _write(self, work: Callable[[], object]) -> None:
        self._desk.tasks.write(self, work, lambda _saved: self.changed.emit())


def _who(contact: ContactPerson) -> str:
    words = (contact.role or texts.CONTACT_KINDS[contact.kind], contact.organisation)
    return " · ".join(word for word in words if word)


def _until(effort: Effort) -> str:
    return subject_texts.period(None, effort.until_on)


def _relation(plan: OtherPlan) -> str:
    return texts.PLAN_RELATIONS[plan.relation]
